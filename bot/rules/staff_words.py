"""What staff type: commands with their words, dates, ticket numbers, parties to wait for."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, time, timedelta

NOTE = "note"
_COMMAND = re.compile(r"/([^\s/@]{1,32})(?:@(\w+))?(?:\s+|$)(.*)", re.DOTALL)
_MARK = re.compile(r"[\s\u200b-\u200f\u2060\ufeff]*([/／⁄∕]+)")
_NUMBER = re.compile(r"\b[tT][-\s]?(\d{1,18})\b")

_LATEST_BARE = 6


@dataclass(frozen=True, slots=True)
class Command:
    """A typed command: its name as the contract has it, and the words after it."""

    name: str
    words: str = ""


def read_command(text: str, bot_username: str, aliases: Mapping[str, str]) -> Command | None:
    """The command in `text`, or None for plain words and for commands to other bots.

    `//words` is a note (contract). `aliases` leads other spellings, for example Korean ones, to the command's name."""
    text = with_plain_mark(text)
    if text.startswith("//"):
        return Command(NOTE, text.lstrip("/").strip())
    found = _COMMAND.fullmatch(text)
    if found is None:
        return None
    name, addressee, words = found[1].casefold(), found[2], found[3].strip()
    if addressee is not None and addressee.casefold() != bot_username.casefold():
        return None
    return Command(aliases.get(name, name), words)


def with_plain_mark(text: str) -> str:
    """With the slashes at its beginning as the contract has them: keyboards for Korean and Chinese also write ／."""
    found = _MARK.match(text)
    return text if found is None else "/" * len(found[1]) + text[found.end() :]


def holds_note(text: str) -> bool:
    """Whether a line further down (in an album: a caption) begins as only notes and commands do."""
    return any(with_plain_mark(line).startswith("/") for line in text.split("\n")[1:])


def read_number(text: str) -> int | None:
    """1042 from "T-1042", "t1042" or "1042"."""
    found = _NUMBER.search(text)
    if found is not None:
        return int(found[1])
    bare = text.strip().lstrip("#")
    return int(bare) if bare.isascii() and bare.isdigit() and len(bare) <= 18 else None


@dataclass(frozen=True, slots=True)
class DateWords:
    """How people of all languages name days; see texts `reply-date-*`."""

    ahead: Mapping[str, int]  # "tomorrow": 1
    days: tuple[str, ...]  # after a number: so many days ahead
    weeks: tuple[str, ...]
    year: tuple[str, ...]  # between numbers, besides "-", "/" and "."
    month: tuple[str, ...]
    day: tuple[str, ...]  # after a number alone: that day of this month or the next
    weekdays: Mapping[str, int]  # Monday is 0
    next_week: tuple[str, ...]  # before a weekday


def read_date(text: str, today: date, words: DateWords) -> tuple[date, str] | None:
    """(day, what follows) from "2026-12-01 …", "12/1 …", "25일 …", "tomorrow …", "금요일 …", "3d …" and the like in all
    languages; None when no date begins the text. What is over this year, month or week is meant for the next."""
    text = text.strip()
    for word, days in words.ahead.items():
        if text.casefold().startswith(word) and text[len(word) : len(word) + 1].strip() == "":
            return today + timedelta(days=days), text[len(word) :].strip()
    if (found := _match(rf"(?:({_any(words.next_week)})\s*)?({_any(words.weekdays)})", text)) is not None:
        return _weekday(today, words.weekdays[found[2].casefold()], found[1] is not None), text[found.end() :].strip()
    for units, length in ((words.days, 1), (words.weeks, 7)):
        if (found := _match(rf"(\d{{1,3}})\s*(?:{_any(units)})", text)) is not None:
            return today + timedelta(days=int(found[1]) * length), text[found.end() :].strip()
    between = "[-./]"
    last = rf"(?:{_any(words.day)}|\.)?"
    short = rf"(\d{{1,2}})\s*(?:{between}|{_any(words.month)})\s*(\d{{1,2}}){last}"
    full = rf"(\d{{4}})\s*(?:{between}|{_any(words.year)})\s*{short}"
    if (found := _match(full, text)) is not None:
        day = _day(int(found[1]), int(found[2]), int(found[3]))
    elif (found := _match(short, text)) is not None:
        day = _day(today.year, int(found[1]), int(found[2]))
        if day is not None and day < today:
            day = _day(today.year + 1, int(found[1]), int(found[2]))
    elif (found := _match(rf"(\d{{1,2}})\s*(?:{_any(words.day)})", text)) is not None:
        day = _day_of_month(today, int(found[1]))
    else:
        return None
    return None if day is None else (day, text[found.end() :].strip())


