"""The sections of office.yaml, one function each: entries in, checked values out, problems noted on the way."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import fields as fields_of
from datetime import date, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from bot.office import values
from bot.office.document import Entry, Problems, fields, items, mapping, text
from bot.office.public_holidays import public_holidays
from bot.office.schema import PRIORITIES, Department, Office, Times
from bot.rules.business_time import Calendar, Hours, QuietHours
from bot.rules.routing import MANAGER
from bot.rules.service_levels import ServiceLevel
from intents.language import LANGUAGES

KEYS = (
    "sample", "languages", "name", "timezone", "hours", "holidays", "closed_on", "open_on",
    "quiet_hours", "fee_due", "phones", "departments", "times", "service_levels",
)  # fmt: skip
AT_ONCE = frozenset({"album", "coalesce", "card_debounce"})
"""Times that collect: `none` means that nothing is waited for."""
EVERYBODYS = frozenset({"fire", "police", "lifeline"})
"""Numbers that are the same for every office: the sample's are real."""
ALWAYS_NEEDED = frozenset({"callback_expiry"})
COMES_BACK = frozenset({"alert_repeat", "takeover_lease"})
"""Times after which something happens again and again: without a pause it would never stop."""
_UNNAMED = ZoneInfo("UTC")
"""Stands in where the time zone is wrong, so that the rest is still checked; the load stops anyway."""


def read_main(tree: Entry, problems: Problems) -> Office | None:
    """The office without its answers, from a tree with every key (save `sample`); None when a line is wrong."""
    before = len(problems.found)
    found = fields(tree, KEYS, problems)
    zone = values.timezone(found["timezone"], problems) or _UNNAMED
    calendar = _calendar(found, zone, problems)
    times = _times(found["times"], problems)
    levels = fields(found["service_levels"], PRIORITIES, problems)
    departments = mapping(found["departments"], problems)
    languages = _languages(found["languages"], problems)
    name = {language: text(entry, problems) for language, entry in mapping(found["name"], problems).items()}
    phones, borrowed = _phones(found["phones"], tree, problems)
    office = Office(
        folder=Path(),
        languages=languages,
        name=name,
        timezone=zone,
        calendar=calendar,
        quiet_hours=_quiet_hours(found["quiet_hours"], zone, problems),
        fee_due=values.day_of_month(found["fee_due"], problems),
        phones=phones,
        borrowed_phones=borrowed,
        departments={key: _department(key, entry, languages, problems) for key, entry in departments.items()},
        times=times,
        service_levels={priority: _service_level(levels[priority], problems) for priority in PRIORITIES},
        answers={},
        borrowed_answers=(),
        emergencies={},
        words={},
        intents_dir=None,
        is_sample=values.yes_no(found["sample"], problems) if "sample" in found else False,
    )
    return office if len(problems.found) == before else None


def _languages(entry: Entry, problems: Problems) -> tuple[str, ...]:
    chosen = {text(item, problems): item.where for item in items(entry, problems)}
    for word, where in chosen.items() or {("", entry.where)}:
        if word not in LANGUAGES:
            problems.add(where, "office-language", value=word, known=" ".join(LANGUAGES))
    return tuple(chosen)


def _calendar(found: Mapping[str, Entry], zone: ZoneInfo, problems: Problems) -> Calendar:
    always = Calendar.always(zone)
    public = _holidays(found["holidays"], problems)
    closed_on = frozenset(_days(found["closed_on"], problems))
    open_on = _open_on(found["open_on"], closed_on, problems)
    if found["hours"].value == "always":
        # Around the clock means on holidays too; a day that the office itself names is closed all the same.
        return Calendar(zone, always.hours, closed_on=closed_on, open_on=open_on)
    if isinstance(found["hours"].value, str):
        problems.add(found["hours"].where, "office-hours", value=found["hours"].value)
        return always
    before = len(problems.found)
    hours = values.week(found["hours"], problems)
    if not any(hours.values()):
        if len(problems.found) == before:
            problems.add(found["hours"].where, "office-never-open")
        return always
    return Calendar(zone, hours, public, closed_on, open_on)


