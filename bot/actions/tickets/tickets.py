"""Matters as their owners make them: opened, added to, withdrawn, reopened, closed. Staff moves are in moves.py."""

from collections.abc import Mapping, Sequence
from typing import Any

from bot.actions.managers import alerts
from bot.actions.people.staff_members import staff_of
from bot.actions.talks import handoff
from bot.actions.talks.mirror import mirror_once
from bot.actions.talks.office_lines import tell_of_ticket
from bot.actions.talks.places import place_of_ticket
from bot.actions.talks.topics import refresh_topics
from bot.actions.tickets import service_levels
from bot.actions.tickets.cards import show_card
from bot.actions.tickets.events import joinable, move, open_tickets, record
from bot.actions.tickets.stages import tell
from bot.desk import Work
from bot.errors import MoveRefused
from bot.rules.acknowledgements import leaves_waiting
from bot.rules.plain_text import one_line
from bot.rules.routing import MANAGER, department_for
from bot.rules.ticket_flow import OPEN, SYSTEM, Actor, ActorKind, Move, Need
from storage import feedback, people, tickets
from storage.models import (
    Conversation,
    EventKind,
    Floor,
    Message,
    Outcome,
    Person,
    Ticket,
    TicketAttachment,
    TicketState,
)


async def open_ticket(
    work: Work,
    conversation: Conversation,
    person: Person,
    *,
    intent: str,
    words: str,
    details: Mapping[str, Any],
    message_ids: Sequence[int] = (),
    priority: str | None = None,
    reopened_from: Ticket | None = None,
) -> Ticket:
    """A new matter: row, event, card in its topic, media beside the card, clocks, and an alert for what cannot wait.

    `message_ids` are our rows of what the owner said about it. Department, priority and kind come from the intent. A
    complaint about staff gets no topic: its card goes to the managers (S1)."""
    ticket = await _new(work, conversation, person, intent, words, priority)
    ticket.details = dict(details)
    ticket.reopened_from_id = reopened_from.id if reopened_from is not None else None
    await tickets.add_ticket(work.session, ticket)
    await record(
        work, ticket, EventKind.OPENED, Actor.owner(person.id), text=words, states=(None, TicketState.RECEIVED.value)
    )
    messages = await _messages(work, message_ids)
    for message in messages:
        message.ticket_id = ticket.id
    card = await show_card(work, ticket)
    place = await place_of_ticket(work, ticket)
    for message in messages:
        await _attach(work, conversation, ticket, message)
        if message.media and place is not None:
            await mirror_once(work, conversation, message, place, card)
    await _after(work, conversation, ticket)
    if ticket.kind == "emergency":
        key = f"emergency:{ticket.id}"
        await alerts.raise_alert(work, "emergency", key=key, ticket=ticket, conversation=conversation)
    return ticket


async def _new(
    work: Work, conversation: Conversation, person: Person, intent: str, words: str, priority: str | None
) -> Ticket:
    """The row as the intent wants it."""
    known = work.desk.intents.get(intent)
    home = await people.home_of(work.session, person.id)
    return Ticket(
        conversation_id=conversation.id,
        person_id=person.id,
        unit_id=home[1].id if home is not None else None,
        intent=intent,
        kind=str(known.kind) if known is not None else "complaint",
        handling=known.handling if known is not None else None,
        department=department_for(known.department if known is not None else "", work.desk.office.departments),
        priority=priority or (known.priority if known is not None else "normal"),
        state=TicketState.RECEIVED.value,
        words=words,
        details={},
        round=1,
        version=0,
        created_at=work.now,
    )


async def add_words(work: Work, ticket: Ticket, message: Message) -> None:
    """The owner adds words or media to a matter. Whoever waited for the owner goes on with it."""
    conversation = await work.session.get_one(Conversation, ticket.conversation_id)
    message.ticket_id = ticket.id
    await _attach(work, conversation, ticket, message)
    await record(work, ticket, EventKind.OWNER_ADDED, Actor.owner(ticket.person_id), text=message.text)
    await owner_answered(work, ticket, message)
    await show_words(work, ticket, message)
    await _after(work, conversation, ticket)


async def show_words(work: Work, ticket: Ticket, message: Message) -> None:
    """What the owner wrote, beside the ticket's card; it changes nothing."""
    conversation = await work.session.get_one(Conversation, ticket.conversation_id)
    card = await show_card(work, ticket)
    place = await place_of_ticket(work, ticket)
    if place is not None:
        await mirror_once(work, conversation, message, place, card)


async def owner_answered(work: Work, ticket: Ticket, message: Message) -> None:
    """A matter that waited for its owner waits no longer, unless they did no more than take note."""
    if ticket.state == TicketState.WAITING_OWNER and not only_takes_note(work, message):
        await move(work, ticket, Move.RESUME, Actor.owner(ticket.person_id))


def answers_holder(conversation: Conversation, ticket: Ticket) -> bool:
    """Whether what the owner says now can be about this matter: to one of the staff they do not answer another."""
    return conversation.floor != Floor.HELD or ticket.assignee_id in (None, conversation.holder_id)


def only_takes_note(work: Work, message: Message) -> bool:
    """Whether whoever waits for the owner's answer goes on waiting for it."""
    return leaves_waiting(message.text, kinds_of(message), work.desk.texts.phrases)


def kinds_of(message: Message) -> list[str]:
    """What is shown with it."""
    return [media["kind"] for media in message.media or ()]


