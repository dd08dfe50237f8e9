"""Taking down a complaint or request: ask only what is missing, sum up, hand in (O4)."""

from collections.abc import Mapping
from dataclasses import replace

from bot.actions import about_staff, known_better, people, timetable
from bot.actions.answers import brief_answer
from bot.actions.draft_parts import (
    UNSORTED,
    about_person,
    of_the_matter,
    other_matter,
    placed,
    says_what_happened,
    take,
    told_before,
    told_meanwhile,
    with_fragment,
    with_home,
)
from bot.actions.flow import Draft, FlowKind, draft_kept, draft_of, enter, flow_of, keep_draft
from bot.actions.intake_texts import ask
from bot.actions.outgoing import to_owner
from bot.actions.paused import offer, pause
from bot.actions.receipts import confirm_ticket
from bot.actions.tickets import add_words, open_ticket
from bot.actions.wording import matter_title
from bot.desk import Work
from bot.incoming import Said
from bot.rules.intake_questions import AT_HOME, PERSONAL, TIMES_ASKED, Known, Step, next_step
from bot.rules.plain_text import one_line
from bot.rules.short_replies import Reply, gives_up, short_reply
from intents.extract import find_slots
from intents.result import Decision, Match
from storage import message_copies
from storage import tickets as open_tickets
from storage.models import Conversation, Message, Person, Ticket

Also = tuple[tuple[str, tuple[int, ...]], ...]
_SHOWN = 80


async def begin(
    work: Work,
    conversation: Conversation,
    person: Person,
    intent: str,
    message: Message | None,
    slots: Mapping[str, str],
    also: Also = (),
) -> None:
    """Starts an intake from the message that said what it is about; without words the first question is "what?".
    `also`: other matters that wait their turn."""
    draft = Draft(intent=intent, details=dict(slots), also=also)
    if intent in AT_HOME:
        draft = with_home(draft, slots)
    if message is not None:
        for earlier in await told_before(work, message):
            draft = with_home(with_fragment(draft, earlier), find_slots(earlier.text))
        draft = draft.holding(message)
        for later in await told_meanwhile(work, message):
            draft = with_fragment(draft, later)
    if _handling(work, intent) == "dispatch" and draft.words:
        await _hand_in(work, conversation, person, draft)
        return
    await _go_on(work, conversation, person, draft)


async def begin_anew(work: Work, conversation: Conversation, person: Person) -> None:
    """The owner wants to report something: first of all what they are reporting already."""
    if tells_something(draft_kept(conversation)):
        draft = await pause(work, conversation)
        assert draft is not None
        await offer(work, conversation, person, draft, "intake-kept")
        return
    await begin(work, conversation, person, UNSORTED, None, {})


def tells_something(draft: Draft | None) -> bool:
    """Whether a report would be lost if another one took its place."""
    return draft is not None and bool(draft.words or draft.photos)


async def answered(
    work: Work, conversation: Conversation, person: Person, message: Message, said: Said, match: Match | None
) -> None:
    """One more message during an intake: an answer, an addition, a question of its own, yes, no or cancel."""
    flow = flow_of(conversation)
    assert flow is not None
    draft = draft_of(flow)
    expected = (Reply.CANCEL, Reply.YES, Reply.NO, Reply.SKIP)
    reply = short_reply(said.text, work.desk.texts.phrases, among=expected) if said.text else None
    if reply is Reply.CANCEL or _gives_up(work, said, match):
        await _given_up(work, conversation, person, draft)
    elif reply is not None and draft.step is not Step.WHAT:
        await _short_answer(work, conversation, person, draft, reply)
    elif match is not None and _wants_person(match):
        reason = "" if work.desk.is_for_managers(draft.intent) else message.text
        await about_staff.want_person(work, conversation, person, message, reason)
    elif match is not None and _is_question(work, draft, match):
        await to_owner(work, conversation, brief_answer(work, person, match.intent))
        await _go_on(work, conversation, person, draft)
    elif match is not None and (other := other_matter(work, draft, said, match)) is not None:
        await _note_other(work, conversation, person, draft, message, other, match)
    else:
        taken = take(work, draft, message, said, match)
        await _go_on(work, conversation, person, taken.draft, _noted(work, person, taken.noted))


