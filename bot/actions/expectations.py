"""A message that answers what was asked, typed instead of tapped: yes, no, a number, a title, or simply more of it."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from rapidfuzz import fuzz

from bot.actions import asking_when, choices, intake, known_better, my_tickets, onboarding, people, timetable
from bot.actions.answers import brief_answer
from bot.actions.draft_parts import UNSORTED
from bot.actions.flow import Flow, FlowKind, draft_kept, enter, flow_of, is_asked_why, is_awaited, leave
from bot.actions.meaning import ask_same_matter, understood
from bot.actions.outgoing import to_owner
from bot.actions.tickets import add_words, show_words
from bot.actions.unsure import ask_again
from bot.actions.wording import matter_title
from bot.desk import Work
from bot.errors import OutOfDate
from bot.incoming import Said
from bot.rules.feedback import is_thanks
from bot.rules.fragments import NOT_A_MATTER, is_fragment
from bot.rules.intake_questions import Step
from bot.rules.short_replies import Reply, chosen_number, short_reply
from bot.rules.ticket_flow import ENDED
from intents.extract import find_slots, words_beside_slots
from intents.result import Decision, Match
from storage import tickets
from storage.models import Conversation, Message, Person, Ticket

_THANKS = "thanks"
_PERSON = "human"
_LIKE_A_TITLE = 85
_ADDING = timedelta(minutes=30)
"""Silence after which nobody remembers that what they send joins a ticket; a takeover ends after as long."""


@dataclass(frozen=True, slots=True)
class _Told:
    """One message where something is expected, and what it may be judged by."""

    flow: Flow
    message: Message
    said: Said
    match: Match | None

    def reply(self, work: Work, *among: Reply) -> Reply | None:
        text = self.said.text
        return short_reply(text, work.desk.texts.phrases, among=among) if text else None

    def means(self, intent: str) -> bool:
        return self.match is not None and self.match.decision is Decision.ANSWER and self.match.intent == intent

    def reports(self, work: Work) -> str | None:
        """The complaint or request that this clearly is."""
        if self.match is None or self.match.decision is not Decision.ANSWER:
            return None
        known = work.desk.intents.get(self.match.intent)
        return self.match.intent if known is not None and known.kind in ("complaint", "request") else None

    def is_fragment(self) -> bool:
        """Neither an answer nor anything else that could be served by itself; a picture without words is one."""
        if self.match is None:
            return bool(self.said.media)
        return is_fragment(self.said.text, self.match, words_beside_slots(self.said.text))

    def asks(self, work: Work) -> bool:
        """A clear question."""
        known = work.desk.intents.get(self.match.intent) if self.match is not None else None
        return known is not None and known.kind == "inquiry" and self.means(known.id)

    def asks_something_else(self, work: Work) -> bool:
        """A clear question, or a clear word about the talk itself: no part of a report."""
        if self.match is None or self.match.decision is not Decision.ANSWER:
            return False
        known = work.desk.intents.get(self.match.intent)
        return known is not None and known.kind in ("inquiry", "meta")


async def met(
    work: Work, conversation: Conversation, person: Person, message: Message, said: Said, match: Match | None
) -> bool:
    """True when the message was an answer and has been served; otherwise the expectation is over."""
    flow = flow_of(conversation)
    if flow is None:
        return False
    if flow.kind is FlowKind.INTAKE:
        await intake.answered(work, conversation, person, message, said, match)
        return True
    serve = {
        FlowKind.EMERGENCY_CHECK: _emergency_check,
        FlowKind.EMERGENCY_DETAILS: _after_alarm,
        FlowKind.PAUSED: _paused,
        FlowKind.CHOICE: _choice,
        FlowKind.OFFER: _offer,
        FlowKind.SAME_MATTER: _same_matter,
        FlowKind.ADDING: _adding,
        FlowKind.PROFILE: _profile,
    }[flow.kind]
    try:
        if await serve(work, conversation, person, _Told(flow, message, said, match)):
            return True
    except OutOfDate:
        pass  # what was asked about is gone: the words are read by themselves
    if leave(conversation) is not None:
        await intake.answered(work, conversation, person, message, said, match)
        return True
    return False


async def _emergency_check(work: Work, conversation: Conversation, person: Person, told: _Told) -> bool:
    reply = told.reply(work, Reply.YES, Reply.NO)
    if reply is Reply.YES:
        await choices.emergency_confirmed(
            work, conversation, person, told.flow.data["intent"], told.flow.data["message_id"]
        )
    elif reply is Reply.NO:
        await choices.emergency_denied(work, conversation, person, told.flow.data["message_id"])
    return reply is not None


async def _after_alarm(work: Work, conversation: Conversation, person: Person, told: _Told) -> bool:
    """The alarm is over (while it is open nothing comes here); what it interrupted is not."""
    return told.flow.suspended is not None and await _paused(work, conversation, person, told)


async def _paused(work: Work, conversation: Conversation, person: Person, told: _Told) -> bool:
    """Go on with the report, or drop it. A question of its own is answered, and the report waits."""
    reply = told.reply(work, Reply.YES, Reply.NO, Reply.CANCEL)
    if reply is Reply.YES:
        await intake.resume(work, conversation, person)
        return True
    if reply is not None:
        await intake.cancel(work, conversation, person)
        return True
    if told.match is not None and told.asks_something_else(work):
        await _aside(work, conversation, person, told, told.match)
        return True
    draft = draft_kept(conversation)
    if draft is not None and draft.step is Step.SUMMARY and not told.is_fragment():
        # What comes is something new, and the report, which was told to its end, would be forgotten over it.
        await to_owner(work, conversation, work.say(person.locale, "intake-submitted-by-itself"))
        await intake.submit(work, conversation, person)
    return False  # else the question that was open is taken up again, with whatever this adds


async def _aside(work: Work, conversation: Conversation, person: Person, told: _Told, match: Match) -> None:
    """Something else is served, and what was kept is kept."""
    if work.desk.intents[match.intent].kind == "inquiry":
        await to_owner(work, conversation, brief_answer(work, person, match.intent))
        return
    await understood(work, conversation, person, match.intent, told.message, match)
    enter(conversation, told.flow)
    await timetable.plan_draft(work, conversation)


async def _choice(work: Work, conversation: Conversation, person: Person, told: _Told) -> bool:
    candidates: list[str] = list(told.flow.data["candidates"])
    reply = told.reply(work, Reply.NONE, Reply.YES, Reply.NO)
    index = chosen_number(told.said.text, len(candidates), work.desk.texts.phrases)
    if reply is Reply.YES and len(candidates) == 1:
        index = 0
    if index is None and reply is None:
        index = _by_title(work, person, candidates, told.said.text)
    if index is not None:
        await choices.meant(work, conversation, person, told.flow.data["message_id"], candidates[index])
    elif reply is Reply.YES:
        await to_owner(
            work,
            conversation,
            work.say(person.locale, "choice-which-number", count=str(len(candidates))),
        )
    elif reply is not None:
        await choices.meant(work, conversation, person, told.flow.data["message_id"], choices.NONE)
    elif told.is_fragment():
        await _noted_meanwhile(work, conversation, person, told)
    else:
        # Asked and not chosen from: a miss, so that the next doubt offers a person (O3).
        conversation.misses += 0 if told.flow.data.get("missed") else 1
        return False
    return True


async def _noted_meanwhile(work: Work, conversation: Conversation, person: Person, told: _Told) -> None:
    """Where, who or a picture, before it is clear of what: kept for the matter, which is still to be chosen."""
    if told.said.contact_phone and person.phone_sealed is None:
        person.phone_sealed = work.desk.cipher.seal(told.said.contact_phone)
    told_something = bool(told.match and told.match.slots) or bool(told.said.contact_phone)
    shown_something = any(media.kind not in NOT_A_MATTER for media in told.said.media)
    await ask_again(work, conversation, person, told.flow, noted=told_something or shown_something)


def _by_title(work: Work, person: Person, candidates: list[str], text: str) -> int | None:
    """The choice whose title was typed, with some tolerance for typing."""
    scores = [fuzz.ratio(text.strip().lower(), matter_title(work, person.locale, c).lower()) for c in candidates]
    best = max(range(len(scores)), key=scores.__getitem__, default=None)
    return best if best is not None and scores[best] >= _LIKE_A_TITLE else None


async def _offer(work: Work, conversation: Conversation, person: Person, told: _Told) -> bool:
    reply = told.reply(work, Reply.YES, Reply.NO)
    if reply is Reply.YES:
        await choices.take_on(work, conversation, person, told.flow.data["intent"], told.flow.data["message_id"])
    elif reply is Reply.NO:
        await choices.decline_offer(work, conversation, person)
    return reply is not None


async def _same_matter(work: Work, conversation: Conversation, person: Person, told: _Told) -> bool:
    """Yes adds to the open matter; no, or words like the button's, open a new one."""
    reply = told.reply(work, Reply.YES, Reply.NO)
    if reply is Reply.YES:
        await choices.add_here(work, conversation, person, told.flow.data["ticket_id"], told.flow.data["message_id"])
    elif reply is Reply.NO:
        await choices.new_matter(work, conversation, person, told.flow.data["intent"], told.flow.data["message_id"])
    return reply is not None


