"""Due moments of a conversation's intake: one reminder, then its end (see drafts.py), and when one that was dropped is
forgotten."""

from datetime import timedelta

from bot.desk import Work
from storage import timers
from storage.models import Conversation

FORGET = "draft_forgotten"


async def plan_draft(work: Work, conversation: Conversation) -> None:
    """(Re)starts the draft's clocks; every answer of the owner moves them."""
    await forget_draft(work, conversation)
    times = work.desk.office.times
    plans = (("draft_reminder", times.draft_reminder), ("draft_submit", times.draft_submit))
    for kind, delay in plans:
        if delay is not None:
            await timers.plan(
                work.session,
                kind=kind,
                lane=f"chat:{conversation.chat_id}",
                due_at=work.now + delay,
                dedupe_key=f"{kind}:{conversation.id}:{conversation.version}",
                data={"conversation_id": conversation.id, "version": conversation.version},
                now=work.now,
            )


async def forget_draft(work: Work, conversation: Conversation) -> None:
    """The draft was handed in or given up."""
    for kind in ("draft_reminder", "draft_submit"):
        await timers.cancel_prefix(work.session, f"{kind}:{conversation.id}:")


async def plan_forgetting(work: Work, conversation: Conversation, after: timedelta) -> None:
    """The conversation as it is now holds what was dropped."""
    await timers.plan(
        work.session,
        kind=FORGET,
        lane=f"chat:{conversation.chat_id}",
        due_at=work.now + after,
        dedupe_key=f"{FORGET}:{conversation.id}:{conversation.version}",
        data={"conversation_id": conversation.id, "version": conversation.version},
        now=work.now,
    )
