"""Short lines of the desk to the people of the office, in a topic, in General or in the manager chat."""

from dataclasses import replace
from typing import Any

from bot.actions.outgoing import DIRECT, Place, Terms, call, text
from bot.actions.talks.places import place_of_ticket
from bot.desk import Work
from bot.taps import Keyboard
from storage import outbox_changes
from storage.models import OutboxRow, Priority, Ticket


async def tell_office(
    work: Work, place: Place | None, key: str, keyboard: Keyboard | None = None, terms: Terms = DIRECT, **args: Any
) -> OutboxRow | None:
    """One line in the office's language; nothing where there is no such chat."""
    if place is None:
        return None
    return await text(work, place, work.say(work.desk.office_locale, key, **args), keyboard, terms)


async def tell_of_ticket(
    work: Work, ticket: Ticket, key: str, keyboard: Keyboard | None = None, terms: Terms = DIRECT, **args: Any
) -> OutboxRow | None:
    """One line beside the ticket's card; of a confidence it follows to another manager where one cannot be reached."""
    place = await place_of_ticket(work, ticket)
    if place is not None and place.topic_id is None and terms.follow_up is None:
        terms = replace(terms, follow_up=of_ticket(ticket))
    return await tell_office(work, place, key, keyboard, terms, **args)


def of_ticket(ticket: Ticket) -> dict[str, Any]:
    """The follow-up of what stands beside a card (bot/actions/deliveries.py)."""
    return {"kind": "of_ticket", "ticket_id": ticket.id}


async def goes_on_to(work: Work, row: OutboxRow, place: Place) -> None:
    """The same line for another manager, where the first cannot be written to; it answers nothing there."""
    terms = Terms(
        priority=Priority(row.priority),
        due_at=max(row.due_at, work.now),
        dedupe_key=_next_key(row),
        relevance=row.relevance,
        follow_up=row.follow_up,
    )
    await call(work, place, row.method, row.params, terms)


async def where_it_went(work: Work, row: OutboxRow) -> OutboxRow:
    """The line as it stands with the manager who got it in the end."""
    while (other := await outbox_changes.row_by_key(work.session, _next_key(row))) is not None:
        row = other
    return row


def _next_key(row: OutboxRow) -> str:
    return f"of_ticket:{row.id}"
