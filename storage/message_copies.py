"""Where messages stand in Telegram, and what was said last."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncSession

from storage.models import JoinedMessage, Message, MessageCopy, OutboxRow


async def copies_of(session: AsyncSession, message_id: int, chat_id: int | None = None) -> list[MessageCopy]:
    """Original and copies by position; with `chat_id` only those in that chat."""
    query = select(MessageCopy).where(MessageCopy.message_id == message_id)
    if chat_id is not None:
        query = query.where(MessageCopy.chat_id == chat_id)
    return list(await session.scalars(query.order_by(MessageCopy.position, MessageCopy.id)))


async def originals_of(session: AsyncSession, message_id: int) -> list[MessageCopy]:
    """What the person wrote themselves, part by part."""
    query = select(MessageCopy).where(MessageCopy.message_id == message_id, MessageCopy.original)
    return list(await session.scalars(query.order_by(MessageCopy.position)))


async def join(session: AsyncSession, message: Message, row: OutboxRow) -> None:
    """The message stands in this promised copy of another one from now on."""
    session.add(JoinedMessage(outbox_id=row.id, message_id=message.id))
    await session.flush()


async def joined_to(session: AsyncSession, outbox_id: int) -> list[Message]:
    """What stands in a promised copy besides the message that it was made for, in order."""
    query = select(Message).join(JoinedMessage, JoinedMessage.message_id == Message.id)
    return list(await session.scalars(query.where(JoinedMessage.outbox_id == outbox_id).order_by(JoinedMessage.id)))


async def copies_joined(session: AsyncSession, message_id: int) -> list[OutboxRow]:
    """The promised copies of other messages in which this one stands too."""
    query = select(OutboxRow).join(JoinedMessage, JoinedMessage.outbox_id == OutboxRow.id)
    return list(await session.scalars(query.where(JoinedMessage.message_id == message_id).order_by(OutboxRow.id)))


async def hide_from_staff(session: AsyncSession, message_ids: Sequence[int]) -> None:
    """What an owner said for managers alone."""
    await session.execute(update(Message).where(Message.id.in_(message_ids)).values(for_managers=True))


async def last_hidden(session: AsyncSession, conversation_id: int) -> datetime | None:
    """When the owner last said something for managers alone."""
    found: datetime | None = await session.scalar(
        select(Message.at)
        .where(Message.conversation_id == conversation_id, Message.for_managers.is_(True))
        .order_by(Message.id.desc())
        .limit(1)
    )
    return found


async def last_messages(session: AsyncSession, conversation_id: int, limit: int) -> list[Message]:
    """What was said last between owner and office, oldest first; without notes and what only managers may see."""
    found = await session.scalars(
        select(Message)
        .where(Message.conversation_id == conversation_id, Message.internal.is_(False), Message.for_managers.is_(False))
        .order_by(Message.id.desc())
        .limit(limit)
    )
    return list(found)[::-1]
