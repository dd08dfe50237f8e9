"""Office hours as arithmetic: open or not, the next opening, working time added and counted (O12, O13).

All instants are aware and come back in UTC. Local times are turned into instants before anything is counted (facts:
"The clock"), so a change of daylight saving time neither loses nor doubles working time; a range that ends in an hour
which the clock repeats ends in its first pass."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from itertools import count
from types import MappingProxyType
from zoneinfo import ZoneInfo

DAY = timedelta(days=1)
_LONGEST_CLOSURE = 3660
"""Days after which a search gives up: a calendar in which no day opens for ten years is a mistake."""


@dataclass(frozen=True, slots=True)
class Hours:
    """A range of one local day, `end` exclusive; an `end` of 00:00 means midnight at the day's end."""

    start: time
    end: time

    def __post_init__(self) -> None:
        if self.end != time.min and self.end <= self.start:
            raise ValueError(f"a range must end after it begins: {self.start}-{self.end}")

    def span(self, day: date, zone: ZoneInfo) -> tuple[datetime, datetime]:
        last = day + DAY if self.end == time.min else day
        return _instant(day, self.start, zone), _instant(last, self.end, zone)


ALL_DAY = Hours(time.min, time.min)


@dataclass(frozen=True, slots=True)
class Calendar:
    """When the office is open. Value: equal calendars give equal answers."""

    timezone: ZoneInfo
    hours: Mapping[int, tuple[Hours, ...]]
    """Weekday (Monday is 0) to its ranges; a weekday that is missing or empty is closed."""
    holidays: frozenset[date] = field(default=frozenset(), repr=False)
    """Local days on which the office is closed although the weekday is open."""
    closed_on: frozenset[date] = frozenset()
    """Exceptions: closed, holiday or not."""
    open_on: Mapping[date, tuple[Hours, ...]] = field(default_factory=dict)
    """Exceptions: open at these hours, holiday or not."""

    def __post_init__(self) -> None:
        if not any(self.hours.values()):
            raise ValueError("no weekday has opening hours")
        object.__setattr__(self, "hours", MappingProxyType(dict(self.hours)))
        object.__setattr__(self, "open_on", MappingProxyType(dict(self.open_on)))

    @classmethod
    def always(cls, timezone: ZoneInfo) -> Calendar:
        """Around the clock: emergencies run on it, and an office with `hours: always`."""
        return cls(timezone, dict.fromkeys(range(7), (ALL_DAY,)))

    @property
    def is_always(self) -> bool:
        whole = all(self.hours.get(weekday) == (ALL_DAY,) for weekday in range(7))
        return whole and not self.holidays and not self.closed_on and not self.open_on

    def hours_on(self, day: date) -> tuple[Hours, ...]:
        """The ranges of a local day; none when closed. Exceptions win over holidays, holidays over weekdays."""
        if day in self.open_on:
            return self.open_on[day]
        if day in self.closed_on or day in self.holidays:
            return ()
        return self.hours.get(day.weekday(), ())

    def local_day(self, at: datetime) -> date:
        return _utc(at).astimezone(self.timezone).date()

    def is_open(self, at: datetime) -> bool:
        at = _utc(at)
        return any(start <= at < end for start, end in self._spans_of(self.local_day(at)))

    def next_opening(self, at: datetime) -> datetime:
        """The first open instant at or after `at`: `at` itself while the office is open."""
        at = _utc(at)
        start, _ = next(self._spans_from(at))
        return max(at, start)

    def add_working(self, start: datetime, duration: timedelta) -> datetime:
        """The instant at which `duration` of open time has gone by since `start`. Nothing to wait for: `start`."""
        if duration < timedelta(0):
            raise ValueError("a working duration cannot be negative")
        start = _utc(start)
        if not duration:
            return start
        if self.is_always:
            return start + duration
        left = duration
        for begin, end in self._spans_from(start):
            begin = max(begin, start)
            if end - begin >= left:
                return begin + left
            left -= end - begin
        raise AssertionError("unreachable: a calendar always opens again")

    def working_between(self, a: datetime, b: datetime) -> timedelta:
        """Open time from `a` to `b`; nothing when `b` is not after `a`."""
        a, b = _utc(a), _utc(b)
        total = timedelta(0)
        if b <= a:
            return total
        if self.is_always:
            return b - a
        for begin, end in self._spans_from(a):
            if begin >= b:
                break
            total += min(end, b) - max(begin, a)
        return total

    def _spans_from(self, at: datetime) -> Iterator[tuple[datetime, datetime]]:
        """Open spans that end after `at`, in order, without end."""
        day = self.local_day(at) - DAY
        closed_for = 0
        for offset in count():
            spans = self._spans_of(day + offset * DAY)
            closed_for = 0 if spans else closed_for + 1
            if closed_for > _LONGEST_CLOSURE:
                raise ValueError("the office does not open for ten years: look at hours and exceptions")
            yield from ((start, end) for start, end in spans if end > at)

    def _spans_of(self, day: date) -> tuple[tuple[datetime, datetime], ...]:
        return _spans(self.hours_on(day), day, self.timezone)


@dataclass(frozen=True, slots=True)
class QuietHours:
    """The hours of every day in which only emergencies and direct replies go out (O13)."""

    timezone: ZoneInfo
    start: time | None = None
    end: time | None = None
    """Local times; an end at or before the start lies on the next day. Both None: no quiet hours."""

    def __post_init__(self) -> None:
        if (self.start is None) != (self.end is None):
            raise ValueError("quiet hours need a beginning and an end")
        if self.start is not None and self.start == self.end:
            raise ValueError("quiet hours around the clock would let nothing out")

    def allows(self, at: datetime) -> bool:
        """True when a message that can wait may go out at `at`."""
        return self.next_allowed(at) == _utc(at)

    def next_allowed(self, at: datetime) -> datetime:
        """The first instant at or after `at` outside the quiet hours."""
        at = _utc(at)
        if self.start is None or self.end is None:
            return at
        today = at.astimezone(self.timezone).date()
        for day in (today - DAY, today):
            last = day if self.start < self.end else day + DAY
            if _instant(day, self.start, self.timezone) <= at < (end := _instant(last, self.end, self.timezone)):
                return end
        return at


@lru_cache(maxsize=1024)
def _spans(ranges: tuple[Hours, ...], day: date, zone: ZoneInfo) -> tuple[tuple[datetime, datetime], ...]:
    """The day's ranges as instants in order, within the day; those that a change of clocks makes overlap are joined."""
    midnight = _instant(day + DAY, time.min, zone)
    spans: list[tuple[datetime, datetime]] = []
    for start, end in sorted(hours.span(day, zone) for hours in ranges):
        end = min(end, midnight)
        if end <= start:
            continue
        if spans and start < spans[-1][1]:
            spans[-1] = (spans[-1][0], max(end, spans[-1][1]))
        else:
            spans.append((start, end))
    return tuple(spans)


def _instant(day: date, at: time, zone: ZoneInfo) -> datetime:
    return datetime.combine(day, at, tzinfo=zone).astimezone(UTC)


def _utc(at: datetime) -> datetime:
    if at.tzinfo is None:
        raise ValueError("naive datetime: instants must carry a time zone")
    return at.astimezone(UTC)
