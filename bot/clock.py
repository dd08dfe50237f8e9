"""The clock is only a clock: it ticks, and due rows in the database say what is to be done. Every replica may tick."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime

from apscheduler.schedulers.asyncio import AsyncIOScheduler

from storage import inbox, timers
from storage.database import Database

TICK_SECONDS = 0.5
_AT_ONCE = 100


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


def scheduler(
    due: DueTimers, wake_outbox: Callable[[], None], follow_chats: Callable[[], Awaitable[None]]
) -> AsyncIOScheduler:
    """The table of ticks. In memory: what is due is in our own tables (facts: "The clock")."""
    ticks = AsyncIOScheduler(
        timezone="UTC", job_defaults={"misfire_grace_time": None, "coalesce": True, "max_instances": 1}
    )
    ticks.add_job(follow_chats, "interval", seconds=TICK_SECONDS, id="groups that moved")
    ticks.add_job(due.tick, "interval", seconds=TICK_SECONDS, id="due timers")

    async def look_at_outbox() -> None:
        wake_outbox()

    ticks.add_job(look_at_outbox, "interval", seconds=TICK_SECONDS, id="rows that became due")
    return ticks
