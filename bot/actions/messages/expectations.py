"""A message that answers what was asked, typed instead of tapped: yes, no, a number, a title, or simply more of it."""

from datetime import datetime, timedelta

from rapidfuzz import fuzz

from bot.actions.emergencies import emergencies
from bot.actions.flow import Draft, FlowKind, draft_kept, enter, flow_of, leave
from bot.actions.intake import intake
from bot.actions.intake.draft_parts import other_matter
from bot.actions.intake.paused import back_from_aside, offer, put_back
from bot.actions.intake.timetable import plan_draft
from bot.actions.messages import choices
from bot.actions.messages.doubts import ask_again
from bot.actions.messages.in_between import Told, serve_aside
from bot.actions.messages.pictures import show_suspended, shown_beside
from bot.actions.outgoing import to_owner
from bot.actions.people import known_better, onboarding, people
from bot.actions.tickets.adding_words import adding
from bot.actions.wording import matter_title
from bot.desk import Work
from bot.errors import OutOfDate
from bot.incoming import Said
from bot.rules.danger import speaks_of_danger
from bot.rules.fragments import NOT_A_MATTER
from bot.rules.intake_questions import Step
from bot.rules.intake_replies import accepts_offer, asks_whether_recorded, goes_on_without_consent, wants_it_recorded
from bot.rules.short_replies import Reply, chosen_number
from intents.extract import find_slots
from intents.result import Match
from storage.models import Conversation, Message, Person

_LIKE_A_TITLE = 85
_PROFILE = timedelta(hours=3)
"""So long an address is still the answer to "what has changed?"."""
_SAME_MATTER = timedelta(hours=3)
"""So long whoever writes on has the question in mind what a message belongs to."""


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
        FlowKind.ADDING: adding,
        FlowKind.PROFILE: _profile,
        FlowKind.CONSENT: _something_else,
    }[flow.kind]
    try:
        told = Told(flow, message, said, match)
        if await serve(work, conversation, person, told):
            await shown_beside(work, conversation, person, told)
            return True
    except OutOfDate:
        pass  # what was asked about is gone: the words are read by themselves
    if leave(conversation) is not None:
        await intake.answered(work, conversation, person, message, said, match)
        return True
    return False


async def _something_else(work: Work, conversation: Conversation, person: Person, told: Told) -> bool:
    """No answer to the privacy notice, which is served before (first_questions.py): that is over."""
    return False


async def _emergency_check(work: Work, conversation: Conversation, person: Person, told: Told) -> bool:
    """Neither yes nor no, which are served before (emergencies/danger_asked.py). A cry is one more doubt."""
    if speaks_of_danger(told.said.text, work.desk.texts.phrases):
        await emergencies.check(work, conversation, person, told.flow.data["intent"], told.message)
        return True
    if told.flow.suspended is not None or not told.is_fragment():
        return False
    await emergencies.check_again(work, conversation, person, told.flow, told.said)
    return True


async def _after_alarm(work: Work, conversation: Conversation, person: Person, told: Told) -> bool:
    """The alarm is over (while it is open nothing comes here); what it interrupted is not."""
    return told.flow.suspended is not None and await _paused(work, conversation, person, told)


async def _paused(work: Work, conversation: Conversation, person: Person, told: Told) -> bool:
    """Go on with the report, or drop it; whoever shows more of it goes on. A question of its own is answered, and the
    report waits."""
    phrases, draft = work.desk.texts.phrases, draft_kept(conversation)
    if draft is not None and not told.said.media and asks_whether_recorded(told.said.text, phrases):
        enter(conversation, told.flow)
        await plan_draft(work, conversation)
        await offer(work, conversation, person, draft, "intake-not-recorded-go-on")
        return True
    reply = told.reply(work, Reply.YES, Reply.NO, Reply.CANCEL)
    if reply is None and (
        wants_it_recorded(told.said.text, phrases) or goes_on_without_consent(told.said.text, phrases)
    ):
        return False  # the question that was open hears it
    if reply is Reply.YES or (reply is not None and told.said.media):
        show_suspended(conversation, told.message)
        await intake.resume(work, conversation, person)
        return True
    if reply is not None:
        await intake.cancel(work, conversation, person)
        return True
    if told.match is not None and told.asks_something_else(work):
        await serve_aside(work, conversation, person, told, told.match)
        return True
    if draft is not None and draft.step is Step.SUMMARY and _is_something_new(work, draft, told):
        # What comes is something new, and the report, which was told to its end, would be forgotten over it.
        await to_owner(work, conversation, work.say(person.locale, "intake-submitted-by-itself"))
        await intake.submit(work, conversation, person)
    return False  # else the question that was open is taken up again, with whatever this adds


