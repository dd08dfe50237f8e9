"""Telegram's limits, kept and used fully (facts: "Sending"). Pure: the caller brings a monotonic clock's seconds."""

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field

Clock = Callable[[], float]

UNCOUNTED = frozenset(
    {"answerCallbackQuery", "setMessageReaction", "sendChatAction", "deleteMessage", "deleteMessages"}
)
"""Calls that put nothing new into a chat: they count neither for it nor for the bot."""


@dataclass(frozen=True, slots=True)
class Limits:
    """What Telegram publishes; `per_group` covers all topics, edits and topic creation of a group together."""

    per_second: float = 30.0
    private_interval: float = 1.0
    private_burst: int = 3
    per_group: int = 20
    group_window: float = 60.0


UNLIMITED = Limits(per_second=1e9, private_interval=0.0, private_burst=10**6, per_group=10**6)


@dataclass(slots=True)
class Throttle:
    """Who may be written to now, and in how many seconds otherwise. One per bot: only one process dispatches."""

    limits: Limits
    clock: Clock
    _all: deque[float] = field(default_factory=deque)
    _private: dict[int, float] = field(default_factory=dict)
    _groups: dict[int, deque[float]] = field(default_factory=dict)
    _paused_until: dict[int | None, float] = field(default_factory=dict)

    def wait(self, chat_id: int | None, method: str) -> float:
        """Seconds until this call may be made; 0 when it may be made now."""
        now = self.clock()
        pause = max(self._paused_until.get(None, 0.0), self._paused_until.get(chat_id, 0.0)) - now
        if method in UNCOUNTED or chat_id is None:
            return max(0.0, pause)
        own = self._group_wait(chat_id, now) if chat_id < 0 else self._private_wait(chat_id, now)
        return max(0.0, pause, own, self._overall_wait(now))

    def count(self, chat_id: int | None, method: str, messages: int = 1) -> None:
        """The call is about to be made; an album counts each of its parts."""
        if method in UNCOUNTED or chat_id is None:
            return
        now = self.clock()
        self._all.extend([now] * messages)
        if chat_id < 0:
            self._groups.setdefault(chat_id, deque()).extend([now] * messages)
        else:
            self._private[chat_id] = max(self._private.get(chat_id, 0.0), now) + self.limits.private_interval * messages
            if len(self._private) > 10_000:
                self._private = {chat: until for chat, until in self._private.items() if until > now}

    def pause(self, chat_id: int | None, seconds: float) -> None:
        """Telegram said to wait: until then nothing goes to the chat (None: to anybody)."""
        until = self.clock() + seconds
        self._paused_until[chat_id] = max(until, self._paused_until.get(chat_id, 0.0))

    def _private_wait(self, chat_id: int, now: float) -> float:
        """A bucket: a short burst may go at once, then one message an interval."""
        allowance = (self.limits.private_burst - 1) * self.limits.private_interval
        return self._private.get(chat_id, 0.0) - allowance - now

    def _group_wait(self, chat_id: int, now: float) -> float:
        sent = self._groups.get(chat_id)
        if not sent:
            return 0.0
        while sent and sent[0] <= now - self.limits.group_window:
            sent.popleft()
        if len(sent) < self.limits.per_group:
            return 0.0
        return sent[len(sent) - self.limits.per_group] + self.limits.group_window - now

    def _overall_wait(self, now: float) -> float:
        while self._all and self._all[0] <= now - 1.0:
            self._all.popleft()
        if len(self._all) < self.limits.per_second:
            return 0.0
        return self._all[len(self._all) - int(self.limits.per_second)] + 1.0 - now
