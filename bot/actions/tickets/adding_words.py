"""More for a ticket: what an owner sends when they add to it, when the staff wait for it, or when it is not solved."""

from datetime import datetime, timedelta

from bot.actions.feedback.texts import reopen_button
from bot.actions.flow import Flow, FlowKind, flow_of, is_asked_why, is_awaited
from bot.actions.intake.draft_parts import UNSORTED
from bot.actions.intake.paused import back_from_aside, pause
from bot.actions.messages import asking_when
from bot.actions.messages.in_between import Told, serve_aside
from bot.actions.messages.meaning import ask_same_matter, understood
from bot.actions.outgoing import to_owner
from bot.actions.tickets import my_tickets
from bot.actions.tickets.tickets import add_words, answers_holder, kinds_of, only_takes_note, reopen, show_words
from bot.desk import Work
from bot.rules.acknowledgements import ToRefusal, is_mere_picture, to_refusal
from bot.rules.feedback import is_thanks
from bot.rules.short_replies import Reply
from bot.rules.ticket_flow import ENDED
from bot.rules.waiting_words import wishes_for_visit
from intents.result import Decision
from storage import tickets
from storage.models import ActorKind, Conversation, Message, Person, Ticket, TicketState

_THANKS = "thanks"
_PERSON = "human"
_ADDING = timedelta(minutes=30)
"""Silence after which nobody remembers that what they send joins a ticket; a takeover ends after as long."""


async def adding(work: Work, conversation: Conversation, person: Person, told: Told) -> bool:
    """More for a ticket, until the owner says that it is all, asks or reports something else, or long after. Nothing
    joins what is over; against a refusal it opens the matter again."""
    flow = told.flow
    ticket = await _where_it_goes_on(work, flow.data["ticket_id"])
    if ticket is None or (ticket.state in ENDED and ticket.state != TicketState.DECLINED):
        return False
    if _is_asked_for(flow, ticket):
        await _asked_for(work, conversation, person, told, ticket)
        return True
    if ticket.state == TicketState.DECLINED and await _refusal_heard(work, conversation, person, told, ticket):
        return True
    if is_mere_picture(told.said.text, kinds_of(told.message)):
        await to_owner(work, conversation, work.say(person.locale, "sticker-received"))
        return True
    that_is_all = told.reply(work, Reply.DONE, Reply.NO, Reply.CANCEL) is not None or told.means(_THANKS)
    if that_is_all and not told.said.media and not is_awaited(flow):
        if ticket.state == TicketState.DECLINED:
            return False
        await no_more(work, conversation, person)
        return True
    return await _more(work, conversation, person, told, ticket)


async def _refusal_heard(work: Work, conversation: Conversation, person: Person, told: Told, ticket: Ticket) -> bool:
    """Whoever takes a refusal gets a kind word, whoever may be taking it is asked; what they say next can still object.
    A question or report of its own is served as such."""
    heard = to_refusal(told.said.text, kinds_of(told.message), work.desk.texts.phrases)
    if heard is ToRefusal.ACCEPTED or told.means(_THANKS):
        await to_owner(work, conversation, work.say(person.locale, "ticket-refusal-heard"))
        return True
    if heard is None or told.asks_something_else(work) or told.reports(work) not in (None, ticket.intent):
        return False
    await show_words(work, ticket, told.message)
    words = work.say(person.locale, "ticket-refusal-unclear", number=ticket.number)
    await to_owner(work, conversation, words, reopen_button(work, person, ticket))
    return True


async def _more(work: Work, conversation: Conversation, person: Person, told: Told, ticket: Ticket) -> bool:
    """Joins the ticket where it clearly belongs there; whatever does not join it says so."""
    flow, said, match = told.flow, told.said, told.match
    if not said.media and match is not None and await asking_when.asks(work, conversation, said.text, match):
        return False
    quiet = work.now - datetime.fromisoformat(flow.data["at"]) if "at" in flow.data else timedelta.max
    if not said.media and quiet > _ADDING and wishes_for_visit(said.text, work.desk.texts.phrases):
        return False  # it finds its matter by itself
    if not said.media and told.asks_something_else(work):
        if quiet <= _ADDING and ticket.state not in ENDED and not is_awaited(flow):
            words = work.say(person.locale, "ticket-adding-over", number=ticket.number)
            await to_owner(work, conversation, words)
        return False
    other = told.reports(work)
    if flow.suspended is not None and (quiet > _ADDING or other not in (None, ticket.intent)):
        return False  # the report under it is there for that
    if quiet > _ADDING or (not said.media and other not in (None, ticket.intent)):
        if match is not None and match.decision is Decision.OUT_OF_SCOPE and not is_awaited(flow):
            return False
        intent = other or UNSORTED
        await ask_same_matter(work, conversation, person, ticket.id, intent, told.message, "same-matter-which")
        return True
    await my_tickets.add(work, conversation, person, ticket, told.message)
    return True


