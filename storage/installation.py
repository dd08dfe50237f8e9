"""Facts about this database: which bot it belongs to, whether the data key fits, where its chats have moved."""

from sqlalchemy import delete, func, or_, select, update
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import aliased

from storage.cipher import Cipher
from storage.errors import OtherBotError
from storage.models import (
    InboxRow,
    InboxState,
    InstallationFact,
    Lane,
    OutboxRow,
    OutboxState,
    TicketCard,
    Timer,
    TimerState,
    Topic,
)
from storage.upsert import insert, insert_new

_BOT = "bot_id"
_KEY_CHECK = "data_key_check"
_KEY_CHECK_WORDS = "haedap"
_CHAT = "chat:"


async def get_fact(session: AsyncSession, key: str) -> str | None:
    return await session.scalar(select(InstallationFact.value).where(InstallationFact.key == key))


async def set_fact(session: AsyncSession, key: str, value: str) -> None:
    """Writes it, also over an earlier one."""
    new = insert(session, InstallationFact).values(key=key, value=value)
    await session.execute(new.on_conflict_do_update(index_elements=["key"], set_={"value": new.excluded.value}))


async def forget_fact(session: AsyncSession, key: str) -> None:
    await session.execute(delete(InstallationFact).where(InstallationFact.key == key))


async def _settle(session: AsyncSession, key: str, value: str) -> str:
    """The fact as it is; `value` where it was not yet known. Safe with several replicas starting at once."""
    await session.execute(insert_new(session, InstallationFact).values(key=key, value=value))
    return (await session.scalars(select(InstallationFact.value).where(InstallationFact.key == key))).one()


async def claim_bot(session: AsyncSession, bot_id: int) -> None:
    """The first bot owns the database. Raises OtherBotError for any other."""
    owner = int(await _settle(session, _BOT, str(bot_id)))
    if owner != bot_id:
        raise OtherBotError("other-bot", expected=owner, actual=bot_id)


async def check_data_key(session: AsyncSession, cipher: Cipher) -> None:
    """The first data key owns the personal fields. Raises DataKeyError where it is missing now, or another one.

    A database that was begun without a key may get one: what is written from then on is sealed.
    """
    check = await _settle(session, _KEY_CHECK, cipher.seal(_KEY_CHECK_WORDS))
    cipher.open(check)
    if cipher.seals and not cipher.is_sealed(check):
        await set_fact(session, _KEY_CHECK, cipher.seal(_KEY_CHECK_WORDS))


async def try_data_key(session: AsyncSession, cipher: Cipher) -> None:
    """As `check_data_key`, but changes nothing."""
    check = await get_fact(session, _KEY_CHECK)
    if check is not None:
        cipher.open(check)


async def migrated_chat(session: AsyncSession, chat_id: int) -> int:
    """Where a chat is now, following every migration that was seen."""
    seen = {chat_id}
    while (moved := await get_fact(session, f"{_CHAT}{chat_id}")) is not None:
        chat_id = int(moved)
        if chat_id in seen:
            break
        seen.add(chat_id)
    return chat_id


async def migrations(session: AsyncSession) -> dict[int, int]:
    """Every chat that became another one, and which."""
    query = select(InstallationFact.key, InstallationFact.value).where(InstallationFact.key.startswith(_CHAT))
    return {int(key.removeprefix(_CHAT)): int(value) for key, value in (await session.execute(query)).all()}


async def follow_migration(session: AsyncSession, old: int, new: int) -> bool:
    """Whatever is still to happen in a group that became a supergroup happens there; False when it was known before:
    then only what was promised for the old id meanwhile follows.

    Message ids begin anew in the supergroup. Copies and sent rows therefore keep the old chat, promised edits of old
    messages are dropped, and cards get a generation that no topic has, so that the next change of a ticket shows a new
    one. Topics keep their thread: where it is gone, sending finds out and has it made again.
    """
    if old == new:
        return False
    known = await migrated_chat(session, old) == new
    if not known:
        await set_fact(session, f"{_CHAT}{old}", str(new))
    await _move_places(session, old, new)
    await _move_outbox(session, old, new)
    await _move_lanes(session, old, new)
    return not known


async def _move_places(session: AsyncSession, old: int, new: int) -> None:
    """Topics and cards; one that was made anew in the supergroup already stays the only one there."""
    topic, card = aliased(Topic), aliased(TicketCard)
    there = select(topic.id).where(topic.conversation_id == Topic.conversation_id, topic.staff_chat_id == new)
    shown = select(card.id).where(card.ticket_id == TicketCard.ticket_id, card.chat_id == new)
    await session.execute(
        update(Topic).where(Topic.staff_chat_id == old, ~there.exists()).values(staff_chat_id=new),
        execution_options={"synchronize_session": "fetch"},
    )
    await session.execute(
        update(TicketCard).where(TicketCard.chat_id == old, ~shown.exists()).values(chat_id=new, generation=-1),
        execution_options={"synchronize_session": "fetch"},
    )


async def _move_outbox(session: AsyncSession, old: int, new: int) -> None:
    promised = (OutboxRow.chat_id == old, OutboxRow.state.in_((OutboxState.PENDING, OutboxState.CLAIMED)))
    target = aliased(OutboxRow)
    old_message = select(target.id).where(target.id == OutboxRow.target_id, target.telegram_message_id.is_not(None))
    await session.execute(
        update(OutboxRow)
        .where(*promised, OutboxRow.state == OutboxState.PENDING)
        .where(or_(OutboxRow.target_message_id.is_not(None), old_message.exists()))
        .values(state=OutboxState.DROPPED),
        execution_options={"synchronize_session": "fetch"},
    )
    await session.execute(
        update(OutboxRow)
        .where(*promised)
        .values(
            chat_id=new,
            reply_to_message_id=None,
            stream=func.replace(OutboxRow.stream, f"chat:{old}", f"chat:{new}"),
        ),
        execution_options={"synchronize_session": "fetch"},
    )


async def _move_lanes(session: AsyncSession, old: int, new: int) -> None:
    """Lanes are "chat:<chat>" and "topic:<chat>:<thread>"; no other number that begins alike may be touched."""
    for model, pending in (
        (InboxRow, InboxRow.state == InboxState.PENDING),
        (Timer, Timer.state == TimerState.WAITING),
    ):
        here = or_(model.lane == f"chat:{old}", model.lane.startswith(f"topic:{old}:", autoescape=True))
        lanes = list(await session.scalars(select(model.lane).where(pending, here).distinct()))
        for lane in lanes:
            moved = lane.replace(str(old), str(new), 1)
            await session.execute(insert_new(session, Lane).values(key=moved))
            await session.execute(update(model).where(pending, model.lane == lane).values(lane=moved))
