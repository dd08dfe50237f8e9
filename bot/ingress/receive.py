"""The one way in for both modes: stored and committed before anybody is told that it arrived."""

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from bot.faults import Moment, Reached
from bot.ingress.lanes import new_update
from storage import inbox
from storage.database import Database


@dataclass(frozen=True, slots=True)
class Receiver:
    """Stores raw updates of one bot and wakes the worker."""

    database: Database
    bot_id: int
    wake: asyncio.Event
    real_now: Callable[[], datetime]
    reached: Reached

    async def receive(self, raws: Sequence[Any]) -> None:
        """Returns when every update is durable; duplicates are passed over."""
        async with self.database.unit_of_work() as unit:
            await inbox.store(unit.session, [new_update(self.bot_id, raw) for raw in raws], self.real_now())
            await self.reached(Moment.BEFORE_INBOX_COMMIT)
            await unit.commit()
        self.wake.set()
        await self.reached(Moment.AFTER_INBOX_COMMIT)
