"""One thing that takes its time, and another that goes on beside it until it is done."""

import asyncio
from collections.abc import Callable, Coroutine
from typing import Any, TypeVar

Result = TypeVar("Result")


async def meanwhile(
    working: asyncio.Future[Result],
    beside: Callable[[asyncio.Event], Coroutine[Any, Any, None]],
    stop: asyncio.Event,
    rouse: Callable[[], None],
) -> Result | None:
    """The result of what is being worked at, or None where `stop` came first. `beside` runs until its event is set;
    `rouse` wakes it then, and it ends what it is doing."""
    over = asyncio.Event()
    going, stopping = asyncio.create_task(beside(over)), asyncio.create_task(stop.wait())
    waited: set[asyncio.Future[Any]] = {working, going, stopping}
    try:
        await asyncio.wait(waited, return_when=asyncio.FIRST_COMPLETED)
        return await working if working.done() else None
    finally:
        over.set()
        rouse()
        working.cancel()
        stopping.cancel()
        await asyncio.gather(working, stopping, return_exceptions=True)
        await going
