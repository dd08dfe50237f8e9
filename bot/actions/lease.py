"""How long a takeover lasts without a word of its holder (`times.takeover_lease`), and the timer that ends it."""

from bot.desk import Work
from storage import timers
from storage.models import Conversation, Floor


async def begin(work: Work, conversation: Conversation) -> None:
    """A takeover begins."""
    lease = work.desk.office.times.takeover_lease
    conversation.lease_until = None if lease is None else work.now + lease
    await plan_end(work, conversation)


def prolong(work: Work, conversation: Conversation) -> None:
    """Somebody wrote: the takeover goes on. Its timer looks at the row when it is due, and waits on."""
    lease = work.desk.office.times.takeover_lease
    if conversation.floor == Floor.HELD and lease is not None:
        conversation.lease_until = work.now + lease


async def plan_end(work: Work, conversation: Conversation) -> None:
    """Timer `lease_end` for the end that stands in the row."""
    until = conversation.lease_until
    if until is None:
        return
    await timers.plan(
        work.session,
        kind="lease_end",
        lane=f"chat:{conversation.chat_id}",
        due_at=until,
        dedupe_key=f"{_key(conversation)}{int(until.timestamp() * 1000)}",
        data={"conversation_id": conversation.id},
        now=work.now,
    )


async def end(work: Work, conversation: Conversation) -> None:
    """The takeover is over before its time."""
    await timers.cancel_prefix(work.session, _key(conversation))
    conversation.lease_until = None


def _key(conversation: Conversation) -> str:
    return f"lease_end:{conversation.id}:"
