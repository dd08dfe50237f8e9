"""What an owner was promised about a matter, and how it is said: when they ask, and when it is late (D3)."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from bot.actions.tickets import service_levels
from bot.actions.wording import department_name, moment
from bot.desk import Work
from bot.rules.routing import MANAGER
from bot.rules.service_levels import calendar_for
from storage import outbox_changes
from storage.models import Ticket, TicketState

Kind = Literal["first", "visit", "result"]


@dataclass(frozen=True, slots=True)
class Promise:
    """By `at` somebody gets in touch first, goes on with it, or tells the result."""

    kind: Kind
    at: datetime


async def promises_of(work: Work, ticket: Ticket) -> tuple[Promise, ...]:
    """The times that hold now, next first. Nobody promised any for an alarm, nor for what is dispatched."""
    if ticket.kind == "emergency" or ticket.handling == "dispatch":
        return ()
    if ticket.state == TicketState.DEFERRED and ticket.deferred_until is not None:
        return (Promise("visit", ticket.deferred_until),)
    due = await service_levels.due_of(work, ticket)
    found = []
    if "first_response" in due:
        found.append(Promise("first", await again(work, ticket) or due["first_response"]))
    if "resolution" in due and ticket.handling != "advise":
        found.append(Promise("result", due["resolution"]))
    return tuple(found)


async def again(work: Work, ticket: Ticket) -> datetime | None:
    """By when the owner was told to hear more, where the first answer of this round is late."""
    told = await outbox_changes.row_by_key(work.session, late_key(ticket, 1))
    level = work.desk.office.service_levels.get(ticket.priority)
    if told is None or level is None or level.first_response is None:
        return None
    return calendar_for(ticket.priority, work.desk.office.calendar).add_working(told.due_at, level.first_response)


def late_key(ticket: Ticket, step: int) -> str:
    """One word to the owner for each step of a round."""
    return f"late:{ticket.id}:{ticket.round}:{step}"


def promise_line(work: Work, locale: str, ticket: Ticket, promise: Promise) -> str:
    """What holds, or that it is late, with regret."""
    time = moment(work, locale, promise.at)
    if promise.at < work.now:
        return work.say(locale, f"promise-late-{promise.kind}", time=time)
    if promise.kind == "visit":
        return work.say(locale, "promise-visit", time=time)
    if promise.kind == "result":
        return work.say(locale, "receipt-expected", time=time)
    key = "receipt-first-managers" if ticket.department == MANAGER else "receipt-first"
    return work.say(locale, key, time=time, department=department_name(work, locale, ticket.department))


def promise_in_short(work: Work, locale: str, promise: Promise) -> str:
    """For a list of matters."""
    kind = "late" if promise.at < work.now else promise.kind
    return work.say(locale, f"promise-short-{kind}", time=moment(work, locale, promise.at))


def phone_now(work: Work, at: datetime | None = None) -> str:
    """Whom to call for what cannot wait: the office while it is open, else whoever is on duty."""
    phones = work.desk.office.phones
    is_open = work.desk.office.calendar.is_open(at or work.now)
    return phones.get("office" if is_open else "duty", "") or phones.get("duty", "")
