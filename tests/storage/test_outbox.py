"""Promised calls: what goes first, what waits for what, and that a claim takes only what is still there."""

from datetime import timedelta
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from storage import outbox
from storage.database import Database
from storage.models import OutboxRow, OutboxState, Priority
from tests.storage.rows import NOON, a_promise

CHAT, TOPIC = "chat:7001", "topic:1"


async def heads(session: AsyncSession, **wishes: Any) -> list[int]:
    return [head.row.id for head in await outbox.heads(session, NOON, wishes.pop("limit", 50), **wishes)]


async def test_the_next_of_every_stream_the_most_urgent_first(database: Database) -> None:
    async with database.unit_of_work() as work:
        notice = await a_promise(work.session, priority=Priority.NOTICE)
        reply = await a_promise(work.session, priority=Priority.DIRECT)
        alarm = await a_promise(work.session, stream=TOPIC, priority=Priority.EMERGENCY)
        await a_promise(work.session, stream="chat:7002", due_at=NOON + timedelta(seconds=1))

        assert await heads(work.session) == [alarm.id, reply.id]
        assert await heads(work.session, busy=[TOPIC]) == [reply.id]
        reply.state = OutboxState.SENT
        assert await heads(work.session) == [alarm.id, notice.id]


async def test_a_long_queue_is_read_in_parts(database: Database) -> None:
    async with database.unit_of_work() as work:
        rows = [
            await a_promise(work.session, stream=f"chat:{number}", priority=number % 2) for number in range(7010, 7015)
        ]
        wanted = [row.id for row in sorted(rows, key=lambda row: (row.priority, row.id))]

        found: list[int] = []
        after: tuple[int, int] | None = None
        while part := await outbox.heads(work.session, NOON, 2, after=after):
            found += [head.row.id for head in part]
            after = (part[-1].row.priority, part[-1].row.id)
        assert found == wanted


async def test_the_making_of_a_topic_goes_before_what_waits_for_it(database: Database) -> None:
    """Also when it had to be promised anew, and the header of the earlier attempt is as urgent."""
    async with database.unit_of_work() as work:
        await a_promise(work.session, stream=TOPIC, priority=Priority.EMERGENCY)
        making = await a_promise(
            work.session, stream=TOPIC, method="createForumTopic", priority=Priority.EMERGENCY, params={"name": "101"}
        )

        assert await heads(work.session) == [making.id]


async def test_a_change_is_neither_due_before_what_it_changes_nor_more_urgent(database: Database) -> None:
    later = NOON + timedelta(hours=8)
    async with database.unit_of_work() as work:
        notice = await a_promise(work.session, priority=Priority.NOTICE, due_at=later)
        edit = await outbox.put(
            work.session,
            OutboxRow(
                method="editMessageText",
                params={"text": "고친 공지"},
                stream=CHAT,
                target_id=notice.id,
                priority=Priority.DIRECT,
                due_at=NOON,
                created_at=NOON,
            ),
        )
        assert (edit.priority, edit.due_at) == (Priority.NOTICE, later)


async def test_a_claim_takes_what_is_still_pending_as_it_is_now(database: Database) -> None:
    async with database.unit_of_work() as work:
        rows = [await a_promise(work.session, stream=f"chat:{number}") for number in range(3)]
        rows[1].state = OutboxState.DROPPED
        ids = [row.id for row in rows]

        claimed = await outbox.claim(work.session, ids[::-1])
        assert [row.id for row in claimed] == [ids[2], ids[0]]
        assert {(row.state, row.tries) for row in claimed} == {("claimed", 1)}
        assert await outbox.claim(work.session, ids) == []
        assert [row.id for row in await outbox.orphans(work.session)] == [ids[0], ids[2]]
