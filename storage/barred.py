"""Groups of the office in which the bot may not write just now, and what waits for them."""

from datetime import datetime

from sqlalchemy import ColumnElement, and_, delete, or_, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from storage.installation import get_fact
from storage.models import InstallationFact, OutboxRow, OutboxState, Topic
from storage.upsert import insert_new

_BARRED, _NO_PICTURES = "barred:", "no-pictures:"


async def bar(session: AsyncSession, chat_id: int, now: datetime) -> bool:
    """Remembers it; False where it was known. Safe with several replicas."""
    return await _remember(session, f"{_BARRED}{chat_id}", now)


async def takes_no_pictures(session: AsyncSession, chat_id: int, now: datetime) -> bool:
    """Remembers that words are taken there and pictures are not; False where it was known."""
    return await _remember(session, f"{_NO_PICTURES}{chat_id}", now)


async def may_take_pictures(session: AsyncSession, chat_id: int) -> None:
    """Forgets that: the bot's rights there have changed."""
    await session.execute(delete(InstallationFact).where(InstallationFact.key == f"{_NO_PICTURES}{chat_id}"))


async def lift(session: AsyncSession, chat_id: int) -> datetime | None:
    """Forgets it; since when it was so, or None where nothing was known."""
    key = f"{_BARRED}{chat_id}"
    since = await get_fact(session, key)
    found = await session.execute(
        delete(InstallationFact).where(InstallationFact.key == key).returning(InstallationFact.key)
    )
    return None if found.first() is None or since is None else datetime.fromisoformat(since)


async def anything_waits(session: AsyncSession, chat_id: int) -> bool:
    """Whether something has been refused there and is still to go."""
    return await session.scalar(select(OutboxRow.id).where(_waits_for(chat_id)).limit(1)) is not None


async def release(session: AsyncSession, chat_id: int) -> None:
    """What waits goes again at once, in its order."""
    await session.execute(
        update(OutboxRow).where(_waits_for(chat_id)).values(retry_at=None),
        execution_options={"synchronize_session": "fetch"},
    )


async def _remember(session: AsyncSession, key: str, now: datetime) -> bool:
    fact = insert_new(session, InstallationFact).values(key=key, value=now.isoformat())
    found = await session.execute(fact.returning(InstallationFact.key))
    return found.first() is not None


def _waits_for(chat_id: int) -> ColumnElement[bool]:
    """Rows for topics keep their topic, not its group."""
    topics = select(Topic.id).where(Topic.staff_chat_id == chat_id)
    return and_(
        OutboxRow.state == OutboxState.PENDING,
        OutboxRow.barred_at.is_not(None),
        or_(OutboxRow.chat_id == chat_id, OutboxRow.topic_id.in_(topics)),
    )
