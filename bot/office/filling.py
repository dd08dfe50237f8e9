"""Variables in answers and emergencies: which there are, and what stands for them at a given moment. Pure.

{office_name}   {phone_office} {phone_duty} …   {department_facility} …
{hours} the week's hours   {hours_today}   {next_opening}
{fee_month} the fee that is due next   {fee_due} the last day to pay it
{fee_day} that day of every month (`fee_due` in office.yaml)"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import groupby
from string import Formatter

from bot.office.schema import Answer, Office, Words
from bot.rules.business_time import ALL_DAY, DAY, Hours


@dataclass(frozen=True, slots=True)
class Filled:
    text: str
    source: str
    reviewed: date
    link: str | None = None


def known_variables(phones: Iterable[str], departments: Iterable[str]) -> tuple[str, ...]:
    return (*_PLAIN, *(f"phone_{name}" for name in phones), *(f"department_{key}" for key in departments))


def unknown_variables(template: str, known: Collection[str]) -> list[str]:
    """Variables of `template` that nothing can be put in for; a lone brace counts as one."""
    try:
        fields = [(name, spec) for _, name, spec, _ in Formatter().parse(template) if name is not None]
    except ValueError:
        return ["{"]
    named = [f"{name}:{spec}" if spec else name for name, spec in fields]
    return [name for name in named if name not in known]


def fill(answer: Answer, office: Office, locale: str, now: datetime) -> Filled:
    """The answer as it goes out at `now`; `locale` is the language that it is in."""
    return Filled(fill_text(answer.text, office, locale, now), answer.source, answer.reviewed, answer.link)


def fill_text(template: str, office: Office, locale: str, now: datetime) -> str:
    """`template` with its variables filled. Every variable was checked at load."""
    return template.format_map(_Variables(office, locale, now))


def moment_text(at: datetime, office: Office, locale: str) -> str:
    """An instant as people of this office say it: "10월 5일(월) 09:00"."""
    words = _words(office, locale)
    local = at.astimezone(office.timezone)
    return words.moment.format(date=_date(local.date(), words), time=f"{local:%H:%M}")


def hours_text(office: Office, locale: str) -> str:
    """The hours of an ordinary week: "월~금 09:00~18:00 · 토 09:00~12:00 · 일·공휴일 휴무"."""
    words, week = _words(office, locale), office.calendar.hours
    if all(week.get(day) == (ALL_DAY,) for day in range(7)) and not office.calendar.holidays:
        return words.always
    parts: list[str] = []
    closed: list[str] = []
    for ranges, group in groupby(range(7), key=lambda day: week.get(day, ())):
        days = [words.weekdays[day] for day in group]
        stretch = days[0] if len(days) == 1 else words.until.format(first=days[0], last=days[-1])
        if ranges:
            parts.append(f"{stretch} {_ranges(ranges, words)}")
        else:
            closed.append(stretch)
    if office.calendar.holidays:
        closed.append(words.holidays)
    if closed:
        parts.append(words.closed.format(days=words.also.join(closed)))
    return " · ".join(parts)


def hours_today_text(office: Office, locale: str, now: datetime) -> str:
    """Today's ranges, or that it is closed and when it opens next."""
    words, calendar = _words(office, locale), office.calendar
    ranges = calendar.hours_on(calendar.local_day(now))
    if ranges == (ALL_DAY,):
        return words.always
    if ranges:
        return _ranges(ranges, words)
    return words.closed_today.format(opening=moment_text(calendar.next_opening(now), office, locale))


def day_text(day: date, office: Office, locale: str) -> str:
    """A day as people of this office say it: "10월 5일(월)"."""
    return _date(day, _words(office, locale))


def day_hours_text(day: date, office: Office, locale: str) -> str:
    """The ranges of one day; empty when the office is closed."""
    words, ranges = _words(office, locale), office.calendar.hours_on(day)
    return words.always if ranges == (ALL_DAY,) else _ranges(ranges, words)


@dataclass(frozen=True, slots=True)
class _Variables:
    """What stands for each variable at that moment; only what the template names is worked out."""

    office: Office
    locale: str
    now: datetime

    def __getitem__(self, name: str) -> str:
        office, locale = self.office, self.locale
        kind, _, key = name.partition("_")
        if kind == "phone":
            return office.phones[key]
        if kind == "department":
            return office.departments[key].names.get(locale, key)
        return _PLAIN[name](office, locale, self.now)


def _next_opening(office: Office, locale: str, now: datetime) -> str:
    return moment_text(office.calendar.next_opening(now), office, locale)


def _fee_month(office: Office, locale: str, now: datetime) -> str:
    """The month that the next bill is for, and the one that it comes in."""
    words, (billed, _) = _words(office, locale), _next_bill(office.calendar.local_day(now), office)
    fee = (billed - timedelta(days=1)).month
    return words.fee_month.format(fee=words.months[fee - 1], bill=words.months[billed.month - 1])


def _fee_due(office: Office, locale: str, now: datetime) -> str:
    _, due = _next_bill(office.calendar.local_day(now), office)
    return day_text(due, office, locale)


def _fee_day(office: Office, locale: str, _now: datetime) -> str:
    words = _words(office, locale)
    return words.fee_day.format(day=office.fee_due) if office.fee_due else words.fee_last_day


def _next_bill(today: date, office: Office) -> tuple[date, date]:
    """The first day of the month whose bill is to be paid next, and the last day to pay it."""
    month = today.replace(day=1)
    due = _due(month, office)
    if due < today:
        month = (month + timedelta(days=31)).replace(day=1)
        due = _due(month, office)
    return month, due


def _due(month: date, office: Office) -> date:
    """The office's day of that month or, where it is shorter, its last; on a day without banks the next one with."""
    last = monthrange(month.year, month.month)[1]
    due = month.replace(day=min(office.fee_due or last, last))
    while due.weekday() >= 5 or due in office.calendar.holidays:
        due += DAY
    return due


def _ranges(ranges: tuple[Hours, ...], words: Words) -> str:
    return ", ".join(
        words.range.format(start=f"{hours.start:%H:%M}", end="24:00" if hours.end == time.min else f"{hours.end:%H:%M}")
        for hours in ranges
    )


def _date(day: date, words: Words) -> str:
    return words.date.format(month=words.months[day.month - 1], day=day.day, weekday=words.weekdays[day.weekday()])


def _words(office: Office, locale: str) -> Words:
    return office.words.get(locale) or office.words[office.languages[0]]


_PLAIN: Mapping[str, Callable[[Office, str, datetime], str]] = {
    "office_name": lambda office, locale, _now: office.name_in(locale),
    "hours": lambda office, locale, _now: hours_text(office, locale),
    "hours_today": hours_today_text,
    "next_opening": _next_opening,
    "fee_month": _fee_month,
    "fee_due": _fee_due,
    "fee_day": _fee_day,
}
