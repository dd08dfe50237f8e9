"""Long polling of our own: the library's Updater acknowledges what it has not kept (facts: "Losing messages")."""

import asyncio
import contextlib
import logging
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any

from telegram.error import Conflict, InvalidToken, RetryAfter, TelegramError

from bot.ingress.lanes import ALLOWED_UPDATES, number_of

_log = logging.getLogger(__name__)

POLL_SECONDS = 25
_BATCH = 100
_FIRST_PAUSE, _LONGEST_PAUSE = 0.5, 15.0

GetUpdates = Callable[..., Awaitable[list[Any]]]
"""The Bot API's getUpdates with raw JSON as its result."""


class _NoNumbers(Exception):
    """Nothing in a batch says up to where it goes."""


@dataclass(slots=True)
class Poller:
    """Fetches, stores, and only then asks for what comes after. Run by the leader alone."""

    get_updates: GetUpdates
    receive: Callable[[list[Any]], Awaitable[None]]
    tell_operator: Callable[[str], None]
    gather_seconds: float = 0.0
    """So long after a batch the next is asked for: what comes close together is kept, and worked, together. Who writes
    into silence never waits for it."""
    healthy: bool = True
    _offset: int | None = None
    _cut_off: bool = False

    async def run(self, stop: asyncio.Event) -> None:
        """Until `stop`; trouble of any kind means waiting a little and asking again from the same offset."""
        pause = _FIRST_PAUSE
        while not stop.is_set():
            try:
                came = await self._step_or_stop(stop)
            except Conflict:
                self._conflict()
            except InvalidToken:
                self.healthy = False
                self.tell_operator("api-token-refused")
            except RetryAfter as error:
                wait = error.retry_after
                pause = float(wait if isinstance(wait, int | float) else wait.total_seconds())
            except TelegramError as error:
                self.healthy, self._cut_off = False, True
                _log.warning("updates could not be fetched: %s", type(error.__cause__ or error).__name__)
            except _NoNumbers:
                self.healthy = False
                _log.warning("a batch without any update id cannot be acknowledged; it is asked for again")
            except Exception:
                self.healthy = False
                _log.exception("updates could not be taken in; they are asked for again")
            else:
                self.healthy, pause = True, _FIRST_PAUSE
                if came and self.gather_seconds:
                    await _at_most(stop, self.gather_seconds)
                continue
            await _at_most(stop, pause)
            pause = min(pause * 2, _LONGEST_PAUSE)

    async def step(self) -> bool:
        """One batch: fetched, committed, and acknowledged by the offset of the next step; whether anything was in it.
        After an outage the first one does not wait for news: it is known at once that Telegram is there again."""
        seconds = 0 if self._cut_off else POLL_SECONDS
        batch = await self.get_updates(
            offset=self._offset, limit=_BATCH, timeout=seconds, allowed_updates=list(ALLOWED_UPDATES)
        )
        self._cut_off = False
        if not batch:
            return False
        await self.receive(batch)
        # Of this batch only: update ids are not monotonic over longer times (facts).
        numbers = [number for raw in batch if (number := number_of(raw)) is not None]
        if not numbers:
            raise _NoNumbers
        self._offset = numbers[-1] + 1
        return True

    async def _step_or_stop(self, stop: asyncio.Event) -> bool:
        """A long poll is broken off at the end: what it might have brought was not acknowledged."""
        stepping = asyncio.ensure_future(self.step())
        stopping = asyncio.ensure_future(stop.wait())
        try:
            await asyncio.wait({stepping, stopping}, return_when=asyncio.FIRST_COMPLETED)
        finally:
            stopping.cancel()
        if stepping.done():
            return stepping.result()
        stepping.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await stepping
        return False

    def _conflict(self) -> None:
        if self.healthy:
            self.tell_operator("api-second-poller")
        self.healthy = False


async def _at_most(stop: asyncio.Event, seconds: float) -> None:
    with contextlib.suppress(TimeoutError):
        await asyncio.wait_for(stop.wait(), seconds)
