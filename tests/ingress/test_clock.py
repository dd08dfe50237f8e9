"""The clock stops as quietly as it ticks, and sweeps away what was done long ago."""

import asyncio

import pytest

from bot.clock import KEPT, Sweep, Ticks
from tests.builders import Bench
from tests.ingress.inbox_story import InboxStory, message


async def test_a_tick_that_is_under_way_ends_before_the_clock_does(caplog: pytest.LogCaptureFixture) -> None:
    begun, may_end = asyncio.Event(), asyncio.Event()
    ended = []

    async def fire_timers() -> None:
        begun.set()
        await may_end.wait()
        ended.append("tick")

    async def nothing() -> None:
        pass

    ticks = Ticks(fire_timers, lambda: None, nothing, nothing)
    ticks.begin()
    await asyncio.wait_for(begun.wait(), 30)
    ending = asyncio.create_task(ticks.end())
    for _ in range(20):  # every chance to end too early
        await asyncio.sleep(0)
    assert not ending.done()
    may_end.set()
    await asyncio.wait_for(ending, 30)
    assert ended == ["tick"]
    assert not [record for record in caplog.records if record.name.startswith("apscheduler.executors")]


async def test_what_was_done_long_ago_is_swept_away_and_nothing_else(bench: Bench) -> None:
    story = InboxStory(bench)
    again = message(7001, "또 왔어요")
    await story.receives(message(7001, "첫 글"), again)
    async with story.working():
        await story.worked()
    sweep = Sweep(story.bench.database, story.bench.clock.now, story.real.now)

    story.real.advance(days=KEPT.days)
    assert await sweep.tick() == 0
    await story.receives(again)
    assert [row.state for row in await story.rows()] == ["done", "done"], "Telegram repeats itself"
    await story.receives(message(7001, "새 글"))

    story.real.advance(seconds=1)
    assert sum(await asyncio.gather(sweep.tick(), sweep.tick())) == 2
    assert [row.payload["message"]["text"] for row in await story.rows()] == ["새 글"]
    async with story.working():
        await story.worked()
    assert story.served == [["첫 글"], ["또 왔어요"], ["새 글"]]
