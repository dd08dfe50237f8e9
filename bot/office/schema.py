"""The office as frozen values: what `office.yaml`, `answers/`, `emergencies/` and `words/` say, checked.

All that differs between two offices is here; the texts of the service itself are in bot/texts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import TypeVar
from zoneinfo import ZoneInfo

from bot.rules.business_time import Calendar, QuietHours
from bot.rules.service_levels import ServiceLevel

Text = TypeVar("Text")

LONGEST_ID = 40
"""Bytes of an id that stands behind a button: callback data has 64, and more than an id is in it."""
PRIORITIES = ("urgent", "high", "normal", "low")


@dataclass(frozen=True, slots=True)
class Department:
    names: Mapping[str, str]
    """Language to the name that residents read."""
    staff_chat: int | None = None
    """The department's own staff group; None: STAFF_CHAT_ID."""


@dataclass(frozen=True, slots=True)
class Times:
    """Every waiting time of the service. None: it never happens (no reminder, no lapse, no limit)."""

    album: timedelta
    """How long the parts of an album are collected; they come without an end mark."""
    coalesce: timedelta
    """How long lines of one owner are collected before they are mirrored to staff together."""
    card_debounce: timedelta
    """How long changes of a ticket card are collected into one edit (group limit of 20 a minute)."""
    callback_expiry: timedelta
    """After this an answer to a tapped button is dropped: Telegram keeps callback queries 150 s."""
    unclaimed_alert: timedelta | None
    """A ticket or hand-off nobody claimed for so long (open hours) alerts the managers."""
    alert_repeat: timedelta | None
    """An alert that nobody acknowledged comes again after this."""
    takeover_lease: timedelta | None
    """A held conversation without a word of the holder goes back to the bot after this."""
    draft_reminder: timedelta | None
    """An intake left half-way is asked about once after this."""
    draft_submit: timedelta | None
    """After this an intake that was told to its end is handed in; of any other its owner is asked a last time."""
    feedback_after: timedelta | None
    """Between the resolution and the question "solved?"."""
    reminder_after: timedelta | None
    """Between that question and its one reminder."""
    close_after: timedelta | None
    """Between that question and the closing without an answer."""
    follow_up_after: timedelta | None
    """Between the closing and "is it still fine?"."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What the office says to one kind of question. `text` may hold variables, see `filling`."""

    text: str
    source: str
    """Where it stands: bylaws, notice, law. Shown under the answer (D7)."""
    reviewed: date
    """When somebody of the office last read it through. Shown under the answer (D7)."""
    link: str | None = None


@dataclass(frozen=True, slots=True)
class Branch:
    """One way on from an emergency's first text."""

    button: str
    text: str


@dataclass(frozen=True, slots=True)
class Emergency:
    """Safety instructions: action first, one action a line (korean.md 12, 13)."""

    text: str
    """Goes out before any question; safe in every branch."""
    branches: Mapping[str, Branch]
    """By id in the order of the buttons; empty where one text is right for all."""


@dataclass(frozen=True, slots=True)
class Words:
    """Small words of one language for hours and dates inside answers; braces mark what is filled in."""

    weekdays: tuple[str, ...]
    """Monday first."""
    months: tuple[str, ...]
    """January first."""
    always: str
    """Around the clock."""
    range: str
    """{start} {end}: one range of hours."""
    until: str
    """{first} {last}: weekdays in a row with the same hours."""
    also: str
    """Between two things of a list."""
    closed: str
    """{days} on which the office is closed."""
    holidays: str
    """Public holidays, as one of those days."""
    closed_today: str
    """{opening}: the next opening."""
    date: str
    """{month} {day} {weekday}."""
    moment: str
    """{date} {time}."""
    fee_day: str
    """{day} of every month on which the fee is due."""
    fee_last_day: str
    """The same for the month's last day."""
    fee_month: str
    """{fee} {bill}: the month the fee is for, the month it is billed in (korean.md 15)."""


@dataclass(frozen=True, slots=True)
class Office:
    folder: Path
    languages: tuple[str, ...]
    """What residents may choose. The first is the office's own: staff and managers read it."""
    name: Mapping[str, str]
    timezone: ZoneInfo
    calendar: Calendar
    quiet_hours: QuietHours
    fee_due: int | None
    """The day of the month until which the maintenance fee is paid; None: the month's last."""
    phones: Mapping[str, str]
    borrowed_phones: tuple[str, ...]
    """Names of numbers that the folder does not give, so that the sample's stand in: not real."""
    departments: Mapping[str, Department]
    times: Times
    service_levels: Mapping[str, ServiceLevel]
    """By priority: urgent, high, normal, low."""
    answers: Mapping[tuple[str, str], Answer]
    """By (intent id, language)."""
    borrowed_answers: tuple[str, ...]
    """Ids that the folder does not answer, so that the sample's answers stand in."""
    emergencies: Mapping[tuple[str, str], Emergency]
    """By (intent id, language)."""
    words: Mapping[str, Words]
    intents_dir: Path | None
    """Further example sentences of this office, or None."""
    is_sample: bool
    """True: numbers are not real, the service refuses to start against Telegram itself."""

    def answer(self, intent: str, locale: str) -> tuple[Answer, str] | None:
        """The answer in the reader's language, else in the office's own, else in any; with the language it is in."""
        return _in_language(self.answers, intent, (locale, *self.languages, *self.words))

    def emergency(self, intent: str, locale: str) -> tuple[Emergency, str] | None:
        """The safety instructions, chosen like an answer."""
        return _in_language(self.emergencies, intent, (locale, *self.languages, *self.words))

    def name_in(self, locale: str) -> str:
        """Its name in that language, else the one written first."""
        return self.name.get(locale) or next(iter(self.name.values()))


def _in_language(
    texts: Mapping[tuple[str, str], Text], intent: str, languages: tuple[str, ...]
) -> tuple[Text, str] | None:
    for language in languages:
        if found := texts.get((intent, language)):
            return found, language
    return None
