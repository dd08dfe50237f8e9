"""What the service-level clocks need to know of a ticket, read from its events (architecture §4: "Clocks are computed
from the events")."""

from collections.abc import Sequence
from datetime import UTC, datetime

from bot.desk import Work
from bot.rules.fragments import is_courtesy
from bot.rules.service_levels import History, Pause
from storage import audit, conversations, tickets
from storage.models import ActorKind, Author, EventKind, Ticket, TicketEvent, TicketState

_PAUSES = frozenset({TicketState.WAITING_OWNER, TicketState.WAITING_VENDOR, TicketState.DEFERRED})
_FOR_EVER = datetime.max.replace(tzinfo=UTC)
_LOOKED_AT = 50
"""How far back the talk is searched for an unanswered line."""


async def history_of(work: Work, ticket: Ticket, events: Sequence[TicketEvent] | None = None) -> History:
    """The present round of the ticket; a reopened ticket begins a new one. `events` where they are known already."""
    if events is None:
        events = await tickets.events_of(work.session, ticket.id)
    begun = _begun(ticket, events)
    in_round = [event for event in events if event.at >= begun]
    responded = _first_response(ticket, in_round, begun)
    return History(
        created_at=begun,
        first_response_at=responded,
        unanswered_since=None if responded is None else await _unanswered_since(work, ticket, in_round, responded),
        pauses=_pauses(in_round),
    )


def unclaimed_since(ticket: Ticket, events: Sequence[TicketEvent]) -> datetime:
    """When it last came to lie where nobody had it: opened, released, handed on, reopened."""
    times = [e.at for e in events if e.to_state == TicketState.RECEIVED or e.kind == EventKind.TRANSFERRED]
    return max(times, default=ticket.created_at)


async def round_began(work: Work, ticket: Ticket) -> datetime:
    """When the present round began: handed in, or reopened last."""
    if ticket.round == 1:
        return ticket.created_at
    return _begun(ticket, await tickets.events_of(work.session, ticket.id))


def _begun(ticket: Ticket, events: Sequence[TicketEvent]) -> datetime:
    reopened = [event.at for event in events if (event.data or {}).get("move") == "reopen"]
    return max(reopened, default=ticket.created_at)


def _first_response(ticket: Ticket, events: Sequence[TicketEvent], begun: datetime) -> datetime | None:
    """The first reply of a person in this round, or the claim (rules/service_levels.py)."""
    if ticket.first_response_at is not None and ticket.first_response_at >= begun:
        return ticket.first_response_at
    times = (
        event.at
        for event in events
        if event.kind == EventKind.STAFF_REPLIED
        or (event.actor_kind == ActorKind.STAFF and (event.data or {}).get("move") == "claim")
    )
    return next(times, None)


def _pauses(events: Sequence[TicketEvent]) -> tuple[Pause, ...]:
    found: list[Pause] = []
    since: datetime | None = None
    for event in events:
        if event.to_state is None:
            continue
        if since is None and event.to_state in _PAUSES:
            since = event.at
        elif since is not None and event.to_state not in _PAUSES:
            found.append(Pause(since, event.at))
            since = None
    return tuple(found) if since is None else (*found, Pause(since))


async def _unanswered_since(
    work: Work, ticket: Ticket, events: Sequence[TicketEvent], responded: datetime
) -> datetime | None:
    """The owner's oldest line, to the ticket or to whoever held the talk about it, that no person has answered. To
    thanks nobody owes an answer."""
    phrases = work.desk.texts.phrases
    answered, asked = [responded], []
    for event in events:
        if event.kind == EventKind.STAFF_REPLIED:
            answered.append(event.at)
        elif event.kind == EventKind.OWNER_ADDED and not is_courtesy(event.text, phrases):
            asked.append(event.at)
    holds = await _holds(work, ticket)
    for message in await conversations.history(work.session, ticket.conversation_id, _LOOKED_AT):
        held = message.ticket_id is None and any(begun <= message.at < ended for begun, ended in holds)
        if message.ticket_id != ticket.id and not held:
            continue
        if message.author == Author.STAFF and not message.internal:
            answered.append(message.at)
        elif message.author == Author.OWNER and (message.media or not is_courtesy(message.text, phrases)):
            asked.append(message.at)
    last = max(answered)
    return min((at for at in asked if at > last), default=None)


async def _holds(work: Work, ticket: Ticket) -> list[tuple[datetime, datetime]]:
    """When the ticket's holder had the talk with its owner; what was said then was said to them, and stays unanswered
    although the takeover has lapsed since."""
    if ticket.assignee_id is None:
        return []
    found: list[tuple[datetime, datetime]] = []
    begun: datetime | None = None
    for entry in await audit.of_subject(work.session, f"conversation:{ticket.conversation_id}", "handoff."):
        if begun is not None:
            found.append((begun, entry.at))
        claimed = entry.action == "handoff.claimed" and entry.actor == f"staff:{ticket.assignee_id}"
        begun = entry.at if claimed else None
    return found if begun is None else [*found, (begun, _FOR_EVER)]
