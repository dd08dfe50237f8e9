"""Flood control: about 30 messages/s in all, 1/s per private chat with a small burst, 20/min per group (facts.md).

All topics of a group, edits and topic changes share the group's twenty. Real seconds, never the sandbox's moved clock.
"""

import math
import time
from collections import defaultdict, deque
from dataclasses import dataclass, fields, replace
from typing import Any

from bot.sandbox.errors import ControlError, TooManyRequests
from bot.sandbox.model import Chat

#: Twenty calls that left their sender exactly a minute apart may arrive a few milliseconds closer.
_JITTER_SECONDS = 0.25


@dataclass(frozen=True, slots=True)
class LimitSettings:
    """What `POST /sandbox/limits` can change. Rates per second; `*_seconds` in seconds, `update_hours` in hours."""

    enabled: bool = True
    overall_per_second: float = 30.0
    overall_burst: int = 30
    private_per_second: float = 1.0
    private_burst: int = 5
    group_per_minute: int = 20
    callback_seconds: float = 150.0
    update_hours: float = 24.0
    webhook_retry_seconds: float = 1.0
    webhook_retry_max_seconds: float = 60.0

    def changed(self, values: dict[str, Any]) -> "LimitSettings":
        """A copy with some values replaced; a control error for an unknown name or a value of another kind."""
        known = {f.name for f in fields(self)}
        for name, value in values.items():
            if name not in known:
                raise ControlError(f"unknown limit {name!r}; known: {', '.join(sorted(known))}")
            if isinstance(value, bool) != (name == "enabled") or not isinstance(value, int | float):
                raise ControlError(f"limit {name!r} cannot be {value!r}")
        return replace(self, **values)


class _Bucket:
    """Tokens that come back at a rate up to a capacity."""

    def __init__(self, capacity: float, now: float) -> None:
        self.tokens = capacity
        self.at = now

    def wait(self, count: int, rate: float, capacity: float, now: float) -> float:
        """Seconds until `count` tokens are there (an album larger than the capacity only needs a full bucket)."""
        self.tokens = min(capacity, self.tokens + (now - self.at) * rate)
        self.at = now
        return max(0.0, min(count, capacity) - self.tokens) / rate

    def take(self, count: int) -> None:
        self.tokens -= count


class Limits:
    """Counts what the bot sends and raises 429 with the seconds after which it fits again."""

    def __init__(self, settings: LimitSettings) -> None:
        self.settings = settings
        self._overall = _Bucket(settings.overall_burst, time.monotonic())
        self._private: dict[int, _Bucket] = {}
        self._groups: dict[int, deque[float]] = defaultdict(deque)

    def change(self, settings: LimitSettings) -> None:
        """Use other settings from now on; what was counted is forgotten."""
        self.settings = settings
        self._overall = _Bucket(settings.overall_burst, time.monotonic())
        self._private.clear()
        self._groups.clear()

    def spend(self, chat: Chat, count: int = 1) -> None:
        """Count `count` messages to `chat`, or raise TooManyRequests and count nothing."""
        settings = self.settings
        if not settings.enabled:
            return
        now = time.monotonic()
        waits = [self._overall.wait(count, settings.overall_per_second, settings.overall_burst, now)]
        if chat.type == "private":
            bucket = self._private.setdefault(chat.id, _Bucket(settings.private_burst, now))
            waits.append(bucket.wait(count, settings.private_per_second, settings.private_burst, now))
        else:
            waits.append(self._group_wait(chat.id, count, now))
        if (wait := max(waits)) > 0:
            raise TooManyRequests(math.ceil(wait))
        self._overall.take(count)
        if chat.type == "private":
            self._private[chat.id].take(count)
        else:
            self._groups[chat.id].extend([now] * count)

    def _group_wait(self, chat_id: int, count: int, now: float) -> float:
        window = 60.0 - _JITTER_SECONDS
        calls = self._groups[chat_id]
        while calls and calls[0] <= now - window:
            calls.popleft()
        excess = len(calls) + min(count, self.settings.group_per_minute) - self.settings.group_per_minute
        return 0.0 if excess <= 0 else calls[excess - 1] + window - now
