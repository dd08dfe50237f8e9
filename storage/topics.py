"""Topics of staff chats, where a conversation has several, and the hand-offs that lead from one to another."""

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from storage.models import AuditEntry, Topic


async def topics_of(session: AsyncSession, conversation_id: int) -> list[Topic]:
    """All topics of a conversation (one per staff chat), oldest first."""
    found = await session.scalars(select(Topic).where(Topic.conversation_id == conversation_id).order_by(Topic.id))
    return list(found)


async def latest_handoff(session: AsyncSession, conversation_id: int) -> AuditEntry | None:
    """The last time that a conversation was asked for, claimed or passed on."""
    return await session.scalar(
        select(AuditEntry)
        .where(
            AuditEntry.subject == f"conversation:{conversation_id}",
            AuditEntry.action.in_(("handoff.asked", "handoff.claimed", "handoff.transferred")),
        )
        .order_by(AuditEntry.id.desc())
        .limit(1)
    )
