"""Due moments: planned, moved, cancelled, found when due."""

from datetime import datetime
from typing import Any

from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncSession

from storage.models import Timer, TimerState
from storage.upsert import insert


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
    new = insert(session, Timer).values(
        kind=kind,
        lane=lane,
        data=data,
        dedupe_key=dedupe_key,
        due_at=due_at,
        state=TimerState.WAITING,
        created_at=now,
    )
    statement = new.on_conflict_do_update(
        index_elements=[Timer.dedupe_key],
        set_={"lane": new.excluded.lane, "data": new.excluded.data, "due_at": new.excluded.due_at, "state": "waiting"},
        where=Timer.state != TimerState.FIRED,
    )
    return await session.scalar(statement.returning(Timer.id)) is not None


async def cancel_prefix(session: AsyncSession, prefix: str) -> None:
    """Every waiting timer whose key begins so."""
    await session.execute(
        update(Timer)
        # A range instead of LIKE, so that the unique index serves on both databases.
        .where(Timer.dedupe_key >= prefix, Timer.dedupe_key < prefix + "\U0010ffff", Timer.state == TimerState.WAITING)
        .values(state=TimerState.CANCELLED)
    )


async def hasten_prefix(session: AsyncSession, prefix: str, due_at: datetime) -> None:
    """Every waiting timer whose key begins so is due then, unless it is earlier."""
    await session.execute(
        update(Timer)
        .where(Timer.dedupe_key >= prefix, Timer.dedupe_key < prefix + "\U0010ffff", Timer.state == TimerState.WAITING)
        .where(Timer.due_at > due_at)
        .values(due_at=due_at)
    )


async def due(session: AsyncSession, now: datetime, limit: int) -> list[Timer]:
    """What is due, earliest first, then in the order of planning; rows that another replica is firing are passed
    over."""
    query = (
        select(Timer)
        .where(Timer.state == TimerState.WAITING, Timer.due_at <= now)
        .order_by(Timer.due_at, Timer.id)
        .limit(limit)
        .with_for_update(skip_locked=True)
    )
    return list(await session.scalars(query))


async def mark_fired(session: AsyncSession, timer: Timer) -> None:
    timer.state = TimerState.FIRED


async def waiting_with_prefix(session: AsyncSession, prefix: str) -> list[Timer]:
    """Every waiting timer whose key begins so."""
    query = select(Timer).where(
        Timer.dedupe_key >= prefix, Timer.dedupe_key < prefix + "\U0010ffff", Timer.state == TimerState.WAITING
    )
    return list(await session.scalars(query))
