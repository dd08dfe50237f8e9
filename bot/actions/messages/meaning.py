"""Acting on what a message means: answer, record, or serve what it says about the talk itself."""

from bot.actions.emergencies import emergencies
from bot.actions.flow import Flow, FlowKind, enter, flow_of
from bot.actions.intake import course as intake_course
from bot.actions.intake.draft_parts import UNSORTED
from bot.actions.intake.other_matters import noted, told_beside
from bot.actions.managers import about_staff
from bot.actions.messages import answers, asking_when
from bot.actions.messages.doubts import offer_person
from bot.actions.messages.understanding import understand
from bot.actions.outgoing import to_owner
from bot.actions.people import onboarding
from bot.actions.tickets import my_tickets
from bot.actions.tickets.events import open_tickets
from bot.actions.tickets.receipts import confirm_ticket
from bot.actions.tickets.tickets import open_ticket
from bot.actions.wording import called, matter_title, title_for
from bot.desk import Work
from bot.rules.feedback import Reply, read_reply
from bot.rules.tap_verbs import Verb
from bot.rules.visits import tells_of_failed_visit
from bot.rules.waiting_words import goes_on
from bot.taps import Button, Keyboard, Tap
from intents.result import Decision, Match
from storage import tickets
from storage.models import Conversation, Message, Person, Ticket

_LOOKED_AT = 3
"""Candidates that are offered as buttons where the desk is not sure."""


_LIKELY = 0.1
"""Of a matter that is named in hardly more than a hint."""


async def understood(
    work: Work,
    conversation: Conversation,
    person: Person,
    intent: str,
    message: Message,
    match: Match | None = None,
    *,
    beside: tuple[Message, ...] = (),
) -> None:
    """Acts on a meaning that is certain enough, or that the owner has just confirmed. `beside`: other messages that
    tell of the same."""
    conversation.misses = 0
    enter(conversation, None)
    known = work.desk.intents.get(intent)
    kind = known.kind if known is not None else "inquiry"
    if kind == "meta":
        await _about_the_talk(work, conversation, person, intent, message)
    elif kind == "inquiry":
        await answers.answer(work, conversation, person, intent, message)
    elif kind == "emergency":
        await emergencies.begin(work, conversation, person, intent, message)
    elif kind == "feedback":
        ticket = await open_ticket(
            work, conversation, person, intent=intent, words=message.text, details={}, message_ids=(message.id,)
        )
        await confirm_ticket(work, conversation, person, ticket)
    else:
        await report(work, conversation, person, intent, message, match, beside=beside)


async def report(
    work: Work,
    conversation: Conversation,
    person: Person,
    intent: str,
    message: Message,
    match: Match | None = None,
    *,
    anew: bool = False,
    beside: tuple[Message, ...] = (),
) -> None:
    """A complaint or request: added to the same open matter if the owner wants that, else taken down (O6)."""
    found = match if match is not None else (understand(work, message.text) if message.text else None)
    if found is not None and about_staff.names_both(work, found, intent):
        # The words stay with the managers, and the staff's matter is taken down in words of its own.
        await about_staff.tell_managers(work, conversation, person, message, found)
        await intake_course.begin(work, conversation, person, intent, None, {})
        return
    same = [] if anew else await tickets.open_same_intent(work.session, conversation.id, intent)
    if same:
        await ask_same_matter(work, conversation, person, same[0].id, intent, message, beside=beside)
        return
    also = await told_beside(work, conversation, person, message, found, intent)
    slots = found.slots if found is not None else {}
    later = noted(work, person, also)
    await intake_course.begin(work, conversation, person, intent, message, slots, also, more=beside, noted=later)


async def ask_same_matter(
    work: Work,
    conversation: Conversation,
    person: Person,
    ticket_id: int,
    intent: str,
    message: Message,
    key: str = "same-matter",
    *,
    danger: str | None = None,
    beside: tuple[Message, ...] = (),
) -> None:
    """One tap (or a word) says whether the message, with what else was told `beside` it, joins the open matter or
    begins one of its own; `danger`: or whether it is an alarm."""
    ticket = await tickets.ticket_by_id(work.session, ticket_id)
    if ticket is None:
        return
    title = title_for(work, person, ticket.intent)
    data = {"ticket_id": ticket_id, "intent": intent, "message_id": message.id, "at": work.now.isoformat()}
    data["beside"] = [one.id for one in beside]
    enter(conversation, Flow(FlowKind.SAME_MATTER, data))
    add = work.say(person.locale, "button-add-here", number=ticket.number)
    new = work.say(person.locale, "button-new-matter")
    keyboard: Keyboard = (
        (Button(add, Tap(Verb.ADD_HERE, ticket_id, 0, str(message.id))),),
        (Button(new, Tap(Verb.NEW_MATTER, message.id, 0, intent)),),
    )
    if danger is not None:
        alarm = Button(matter_title(work, person.locale, danger), Tap(Verb.MEANT, message.id, 0, danger))
        keyboard = (*keyboard, (alarm,))
    words = work.say(person.locale, key, number=ticket.number, title=title)
    await to_owner(work, conversation, words, keyboard)


