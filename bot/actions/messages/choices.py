"""What a tapped (or typed) choice does; each looks at the world anew, because buttons are tapped long after."""

from dataclasses import replace
from datetime import timedelta

from bot.actions.emergencies import emergencies
from bot.actions.feedback.typed import typed_answer
from bot.actions.flow import FlowKind, correct_draft, draft_kept, draft_of, enter, flow_of, leave
from bot.actions.intake import course as intake_course
from bot.actions.intake import intake
from bot.actions.intake.draft_parts import UNSORTED
from bot.actions.intake.other_matters import is_matter, note_other, told_beside
from bot.actions.managers import about_staff, alerts
from bot.actions.messages import answers
from bot.actions.messages.doubts import ask_meaning
from bot.actions.messages.meaning import none_of_these, report, understood
from bot.actions.messages.understanding import understand
from bot.actions.outgoing import to_owner
from bot.actions.tickets import my_tickets
from bot.desk import Work
from bot.errors import OutOfDate
from intents.result import Decision
from storage import tickets
from storage.models import Conversation, Message, Person, Ticket, TicketState

NONE = "none"

_LATE = timedelta(minutes=30)
"""After that nobody expects an answer to bring back what the question was about."""
_LIKELY = 0.5
"""The share of what is left beside danger from which on the best reading is acted on."""
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
        await understood(work, conversation, person, intent, message)


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
        enter(conversation, None)
    await to_owner(work, conversation, work.say(person.locale, "answer-no-offer"))


async def add_here(work: Work, conversation: Conversation, person: Person, ticket_id: int, message_id: int) -> None:
    """The message joins the open matter; one that has ended meanwhile is shown instead."""
    ticket = await tickets.ticket_by_id(work.session, ticket_id)
    message = await own_message(work, conversation, message_id)
    if ticket is None or message is None or ticket.conversation_id != conversation.id:
        raise OutOfDate("owner-old-button")
    enter(conversation, None)
    match = about_staff.meaning_of(work, message)
    if match is not None and not work.desk.is_for_managers(ticket.intent):
        await about_staff.tell_managers(work, conversation, person, message, match)
        return
    if ticket.state in _OVER:
        await to_owner(work, conversation, work.say(person.locale, "ticket-moved-on"))
        await my_tickets.show(work, conversation, person, ticket)
        return
    await my_tickets.add(work, conversation, person, ticket, message)
    found = understand(work, message.text) if message.text else None
    also = await told_beside(work, conversation, person, message, found, ticket.intent)
    await intake_course.take_on_next(work, conversation, person, also)


async def new_matter(work: Work, conversation: Conversation, person: Person, intent: str, message_id: int) -> None:
    message = await own_message(work, conversation, message_id)
    if message is None or not _is_matter(work, intent):
        raise OutOfDate("owner-old-button")
    enter(conversation, None)
    await report(work, conversation, person, intent, message, anew=True)


async def emergency_confirmed(
    work: Work, conversation: Conversation, person: Person, intent: str, message_id: int
) -> None:
    """It is happening: the emergency flow, as if it had been certain at once."""
    message = await own_message(work, conversation, message_id)
    known = work.desk.intents.get(intent)
    if message is None or known is None or known.kind != "emergency":
        raise OutOfDate("owner-old-button")
    leave(conversation)
    await alerts.doubt_is_over(work, conversation, emergencies.doubt_key(message_id))  # the certain one follows
    await emergencies.begin(work, conversation, person, intent, message)


async def emergency_denied(work: Work, conversation: Conversation, person: Person, message_id: int) -> None:
    """Nobody is in danger: the interrupted intake goes on, or the message is served for what else it says. A question
    about another danger that was put since stays open."""
    message = await own_message(work, conversation, message_id)
    await alerts.doubt_is_over(work, conversation, emergencies.doubt_key(message_id))
    flow = flow_of(conversation)
    asked = flow is not None and flow.kind is FlowKind.EMERGENCY_CHECK
    if flow is not None and asked and flow.data["message_id"] != message_id:
        await emergencies.ask_again(work, conversation, person, flow)
        return
    await to_owner(work, conversation, work.say(person.locale, "emergency-not"))
    if not asked:
        await _left_behind(work, conversation, person, message)
        return
    resumed = leave(conversation)
    if resumed is not None:
        await intake.take_up(work, conversation, person, draft_of(resumed))
    elif message is not None and message.ticket_id is not None:
        ticket = await work.session.get_one(Ticket, message.ticket_id)
        await to_owner(work, conversation, work.say(person.locale, "ticket-added", number=ticket.number))
    elif message is not None and message.text and not await typed_answer(work, conversation, person, message):
        await _other_meaning(work, conversation, person, message)


async def _left_behind(work: Work, conversation: Conversation, person: Person, message: Message | None) -> None:
    """The question about danger was left for other words: what it was about is served now, unless it is long ago or
    kept already. Words that still wait to be understood tell more of it."""
    if message is None or message.ticket_id is not None or work.now - message.at > _LATE or not message.text:
        return
    flow, kept = flow_of(conversation), draft_kept(conversation)
    if kept is not None:
        held = {*kept.message_ids, *(told for _, ids in kept.also for told in ids)}
        matter = next((c.intent for c in understand(work, message.text).candidates if is_matter(work, c.intent)), None)
        if message.id not in held and flow is not None and flow.kind is FlowKind.INTAKE and matter is not None:
            await note_other(work, conversation, person, kept, message, matter, understand(work, message.text))
        return
    unclear = None
    if flow is not None:
        if flow.kind is not FlowKind.CHOICE or flow.data["message_id"] == message.id:
            return
        unclear = await own_message(work, conversation, flow.data["message_id"])
        enter(conversation, None)
    await _other_meaning(work, conversation, person, message)
    begun = flow_of(conversation)
    if unclear is not None and not unclear.for_managers and begun is not None and begun.kind is FlowKind.INTAKE:
        draft = draft_of(begun)
        if unclear.id not in draft.message_ids:
            correct_draft(conversation, draft.holding(unclear))


async def _other_meaning(work: Work, conversation: Conversation, person: Person, message: Message) -> None:
    """What a message says beside the danger that there is not: acted on where it is likely, else asked for. A photo
    with words that say little is a report all the same."""
    match = understand(work, message.text)
    others = tuple(c for c in match.candidates if _is_matter(work, c.intent))
    if others and others[0].score >= _LIKELY * sum(c.score for c in others):
        await understood(work, conversation, person, others[0].intent, message, match)
    elif message.media:
        await report(work, conversation, person, UNSORTED, message, match)
    else:
        decision = Decision.CONFIRM if others else Decision.UNSURE
        await ask_meaning(work, conversation, person, message, replace(match, candidates=others, decision=decision))


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
