"""When the desk is not sure what is meant: it asks, and never states a guess as fact (O3)."""

from dataclasses import replace

from bot.actions.flow import Flow, FlowKind, enter
from bot.actions.intake.draft_parts import UNSORTED
from bot.actions.outgoing import to_owner
from bot.actions.people.onboarding import person_button
from bot.actions.wording import matter_title
from bot.desk import Work
from bot.rules.tap_verbs import Verb
from bot.taps import Button, Keyboard, Tap
from intents.result import OUT_OF_SCOPE, Decision, Match
from storage.models import Conversation, Message, Person

_CHOICES = 3
_LEFT_OPEN = 8
"""More than that are hardly about one matter; those before stand in the history."""
_PERSON = "human"
_POLITE = frozenset({"greeting", "thanks"})
"""Nobody who greets or thanks needs a button to do so; beside praise it would look like the same choice twice."""
_OFFERED = frozenset({_PERSON, UNSORTED})
"""What the buttons of the second doubt offer anyway."""


def left_open(flow: Flow | None) -> tuple[int, ...]:
    """Our rows of the latest messages that were asked about, where more was written instead of choosing, or instead of
    saying whether there is danger."""
    if flow is not None and flow.kind is FlowKind.EMERGENCY_CHECK:
        before = flow.data.get("before")
        known = left_open(Flow(FlowKind(before["kind"]), before["data"])) if before is not None else ()
        return (*known, *flow.data.get("also", ()), flow.data["message_id"])[-_LEFT_OPEN:]
    if flow is None or "candidates" not in flow.data:
        return ()
    return (*flow.data.get("earlier", ()), flow.data["message_id"])[-_LEFT_OPEN:]


async def ask_meaning(
    work: Work,
    conversation: Conversation,
    person: Person,
    message: Message,
    match: Match,
    earlier: tuple[int, ...] = (),
) -> None:
    """Up to three candidates and "none of these"; the second miss in a row offers a person. `earlier`: what was asked
    about before and left open belongs to what this turns out to be."""
    candidates = [c.intent for c in match.candidates if _may_be_meant(work, match, c.intent)][:_CHOICES]
    missed = match.decision is not Decision.CONFIRM
    if missed:
        conversation.misses += 1
        if conversation.misses > 1:
            await offer_person(work, conversation, person, message, candidates, earlier)
            return
    doubted = bool(conversation.misses) and not missed
    if doubted:
        candidates = _beside_a_person(candidates)
    if doubted and not candidates:
        await offer_person(work, conversation, person, message, candidates, earlier)
        return
    if not candidates:
        enter(conversation, None)
        await to_owner(work, conversation, work.say(person.locale, "unsure-first-bare"))
        return
    if any(map(work.desk.is_for_managers, candidates)):
        message.for_managers = True  # until it turns out to be about something else
    data = {"candidates": candidates, "message_id": message.id, "missed": missed, "at": work.now.isoformat()}
    data["earlier"] = list(earlier)
    enter(conversation, Flow(FlowKind.CHOICE, data))
    key = "unsure-first" if missed else "confirm-meaning"
    keyboard = _which(work, person, message.id, candidates)
    if doubted:
        keyboard = (*keyboard, (person_button(work, person),))  # in doubt again right after a miss: the way out shows
    await to_owner(work, conversation, work.say(person.locale, key), keyboard)


def _may_be_meant(work: Work, match: Match, intent: str) -> bool:
    """Danger stands among the choices where a word speaks of it, not because the model has nothing better."""
    known = work.desk.intents.get(intent)
    if known is None or intent == OUT_OF_SCOPE or intent in _POLITE:
        return False
    return known.kind != "emergency" or intent == match.intent or intent in match.hinted


def _beside_a_person(candidates: list[str]) -> list[str]:
    """The choices where a button for a person stands anyway."""
    return [intent for intent in candidates if intent != _PERSON]


async def ask_again(work: Work, conversation: Conversation, person: Person, asked: Flow, *, noted: bool) -> None:
    """The same choice once more, with the way out; `noted`: what came instead of an answer belongs to the matter."""
    candidates = _beside_a_person(asked.data["candidates"])
    enter(conversation, replace(asked, data={**asked.data, "candidates": candidates}))
    keyboard = _which(work, person, asked.data["message_id"], candidates)
    words = work.say(person.locale, "choice-noted" if noted else "choice-still-open")
    await to_owner(work, conversation, words, (*keyboard, (person_button(work, person),)))


async def offer_person(
    work: Work,
    conversation: Conversation,
    person: Person,
    message: Message | None = None,
    candidates: list[str] | None = None,
    earlier: tuple[int, ...] = (),
) -> None:
    """ "Shall I pass it to a person as it is?", with whatever candidates there are."""
    conversation.misses = 0
    candidates = [intent for intent in candidates or () if intent not in _OFFERED]
    data = {"intent": _PERSON, "message_id": message.id if message else 0, "at": work.now.isoformat()}
    data |= {"candidates": candidates, "earlier": list(earlier)} if message is not None else {}
    enter(conversation, Flow(FlowKind.OFFER, data))
    yes = Button(work.say(person.locale, "button-yes-person"), Tap(Verb.PERSON))
    new = Button(work.say(person.locale, "button-report"), Tap(Verb.MENU, choice="new"))
    keyboard: Keyboard = ((yes,), (new,))
    if message is not None:
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
