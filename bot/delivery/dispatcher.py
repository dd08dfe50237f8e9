"""Outbox rows out, one stream in order, many streams at once: claim (committed) -> call -> record."""

import asyncio
import contextlib
import logging
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from telegram.error import TelegramError

from bot.delivery.classify import Judgement, Verdict, judge
from bot.delivery.limits import Throttle
from bot.delivery.prepare import Call, NotNow, prepare
from bot.delivery.settle import Accepted, accept, give_up, orphaned, refuse
from bot.desk import Work
from bot.faults import Moment, Reached
from bot.outcome import FailureReason, Outcome
from storage import outbox
from storage.database import Database
from storage.models import OutboxRow, OutboxState

_log = logging.getLogger(__name__)

IN_FLIGHT = 16
_LOOK = 200
_IDLE_SECONDS = 1.0
_SOON_SECONDS = 0.02

Send = Callable[[str, Any], Awaitable[Any]]
MakeWork = Callable[[Any], Work]


@dataclass(frozen=True, slots=True)
class Hooks:
    """What actions do about deliveries, in the transaction that records them (bot/actions/deliveries.py)."""

    settle: Callable[[Work, OutboxRow, Outcome], Awaitable[None]]
    still_relevant: Callable[[Work, OutboxRow], Awaitable[bool]]
    topic_lost: Callable[[Work, OutboxRow], Awaitable[None]]
    topic_closed: Callable[[Work, OutboxRow], Awaitable[None]]
    chat_migrated: Callable[[Work, int, int], Awaitable[None]]
    bot_blocked: Callable[[Work, OutboxRow], Awaitable[None]]


Result = Accepted | Judgement


