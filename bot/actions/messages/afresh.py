"""What an owner says to the bot alone: an answer to what was asked, else read for what it means by itself."""

from datetime import timedelta

from bot.actions.feedback.typed import typed_answer
from bot.actions.flow import FlowKind, enter, flow_of
from bot.actions.intake import course as intake_course
from bot.actions.intake.draft_parts import UNSORTED
from bot.actions.intake.other_matters import is_matter
from bot.actions.managers import about_staff
from bot.actions.messages import (
    asking_when,
    choices,
    expectations,
    first_questions,
    hours,
    menu,
    open_matter,
    said_solved,
)
from bot.actions.messages.about_the_desk import say_who_answers
from bot.actions.messages.doubts import ask_meaning, left_open, say_out_of_scope
from bot.actions.messages.meaning import ask_same_matter, goes_on_with, report, understood
from bot.actions.outgoing import to_owner
from bot.actions.people import known_better, onboarding
from bot.actions.tickets import my_tickets
from bot.actions.wording import matter_title
from bot.desk import Work
from bot.incoming import Said
from bot.rules.about_the_desk import asks_who_answers, wants_head_told
from bot.rules.fragments import NOT_A_MATTER, is_courtesy, is_fragment, tells_who
from bot.rules.open_now import asks_if_open_now
from bot.rules.other_matter import is_clear, is_surely_read
from bot.rules.short_replies import Reply, is_only
from bot.rules.small_signs import Sign, sign_of
from bot.rules.tap_verbs import Verb
from bot.rules.visits import NOT_SOLVED
from bot.rules.waiting_words import comes_again, goes_on
from bot.taps import Button, Tap
from intents.extract import words_beside_slots
from intents.letter import read_letter
from intents.result import Decision, Match
from storage import tickets
from storage.models import Conversation, Message, Person

JUST_NOW = timedelta(minutes=30)
"""A photo without words so soon after a report probably belongs to it."""

_POLITE = frozenset({"greeting", "thanks"})
_SOFTENED = (Reply.YES, Reply.NO, Reply.DONE)


async def answered_or_afresh(
    work: Work, conversation: Conversation, person: Person, said: Said, message: Message, match: Match | None
) -> bool:
    """True where it answered nothing that was asked and went to nobody: it was read afresh."""
    if not said.media and asks_who_answers(said.text, work.desk.texts.phrases):
        await say_who_answers(work, conversation, person)
        return False
    if not said.media and await first_questions.answered(work, conversation, person, said.text):
        return False
    flow = flow_of(conversation)
    if await typed_answer(work, conversation, person, message):
        if match is not None and message.for_managers and (flow is None or flow.kind is not FlowKind.REASON):
            await about_staff.tell_managers(work, conversation, person, message, match)
        return False
    if await said_solved.told(work, conversation, person, message, match):
        return False
    if await expectations.met(work, conversation, person, message, said, match):
        return False
    earlier = left_open(flow)
    if not earlier and await said_solved.told(work, conversation, person, message, match):
        return False
    await _afresh(work, conversation, person, message, said, match, earlier)
    return True


async def _afresh(
    work: Work,
    conversation: Conversation,
    person: Person,
    message: Message,
    said: Said,
    match: Match | None,
    earlier: tuple[int, ...],
) -> None:
    """A message that answers nothing that was asked. `earlier`: what was asked about and may belong to it."""
    if match is None:
        await _without_words(work, conversation, person, message, said)
    elif not said.media and await choices.taken_up_again(work, conversation, person, said.text):
        return
    elif not said.media and wants_head_told(said.text, work.desk.texts.phrases):
        enter(conversation, None)
        await about_staff.want_person(work, conversation, person, message, said.text)
    elif not said.media and asks_if_open_now(said.text, work.desk.texts.phrases):
        await hours.tell_if_open(work, conversation, person)
    elif not said.media and await open_matter.wished_for_visit(work, conversation, person, message, match):
        conversation.misses = 0
    elif not said.media and await asking_when.asks(work, conversation, said.text, match):
        await understood(work, conversation, person, asking_when.STATUS, message, match)
    elif not said.media and (item := menu.typed_item(work, said.text)) is not None:
        conversation.misses = 0
        enter(conversation, None)
        await menu.choose(work, conversation, person, item)
    elif not said.media and (key := _small_answer(work, said.text, match)) is not None:
        enter(conversation, None)
        await to_owner(work, conversation, work.say(person.locale, key), onboarding.menu(work, person))
    elif not said.media and tells_who(match.slots) and is_fragment(said.text, match, words_beside_slots(said.text)):
        enter(conversation, None)
        await to_owner(work, conversation, work.say(person.locale, "details-noted"), onboarding.menu(work, person))
    elif not said.media and await hours.followed_up(work, conversation, person, message, match):
        return
    elif not earlier and await open_matter.went_on(work, conversation, person, message, match):
        conversation.misses = 0
    elif _is_again(work, said.text, match) and await my_tickets.reopenable(work, conversation):
        await understood(work, conversation, person, NOT_SOLVED, message, match)
    elif _is_vaguely_worse(work, said.text, match) and await goes_on_with(work, conversation, person, message, match):
        conversation.misses = 0
    elif match.decision is Decision.ANSWER or (_is_mere_courtesy(match) and not said.media):
        if any(map(work.desk.is_for_managers, match.wishes)):
            message.for_managers = True
        beside = await choices.same_matter(work, conversation, match.intent, earlier)
        await understood(work, conversation, person, match.intent, message, match, beside=beside)
        await _other_wishes(work, conversation, person, message, match)
    elif is_clear(match) and is_matter(work, match.intent) and read_letter(said.text).writer:
        # Whoever says who they are reports.
        beside = await choices.same_matter(work, conversation, match.intent, earlier)
        await report(work, conversation, person, match.intent, message, match, beside=beside)
    elif await goes_on_with(work, conversation, person, message, match) or (
        not (said.media or earlier) and await open_matter.told_more(work, conversation, person, message, match)
    ):
        conversation.misses = 0
    elif match.decision is Decision.OUT_OF_SCOPE and not said.media:
        await say_out_of_scope(work, conversation, person)
    elif said.media and match.decision is not Decision.CONFIRM:
        await report(work, conversation, person, UNSORTED, message, match)
    else:
        await ask_meaning(work, conversation, person, message, match, earlier)


