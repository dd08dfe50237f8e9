"""What an error of the client library means for the row that was being sent. Only here are error texts looked at."""

import re
from dataclasses import dataclass
from enum import StrEnum

import httpx
from telegram.error import BadRequest, ChatMigrated, Forbidden, NetworkError, RetryAfter, TelegramError, TimedOut

from bot.outcome import FailureReason


class Verdict(StrEnum):
    RETRY = "retry"  # it was certainly not sent
    AMBIGUOUS = "ambiguous"  # it may have been sent
    WAIT = "wait"  # flood control: again after `seconds`
    MIGRATED = "migrated"  # the group is a supergroup now: `new_chat_id`
    TOPIC_LOST = "topic_lost"
    TOPIC_CLOSED = "topic_closed"
    WITHOUT_REPLY = "without_reply"  # again, without what it replied to
    DONE = "done"  # it already is as it should be
    DROPPED = "dropped"  # what should have been changed is gone
    DEAD = "dead"  # refused for good: `reason`
    BARRED = "barred"  # the bot is out of an office's group, or may not write there: kept until that is mended


@dataclass(frozen=True, slots=True)
class Judgement:
    verdict: Verdict
    text: str
    seconds: float = 0.0
    new_chat_id: int | None = None
    reason: FailureReason | None = None


_NOT_SENT = (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout, httpx.UnsupportedProtocol, httpx.ProxyError)

# Parts of descriptions in lower case, in the order in which they are looked for.
_REFUSALS: tuple[tuple[str, Verdict, FailureReason | None], ...] = (
    ("message is not modified", Verdict.DONE, None),
    ("topic_not_modified", Verdict.DONE, None),
    ("message thread not found", Verdict.TOPIC_LOST, None),
    ("topic_id_invalid", Verdict.TOPIC_LOST, None),
    ("topic_deleted", Verdict.TOPIC_LOST, None),
    ("topic_closed", Verdict.TOPIC_CLOSED, None),
    ("topic is closed", Verdict.TOPIC_CLOSED, None),
    ("message to be replied not found", Verdict.WITHOUT_REPLY, None),
    ("replied message not found", Verdict.WITHOUT_REPLY, None),
    ("quote", Verdict.WITHOUT_REPLY, None),
    ("query is too old", Verdict.DROPPED, None),
    ("query id is invalid", Verdict.DROPPED, None),
    ("message to edit not found", Verdict.DEAD, FailureReason.GONE),
    ("message to delete not found", Verdict.DROPPED, None),
    ("message to pin not found", Verdict.DROPPED, None),
    ("message to react not found", Verdict.DROPPED, None),
    ("message to copy not found", Verdict.DEAD, FailureReason.GONE),
    ("message can't be edited", Verdict.DEAD, FailureReason.TOO_OLD),
    ("message can't be deleted", Verdict.DEAD, FailureReason.TOO_OLD),
    ("not enough rights", Verdict.DEAD, FailureReason.RIGHTS),
    ("have no rights", Verdict.DEAD, FailureReason.RIGHTS),
    ("chat_write_forbidden", Verdict.DEAD, FailureReason.RIGHTS),
    ("chat_send_plain_forbidden", Verdict.DEAD, FailureReason.RIGHTS),
    ("chat not found", Verdict.DEAD, FailureReason.CHAT_GONE),
    ("user is deactivated", Verdict.DEAD, FailureReason.BLOCKED),
    ("peer_id_invalid", Verdict.DEAD, FailureReason.CHAT_GONE),
)


# Words are the least that a group takes: who may not send them may send nothing.
_NOT_OF_THIS_KIND = re.compile(
    r"not enough rights to send (?!text )|chat_send_(?!plain)\w+_forbidden|voice_messages_forb"
)

_OF_THE_GROUP = frozenset({FailureReason.CHAT_GONE, FailureReason.RIGHTS})


def bars(judgement: Judgement) -> bool:
    """Whether it says something of the chat as it is now, not of the message: others would fare alike."""
    return judgement.verdict is Verdict.DEAD and judgement.reason in _OF_THE_GROUP


def judge(error: TelegramError) -> Judgement:
    """Facts: "Sending". Unknown refusals are final, unknown network trouble is ambiguous."""
    words = error.message
    if _is_unreadable(error):
        return Judgement(Verdict.AMBIGUOUS, words)
    if isinstance(error, RetryAfter):
        return Judgement(Verdict.WAIT, words, seconds=_seconds(error))
    if isinstance(error, ChatMigrated):
        return Judgement(Verdict.MIGRATED, words, new_chat_id=error.new_chat_id)
    if isinstance(error, BadRequest):
        return _refusal(words)
    if isinstance(error, Forbidden):
        return _forbidden(words)
    if isinstance(error, TimedOut | NetworkError):
        verdict = Verdict.RETRY if isinstance(error.__cause__, _NOT_SENT) else Verdict.AMBIGUOUS
        return Judgement(verdict, words)
    # A wrong token, a conflict or the like: nothing was sent, and the operator is told elsewhere.
    return Judgement(Verdict.RETRY, words)


def _is_unreadable(error: TelegramError) -> bool:
    """Somebody on the way answered, or the answer broke: it is not Telegram's, and says nothing about the message."""
    return TelegramError in (type(error), type(error.__cause__))


def _refusal(words: str) -> Judgement:
    lowered = words.lower()
    if _NOT_OF_THIS_KIND.search(lowered):
        return Judgement(Verdict.DEAD, words, reason=FailureReason.KIND)
    for part, verdict, reason in _REFUSALS:
        if part in lowered:
            return Judgement(verdict, words, reason=reason)
    return Judgement(Verdict.DEAD, words, reason=FailureReason.REFUSED)


def _forbidden(words: str) -> Judgement:
    lowered = words.lower()
    personal = "blocked by the user" in lowered or "initiate conversation" in lowered or "deactivated" in lowered
    return Judgement(Verdict.DEAD, words, reason=FailureReason.BLOCKED if personal else FailureReason.CHAT_GONE)


def _seconds(error: RetryAfter) -> float:
    wait = error.retry_after
    return float(wait if isinstance(wait, int | float) else wait.total_seconds())
