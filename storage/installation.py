"""Facts about this database: whose it is, and where its chats have moved."""

from sqlalchemy import func, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from storage.cipher import Cipher
from storage.errors import OtherBotError
from storage.models import (
    InboxRow,
    InboxState,
    InstallationFact,
    MessageCopy,
    OutboxRow,
    OutboxState,
    TicketCard,
    Topic,
)
from storage.upsert import insert_new

_KEY_CHECK = "haedap"


async def get_fact(session: AsyncSession, key: str) -> str | None:
    return await session.scalar(select(InstallationFact.value).where(InstallationFact.key == key))


async def set_fact(session: AsyncSession, key: str, value: str) -> None:
    fact = await session.get(InstallationFact, key)
    if fact is None:
        session.add(InstallationFact(key=key, value=value))
    else:
        fact.value = value
    await session.flush()


async def claim_bot(session: AsyncSession, bot_id: int) -> None:
    """The first bot owns the database. Raises OtherBotError for any other."""
    await session.execute(insert_new(session, InstallationFact).values(key="bot_id", value=str(bot_id)))
    owner = int(await get_fact(session, "bot_id") or bot_id)
    if owner != bot_id:
        raise OtherBotError(owner, bot_id)


async def check_data_key(session: AsyncSession, cipher: Cipher) -> None:
    """The first key owns the personal data. Raises DataKeyError where it is another one or missing."""
    stored = await get_fact(session, "data_key_check")
    if stored is None:
        await set_fact(session, "data_key_check", cipher.seal(_KEY_CHECK))
    else:
        cipher.open(stored)


async def migrated_chat(session: AsyncSession, chat_id: int) -> int:
    """Where a chat is now, following every migration that was seen."""
    moved = await get_fact(session, f"chat:{chat_id}")
    return chat_id if moved is None else await migrated_chat(session, int(moved))


async def follow_migration(session: AsyncSession, old: int, new: int) -> bool:
    """Rewrites every stored id of a group that became a supergroup; False when that was done before."""
    if old == new or await get_fact(session, f"chat:{old}") is not None:
        return False
    await set_fact(session, f"chat:{old}", str(new))
    await session.execute(update(Topic).where(Topic.staff_chat_id == old).values(staff_chat_id=new))
    await session.execute(update(TicketCard).where(TicketCard.chat_id == old).values(chat_id=new))
    await session.execute(
        update(OutboxRow)
        .where(OutboxRow.chat_id == old, OutboxRow.state.in_((OutboxState.PENDING, OutboxState.CLAIMED)))
        .values(chat_id=new, stream=func.replace(OutboxRow.stream, f"chat:{old}", f"chat:{new}"))
    )
    await session.execute(
        update(InboxRow)
        .where(InboxRow.state == InboxState.PENDING, InboxRow.lane.contains(str(old), autoescape=True))
        .values(lane=func.replace(InboxRow.lane, str(old), str(new)))
    )
    await session.execute(update(MessageCopy).where(MessageCopy.chat_id == old).values(chat_id=new))
    return True
