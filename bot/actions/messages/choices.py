"""What a tapped (or typed) choice does; each looks at the world anew, because buttons are tapped long after."""

from bot.actions.flow import Draft, Flow, FlowKind, enter, flow_of
from bot.actions.intake import course as intake_course
from bot.actions.intake import second_thoughts
from bot.actions.intake.other_matters import told_beside
from bot.actions.managers import about_staff
from bot.actions.messages import answers, open_matter, said_solved
from bot.actions.messages.doubts import left_open
from bot.actions.messages.meaning import none_of_these, report, understood
from bot.actions.messages.understanding import understand
from bot.actions.outgoing import to_owner
from bot.actions.tickets import my_tickets
from bot.actions.tickets.tickets import add_words
from bot.desk import Work
from bot.errors import OutOfDate
from bot.rules.other_matter import related
from bot.rules.ticket_flow import OPEN
from storage import tickets
from storage.models import Conversation, Message, Person, Ticket, TicketState

NONE = "none"

_LOOKED_AT = 3
"""Candidates of a message: those that were offered as buttons."""
_OVER = frozenset({TicketState.CLOSED, TicketState.ARCHIVED, TicketState.WITHDRAWN, TicketState.MERGED})


async def meant(work: Work, conversation: Conversation, person: Person, message_id: int, intent: str) -> None:
    """One of the candidates, or none of them."""
    message = await own_message(work, conversation, message_id)
    if intent != NONE and (message is None or intent not in work.desk.intents):
        raise OutOfDate("owner-old-button")
    if intent == NONE:
        if message is not None:
            await about_staff.alert_in_doubt(work, conversation, message)
        await none_of_these(work, conversation, person)
    elif message is not None:
        if _is_matter(work, intent):
            message.for_managers = work.desk.is_for_managers(intent) or about_staff.also_named(work, message, intent)
        beside = await _told_beside(work, conversation, message, intent)
        await understood(work, conversation, person, intent, message, beside=beside)


async def _told_beside(work: Work, conversation: Conversation, message: Message, intent: str) -> tuple[Message, ...]:
    """What was written with the chosen message before anything was chosen, in its order; what is said about staff goes
    no further than the managers."""
    group = left_open(flow_of(conversation))
    others = [await own_message(work, conversation, one) for one in group if one != message.id and message.id in group]
    private = work.desk.is_for_managers(intent)
    return tuple(one for one in others if one is not None and (private or not one.for_managers))


async def same_matter(
    work: Work, conversation: Conversation, intent: str, earlier: tuple[int, ...]
) -> tuple[Message, ...]:
    """Of the messages that were asked about and left open, those that may have meant what the next one clearly is."""
    found = []
    for message_id in earlier:
        message = await own_message(work, conversation, message_id)
        if message is None or not message.text or message.for_managers or message.ticket_id is not None:
            continue
        candidates = understand(work, message.text).candidates[:_LOOKED_AT]
        if any(related(candidate.intent, intent) for candidate in candidates):
            found.append(message)
    return tuple(found)


async def take_on(work: Work, conversation: Conversation, person: Person, intent: str, message_id: int) -> None:
    """ "Shall I put this in for you?" yes."""
    message = await own_message(work, conversation, message_id)
    if intent not in work.desk.intents:
        raise OutOfDate("owner-old-button")
    if intent == "human":
        await about_staff.want_person(work, conversation, person, message, message.text if message is not None else "")
    elif message is None:
        await intake_course.begin(work, conversation, person, intent, None, {})
    else:
        await report(work, conversation, person, intent, message)


async def decline_offer(work: Work, conversation: Conversation, person: Person) -> None:
    flow = flow_of(conversation)
    if flow is not None and flow.kind is FlowKind.OFFER:
        offer = {name: flow.data[name] for name in ("intent", "message_id")}
        await second_thoughts.drop(work, conversation, **offer)
    await to_owner(work, conversation, work.say(person.locale, "answer-no-offer"))