def _is_something_new(work: Work, draft: Draft, told: Told) -> bool:
    """Whether a matter of its own is told; a spare sentence tells more of the report."""
    return not told.is_fragment() and other_matter(work, draft, told.said, told.match) is not None


async def _choice(work: Work, conversation: Conversation, person: Person, told: Told) -> bool:
    candidates: list[str] = list(told.flow.data["candidates"])
    reply = told.reply(work, Reply.YES, *(() if told.said.media else (Reply.NONE, Reply.NO)))
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


async def _noted_meanwhile(work: Work, conversation: Conversation, person: Person, told: Told) -> None:
    """Where, who or a picture, before it is clear of what: kept for the matter, which is still to be chosen."""
    kept = await known_better.by_contact(work, conversation, person, told.said.contact_phone)
    told_something = bool(told.match and told.match.slots) or kept
    shown_something = any(media.kind not in NOT_A_MATTER for media in told.said.media)
    await ask_again(work, conversation, person, told.flow, noted=told_something or shown_something)


def _by_title(work: Work, person: Person, candidates: list[str], text: str) -> int | None:
    """The choice whose title was typed, with some tolerance for typing."""
    scores = [fuzz.ratio(text.strip().lower(), matter_title(work, person.locale, c).lower()) for c in candidates]
    best = max(range(len(scores)), key=scores.__getitem__, default=None)
    return best if best is not None and scores[best] >= _LIKE_A_TITLE else None


async def _offer(work: Work, conversation: Conversation, person: Person, told: Told) -> bool:
    """Yes or no; a picture is no refusal, whatever stands under it."""
    reply = told.reply(work, Reply.YES, *(() if told.said.media else (Reply.NO,)))
    if reply is None and accepts_offer(told.said.text, work.desk.texts.phrases):
        reply = Reply.YES
    if reply is Reply.YES:
        await choices.take_on(work, conversation, person, told.flow.data["intent"], told.flow.data["message_id"])
    elif reply is Reply.NO:
        await choices.decline_offer(work, conversation, person)
    return reply is not None


async def _same_matter(work: Work, conversation: Conversation, person: Person, told: Told) -> bool:
    """Yes adds to the open matter, no opens a new one, and whoever calls it off has told it to nobody. Whoever soon
    writes on without choosing has told it for the open matter: it is not lost over what comes next."""
    reply = told.reply(work, Reply.YES, Reply.NO, Reply.CANCEL, Reply.SKIP)
    soon = work.now - datetime.fromisoformat(told.flow.data["at"]) <= _SAME_MATTER
    if reply is Reply.YES:
        await choices.add_here(work, conversation, person, told.flow.data["ticket_id"], told.flow.data["message_id"])
    elif reply is Reply.NO:
        await choices.new_matter(work, conversation, person, told.flow.data["intent"], told.flow.data["message_id"])
    elif reply is not None:
        enter(conversation, None)
        await to_owner(work, conversation, work.say(person.locale, "intake-cancelled"))
    elif soon and told.flow.suspended is None and not told.is_fragment():
        await choices.join_unchosen(work, conversation, person, told.flow)
    if reply is not None:
        await put_back(work, conversation, person, told.flow)
    return reply is not None


async def _profile(work: Work, conversation: Conversation, person: Person, told: Told) -> bool:
    """What has changed about the owner. Whatever tells of anything else is no change of their address, and long after
    nobody remembers the question."""
    at = told.flow.data.get("at")
    if at is None or work.now - datetime.fromisoformat(at) > _PROFILE or told.is_of_another_kind(work):
        return False
    consented = await people.has_consented(work, person)
    reply = told.reply(work, Reply.YES, Reply.CANCEL, Reply.NO)
    if reply is not None and not consented:
        await onboarding.answer_consent(work, conversation, person, agreed=reply is Reply.YES)
        return True
    slots = dict(find_slots(told.said.text))
    if told.said.contact_phone:
        slots["phone"] = told.said.contact_phone
    about: dict[str, str] = {name: slots[name] for name in ("building", "unit", "name", "phone") if name in slots}
    if about and consented:
        if await people.learn(work, person, about):
            await known_better.follow(work, conversation)
        await to_owner(work, conversation, work.say(person.locale, "owner-profile-saved"))
        await back_from_aside(work, conversation, person)
        return True
    if told.flow.data.get("asked") or reply in (Reply.CANCEL, Reply.NO):
        return False
    await onboarding.ask_profile(work, conversation, person, again=True)
    return True
