"""How long a takeover lasts without a word of its holder (`times.takeover_lease`), the timer that ends it, and those
that wait for its end."""

from datetime import datetime, timedelta
from typing import Any

from bot.desk import Work
from storage import timers
from storage.models import Conversation, Floor

_WITHOUT_LEASE = timedelta(days=1)
"""A takeover that ends by itself never is looked at as often by what waits for its end."""
_AGAIN = timedelta(seconds=15)
"""So long after its end a takeover that goes on all the same is looked at."""


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
        dedupe_key=f"{_key(conversation)}{_stamp(until)}",
        data={"conversation_id": conversation.id},
        now=work.now,
    )


async def end(work: Work, conversation: Conversation) -> None:
    """The takeover is over: what waited for that comes due, at night in the morning."""
    await timers.cancel_prefix(work.session, _key(conversation))
    conversation.lease_until = None
    due_at = work.desk.office.quiet_hours.next_allowed(work.now)
    await timers.hasten_prefix(work.session, _behind(conversation), due_at)


def long_after(work: Work) -> datetime:
    """When a word that waits for the end of a takeover (`stages.floor_is_free`) goes out even during it."""
    return work.now + _WITHOUT_LEASE


async def wait_for_end(work: Work, conversation: Conversation, step: str, kind: str, data: dict[str, Any]) -> None:
    """Timer `kind` for when the takeover has ended, as far as that is known now. `step`: what no other waits for."""
    until = conversation.lease_until or work.now + _WITHOUT_LEASE
    due_at = work.desk.office.quiet_hours.next_allowed(max(until, work.now + _AGAIN))
    await timers.plan(
        work.session,
        kind=kind,
        lane=f"chat:{conversation.chat_id}",
        due_at=due_at,
        dedupe_key=f"{_behind(conversation)}{step}:{_stamp(due_at)}",
        data=data,
        now=work.now,
    )


def _behind(conversation: Conversation) -> str:
    return f"held:{conversation.id}:"


def _stamp(at: datetime) -> int:
    return int(at.timestamp() * 1000)


def _key(conversation: Conversation) -> str:
    return f"lease_end:{conversation.id}:"
