"""Tickets: which are open, whose, how far."""

import json
import re
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Text, and_, func, or_, select, text, type_coerce, update
from sqlalchemy.ext.asyncio import AsyncSession

from storage.models import Author, Message, Residency, Ticket, TicketAttachment, TicketEvent, TicketState, Unit
from storage.models.tickets import FIRST_NUMBER, IS_OPEN, OPEN_STATES

WORKED_ON = OPEN_STATES
_MANY = 20
"""So many times as much is looked through for what cannot be asked of the database exactly."""
OPEN = (*OPEN_STATES, TicketState.RESOLVED)
IS_WORKED_ON = text(IS_OPEN)  # in these words, so that the partial indexes serve
_NUMBER = re.compile(r"\s*(?:[Tt]\s*-?\s*)?(\d{1,15})\s*")


async def add_ticket(session: AsyncSession, ticket: Ticket) -> Ticket:
    """Stores it; its number is known afterwards."""
    session.add(ticket)
    await session.flush()
    return ticket


async def ticket_by_id(session: AsyncSession, ticket_id: int) -> Ticket | None:
    return await session.get(Ticket, ticket_id)


async def ticket_by_number(session: AsyncSession, number: str) -> Ticket | None:
    """ "T-1042", "t1042" or "1042"; None for anything else and for a number that does not exist."""
    found = _NUMBER.fullmatch(number)
    return None if found is None else await session.get(Ticket, int(found[1]) - FIRST_NUMBER)


async def open_of_conversation(session: AsyncSession, conversation_id: int) -> list[Ticket]:
    """Not ended, oldest first; a resolved one whose owner has not answered counts as open."""
    query = select(Ticket).where(Ticket.conversation_id == conversation_id, Ticket.state.in_(OPEN)).order_by(Ticket.id)
    return list(await session.scalars(query))


async def tickets_of_conversation(
    session: AsyncSession, conversation_id: int, limit: int, before_id: int | None = None
) -> list[Ticket]:
    """Newest first, keyset paging."""
    query = select(Ticket).where(Ticket.conversation_id == conversation_id)
    if before_id is not None:
        query = query.where(Ticket.id < before_id)
    return list(await session.scalars(query.order_by(Ticket.id.desc()).limit(limit)))


async def open_same_intent(session: AsyncSession, conversation_id: int, intent: str) -> list[Ticket]:
    """Matters of the same kind that are being worked on, newest first."""
    query = (
        select(Ticket)
        .where(Ticket.conversation_id == conversation_id, Ticket.state.in_(WORKED_ON), Ticket.intent == intent)
        .order_by(Ticket.id.desc())
    )
    return list(await session.scalars(query))


async def emergencies_spoken_of(session: AsyncSession, conversation_id: int, since: datetime) -> list[Ticket]:
    """Emergencies that are being worked on and of which their owner has said something since then, newest first."""
    said = select(Message.id).where(Message.ticket_id == Ticket.id, Message.author == Author.OWNER, Message.at >= since)
    query = (
        select(Ticket)
        .where(
            Ticket.conversation_id == conversation_id,
            Ticket.kind == "emergency",
            Ticket.state.in_(WORKED_ON),
            said.exists(),
        )
        .order_by(Ticket.id.desc())
    )
    return list(await session.scalars(query))


async def events_of(session: AsyncSession, ticket_id: int) -> list[TicketEvent]:
    query = select(TicketEvent).where(TicketEvent.ticket_id == ticket_id).order_by(TicketEvent.id)
    return list(await session.scalars(query))


async def count_attachments(session: AsyncSession, ticket_id: int) -> int:
    query = select(func.count()).select_from(TicketAttachment).where(TicketAttachment.ticket_id == ticket_id)
    return int(await session.scalar(query) or 0)


async def move_attachments(session: AsyncSession, ticket_id: int, into_id: int) -> None:
    """What belongs to one matter belongs to another; what that one has already stays where it is."""
    known = select(TicketAttachment.unique_id).where(TicketAttachment.ticket_id == into_id)
    await session.execute(
        update(TicketAttachment)
        .where(TicketAttachment.ticket_id == ticket_id, TicketAttachment.unique_id.not_in(known))
        .values(ticket_id=into_id)
        .execution_options(synchronize_session=False)
    )


