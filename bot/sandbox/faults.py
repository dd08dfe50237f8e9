"""A plan of things that go wrong on purpose between the bot and Telegram.

A rule: {"method": "sendMessage" | "send*" | "*", "chat"?, "skip"?: n, "times"?: n, "probability"?: 0..1, "seed"?,
"fault"}.
`fault` is one of
    "error CODE [TEXT]"     an answer with ok=false, not applied ("error 500", "error 400 Bad Request: chat not found")
    "applied CODE [TEXT]"   applied, and yet such an answer ("applied 502")
    "429 SECONDS"           flood control, not applied
    "timeout before"        not applied and never answered      "timeout after"   applied and never answered
    "reset before"          not applied, connection reset       "reset after"     applied, connection reset
    "delay MILLISECONDS"    applied after a pause
    "malformed update"      getUpdates also returns an update that no library can parse
    "down SECONDS"          every call is reset from now on for so long (real seconds)
"""

import random
import time
from dataclasses import dataclass, field
from fnmatch import fnmatchcase

from bot.sandbox.errors import ControlError, Json

_NUMBERED = {"error", "applied", "429", "delay", "down"}
_PLAIN = {"timeout before", "timeout after", "reset before", "reset after", "malformed update"}


@dataclass(frozen=True, slots=True)
class Fault:
    """What happens to one call: `kind` without its number, `number` (code, seconds or milliseconds) and `text`."""

    kind: str
    number: float = 0
    text: str = ""

    @property
    def name(self) -> str:
        return " ".join(str(part) for part in (self.kind, f"{self.number:g}" if self.number else "", self.text) if part)


@dataclass(slots=True)
class _Rule:
    fault: Fault
    method: str
    chat: int | None
    skip: int
    times: int | None
    probability: float
    until: float | None
    dice: random.Random
    struck: int = field(default=0)

    def matches(self, method: str, chat: int | None) -> bool:
        if self.chat is not None and self.chat != chat:
            return False
        return fnmatchcase(method.lower(), self.method.lower())

    def strikes(self) -> bool:
        """Whether this matching call is one of those that go wrong; counts it."""
        if self.until is not None:
            down = time.monotonic() < self.until
            self.struck += down
            return down
        if self.times is not None and self.struck >= self.times:
            return False
        if self.skip > 0:
            self.skip -= 1
            return False
        if self.dice.random() >= self.probability:
            return False
        self.struck += 1
        return True


class FaultPlan:
    """The rules in force; the first that strikes decides. In memory only: a restarted sandbox has no faults."""

    def __init__(self) -> None:
        self._rules: list[_Rule] = []

    def replace(self, rules: list[Json]) -> None:
        """Put these rules in place of all earlier ones."""
        self._rules = [_rule(rule) for rule in rules]

    def add(self, rules: list[Json]) -> None:
        self._rules.extend(_rule(rule) for rule in rules)

    def strike(self, method: str, chat: int | None) -> Fault | None:
        """The fault for this call, if any."""
        for rule in self._rules:
            if rule.matches(method, chat) and rule.strikes():
                return rule.fault
        return None

    def view(self) -> list[Json]:
        """The rules with how often each has struck and, for "down", how long it still lasts."""
        return [
            {
                "method": rule.method,
                "chat": rule.chat,
                "fault": rule.fault.name,
                "struck": rule.struck,
                "remaining_seconds": None if rule.until is None else max(0.0, rule.until - time.monotonic()),
            }
            for rule in self._rules
        ]


def _rule(wish: Json) -> _Rule:
    unknown = set(wish) - {"method", "chat", "skip", "times", "probability", "seed", "fault"}
    if unknown:
        raise ControlError(f"unknown fault field(s): {', '.join(sorted(unknown))}")
    fault = parse_fault(str(wish.get("fault", "")))
    return _Rule(
        fault=Fault("reset before", text="down") if fault.kind == "down" else fault,
        method=str(wish.get("method", "*")),
        chat=wish.get("chat"),
        skip=int(wish.get("skip", 0)),
        times=None if wish.get("times") is None else int(wish["times"]),
        probability=float(wish.get("probability", 1.0)),
        until=time.monotonic() + fault.number if fault.kind == "down" else None,
        dice=random.Random(wish.get("seed", 0)),
    )


def parse_fault(text: str) -> Fault:
    """A fault from its sentence; a control error for one that is not in the list above."""
    if text in _PLAIN:
        return Fault(text)
    kind, _, rest = text.partition(" ")
    number, _, tail = rest.partition(" ")
    if kind in _NUMBERED and number.replace(".", "", 1).isdigit():
        return Fault(kind, float(number), tail)
    raise ControlError(f"unknown fault {text!r}")
