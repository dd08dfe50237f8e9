"""Rows that nobody asks for any more: what came in and is done, moments that are past. Taken away a few at a time."""

from datetime import datetime

from sqlalchemy import delete, select
from sqlalchemy.ext.asyncio import AsyncSession

from storage.models import InboxRow, InboxState, Timer, TimerState


async def remove_done_inbox(session: AsyncSession, before: datetime, limit: int) -> int:
    """Of the oldest rows those that were done before that moment (real time); how many. What was put aside stays."""
    oldest = await session.execute(
        select(InboxRow.id, InboxRow.done_at)
        .where(InboxRow.state == InboxState.DONE)
        .order_by(InboxRow.id)
        .limit(limit)
        .with_for_update(skip_locked=True)
    )
    ids = [number for number, done_at in oldest.all() if done_at is not None and done_at < before]
    if ids:
        await session.execute(delete(InboxRow).where(InboxRow.id.in_(ids)))
    return len(ids)


async def remove_past_timers(session: AsyncSession, before: datetime, limit: int) -> int:
    """Those that fired or were cancelled and were due before that moment (business time); how many. Whatever is planned
    anew under such a key finds that its step was taken: steps look at the world, and their effects have keys."""
    ids: list[int] = []
    for state in (TimerState.FIRED, TimerState.CANCELLED):
        past = (
            select(Timer.id)
            .where(Timer.state == state, Timer.due_at < before)
            .order_by(Timer.due_at)
            .limit(limit - len(ids))
            .with_for_update(skip_locked=True)
        )
        ids += await session.scalars(past)
    if ids:
        await session.execute(delete(Timer).where(Timer.id.in_(ids)))
    return len(ids)
