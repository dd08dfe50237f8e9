"""Whose database it is, whether the key fits, where its chats have moved."""

import asyncio

import pytest

from storage import conversations
from storage.cipher import Cipher
from storage.database import Database
from storage.errors import DataKeyError, OtherBotError
from storage.installation import check_data_key, claim_bot, follow_migration, migrated_chat
from storage.models import Author, InboxRow, Lane, OutboxState, TicketCard, Topic
from storage.timers import plan
from tests.storage.rows import NOON, a_promise, a_ticket, an_owner

OLD, NEW = -4000, -1001234567890
KEY, OTHER_KEY = bytes(range(32)), bytes(range(1, 33))


async def test_the_first_bot_owns_the_database_and_another_is_refused(database: Database) -> None:
    async def claim(bot_id: int) -> None:
        async with database.unit_of_work() as work:
            await claim_bot(work.session, bot_id)
            await work.commit()

    await asyncio.gather(*(claim(42) for _ in range(4)))

    with pytest.raises(OtherBotError) as refused:
        await claim(43)
    assert refused.value.details == {"expected": 42, "actual": 43}


@pytest.mark.parametrize(
    ("first", "second", "fits"),
    [
        (KEY, KEY, True),
        (None, None, True),
        (None, KEY, True),
        (KEY, None, False),
        (KEY, OTHER_KEY, False),
    ],
    ids=["same key", "never a key", "a key later", "key forgotten", "another key"],
)
async def test_the_data_key_must_be_the_one_that_sealed(
    database: Database, first: bytes | None, second: bytes | None, fits: bool
) -> None:
    async def start(key: bytes | None) -> None:
        async with database.unit_of_work() as work:
            await check_data_key(work.session, Cipher(key))
            await work.commit()

    await start(first)

    if fits:
        await start(second)
    else:
        with pytest.raises(DataKeyError):
            await start(second)


async def test_a_key_that_came_later_is_needed_from_then_on(database: Database) -> None:
    for key in (None, KEY):
        async with database.unit_of_work() as work:
            await check_data_key(work.session, Cipher(key))
            await work.commit()

    async with database.unit_of_work() as work:
        with pytest.raises(DataKeyError):
            await check_data_key(work.session, Cipher(None))


async def test_a_group_that_became_a_supergroup_is_followed_everywhere(database: Database) -> None:
    async with database.unit_of_work() as work:
        session = work.session
        _, talk = await an_owner(session)
        ticket = await a_ticket(session, talk)
        topic = Topic(conversation_id=talk.id, staff_chat_id=OLD, thread_id=5, name="101동", created_at=NOON)
        session.add(topic)
        sent = await a_promise(
            session, chat_id=OLD, stream=f"chat:{OLD}", state=OutboxState.SENT, telegram_message_id=7
        )
        words = await a_promise(session, chat_id=OLD, stream=f"chat:{OLD}", reply_to_message_id=7)
        edit = await a_promise(session, chat_id=OLD, stream=f"chat:{OLD}", target_id=sent.id)
        alarm = await a_promise(session, chat_id=OLD, stream=f"apart:chat:{OLD}")
        card = TicketCard(ticket_id=ticket.id, chat_id=OLD, outbox_id=sent.id)
        lanes = [f"chat:{OLD}", f"topic:{OLD}:5", f"topic:{OLD}1:5", "chat:4000"]
        waiting = [a_row(number, lane) for number, lane in enumerate(lanes)]
        session.add_all([card, *waiting, *(Lane(key=lane) for lane in lanes)])
        await plan(session, kind="k", lane=f"chat:{OLD}", due_at=NOON, dedupe_key="k", data={}, now=NOON)

        assert await follow_migration(session, OLD, NEW)
        assert not await follow_migration(session, OLD, NEW)

        for row in (topic, card, words, edit, alarm, sent, *waiting):
            await session.refresh(row)
        moved = [f"chat:{NEW}", f"topic:{NEW}:5", f"topic:{OLD}1:5", "chat:4000"]
        assert [row.lane for row in waiting] == moved
        assert [await session.get(Lane, lane) is not None for lane in moved] == [True] * 4
        assert (topic.staff_chat_id, topic.thread_id, card.chat_id) == (NEW, 5, NEW)
        assert (words.chat_id, words.stream, words.reply_to_message_id) == (NEW, f"chat:{NEW}", None)
        assert alarm.stream == f"apart:chat:{NEW}"
        assert (edit.state, sent.chat_id) == (OutboxState.DROPPED, OLD)
        assert await migrated_chat(session, OLD) == NEW


async def test_what_was_promised_for_the_old_group_meanwhile_follows_too(database: Database) -> None:
    """Another replica may learn of the move a moment later."""
    async with database.unit_of_work() as work:
        session = work.session
        _, talk = await an_owner(session)
        ticket = await a_ticket(session, talk)
        kept = Topic(conversation_id=talk.id, staff_chat_id=OLD, thread_id=5, name="101동", created_at=NOON)
        session.add(kept)
        await follow_migration(session, OLD, NEW)

        late = await a_promise(session, chat_id=OLD, stream=f"chat:{OLD}")
        stray = Topic(conversation_id=talk.id, staff_chat_id=OLD, name="101동", created_at=NOON)
        cards = [TicketCard(ticket_id=ticket.id, chat_id=chat, outbox_id=late.id) for chat in (OLD, NEW)]
        session.add_all([stray, *cards])
        await session.flush()
        assert not await follow_migration(session, OLD, NEW)

        for row in (late, kept, stray, *cards):
            await session.refresh(row)
        assert (late.chat_id, late.stream) == (NEW, f"chat:{NEW}")
        assert [topic.staff_chat_id for topic in (kept, stray)] == [NEW, OLD]
        assert [card.chat_id for card in cards] == [OLD, NEW]


async def test_messages_of_the_old_group_are_not_taken_for_those_of_the_new_one(database: Database) -> None:
    """Message ids begin anew in a supergroup."""
    async with database.unit_of_work() as work:
        session = work.session
        _, talk = await an_owner(session)
        note = await conversations.add_message(session, conversation_id=talk.id, author=Author.STAFF, at=NOON)
        await conversations.add_copy(session, message_id=note.id, chat_id=OLD, telegram_message_id=1)

        await follow_migration(session, OLD, NEW)

        assert await conversations.message_at(session, OLD, 1) is not None
        assert await conversations.message_at(session, NEW, 1) is None


async def test_a_chat_that_moved_twice_is_found_where_it_is_now(database: Database) -> None:
    async with database.unit_of_work() as work:
        await follow_migration(work.session, -1, -2)
        await follow_migration(work.session, -2, -3)

        assert [await migrated_chat(work.session, chat) for chat in (-1, -2, -3, 9)] == [-3, -3, -3, 9]


def a_row(number: int, lane: str) -> InboxRow:
    return InboxRow(
        source="bot:42", update_id=number, payload_hash=str(number), payload={}, lane=lane, received_at=NOON
    )