async def submit(work: Work, conversation: Conversation, person: Person) -> Ticket | None:
    """Hands in what is known, by tap or by itself after a time; None when there is no draft."""
    draft = draft_kept(conversation)
    return None if draft is None else await _hand_in(work, conversation, person, draft)


async def end_by_itself(work: Work, conversation: Conversation, person: Person) -> None:
    """Nobody went on. What was told to the end is handed in; the rest waits for a word of its owner."""
    draft = draft_kept(conversation)
    if draft is None:
        return
    if draft.step is Step.SUMMARY:
        await to_owner(work, conversation, work.say(person.locale, "intake-submitted-by-itself"))
        await _hand_in(work, conversation, person, draft)
        return
    kept = await pause(work, conversation)
    await timetable.forget_draft(work, conversation)
    if kept is not None:
        await offer(work, conversation, person, kept, "intake-left-open", as_it_is=True)


async def skip(work: Work, conversation: Conversation, person: Person, step: str) -> None:
    """A question is left out on the owner's wish."""
    flow = flow_of(conversation)
    if flow is None or "words" not in flow.data:
        return
    draft = draft_of(flow)
    await _go_on(work, conversation, person, replace(draft, skipped=(*draft.skipped, step)))


async def agree(work: Work, conversation: Conversation, person: Person, agreed: bool) -> None:
    """The consent question was answered; without consent the matter is taken down without personal details."""
    flow = flow_of(conversation)
    if flow is None or "words" not in flow.data:
        return
    draft = draft_of(flow)
    if agreed:
        await people.consent(work, person)
    else:
        draft = replace(draft, skipped=(*draft.skipped, Step.CONSENT))
    await _go_on(work, conversation, person, draft)


async def edit(work: Work, conversation: Conversation, person: Person) -> None:
    """Back to the words: what the owner writes next replaces them, photos stay."""
    flow = flow_of(conversation)
    if flow is None or "words" not in flow.data:
        return
    draft = replace(draft_of(flow), words=(), where="", details={}, skipped=(), step=Step.WHAT, asked=0)
    await to_owner(work, conversation, work.say(person.locale, "intake-edit"))
    keep_draft(conversation, draft.on(Step.WHAT))


async def cancel(work: Work, conversation: Conversation, person: Person) -> None:
    """Nothing was handed in; says so."""
    await timetable.forget_draft(work, conversation)
    enter(conversation, None)
    await to_owner(work, conversation, work.say(person.locale, "intake-cancelled"))


async def remind(work: Work, conversation: Conversation, person: Person) -> None:
    """The draft lies half-way: one reminder with the open question, even where an alarm interrupted it long ago."""
    draft = draft_kept(conversation)
    if draft is None:
        return
    await to_owner(work, conversation, work.say(person.locale, "intake-reminder"))
    flow = flow_of(conversation)
    if flow is not None and flow.kind is FlowKind.INTAKE:
        await ask(work, conversation, person, draft)
    else:
        await take_up(work, conversation, person, draft)


async def resume(work: Work, conversation: Conversation, person: Person) -> None:
    """The owner wants to go on with the report that an alarm interrupted."""
    draft = draft_kept(conversation)
    if draft is not None:
        await take_up(work, conversation, person, draft)


async def take_up(work: Work, conversation: Conversation, person: Person, draft: Draft) -> None:
    """Back at the question that an alarm interrupted, which does not count as asked twice; its clocks run anew."""
    await _go_on(work, conversation, person, draft.patiently())


async def _go_on(work: Work, conversation: Conversation, person: Person, draft: Draft, noted: str = "") -> None:
    """The next question. `noted`: what is said first, of words that answered something else."""
    if draft.step is Step.WHAT:
        draft = placed(work, person.locale, draft)
    consented = await people.has_consented(work, person)
    if consented and await people.learn(work, person, about_person(draft)):
        await known_better.follow(work, conversation)
    home = await people.home(work, person)
    known = Known(
        words=bool(draft.words),
        happened=not work.desk.is_for_managers(draft.intent) or says_what_happened(draft),
        place=bool(draft.where),
        consent=consented,
        home=home is not None or bool(draft.home),
        name=person.name_sealed is not None or "name" in draft.details,
        phone=person.phone_sealed is not None or "phone" in draft.details,
    )
    step = next_step(draft.intent, known, draft.skipped)
    draft = draft.on(step)
    tried = 1 if step is Step.HAPPENED else TIMES_ASKED
    if step not in (Step.SUMMARY, Step.WHAT, Step.CONSENT) and draft.asked > tried:
        await _go_on(work, conversation, person, replace(draft, skipped=(*draft.skipped, step)), noted)
        return
    keep_draft(conversation, replace(draft, heard=draft.heard or bool(draft.words)))
    if work.desk.is_for_managers(draft.intent):
        await message_copies.hide_from_staff(work.session, draft.message_ids)
    await timetable.plan_draft(work, conversation)
    await ask(work, conversation, person, draft, noted)


