"""The real worker with handlers that only note what they were given, and clocks that the test moves."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from itertools import count
from typing import Any

from sqlalchemy import select

from bot.desk import Work
from bot.faults import nothing
from bot.ingress.order import InTurn, Order
from bot.ingress.receive import Receiver
from bot.ingress.worker import Handlers, Worker
from storage.database import Database
from storage.models import InboxRow, InboxState
from tests.builders import Bench, MovableClock
from tests.waiting import until

BOT_ID = 77
_numbers = count(1000)

Serve = Callable[[Work, Sequence[Any]], Awaitable[None]]


def message(chat: int, text: str, *, group: str | None = None, thread: int | None = None) -> dict[str, Any]:
    """A raw update with the message of somebody in a chat."""
    said: dict[str, Any] = {
        "message_id": next(_numbers),
        "date": 1_790_000_000,
        "chat": {"id": chat, "type": "private" if chat > 0 else "supergroup"},
        "from": {"id": abs(chat), "is_bot": False, "first_name": "김영희"},
        "text": text,
    }
    if group is not None:
        said["media_group_id"] = group
    if thread is not None:
        said |= {"message_thread_id": thread, "is_topic_message": True}
    return {"update_id": next(_numbers), "message": said}


async def _serve_nothing(_work: Work, _updates: Sequence[Any]) -> None:
    """The usual update needs nothing."""


@dataclass(slots=True)
class InboxStory:
    """`receives` stores updates, `working` runs a worker; `served` is what the handlers were given, by text."""

    bench: Bench
    serve: Serve = _serve_nothing
    served: list[list[str]] = field(default_factory=list)
    timers: list[tuple[str, dict[str, Any]]] = field(default_factory=list)
    told: list[int] = field(default_factory=list)
    real: MovableClock = field(default_factory=MovableClock)
    reached: Any = nothing
    wake: asyncio.Event = field(default_factory=asyncio.Event)

    async def receives(self, *updates: Any) -> None:
        await self.receives_all(updates)

    async def receives_all(self, updates: Sequence[Any]) -> None:
        await Receiver(self.bench.database, BOT_ID, self.wake, self.real.now, self.reached).receive(updates)

    @asynccontextmanager
    async def working(self, database: Database | None = None, order: Order | None = None) -> AsyncIterator[Worker]:
        worker = self.worker(database, order)
        stop = asyncio.Event()
        running = asyncio.create_task(worker.run(stop))
        try:
            yield worker
        finally:
            stop.set()
            worker.wake.set()
            await running

    def worker(self, database: Database | None = None, order: Order | None = None) -> Worker:
        return Worker(
            database=database or self.bench.database,
            make_work=lambda session: Work(session, self.bench.clock.now(), self.bench.desk, self.real.now()),
            handlers=Handlers(self._serve, self._timer, self._quarantined),
            album=lambda: timedelta(seconds=1.5),
            wake=self.wake if database is None else asyncio.Event(),
            promised=asyncio.Event(),
            real_now=self.real.now,
            reached=self.reached,
            order=order or InTurn(),
        )

    def pass_time(self, seconds: float) -> None:
        self.real.advance(seconds=seconds)
        self.wake.set()

    async def rows(self) -> list[InboxRow]:
        async with self.bench.database.unit_of_work(reading=True) as unit:
            return list(await unit.session.scalars(select(InboxRow).order_by(InboxRow.id)))

    async def worked(self) -> list[InboxRow]:
        """Waits until nothing is pending."""

        async def probe() -> list[InboxRow] | None:
            rows = await self.rows()
            return None if any(row.state == InboxState.PENDING for row in rows) else rows

        return await until(probe)

    async def _serve(self, work: Work, updates: Sequence[Any]) -> None:
        await self.serve(work, updates)
        self.served.append([str(update["message"]["text"]) for update in updates])

    async def _timer(self, _work: Work, kind: str, data: dict[str, Any]) -> None:
        self.timers.append((kind, data))

    async def _quarantined(self, _work: Work, row: InboxRow) -> None:
        self.told.append(row.id)
