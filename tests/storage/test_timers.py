"""Due moments: one for each key, moved while they wait, fired once."""

import asyncio
from datetime import datetime, timedelta

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from storage import timers
from storage.database import Database
from storage.models import Timer, TimerState
from storage.worn_out import remove_past_timers
from tests.storage.rows import NOON

MINUTE = timedelta(minutes=1)


async def plan(session: AsyncSession, key: str, due_at: datetime, **data: object) -> bool:
    return await timers.plan(
        session, kind="reminder", lane="chat:1", due_at=due_at, dedupe_key=key, data=data, now=NOON
    )


async def test_planning_again_moves_what_waits(database: Database) -> None:
    async with database.unit_of_work() as work:
        assert await plan(work.session, "reminder:1", NOON + MINUTE, step=1)
        assert await plan(work.session, "reminder:1", NOON + 5 * MINUTE, step=2)

        assert await timers.due(work.session, NOON + 2 * MINUTE, 10) == []
        [timer] = await timers.due(work.session, NOON + 5 * MINUTE, 10)
        assert (timer.data, timer.due_at) == ({"step": 2}, NOON + 5 * MINUTE)


async def test_what_has_fired_stays_fired(database: Database) -> None:
    async with database.unit_of_work() as work:
        await plan(work.session, "reminder:1", NOON)
        [timer] = await timers.due(work.session, NOON, 10)
        await timers.mark_fired(work.session, timer)

        assert not await plan(work.session, "reminder:1", NOON + MINUTE)
        assert await timers.due(work.session, NOON + MINUTE, 10) == []


async def test_of_one_moment_what_was_planned_first_comes_first(database: Database) -> None:
    async with database.unit_of_work() as work:
        await plan(work.session, "first", NOON + MINUTE)
        await plan(work.session, "second", NOON)
        await timers.hasten_prefix(work.session, "first", NOON)

        assert [timer.dedupe_key for timer in await timers.due(work.session, NOON, 10)] == ["first", "second"]


async def test_what_was_cancelled_can_be_planned_again(database: Database) -> None:
    async with database.unit_of_work() as work:
        await plan(work.session, "reminder:1", NOON)
        await timers.cancel_prefix(work.session, "reminder:1")
        assert await timers.due(work.session, NOON, 10) == []

        assert await plan(work.session, "reminder:1", NOON)
        assert len(await timers.due(work.session, NOON, 10)) == 1


async def test_cancelling_by_prefix_spares_keys_that_only_look_alike(database: Database) -> None:
    keys = ["draft:1:a", "draft:1:가", "draft:1:", "draft:10:a", "draft:1", "DRAFT:1:a", "draft_1:a"]
    async with database.unit_of_work() as work:
        for key in keys:
            await plan(work.session, key, NOON)

        await timers.cancel_prefix(work.session, "draft:1:")

        waiting = select(Timer.dedupe_key).where(Timer.state == TimerState.WAITING)
        assert set(await work.session.scalars(waiting)) == {"draft:10:a", "draft:1", "DRAFT:1:a", "draft_1:a"}


async def test_what_is_due_comes_earliest_first_and_no_more_than_asked_for(database: Database) -> None:
    async with database.unit_of_work() as work:
        for minutes in (3, 1, 2):
            await plan(work.session, f"in {minutes}", NOON + minutes * MINUTE)

        found = await timers.due(work.session, NOON + 5 * MINUTE, 2)
        assert [timer.dedupe_key for timer in found] == ["in 1", "in 2"]


async def test_two_replicas_never_fire_the_same_timer(database: Database) -> None:
    async with database.unit_of_work() as work:
        await plan(work.session, "reminder:1", NOON)
        await work.commit()

    async with database.unit_of_work() as first:
        [timer] = await timers.due(first.session, NOON, 10)
        if database.dialect == "postgresql":  # on SQLite the second one waits for the writer's lock
            async with asyncio.timeout(5), database.unit_of_work() as second:
                assert await timers.due(second.session, NOON, 10) == []
        await timers.mark_fired(first.session, timer)
        await first.commit()

    async with database.unit_of_work() as third:
        assert await timers.due(third.session, NOON, 10) == []


async def test_past_moments_are_taken_away_a_few_at_a_time_and_those_that_wait_stay(database: Database) -> None:
    day = timedelta(days=1)
    async with database.unit_of_work() as work:
        for number in range(3):
            await plan(work.session, f"fired {number}", NOON - (8 + number) * day)
        for timer in await timers.due(work.session, NOON, 10):
            await timers.mark_fired(work.session, timer)
        await plan(work.session, "cancelled", NOON - 8 * day)
        await timers.cancel_prefix(work.session, "cancelled")
        await plan(work.session, "fired lately", NOON - 6 * day)
        for timer in await timers.due(work.session, NOON, 10):
            await timers.mark_fired(work.session, timer)
        await plan(work.session, "late", NOON - 30 * day)
        await plan(work.session, "soon", NOON)

        assert [await remove_past_timers(work.session, NOON - 7 * day, 2) for _ in range(3)] == [2, 2, 0]
        assert set(await work.session.scalars(select(Timer.dedupe_key))) == {"fired lately", "late", "soon"}
        assert not await plan(work.session, "fired lately", NOON)


async def test_what_waits_behind_something_is_due_with_its_end_and_never_later(database: Database) -> None:
    async with database.unit_of_work() as work:
        await plan(work.session, "held:1:a", NOON + 5 * MINUTE)
        await plan(work.session, "held:1:b", NOON - MINUTE)
        await plan(work.session, "held:11:a", NOON + 5 * MINUTE)

        await timers.hasten_prefix(work.session, "held:1:", NOON)

        found = await timers.due(work.session, NOON, 10)
        assert [(timer.dedupe_key, timer.due_at) for timer in found] == [
            ("held:1:b", NOON - MINUTE),
            ("held:1:a", NOON),
        ]
