"""Promised calls: put once, sent in order of their stream, claimed before the call, settled after it."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import cast

from sqlalchemy import Select, Table, bindparam, func, select, tuple_, update
from sqlalchemy.ext.asyncio import AsyncSession

from storage.models import OutboxRow, OutboxState

_MAKES_TOPIC = "createForumTopic"


async def put(session: AsyncSession, row: OutboxRow) -> OutboxRow:
    """Stores the promise; with a dedupe key that exists, the earlier promise is returned instead.

    It is never due before the row that it changes or answers, nor more urgent: it would hold up their stream."""
    if row.dedupe_key is not None:
        known = await session.scalar(select(OutboxRow).where(OutboxRow.dedupe_key == row.dedupe_key))
        if known is not None:
            return known
    for number in filter(None, (row.target_id, row.reply_to_id)):
        needed = await session.get_one(OutboxRow, number)
        if needed.state == OutboxState.PENDING:
            row.priority = max(row.priority, needed.priority)
            row.due_at = max(row.due_at, needed.due_at)
    session.add(row)
    await session.flush()
    return row


@dataclass(frozen=True, slots=True)
class Head:
    """The next row of a stream; `followed`: more rows of it are due behind this one."""

    row: OutboxRow
    followed: bool


def _ranked_rows() -> Select[int, int, int]:
    """The making of a topic goes before whatever waits for the topic, however often it had to be promised anew."""
    order = (OutboxRow.method != _MAKES_TOPIC, OutboxRow.priority, OutboxRow.id)
    place = func.row_number().over(partition_by=OutboxRow.stream, order_by=order)
    due = func.count().over(partition_by=OutboxRow.stream)
    return select(OutboxRow.id.label("id"), place.label("place"), due.label("due")).where(
        OutboxRow.state == OutboxState.PENDING, OutboxRow.due_at <= bindparam("now")
    )


_RANKED = _ranked_rows().subquery()
_HEADS = (
    select(OutboxRow, _RANKED.c.due)
    .join(_RANKED, _RANKED.c.id == OutboxRow.id)
    .where(_RANKED.c.place == 1, OutboxRow.stream.not_in(bindparam("busy", expanding=True)))
    .order_by(OutboxRow.priority, OutboxRow.id)
    .limit(bindparam("limit"))
)


async def heads(
    session: AsyncSession,
    now: datetime,
    limit: int,
    busy: Collection[str] = (),
    after: tuple[int, int] | None = None,
) -> list[Head]:
    """The next row of every stream that is due (business time), most urgent first; `busy` streams are left out.

    `after` is the (priority, id) of the last row of an earlier look: those behind it follow."""
    query = _HEADS if after is None else _HEADS.where(tuple_(OutboxRow.priority, OutboxRow.id) > after)
    found = await session.execute(query, {"now": now, "busy": list(busy), "limit": limit})
    return [Head(row, due > 1) for row, due in found.all()]


_OUTBOX = cast(Table, OutboxRow.__table__)
_SENT = (
    update(_OUTBOX)
    .where(_OUTBOX.c.id == bindparam("number"))
    .values(
        state=OutboxState.SENT,
        telegram_message_id=bindparam("message"),
        settled_at=bindparam("at"),
        error=None,
        retry_at=None,
    )
)


async def mark_sent(session: AsyncSession, messages: Mapping[int, int | None], real_now: datetime) -> None:
    """What Telegram accepted, by row: the id of the message that it made. That counts whatever the row says by now."""
    if messages:
        rows = [{"number": number, "message": message, "at": real_now} for number, message in messages.items()]
        await session.execute(_SENT, rows)


_BY_IDS = select(OutboxRow).where(OutboxRow.id.in_(bindparam("ids", expanding=True)))


async def by_ids(session: AsyncSession, ids: Collection[int]) -> dict[int, OutboxRow]:
    if not ids:
        return {}
    return {row.id: row for row in await session.scalars(_BY_IDS, {"ids": list(ids)})}


_CLAIM = (
    update(OutboxRow)
    .where(OutboxRow.id.in_(bindparam("ids", expanding=True)), OutboxRow.state == OutboxState.PENDING)
    .values(state=OutboxState.CLAIMED, tries=OutboxRow.tries + 1)
    .returning(OutboxRow)
    .execution_options(synchronize_session=False, populate_existing=True)
)


async def claim(session: AsyncSession, ids: Sequence[int]) -> list[OutboxRow]:
    """The calls of these rows are about to be made; committed before any of them. Returns the rows as they are now:
    what was taken back or claimed by somebody else since they were looked at is left out."""
    claimed = {row.id: row for row in await session.scalars(_CLAIM, {"ids": list(ids)})}
    return [claimed[number] for number in ids if number in claimed]


def give_back(row: OutboxRow) -> None:
    """Undoes a claim in the transaction that made it: the call cannot be made now."""
    row.state, row.tries = OutboxState.PENDING, row.tries - 1


async def orphans(session: AsyncSession) -> list[OutboxRow]:
    """Claimed by a process that is gone: nobody knows whether their calls were made."""
    query = select(OutboxRow).where(OutboxRow.state == OutboxState.CLAIMED).order_by(OutboxRow.id)
    return list(await session.scalars(query))


async def counts(session: AsyncSession) -> dict[str, int]:
    """Rows by state that are not simply sent: pending, claimed, ambiguous, dead, dropped."""
    query = select(OutboxRow.state, func.count()).where(OutboxRow.state != OutboxState.SENT).group_by(OutboxRow.state)
    return {state: int(count) for state, count in (await session.execute(query)).all()}
