"""Emergencies: what to do now comes before any question; then the ticket, the alert, and where to go (O5). What the
owner says afterwards: see open_emergencies.py."""

from collections.abc import Mapping
from dataclasses import asdict
from datetime import timedelta
from typing import Any

from bot.actions.emergencies import taken_back
from bot.actions.emergencies.shown_before import take_along, who_told_before
from bot.actions.flow import Flow, FlowKind, draft_of, enter, flow_of
from bot.actions.intake import timetable
from bot.actions.managers.alerts import add_news_in_doubt, doubt_is_over, raise_alert
from bot.actions.messages.understanding import understand
from bot.actions.outgoing import Terms, to_owner
from bot.actions.talks.office_lines import tell_of_ticket
from bot.actions.tickets.tickets import add_words, open_ticket
from bot.actions.wording import matter_title, office_text
from bot.desk import Work
from bot.incoming import Said
from bot.office.schema import Emergency
from bot.rules.danger import DESPAIR, cannot_leave, kind_of
from bot.rules.places_told import details_of, tells_place
from bot.rules.tap_verbs import Verb
from bot.taps import Button, Keyboard, Tap
from intents.extract import find_slots
from intents.result import Emergency as Danger
from storage import tickets
from storage.models import Conversation, Message, Person, Priority, Ticket

STILL_GOING = timedelta(hours=1)
"""So long after the last word about it an emergency goes on: help is there by then, and who has been silent for an hour
is out of it or on the telephone. Every further word makes it an hour more."""

_BY_ITSELF = frozenset({FlowKind.INTAKE, FlowKind.PAUSED, FlowKind.EMERGENCY_DETAILS})
"""What a question about danger need not remember: reports are kept under it, and emergencies know themselves."""

_PUT_OFF = 8
"""More doubts than that are served together by nobody's wish."""

URGENT = Terms(priority=Priority.EMERGENCY)


async def begin(work: Work, conversation: Conversation, person: Person, intent: str, message: Message) -> None:
    """A certain emergency: safety text, urgent ticket, managers alerted; only then "where are you?"."""
    await _tell_what_to_do(work, conversation, person, intent)
    shown = await take_along(work, conversation, message)
    ticket = await running(work, conversation, intent)
    if ticket is not None:
        for told in (*shown, message):
            await add_words(work, ticket, told)
        await expect_details(work, conversation, ticket)
        return
    ticket = await open_ticket(
        work,
        conversation,
        person,
        intent=intent,
        words=message.text,
        details={**await who_told_before(work, conversation, message), **_told(work, intent, message.text)},
        message_ids=[told.id for told in (*shown, message)],
    )
    if intent == DESPAIR:
        await tell_of_ticket(work, ticket, "alerts-care", None, URGENT)
    await offer_branches(work, conversation, person, ticket)
    await _ask_details(work, conversation, person, ticket, message)


async def check(work: Work, conversation: Conversation, person: Person, intent: str, message: Message) -> None:
    """Perhaps an emergency: one tap decides, and the managers know already (nobody waits for the tap)."""
    await raise_alert(
        work,
        "possible_emergency",
        key=doubt_key(message.id),
        conversation=conversation,
        intent=intent,
        words=message.text,
    )
    expected = flow_of(conversation)
    before = _laid_aside(expected)
    interrupted = _interrupted(conversation)
    if interrupted is not None and before is None:
        # Whatever the tap says, and should a second doubt follow, the words and photos stay with the report.
        interrupted = asdict(draft_of(Flow(FlowKind.INTAKE, interrupted)).holding(message))
    data = {"intent": intent, "message_id": message.id, "before": before, "also": _put_off(expected, message)}
    enter(conversation, Flow(FlowKind.EMERGENCY_CHECK, data, interrupted))
    if interrupted is not None:
        await timetable.plan_draft(work, conversation)
    keyboard = _yes_or_no(work, person, intent, message.id)
    await to_owner(work, conversation, _check_words(work, person, intent), keyboard, URGENT)


