"""Answers from the office's knowledge: with source and review date, and an offer where more can be done (O2)."""

from bot.actions.flow import Flow, FlowKind, enter
from bot.actions.messages.hours import HOURS, closed_now, closed_tomorrow
from bot.actions.outgoing import to_owner
from bot.actions.people.onboarding import person_button
from bot.actions.wording import called, matter_title
from bot.desk import Work
from bot.office.filling import Filled, fill
from bot.rules.tap_verbs import Verb
from bot.taps import Button, Keyboard, Tap
from storage.models import Conversation, Message, Person


async def answer(work: Work, conversation: Conversation, person: Person, intent: str, message: Message | None) -> None:
    """The answer to one question; a matter without one is offered to a person instead of being guessed."""
    conversation.misses = 0
    filled = find_answer(work, person, intent)
    if filled is None:
        await _no_answer(work, conversation, person, intent, message)
        return
    words = _with_source(work, person, intent, filled)
    known = work.desk.intents.get(intent)
    if known is not None and known.actionable:
        await _with_offer(work, conversation, person, intent, message, words)
        return
    enter(conversation, None)
    await to_owner(work, conversation, words, _helped_buttons(work, person, message))


def find_answer(work: Work, person: Person, intent: str) -> Filled | None:
    """The office's answer in the person's language, else in the office's; variables filled."""
    found = work.desk.office.answer(intent, person.locale)
    if found is None:
        return None
    text, locale = found
    return fill(text, work.desk.office, locale, work.now)


def brief_answer(work: Work, person: Person, intent: str) -> str:
    """The answer alone, for a question put in the middle of something else."""
    filled = find_answer(work, person, intent)
    if filled is None:
        return work.say(person.locale, "answer-later", title=matter_title(work, person.locale, intent))
    return _with_source(work, person, intent, filled)


async def helped(work: Work, conversation: Conversation, person: Person, yes: bool) -> None:
    """Whether the answer was of use; where it was not, two ways on."""
    if yes:
        await to_owner(work, conversation, work.say(person.locale, "answer-glad", who=called(work, person)))
        return
    report = Button(work.say(person.locale, "button-report"), Tap(Verb.MENU, choice="new"))
    await to_owner(
        work, conversation, work.say(person.locale, "answer-not-helped"), ((person_button(work, person), report),)
    )


def _with_source(work: Work, person: Person, intent: str, filled: Filled) -> str:
    reviewed = f"{filled.reviewed:%Y-%m-%d}"
    now = closed_now(work, person.locale) if intent == HOURS else ""
    soon = closed_tomorrow(work, person.locale) if intent == HOURS else ""
    lines = [
        *filter(None, [now]),
        filled.text.strip(),
        *filter(None, [soon]),
        "",
        work.say(person.locale, "answer-source", source=filled.source, reviewed=reviewed),
    ]
    if filled.link:
        lines.append(filled.link)
    return "\n".join(lines)


async def _with_offer(
    work: Work, conversation: Conversation, person: Person, intent: str, message: Message | None, words: str
) -> None:
    """Ends with "shall I put this in for you?"; a typed yes counts as well as a tap."""
    message_id = message.id if message is not None else 0
    enter(conversation, Flow(FlowKind.OFFER, {"intent": intent, "message_id": message_id}))
    offer = work.say(person.locale, "answer-offer")
    keyboard = (
        (
            Button(work.say(person.locale, "button-take-on"), Tap(Verb.TAKE_ON, message_id, 0, intent)),
            Button(work.say(person.locale, "button-no-need"), Tap(Verb.DECLINE_OFFER)),
        ),
    )
    await to_owner(work, conversation, f"{words}\n\n{offer}", keyboard)


async def _no_answer(
    work: Work, conversation: Conversation, person: Person, intent: str, message: Message | None
) -> None:
    title = matter_title(work, person.locale, intent)
    words = work.say(person.locale, "answer-missing", title=title)
    enter(conversation, Flow(FlowKind.OFFER, {"intent": intent, "message_id": message.id if message else 0}))
    take_on = Button(
        work.say(person.locale, "button-take-on"), Tap(Verb.TAKE_ON, message.id if message else 0, 0, intent)
    )
    await to_owner(work, conversation, words, ((take_on,), (person_button(work, person),)))


def _helped_buttons(work: Work, person: Person, message: Message | None) -> Keyboard:
    message_id = message.id if message is not None else 0
    return (
        (
            Button(work.say(person.locale, "button-helped"), Tap(Verb.HELPED, message_id, 0, "yes")),
            Button(work.say(person.locale, "button-not-helped"), Tap(Verb.HELPED, message_id, 0, "no")),
        ),
    )
