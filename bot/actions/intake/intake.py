"""What an owner writes and taps while their complaint or request is taken down (O4)."""

from dataclasses import asdict, replace

from bot.actions.flow import Draft, draft_kept, draft_of, enter, flow_of, keep_draft
from bot.actions.intake import second_thoughts, small_answers, timetable
from bot.actions.intake.course import begin, go_on, hand_in, take_on_next
from bot.actions.intake.draft_parts import UNSORTED, other_matter, take, with_fragment
from bot.actions.intake.other_matters import note_other
from bot.actions.intake.paused import offer, pause
from bot.actions.intake.texts import ask
from bot.actions.managers import about_staff
from bot.actions.messages.answers import brief_answer
from bot.actions.outgoing import to_owner
from bot.desk import Work
from bot.incoming import Said
from bot.rules.about_the_desk import wants_head_told
from bot.rules.fragments import is_fragment, tells_nothing, tells_who
from bot.rules.intake_questions import PERSONAL, Step
from bot.rules.intake_replies import is_over_by_itself
from bot.rules.other_matter import is_clear
from bot.rules.plain_text import one_line
from bot.rules.short_replies import Reply, gives_up, short_reply, summary_reply
from bot.rules.waiting_words import asks_anything
from bot.rules.word_parts import halves
from intents.extract import words_beside_slots
from intents.language import amount
from intents.result import Decision, Match
from storage.models import Conversation, Floor, Message, Person, Ticket

_SHOWN = 80
_A_LINE = 60.0
"""In Latin letters: longer messages tell a story of their own."""


async def begin_anew(work: Work, conversation: Conversation, person: Person) -> None:
    """The owner wants to report something: first of all what they are reporting already."""
    draft = await pause(work, conversation) if draft_kept(conversation) is not None else None
    if draft is not None:
        await offer(work, conversation, person, draft, "intake-kept")
        return
    await begin(work, conversation, person, UNSORTED, None, {})


async def answered(
    work: Work, conversation: Conversation, person: Person, message: Message, said: Said, match: Match | None
) -> None:
    """One more message during an intake: an answer, an addition, a question of its own, yes, no or cancel. What is
    shown with an answer joins the report, and is no way to call it off."""
    flow = flow_of(conversation)
    assert flow is not None
    draft = draft_of(flow)
    if match is not None and await about_staff.kept_from_report(work, conversation, person, draft, message, match):
        return
    if said.text and not said.media and await small_answers.served(work, conversation, person, draft, said.text):
        return
    reply = _reply(work, draft, said.text)
    if reply is None and _may_be_over(work, draft, said) and (kept := await pause(work, conversation)) is not None:
        await offer(work, conversation, person, kept, "intake-over-by-itself")
        return
    shown = draft.holding(message, words=False) if said.media else draft
    if reply is Reply.CANCEL and said.media:
        await go_on(work, conversation, person, shown.patiently())
    elif reply is Reply.CANCEL or (reply not in (Reply.WAIT, Reply.YES) and _gives_up(work, said, match)):
        await _given_up(work, conversation, person, draft)
    elif reply is not None and draft.step is not Step.WHAT:
        if said.media:
            keep_draft(conversation, shown)
        await _short_answer(work, conversation, person, shown, reply)
    elif not said.media and tells_nothing(said.text, work.desk.texts.phrases):
        await go_on(work, conversation, person, draft.patiently())
    elif match is not None and draft.step is Step.WHAT and _tells_who_alone(draft, said, match):
        await go_on(work, conversation, person, with_fragment(draft, message).patiently())
    elif match is not None and _wants_person(work, draft, said.text, match):
        await _person_wanted(work, conversation, person, message, draft, shown)
    elif match is not None and _is_question(work, draft, said.text, match):
        await to_owner(work, conversation, brief_answer(work, person, match.intent))
        await go_on(work, conversation, person, shown)
    elif match is not None and (other := other_matter(work, draft, said, match)) is not None:
        await note_other(work, conversation, person, draft, message, other, match)
    else:
        taken = take(work, draft, message, said, match)
        await go_on(work, conversation, person, taken.draft, _noted(work, person, taken.noted))


async def submit(work: Work, conversation: Conversation, person: Person) -> Ticket | None:
    """Hands in what is known, by tap or by itself after a time; None when there is no draft."""
    draft = draft_kept(conversation)
    return None if draft is None else await hand_in(work, conversation, person, draft)


async def skip(work: Work, conversation: Conversation, person: Person, step: str) -> None:
    """A question is left out on the owner's wish."""
    flow = flow_of(conversation)
    if flow is None or "words" not in flow.data:
        return
    draft = draft_of(flow)
    await go_on(work, conversation, person, replace(draft, skipped=(*draft.skipped, step)))


async def agree(work: Work, conversation: Conversation, person: Person, agreed: bool) -> None:
    """The consent question was answered, of the report that is taken down or waits."""
    draft = draft_kept(conversation)
    if draft is not None:
        await small_answers.settle_consent(work, conversation, person, draft, agreed=agreed)


async def edit(work: Work, conversation: Conversation, person: Person) -> None:
    """Back to the words: what the owner writes next replaces them, photos stay. Until then the old ones are kept."""
    flow = flow_of(conversation)
    if flow is None or "words" not in flow.data:
        return
    draft = replace(draft_of(flow), skipped=(), step=Step.WHAT, asked=1, replacing=True)
    keep_draft(conversation, draft)
    await timetable.plan_draft(work, conversation)
    await ask(work, conversation, person, draft)


