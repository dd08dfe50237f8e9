"""Taking down a complaint or request: ask only what is missing, sum up, hand in (O4)."""

from collections.abc import Mapping
from dataclasses import replace

from bot.actions import about_staff, people, timetable
from bot.actions.answers import brief_answer
from bot.actions.draft_parts import UNSORTED, about_person, take, told_by, told_meanwhile, with_fragment, with_home
from bot.actions.flow import Draft, FlowKind, draft_kept, draft_of, enter, flow_of, keep_draft
from bot.actions.intake_texts import ask
from bot.actions.outgoing import to_owner
from bot.actions.paused import offer, pause
from bot.actions.receipts import confirm_ticket
from bot.actions.tickets import open_ticket
from bot.desk import Work
from bot.incoming import Said
from bot.rules.intake_questions import AT_HOME, PERSONAL, TIMES_ASKED, Known, Step, next_step, says_place
from bot.rules.short_replies import Reply, short_reply
from intents.result import Decision, Match
from storage import message_copies
from storage.models import Conversation, Message, Person, Ticket


async def begin(
    work: Work,
    conversation: Conversation,
    person: Person,
    intent: str,
    message: Message | None,
    slots: Mapping[str, str],
) -> None:
    """Starts an intake from the message that said what it is about; without words the first question is "what?"."""
    draft = Draft(intent=intent, details=dict(slots))
    if intent in AT_HOME:
        draft = with_home(draft, slots)
    if message is not None:
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
    if reply is Reply.CANCEL:
        await cancel(work, conversation, person)
    elif reply is not None and draft.step is not Step.WHAT:
        await _short_answer(work, conversation, person, draft, reply)
    elif match is not None and _wants_person(match):
        reason = "" if work.desk.is_for_managers(draft.intent) else message.text
        await about_staff.want_person(work, conversation, person, message, reason)
    elif match is not None and _is_question(work, draft, match):
        await to_owner(work, conversation, brief_answer(work, person, match.intent))
        await _go_on(work, conversation, person, draft)
    else:
        told = told_by(draft, said)
        await _go_on(work, conversation, person, take(work, draft, message, said, told, match))


async def submit(work: Work, conversation: Conversation, person: Person) -> Ticket | None:
    """Hands in what is known, by tap or by itself after a time; None when there is no draft."""
    draft = draft_kept(conversation)
    return None if draft is None else await _hand_in(work, conversation, person, draft)


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
    await _go_on(work, conversation, person, replace(draft, asked=max(draft.asked - 1, 0)))


async def _go_on(work: Work, conversation: Conversation, person: Person, draft: Draft) -> None:
    consented = await people.has_consented(work, person)
    if consented:
        await people.learn(work, person, about_person(draft))
    home = await people.home(work, person)
    known = Known(
        words=bool(draft.words),
        place=bool(draft.where) or says_place(draft.details),
        consent=consented,
        home=home is not None or bool(draft.home),
        name=person.name_sealed is not None or "name" in draft.details,
        phone=person.phone_sealed is not None or "phone" in draft.details,
    )
    step = next_step(draft.intent, known, draft.skipped)
    draft = draft.on(step)
    if step is not Step.SUMMARY and step is not Step.WHAT and draft.asked > TIMES_ASKED:
        await _go_on(work, conversation, person, replace(draft, skipped=(*draft.skipped, step)))
        return
    keep_draft(conversation, replace(draft, heard=draft.heard or bool(draft.words)))
    if work.desk.is_for_managers(draft.intent):
        await message_copies.hide_from_staff(work.session, draft.message_ids)
    await timetable.plan_draft(work, conversation)
    await ask(work, conversation, person, draft)


async def _hand_in(work: Work, conversation: Conversation, person: Person, draft: Draft) -> Ticket:
    details = {name: value for name, value in draft.details.items() if name not in ("name", "phone")}
    if draft.where:
        details["where"] = draft.where
    enter(conversation, None)
    await timetable.forget_draft(work, conversation)
    ticket = await open_ticket(
        work,
        conversation,
        person,
        intent=draft.intent,
        words="\n".join(draft.words),
        details=details,
        message_ids=draft.message_ids,
    )
    await confirm_ticket(work, conversation, person, ticket)
    return ticket


async def _short_answer(work: Work, conversation: Conversation, person: Person, draft: Draft, reply: Reply) -> None:
    """yes, no or skip, in place of a button."""
    if draft.step is Step.CONSENT:
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
