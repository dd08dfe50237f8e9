"""Changes of promises that were not kept yet. Each is one statement that asks for the state again, so that a row which
delivery has claimed meanwhile is left alone and the caller learns of it."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import CursorResult, Select, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from storage.models import OutboxRow, OutboxState

# What puts a new message into a chat; edits, pins and reactions do not.
SENDING = ("sendMessage", "copyMessage", "copyMessages", "sendPhoto", "sendDocument")


async def row_by_key(session: AsyncSession, dedupe_key: str) -> OutboxRow | None:
    return await session.scalar(select(OutboxRow).where(OutboxRow.dedupe_key == dedupe_key))


async def row_at(session: AsyncSession, chat_id: int, telegram_message_id: int) -> OutboxRow | None:
    """The promise that became this message; rows for topics keep their topic, not a chat, and are not found here."""
    return await session.scalar(
        select(OutboxRow).where(
            OutboxRow.chat_id == chat_id,
            OutboxRow.telegram_message_id == telegram_message_id,
            OutboxRow.method.in_(SENDING),
        )
    )


async def is_being_sent(session: AsyncSession, chat_id: int) -> bool:
    """Whether a message is on its way into this chat, whose number there is not known yet."""
    query = select(OutboxRow.id).where(
        OutboxRow.stream == f"chat:{chat_id}",
        OutboxRow.state == OutboxState.CLAIMED,
        OutboxRow.method.in_(SENDING),
    )
    return await session.scalar(query.limit(1)) is not None


async def amend(
    session: AsyncSession, row: OutboxRow, params: Mapping[str, Any], due_at: datetime | None = None
) -> bool:
    """Other words for a row that still waits; False when it no longer does."""
    values: dict[str, Any] = {"params": dict(params)}
    if due_at is not None:
        values["due_at"] = due_at
    return await _change(session, row, values)


async def hasten(session: AsyncSession, row: OutboxRow, due_at: datetime) -> bool:
    """An earlier (or later) moment for a row that still waits."""
    return await _change(session, row, {"due_at": due_at})


async def drop(session: AsyncSession, row: OutboxRow) -> bool:
    """Takes a promise back; False when it may have been kept already."""
    return await _change(session, row, {"state": OutboxState.DROPPED.value})


async def pending_edit(session: AsyncSession, target_id: int, methods: Sequence[str]) -> OutboxRow | None:
    """The edit of a message that still waits."""
    return await session.scalar(_edits(target_id, methods).where(OutboxRow.state == OutboxState.PENDING))


async def latest_edit(session: AsyncSession, target_id: int, methods: Sequence[str]) -> OutboxRow | None:
    """The last promised edit of a message, whatever became of it."""
    return await session.scalar(_edits(target_id, methods))


async def pending_of_target(session: AsyncSession, target_id: int) -> list[OutboxRow]:
    """Everything that still waits to be done to a message."""
    return list(
        await session.scalars(
            select(OutboxRow).where(OutboxRow.target_id == target_id, OutboxRow.state == OutboxState.PENDING)
        )
    )


async def pending_of_stream(session: AsyncSession, stream: str, methods: Sequence[str] = SENDING) -> list[OutboxRow]:
    """What still waits in one stream, in order."""
    return list(
        await session.scalars(
            select(OutboxRow)
            .where(OutboxRow.stream == stream, OutboxRow.state == OutboxState.PENDING, OutboxRow.method.in_(methods))
            .order_by(OutboxRow.id)
        )
    )


async def said_in_chat(session: AsyncSession, chat_id: int, limit: int) -> list[OutboxRow]:
    """The newest texts that the service promised to a chat, oldest first."""
    found = await session.scalars(
        select(OutboxRow)
        .where(OutboxRow.chat_id == chat_id, OutboxRow.method == "sendMessage")
        .order_by(OutboxRow.id.desc())
        .limit(limit)
    )
    return list(found)[::-1]


async def last_in_chat(session: AsyncSession, chat_id: int, now: datetime) -> OutboxRow | None:
    """The latest message of any kind that the service has put into a chat; what is for later is not there yet."""
    query = select(OutboxRow).where(OutboxRow.chat_id == chat_id, OutboxRow.method.in_(SENDING))
    latest = query.where(OutboxRow.due_at <= now).order_by(OutboxRow.due_at.desc(), OutboxRow.id.desc())
    return await session.scalar(latest.limit(1))


def _edits(target_id: int, methods: Sequence[str]) -> Select[OutboxRow]:
    """Edits of a message, the newest first."""
    query = select(OutboxRow).where(OutboxRow.target_id == target_id, OutboxRow.method.in_(methods))
    return query.order_by(OutboxRow.id.desc()).limit(1)


async def _change(session: AsyncSession, row: OutboxRow, values: dict[str, Any]) -> bool:
    await session.flush()
    result = await session.execute(
        update(OutboxRow).where(OutboxRow.id == row.id, OutboxRow.state == OutboxState.PENDING).values(values)
    )
    await session.refresh(row)
    return isinstance(result, CursorResult) and result.rowcount == 1
