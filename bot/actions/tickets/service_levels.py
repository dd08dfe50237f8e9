"""Clocks of matters and hand-offs: planned from the events, checked against them when due (M1, architecture §4).

A timer only says when to look; whether something was missed is computed anew at that moment, because the calendar, the
ticket or the office's targets may have changed since."""

from datetime import datetime

from bot.actions.managers.alerts import obsolete, raise_alert
from bot.actions.tickets.service_history import history_of, unclaimed_since
from bot.desk import Work
from bot.rules.escalation import is_reopened_too_often
from bot.rules.routing import MANAGER
from bot.rules.service_levels import CLOCKS, ServiceLevel, calendar_for, due_times
from storage import tickets, timers
from storage.models import Conversation, Floor, Ticket, TicketState, TimerState

UNCLAIMED_TICKET = "unclaimed_ticket"
UNCLAIMED_CONVERSATION = "unclaimed_conversation"


async def plan_clocks(work: Work, ticket: Ticket) -> None:
    """(Re)plans every clock of a ticket; call it after each move and each word. What has settled alerts no longer.

    Timers that are right already stay as they are: most words change no clock."""
    await obsolete(work, ticket=ticket)
    await _watch(work, ticket)
    wanted = {_key(ticket, kind, due): (kind, due) for kind, due in (await due_of(work, ticket)).items()}
    for timer in await timers.waiting_with_prefix(work.session, f"clock:{ticket.id}:"):
        if wanted.pop(timer.dedupe_key, None) is None:
            timer.state = TimerState.CANCELLED
    for kind, due in wanted.values():
        await _plan(work, ticket, kind, due)


async def _watch(work: Work, ticket: Ticket) -> None:
    """What managers must know of a ticket whatever its clocks say: complaints about staff, and what keeps coming back.
    It is looked at here because every move passes here; the keys make each alert the only one."""
    if ticket.department == MANAGER and ticket.kind == "complaint" and ticket.state == TicketState.RECEIVED:
        await raise_alert(work, "staff_complaint", key=f"staff_complaint:{ticket.id}", ticket=ticket)
    if is_reopened_too_often(ticket.round) and ticket.state in tickets.WORKED_ON:
        key = f"reopened_twice:{ticket.id}:{ticket.round}"
        await raise_alert(work, "reopened_twice", key=key, ticket=ticket, round=ticket.round)


async def plan_unclaimed(work: Work, conversation: Conversation) -> None:
    """The clock of a hand-off that nobody has taken; call it when somebody begins to wait."""
    await timers.cancel_prefix(work.session, f"{UNCLAIMED_CONVERSATION}:{conversation.id}:")
    due = await _waiting_due(work, conversation)
    if due is not None:
        await timers.plan(
            work.session,
            kind=UNCLAIMED_CONVERSATION,
            lane=f"chat:{conversation.chat_id}",
            due_at=due,
            dedupe_key=f"{UNCLAIMED_CONVERSATION}:{conversation.id}:{_stamp(due)}",
            data={"conversation_id": conversation.id},
            now=work.now,
        )


async def check_clock(work: Work, ticket_id: int, kind: str) -> datetime | None:
    """A response, a resolution or a claim is due by the plan: alerts if it is truly missed, and returns what it was due
    at; else plans anew."""
    ticket = await work.session.get(Ticket, ticket_id)
    due = None if ticket is None else (await due_of(work, ticket)).get(kind)
    if ticket is None or due is None:
        return None
    if due > work.now:
        await _plan(work, ticket, kind, due)
        return None
    await raise_alert(work, kind, key=f"{kind}:{ticket.id}:{ticket.round}:{_stamp(due)}", ticket=ticket)
    return due


async def check_unclaimed_conversation(work: Work, conversation: Conversation) -> bool:
    """Whether nobody has come in time to an owner who asked for a person; then the managers are alerted."""
    due = await _waiting_due(work, conversation)
    if due is None or conversation.waiting_since is None:
        return False
    if due > work.now:
        await plan_unclaimed(work, conversation)
        return False
    key = f"{UNCLAIMED_CONVERSATION}:{conversation.id}:{_stamp(conversation.waiting_since)}"
    await raise_alert(work, UNCLAIMED_CONVERSATION, key=key, conversation=conversation)
    return True


async def is_overdue(work: Work, ticket: Ticket) -> bool:
    """Whether any response or the resolution of an open ticket is late; for worklists and reports."""
    dues = await due_of(work, ticket)
    return any(due <= work.now for kind, due in dues.items() if kind != UNCLAIMED_TICKET)


async def due_of(work: Work, ticket: Ticket) -> dict[str, datetime]:
    """When each clock that runs runs out. Praise and suggestions wait for nobody, nor does what is over."""
    if not _has_clocks(ticket):
        return {}
    events = await tickets.events_of(work.session, ticket.id)
    history = await history_of(work, ticket, events)
    calendar = calendar_for(ticket.priority, work.desk.office.calendar)
    targets = work.desk.office.service_levels.get(ticket.priority, ServiceLevel())
    times = due_times(history, targets, calendar)
    found: dict[str, datetime | None] = {clock: getattr(times, clock) for clock in CLOCKS}
    if history.first_response_at is not None:
        found["first_response"] = None
    limit = work.desk.office.times.unclaimed_alert
    if limit is not None and ticket.assignee_id is None:
        found[UNCLAIMED_TICKET] = calendar.add_working(unclaimed_since(ticket, events), limit)
    return {kind: due for kind, due in found.items() if due is not None}


def _has_clocks(ticket: Ticket) -> bool:
    return ticket.kind != "feedback" and ticket.state in tickets.WORKED_ON


async def _waiting_due(work: Work, conversation: Conversation) -> datetime | None:
    """Somebody with an urgent matter is missed at any hour."""
    limit = work.desk.office.times.unclaimed_alert
    if limit is None or conversation.floor != Floor.WAITING or conversation.waiting_since is None:
        return None
    open_ones = await tickets.open_of_conversation(work.session, conversation.id)
    urgent = any(ticket.priority == "urgent" and _has_clocks(ticket) for ticket in open_ones)
    calendar = calendar_for("urgent" if urgent else "", work.desk.office.calendar)
    return calendar.add_working(conversation.waiting_since, limit)


async def _plan(work: Work, ticket: Ticket, kind: str, due: datetime) -> None:
    conversation = await work.session.get_one(Conversation, ticket.conversation_id)
    await timers.plan(
        work.session,
        kind=kind,
        lane=f"chat:{conversation.chat_id}",
        due_at=due,
        dedupe_key=_key(ticket, kind, due),
        data={"ticket_id": ticket.id},
        now=work.now,
    )


def _key(ticket: Ticket, kind: str, due: datetime) -> str:
    return f"clock:{ticket.id}:{kind}:{_stamp(due)}"


def _stamp(at: datetime) -> int:
    """Milliseconds, as part of a key: one timer per moment, one alert per moment missed."""
    return int(at.timestamp() * 1000)
