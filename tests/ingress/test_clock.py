"""The clock stops as quietly as it ticks."""

import asyncio

import pytest

from bot.clock import Ticks


async def test_a_tick_that_is_under_way_ends_before_the_clock_does(caplog: pytest.LogCaptureFixture) -> None:
    begun, may_end = asyncio.Event(), asyncio.Event()
    ended = []

    async def fire_timers() -> None:
        begun.set()
        await may_end.wait()
        ended.append("tick")

    async def follow_chats() -> None:
        pass

    ticks = Ticks(fire_timers, lambda: None, follow_chats)
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