def asked_before(asked: Flow) -> Flow | None:
    """What had been expected of the owner when danger was asked about; a report is in `suspended`."""
    before = asked.data.get("before")
    return None if before is None else Flow(FlowKind(before["kind"]), before["data"], asked.suspended)


def _laid_aside(expected: Flow | None) -> Mapping[str, Any] | None:
    """What was expected, as `asked_before` finds it again; a second doubt lays nothing else aside."""
    if expected is None or expected.kind in _BY_ITSELF:
        return None
    if expected.kind is FlowKind.EMERGENCY_CHECK:
        before: Mapping[str, Any] | None = expected.data.get("before")
        return before
    return {"kind": expected.kind.value, "data": dict(expected.data)}


def _put_off(expected: Flow | None, message: Message) -> list[int]:
    """The latest messages of earlier doubts that nobody has answered: whatever is said of the last one is said of them.
    Those before stand in the history."""
    if expected is None or expected.kind is not FlowKind.EMERGENCY_CHECK:
        return []
    ids = (*expected.data.get("also", ()), expected.data["message_id"])
    return [put_off for put_off in ids if put_off != message.id][-_PUT_OFF:]


async def edited(
    work: Work, conversation: Conversation, person: Person, message: Message, before: str, matter: int | None
) -> None:
    """A message was changed into one of danger, or of more or other danger than it told of: a slip in a cry for help is
    what people mend first. A cry of long ago that is changed is asked about. `matter`: the ticket that it belonged to
    before, for words about staff are moved to the managers'."""
    told, tells = _danger(work, before), _danger(work, message.text)
    if tells is None:
        if told is not None:
            await taken_back.by_edit(work, conversation, person, message, before, matter)
        return
    kind, danger = tells
    going = await running(work, conversation, kind)
    if danger is Danger.CERTAIN and tells != told:
        await doubt_is_over(work, conversation, doubt_key(message.id))
        await begin(work, conversation, person, kind, message)
    elif going is None and (tells != told or danger is Danger.CERTAIN):
        await check(work, conversation, person, kind, message)


def _danger(work: Work, text: str) -> tuple[str, Danger] | None:
    """Which kind of danger words tell of, and how surely."""
    match = understand(work, text) if text else None
    kind = kind_of(match, text, work.desk.texts.phrases) if match is not None else None
    return None if match is None or match.emergency is None or kind is None else (kind, match.emergency)


async def check_again(work: Work, conversation: Conversation, person: Person, asked: Flow, said: Said) -> None:
    """Where they are, or a picture, and no word on whether there is danger: the managers read where under their alert,
    the question stays open, and what was told stays with the message that it was about."""
    told = _told(work, asked.data["intent"], said.text, asked=True)
    if said.contact_phone:
        told["phone"] = said.contact_phone
    news = {name: str(told[name]) for name in ("where", "phone") if told.get(name)}
    if news:
        await add_news_in_doubt(work, conversation, **news)
    await ask_again(work, conversation, person, asked)


async def ask_again(work: Work, conversation: Conversation, person: Person, asked: Flow) -> None:
    """The question about danger that is still open."""
    keyboard = _yes_or_no(work, person, asked.data["intent"], asked.data["message_id"])
    await to_owner(work, conversation, work.say(person.locale, "emergency-check-again"), keyboard, URGENT)


def _told(work: Work, intent: str, text: str, *, asked: bool = False) -> dict[str, Any]:
    """What one message tells of where somebody is and whom to call."""
    place = tells_place(text, intent, work.desk.texts.phrases, find_slots, asked=asked)
    return details_of({}, find_slots(text), text, place=place)


def doubt_key(message_id: int) -> str:
    """Of the alert about a message that may tell of danger."""
    return f"possible_emergency:{message_id}"


def _yes_or_no(work: Work, person: Person, intent: str, message_id: int) -> Keyboard:
    yes = Button(work.say(person.locale, "button-emergency-yes"), Tap(Verb.EMERGENCY_YES, message_id, 0, intent))
    no = Button(work.say(person.locale, "button-emergency-no"), Tap(Verb.EMERGENCY_NO, message_id))
    return ((yes,), (no,))


