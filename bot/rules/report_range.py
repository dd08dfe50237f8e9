"""Which days a report is about: "today", "week", "month", or two dates."""

import re
from dataclasses import dataclass
from datetime import date, timedelta

from bot.rules.phrases import Phrases

SPANS = ("today", "yesterday", "week", "month")


@dataclass(frozen=True, slots=True)
class Days:
    """Both days belong to it."""

    first: date
    last: date


def read_range(words: str, today: date, phrases: Phrases) -> Days | None:
    """The days meant by what follows /report; nothing: today. None when it cannot be read.

    `phrases` gives the words (catalogue keys `reply-span-…`, `reply-date-…`). The week begins on Monday. Dates may come
    in either order; a day without a year that is still to come is meant for the year before.
    """
    said = words.strip().casefold()
    for name in SPANS:
        if said in phrases(f"span-{name}"):
            return _span(name, today)
    if not said:
        return Days(today, today)
    pattern = _pattern(phrases)
    dates = [_date(found, today) for found in pattern.finditer(said)]
    rest = pattern.sub("", said)
    for word in phrases("span-between"):
        rest = rest.replace(word, "")
    if not 1 <= len(dates) <= 2 or rest.strip(" ~,-"):
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


def _pattern(phrases: Phrases) -> re.Pattern[str]:
    """A date in digits, with signs or the words of any language between them."""

    def then(word: str) -> str:
        return f"(?:[-./]|{'|'.join(map(re.escape, phrases(word)))})\\s*"

    day = "|".join(map(re.escape, phrases("date-day")))
    return re.compile(rf"(?:(\d{{4}}){then('date-year')})?(\d{{1,2}}){then('date-month')}(\d{{1,2}})(?:\.|{day})?")


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
