"""Results into rows: what came of a call, and what follows from that, in one transaction."""

import logging
from collections import Counter
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any

from bot.delivery.classify import Judgement, Verdict, bars
from bot.delivery.limits import Throttle
from bot.delivery.prepare import Call
from bot.delivery.settle import Accepted, accept, orphaned, refuse
from bot.desk import Work
from bot.outcome import FailureReason, Outcome
from storage import outbox
from storage.database import Database
from storage.models import OutboxRow, OutboxState

_log = logging.getLogger(__name__)

_FOLLOWED_TRIES = 3  # so often what follows from a result may fail before the result is recorded without it

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
    keeps: Callable[[Work, OutboxRow, int, FailureReason | None], bool]
    barred: Callable[[Work, int], Awaitable[None]]
    arrived: Callable[[Work, int], Awaitable[None]]


@dataclass(frozen=True, slots=True)
class Orphan:
    """No result: the process that had claimed the row is gone."""


Result = Accepted | Judgement | Orphan
Landed = tuple[Call, Result]


@dataclass(slots=True)
class Recorder:
    """Keeps what must not be forgotten: a result that is lost would be sent twice."""

    database: Database
    make_work: MakeWork
    hooks: Hooks
    throttle: Throttle
    real_now: Callable[[], datetime]
    _failures: Counter[int] = field(default_factory=Counter)

    async def record(self, results: Sequence[Landed]) -> list[Landed]:
        """Group commit; when that fails, one by one, so that one bad row does not hold up the others. Returns those
        that could not be recorded now: a database that is away comes back."""
        try:
            await self._record(results)
        except Exception:
            _log.exception("results could not be recorded together; trying one by one")
        else:
            return []
        return [one for one in results if not await self._alone(one)]

    async def _alone(self, one: Landed) -> bool:
        """Where what follows from a result fails each time, the result is kept without it."""
        number = one[0].row_id
        self._failures[number] += 1
        for followed in (True, False) if self._failures[number] >= _FOLLOWED_TRIES else (True,):
            try:
                await self._record([one], followed=followed)
            except Exception:
                _log.exception("the result of outbox row %s could not be recorded; it is tried again", number)
            else:
                del self._failures[number]
                return True
        return False

    async def _record(self, results: Sequence[Landed], *, followed: bool = True) -> None:
        async with self.database.unit_of_work() as unit:
            work = self.make_work(unit.session)
            simply_sent = {
                call.row_id: result.message_id
                for call, result in results
                if isinstance(result, Accepted) and _is_simple(call, result)
            }
            await outbox.mark_sent(unit.session, simply_sent, self.real_now())
            others = [(call, result) for call, result in results if call.row_id not in simply_sent]
            rows = await outbox.by_ids(unit.session, [call.row_id for call, _ in others])
            for call, result in others:
                row = rows.get(call.row_id)
                if row is None or _is_stale(row, call, result):
                    continue
                judged = self._kept(work, row, call, result)
                outcome = self._apply(row, call, judged)
                if followed:
                    await self._follow(work, row, call, judged, outcome)
            await unit.commit()

    def _kept(self, work: Work, row: OutboxRow, call: Call, result: Result) -> Result:
        """What an office's group refuses as a whole is kept for it instead of being given up."""
        if not isinstance(result, Judgement) or call.chat_id is None or not bars(result):
            return result
        kept = self.hooks.keeps(work, row, call.chat_id, result.reason)
        return replace(result, verdict=Verdict.BARRED) if kept else result

    def _apply(self, row: OutboxRow, call: Call, result: Result) -> Outcome | None:
        """The row as the result leaves it; None while it goes again."""
        if isinstance(result, Orphan):
            return orphaned(row, self.real_now())
        if isinstance(result, Accepted):
            return accept(row, result, self.real_now())
        if result.verdict is Verdict.WAIT:
            self.throttle.pause(call.chat_id, result.seconds)
        return refuse(row, result, self.real_now())

    async def _follow(self, work: Work, row: OutboxRow, call: Call, result: Result, outcome: Outcome | None) -> None:
        if isinstance(result, Judgement):
            await self._mend(work, row, call, result)
        if outcome is not None:
            await self.hooks.settle(work, row, outcome)
        if isinstance(result, Accepted) and row.barred_at is not None and call.chat_id is not None:
            await self.hooks.arrived(work, call.chat_id)

    async def _mend(self, work: Work, row: OutboxRow, call: Call, judgement: Judgement) -> None:
        """What is in the way of the row is put right, or remembered."""
        verdict = judgement.verdict
        if verdict is Verdict.MIGRATED and judgement.new_chat_id is not None and call.chat_id is not None:
            await self.hooks.chat_migrated(work, call.chat_id, judgement.new_chat_id)
        elif verdict is Verdict.BARRED and call.chat_id is not None:
            await self.hooks.barred(work, call.chat_id)
        elif verdict is Verdict.TOPIC_LOST:
            await self.hooks.topic_lost(work, row)
        elif verdict is Verdict.TOPIC_CLOSED:
            await self.hooks.topic_closed(work, row)
        if judgement.reason is FailureReason.BLOCKED:
            await self.hooks.bot_blocked(work, row)


def _is_simple(call: Call, accepted: Accepted) -> bool:
    """Whether one message came of it and nothing follows from that: most of what is sent, kept without reading it."""
    return call.plain and len(accepted.message_ids) <= 1


def _is_stale(row: OutboxRow, call: Call, result: Result) -> bool:
    """Whether somebody else has taken the row up since: what was accepted counts always, anything else no longer."""
    if isinstance(result, Accepted):
        return False
    open_states = (OutboxState.CLAIMED,) if isinstance(result, Orphan) else (OutboxState.CLAIMED, OutboxState.PENDING)
    return row.tries != call.tries or row.state not in open_states
