"""Due moments: planned, moved, cancelled, found when due."""

from datetime import datetime
from typing import Any

from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncSession

from storage.models import Timer, TimerState


async def plan(
    session: AsyncSession,
    *,
    kind: str,
    lane: str,
    due_at: datetime,
    dedupe_key: str,
    data: dict[str, Any],
    now: datetime,
) -> bool:
    """One timer per key: a waiting one is moved, a cancelled one comes back, a fired one stays fired (then False)."""
    timer = await session.scalar(select(Timer).where(Timer.dedupe_key == dedupe_key))
    if timer is None:
        timer = Timer(kind=kind, lane=lane, data=data, dedupe_key=dedupe_key, due_at=due_at, created_at=now)
        session.add(timer)
        await session.flush()
        return True
    if timer.state == TimerState.FIRED:
        return False
    timer.state, timer.lane, timer.due_at, timer.data = TimerState.WAITING, lane, due_at, data
    return True


async def cancel(session: AsyncSession, dedupe_key: str) -> None:
    await session.execute(
        update(Timer)
        .where(Timer.dedupe_key == dedupe_key, Timer.state == TimerState.WAITING)
        .values(state=TimerState.CANCELLED)
    )


async def cancel_prefix(session: AsyncSession, prefix: str) -> None:
    """Every waiting timer whose key begins so."""
    await session.execute(
        update(Timer)
        # A range instead of LIKE, so that the unique index serves on both databases.
        .where(Timer.dedupe_key >= prefix, Timer.dedupe_key < prefix + "\U0010ffff", Timer.state == TimerState.WAITING)
        .values(state=TimerState.CANCELLED)
    )


async def due(session: AsyncSession, now: datetime, limit: int) -> list[Timer]:
    """What is due, earliest first; rows that another replica is firing are passed over."""
    query = (
        select(Timer)
        .where(Timer.state == TimerState.WAITING, Timer.due_at <= now)
        .order_by(Timer.due_at)
        .limit(limit)
        .with_for_update(skip_locked=True)
    )
    return list(await session.scalars(query))


async def mark_fired(session: AsyncSession, timer: Timer) -> None:
    timer.state = TimerState.FIRED
