"""Emergencies: what to do now comes before any question; then the ticket, the alert, and where to go (O5)."""

from collections.abc import Mapping
from dataclasses import asdict
from datetime import timedelta
from typing import Any

from bot.actions import people, timetable
from bot.actions.alerts import raise_alert
from bot.actions.flow import Flow, FlowKind, draft_of, enter, flow_of
from bot.actions.outgoing import Terms, to_owner
from bot.actions.paused import offer, pause
from bot.actions.tickets import add_words, open_ticket
from bot.actions.wording import matter_title, office_text
from bot.desk import Work
from bot.incoming import Said
from bot.office.schema import Emergency
from bot.rules.tap_verbs import Verb
from bot.taps import Button, Keyboard, Tap
from intents.extract import find_slots
from storage import tickets
from storage.models import Conversation, Message, Person, Priority, Ticket

SAME_EMERGENCY = timedelta(minutes=30)
"""Within this a further alarm of the same kind from the same owner belongs to the first one."""

_URGENT = Terms(priority=Priority.EMERGENCY)
_PERSONAL = ("building", "unit", "name", "phone")


async def begin(work: Work, conversation: Conversation, person: Person, intent: str, message: Message) -> None:
    """A certain emergency: safety text, urgent ticket, managers alerted; only then "where are you?"."""
    await _tell_what_to_do(work, conversation, person, intent)
    ticket = await _running(work, conversation, intent)
    if ticket is not None:
        await add_words(work, ticket, message)
        await _expect_details(work, conversation, ticket)
        return
    ticket = await open_ticket(
        work,
        conversation,
        person,
        intent=intent,
        words=message.text,
        details=dict(find_slots(message.text)),
        message_ids=(message.id,),
    )
    await _offer_branches(work, conversation, person, ticket)
    await _ask_details(work, conversation, person, ticket)


async def check(work: Work, conversation: Conversation, person: Person, intent: str, message: Message) -> None:
    """Perhaps an emergency: one tap decides, and the managers know already (nobody waits for the tap). While the same
    alarm is running it is news of that one: nobody in a fire is asked whether it burns."""
    running = await _running(work, conversation, intent)
    if running is not None:
        await add_words(work, running, message)
        await to_owner(work, conversation, work.say(person.locale, "emergency-noted"), None, _URGENT)
        return
    await raise_alert(
        work,
        "possible_emergency",
        key=f"possible_emergency:{message.id}",
        conversation=conversation,
        intent=intent,
        words=message.text,
    )
    interrupted = _interrupted(conversation)
    if interrupted is not None:
        # Whatever the tap says, and should a second doubt follow, the words and photos stay with the report.
        interrupted = asdict(draft_of(Flow(FlowKind.INTAKE, interrupted)).holding(message))
    enter(
        conversation,
        Flow(FlowKind.EMERGENCY_CHECK, {"intent": intent, "message_id": message.id}, interrupted),
    )
    if interrupted is not None:
        await timetable.plan_draft(work, conversation)
    title = matter_title(work, person.locale, intent)
    yes = Button(work.say(person.locale, "button-emergency-yes"), Tap(Verb.EMERGENCY_YES, message.id, 0, intent))
    no = Button(work.say(person.locale, "button-emergency-no"), Tap(Verb.EMERGENCY_NO, message.id))
    words = work.say(person.locale, "emergency-check", title=title, duty=work.desk.office.phones.get("duty", ""))
    await to_owner(work, conversation, words, ((yes,), (no,)), _URGENT)


async def branch(work: Work, conversation: Conversation, person: Person, ticket: Ticket, choice: str) -> None:
    """The instructions for one situation of several."""
    found = _safety(work, person, ticket.intent)
    if found is None or choice not in found[0].branches:
        return
    words = office_text(work, found[1], found[0].branches[choice].text)
    await to_owner(work, conversation, words, None, _URGENT)


async def details(
    work: Work, conversation: Conversation, person: Person, message: Message, said: Said, ticket: Ticket
) -> None:
    """Where it is and whom to call, told after the alarm; the ticket has it at once, the profile only with consent."""
    told = dict(find_slots(said.text))
    if said.contact_phone:
        told["phone"] = said.contact_phone
    ticket.details = {**ticket.details, **told}
    await add_words(work, ticket, message)
    if await people.has_consented(work, person):
        await people.learn(work, person, {name: told[name] for name in _PERSONAL if name in told})
    await to_owner(work, conversation, work.say(person.locale, "emergency-noted"), None, _URGENT)
    if said.text:
        await _offer_report(work, conversation, person, ticket)


async def _offer_report(work: Work, conversation: Conversation, person: Person, ticket: Ticket) -> None:
    """The report that the alarm interrupted waits for a word of the owner: nobody in danger is asked for their unit."""
    flow = flow_of(conversation)
    if flow is not None and flow.kind is FlowKind.PAUSED:
        return
    draft = await pause(work, conversation, ticket.id)
    if draft is not None:
        await offer(work, conversation, person, draft, "emergency-report-kept")


async def _tell_what_to_do(work: Work, conversation: Conversation, person: Person, intent: str) -> None:
    found = _safety(work, person, intent)
    if found is None:
        words = work.say(person.locale, "emergency-general", duty=work.desk.office.phones.get("duty", ""))
    else:
        words = office_text(work, found[1], found[0].text)
    await to_owner(work, conversation, words.strip(), None, _URGENT)


async def _offer_branches(work: Work, conversation: Conversation, person: Person, ticket: Ticket) -> None:
    found = _safety(work, person, ticket.intent)
    if found is None or not found[0].branches:
        return
    keyboard: Keyboard = tuple(
        (Button(branch.button, Tap(Verb.EMERGENCY_BRANCH, ticket.id, 0, name)),)
        for name, branch in found[0].branches.items()
    )
    await to_owner(work, conversation, work.say(person.locale, "emergency-which"), keyboard, _URGENT)


async def _ask_details(work: Work, conversation: Conversation, person: Person, ticket: Ticket) -> None:
    await _expect_details(work, conversation, ticket)
    await to_owner(work, conversation, work.say(person.locale, "emergency-where", number=ticket.number), None, _URGENT)


async def _expect_details(work: Work, conversation: Conversation, ticket: Ticket) -> None:
    """What comes now is about the alarm; a report that it interrupted keeps its clocks."""
    interrupted = _interrupted(conversation)
    enter(conversation, Flow(FlowKind.EMERGENCY_DETAILS, {"ticket_id": ticket.id}, interrupted))
    if interrupted is not None:
        await timetable.plan_draft(work, conversation)


def _safety(work: Work, person: Person, intent: str) -> tuple[Emergency, str] | None:
    """The office's instructions and the language they are in, or None for an id that it does not know."""
    return work.desk.office.emergency(intent, person.locale)


def _interrupted(conversation: Conversation) -> Mapping[str, Any] | None:
    flow = flow_of(conversation)
    if flow is None:
        return None
    return dict(flow.data) if flow.kind is FlowKind.INTAKE else flow.suspended


async def _running(work: Work, conversation: Conversation, intent: str) -> Ticket | None:
    """The same alarm, raised a moment ago."""
    open_ones = await tickets.open_same_intent(work.session, conversation.id, intent)
    return next((ticket for ticket in open_ones if work.now - ticket.created_at < SAME_EMERGENCY), None)