def _is_again(work: Work, text: str, match: Match) -> bool:
    """ "It is blocked again" and nothing of where, which is hardly ever quite clear."""
    likely = match.intent == NOT_SOLVED and match.decision is Decision.CONFIRM
    return likely and comes_again(text, work.desk.texts.phrases)


def _is_vaguely_worse(work: Work, text: str, match: Match) -> bool:
    """ "It is getting worse" and nothing of what: a clear report of nothing in particular."""
    return match.decision is Decision.ANSWER and match.intent == UNSORTED and goes_on(text, work.desk.texts.phrases)


def _is_mere_courtesy(match: Match) -> bool:
    """Thanks in a dialect, a greeting with a slip: nobody is asked which of the two they mean."""
    return is_clear(match) and match.intent in _POLITE and not match.slots


def _small_answer(work: Work, text: str, match: Match) -> str | None:
    """The key of the few words that a sign deserves, or a yes or no that nothing asked for."""
    sign = sign_of(text)
    if sign is not None:
        return "owner-what-help" if sign is Sign.ASKING else "sticker-received"
    says_nothing = match.decision is Decision.OUT_OF_SCOPE or match.intent in _POLITE or not is_surely_read(match)
    phrases = work.desk.texts.phrases
    thanked = match.decision is Decision.ANSWER and is_courtesy(text, phrases)  # thanks have an answer of their own
    replied = is_only(text, phrases, _SOFTENED) and not thanked
    return "owner-all-right" if says_nothing and replied else None


async def _without_words(work: Work, conversation: Conversation, person: Person, message: Message, said: Said) -> None:
    """A photo or voice message alone begins an intake, or joins what was reported just now."""
    kinds = {media.kind for media in said.media}
    if said.contact_phone or "contact" in kinds:
        await _contact(work, conversation, person, said)
        return
    if kinds and kinds <= NOT_A_MATTER:
        await to_owner(work, conversation, work.say(person.locale, "sticker-received"), onboarding.menu(work, person))
        return
    if not kinds:
        await to_owner(work, conversation, work.say(person.locale, "nothing-readable"))
        return
    open_ones = await tickets.open_of_conversation(work.session, conversation.id)
    recent = [ticket for ticket in open_ones if work.now - ticket.created_at < JUST_NOW]
    if recent:
        await ask_same_matter(work, conversation, person, recent[-1].id, recent[-1].intent, message)
    else:
        await intake_course.begin(work, conversation, person, UNSORTED, message, {})


async def _contact(work: Work, conversation: Conversation, person: Person, said: Said) -> None:
    """The owner's own number is kept where they agreed to that; somebody else's never is."""
    if said.contact_phone is None:
        words = work.say(person.locale, "contact-of-another")
        await to_owner(work, conversation, words, onboarding.menu(work, person))
    elif await known_better.by_contact(work, conversation, person, said.contact_phone):
        words = work.say(person.locale, "contact-received")
        await to_owner(work, conversation, words, onboarding.menu(work, person))
    else:
        await to_owner(work, conversation, work.say(person.locale, "contact-needs-consent"))
        await onboarding.show_privacy(work, conversation, person)


async def _other_wishes(work: Work, conversation: Conversation, person: Person, message: Message, match: Match) -> None:
    """One message may hold several wishes: beside an answer the others are offered, none is dropped silently. What is
    told beside a matter waits its turn (intake/other_matters.py)."""
    if is_matter(work, match.intent):
        return
    others = [wish for wish in match.wishes if wish != match.intent and wish in work.desk.intents]
    if message.ticket_id is not None:
        others = [wish for wish in others if not work.desk.is_for_managers(wish)]  # the managers have it
    flow = flow_of(conversation)
    if not others or (flow is not None and flow.kind is not FlowKind.OFFER):
        return
    keyboard = tuple(
        (Button(matter_title(work, person.locale, wish), Tap(Verb.MEANT, message.id, 0, wish)),) for wish in others[:3]
    )
    await to_owner(work, conversation, work.say(person.locale, "also-asked"), keyboard)