async def withdraw(work: Work, ticket: Ticket, reason: str = "") -> None:
    """The owner takes the matter back. Raises MoveRefused when it is over already."""
    conversation = await work.session.get_one(Conversation, ticket.conversation_id)
    await move(work, ticket, Move.WITHDRAW, Actor.owner(ticket.person_id), text=reason)
    ticket.outcome, ticket.closed_at = Outcome.WITHDRAWN.value, work.now
    await _after(work, conversation, ticket)
    await tell_of_ticket(work, ticket, "tickets-withdrawn", number=ticket.number)
    await handoff.over(work, conversation, ticket)


async def reopen(work: Work, ticket: Ticket, *, by: Actor | str, words: str = "") -> Ticket:
    """Not solved after all: the same number and a round more; after `times.close_after` since its end a new, linked
    ticket. Tells the office; an owner who reopened is answered by whoever took their word. Returns the open ticket.

    Raises MoveRefused where nothing can be reopened (merged)."""
    actor = _actor(by, ticket)
    conversation = await work.session.get_one(Conversation, ticket.conversation_id)
    if ticket.state in OPEN:
        return ticket
    if _too_late(work, ticket):
        person = await work.session.get_one(Person, ticket.person_id)
        return await open_ticket(
            work,
            conversation,
            person,
            intent=ticket.intent,
            words=words or ticket.words,
            details=ticket.details,
            priority=ticket.priority,
            reopened_from=ticket,
        )
    holder = await staff_of(work, ticket.assignee_id)
    if holder is not None and holder.left_at is not None:
        ticket.assignee_id, holder = None, None
    await move(work, ticket, Move.REOPEN, actor, text=words, data={"round": ticket.round + 1})
    ticket.round += 1
    ticket.resolved_at = ticket.closed_at = ticket.outcome = ticket.conclusion = None
    await feedback.cancel_surveys(work.session, ticket.id)  # the round is over, and its question void
    await _after(work, conversation, ticket)
    await tell_of_ticket(
        work,
        ticket,
        "tickets-reopened",
        number=ticket.number,
        round=str(ticket.round),
        held="no" if holder is None else "yes",
        holder=holder.name if holder is not None else "",
        words=one_line(words, 500),
    )
    if actor.kind != ActorKind.OWNER:
        await tell(work, ticket, "tickets-stage-reopened", actor)
    return ticket


async def close(work: Work, ticket: Ticket, *, by: Actor | str) -> None:
    """The owner is content, by tap, word or telephone, or has let the time run out. Closed already: nothing."""
    if ticket.state == TicketState.CLOSED:
        return
    conversation = await work.session.get_one(Conversation, ticket.conversation_id)
    await move(work, ticket, Move.CLOSE, _actor(by, ticket), frozenset({Need.OWNER_ANSWER}))
    ticket.closed_at = work.now
    await _after(work, conversation, ticket)


async def dispatch_done(work: Work, ticket: Ticket, by: Actor | str, words: str = "") -> bool:
    """One tap ends what was dispatched, without investigation and survey. False when it is over already."""
    actor = _actor(by, ticket)
    conversation = await work.session.get_one(Conversation, ticket.conversation_id)
    try:
        await move(work, ticket, Move.DONE, actor, text=words)
    except MoveRefused:
        return False
    if ticket.assignee_id is None and actor.kind == ActorKind.STAFF:
        ticket.assignee_id = actor.id
    ticket.outcome, ticket.conclusion = Outcome.FIXED.value, words or None
    ticket.resolved_at = ticket.closed_at = work.now
    await _after(work, conversation, ticket)
    if actor.kind == ActorKind.OWNER:
        await tell_of_ticket(work, ticket, "tickets-done-by-owner", number=ticket.number)
    else:
        await tell(work, ticket, "tickets-stage-done", actor, always=True, words=words)
    await handoff.over(work, conversation, ticket)
    return True


async def after_move(work: Work, ticket: Ticket) -> None:
    """What every change of a ticket brings with it: clocks, card, topic."""
    conversation = await work.session.get_one(Conversation, ticket.conversation_id)
    await _after(work, conversation, ticket)


async def _after(work: Work, conversation: Conversation, ticket: Ticket) -> None:
    await work.session.flush()
    await service_levels.plan_clocks(work, ticket)
    await show_card(work, ticket)
    for other in await open_tickets(work, conversation.id):
        if joinable(ticket, other):
            await show_card(work, other)  # it offers to be merged only while there is something to merge it with
    if ticket.department != MANAGER:
        await refresh_topics(work, conversation)


async def _attach(work: Work, conversation: Conversation, ticket: Ticket, message: Message) -> None:
    for media in message.media or []:
        attachment = TicketAttachment(
            ticket_id=ticket.id,
            kind=media["kind"],
            file_id=media["file_id"],
            unique_id=media["unique_id"],
            chat_id=conversation.chat_id,
            telegram_message_id=media["message_id"],
            at=work.now,
        )
        await tickets.add_attachment(work.session, attachment)


async def _messages(work: Work, ids: Sequence[int]) -> list[Message]:
    found = [await work.session.get(Message, message_id) for message_id in dict.fromkeys(ids)]
    return [message for message in found if message is not None]


def _too_late(work: Work, ticket: Ticket) -> bool:
    grace = work.desk.office.times.close_after
    ended = ticket.closed_at or ticket.resolved_at
    if ticket.state == TicketState.ARCHIVED:
        return True
    over = ticket.state in (TicketState.CLOSED, TicketState.DECLINED)
    return over and grace is not None and ended is not None and work.now - ended > grace


def _actor(by: Actor | str, ticket: Ticket) -> Actor:
    if isinstance(by, Actor):
        return by
    return Actor.owner(ticket.person_id) if by == ActorKind.OWNER.value else SYSTEM