async def cancel(work: Work, conversation: Conversation, person: Person) -> None:
    """Nothing was handed in; says so. What was to follow it, as its owner was told, follows."""
    draft = draft_kept(conversation)
    await timetable.forget_draft(work, conversation)
    if draft is not None and draft.tells_something:
        await second_thoughts.drop(work, conversation, draft=asdict(draft))
    else:
        enter(conversation, None)
    await to_owner(work, conversation, work.say(person.locale, "intake-cancelled"))
    if draft is not None and conversation.floor == Floor.BOT:
        await take_on_next(work, conversation, person, draft.also)


async def resume(work: Work, conversation: Conversation, person: Person) -> None:
    """The owner wants to go on with the report that an alarm interrupted."""
    draft = draft_kept(conversation)
    if draft is not None:
        await take_up(work, conversation, person, draft)


async def take_up(work: Work, conversation: Conversation, person: Person, draft: Draft) -> None:
    """Back at the question that an alarm interrupted, which does not count as asked twice; its clocks run anew."""
    await go_on(work, conversation, person, draft.patiently())


def _reply(work: Work, draft: Draft, text: str) -> Reply | None:
    """What the words say in place of a button; under the summary a second thought too."""
    phrases = work.desk.texts.phrases
    expected = (Reply.CANCEL, Reply.YES, Reply.NO, Reply.SKIP)
    reply = short_reply(text, phrases, among=expected)
    if reply is not None or draft.step is not Step.SUMMARY:
        return reply
    thought = summary_reply(text, phrases)
    return {Reply.DONT_SUBMIT: Reply.CANCEL, Reply.MISTAKEN: Reply.NO}.get(thought, thought) if thought else None


def _may_be_over(work: Work, draft: Draft, said: Said) -> bool:
    """Whether it seems to have come right before it was handed in; a picture beside it shows more of it."""
    summed_up = draft.step is Step.SUMMARY and not said.media
    return summed_up and is_over_by_itself(said.text, work.desk.texts.phrases)


def _noted(work: Work, person: Person, words: str) -> str:
    return work.say(person.locale, "intake-noted", words=one_line(words, _SHOWN)) if words else ""


def _gives_up(work: Work, said: Said, match: Match | None) -> bool:
    """No more of it, said in a sentence of its own."""
    if not said.text or said.media or match is None:
        return False
    sure = match.intent == "ticket.cancel" and match.decision is Decision.ANSWER and not match.slots
    return sure or gives_up(said.text, work.desk.texts.phrases)


async def _given_up(work: Work, conversation: Conversation, person: Person, draft: Draft) -> None:
    """Nothing is handed in. Whoever has told nothing yet may mean a matter that was handed in earlier."""
    if draft.tells_something:
        await cancel(work, conversation, person)
        return
    await timetable.forget_draft(work, conversation)
    enter(conversation, None)
    await to_owner(work, conversation, work.say(person.locale, "owner-nothing-to-cancel"))


async def _person_wanted(
    work: Work, conversation: Conversation, person: Person, message: Message, draft: Draft, shown: Draft
) -> None:
    """The report waits with what is `shown` beside the wish; unless the managers have that, because it is about
    staff."""
    if message.media:
        keep_draft(conversation, shown)
    reason = "" if work.desk.is_for_managers(draft.intent) else message.text
    await about_staff.want_person(work, conversation, person, message, reason)
    if message.media and message.ticket_id is not None:
        await go_on(work, conversation, person, draft.patiently())


async def _short_answer(work: Work, conversation: Conversation, person: Person, draft: Draft, reply: Reply) -> None:
    """yes, no or skip, in place of a button."""
    if draft.step is Step.CONSENT and reply is Reply.SKIP:
        await go_on(work, conversation, person, draft)
    elif draft.step is Step.CONSENT:
        await agree(work, conversation, person, agreed=reply is Reply.YES)
    elif draft.step is Step.SUMMARY and reply is Reply.NO:
        await edit(work, conversation, person)
    elif reply is Reply.WAIT:
        await go_on(work, conversation, person, draft.patiently())
    elif draft.step is Step.SUMMARY:
        await hand_in(work, conversation, person, draft)
    elif reply is Reply.YES:
        await go_on(work, conversation, person, draft)
    else:
        await skip(work, conversation, person, draft.step)


def _tells_who_alone(draft: Draft, said: Said, match: Match) -> bool:
    """Whether it tells where somebody lives or who they are, and nothing of the matter; new words may be just that."""
    if said.media or draft.replacing:
        return False
    return tells_who(match.slots) and is_fragment(said.text, match, words_beside_slots(said.text))


def _wants_person(work: Work, draft: Draft, text: str, match: Match) -> bool:
    """Whether a person is asked for; where nothing of the matter is expected, in one half of the message at least."""
    if _asks_for_person(match) or wants_head_told(text, work.desk.texts.phrases):
        return True
    personal = draft.step in PERSONAL or draft.step is Step.CONSENT
    if not personal or match.decision is Decision.ANSWER or amount(text) > _A_LINE:
        return False
    return any(_asks_for_person(work.desk.understand(half)) for half in halves(text))


def _asks_for_person(match: Match) -> bool:
    clear = match.decision is Decision.ANSWER or is_clear(match)
    return clear and match.intent == "human" and not match.slots


def _is_question(work: Work, draft: Draft, text: str, match: Match) -> bool:
    """A clear question of its own, put while the desk waits for a detail. A place may sound like one ("the corridor at
    the office") and asks nothing."""
    intent = work.desk.intents.get(match.intent)
    personal = draft.step in PERSONAL or draft.step is Step.CONSENT
    asks = draft.step is Step.PLACE and asks_anything(text, work.desk.texts.phrases)
    return (
        (personal or asks)
        and match.decision is Decision.ANSWER
        and intent is not None
        and intent.kind == "inquiry"
        and not any(slot in match.slots for slot in ("unit", "name", "phone"))
    )
