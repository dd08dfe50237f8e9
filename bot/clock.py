"""The clock is only a clock: it ticks, and due rows in the database say what is to be done. Every replica may tick."""

import asyncio
import contextlib
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from apscheduler.events import EVENT_JOB_ERROR, EVENT_JOB_EXECUTED, EVENT_JOB_SUBMITTED
from apscheduler.schedulers.asyncio import AsyncIOScheduler

from storage import inbox, timers, worn_out
from storage.database import Database

TICK_SECONDS = 0.5
_GROUPS_SECONDS = 2.0  # whoever sends to a group that moved is told where it is; this is for those who do not send
_AT_ONCE = 100
_SWEEP_SECONDS = 60.0
_SWEPT_AT_ONCE = 500
KEPT = timedelta(days=7)
"""So long what was done is remembered: Telegram repeats an update for a day at most."""
_LAST_TICK_SECONDS = 5.0


@dataclass(frozen=True, slots=True)
class DueTimers:
    """Turns timers that are due into inbox rows: from there they take the way of an update."""

    database: Database
    now: Callable[[], datetime]
    real_now: Callable[[], datetime]
    wake: Callable[[], None]

    async def tick(self) -> int:
        """How many became inbox rows; each exactly once."""
        async with self.database.unit_of_work() as unit:
            due = await timers.due(unit.session, self.now(), _AT_ONCE)
            for timer in due:
                await inbox.store_timer(unit.session, timer, self.real_now())
                await timers.mark_fired(unit.session, timer)
            if due:
                await unit.commit()
        if due:
            self.wake()
        return len(due)


@dataclass(frozen=True, slots=True)
class Sweep:
    """Takes away what was done long ago, so that the tables do not grow for ever. Every replica may."""

    database: Database
    now: Callable[[], datetime]
    real_now: Callable[[], datetime]

    async def tick(self) -> int:
        """How many rows went, a few at a time."""
        async with self.database.unit_of_work() as unit:
            gone = await worn_out.remove_done_inbox(unit.session, self.real_now() - KEPT, _SWEPT_AT_ONCE)
            gone += await worn_out.remove_past_timers(unit.session, self.now() - KEPT, _SWEPT_AT_ONCE)
            await unit.commit()
        return gone


class Ticks:
    """The table of ticks. In memory: what is due is in our own tables (facts: "The clock")."""

    def __init__(
        self,
        fire_timers: Callable[[], Awaitable[object]],
        wake_outbox: Callable[[], None],
        follow_chats: Callable[[], Awaitable[None]],
        sweep: Callable[[], Awaitable[object]],
    ) -> None:
        self._under_way = 0
        self._idle = asyncio.Event()
        self._idle.set()
        self._table = AsyncIOScheduler(
            timezone="UTC", job_defaults={"misfire_grace_time": None, "coalesce": True, "max_instances": 1}
        )
        self._table.add_listener(self._began, EVENT_JOB_SUBMITTED)
        self._table.add_listener(self._ended, EVENT_JOB_EXECUTED | EVENT_JOB_ERROR)
        self._table.add_job(follow_chats, "interval", seconds=_GROUPS_SECONDS, id="groups that moved")
        self._table.add_job(fire_timers, "interval", seconds=TICK_SECONDS, id="due timers")
        self._table.add_job(sweep, "interval", seconds=_SWEEP_SECONDS, id="rows that nobody asks for")

        async def look_at_outbox() -> None:
            wake_outbox()

        self._table.add_job(look_at_outbox, "interval", seconds=TICK_SECONDS, id="rows that became due")

    def begin(self) -> None:
        self._table.start()

    async def end(self) -> None:
        """No further tick. One that is under way ends by itself: shutting down would cut it off, and say so as an
        error in the log of every ordinary stop."""
        self._table.remove_all_jobs()
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(self._idle.wait(), _LAST_TICK_SECONDS)
        self._table.shutdown(wait=False)

    def _began(self, _event: object) -> None:
        self._under_way += 1
        self._idle.clear()

    def _ended(self, _event: object) -> None:
        self._under_way -= 1
        if self._under_way == 0:
            self._idle.set()
