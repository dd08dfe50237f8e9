"""Conversations and what was said in them. Every transaction that touches one locks it first."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from storage.models import Author, Conversation, Floor, Message, MessageCopy, Person, Topic, TopicState
from storage.upsert import insert_new

_SHORTLY = 5


async def conversation_of_chat(session: AsyncSession, chat_id: int) -> Conversation | None:
    return await session.scalar(select(Conversation).where(Conversation.chat_id == chat_id))


async def conversation_of_person(session: AsyncSession, person_id: int) -> Conversation | None:
    return await session.scalar(select(Conversation).where(Conversation.person_id == person_id))


_LOCKED = (
    select(Conversation)
    .where(Conversation.id == bindparam("id"))
    .with_for_update()
    .execution_options(populate_existing=True)
)
_LOCKED_WITH_OWNER = (
    select(Person, Conversation)
    .join(Conversation, Conversation.person_id == Person.id)
    .where(Person.telegram_id == bindparam("telegram_id"))
    .with_for_update(of=Conversation)
    .execution_options(populate_existing=True)
)


_PERSON_NOW = select(Person).where(Person.id == bindparam("id")).execution_options(populate_existing=True)


async def lock_conversation(session: AsyncSession, conversation_id: int) -> Conversation:
    """The row as it is now, held until the transaction ends. Raises LookupError when there is none."""
    found = await session.scalar(_LOCKED, {"id": conversation_id})
    if found is None:
        raise LookupError(f"no conversation {conversation_id}")
    return found


async def lock_conversation_of(session: AsyncSession, telegram_id: int) -> tuple[Person, Conversation] | None:
    """An owner who has written before, with their conversation, held until the transaction ends."""
    row = (await session.execute(_LOCKED_WITH_OWNER, {"telegram_id": telegram_id})).one_or_none()
    if row is None:
        return None
    if session.get_bind().dialect.name == "postgresql":
        # The person was read before the lock was waited for; SQLite has locked everything before it reads.
        await session.scalar(_PERSON_NOW, {"id": row[0].id})
    return row[0], row[1]


async def lock_conversations(session: AsyncSession, ids: Iterable[int]) -> list[Conversation]:
    """Several, always in ascending order, so that two transactions cannot wait for each other."""
    return [await lock_conversation(session, conversation_id) for conversation_id in sorted(set(ids))]


async def add_conversation(session: AsyncSession, *, person_id: int, chat_id: int, at: datetime) -> Conversation:
    conversation = Conversation(person_id=person_id, chat_id=chat_id, created_at=at)
    session.add(conversation)
    await session.flush()
    return conversation


async def topic_of(session: AsyncSession, conversation_id: int, staff_chat_id: int) -> Topic | None:
    query = select(Topic).where(Topic.conversation_id == conversation_id, Topic.staff_chat_id == staff_chat_id)
    return await session.scalar(query)


async def topic_at(session: AsyncSession, staff_chat_id: int, thread_id: int) -> Topic | None:
    query = select(Topic).where(Topic.staff_chat_id == staff_chat_id, Topic.thread_id == thread_id)
    return await session.scalar(query)


async def topic_by_id(session: AsyncSession, topic_id: int) -> Topic | None:
    return await session.get(Topic, topic_id)


async def reserve_topic(
    session: AsyncSession, *, conversation_id: int, staff_chat_id: int, name: str, icon: str | None, at: datetime
) -> Topic:
    """The row before Telegram is asked: creating a topic is not idempotent (facts)."""
    topic = Topic(
        conversation_id=conversation_id,
        staff_chat_id=staff_chat_id,
        name=name,
        icon=icon,
        state=TopicState.RESERVED,
        created_at=at,
    )
    session.add(topic)
    await session.flush()
    return topic


async def add_message(
    session: AsyncSession,
    *,
    conversation_id: int,
    author: str,
    at: datetime,
    text: str = "",
    media: list[dict[str, Any]] | None = None,
    staff_id: int | None = None,
    ticket_id: int | None = None,
    internal: bool = False,
) -> Message:
    message = Message(
        conversation_id=conversation_id,
        author=author,
        text=text,
        media=media,
        staff_id=staff_id,
        ticket_id=ticket_id,
        internal=internal,
        at=at,
    )
    session.add(message)
    await session.flush()
    return message


async def add_copy(
    session: AsyncSession,
    *,
    message_id: int,
    chat_id: int,
    telegram_message_id: int,
    position: int = 0,
    original: bool = False,
) -> None:
    """Where a message stands; a place that is known already (an update that came again) keeps its first row."""
    row = {
        "message_id": message_id,
        "chat_id": chat_id,
        "telegram_message_id": telegram_message_id,
        "position": position,
        "original": original,
    }
    await session.execute(insert_new(session, MessageCopy.__table__), row)


async def message_at(
    session: AsyncSession, chat_id: int, telegram_message_id: int
) -> tuple[Message, MessageCopy] | None:
    """The message that stands at a place in Telegram."""
    query = (
        select(Message, MessageCopy)
        .join(MessageCopy, MessageCopy.message_id == Message.id)
        .where(MessageCopy.chat_id == chat_id, MessageCopy.telegram_message_id == telegram_message_id)
    )
    row = (await session.execute(query)).one_or_none()
    return None if row is None else (row[0], row[1])


async def anything_said_of(session: AsyncSession, ticket_id: int) -> bool:
    """Whether any message of its owner belongs to a ticket."""
    query = select(Message.id).where(Message.ticket_id == ticket_id, Message.author == Author.OWNER).limit(1)
    return await session.scalar(query) is not None


async def said_after(session: AsyncSession, message: Message, until: datetime) -> list[Message]:
    """What the owner said from one message on that belongs to no ticket, in order."""
    found = await session.scalars(
        select(Message)
        .where(
            Message.conversation_id == message.conversation_id,
            Message.id > message.id,
            Message.at <= until,
            Message.author == Author.OWNER,
            Message.ticket_id.is_(None),
        )
        .order_by(Message.id)
    )
    return list(found)


async def said_before(session: AsyncSession, message: Message, since: datetime) -> list[Message]:
    """What the owner said shortly before a message and belongs to no ticket, the latest first."""
    found = await session.scalars(
        select(Message)
        .where(
            Message.conversation_id == message.conversation_id,
            Message.id < message.id,
            Message.at >= since,
            Message.author == Author.OWNER,
            Message.ticket_id.is_(None),
        )
        .order_by(Message.id.desc())
        .limit(_SHORTLY)
    )
    return list(found)


async def told_from(session: AsyncSession, ticket_id: int) -> datetime | None:
    """When the first message that belongs to a ticket was said."""
    found: datetime | None = await session.scalar(
        select(Message.at).where(Message.ticket_id == ticket_id).order_by(Message.id).limit(1)
    )
    return found


async def first_place(session: AsyncSession, ticket_id: int, chat_id: int) -> int | None:
    """Where in a chat stands the message of the owner with which a ticket began."""
    query = (
        select(MessageCopy.telegram_message_id)
        .join(Message, Message.id == MessageCopy.message_id)
        .where(Message.ticket_id == ticket_id, Message.author == Author.OWNER)
        .where(MessageCopy.chat_id == chat_id, MessageCopy.original)
        .order_by(Message.id, MessageCopy.position)
        .limit(1)
    )
    found: int | None = await session.scalar(query)
    return found


async def waiting_queue(session: AsyncSession) -> list[Conversation]:
    """Who waits for a person, longest first."""
    query = (
        select(Conversation)
        .where(Conversation.floor == Floor.WAITING)
        .order_by(Conversation.waiting_since, Conversation.id)
    )
    return list(await session.scalars(query))


async def queue_position(session: AsyncSession, conversation_id: int) -> int:
    """1 for the next one; 0 when the conversation does not wait."""
    own = await session.scalar(
        select(Conversation.waiting_since).where(
            Conversation.id == conversation_id, Conversation.floor == Floor.WAITING
        )
    )
    if own is None:
        return 0
    query = select(func.count()).where(Conversation.floor == Floor.WAITING, Conversation.waiting_since < own)
    return int(await session.scalar(query) or 0) + 1


async def held_by(session: AsyncSession, staff_id: int) -> list[Conversation]:
    query = select(Conversation).where(Conversation.holder_id == staff_id).order_by(Conversation.id)
    return list(await session.scalars(query))


async def history(
    session: AsyncSession, conversation_id: int, limit: int, before_id: int | None = None
) -> list[Message]:
    """The latest messages, oldest of them first; keyset paging with `before_id`."""
    query = select(Message).where(Message.conversation_id == conversation_id)
    if before_id is not None:
        query = query.where(Message.id < before_id)
    found = await session.scalars(query.order_by(Message.id.desc()).limit(limit))
    return list(found)[::-1]
