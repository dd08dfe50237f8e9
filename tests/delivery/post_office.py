"""The real dispatcher with a function in Telegram's place, and clocks that the test moves."""

import asyncio
from collections import Counter, deque
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from datetime import datetime
from itertools import count
from typing import Any

from bot.actions import deliveries, relevance
from bot.actions.outgoing import Place, Terms, call
from bot.actions.people import groups
from bot.delivery.dispatcher import Dispatcher
from bot.delivery.limits import UNLIMITED, Limits, Throttle
from bot.delivery.recorder import Hooks
from bot.desk import Work
from bot.faults import nothing
from storage.database import Database
from storage.models import OutboxRow, OutboxState
from tests.builders import Bench, MovableClock
from tests.waiting import until

OWNER, NEIGHBOUR, GROUP = 5001, 5002, -1001000000001
OPEN_STATES = (OutboxState.PENDING, OutboxState.CLAIMED)

HOOKS = Hooks(
    settle=deliveries.settle,
    still_relevant=relevance.still_relevant,
    topic_lost=deliveries.topic_lost,
    topic_closed=deliveries.topic_closed,
    chat_migrated=deliveries.chat_migrated,
    bot_blocked=deliveries.bot_blocked,
    keeps=groups.keeps,
    barred=groups.bar,
    arrived=groups.arrived,
)

Answer = Callable[[Mapping[str, Any]], Awaitable[Any] | Any] | Exception | object


@dataclass(slots=True)
class Telegram:
    """Accepts everything, except where an answer was laid down: an error is raised, a function asked, a value given."""

    calls: list[tuple[str, dict[str, Any]]] = field(default_factory=list)
    _laid_down: dict[str, deque[Answer]] = field(default_factory=dict)
    _ids: Any = field(default_factory=lambda: count(100))

    def answers(self, method: str, *answers: Answer) -> None:
        """To the next calls of this method."""
        self._laid_down.setdefault(method, deque()).extend(answers)

    async def send(self, method: str, params: Mapping[str, Any]) -> Any:
        self.calls.append((method, dict(params)))
        waiting = self._laid_down.get(method)
        answer = waiting.popleft() if waiting else None
        if isinstance(answer, Exception):
            raise answer
        if callable(answer):
            answer = answer(params)
            if isinstance(answer, Awaitable):
                answer = await answer
        return self._usual(method, params) if answer is None else answer

    def _usual(self, method: str, params: Mapping[str, Any]) -> Any:
        if method == "createForumTopic":
            return {"message_thread_id": next(self._ids), "name": params["name"]}
        if method == "copyMessages":
            return [{"message_id": next(self._ids)} for _ in params["message_ids"]]
        makes_message = method.startswith(("send", "copy")) or method == "editMessageText"
        return {"message_id": next(self._ids)} if makes_message else True

    def methods(self) -> list[str]:
        return [method for method, _ in self.calls]

    def texts(self, chat_id: int | None = None) -> list[str]:
        """The texts that were asked for, in order, to everybody or to one chat."""
        return [
            str(params["text"])
            for method, params in self.calls
            if method == "sendMessage" and chat_id in (None, params.get("chat_id"))
        ]


@dataclass(slots=True)
class PostOffice:
    """`promise` puts rows, `open` runs the dispatcher, `quiet` waits until every row is settled."""

    bench: Bench
    telegram: Telegram = field(default_factory=Telegram)
    limits: Limits = UNLIMITED
    hooks: Hooks = HOOKS
    reached: Any = nothing
    gather_seconds: float = 0.0
    real: MovableClock = field(default_factory=MovableClock)
    monotonic: list[float] = field(default_factory=lambda: [1000.0])
    commits: Counter[str] = field(default_factory=Counter)
    _wake: asyncio.Event = field(default_factory=asyncio.Event)

    async def promise(
        self, words: str = "안녕하세요", chat: int | None = OWNER, *, method: str = "sendMessage", **terms: Any
    ) -> int:
        """One row in a transaction of its own; its id."""
        params = terms.pop("params", {"text": words})
        async with self.bench.transaction() as work:
            row = await call(work, Place(chat, terms.pop("topic_id", None)), method, params, Terms(**terms))
        self._wake.set()
        return row.id

    @asynccontextmanager
    async def open(self, database: Database | None = None) -> AsyncIterator[Dispatcher]:
        """The dispatcher runs, as in the process that leads."""
        dispatcher = self.dispatcher(database)
        stop = asyncio.Event()
        running = asyncio.create_task(dispatcher.run(stop))
        try:
            yield dispatcher
        finally:
            stop.set()
            self._wake.set()
            await running

    def dispatcher(self, database: Database | None = None) -> Dispatcher:
        return Dispatcher(
            database=database or self.bench.database,
            make_work=self._work,
            send=self.telegram.send,
            hooks=self.hooks,
            throttle=Throttle(self.limits, lambda: self.monotonic[0]),
            wake=self._wake,
            real_now=self.real.now,
            reached=self.reached,
            gather_seconds=self.gather_seconds,
        )

    def change_hooks(self, **hooks: Any) -> None:
        self.hooks = replace(self.hooks, **hooks)

    def pass_time(self, seconds: float) -> datetime:
        """Real time moves on, and the dispatcher looks again."""
        self.monotonic[0] += seconds
        now = self.real.advance(seconds=seconds)
        self._wake.set()
        return now

    async def row(self, number: int) -> OutboxRow:
        async with self.bench.database.unit_of_work(reading=True) as unit:
            return await unit.session.get_one(OutboxRow, number)

    async def settled(self, *numbers: int) -> list[OutboxRow]:
        """Waits until these rows have met their fate."""

        async def probe() -> list[OutboxRow] | None:
            rows = [await self.row(number) for number in numbers]
            return None if any(row.state in OPEN_STATES for row in rows) else rows

        return await until(probe)

    async def waits(self, number: int) -> OutboxRow:
        """Waits until a row has been tried and is to go again later."""

        async def probe() -> OutboxRow | None:
            row = await self.row(number)
            return row if row.state == OutboxState.PENDING and row.retry_at is not None else None

        return await until(probe)

    def _work(self, session: Any) -> Work:
        return Work(session, self.bench.clock.now(), self.bench.desk, self.real.now())
