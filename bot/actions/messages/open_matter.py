"""Words that belong to what is open already: that it goes on, wishes about the visit, what is clearly nothing else.

They reach the staff, and their owner reads that they did."""

from bot.actions.flow import enter
from bot.actions.intake.draft_parts import UNSORTED
from bot.actions.intake.other_matters import is_matter
from bot.actions.managers import about_staff
from bot.actions.messages import asking_when
from bot.actions.messages.meaning import ask_same_matter
from bot.actions.outgoing import to_owner
from bot.actions.tickets import my_tickets
from bot.actions.tickets.events import open_tickets
from bot.actions.tickets.tickets import add_words
from bot.desk import Work
from bot.rules.other_matter import related
from bot.rules.phrases import Phrases
from bot.rules.tap_verbs import Verb
from bot.rules.visits import NOT_SOLVED
from bot.rules.waiting_words import (
    asks_anything,
    asks_when,
    asks_when_you_come,
    comes_again,
    goes_on,
    wishes_for_visit,
)
from bot.taps import Button, Tap
from intents.result import Decision, Match
from storage.models import Conversation, Message, Person, Ticket

_CANCEL = "ticket.cancel"
_LOOKED_AT = 3
_LIKELY = 0.1
"""Of a matter that is named in hardly more than a hint."""
_NEAR_A_VISIT = frozenset({asking_when.STATUS, "help", "office.hours", "pet.rules"})
"""What wishes about a visit are taken for, however sure that seems."""
_ABOUT_THE_TALK = frozenset({asking_when.STATUS, "help", "thanks", "greeting"})
"""Guesses that need no question where there is an open matter to add to."""


async def wished_for_visit(
    work: Work, conversation: Conversation, person: Person, message: Message, match: Match
) -> bool:
    """Whether the words tell how or when somebody may come for what is open. Whoever asks when somebody comes as well
    is answered too, and so is whoever calls it off."""
    phrases = work.desk.texts.phrases
    sure = match.decision is Decision.ANSWER
    calls_off = sure and match.intent == _CANCEL
    if not wishes_for_visit(message.text, phrases) or (sure and match.intent not in {*_NEAR_A_VISIT, _CANCEL}):
        return False
    asks = asks_when(message.text, phrases) or asks_when_you_come(message.text, phrases)
    found = await _open(work, conversation)
    if match.emergency is not None or not found or (len(found) > 1 and (asks or calls_off)):
        return False
    if len(found) > 1:
        newest = found[-1]
        await ask_same_matter(work, conversation, person, newest.id, newest.intent, message, "same-matter-which")
        return True
    await pass_on(work, conversation, person, found[0], message)
    if calls_off:
        withdrawable = await my_tickets.withdrawable(work, conversation)
        await my_tickets.ask_which(work, conversation, person, Verb.TICKET_WITHDRAW, withdrawable)
    elif asks:
        await asking_when.tell(work, conversation, person)
    return True


async def went_on(work: Work, conversation: Conversation, person: Person, message: Message, match: Match) -> bool:
    """Whether the words, which may be about the same again, went to the open matter of that kind: a guess is enough
    for that. A button makes another matter of them."""
    phrases = work.desk.texts.phrases
    if match.emergency is not None or _may_be_danger(work, match) or asks_anything(message.text, phrases):
        return False
    found = await _open(work, conversation)
    named = _kinds_named(match, message.text, phrases)
    same = [ticket for ticket in found if any(related(kind, ticket.intent) for kind in named)]
    if not same and _is_again(match, message.text, phrases):
        same = found if not await my_tickets.reopenable(work, conversation) else []
    if len(same) != 1 or _tells_of_another(work, match, same[0]):
        return False
    await pass_on(work, conversation, person, same[0], message)
    return True


def _kinds_named(match: Match, text: str, phrases: Phrases) -> tuple[str, ...]:
    """The kind that is guessed at, and whatever words like "blocked again" hint at. A clear report of the same kind may
    be of another place, and is asked about."""
    if match.decision is Decision.ANSWER:
        return ()
    guessed = (match.intent,) if match.decision is Decision.CONFIRM else ()
    if not (comes_again(text, phrases) or goes_on(text, phrases)):
        return guessed
    hinted = (one.intent for one in match.candidates[:_LOOKED_AT] if one.score >= _LIKELY)
    return (*guessed, *hinted)


def _is_again(match: Match, text: str, phrases: Phrases) -> bool:
    """ "It is like that again", and nothing of what."""
    worded = comes_again(text, phrases) or goes_on(text, phrases)
    return worded and match.intent == NOT_SOLVED and match.decision in (Decision.ANSWER, Decision.CONFIRM)


def _may_be_danger(work: Work, match: Match) -> bool:
    known = work.desk.intents.get(match.candidates[0].intent) if match.candidates else None
    return known is not None and known.kind == "emergency"


def _tells_of_another(work: Work, match: Match, ticket: Ticket) -> bool:
    return any(is_matter(work, wish) and not related(wish, ticket.intent) for wish in match.wishes)


async def told_more(work: Work, conversation: Conversation, person: Person, message: Message, match: Match) -> bool:
    """Whether the words, which are no question and clearly nothing else, went to the one matter that is open. A button
    makes another matter of them."""
    unclear = match.decision in (Decision.UNSURE, Decision.OUT_OF_SCOPE)
    unclear = unclear or (match.decision is Decision.CONFIRM and match.intent in _ABOUT_THE_TALK)
    if not unclear or match.emergency is not None or asks_anything(message.text, work.desk.texts.phrases):
        return False
    found = await _open(work, conversation)
    if len(found) != 1:
        return False
    await pass_on(work, conversation, person, found[0], message)
    return True


async def _open(work: Work, conversation: Conversation) -> list[Ticket]:
    return [ticket for ticket in await open_tickets(work, conversation.id) if ticket.kind != "emergency"]


async def pass_on(
    work: Work, conversation: Conversation, person: Person, ticket: Ticket, message: Message, intent: str = UNSORTED
) -> None:
    """What is said about staff goes no further than the managers. `intent`: what the button makes of it."""
    enter(conversation, None)
    meaning = about_staff.meaning_of(work, message)
    if meaning is not None and not work.desk.is_for_managers(ticket.intent):
        await about_staff.tell_managers(work, conversation, person, message, meaning)
        return
    new = Button(work.say(person.locale, "button-new-matter"), Tap(Verb.NEW_MATTER, message.id, 0, intent))
    await add_words(work, ticket, message)
    words = work.say(person.locale, "ticket-passed-on", number=ticket.number)
    await to_owner(work, conversation, words, ((new,),))
