"""The course of a report: begun, asked on, handed in; then the next matter that was told meanwhile begins (O4)."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from bot.actions.flow import Draft, enter, keep_draft
from bot.actions.intake import timetable
from bot.actions.intake.draft_parts import (
    about_person,
    beside_place,
    of_the_matter,
    placed,
    says_what_happened,
    told_before,
    told_meanwhile,
    with_fragment,
    with_home,
)
from bot.actions.intake.texts import ask
from bot.actions.messages.answers import answer
from bot.actions.outgoing import to_owner
from bot.actions.people import known_better, people
from bot.actions.tickets.receipts import confirm_ticket
from bot.actions.tickets.tickets import add_words, open_ticket
from bot.desk import Work
from bot.rules.intake_questions import AT_HOME, TIMES_ASKED, Known, Step, next_step
from intents.extract import find_slots
from intents.letter import read_letter
from storage import message_copies
from storage import tickets as open_tickets
from storage.models import Conversation, Message, Person, Ticket

Also = tuple[tuple[str, tuple[int, ...]], ...]


async def begin(
    work: Work,
    conversation: Conversation,
    person: Person,
    intent: str,
    message: Message | None,
    slots: Mapping[str, str],
    also: Also = (),
    *,
    more: Sequence[Message] = (),
    noted: str = "",
) -> None:
    """Starts an intake from the message that said what it is about; without words the first question is "what?".
    `also`: matters that wait their turn, `noted`: what is said of them; `more`: what else was told of this one."""
    draft = Draft(intent=intent, details=dict(slots), also=also)
    if intent in AT_HOME:
        draft = with_home(draft, slots)
    if message is not None:
        draft = with_home(draft, read_letter(message.text).writer)
        for earlier in await told_before(work, message):
            draft = with_home(with_fragment(draft, earlier), find_slots(earlier.text))
        for told in sorted((message, *more), key=lambda one: one.id):
            draft = draft.holding(told)
        for later in await told_meanwhile(work, message):
            draft = with_fragment(draft, later)
    if handling(work, intent) == "dispatch" and draft.words:
        await hand_in(work, conversation, person, draft)
        return
    await go_on(work, conversation, person, draft, noted)


async def go_on(work: Work, conversation: Conversation, person: Person, draft: Draft, noted: str = "") -> None:
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
    draft = replace(draft.on(step), replacing=draft.replacing and step is Step.WHAT)
    tried = 1 if step is Step.HAPPENED else TIMES_ASKED
    if step not in (Step.SUMMARY, Step.WHAT, Step.CONSENT) and draft.asked > tried:
        await go_on(work, conversation, person, replace(draft, skipped=(*draft.skipped, step)), noted)
        return
    keep_draft(conversation, replace(draft, heard=draft.heard or bool(draft.words)))
    if work.desk.is_for_managers(draft.intent):
        await message_copies.hide_from_staff(work.session, draft.message_ids)
    await timetable.plan_draft(work, conversation)
    await ask(work, conversation, person, draft, noted)


async def hand_in(work: Work, conversation: Conversation, person: Person, draft: Draft) -> Ticket:
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
    await take_on_next(work, conversation, person, draft.also)
    return ticket


async def take_on_next(work: Work, conversation: Conversation, person: Person, also: Also) -> None:
    """The next of the matters that were told together with another one; what is open already is added to, and what the
    office can answer is answered."""
    for at, (intent, message_ids) in enumerate(also):
        messages = [await work.session.get_one(Message, message_id) for message_id in message_ids]
        known = work.desk.intents.get(intent)
        if known is not None and known.kind == "inquiry":
            await answer(work, conversation, person, intent, messages[0])
            continue
        same = await open_tickets.open_same_intent(work.session, conversation.id, intent)
        if not same:
            slots = find_slots(" ".join(message.text for message in messages))
            if messages[0].ticket_id is not None:
                slots = beside_place(slots)
            await begin(work, conversation, person, intent, messages[0], slots, also[at + 1 :], more=messages[1:])
            return
        for message in messages:
            await add_words(work, same[0], message)
        await to_owner(work, conversation, work.say(person.locale, "intake-joined", number=same[0].number))


def handling(work: Work, intent: str) -> str | None:
    known = work.desk.intents.get(intent)
    return None if known is None else known.handling
