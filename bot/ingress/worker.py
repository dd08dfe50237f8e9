"""Inbox rows in order of their lanes: each (or each album) is one transaction with everything that it changes."""

import asyncio
import contextlib
import logging
import math
import secrets
from collections.abc import Awaitable, Callable, Collection, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from functools import partial
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from bot.desk import Work
from bot.faults import Moment, Reached
from bot.incoming import TooEarly, Unreadable
from bot.ingress.order import InTurn, Order
from storage import inbox
from storage.database import Database
from storage.inbox import Head
from storage.models import InboxKind, InboxRow
from storage.trouble import is_database_trouble

_log = logging.getLogger(__name__)

LANES_AT_ONCE = 8
_LOOK = 4 * LANES_AT_ONCE
MAX_TRIES = 4
# A death may have any reason, and whoever is in their row at that moment is innocent of most: only one row of which
# the process dies again and again, alone and ever later in its life, is put aside.
MAX_DEATHS = 10
_IDLE_SECONDS = 1.0
_HELD_SECONDS = 0.05  # a lane that another replica holds is soon free
_FIRST_PAUSE = timedelta(seconds=0.25)
_SUSPECT_PAUSE = timedelta(seconds=1.5)
_LONGEST_SUSPECT_PAUSE = timedelta(seconds=10)
_LONGEST_TROUBLE_PAUSE = timedelta(seconds=5)

MakeWork = Callable[[Any], Work]


@dataclass(frozen=True, slots=True)
class Handlers:
    """Who serves what, each within the worker's transaction."""

    updates: Callable[[Work, Sequence[Any]], Awaitable[None]]
    timer: Callable[[Work, str, dict[str, Any]], Awaitable[None]]
    quarantined: Callable[[Work, InboxRow], Awaitable[None]]


@dataclass(frozen=True, slots=True)
class _Trouble:
    """How often in a row the database could not serve a row, and when it is worth asking it again."""

    lane: str
    times: int
    until: datetime


