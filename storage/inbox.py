"""What came in: stored once, worked in order of its lane, tried a few times, else put aside."""

import hashlib
import json
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import bindparam, case, func, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from storage.models import InboxKind, InboxRow, InboxState, Lane, Timer
from storage.upsert import insert_new

TIMER_SOURCE = "timer"


@dataclass(frozen=True, slots=True)
class NewUpdate:
    """One update as it came: `source` is "bot:<id>", `media_group` "<chat>:<group>" for a part of an album."""

    source: str
    update_id: int
    payload: Any
    lane: str
    media_group: str | None = None


@dataclass(frozen=True, slots=True)
class Head:
    """The oldest pending row of a lane, and when (real time) it may be worked.

    `failures`: attempts that ended in an error; `deaths`: those whose end nobody recorded, for the process may have
    died of this row. `followed`: more rows of the lane wait behind it."""

    id: int
    lane: str
    failures: int
    deaths: int
    ready_at: datetime
    followed: bool = False


def payload_hash(payload: Any) -> str:
    """SHA-256 of the canonical JSON: the same update always has the same, a reused update id another one."""
    canonical = json.dumps(payload, sort_keys=True, separators=(",", ":"), ensure_ascii=True)
    return hashlib.sha256(canonical.encode("ascii")).hexdigest()


async def store(session: AsyncSession, updates: Sequence[NewUpdate], real_now: datetime) -> None:
    """Stores what is new."""
    if not updates:
        return
    await _ensure_lanes(session, {new.lane for new in updates})
    rows = [
        {
            "source": new.source,
            "update_id": new.update_id,
            "payload_hash": payload_hash(new.payload),
            "kind": InboxKind.UPDATE,
            "payload": new.payload,
            "lane": new.lane,
            "media_group": new.media_group,
            "state": InboxState.PENDING,
            "tries": 0,
            "received_at": real_now,
        }
        for new in updates
    ]
    await session.execute(insert_new(session, InboxRow.__table__), rows)


async def store_timer(session: AsyncSession, timer: Timer, real_now: datetime) -> None:
    """A timer that is due takes the same way as an update, in its lane."""
    await _ensure_lanes(session, {timer.lane})
    payload = {"kind": timer.kind, "data": timer.data, "timer_id": timer.id}
    # A timer may be planned anew under its key after it was cancelled; each firing is one row.
    row = {
        "source": TIMER_SOURCE,
        "update_id": timer.id,
        "payload_hash": payload_hash([payload, timer.due_at.isoformat()]),
        "kind": InboxKind.TIMER,
        "payload": payload,
        "lane": timer.lane,
        "state": InboxState.PENDING,
        "tries": 0,
        "received_at": real_now,
    }
    await session.execute(insert_new(session, InboxRow.__table__), row)


_OLDEST = (
    select(func.min(InboxRow.id).label("id"), func.count().label("waiting"))
    .where(InboxRow.state == InboxState.PENDING)
    .group_by(InboxRow.lane)
).subquery()
_HEADS = (
    select(
        InboxRow.id,
        InboxRow.lane,
        InboxRow.tries,
        InboxRow.failures,
        InboxRow.received_at,
        InboxRow.not_before,
        InboxRow.media_group,
        _OLDEST.c.waiting,
    )
    .join(_OLDEST, _OLDEST.c.id == InboxRow.id)
    .where(InboxRow.lane.not_in(bindparam("busy", expanding=True)))
    .order_by(InboxRow.id)
    .limit(bindparam("limit"))
)


async def heads(session: AsyncSession, album: timedelta, limit: int, busy: Collection[str] = ()) -> list[Head]:
    """The oldest pending row of each lane that nobody here works on; an album is ready when no more parts come."""
    found: list[Head] = []
    for row in (await session.execute(_HEADS, {"busy": list(busy), "limit": limit})).all():
        ready_at = row.not_before or row.received_at
        if row.media_group is not None:
            ready_at = max(ready_at, await _newest_part(session, row.lane, row.media_group, row.received_at) + album)
        deaths = row.tries - row.failures
        found.append(Head(row.id, row.lane, row.failures, deaths, ready_at, row.waiting > 1))
    return found


_WAITING = (
    select(InboxRow.id, InboxRow.lane)
    .where(InboxRow.state == InboxState.PENDING, InboxRow.kind == InboxKind.UPDATE, InboxRow.media_group.is_(None))
    .order_by(InboxRow.id)
)


async def waiting(session: AsyncSession) -> Mapping[int, str]:
    """The lanes of all updates that are not worked yet, by number, oldest first; parts of albums are never alone."""
    return {row.id: row.lane for row in await session.execute(_WAITING)}


async def payloads(session: AsyncSession, numbers: Sequence[int]) -> Mapping[int, Any]:
    """What came in these rows."""
    rows = await session.execute(select(InboxRow.id, InboxRow.payload).where(InboxRow.id.in_(numbers)))
    return {row.id: row.payload for row in rows}


