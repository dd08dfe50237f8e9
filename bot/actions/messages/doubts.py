"""When the desk is not sure what is meant: it asks, and never states a guess as fact (O3)."""

from bot.actions.flow import Flow, FlowKind, enter
from bot.actions.outgoing import to_owner
from bot.actions.people.onboarding import person_button
from bot.actions.wording import matter_title
from bot.desk import Work
from bot.rules.tap_verbs import Verb
from bot.taps import Button, Keyboard, Tap
from intents.result import OUT_OF_SCOPE, Decision, Match
from storage.models import Conversation, Message, Person

_CHOICES = 3


async def ask_meaning(work: Work, conversation: Conversation, person: Person, message: Message, match: Match) -> None:
    """Up to three candidates and "none of these"; the second miss in a row offers a person."""
    candidates = [c.intent for c in match.candidates if _may_be_meant(work, match, c.intent)][:_CHOICES]
    missed = match.decision is not Decision.CONFIRM
    if missed:
        conversation.misses += 1
        if conversation.misses > 1:
            await offer_person(work, conversation, person, message, candidates)
            return
    if not candidates:
        enter(conversation, None)
        await to_owner(work, conversation, work.say(person.locale, "unsure-first-bare"))
        return
    if any(map(work.desk.is_for_managers, candidates)):
        message.for_managers = True  # until it turns out to be about something else
    data = {"candidates": candidates, "message_id": message.id, "missed": missed, "at": work.now.isoformat()}
    enter(conversation, Flow(FlowKind.CHOICE, data))
    key = "unsure-first" if missed else "confirm-meaning"
    keyboard = _which(work, person, message.id, candidates)
    if conversation.misses and not missed:
        keyboard = (*keyboard, (person_button(work, person),))  # in doubt again right after a miss: the way out shows
    await to_owner(work, conversation, work.say(person.locale, key), keyboard)


def _may_be_meant(work: Work, match: Match, intent: str) -> bool:
    """Danger stands among the choices where a word speaks of it, not because the model has nothing better."""
    known = work.desk.intents.get(intent)
    if known is None or intent == OUT_OF_SCOPE:
        return False
    return known.kind != "emergency" or intent == match.intent or intent in match.hinted


async def ask_again(work: Work, conversation: Conversation, person: Person, asked: Flow, *, noted: bool) -> None:
    """The same choice once more, with the way out; `noted`: what came instead of an answer belongs to the matter."""
    enter(conversation, asked)
    keyboard = _which(work, person, asked.data["message_id"], asked.data["candidates"])
    words = work.say(person.locale, "choice-noted" if noted else "choice-still-open")
    await to_owner(work, conversation, words, (*keyboard, (person_button(work, person),)))


async def offer_person(
    work: Work,
    conversation: Conversation,
    person: Person,
    message: Message | None = None,
    candidates: list[str] | None = None,
) -> None:
    """ "Shall I pass it to a person as it is?", with whatever candidates there are."""
    conversation.misses = 0
    data = {"intent": "human", "message_id": message.id if message else 0, "at": work.now.isoformat()}
    enter(conversation, Flow(FlowKind.OFFER, data))
    yes = Button(work.say(person.locale, "button-yes-person"), Tap(Verb.PERSON))
    new = Button(work.say(person.locale, "button-report"), Tap(Verb.MENU, choice="new"))
    keyboard: Keyboard = ((yes,), (new,))
    if message is not None and candidates:
        keyboard = (*keyboard, *_choices(work, person, message.id, candidates))
    await to_owner(work, conversation, work.say(person.locale, "unsure-second"), keyboard)


async def say_out_of_scope(work: Work, conversation: Conversation, person: Person) -> None:
    """Kindly not the office's business; a person can still be asked."""
    enter(conversation, None)
    await to_owner(work, conversation, work.say(person.locale, "out-of-scope"), ((person_button(work, person),),))


def _which(work: Work, person: Person, message_id: int, candidates: list[str]) -> Keyboard:
    none = Button(work.say(person.locale, "button-none-of-these"), Tap(Verb.MEANT, message_id, 0, "none"))
    return (*_choices(work, person, message_id, candidates), (none,))


def _choices(work: Work, person: Person, message_id: int, candidates: list[str]) -> Keyboard:
    return tuple(
        (Button(matter_title(work, person.locale, intent), Tap(Verb.MEANT, message_id, 0, intent)),)
        for intent in candidates
    )