@dataclass(slots=True)
class Worker:
    """Every replica may run one: a lane is locked while its row is worked."""

    database: Database
    make_work: MakeWork
    handlers: Handlers
    album: Callable[[], timedelta]
    wake: asyncio.Event
    promised: asyncio.Event
    real_now: Callable[[], datetime]
    reached: Reached
    order: Order = field(default_factory=InTurn)
    _busy: dict[str, asyncio.Task[bool]] = field(default_factory=dict)
    _passed: set[str] = field(default_factory=set)  # busy lanes at whose end it is worth looking again
    _alone: str | None = None  # the lane of a row that is tried while nothing else is
    _began: datetime | None = None
    _troubles: dict[int, _Trouble] = field(default_factory=dict)  # rows whose last try the database itself ended

    async def run(self, stop: asyncio.Event) -> None:
        """Until `stop`; then what is under way is finished."""
        while not stop.is_set():
            self.wake.clear()
            try:
                pause = await self.step()
            except Exception:
                _log.exception("the worker could not look at the inbox; it tries again")
                pause = _IDLE_SECONDS
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(self.wake.wait(), pause)
        if self._busy:
            await asyncio.wait(self._busy.values())

    async def step(self) -> float:
        """Begins as many lanes as may be worked at once; seconds until it is worth looking again."""
        free = LANES_AT_ONCE - len(self._busy)
        self._passed.update(self._busy)
        if free <= 0 or self._alone in self._busy:
            return _IDLE_SECONDS
        async with self.database.unit_of_work() as unit:
            busy = set(self._busy)
            heads = await self.order.heads(unit.session, self.album(), _LOOK, busy)
            self._forget_served(heads, busy)
            now = self.real_now()
            heads = [self._put_off(self._excused(head), now) for head in heads]
            ready = sorted((head for head in heads if head.ready_at <= now), key=lambda head: not head.deaths)
            # Rows that another replica is working on are no attempt of ours.
            unheld = await inbox.free_heads(unit.session, ready, free)
            left, ready = len(ready), self._to_try(unheld)
            if counted := [head for head in ready if head.id not in self._troubles]:
                await inbox.begin_try(unit.session, counted)
                await unit.commit()
        for head in ready:
            task = asyncio.create_task(self._work(head))
            self._busy[head.lane] = task
            task.add_done_callback(partial(self._free, head.lane))
            if head.followed or left > len(ready):
                self._passed.add(head.lane)
        later = [(head.ready_at - now).total_seconds() for head in heads if head.ready_at > now]
        held = [_HELD_SECONDS] if len(unheld) < min(left, free) else []
        return max(0.005, min([0.0 if self.order.is_behind() else _IDLE_SECONDS, *held, *later]))

    def _excused(self, head: Head) -> Head:
        """What the database's own trouble ended was no try: the one that is counted already is made again."""
        trouble = self._troubles.get(head.id)
        if trouble is None:
            return head
        return replace(head, deaths=head.deaths - 1, ready_at=max(head.ready_at, trouble.until))

    def _forget_served(self, heads: Sequence[Head], busy: Collection[str]) -> None:
        """Rows that waited for the database and were served by another replica wait no longer. `busy`: the lanes that
        were not looked at; one of them may have met its trouble only since."""
        waiting = {head.id for head in heads}
        seen = heads[-1].id if len(heads) == _LOOK else math.inf
        served = [
            number
            for number, trouble in self._troubles.items()
            if number <= seen and number not in waiting and trouble.lane not in busy
        ]
        for number in served:
            del self._troubles[number]

    def _put_off(self, head: Head, now: datetime) -> Head:
        """A row that was under way at more than one death waits, longer each time: a process that dies of something
        else does so before it comes to this row."""
        self._began = self._began or now
        if not 0 < head.deaths < MAX_DEATHS:
            return head
        pause = min(_SUSPECT_PAUSE * (2 ** (head.deaths - 1) - 1), _LONGEST_SUSPECT_PAUSE)
        return replace(head, ready_at=max(head.ready_at, self._began + pause))

    def _to_try(self, free: list[Head]) -> list[Head]:
        """A row of which the process may have died is tried alone: its neighbours must not be counted out with it."""
        suspects = [head for head in free if head.deaths]
        self._alone = None
        if not suspects:
            return free
        if self._busy:
            return []
        self._alone = suspects[0].lane
        return suspects[:1]

    def _free(self, lane: str, task: asyncio.Task[bool]) -> None:
        """Wakes the loop where it may find something; whatever this overlooks is found at its next look."""
        self._busy.pop(lane, None)
        served = not task.cancelled() and task.exception() is None and task.result()
        if lane in self._passed or lane == self._alone or not served:
            self._passed.discard(lane)
            self.wake.set()

    async def _work(self, head: Head) -> bool:
        """One head; whether nothing of it is left to do. Whatever goes wrong is recorded; the loop goes on."""
        if head.deaths >= MAX_DEATHS:
            await self._safely(head, self._put_aside(head, "it ended the process each time it was tried"))
            return False
        try:
            return await self._serve(head)
        except Unreadable as error:
            _log.warning("inbox row %s cannot be read and is put aside: %s", head.id, error)
            await self._safely(head, self._put_aside(head, f"unreadable: {error}"))
        except TooEarly:
            await self._safely(head, self._not_yet(head))
        except Exception as error:
            if is_database_trouble(error):
                self._await_database(head, error)
                return False
            number = secrets.token_hex(4)
            _log.exception("inbox row %s could not be served (error %s)", head.id, number)
            words = f"{number}: {type(error).__name__}"
            if head.failures + 1 >= MAX_TRIES:
                await self._safely(head, self._put_aside(head, words))
            else:
                await self._safely(head, self._try_later(head, words))
        return False

    async def _serve(self, head: Head) -> bool:
        async with self.database.unit_of_work() as unit:
            if not await inbox.lock_lane(unit.session, head.lane):
                await inbox.take_try_back(unit.session, head)
                await unit.commit()
                self._troubles.pop(head.id, None)
                return False
            rows = await self.order.rows(unit.session, head)
            if not rows:
                self._troubles.pop(head.id, None)
                return False
            # First of all, so that it is written with whatever the handler writes; if that fails it is undone with it.
            inbox.mark_done(rows, self.real_now())
            work = self.make_work(unit.session)
            if rows[0].kind == InboxKind.TIMER:
                await self.handlers.timer(work, rows[0].payload["kind"], rows[0].payload["data"])
            else:
                await self.handlers.updates(work, [row.payload for row in rows])
            await unit.session.flush()
            await self.reached(Moment.INSIDE_TRANSACTION)
            await unit.commit()
        self._over(head)
        self.promised.set()
        return True

    async def _try_later(self, head: Head, words: str) -> None:
        async with self.database.unit_of_work() as unit:
            if rows := await self._still_ours(unit.session, head):
                inbox.mark_failed(rows, words, self.real_now() + _FIRST_PAUSE * 2**head.failures)
            await unit.commit()

    async def _not_yet(self, head: Head) -> None:
        """It waits a little, and that was no attempt."""
        async with self.database.unit_of_work() as unit:
            if rows := await self._still_ours(unit.session, head):
                inbox.mark_waiting(rows, "too early", self.real_now() + _FIRST_PAUSE)
                await inbox.take_try_back(unit.session, head)
            await unit.commit()

    async def _put_aside(self, head: Head, words: str) -> None:
        """Quarantine; managers are told and, from a private chat, the writer is. If even that fails, only put aside."""
        for telling in (True, False):
            try:
                async with self.database.unit_of_work() as unit:
                    rows = await self._still_ours(unit.session, head)
                    inbox.mark_quarantined(rows, words, self.real_now())
                    if telling and rows:
                        await self.handlers.quarantined(self.make_work(unit.session), rows[0])
                    await unit.commit()
                self.promised.set()
                return
            except Exception as error:
                if not telling or is_database_trouble(error):
                    raise
                _log.exception("nobody could be told of quarantined row %s", head.id)

    async def _still_ours(self, session: AsyncSession, head: Head) -> list[InboxRow]:
        """Nothing when another replica has taken the lane up meanwhile: then the outcome is theirs to record."""
        return await self.order.rows(session, head) if await inbox.lock_lane(session, head.lane) else []

    async def _safely(self, head: Head, step: Awaitable[None]) -> None:
        try:
            await step
            self._troubles.pop(head.id, None)
        except Exception as error:
            if is_database_trouble(error):
                self._await_database(head, error)
            else:
                _log.exception("the outcome of an inbox row could not be recorded; it is tried again")

    def _over(self, head: Head) -> None:
        """The database has served a row: those that wait for it need not wait longer."""
        self._troubles.pop(head.id, None)
        if self._troubles:
            now = self.real_now()
            self._troubles = {number: replace(trouble, until=now) for number, trouble in self._troubles.items()}
            self.wake.set()

    def _await_database(self, head: Head, error: Exception) -> None:
        """The row waits, longer each time, for as long as the database takes: nobody's words are put aside for that."""
        known = self._troubles.get(head.id)
        times = known.times + 1 if known is not None else 1
        pause = min(_FIRST_PAUSE * 2 ** min(times, 10), _LONGEST_TROUBLE_PAUSE)
        self._troubles[head.id] = _Trouble(head.lane, times, self.real_now() + pause)
        _log.warning("inbox row %s waits for the database", head.id, exc_info=error)
