"""Which day a question about hours is about: tomorrow, a weekday, the weekend, a public holiday."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

SATURDAY, WEEK = 5, 7


@dataclass(frozen=True, slots=True)
class DayWords:
    """How people of all languages name days; see texts `reply-day-*` and `reply-date-*`."""

    ahead: Sequence[tuple[str, int]]  # "tomorrow": 1
    weekdays: Sequence[tuple[str, int]]  # Monday is 0
    weekend: Sequence[str]
    holidays: Sequence[str]


@dataclass(frozen=True, slots=True)
class DaysAsked:
    """The days of a question, or that it is about public holidays."""

    days: tuple[date, ...] = ()
    holiday: bool = False


def days_asked(text: str, today: date, words: DayWords) -> DaysAsked | None:
    """None: no day is named."""
    said = text.lower()
    if any(_stands_in(word, said) for word in words.holidays):
        return DaysAsked(holiday=True)
    if any(_stands_in(word, said) for word in words.weekend):
        saturday = today + timedelta(days=(SATURDAY - today.weekday()) % WEEK)
        return DaysAsked((saturday, saturday + timedelta(days=1)))
    for word, weekday in words.weekdays:
        if _stands_in(word, said):
            return DaysAsked((today + timedelta(days=(weekday - today.weekday()) % WEEK),))
    ahead = [(word, days) for word, days in words.ahead if _stands_in(word, said)]
    return DaysAsked((today + timedelta(days=max(ahead, key=lambda one: len(one[0]))[1]),)) if ahead else None


def _stands_in(word: str, text: str) -> bool:
    """Latin words stand alone; in the other scripts words grow together."""
    return re.search(rf"\b{re.escape(word)}\b", text) is not None if word.isascii() else word in text
