"""The talk with an owner: held by one transaction at a time, queued, remembered."""

import asyncio
from datetime import timedelta

import pytest
from sqlalchemy import text

from storage import conversations
from storage.database import Database
from storage.models import Author, Conversation, Floor, Person
from tests.storage.rows import NOON, STAFF_CHAT, an_owner
from tests.waiting import until


async def a_talk(database: Database) -> int:
    async with database.unit_of_work() as work:
        _, talk = await an_owner(work.session)
        await work.commit()
        return talk.id


async def test_two_claims_at_the_same_moment_one_holder(database: Database) -> None:
    talk_id = await a_talk(database)

    async def claim(name: str) -> str | None:
        async with database.unit_of_work() as work:
            talk = await conversations.lock_conversation(work.session, talk_id)
            if talk.floor == Floor.HELD:
                return None
            await asyncio.sleep(0.01)
            talk.floor = Floor.HELD
            await work.commit()
            return name

    winners = [name for name in await asyncio.gather(*(claim(f"staff {number}") for number in range(8))) if name]

    assert len(winners) == 1


async def test_the_lock_shows_what_another_transaction_has_just_changed(database: Database) -> None:
    talk_id = await a_talk(database)

    async with database.unit_of_work() as slow:
        if database.dialect == "postgresql":  # on SQLite nobody could change it meanwhile
            await slow.session.get(Conversation, talk_id)
            async with database.unit_of_work() as quick:
                (await conversations.lock_conversation(quick.session, talk_id)).misses = 2
                await quick.commit()
        expected = 2 if database.dialect == "postgresql" else 0

        assert (await conversations.lock_conversation(slow.session, talk_id)).misses == expected


@pytest.mark.parametrize("database_kind", ["postgresql"])
async def test_whoever_waits_for_an_owners_conversation_reads_the_person_as_the_other_left_them(
    database: Database,
) -> None:
    async with database.unit_of_work() as work:
        person, talk = await an_owner(work.session, "김하늘")
        await work.commit()

    async def waits() -> bool:
        waiting = (
            "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'"
        )
        async with database.unit_of_work(reading=True) as look:
            return bool(await look.session.scalar(text(waiting)))

    async def late() -> Person:
        async with database.unit_of_work() as second:
            found = await conversations.lock_conversation_of(second.session, talk.chat_id)
            assert found is not None
            return found[0]

    async with database.unit_of_work() as first:
        await conversations.lock_conversation(first.session, talk.id)
        (await first.session.get_one(Person, person.id)).locale = "en"
        await first.session.flush()
        waiting = asyncio.create_task(late())
        await until(waits)
        await first.commit()

    assert (await waiting).locale == "en"


async def test_several_are_locked_in_one_order_so_that_nobody_waits_in_a_circle(database: Database) -> None:
    ids = [await a_talk(database) for _ in range(3)]

    async def touch(order: list[int]) -> None:
        async with database.unit_of_work() as work:
            for talk in await conversations.lock_conversations(work.session, order):
                await asyncio.sleep(0)
                talk.misses += 1
            await work.commit()

    await asyncio.gather(*(touch(ids if number % 2 else ids[::-1]) for number in range(10)))

    async with database.unit_of_work(reading=True) as work:
        assert [(await work.session.get_one(Conversation, talk)).misses for talk in ids] == [10, 10, 10]


async def test_a_conversation_that_does_not_exist_cannot_be_locked(database: Database) -> None:
    async with database.unit_of_work() as work:
        with pytest.raises(LookupError):
            await conversations.lock_conversation(work.session, 404)


async def test_who_waits_longest_comes_first(database: Database) -> None:
    async with database.unit_of_work() as work:
        talks = [(await an_owner(work.session))[1] for _ in range(3)]
        for talk, minutes in zip(talks, (20, 5, 10), strict=True):
            talk.floor, talk.waiting_since = Floor.WAITING, NOON - timedelta(minutes=minutes)
        await work.session.flush()

        queue = await conversations.waiting_queue(work.session)
        assert queue == [talks[0], talks[2], talks[1]]
        positions = [await conversations.queue_position(work.session, talk.id) for talk in talks]
        assert positions == [1, 3, 2]

        talks[0].floor = Floor.HELD
        await work.session.flush()
        assert await conversations.queue_position(work.session, talks[0].id) == 0
        assert await conversations.queue_position(work.session, talks[1].id) == 2


async def test_a_message_is_found_wherever_it_stands(database: Database) -> None:
    async with database.unit_of_work() as work:
        _, talk = await an_owner(work.session)
        message = await conversations.add_message(
            work.session, conversation_id=talk.id, author=Author.OWNER, text="물이 새요", at=NOON
        )
        for chat_id, original in ((talk.chat_id, True), (STAFF_CHAT, False)):
            await conversations.add_copy(
                work.session, message_id=message.id, chat_id=chat_id, telegram_message_id=9, original=original
            )

        found = await conversations.message_at(work.session, STAFF_CHAT, 9)
        assert found is not None
        assert found[0] is message
        assert not found[1].original
        assert await conversations.message_at(work.session, STAFF_CHAT, 10) is None


async def test_the_history_is_read_backwards_page_by_page(database: Database) -> None:
    async with database.unit_of_work() as work:
        _, talk = await an_owner(work.session)
        for number in range(5):
            await conversations.add_message(
                work.session, conversation_id=talk.id, author=Author.OWNER, text=str(number), at=NOON
            )

        newest = await conversations.history(work.session, talk.id, limit=2)
        older = await conversations.history(work.session, talk.id, limit=2, before_id=newest[0].id)
        assert [message.text for message in (*older, *newest)] == ["1", "2", "3", "4"]


async def test_a_topic_is_reserved_once_for_each_staff_chat(database: Database) -> None:
    async with database.unit_of_work() as work:
        _, talk = await an_owner(work.session)
        topic = await conversations.reserve_topic(
            work.session, conversation_id=talk.id, staff_chat_id=STAFF_CHAT, name="101동 1203호", icon=None, at=NOON
        )
        topic.thread_id = 77
        await work.session.flush()

        assert await conversations.topic_of(work.session, talk.id, STAFF_CHAT) is topic
        assert await conversations.topic_at(work.session, STAFF_CHAT, 77) is topic
        assert await conversations.topic_at(work.session, STAFF_CHAT, 78) is None


async def test_an_intake_that_was_changed_inside_is_written_when_it_is_assigned_again(database: Database) -> None:
    async with database.unit_of_work() as work:
        _, talk = await an_owner(work.session)
        talk.flow = {"kind": "intake", "data": {}}
        await work.commit()

    async with database.unit_of_work() as work:
        again = await conversations.lock_conversation(work.session, talk.id)
        flow = again.flow
        assert flow is not None
        flow["data"]["where"] = "욕실"
        again.flow = flow
        await work.commit()

    async with database.unit_of_work(reading=True) as work:
        assert (await work.session.get_one(Conversation, talk.id)).flow == {"kind": "intake", "data": {"where": "욕실"}}
