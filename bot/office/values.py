"""Words of office.yaml into values: durations, hours, dates, chats. Each returns None after noting a problem."""

from __future__ import annotations

import re
from datetime import date, time, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

from bot.office.document import Entry, Problems, items, mapping, text
from bot.rules.business_time import Hours

WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_UNITS = {"ms": "milliseconds", "s": "seconds", "m": "minutes", "h": "hours", "d": "days"}
_DURATION = re.compile(r"(\d{1,9})(ms|s|m|h|d)")
_LONGEST = timedelta(days=3660)
_RANGE = re.compile(r"([01]?\d|2[0-3]):([0-5]\d)\s*[-–~]\s*(?:([01]?\d|2[0-3]):([0-5]\d)|(24):00)")


def duration(entry: Entry, problems: Problems) -> timedelta | None:
    """`500ms 45s 30m 2h 7d`, or `none` for None."""
    word = text(entry, problems)
    if word == "none":
        return None
    found = _DURATION.fullmatch(word)
    length = timedelta(**{_UNITS[found[2]]: int(found[1])}) if found and int(found[1]) < 10**8 else None
    if length is None or length > _LONGEST:
        problems.add(entry.where, "office-duration", value=word)
        return None
    return length


def clock_range(entry: Entry, problems: Problems) -> tuple[time, time] | None:
    """`22:00-08:00`; an end of 24:00 comes back as 00:00."""
    found = _RANGE.fullmatch(text(entry, problems))
    if found is None:
        return None
    end = time.min if found[5] else time(int(found[3]), int(found[4]))
    return time(int(found[1]), int(found[2])), end


def ranges(entry: Entry, problems: Problems) -> tuple[Hours, ...]:
    """A day's hours: a list of ranges, one range, or `closed`."""
    if isinstance(entry.value, str):
        if text(entry, problems) in ("", "closed"):
            return ()
        listed: tuple[Entry, ...] = (entry,)
    else:
        listed = items(entry, problems)
    found: list[Hours] = []
    for item in listed:
        pair = clock_range(item, problems)
        if pair is None or (pair[1] != time.min and pair[1] <= pair[0]):
            problems.add(item.where, "office-range", value=item.value if isinstance(item.value, str) else "")
            continue
        found.append(Hours(*pair))
    found.sort(key=lambda hours: hours.start)
    for earlier, later in pairwise(found):
        if earlier.end == time.min or later.start < earlier.end:
            shown = ", ".join(f"{hours.start:%H:%M}-{hours.end:%H:%M}" for hours in (earlier, later))
            problems.add(entry.where, "office-range-overlap", value=shown)
    return tuple(found)


def week(entry: Entry, problems: Problems) -> dict[int, tuple[Hours, ...]]:
    """Weekdays (`mon`) or stretches of them (`mon-fri`) to their ranges."""
    hours: dict[int, tuple[Hours, ...]] = {}
    for name, value in mapping(entry, problems).items():
        days = _weekdays(name)
        if not days:
            problems.add(value.where, "office-weekday", value=name)
        opened = ranges(value, problems)
        for day in days:
            if day in hours:
                problems.add(value.where, "office-weekday-twice", value=WEEKDAYS[day])
            hours[day] = opened
    return hours


def _weekdays(name: str) -> tuple[int, ...]:
    first, _, last = name.strip().lower().partition("-")
    last = last or first
    if first not in WEEKDAYS or last not in WEEKDAYS or WEEKDAYS.index(last) < WEEKDAYS.index(first):
        return ()
    return tuple(range(WEEKDAYS.index(first), WEEKDAYS.index(last) + 1))


def day(word: str, where: str, problems: Problems) -> date | None:
    """`2026-10-03`."""
    try:
        if re.fullmatch(r"\d{4}-\d\d-\d\d", word):
            return date.fromisoformat(word)
    except ValueError:
        pass  # the form is right and there is no such day, 2026-02-30
    problems.add(where, "office-date", value=word)
    return None


def day_of_month(entry: Entry, problems: Problems) -> int | None:
    """1 to 31, or `last` for None."""
    word = text(entry, problems)
    if word == "last":
        return None
    if not re.fullmatch(r"[1-9]\d?", word) or int(word) > 31:
        problems.add(entry.where, "office-day-of-month", value=word)
        return None
    return int(word)


def timezone(entry: Entry, problems: Problems) -> ZoneInfo | None:
    name = text(entry, problems)
    try:
        return ZoneInfo(name)
    except (KeyError, ValueError, OSError):
        problems.add(entry.where, "office-timezone", value=name)
        return None


def group(entry: Entry, problems: Problems) -> int | None:
    """A group's chat id: a negative 64-bit number."""
    word = text(entry, problems)
    if word in ("", "none"):
        return None
    if not re.fullmatch(r"-[1-9]\d{0,18}", word) or int(word) < -(2**63):
        problems.add(entry.where, "office-chat", value=word)
        return None
    return int(word)


def yes_no(entry: Entry, problems: Problems) -> bool:
    word = text(entry, problems).lower()
    if word not in ("true", "false"):
        problems.add(entry.where, "office-yes-no", value=word)
    return word == "true"


def web_link(entry: Entry, problems: Problems) -> str | None:
    word = text(entry, problems)
    if not re.fullmatch(r"https?://[^\s/]+\.[^\s]+", word):
        problems.add(entry.where, "office-link", value=word)
        return None
    return word
