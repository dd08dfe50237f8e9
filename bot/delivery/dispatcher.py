"""Outbox rows out, one stream in order, many streams at once: claim (committed) -> call -> record."""

import asyncio
import contextlib
import logging
from collections.abc import AsyncIterator, Awaitable, Callable, Collection
from dataclasses import dataclass, field
from datetime import datetime
from time import monotonic
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession
from telegram.error import TelegramError

from bot.delivery.classify import Judgement, Verdict, judge
from bot.delivery.limits import Throttle
from bot.delivery.prepare import Call, NotNow, prepare
from bot.delivery.recorder import Hooks, Landed, MakeWork, Orphan, Recorder, Result
from bot.delivery.settle import Accepted, give_up
from bot.delivery.turns import Turns
from bot.desk import Work
from bot.faults import Moment, Reached
from bot.outcome import FailureReason
from storage import outbox
from storage.database import Database
from storage.models import OutboxRow, OutboxState
from storage.trouble import is_database_trouble

__all__ = ["Dispatcher", "Hooks"]

_log = logging.getLogger(__name__)

IN_FLIGHT = 16
_LOOK = 200
_IDLE_SECONDS = 1.0
_SOON_SECONDS = 0.02
_FIRST_PAUSE, _LONGEST_PAUSE = 0.1, 5.0
_LAST_ROUNDS = 3  # of recording, when the service is told to stop while the database is away
_TROUBLE_SECONDS = 60.0
"""So long a call without an answer says that Telegram is away; where nothing is to be sent, nothing says better."""

Send = Callable[[str, Any], Awaitable[Any]]