async def _hand_in(work: Work, conversation: Conversation, person: Person, draft: Draft) -> Ticket:
    enter(conversation, None)
    await timetable.forget_draft(work, conversation)
    ticket = await open_ticket(
        work,
        conversation,
        person,
        intent=draft.intent,
        words="\n".join(draft.words),
        details=of_the_matter(draft),
        message_ids=draft.message_ids,
    )
    await confirm_ticket(work, conversation, person, ticket)
    await _take_on_next(work, conversation, person, draft.also)
    return ticket


async def _take_on_next(work: Work, conversation: Conversation, person: Person, also: Also) -> None:
    """The next of the matters that were told in the middle of another one; what is open already is added to."""
    for at, (intent, message_ids) in enumerate(also):
        messages = [await work.session.get_one(Message, message_id) for message_id in message_ids]
        same = await open_tickets.open_same_intent(work.session, conversation.id, intent)
        if not same:
            words = " ".join(message.text for message in messages)
            await begin(work, conversation, person, intent, messages[0], find_slots(words), also[at + 1 :])
            return
        for message in messages:
            await add_words(work, same[0], message)
        await to_owner(work, conversation, work.say(person.locale, "intake-joined", number=same[0].number))


async def _note_other(
    work: Work,
    conversation: Conversation,
    person: Person,
    draft: Draft,
    message: Message,
    intent: str,
    match: Match,
) -> None:
    """A matter of its own in the middle of a report: a car in the way is passed on at once, the rest waits its turn."""
    message.for_managers = work.desk.is_for_managers(intent)
    if _handling(work, intent) == "dispatch":
        ticket = await open_ticket(
            work,
            conversation,
            person,
            intent=intent,
            words=message.text,
            details=dict(match.slots),
            message_ids=(message.id,),
        )
        await confirm_ticket(work, conversation, person, ticket)
        await _go_on(work, conversation, person, draft.patiently())
        return
    title = matter_title(work, person.locale, intent)
    noted = work.say(person.locale, "intake-noted-other", title=title)
    await _go_on(work, conversation, person, draft.noting(intent, message).patiently(), noted)


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
    if draft.words or draft.photos:
        await cancel(work, conversation, person)
        return
    await timetable.forget_draft(work, conversation)
    enter(conversation, None)
    await to_owner(work, conversation, work.say(person.locale, "owner-nothing-to-cancel"))


async def _short_answer(work: Work, conversation: Conversation, person: Person, draft: Draft, reply: Reply) -> None:
    """yes, no or skip, in place of a button."""
    if draft.step is Step.CONSENT and reply is Reply.SKIP:
        await _go_on(work, conversation, person, draft)
    elif draft.step is Step.CONSENT:
        await agree(work, conversation, person, agreed=reply is Reply.YES)
    elif draft.step is Step.SUMMARY and reply is Reply.NO:
        await edit(work, conversation, person)
    elif draft.step is Step.SUMMARY:
        await _hand_in(work, conversation, person, draft)
    elif reply is Reply.YES:
        await _go_on(work, conversation, person, draft)
    else:
        await skip(work, conversation, person, draft.step)


def _wants_person(match: Match) -> bool:
    return match.decision is Decision.ANSWER and match.intent == "human" and not match.slots


def _is_question(work: Work, draft: Draft, match: Match) -> bool:
    """A clear question of its own, put while the desk waits for a detail."""
    intent = work.desk.intents.get(match.intent)
    personal = draft.step in PERSONAL or draft.step is Step.CONSENT
    return (
        personal
        and match.decision is Decision.ANSWER
        and intent is not None
        and intent.kind == "inquiry"
        and not any(slot in match.slots for slot in ("unit", "name", "phone"))
    )


def _handling(work: Work, intent: str) -> str | None:
    known = work.desk.intents.get(intent)
    return None if known is None else known.handling
