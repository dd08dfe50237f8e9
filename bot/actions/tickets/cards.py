"""The card of a ticket: pinned in its topic, always current, with the buttons that are allowed now (S5)."""

from bot.actions.outgoing import Place, Terms, call, text, topic_place
from bot.actions.talks.places import manager_chat
from bot.actions.talks.topics import ensure_topic, urgency_of
from bot.actions.tickets.card_text import card_keyboard, card_text
from bot.desk import Work
from bot.rules.routing import MANAGER
from bot.taps import Keyboard, keyboard_markup
from storage import outbox_changes, ticket_cards
from storage.models import Conversation, OutboxRow, OutboxState, Priority, Ticket, TicketCard, Topic

_EDIT = ("editMessageText",)


async def show_card(work: Work, ticket: Ticket, priority: Priority | None = None) -> OutboxRow | None:
    """Brings the ticket's card up to date: sent and pinned where it is not yet, else edited in place.

    Edits are put off by `times.card_debounce` and there is never more than one waiting per card (group limit of 20 a
    minute). A complaint about staff has its card in the manager chat only. Returns the row that shows the card."""
    conversation = await work.session.get_one(Conversation, ticket.conversation_id)
    topic: Topic | None = None
    if ticket.department == MANAGER:
        chat = await manager_chat(work)
    else:
        topic = await ensure_topic(work, conversation, department=ticket.department, opened=ticket)
        chat = None if topic is None else topic.staff_chat_id
    cards = await ticket_cards.cards_of(work.session, ticket.id)
    for card in cards:
        if card.chat_id != chat:
            await _say_moved(work, ticket, card)
    if chat is None:
        return None
    place = Place(chat_id=chat) if topic is None else topic_place(topic)
    generation = 0 if topic is None else topic.generation
    card_here = next((card for card in cards if card.chat_id == chat), None)
    if card_here is not None and card_here.generation == generation:
        return await _edit(work, ticket, card_here, place)
    urgency = urgency_of(ticket) if priority is None else priority
    return await _send(work, ticket, card_here, place, (chat, generation), urgency)


async def show_anew(work: Work, ticket: Ticket, card: TicketCard) -> None:
    """The card's message is gone from a topic that is still there: a new one takes its place."""
    old = await work.session.get_one(OutboxRow, card.outbox_id)
    place = Place(chat_id=card.chat_id) if card.topic_id is None else Place(topic_id=card.topic_id)
    await _forget_edits(work, card.outbox_id)
    words, keyboard = await _face(work, ticket)
    terms = _terms(ticket, f"card:{ticket.id}:after:{old.id}", urgency_of(ticket))
    row = await text(work, place, words, keyboard, terms)
    card.outbox_id = row.id
    await _pin(work, card, place)


async def _send(
    work: Work,
    ticket: Ticket,
    card: TicketCard | None,
    place: Place,
    here: tuple[int, int],
    priority: Priority,
) -> OutboxRow:
    chat, generation = here
    words, keyboard = await _face(work, ticket)
    row = await text(work, place, words, keyboard, _terms(ticket, f"card:{ticket.id}:{chat}:{generation}", priority))
    if card is None:
        card = TicketCard(
            ticket_id=ticket.id, chat_id=chat, topic_id=place.topic_id, outbox_id=row.id, generation=generation
        )
        work.session.add(card)
    else:
        await _forget_edits(work, card.outbox_id)
        card.outbox_id, card.generation = row.id, generation
    await _pin(work, card, place, priority)
    return row


async def _edit(work: Work, ticket: Ticket, card: TicketCard, place: Place) -> OutboxRow:
    if (await work.session.get_one(OutboxRow, card.outbox_id)).state == OutboxState.DEAD:
        await show_anew(work, ticket, card)  # it never arrived, or is gone: there is nothing to change
        return await work.session.get_one(OutboxRow, card.outbox_id)
    words, keyboard = await _face(work, ticket)
    await _change(work, ticket, card, place, words, keyboard)
    return await work.session.get_one(OutboxRow, card.outbox_id)


async def _say_moved(work: Work, ticket: Ticket, card: TicketCard) -> None:
    """The matter went to a department that works elsewhere: the old card keeps no words and no buttons."""
    words = work.say(work.desk.office_locale, "cards-moved", number=ticket.number)
    place = Place(chat_id=card.chat_id) if card.topic_id is None else Place(topic_id=card.topic_id)
    await _change(work, ticket, card, place, words, ())


async def _change(work: Work, ticket: Ticket, card: TicketCard, place: Place, words: str, keyboard: Keyboard) -> None:
    params = {"text": words, "reply_markup": keyboard_markup(keyboard)}
    first = await work.session.get_one(OutboxRow, card.outbox_id)
    if await outbox_changes.amend(work.session, first, params):
        return
    waiting = await outbox_changes.pending_edit(work.session, card.outbox_id, _EDIT)
    if waiting is not None and await outbox_changes.amend(work.session, waiting, params):
        return
    shown = await outbox_changes.latest_edit(work.session, card.outbox_id, _EDIT) or first
    if shown.params == params and shown.state in (OutboxState.CLAIMED, OutboxState.SENT):
        return  # it stands there so: edits count against the group's 20 a minute
    await call(
        work,
        place,
        "editMessageText",
        params,
        Terms(
            priority=urgency_of(ticket),
            due_at=work.now + work.desk.office.times.card_debounce,
            target_id=card.outbox_id,
            follow_up={"kind": "card", "ticket_id": ticket.id},
        ),
    )


async def _face(work: Work, ticket: Ticket) -> tuple[str, Keyboard]:
    return await card_text(work, ticket), await card_keyboard(work, ticket)


async def _pin(work: Work, card: TicketCard, place: Place, priority: Priority = Priority.DIRECT) -> None:
    """Cards are pinned in topics; in the manager chat many matters share one pin, so nothing is."""
    if card.topic_id is not None:
        await call(
            work,
            place,
            "pinChatMessage",
            {"disable_notification": True},
            Terms(priority=priority, target_id=card.outbox_id, dedupe_key=f"pin:{card.outbox_id}"),
        )


async def _forget_edits(work: Work, outbox_id: int) -> None:
    """What still waits to be done to a message that no longer stands there."""
    for row in await outbox_changes.pending_of_target(work.session, outbox_id):
        await outbox_changes.drop(work.session, row)


def _terms(ticket: Ticket, key: str, priority: Priority) -> Terms:
    about = {"kind": "card", "ticket_id": ticket.id}
    return Terms(priority=priority, dedupe_key=key, relevance=about, follow_up=about)