async def taken_up_again(work: Work, conversation: Conversation, person: Person, text: str) -> bool:
    """Whether the words want back what was dropped right before; then it goes on."""
    wanted = second_thoughts.wanted_after_all(work, conversation, text)
    if wanted is None:
        return False
    if isinstance(wanted, Draft):
        noted = work.say(person.locale, "intake-taken-up")
        await intake_course.go_on(work, conversation, person, wanted.patiently(), noted)
    else:
        await take_on(work, conversation, person, *wanted)
    return True


async def add_here(work: Work, conversation: Conversation, person: Person, ticket_id: int, message_id: int) -> None:
    """The message joins the open matter; one that has ended meanwhile is shown instead."""
    ticket = await tickets.ticket_by_id(work.session, ticket_id)
    message = await own_message(work, conversation, message_id)
    if ticket is None or message is None or ticket.conversation_id != conversation.id:
        raise OutOfDate("owner-old-button")
    beside = await _asked_with(work, conversation, message_id)
    enter(conversation, None)
    found = understand(work, message.text) if message.text else None
    if ticket.state in OPEN and found is not None and said_solved.says_so(work, message, found):
        await _add_beside(work, ticket, beside)
        await said_solved.pass_on(work, conversation, person, ticket, message)
        return
    match = about_staff.meaning_of(work, message)
    if match is not None and not work.desk.is_for_managers(ticket.intent):
        await about_staff.tell_managers(work, conversation, person, message, match)
        return
    if ticket.state in _OVER:
        await to_owner(work, conversation, work.say(person.locale, "ticket-moved-on"))
        await my_tickets.show(work, conversation, person, ticket)
        return
    await _add_beside(work, ticket, beside)
    await my_tickets.add(work, conversation, person, ticket, message)
    also = await told_beside(work, conversation, person, message, found, ticket.intent)
    await intake_course.take_on_next(work, conversation, person, also)


async def join_unchosen(work: Work, conversation: Conversation, person: Person, flow: Flow) -> None:
    """What was asked about goes to the matter that is still open; a button makes one of its own of it."""
    ticket = await tickets.ticket_by_id(work.session, flow.data["ticket_id"])
    message = await own_message(work, conversation, flow.data["message_id"])
    if ticket is None or message is None or ticket.state not in OPEN:
        return
    await _add_beside(work, ticket, await _asked_with(work, conversation, message.id))
    await open_matter.pass_on(work, conversation, person, ticket, message, flow.data["intent"])


async def _add_beside(work: Work, ticket: Ticket, beside: tuple[Message, ...]) -> None:
    for earlier in beside:
        if not earlier.for_managers or work.desk.is_for_managers(ticket.intent):
            await add_words(work, ticket, earlier)


async def new_matter(work: Work, conversation: Conversation, person: Person, intent: str, message_id: int) -> None:
    message = await own_message(work, conversation, message_id)
    if message is None or not _is_matter(work, intent):
        raise OutOfDate("owner-old-button")
    beside = await _asked_with(work, conversation, message_id)
    enter(conversation, None)
    await report(work, conversation, person, intent, message, anew=True, beside=beside)


async def _asked_with(work: Work, conversation: Conversation, message_id: int) -> tuple[Message, ...]:
    """What was told beside the message that is still asked about."""
    flow = flow_of(conversation)
    if flow is None or flow.kind is not FlowKind.SAME_MATTER or flow.data["message_id"] != message_id:
        return ()
    others = [await own_message(work, conversation, one) for one in flow.data.get("beside", ())]
    return tuple(one for one in others if one is not None and one.ticket_id is None)


async def helped(work: Work, conversation: Conversation, person: Person, yes: bool) -> None:
    await answers.helped(work, conversation, person, yes)


def _is_matter(work: Work, intent: str) -> bool:
    """Something to answer or to record; neither danger nor a word about the talk."""
    known = work.desk.intents.get(intent)
    return known is not None and known.kind not in ("emergency", "meta")


async def own_message(work: Work, conversation: Conversation, message_id: int) -> Message | None:
    """The message that a button is about, if it belongs to this conversation."""
    if not message_id:
        return None
    message = await work.session.get(Message, message_id)
    return message if message is not None and message.conversation_id == conversation.id else None