async def _where_it_goes_on(work: Work, ticket_id: int) -> Ticket | None:
    """The ticket, or the one that it was merged into."""
    ticket = await tickets.ticket_by_id(work.session, ticket_id)
    while ticket is not None and ticket.merged_into_id is not None:
        ticket = await tickets.ticket_by_id(work.session, ticket.merged_into_id)
    return ticket


def _is_asked_for(flow: Flow, ticket: Ticket) -> bool:
    """Whether the staff wait for these words, or the owner was asked why it is not solved."""
    if ticket.state == TicketState.WAITING_OWNER:
        return is_awaited(flow) or is_asked_why(flow)
    return is_asked_why(flow) and ticket.state not in ENDED


async def no_more(work: Work, conversation: Conversation, person: Person) -> None:
    """That is all for the ticket."""
    await to_owner(work, conversation, work.say(person.locale, "ticket-added-done"))
    flow = flow_of(conversation)
    if flow is not None and flow.kind is FlowKind.ADDING:
        await back_from_aside(work, conversation, person)


async def _asked_for(work: Work, conversation: Conversation, person: Person, told: Told, ticket: Ticket) -> None:
    """What the staff wait for, or why it is not solved: whatever is said joins, a bare no above all, and however late.

    A question put instead of the awaited answer is answered too: the staff see it and go on waiting."""
    if is_asked_why(told.flow):
        await _why(work, conversation, person, told, ticket)
    elif not told.said.media and told.match is not None and (told.asks(work) or told.means(_PERSON)):
        await show_words(work, ticket, told.message)
        await serve_aside(work, conversation, person, told, told.match)
    elif only_takes_note(work, told.message):
        await show_words(work, ticket, told.message)
        words = work.say(person.locale, "ticket-awaited-shown", number=ticket.number)
        await to_owner(work, conversation, words)
    else:
        await my_tickets.add(work, conversation, person, ticket, told.message)


async def _why(work: Work, conversation: Conversation, person: Person, told: Told, ticket: Ticket) -> None:
    """Whoever wants a person now gets one, and that person reads it."""
    if not told.said.media and is_thanks(told.said.text, work.desk.texts.phrases):
        await no_more(work, conversation, person)
        return
    await my_tickets.add(work, conversation, person, ticket, told.message)
    if told.match is not None and told.means(_PERSON):
        await understood(work, conversation, person, _PERSON, told.message, told.match)


async def join_meanwhile(work: Work, conversation: Conversation, message: Message) -> None:
    """Words that were asked for reach their matter also where somebody has the floor, or where danger is asked about
    first."""
    flow = flow_of(conversation)
    if flow is None or not (is_awaited(flow) or is_asked_why(flow)) or only_takes_note(work, message):
        return
    ticket = await _where_it_goes_on(work, flow.data["ticket_id"])
    if ticket is not None and not answers_holder(conversation, ticket):
        return
    await pause(work, conversation)
    if ticket is not None and _is_asked_for(flow, ticket):
        await add_words(work, ticket, message)


async def reopen_meanwhile(work: Work, conversation: Conversation, message: Message) -> None:
    """Somebody came in vain: where one matter alone was said to be solved, it is open again, and whoever has the floor
    answers."""
    found = await my_tickets.reopenable(work, conversation)
    solved = [ticket for ticket in found if ticket.state == TicketState.RESOLVED]
    if len(solved) == 1 and not work.desk.is_for_managers(solved[0].intent):
        message.ticket_id = solved[0].id
        await reopen(work, solved[0], by=ActorKind.OWNER, words=message.text)
