"""What a result does to its row: policy on values; the row is changed in the caller's transaction."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

from bot.delivery.classify import Judgement, Verdict
from bot.outcome import FailureReason, Outcome
from storage.models import OutboxRow, OutboxState

_FIRST_RETRY = timedelta(seconds=0.5)
_LONGEST_RETRY = timedelta(seconds=5)
# After these the cause has been mended and the row goes again at once; a mending that does not help ends.
_MENDED = frozenset({Verdict.MIGRATED, Verdict.TOPIC_LOST, Verdict.TOPIC_CLOSED, Verdict.WITHOUT_REPLY})
_MENDED_TRIES = 8
# A group is mended by people: asked again after as long as it has lasted so far.
_FIRST_KNOCK, _LAST_KNOCK = timedelta(seconds=5), timedelta(minutes=5)


@dataclass(frozen=True, slots=True)
class Accepted:
    """Telegram did it; `result` is the Bot API's answer."""

    result: Any

    @property
    def message_ids(self) -> tuple[int, ...]:
        found = self.result if isinstance(self.result, list) else [self.result]
        return tuple(int(one["message_id"]) for one in found if isinstance(one, dict) and "message_id" in one)

    @property
    def message_id(self) -> int | None:
        """The message, or the thread where a topic was made."""
        if isinstance(self.result, dict) and "message_thread_id" in self.result and "message_id" not in self.result:
            return int(self.result["message_thread_id"])
        return self.message_ids[0] if self.message_ids else None


def accept(row: OutboxRow, accepted: Accepted, real_now: datetime) -> Outcome:
    """The row is sent, with the ids of what arrived."""
    row.state, row.settled_at, row.error, row.retry_at = OutboxState.SENT, real_now, None, None
    row.telegram_message_id = accepted.message_id
    if len(accepted.message_ids) > 1:
        row.result = list(accepted.message_ids)
    return Outcome(OutboxState.SENT, accepted.message_id, accepted.message_ids)


def refuse(row: OutboxRow, judgement: Judgement, real_now: datetime) -> Outcome | None:
    """The row after an error; None while it will go again."""
    verdict = judgement.verdict
    row.error = judgement.text
    if verdict is Verdict.DONE:
        row.state, row.settled_at = OutboxState.SENT, real_now
        return Outcome(OutboxState.SENT)
    if verdict is Verdict.DROPPED:
        return _end(row, OutboxState.DROPPED, judgement, real_now)
    if verdict is Verdict.DEAD:
        return _end(row, OutboxState.DEAD, judgement, real_now)
    if verdict is Verdict.BARRED:
        _bar(row, real_now)
        return None
    if verdict in _MENDED and (row.tries >= _MENDED_TRIES or (verdict is Verdict.TOPIC_LOST and row.topic_id is None)):
        return _end(row, OutboxState.DEAD, replace(judgement, reason=FailureReason.REFUSED), real_now)
    if verdict is Verdict.AMBIGUOUS:
        row.ambiguous = True
        if not row.repeatable:
            return _end(row, OutboxState.AMBIGUOUS, judgement, real_now)
    if verdict is Verdict.WITHOUT_REPLY:
        row.reply_to_message_id = row.reply_to_id = None
        row.params = {name: value for name, value in row.params.items() if name != "_quote"}
    row.state = OutboxState.PENDING
    row.retry_at = real_now + _pause(row.tries, judgement)
    return None


def _bar(row: OutboxRow, real_now: datetime) -> None:
    """It waits with its stream; the attempt does not count, because it is not the row that is at fault."""
    row.barred_at = row.barred_at or real_now
    row.state, row.tries = OutboxState.PENDING, row.tries - 1
    row.retry_at = real_now + min(max(real_now - row.barred_at, _FIRST_KNOCK), _LAST_KNOCK)


def give_up(row: OutboxRow, real_now: datetime) -> Outcome:
    """Not sent because it no longer matters."""
    row.state, row.settled_at = OutboxState.DROPPED, real_now
    return Outcome(OutboxState.DROPPED)


def orphaned(row: OutboxRow, real_now: datetime) -> Outcome | None:
    """Claimed by a process that is gone: it may have been sent. The kind of message decides whether it goes again."""
    row.ambiguous = True
    if row.repeatable:
        row.state = OutboxState.PENDING
        return None
    row.state, row.settled_at = OutboxState.AMBIGUOUS, real_now
    return Outcome(OutboxState.AMBIGUOUS, error="the process ended while it was being sent")


def _end(row: OutboxRow, state: OutboxState, judgement: Judgement, real_now: datetime) -> Outcome:
    row.state, row.settled_at = state, real_now
    return Outcome(state, error=judgement.text, reason=judgement.reason)


def _pause(tries: int, judgement: Judgement) -> timedelta:
    """Doubling from half a second to five; flood control says itself how long."""
    if judgement.verdict is Verdict.WAIT:
        return timedelta(seconds=judgement.seconds)
    if judgement.verdict in _MENDED:
        return timedelta(0)
    doubled: timedelta = _FIRST_RETRY * (1 << min(max(tries - 1, 0), 10))
    return min(_LONGEST_RETRY, doubled)