async def _about_the_talk(
    work: Work, conversation: Conversation, person: Person, intent: str, message: Message
) -> None:
    """Intents about the conversation itself or the owner's own tickets."""
    who = called(work, person)
    if intent == "human":
        await about_staff.want_person(work, conversation, person, message, message.text)
    elif intent == "ticket.status":
        await asking_when.tell(work, conversation, person)
    elif intent == "ticket.cancel":
        found = await my_tickets.withdrawable(work, conversation)
        await my_tickets.ask_which(work, conversation, person, Verb.TICKET_WITHDRAW, found)
    elif intent == "ticket.reopen":
        await _not_solved(work, conversation, person, message)
    elif intent == "profile.update":
        await onboarding.about_me(work, conversation, person)
    elif intent == "help":
        await onboarding.help_text(work, conversation, person)
    elif intent == "thanks":
        await to_owner(work, conversation, work.say(person.locale, "owner-thanks", who=who))
    else:
        await to_owner(
            work, conversation, work.say(person.locale, "owner-greeting", who=who), onboarding.menu(work, person)
        )


async def _not_solved(work: Work, conversation: Conversation, person: Person, message: Message) -> None:
    """ "It is still broken": the one finished matter is reopened; several are asked about."""
    found = _of_that_kind(work, message, await my_tickets.reopenable(work, conversation))
    typed = read_reply(message.text, work.desk.texts.phrases)
    if found and typed is not None and typed.reply is Reply.SOLVED:
        await to_owner(work, conversation, work.say(person.locale, "owner-thanks", who=called(work, person)))
    elif len(found) == 1:
        match = None if work.desk.is_for_managers(found[0].intent) else about_staff.meaning_of(work, message)
        if match is not None:
            await about_staff.tell_managers(work, conversation, person, message, match)
        words = "" if match is not None else message.text
        await my_tickets.reopen(work, conversation, person, found[0], words=words)
    elif not found and (open_ones := await open_tickets(work, conversation.id)):
        ticket = open_ones[-1]
        await ask_same_matter(work, conversation, person, ticket.id, ticket.intent, message, "same-matter-which")
    elif not found and tells_of_failed_visit(message.text, work.desk.texts.phrases):
        await report(work, conversation, person, UNSORTED, message)  # asked for by telephone, perhaps
    else:
        await my_tickets.ask_which(work, conversation, person, Verb.TICKET_REOPEN, found)


def _of_that_kind(work: Work, message: Message, found: list[Ticket]) -> list[Ticket]:
    """Of several finished matters the one that the words may name ("blocked again" after a blocked drain)."""
    if len(found) < 2 or not message.text:
        return found
    candidates = understand(work, message.text).candidates[:_LOOKED_AT]
    likely = {candidate.intent for candidate in candidates if candidate.score >= _LIKELY}
    named = [ticket for ticket in found if ticket.intent in likely]
    return named if len(named) == 1 else found


async def goes_on_with(work: Work, conversation: Conversation, person: Person, message: Message, match: Match) -> bool:
    """Unclear words that continue an open matter ("it is still dripping") are offered to that matter first (O6). Where
    they may be about danger as well, that can still be chosen."""
    candidates = [candidate.intent for candidate in match.candidates[:_LOOKED_AT]]
    worded = goes_on(message.text, work.desk.texts.phrases)
    open_ones = [t for t in reversed(await open_tickets(work, conversation.id)) if t.kind != "emergency"]
    sure = match.decision is Decision.CONFIRM
    likely = candidates if worded else candidates[:1] if sure else []
    same = next((ticket for ticket in open_ones if ticket.intent in likely), None)
    if same is None and worded and len(open_ones) == 1:
        same = open_ones[0]
    if same is None:
        return False
    danger = next((i for i in candidates[:1] if _kind(work, i) == "emergency"), None)
    reported = next((i for i in candidates if _kind(work, i) in ("complaint", "request")), same.intent)
    await ask_same_matter(work, conversation, person, same.id, reported, message, danger=danger)
    return True


def _kind(work: Work, intent: str) -> str:
    known = work.desk.intents.get(intent)
    return "" if known is None else str(known.kind)


async def none_of_these(work: Work, conversation: Conversation, person: Person) -> None:
    """None of the offered meanings: a miss, unless the question itself was counted as one already; the second in a row
    offers a person (O3)."""
    flow = flow_of(conversation)
    if flow is None or flow.kind is not FlowKind.CHOICE or not flow.data.get("missed"):
        conversation.misses += 1
    if conversation.misses > 1:
        await offer_person(work, conversation, person)
        return
    enter(conversation, None)
    report_button = Button(work.say(person.locale, "button-report"), Tap(Verb.MENU, choice="new"))
    keyboard = ((report_button, onboarding.person_button(work, person)),)
    await to_owner(work, conversation, work.say(person.locale, "unsure-none"), keyboard)
