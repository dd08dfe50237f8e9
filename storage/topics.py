"""Topics of staff chats: which conversation stands where."""

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from storage.models import Topic


async def topics_of(session: AsyncSession, conversation_id: int) -> list[Topic]:
    """All topics of a conversation (one per staff chat), oldest first."""
    found = await session.scalars(select(Topic).where(Topic.conversation_id == conversation_id).order_by(Topic.id))
    return list(found)


async def topic_in(session: AsyncSession, conversation_id: int, staff_chat_id: int) -> Topic | None:
    """The conversation's topic in one staff chat."""
    return await session.scalar(
        select(Topic).where(Topic.conversation_id == conversation_id, Topic.staff_chat_id == staff_chat_id)
    )


async def topic_at(session: AsyncSession, staff_chat_id: int, thread_id: int) -> Topic | None:
    """The topic that Telegram means by a chat and a thread."""
    return await session.scalar(select(Topic).where(Topic.staff_chat_id == staff_chat_id, Topic.thread_id == thread_id))


async def topic_by_id(session: AsyncSession, topic_id: int) -> Topic | None:
    return await session.get(Topic, topic_id)
