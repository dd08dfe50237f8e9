"""Every change of a ticket goes through here: the table is asked, state and version change, event and audit follow."""

from collections.abc import Mapping
from typing import Any

from bot.actions.people.staff_members import staff_of
from bot.desk import Work
from bot.errors import MoveRefused, OutOfDate
from bot.rules.routing import MANAGER
from bot.rules.ticket_flow import OPEN, Actor, Move, Need, TicketFacts, TicketState, check
from storage import audit, tickets
from storage.models import EventKind, Outcome, Ticket, TicketEvent


def facts_of(ticket: Ticket) -> TicketFacts:
    """What the table of moves needs to know. An outcome before the end is a proposal that waits for a lead."""
    return TicketFacts(
        state=TicketState(ticket.state),
        department=ticket.department,
        kind=ticket.kind,
        handling=ticket.handling,
        assignee_id=ticket.assignee_id,
        investigated=bool(ticket.investigation),
        decline_proposed=ticket.outcome == Outcome.UNFOUNDED and ticket.state != TicketState.DECLINED,
    )


async def open_tickets(work: Work, conversation_id: int) -> list[Ticket]:
    """The matters of a conversation that still need the office, oldest first."""
    found = await tickets.open_of_conversation(work.session, conversation_id)
    return sorted((ticket for ticket in found if ticket.state in OPEN), key=lambda ticket: ticket.id)


def joinable(ticket: Ticket, other: Ticket) -> bool:
    """Two matters of one owner; never a complaint about staff with one that the staff see (S1)."""
    private = ticket.department == MANAGER
    same_owner = ticket.conversation_id == other.conversation_id
    return ticket.id != other.id and same_owner and private == (other.department == MANAGER)


async def move(
    work: Work,
    ticket: Ticket,
    step: Move,
    actor: Actor,
    given: frozenset[Need] = frozenset(),
    *,
    text: str = "",
    internal: bool = False,
    data: Mapping[str, Any] | None = None,
) -> None:
    """Makes one move, with its event and audit entry.

    Raises MoveRefused with a key for the person who asked: number, state and holder are among its arguments.
    """
    try:
        to = check(facts_of(ticket), step, actor, given)
    except MoveRefused as refused:
        raise await _explained(work, ticket, refused, step) from None
    before, ticket.state = ticket.state, to.value
    if step == Move.NOTE and before == ticket.state:
        return  # a further note moves nothing; its own event says it all
    await record(
        work,
        ticket,
        EventKind.MOVED,
        actor,
        text=text,
        internal=internal,
        data={"move": step.value, **(data or {})},
        states=(before, to.value),
    )


async def ensure_allowed(work: Work, ticket: Ticket, step: Move, actor: Actor) -> None:
    """Whether `actor` could make this move now, given what is typed with it. Raises MoveRefused like `move`."""
    typed = frozenset(Need) - {Need.INVESTIGATION, Need.PROPOSAL}
    try:
        check(facts_of(ticket), step, actor, typed)
    except MoveRefused as refused:
        raise await _explained(work, ticket, refused, step) from None


async def ensure_fresh(work: Work, ticket: Ticket, version: int, actor: Actor) -> None:
    """Whether a button made at `version` still shows what `actor` decides about: what they did themselves since then
    makes it no older, so that the next tap need not wait for the card. Raises OutOfDate."""
    if ticket.version == version:
        return
    counted = [e for e in await tickets.events_of(work.session, ticket.id) if e.kind != EventKind.STAFF_REPLIED]
    if any((event.actor_kind, event.actor_id) != (actor.kind, actor.id) for event in counted[version:]):
        raise OutOfDate("staff-card-old")


async def record(
    work: Work,
    ticket: Ticket,
    kind: EventKind,
    actor: Actor,
    *,
    text: str = "",
    internal: bool = False,
    data: Mapping[str, Any] | None = None,
    states: tuple[str | None, str | None] = (None, None),
) -> TicketEvent:
    """One line of the ticket's history; old buttons become old, unless there are only words to remember."""
    if kind != EventKind.STAFF_REPLIED:
        ticket.version += 1
    event = TicketEvent(
        ticket_id=ticket.id,
        at=work.now,
        kind=kind,
        actor_kind=actor.kind,
        actor_id=actor.id,
        from_state=states[0],
        to_state=states[1],
        text=text,
        internal=internal,
        data=dict(data or {}),
    )
    work.session.add(event)
    await audit.record(
        work.session,
        at=work.now,
        actor=str(actor),
        action=f"ticket.{(data or {}).get('move', kind.value)}",
        subject=f"ticket:{ticket.id}",
        data={"from": states[0], "to": states[1]} if states[1] is not None else {},
    )
    return event


async def _explained(work: Work, ticket: Ticket, refused: MoveRefused, step: Move) -> MoveRefused:
    holder = await staff_of(work, ticket.assignee_id)
    name = holder.name if holder is not None else ""
    return MoveRefused(refused.key, number=ticket.number, state=ticket.state, holder=name, move=step.value)
