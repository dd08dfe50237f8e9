"""What changed in any chat, numbered, for the page and for tests that wait for a condition."""

import asyncio
import time
from collections import deque
from typing import Any

from bot.sandbox.errors import Json

KEPT = 20_000


class EventLog:
    """The last 20,000 changes. Numbers go on rising after a restart, because they begin at the time of the start."""

    def __init__(self) -> None:
        self.seq = int(time.time() * 1000) * 1000
        self._events: deque[Json] = deque(maxlen=KEPT)
        self._news = asyncio.Event()
        self.closed = False

    def emit(self, kind: str, **fields: Any) -> None:
        """Append one change: {"seq", "kind", …}."""
        self.seq += 1
        self._events.append({"seq": self.seq, "kind": kind, **fields})
        self._news.set()
        self._news = asyncio.Event()

    def since(self, seq: int) -> list[Json]:
        """The kept changes after `seq`, oldest first."""
        if seq >= self.seq:
            return []
        first_kept = self.seq - len(self._events) + 1
        skip = max(0, seq + 1 - first_kept)
        return [self._events[index] for index in range(skip, len(self._events))]

    def close(self) -> None:
        """Nothing comes any more: whoever waits is let go."""
        self.closed = True
        self._news.set()

    async def wait(self, seq: int, seconds: float) -> list[Json]:
        """`since(seq)`, waiting up to `seconds` (real) for the first one."""
        deadline = time.monotonic() + seconds
        while not (found := self.since(seq)) and not self.closed:
            news = self._news
            try:
                await asyncio.wait_for(news.wait(), max(0.0, deadline - time.monotonic()))
            except TimeoutError:
                return []
        return found