async def heads_of(session: AsyncSession, numbers: Sequence[int]) -> list[Head]:
    """These rows, one of each lane, as if nothing stood before them."""
    query = select(InboxRow).where(InboxRow.id.in_(numbers), InboxRow.state == InboxState.PENDING)
    return [
        Head(row.id, row.lane, row.failures, row.tries - row.failures, row.not_before or row.received_at, followed=True)
        for row in await session.scalars(query.order_by(InboxRow.id))
    ]


async def free_heads(session: AsyncSession, heads: Sequence[Head], limit: int) -> list[Head]:
    """The first of these whose lanes no other replica holds, with their lanes held until the transaction ends."""
    if not heads:
        return []
    free = await _hold(session, [head.lane for head in heads], limit)
    return [head for head in heads if head.lane in free]


async def begin_try(session: AsyncSession, heads: Sequence[Head]) -> None:
    """Counts an attempt before it is made, so that a row which kills the process cannot come for ever."""
    await _count(session, [head.id for head in heads], 1)


async def take_try_back(session: AsyncSession, head: Head) -> None:
    """Another replica was quicker, or it was too early: no attempt was made."""
    await _count(session, [head.id], -1)


_COUNT = (
    update(InboxRow)
    .where(InboxRow.id.in_(bindparam("ids", expanding=True)), InboxRow.state == InboxState.PENDING)
    .values(tries=InboxRow.tries + bindparam("difference"))
    .execution_options(synchronize_session=False)
)


async def _count(session: AsyncSession, ids: Sequence[int], difference: int) -> None:
    await session.execute(_COUNT, {"ids": list(ids), "difference": difference})


async def lock_lane(session: AsyncSession, lane: str) -> bool:
    """Holds the lane until the transaction ends; False when another replica does (SQLite has one writer anyway)."""
    return bool(await _hold(session, [lane], 1))


async def _hold(session: AsyncSession, lanes: Sequence[str], limit: int) -> set[str]:
    """Locks the first of these lanes that are free; SQLite's one writer holds them all."""
    if session.get_bind().dialect.name == "sqlite":
        return set(lanes[:limit])
    in_order = case({lane: place for place, lane in enumerate(lanes)}, value=Lane.key)
    query = select(Lane.key).where(Lane.key.in_(lanes)).order_by(in_order).limit(limit)
    return set(await session.scalars(query.with_for_update(skip_locked=True)))


_OLDEST_OF_LANE = (
    select(InboxRow)
    .where(InboxRow.state == InboxState.PENDING, InboxRow.lane == bindparam("lane"))
    .order_by(InboxRow.id)
    .limit(1)
)


async def rows_to_work(session: AsyncSession, head: Head) -> list[InboxRow]:
    """The head, with all parts of its album; nothing when it has been worked or is no longer the oldest of its lane."""
    row = await session.scalar(_OLDEST_OF_LANE, {"lane": head.lane})
    if row is None or row.id != head.id:
        return []
    if row.media_group is None:
        return [row]
    parts = await session.scalars(
        select(InboxRow)
        .where(
            InboxRow.state == InboxState.PENDING, InboxRow.lane == head.lane, InboxRow.media_group == row.media_group
        )
        .order_by(InboxRow.id)
    )
    return list(parts)


async def row_alone(session: AsyncSession, head: Head) -> list[InboxRow]:
    """The row itself, whatever stands before it in its lane; nothing when it has been worked."""
    row = await session.get(InboxRow, head.id, populate_existing=True)
    return [row] if row is not None and row.state == InboxState.PENDING else []


def mark_done(rows: Sequence[InboxRow], real_now: datetime) -> None:
    for row in rows:
        row.state, row.done_at, row.error = InboxState.DONE, real_now, None


def mark_failed(rows: Sequence[InboxRow], error: str, not_before: datetime) -> None:
    """The lane waits until then and tries again. Of an album the first part bears the count."""
    rows[0].failures += 1
    mark_waiting(rows, error, not_before)


def mark_waiting(rows: Sequence[InboxRow], error: str, not_before: datetime) -> None:
    """The lane waits until then; nothing is counted."""
    for row in rows:
        row.error, row.not_before = error, not_before


def mark_quarantined(rows: Sequence[InboxRow], error: str, real_now: datetime) -> None:
    """Put aside: the lane goes on without them."""
    for row in rows:
        row.state, row.error, row.done_at = InboxState.QUARANTINED, error, real_now


async def counts(session: AsyncSession) -> dict[str, int]:
    """Rows by state that are not done: "pending", "quarantined"."""
    query = select(InboxRow.state, func.count()).where(InboxRow.state != InboxState.DONE).group_by(InboxRow.state)
    return {state: int(count) for state, count in (await session.execute(query)).all()}


async def _ensure_lanes(session: AsyncSession, lanes: Collection[str]) -> None:
    await session.execute(insert_new(session, Lane.__table__), [{"key": lane} for lane in sorted(lanes)])


async def _newest_part(session: AsyncSession, lane: str, media_group: str, default: datetime) -> datetime:
    query = select(InboxRow.received_at).where(
        InboxRow.state == InboxState.PENDING, InboxRow.lane == lane, InboxRow.media_group == media_group
    )
    return max((await session.scalars(query)).all(), default=default)
