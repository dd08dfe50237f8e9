"""Waiting for a condition, never for a time."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import TypeVar

SECONDS = 60.0
_PAUSE = 0.01
Found = TypeVar("Found")


async def until(condition: Callable[[], Awaitable[Found] | Found], seconds: float = SECONDS) -> Found:
    """Asks again and again until the answer is true; fails after a time that is long on any machine."""
    async with asyncio.timeout(seconds):
        while True:
            found = condition()
            answer = await found if isinstance(found, Awaitable) else found
            if answer:
                return answer
            await asyncio.sleep(_PAUSE)
