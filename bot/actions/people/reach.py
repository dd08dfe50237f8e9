"""Managers without a group of theirs are written to in private: which of them can be, as far as is known."""

from bot.desk import Work
from bot.outcome import FailureReason, Outcome
from storage import installation
from storage.models import OutboxRow, OutboxState

_KEY = "out_of_reach:"
_NOBODY_THERE = frozenset({FailureReason.BLOCKED, FailureReason.CHAT_GONE})


async def first_manager(work: Work) -> int | None:
    """The first whom the settings name and who can be written to; where none can, the first of all."""
    return await reached_manager(work) or next(iter(work.desk.chats.manager_ids), None)


async def reached_manager(work: Work) -> int | None:
    """The first whom the settings name and who can be written to."""
    for manager in work.desk.chats.manager_ids:
        if await installation.get_fact(work.session, f"{_KEY}{manager}") is None:
            return manager
    return None


def refused(outcome: Outcome) -> bool:
    """Whether nobody reads what is sent there: the chat was never begun, or the bot is stopped."""
    return outcome.state == OutboxState.DEAD and outcome.reason in _NOBODY_THERE


async def learn(work: Work, row: OutboxRow, outcome: Outcome) -> None:
    """From what became of something sent to a manager."""
    if row.chat_id is None or row.topic_id is not None:
        return
    if refused(outcome):
        await out_of_reach(work, row.chat_id)
    elif outcome.state == OutboxState.SENT:
        await back(work, row.chat_id)


async def out_of_reach(work: Work, chat_id: int) -> None:
    if chat_id in work.desk.chats.manager_ids:
        await installation.set_fact(work.session, f"{_KEY}{chat_id}", work.now.isoformat())


async def back(work: Work, chat_id: int) -> None:
    """Whoever writes, or takes what is sent, can be written to."""
    if chat_id in work.desk.chats.manager_ids:
        await installation.forget_fact(work.session, f"{_KEY}{chat_id}")