def _weekday(today: date, weekday: int, next_week: bool) -> date:
    """The next one after today; of the coming week where that was said."""
    monday = today - timedelta(days=today.weekday())
    if next_week:
        return monday + timedelta(days=7 + weekday)
    return today + timedelta(days=(weekday - today.weekday()) % 7 or 7)


def _day_of_month(today: date, number: int) -> date | None:
    """Today or the next day of that number; not every month has a 31st."""
    months = (divmod(today.year * 12 + today.month - 1 + ahead, 12) for ahead in range(3))
    days = (_day(year, month + 1, number) for year, month in months)
    return next((day for day in days if day is not None and day >= today), None)


@dataclass(frozen=True, slots=True)
class TimeWords:
    """How people of all languages tell the time of a day; see texts `reply-time-*`."""

    morning: tuple[str, ...]
    afternoon: tuple[str, ...]
    hour: tuple[str, ...]
    minute: tuple[str, ...]
    half: tuple[str, ...]
    before: tuple[str, ...]  # "at"
    behind: tuple[str, ...]  # particles: "에", "까지"


def read_time(text: str, words: TimeWords) -> tuple[time, str] | None:
    """(time, what follows) from "10시 …", "오후 2시 반에 …", "14:30 …", "at 3pm …"; None when no time begins the text.

    A bare "2시" is an hour of the afternoon: no office makes an appointment for the night."""
    part = rf"(?P<{{}}>{_any((*words.morning, *words.afternoon))})"
    minutes = rf"\s*(?:(?P<minute>[0-5]?\d)\s*(?:{_any(words.minute)})|(?P<half>{_any(words.half)}))"
    clock = rf"(?P<hour>\d{{1,2}})(?:(?P<named>\s*(?:{_any(words.hour)}))(?:{minutes})?|:(?P<colon>[0-5]\d))?"
    pattern = rf"(?:(?:{_any(words.before)})\s+)?(?:{part.format('part')}\s*)?{clock}(?:\s*{part.format('after')})?"
    found = _match(rf"{pattern}(?:{_any(words.behind)})?", text.strip())
    if found is None:
        return None
    part_of_day = (found["part"] or found["after"] or "").casefold()
    if not (part_of_day or found["named"] or found["colon"]):
        return None
    hour = int(found["hour"])
    afternoon = part_of_day in {word.casefold() for word in words.afternoon}
    if hour < 12 and (afternoon or (not part_of_day and 1 <= hour <= _LATEST_BARE and found["hour"][0] != "0")):
        hour += 12
    elif hour == 12 and part_of_day and not afternoon:
        hour = 0
    minute = int(found["minute"] or found["colon"] or (30 if found["half"] else 0))
    return None if hour > 23 else (time(hour, minute), text.strip()[found.end() :].strip())


def _match(pattern: str, text: str) -> re.Match[str] | None:
    """At the beginning, and followed by a space or nothing."""
    return re.match(rf"{pattern}(?=\s|$)", text, re.IGNORECASE)


def _any(words: Iterable[str]) -> str:
    longest_first = sorted(words, key=len, reverse=True)
    return "|".join(re.escape(word) for word in longest_first)


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
