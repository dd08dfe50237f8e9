"""A fresh town for every journey, on both databases."""

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AsyncExitStack
from pathlib import Path
from typing import Any

import pytest

from bot.sandbox.client import running_sandbox
from tests.journeys.sandbox_process import ForkedServer
from tests.journeys.town import Town, write_office

MakeTown = Callable[..., Awaitable[Town]]


@pytest.fixture
async def make_town(database_url: str, tmp_path: Path) -> AsyncIterator[MakeTown]:
    """`await make_town(times={"close_after": "1s"}, env={...}, start=True, hurried=True)`; one town a journey.

    Afterwards the log of its service is looked through: see `Town.check_log`."""
    towns: list[Town] = []
    async with AsyncExitStack() as stack:

        async def make(
            *, env: dict[str, str] | None = None, start: bool = True, hurried: bool = False, **office: Any
        ) -> Town:
            sandbox = await stack.enter_async_context(running_sandbox(kind=ForkedServer))
            write_office(tmp_path / "office", **office)
            town = Town(sandbox, database_url, tmp_path, env or {}, hurried)
            towns.append(town)
            stack.push_async_callback(town.stop)
            if start:
                await town.start()
            return town

        yield make
    for town in towns:
        town.check_log()


@pytest.fixture
async def town(make_town: MakeTown) -> Town:
    """The usual town, its service running and sending at once."""
    return await make_town(hurried=True)


@pytest.fixture
async def paced_town(make_town: MakeTown) -> Town:
    """The same with Telegram's pace: no more than a message a second to one chat."""
    return await make_town()