async def _adding(work: Work, conversation: Conversation, person: Person, told: _Told) -> bool:
    """More for a ticket, until the owner says that it is all, asks or reports something else, or long after. Whatever
    does not join it says so."""
    ticket = await tickets.ticket_by_id(work.session, told.flow.data["ticket_id"])
    if ticket is None:
        return False
    if is_awaited(told.flow) or is_asked_why(told.flow):
        if ticket.state in ENDED:
            return False
        await _asked_for(work, conversation, person, told, ticket)
        return True
    if told.reply(work, Reply.DONE, Reply.NO, Reply.CANCEL) is not None or told.means(_THANKS):
        enter(conversation, None)
        await to_owner(work, conversation, work.say(person.locale, "ticket-added-done"))
        return True
    if (
        not told.said.media
        and told.match is not None
        and await asking_when.asks(work, conversation, told.said.text, told.match)
    ):
        return False
    quiet = work.now - datetime.fromisoformat(told.flow.data["at"])
    if not told.said.media and told.asks_something_else(work):
        if quiet <= _ADDING:
            words = work.say(person.locale, "ticket-adding-over", number=ticket.number)
            await to_owner(work, conversation, words)
        return False
    other = told.reports(work)
    if quiet > _ADDING or (not told.said.media and other not in (None, ticket.intent)):
        if ticket.state in ENDED or (told.match is not None and told.match.decision is Decision.OUT_OF_SCOPE):
            return False
        intent = other or UNSORTED
        await ask_same_matter(work, conversation, person, ticket.id, intent, told.message, "same-matter-which")
        return True
    await my_tickets.add(work, conversation, person, ticket, told.message)
    return True