class _Unfit(Exception):
    """A row that cannot even be prepared; its transaction is undone."""

    def __init__(self, row: OutboxRow) -> None:
        super().__init__(f"outbox row {row.id}")
        self.call = _no_call(row)


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
    gather_seconds: float = 0.0
    """So long after a claim the next is made, while there is room: what is promised close together is claimed together.
    What is promised into silence never waits for it."""
    _flying: dict[int, Call] = field(default_factory=dict)
    _passed: set[int] = field(default_factory=set)  # flying rows at whose landing it is worth looking again
    _results: list[Landed] = field(default_factory=list)
    _tasks: set[asyncio.Task[None]] = field(default_factory=set)
    _landed: asyncio.Event = field(default_factory=asyncio.Event)
    _adopted: bool = False
    _gathers: bool = False
    _unanswered_at: float | None = None
    _turns: Turns = field(init=False)

    def __post_init__(self) -> None:
        self._turns = Turns(self.throttle.clock)

    @property
    def healthy(self) -> bool:
        """Whether Telegram answers, as far as is known."""
        return self._unanswered_at is None or monotonic() - self._unanswered_at > _TROUBLE_SECONDS

    async def run(self, stop: asyncio.Event) -> None:
        """Until `stop`: then what is in flight lands and is recorded."""
        self._adopted = False
        recording = asyncio.create_task(self._record_all(stop))
        while not stop.is_set():
            self.wake.clear()
            try:
                pause = await self.step()
            except Exception:
                _log.exception("the dispatcher could not look at the outbox; it tries again")
                pause = _IDLE_SECONDS
            if self._gathers and not stop.is_set():
                await asyncio.sleep(self.gather_seconds)
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(self.wake.wait(), pause)
        if self._tasks:
            await asyncio.wait(self._tasks)
        self._landed.set()
        await recording

    async def step(self) -> float:
        """Claims and starts what may go now; seconds until it is worth looking again."""
        self._gathers = False
        if not self._adopted:
            await self._adopt_orphans()
        free = IN_FLIGHT - len(self._flying)
        self._passed.update(self._flying)
        if free <= 0:
            return _IDLE_SECONDS
        try:
            calls, pause = await self._claim(free)
        except _Unfit as unfit:
            self._put_aside(unfit)
            return _SOON_SECONDS
        if not calls:
            return pause
        self._gathers = len(calls) < free
        await self.reached(Moment.AFTER_OUTBOX_CLAIM)
        for call in calls:
            self._flying[call.row_id] = call
            task = asyncio.create_task(self._call(call))
            self._tasks.add(task)
            task.add_done_callback(self._tasks.discard)
        return pause

    async def _claim(self, free: int) -> tuple[list[Call], float]:
        chosen: list[int] = []
        pause = _IDLE_SECONDS
        async with self.database.unit_of_work() as unit:
            work = self.make_work(unit.session)
            real_now = self.real_now()
            busy = {call.stream for call in self._flying.values()}
            changed = waiting = False
            async for head in self._heads(unit.session, work.now, busy):
                row = head.row
                if len(chosen) == free:
                    break
                wait = _until_retry(row, real_now)
                if wait > 0:
                    pause = min(pause, wait)
                    continue
                call = await self._ready(work, row, real_now)
                if call is None:
                    changed = changed or row.state != OutboxState.PENDING
                    waiting = waiting or row.state == OutboxState.PENDING
                    pause = _SOON_SECONDS if row.state != OutboxState.PENDING else pause
                    continue
                wait = self.throttle.wait(call.chat_id, call.method)
                if wait > 0:
                    pause = min(pause, wait)
                    continue
                self.throttle.count(call.chat_id, call.method, call.messages)
                self._turns.served(row.stream)
                chosen.append(row.id)
                # More of the stream, or what its outcome asks for, may go as soon as it has landed.
                if head.followed or row.follow_up is not None:
                    self._passed.add(row.id)
            if waiting:  # perhaps for one of these
                self._passed.update(chosen)
            claimed = await outbox.claim(unit.session, chosen) if chosen else []
            self._passed.difference_update(set(chosen) - {row.id for row in claimed})
            # Prepared again as they are now: words may have been amended since the look.
            calls = [call for row in claimed if (call := await self._at_last(work, row, real_now)) is not None]
            if claimed or changed:
                await unit.commit()
        if len(chosen) == free or len(calls) < len(chosen):  # there may be more, or something else in its place
            pause = _SOON_SECONDS
        return calls, max(pause, 0.001)

    async def _heads(self, session: AsyncSession, now: datetime, busy: Collection[str]) -> AsyncIterator[outbox.Head]:
        """The next row of every stream, most urgent first; read in parts, because many may have to wait."""
        after: tuple[int, int] | None = None
        while True:
            heads = await outbox.heads(session, now, _LOOK, busy, after)
            for head in self._turns.in_order(heads):
                yield head
            if len(heads) < _LOOK:
                return
            after = (heads[-1].row.priority, heads[-1].row.id)

    async def _at_last(self, work: Work, row: OutboxRow, real_now: datetime) -> Call | None:
        """The call of a claimed row; None where something came in its way since the look: it is given back."""
        call = await prepare(work.session, row, real_now)
        if isinstance(call, Call):
            return call
        outbox.give_back(row)
        self._passed.discard(row.id)
        return None

    async def _ready(self, work: Work, row: OutboxRow, real_now: datetime) -> Call | None:
        """The call, or None; a row that no longer matters is settled as dropped. Raises _Unfit."""
        try:
            call = await prepare(work.session, row, real_now)
            pointless = call is NotNow.POINTLESS or (
                isinstance(call, Call) and row.relevance is not None and not await self.hooks.still_relevant(work, row)
            )
            if pointless:
                await self.hooks.settle(work, row, give_up(row, real_now))
                return None
        except Exception as error:
            if is_database_trouble(error):
                raise
            raise _Unfit(row) from error
        return call if isinstance(call, Call) else None

    def _put_aside(self, unfit: _Unfit) -> None:
        """A row that nobody can make sense of must not hold up the others: it ends like one that was refused."""
        _log.error("%s cannot be prepared", unfit, exc_info=unfit.__cause__)
        words = f"{type(unfit.__cause__).__name__}: {unfit.__cause__}"
        self._flying[unfit.call.row_id] = unfit.call
        self._land(unfit.call, Judgement(Verdict.DEAD, words, reason=FailureReason.REFUSED))

    async def _call(self, call: Call) -> None:
        result: Result
        try:
            result = Accepted(await self.send(call.method, call.params))
            await self.reached(Moment.AFTER_ACCEPTANCE)
            self._unanswered_at = None
        except TelegramError as error:
            result = judge(error)
            unanswered = result.verdict in (Verdict.RETRY, Verdict.AMBIGUOUS)
            self._unanswered_at = monotonic() if unanswered else None
            if unanswered:
                _log.warning("%s could not be sent: %s", call.method, result.text)
        except Exception as error:  # a bug must not leave a row claimed for ever
            _log.exception("%s failed in an unexpected way", call.method)
            result = Judgement(Verdict.DEAD, f"{type(error).__name__}: {error}", reason=FailureReason.REFUSED)
        self._land(call, result)

    def _land(self, call: Call, result: Result) -> None:
        self._results.append((call, result))
        self._landed.set()

    async def _record_all(self, stop: asyncio.Event) -> None:
        """All results that are there go into one transaction; what cannot be recorded now is tried again, for ever."""
        recorder = Recorder(self.database, self.make_work, self.hooks, self.throttle, self.real_now)
        pause, last_rounds = _FIRST_PAUSE, 0
        while not (stop.is_set() and not self._tasks and (not self._results or last_rounds == _LAST_ROUNDS)):
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(self._landed.wait(), _IDLE_SECONDS)
            self._landed.clear()
            if not self._results:
                continue
            results, self._results = self._results, []
            failed = await recorder.record(results)
            self._results = [*failed, *self._results]
            for call, result in results:
                if all(call is not other for other, _ in failed):
                    self._off(call, result)
            if failed:
                last_rounds += stop.is_set()
                await asyncio.sleep(pause)
                self._landed.set()
            pause = min(pause * 2, _LONGEST_PAUSE) if failed else _FIRST_PAUSE

    def _off(self, call: Call, result: Result) -> None:
        """Wakes the loop where it may find something; whatever this overlooks is found at its next look."""
        self._flying.pop(call.row_id, None)
        if call.row_id in self._passed or not isinstance(result, Accepted):
            self._passed.discard(call.row_id)
            self.wake.set()

    async def _adopt_orphans(self) -> None:
        """Rows that a process which is gone had claimed: each lands like a call whose result nobody knows."""
        async with self.database.unit_of_work() as unit:
            orphans = await outbox.orphans(unit.session)
        for row in orphans:
            call = _no_call(row)
            self._flying[row.id] = call
            self._land(call, Orphan())
        self._adopted = True


def _until_retry(row: OutboxRow, real_now: datetime) -> float:
    return 0.0 if row.retry_at is None else (row.retry_at - real_now).total_seconds()


def _no_call(row: OutboxRow) -> Call:
    """Stands for a row of which no call is made."""
    return Call(row.id, row.stream, row.method, {}, row.chat_id, row.tries)