async def add_attachment(session: AsyncSession, attachment: TicketAttachment) -> bool:
    """False when the ticket has this file already."""
    query = select(TicketAttachment.id).where(
        TicketAttachment.ticket_id == attachment.ticket_id, TicketAttachment.unique_id == attachment.unique_id
    )
    if await session.scalar(query) is not None:
        return False
    session.add(attachment)
    await session.flush()
    return True


async def unclaimed(
    session: AsyncSession, department: str | None = None, limit: int = 20, after_id: int = 0
) -> list[Ticket]:
    """Nobody has taken these, oldest first."""
    query = select(Ticket).where(IS_WORKED_ON, Ticket.state == TicketState.RECEIVED, Ticket.id > after_id)
    if department is not None:
        query = query.where(Ticket.department == department)
    return list(await session.scalars(query.order_by(Ticket.id).limit(limit)))


def _of_home(building: str | None, number: str | None) -> list[ColumnElement[bool]]:
    """Matters of those who live there now or lived there then, and those told with that address."""
    named = {"building": building, "unit": number}
    told = [
        _as_kept(Ticket.details).contains(f'"{name}":{json.dumps(value)}', autoescape=True)
        for name, value in named.items()
        if value
    ]
    units = select(Unit.id)
    if building:
        units = units.where(Unit.building == building)
    if number:
        units = units.where(Unit.number == number)
    at_home = select(Residency.person_id).where(Residency.unit_id.in_(units), Residency.until.is_(None))
    return [Ticket.unit_id.in_(units), Ticket.person_id.in_(at_home), and_(*told)]


def _as_kept(column: Any) -> ColumnElement[str]:
    """JSON as the text that it is in the database: ASCII without spaces (models/base.py)."""
    return type_coerce(column, Text)


async def assigned_to(session: AsyncSession, staff_id: int) -> list[Ticket]:
    """What somebody is working on, oldest first."""
    query = select(Ticket).where(IS_WORKED_ON, Ticket.assignee_id == staff_id).order_by(Ticket.id)
    return list(await session.scalars(query))


async def open_tickets(session: AsyncSession, limit: int = 50, after_id: int = 0) -> list[Ticket]:
    """Whatever the office still has to do, oldest first; keyset paging."""
    query = select(Ticket).where(IS_WORKED_ON, Ticket.id > after_id).order_by(Ticket.id).limit(limit)
    return list(await session.scalars(query))


async def search(
    session: AsyncSession, words: str, home: tuple[str | None, str | None] | None = None, limit: int = 10
) -> list[Ticket]:
    """By number, by `home` (building, unit: one of them at least) where the words name one, by the owner's words about
    the matter, by its place: in that order, each newest first."""
    by_number = await ticket_by_number(session, words)
    found = {} if by_number is None else {by_number.id: by_number}
    by_words = Ticket.words.icontains(words.strip(), autoescape=True)
    for condition in (by_words,) if home is None else (or_(*_of_home(*home)), by_words):
        found |= {ticket.id: ticket for ticket in await _newest(session, condition, limit)}
    if len(found) < limit:
        found |= {ticket.id: ticket for ticket in await _of_place(session, words, limit)}
    return list(found.values())[:limit]


async def _newest(session: AsyncSession, condition: ColumnElement[bool], limit: int) -> list[Ticket]:
    return list(await session.scalars(select(Ticket).where(condition).order_by(Ticket.id.desc()).limit(limit)))


async def _of_place(session: AsyncSession, words: str, limit: int) -> list[Ticket]:
    """Whose place holds the words, however they are spaced. What only looks like them where JSON is kept escaped (a
    number in the code of a letter) is left out."""
    wanted = "".join(words.split()).casefold()
    kept = func.replace(_as_kept(Ticket.details), " ", "")
    alike = await _newest(session, kept.icontains(json.dumps(wanted)[1:-1], autoescape=True), _MANY * limit)
    return [ticket for ticket in alike if any(wanted in place for place in _places(ticket))][:limit]


def _places(ticket: Ticket) -> list[str]:
    return ["".join(str(ticket.details.get(name, "")).split()).casefold() for name in ("where", "area")]