async def _asked_for(work: Work, conversation: Conversation, person: Person, told: _Told, ticket: Ticket) -> None:
    """What the staff wait for, or why it is not solved: whatever is said joins, a bare no above all, and however late.

    A question put instead of the awaited answer is answered too: the staff see it and go on waiting."""
    if is_asked_why(told.flow):
        await _why(work, conversation, person, told, ticket)
    elif not told.said.media and told.match is not None and (told.asks(work) or told.means(_PERSON)):
        await show_words(work, ticket, told.message)
        await _aside(work, conversation, person, told, told.match)
    else:
        await my_tickets.add(work, conversation, person, ticket, told.message)


async def _why(work: Work, conversation: Conversation, person: Person, told: _Told, ticket: Ticket) -> None:
    """Whoever wants a person now gets one, and that person reads it."""
    if not told.said.media and is_thanks(told.said.text, work.desk.texts.phrases):
        enter(conversation, None)
        await to_owner(work, conversation, work.say(person.locale, "ticket-added-done"))
        return
    await my_tickets.add(work, conversation, person, ticket, told.message)
    if told.match is not None and told.means(_PERSON):
        await understood(work, conversation, person, _PERSON, told.message, told.match)


async def join_meanwhile(work: Work, conversation: Conversation, message: Message) -> None:
    """Words that were asked for reach their matter also where somebody has the floor, or where danger is asked about
    first."""
    flow = flow_of(conversation)
    if flow is None or not (is_awaited(flow) or is_asked_why(flow)):
        return
    ticket = await tickets.ticket_by_id(work.session, flow.data["ticket_id"])
    enter(conversation, None)
    if ticket is not None and ticket.state not in ENDED:
        await add_words(work, ticket, message)


async def _profile(work: Work, conversation: Conversation, person: Person, told: _Told) -> bool:
    slots = dict(find_slots(told.said.text))
    if told.said.contact_phone:
        slots["phone"] = told.said.contact_phone
    about: dict[str, str] = {name: slots[name] for name in ("building", "unit", "name", "phone") if name in slots}
    if about:
        if await people.learn(work, person, about):
            await known_better.follow(work, conversation)
        enter(conversation, None)
        await to_owner(work, conversation, work.say(person.locale, "owner-profile-saved"))
        return True
    if told.flow.data.get("asked") or told.reply(work, Reply.CANCEL, Reply.NO) is not None:
        return False
    await onboarding.ask_profile(work, conversation, person, again=True)
    return True
