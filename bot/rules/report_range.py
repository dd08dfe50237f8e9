"""Which days a report is about: "today", "week", "month", or two dates."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

_DATE = re.compile(r"(?:(\d{4})[-./년]\s*)?(\d{1,2})[-./월]\s*(\d{1,2})[일.]?")
_BETWEEN = re.compile(r"[\s~,]+|부터|까지|\bto\b")
Phrases = Callable[[str], Sequence[str]]
SPANS = ("today", "yesterday", "week", "month")


@dataclass(frozen=True, slots=True)
class Days:
    """Both days belong to it."""

    first: date
    last: date


def read_range(words: str, today: date, phrases: Phrases) -> Days | None:
    """The days meant by what follows /report; nothing: today. None when it cannot be read.

    `phrases` gives the names of a span (catalogue keys `reply-span-<name>`). The week begins on Monday. Dates may come
    in either order; a day without a year that is still to come is meant for the year before.
    """
    said = words.strip().casefold()
    for name in SPANS:
        if said in phrases(f"span-{name}"):
            return _span(name, today)
    if not said:
        return Days(today, today)
    dates = [_date(found, today) for found in _DATE.finditer(said)]
    if not 1 <= len(dates) <= 2 or _BETWEEN.sub("", _DATE.sub("", said)):
        return None
    days = sorted(day for day in dates if day is not None)
    return Days(days[0], days[-1]) if len(days) == len(dates) else None


def _span(name: str, today: date) -> Days:
    match name:
        case "yesterday":
            return Days(today - timedelta(days=1), today - timedelta(days=1))
        case "week":
            return Days(today - timedelta(days=today.weekday()), today)
        case "month":
            return Days(today.replace(day=1), today)
        case _:
            return Days(today, today)


def _date(found: re.Match[str], today: date) -> date | None:
    """A day that exists; without a year the latest one that is not ahead."""
    year, month, day = found.groups()
    try:
        if year is not None:
            return date(int(year), int(month), int(day))
        this_year = date(today.year, int(month), int(day))
        return this_year if this_year <= today else date(today.year - 1, int(month), int(day))
    except ValueError:
        return None