def _check_words(work: Work, person: Person, intent: str) -> str:
    phones = work.desk.office.phones
    if intent == DESPAIR:
        lifeline, fire = phones.get("lifeline", ""), phones.get("fire", "")
        return work.say(person.locale, "emergency-check-despair", lifeline=lifeline, fire=fire)
    title = matter_title(work, person.locale, intent)
    return work.say(person.locale, "emergency-check", title=title, duty=phones.get("duty", ""))


async def branch(work: Work, conversation: Conversation, person: Person, ticket: Ticket, choice: str) -> None:
    """The instructions for one situation of several, which a cry for help repeats."""
    found = safety(work, person, ticket.intent)
    if found is None or choice not in found[0].branches:
        return
    ticket.details = {**ticket.details, "branch": choice}
    words = office_text(work, found[1], found[0].branches[choice].text)
    await to_owner(work, conversation, words, None, URGENT)


async def _tell_what_to_do(work: Work, conversation: Conversation, person: Person, intent: str) -> None:
    await to_owner(work, conversation, what_to_do(work, person, intent), None, URGENT)


def what_to_do(work: Work, person: Person, intent: str, choice: str | None = None) -> str:
    """The office's instructions: for the situation that was chosen, else those that are right in all."""
    found = safety(work, person, intent)
    if found is None:
        return work.say(person.locale, "emergency-general", duty=work.desk.office.phones.get("duty", "")).strip()
    chosen = found[0].branches.get(choice or "")
    return office_text(work, found[1], found[0].text if chosen is None else chosen.text).strip()


async def offer_branches(work: Work, conversation: Conversation, person: Person, ticket: Ticket) -> None:
    """ "Which is it?", where one text for all would be dangerous."""
    found = safety(work, person, ticket.intent)
    if found is None or not found[0].branches:
        return
    keyboard: Keyboard = tuple(
        (Button(branch.button, Tap(Verb.EMERGENCY_BRANCH, ticket.id, 0, name)),)
        for name, branch in found[0].branches.items()
    )
    await to_owner(work, conversation, work.say(person.locale, "emergency-which"), keyboard, URGENT)


async def _ask_details(
    work: Work, conversation: Conversation, person: Person, ticket: Ticket, message: Message
) -> None:
    """Where, and whom to call; first of all to be safe is said to those alone who can go."""
    await expect_details(work, conversation, ticket)
    key = "emergency-where"
    if ticket.intent == DESPAIR:
        key = "emergency-where-despair"
    elif message.text and cannot_leave(understand(work, message.text), ticket.intent):
        key = "emergency-where-here"
    await to_owner(work, conversation, work.say(person.locale, key, number=ticket.number), None, URGENT)


async def expect_details(work: Work, conversation: Conversation, ticket: Ticket) -> None:
    """What comes now is about the alarm; a report that it interrupted keeps its clocks."""
    interrupted = _interrupted(conversation)
    enter(conversation, Flow(FlowKind.EMERGENCY_DETAILS, {"ticket_id": ticket.id}, interrupted))
    if interrupted is not None:
        await timetable.plan_draft(work, conversation)


def safety(work: Work, person: Person, intent: str) -> tuple[Emergency, str] | None:
    """The office's instructions and the language they are in, or None for an id that it does not know."""
    return work.desk.office.emergency(intent, person.locale)


def _interrupted(conversation: Conversation) -> Mapping[str, Any] | None:
    flow = flow_of(conversation)
    if flow is None:
        return None
    return dict(flow.data) if flow.kind is FlowKind.INTAKE else flow.suspended


async def running(work: Work, conversation: Conversation, intent: str) -> Ticket | None:
    """The same alarm, spoken of a moment ago."""
    going = await tickets.emergencies_spoken_of(work.session, conversation.id, work.now - STILL_GOING)
    return next((ticket for ticket in going if ticket.intent == intent), None)
