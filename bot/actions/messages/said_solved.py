"""An owner tells unasked that an open matter has come right: its staff learn of it and conclude it, for only they know
what was done; what was merely sent for is over with that (O9, S10)."""

from bot.actions.flow import Flow, FlowKind, enter, flow_of, is_asked_why, is_awaited
from bot.actions.managers import about_staff
from bot.actions.outgoing import to_owner
from bot.actions.talks.office_lines import tell_of_ticket
from bot.actions.tickets import my_tickets
from bot.actions.tickets.card_text import next_move_button
from bot.actions.tickets.events import open_tickets
from bot.actions.tickets.tickets import add_words, dispatch_done
from bot.actions.wording import title_for
from bot.desk import Work
from bot.rules.other_matter import related
from bot.rules.plain_text import one_line
from bot.rules.said_solved import says_solved, seems_solved, tells_of_change
from bot.rules.tap_verbs import Verb
from bot.taps import Button, Tap
from intents.result import Decision, Match
from storage.models import ActorKind, Conversation, Message, Person, Ticket

_SHOWN = 200
_REPORTED = frozenset({"complaint", "request", "emergency"})
_READ = frozenset({Decision.ANSWER, Decision.CONFIRM})


async def told(work: Work, conversation: Conversation, person: Person, message: Message, match: Match | None) -> bool:
    """True where the words say so and there is an open matter that they can be about; of several, one is chosen."""
    flow = flow_of(conversation)
    if match is None or message.media or not says_so(work, message, match) or (flow and not _may_be_said(flow)):
        return False
    found = [ticket for ticket in await open_tickets(work, conversation.id) if ticket.kind != "emergency"]
    if flow is not None:
        found = [ticket for ticket in found if ticket.id == flow.data["ticket_id"]]
    if _reports(work, match) and not says_solved(message.text, work.desk.texts.phrases):
        found = [ticket for ticket in found if related(ticket.intent, match.intent)]
    if not found:
        return False
    if flow is None or flow.suspended is None:
        enter(conversation, None)
    if len(found) > 1:
        await _ask_which(work, conversation, person, message, found)
    else:
        await pass_on(work, conversation, person, found[0], message)
    return True


async def pass_on(work: Work, conversation: Conversation, person: Person, ticket: Ticket, message: Message) -> None:
    """The words stand beside the card, with the next step to its end. What is said about staff goes no further than
    the managers."""
    meaning = about_staff.meaning_of(work, message)
    if meaning is not None and not work.desk.is_for_managers(ticket.intent):
        await about_staff.tell_managers(work, conversation, person, message, meaning)
        return
    if ticket.handling == "dispatch":
        await is_done(work, conversation, person, ticket)
        return
    await add_words(work, ticket, message)
    words = one_line(message.text, _SHOWN)
    buttons = await next_move_button(work, ticket)
    await tell_of_ticket(work, ticket, "tickets-says-solved", buttons, number=ticket.number, words=words)
    await to_owner(work, conversation, work.say(person.locale, "ticket-solved-passed-on", number=ticket.number))


async def is_done(work: Work, conversation: Conversation, person: Person, ticket: Ticket) -> None:
    """What was sent for at once ends with one word of its owner."""
    if await dispatch_done(work, ticket, by=ActorKind.OWNER):
        await to_owner(work, conversation, work.say(person.locale, "ticket-dispatch-done", number=ticket.number))
    else:
        await my_tickets.show(work, conversation, person, ticket)


def says_so(work: Work, message: Message, match: Match) -> bool:
    """ "It comes out" is a report where that is what is wrong; "it comes out now" is none."""
    phrases = work.desk.texts.phrases
    if says_solved(message.text, phrases):
        return True
    return seems_solved(message.text, phrases) and (not _reports(work, match) or tells_of_change(message.text, phrases))


def _reports(work: Work, match: Match) -> bool:
    known = work.desk.intents.get(match.intent)
    return known is not None and known.kind in _REPORTED and match.decision in _READ


def _may_be_said(flow: Flow) -> bool:
    """While more is added to a matter; what the staff wait for is an answer to them."""
    return flow.kind is FlowKind.ADDING and not is_awaited(flow) and not is_asked_why(flow)


async def _ask_which(
    work: Work, conversation: Conversation, person: Person, message: Message, found: list[Ticket]
) -> None:
    keyboard = tuple(
        (
            Button(
                f"{ticket.number} {title_for(work, person, ticket.intent)}",
                Tap(Verb.ADD_HERE, ticket.id, 0, str(message.id)),
            ),
        )
        for ticket in found
    )
    await to_owner(work, conversation, work.say(person.locale, "ticket-solved-which"), keyboard)