def _holidays(entry: Entry, problems: Problems) -> frozenset[date]:
    country = text(entry, problems)
    if country == "none":
        return frozenset()
    try:
        return public_holidays(country)
    except NotImplementedError:
        problems.add(entry.where, "office-holidays", value=country)
        return frozenset()


def _days(entry: Entry, problems: Problems) -> list[date]:
    found = (values.day(text(item, problems), item.where, problems) for item in items(entry, problems))
    return [day for day in found if day is not None]


def _open_on(entry: Entry, closed_on: frozenset[date], problems: Problems) -> dict[date, tuple[Hours, ...]]:
    opened: dict[date, tuple[Hours, ...]] = {}
    for word, value in mapping(entry, problems).items():
        day = values.day(word, value.where, problems)
        if day in closed_on:
            problems.add(value.where, "office-date-both", value=word)
        elif day is not None:
            opened[day] = values.ranges(value, problems)
    return opened


def _quiet_hours(entry: Entry, zone: ZoneInfo, problems: Problems) -> QuietHours:
    if (word := text(entry, problems)) == "none":
        return QuietHours(zone)
    span = values.clock_range(entry, problems)
    if span is None or span[0] == span[1]:
        problems.add(entry.where, "office-quiet-hours", value=word)
        return QuietHours(zone)
    return QuietHours(zone, *span)


def _phones(entry: Entry, tree: Entry, problems: Problems) -> tuple[dict[str, str], tuple[str, ...]]:
    """All numbers, and the names of those that are the sample's: their line is not in the folder's own office.yaml."""
    phones: dict[str, str] = {}
    lent: list[str] = []
    for name, value in mapping(entry, problems).items():
        phones[name] = text(value, problems)
        if not re.fullmatch(r"[a-z][a-z0-9_]*", name):
            problems.add(value.where, "office-short-name", value=name)
        if not re.fullmatch(r"[+(]?\d[\d ().-]{1,24}", phones[name]):
            problems.add(value.where, "office-phone", value=phones[name])
        if value.where.rpartition(":")[0] != tree.where.rpartition(":")[0] and name not in EVERYBODYS:
            lent.append(name)
    if "guard" in lent and "duty" not in lent:
        # A house without a guard's room: whoever is on duty answers for it.
        phones["guard"] = phones["duty"]
        lent.remove("guard")
    return phones, tuple(lent)


def _department(key: str, entry: Entry, languages: Sequence[str], problems: Problems) -> Department:
    found = fields(entry, ("name", "staff_chat"), problems)
    if not re.fullmatch(r"[a-z][a-z0-9_]{0,23}", key) or key == MANAGER:
        problems.add(entry.where, "office-department-id", value=key)
    named = mapping(found["name"], problems) if "name" in found else {}
    names = {language: text(name, problems) for language, name in named.items()}
    if not names:
        problems.add(entry.where, "office-department-name", value=key)
    for language in languages:
        names.setdefault(language, next(iter(names.values()), key))
    return Department(names, values.group(found["staff_chat"], problems) if "staff_chat" in found else None)


def _times(entry: Entry, problems: Problems) -> Times:
    known = [field.name for field in fields_of(Times)]
    found = fields(entry, known, problems)
    lengths: dict[str, timedelta | None] = {}
    for name in known:
        length = values.duration(found[name], problems)
        if length is None and name in ALWAYS_NEEDED and found[name].value == "none":
            problems.add(found[name].where, "office-duration-none")
        if length == timedelta(0) and name in COMES_BACK:
            problems.add(found[name].where, "office-duration-zero")
        lengths[name] = timedelta(0) if length is None and name in AT_ONCE | ALWAYS_NEEDED else length
    return Times(**lengths)  # type: ignore[arg-type]  # the line above leaves no None where none may be


def _service_level(entry: Entry, problems: Problems) -> ServiceLevel:
    known = [field.name for field in fields_of(ServiceLevel)]
    found = fields(entry, known, problems)
    return ServiceLevel(**{name: values.duration(found[name], problems) for name in known})