@dataclass(slots=True)
class Dispatcher:
    """Only the leader runs it: limits are kept per bot, and a stream has one row in flight."""

    database: Database
    make_work: MakeWork
    send: Send
    hooks: Hooks
    throttle: Throttle
    wake: asyncio.Event
    real_now: Callable[[], datetime]
    reached: Reached
    healthy: bool = True
    _flying: dict[int, Call] = field(default_factory=dict)
    _results: list[tuple[Call, Result]] = field(default_factory=list)
    _tasks: set[asyncio.Task[None]] = field(default_factory=set)
    _landed: asyncio.Event = field(default_factory=asyncio.Event)

    async def run(self, stop: asyncio.Event) -> None:
        """Until `stop`: then what is in flight lands and is recorded."""
        await self._adopt_orphans()
        recorder = asyncio.create_task(self._record_all(stop))
        while not stop.is_set():
            self.wake.clear()
            try:
                pause = await self.step()
            except Exception:
                _log.exception("the dispatcher could not look at the outbox; it tries again")
                pause = _IDLE_SECONDS
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(self.wake.wait(), pause)
        if self._tasks:
            await asyncio.wait(self._tasks)
        self._landed.set()
        await recorder

    async def step(self) -> float:
        """Claims and starts what may go now; seconds until it is worth looking again."""
        free = IN_FLIGHT - len(self._flying)
        if free <= 0:
            return _IDLE_SECONDS
        calls, pause = await self._claim(free)
        if not calls:
            return pause
        await self.reached(Moment.AFTER_OUTBOX_CLAIM)
        for call in calls:
            self._flying[call.row_id] = call
            task = asyncio.create_task(self._call(call))
            self._tasks.add(task)
            task.add_done_callback(self._tasks.discard)
        return _SOON_SECONDS if len(calls) == free else pause

    async def _claim(self, free: int) -> tuple[list[Call], float]:
        calls: list[Call] = []
        pause = _IDLE_SECONDS
        async with self.database.unit_of_work() as unit:
            work = self.make_work(unit.session)
            busy = {call.stream for call in self._flying.values()}
            changed = False
            for row in await outbox.heads(unit.session, work.now, _LOOK, busy):
                if len(calls) == free:
                    break
                wait = self._wait(row)
                if wait > 0:
                    pause = min(pause, wait)
                    continue
                call = await self._ready(work, row)
                if call is None:
                    changed = changed or row.state != OutboxState.PENDING
                    pause = _SOON_SECONDS if row.state != OutboxState.PENDING else pause
                    continue
                wait = self.throttle.wait(call.chat_id, call.method)
                if wait > 0:
                    pause = min(pause, wait)
                    continue
                self.throttle.count(call.chat_id, call.method, call.messages)
                calls.append(call)
            if calls:
                await outbox.claim(unit.session, [call.row_id for call in calls])
            if calls or changed:
                await unit.commit()
        return calls, max(pause, 0.001)

    def _wait(self, row: OutboxRow) -> float:
        if row.retry_at is None:
            return 0.0
        return (row.retry_at - self.real_now()).total_seconds()

    async def _ready(self, work: Work, row: OutboxRow) -> Call | None:
        """The call, or None; a row that no longer matters is settled as dropped."""
        call = await prepare(work.session, row, self.real_now())
        pointless = call is NotNow.POINTLESS or (
            isinstance(call, Call) and row.relevance is not None and not await self.hooks.still_relevant(work, row)
        )
        if pointless:
            await self.hooks.settle(work, row, give_up(row, self.real_now()))
            return None
        return call if isinstance(call, Call) else None

    async def _call(self, call: Call) -> None:
        result: Result
        try:
            result = Accepted(await self.send(call.method, call.params))
            await self.reached(Moment.AFTER_ACCEPTANCE)
            self.healthy = True
        except TelegramError as error:
            result = judge(error)
            if result.verdict in (Verdict.RETRY, Verdict.AMBIGUOUS):
                self.healthy = False
                _log.warning("%s could not be sent: %s", call.method, result.text)
        except Exception as error:  # a bug must not leave a row claimed for ever
            _log.exception("%s failed in an unexpected way", call.method)
            result = Judgement(Verdict.DEAD, f"{type(error).__name__}: {error}", reason=FailureReason.REFUSED)
        self._results.append((call, result))
        self._landed.set()

    async def _record_all(self, stop: asyncio.Event) -> None:
        """Group commit: all results that are there go into one transaction."""
        while not (stop.is_set() and not self._tasks and not self._results):
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(self._landed.wait(), _IDLE_SECONDS)
            self._landed.clear()
            if not self._results:
                continue
            results, self._results = self._results, []
            await self._record(results)
            for call, _ in results:
                self._flying.pop(call.row_id, None)
            self.wake.set()

    async def _record(self, results: list[tuple[Call, Result]]) -> None:
        """Records a group; when that fails, one by one, so that one bad row does not hold up the others."""
        pause = 0.1
        while True:
            try:
                await self._record_group(results)
                return
            except Exception:
                _log.exception("results could not be recorded; trying again")
            if len(results) > 1:
                for one in results:
                    await self._record([one])
                return
            if pause > 10:
                _log.error("row %s stays claimed; it is looked at again after a restart", results[0][0].row_id)
                return
            await asyncio.sleep(pause)
            pause *= 2

    async def _record_group(self, results: list[tuple[Call, Result]]) -> None:
        async with self.database.unit_of_work() as unit:
            work = self.make_work(unit.session)
            rows = await outbox.by_ids(unit.session, [call.row_id for call, _ in results])
            for call, result in results:
                await self._apply(work, rows[call.row_id], call, result)
            await unit.commit()

    async def _apply(self, work: Work, row: OutboxRow, call: Call, result: Result) -> None:
        if isinstance(result, Accepted):
            await self.hooks.settle(work, row, accept(row, result, self.real_now()))
            return
        if result.verdict is Verdict.WAIT:
            self.throttle.pause(call.chat_id, result.seconds)
        outcome = refuse(row, result, self.real_now())
        if result.verdict is Verdict.MIGRATED and result.new_chat_id is not None and call.chat_id is not None:
            await self.hooks.chat_migrated(work, call.chat_id, result.new_chat_id)
        elif result.verdict is Verdict.TOPIC_LOST:
            await self.hooks.topic_lost(work, row)
        elif result.verdict is Verdict.TOPIC_CLOSED:
            await self.hooks.topic_closed(work, row)
        if result.reason is FailureReason.BLOCKED:
            await self.hooks.bot_blocked(work, row)
        if outcome is not None:
            await self.hooks.settle(work, row, outcome)

    async def _adopt_orphans(self) -> None:
        """Rows that a process which is gone had claimed."""
        async with self.database.unit_of_work() as unit:
            work = self.make_work(unit.session)
            for row in await outbox.orphans(unit.session):
                outcome = orphaned(row, self.real_now())
                if outcome is not None:
                    await self.hooks.settle(work, row, outcome)
            await unit.commit()
