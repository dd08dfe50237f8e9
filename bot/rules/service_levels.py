"""By when a matter must be answered and resolved (M1, architecture §4 "Clocks").

The clocks are computed from what happened to a ticket, never stored: a changed calendar changes them at once. Waiting
for the owner or for a vendor stops them. Urgent matters run around the clock, all others in office hours."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.rules.business_time import Calendar

CLOCKS = ("first_response", "next_response", "resolution")


@dataclass(frozen=True, slots=True)
class ServiceLevel:
    """Targets of one priority, in working time; None: no target."""

    first_response: timedelta | None = None
    next_response: timedelta | None = None
    resolution: timedelta | None = None


@dataclass(frozen=True, slots=True)
class Pause:
    """A stretch in which the office waits for somebody else; `ended` None: it still does."""

    begun: datetime
    ended: datetime | None = None


@dataclass(frozen=True, slots=True)
class History:
    """What the clocks need to know of one round of a ticket. A reopened ticket begins a new round."""

    created_at: datetime
    """When the round began: ticket opened, or reopened."""
    first_response_at: datetime | None = None
    """First message of a person of the office, or claim; receipts of the bot do not count."""
    unanswered_since: datetime | None = None
    """Oldest message of the owner, after the first response, that no person has answered yet."""
    pauses: tuple[Pause, ...] = ()


@dataclass(frozen=True, slots=True)
class DueTimes:
    """None: no target, nothing to wait for, or the clock stands still in a pause without an end."""

    first_response: datetime | None
    next_response: datetime | None
    resolution: datetime | None


def calendar_for(priority: str, office: Calendar) -> Calendar:
    """Emergencies do not wait for the office to open."""
    return Calendar.always(office.timezone) if priority == "urgent" else office


def due_times(history: History, targets: ServiceLevel, calendar: Calendar) -> DueTimes:
    """The instants by which each response is due; a pause moves them on by the working time in it.

    What is done keeps its due time."""
    return DueTimes(
        first_response=_due(history.created_at, targets.first_response, history.pauses, calendar),
        next_response=_due(history.unanswered_since, targets.next_response, history.pauses, calendar),
        resolution=_due(history.created_at, targets.resolution, history.pauses, calendar),
    )


def _due(
    begun: datetime | None, target: timedelta | None, pauses: tuple[Pause, ...], calendar: Calendar
) -> datetime | None:
    if begun is None or target is None:
        return None
    running_from, left = begun, target
    for pause in sorted(pauses, key=lambda pause: pause.begun):
        if pause.ended is not None and pause.ended <= running_from:
            continue
        worked = calendar.working_between(running_from, pause.begun)
        if worked >= left:
            break
        if pause.ended is None:
            return None
        left -= worked
        running_from = pause.ended
    return calendar.add_working(running_from, left)
