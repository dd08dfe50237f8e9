"""A part of the service that runs in one process at a time: in the one that leads it; the others stand by."""

import asyncio
import contextlib
import logging
from collections.abc import Callable, Coroutine
from typing import Any

from storage.database import Database
from storage.leadership import Leadership

_log = logging.getLogger("bot")

_STAND_BY_SECONDS = 1.0
_CHECK_SECONDS = 5.0

Part = Callable[[asyncio.Event], Coroutine[Any, Any, None]]
"""Runs until the event is set."""


async def while_leading(
    database: Database, name: str, part: Part, stop: asyncio.Event, rouse: Callable[[], None]
) -> None:
    """Runs the part whenever this process leads it, until `stop`; `rouse` wakes a part that is to end."""
    async with Leadership(database, name) as leadership:
        while not stop.is_set():
            if not await _acquired(leadership):
                await _pause(stop, _STAND_BY_SECONDS)
                continue
            over = asyncio.Event()
            running = asyncio.create_task(part(over))
            while not (stop.is_set() or running.done() or await leadership.lost()):
                await _pause(stop, _CHECK_SECONDS)
            over.set()
            rouse()
            await running


async def _acquired(leadership: Leadership) -> bool:
    try:
        return await leadership.try_acquire()
    except Exception:
        _log.exception("the lead could not be asked for; trying again")
        return False


async def _pause(stop: asyncio.Event, seconds: float) -> None:
    with contextlib.suppress(TimeoutError):
        await asyncio.wait_for(stop.wait(), seconds)
