"""Answers to "is it solved?", to stars and to "what was missing?" that were typed instead of tapped (facts: a reply
typed instead of pressing the button must not hang; "okay, thanks" reopens nothing)."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from bot.actions.feedback.answers import answer, low_score_key, rate
from bot.actions.feedback.texts import answer_buttons, question_of, star_buttons, which_buttons
from bot.actions.flow import Flow, FlowKind, enter, flow_of, is_asked_why
from bot.actions.managers.about_staff import LIKELY_TO_THEIR_FACE, is_about_staff
from bot.actions.managers.alerts import add_reason
from bot.actions.messages.understanding import understand
from bot.actions.outgoing import to_owner
from bot.actions.tickets.events import open_tickets
from bot.actions.tickets.tickets import add_words
from bot.desk import Work
from bot.rules.escalation import is_low
from bot.rules.feedback import Reply, Typed, is_thanks, read_reply
from bot.rules.fragments import is_not_yet
from bot.rules.intake_questions import Step
from bot.rules.phrases import fold, has
from bot.rules.plain_text import one_line
from bot.rules.short_replies import Reply as Short
from bot.rules.short_replies import short_reply
from bot.rules.small_signs import Sign, sign_of
from intents.result import Decision
from storage import conversations, feedback, tickets
from storage.models import Author, Conversation, Message, Person, Survey, SurveyState, Ticket

_LOOKED_AT = 6
_REASON = 1000
_FEW = 16
"""Folded letters of what is hardly a sentence."""
_UNCLEAR = frozenset({Decision.UNSURE, Decision.OUT_OF_SCOPE})
_WORD = re.compile(r"\w+")
_NUMBER = re.compile(r"\bT-?\d{1,15}\b", re.IGNORECASE)
_OPEN_TO_ANSWERS = frozenset({FlowKind.CHOICE, FlowKind.OFFER, FlowKind.SAME_MATTER, FlowKind.ADDING, FlowKind.CONSENT})
"""In the middle of these a clear "it is solved" still counts, and whatever else can answer a question put since."""
_OVER_WITH_AN_ALARM = frozenset({FlowKind.PAUSED, FlowKind.EMERGENCY_DETAILS})
"""What is left of an emergency: here no mere yes or no answers a question put since."""
_ASKING_DETAILS = frozenset({FlowKind.INTAKE, FlowKind.PROFILE})
"""Here a name or a number is expected: of what is said, only more than a yes or no answers a question put since."""


async def typed_answer(work: Work, conversation: Conversation, person: Person, message: Message) -> bool:
    """True when the words answered a survey and were served. Call it before any other reading of an owner's words,
    after the message was recorded. Thanks and stickers answer nothing. What is shown with an answer joins its
    ticket."""
    flow, text = flow_of(conversation), message.text
    typed = read_reply(text, work.desk.texts.phrases) if text else None
    if flow is not None and flow.kind in _SERVED:
        if typed is not None and await _to_question(work, conversation, person, typed, message, flow, only_since=True):
            return True
        served = bool(text) and await _SERVED[flow.kind](work, conversation, person, flow, message)
        if served:
            await _shown(work, message, await work.session.get_one(Survey, flow.data["survey_id"]))
            return True
        if flow_of(conversation) == flow:
            enter(conversation, None)
        flow = None
    if typed is None and flow is None:
        return await _odd_answer(work, conversation, person, text)
    if typed is None or (flow is not None and not _may_answer(work, flow, text)):
        return False
    only_since = flow is not None and (flow.kind in _ASKING_DETAILS or typed.weak or typed.stars is not None)
    return await _to_question(work, conversation, person, typed, message, flow, only_since=only_since)


async def answers_result(work: Work, conversation: Conversation, text: str) -> bool:
    """Whether words in the midst of an emergency answer what was asked about the result of something else since the
    owner wrote last: that it is solved, and not that they are fine, which is about the emergency."""
    phrases = work.desk.texts.phrases
    typed = read_reply(text, phrases)
    if typed is None or typed.reply is not Reply.SOLVED or has(fold(text), phrases("fine")):
        return False
    if short_reply(text, phrases, among=(Short.YES, Short.NO)) is not None:
        return False
    asked = await feedback.asked_surveys(work.session, conversation.id)
    return bool(await _meant(work, conversation, asked, text, flow_of(conversation), only_fresh=True))


def _may_answer(work: Work, flow: Flow, text: str) -> bool:
    """Whether words in the middle of this can be meant for a pushed conclusion at all."""
    if flow.kind in _OPEN_TO_ANSWERS:
        return not is_asked_why(flow)
    if flow.kind in _OVER_WITH_AN_ALARM:
        return short_reply(text, work.desk.texts.phrases, among=(Short.YES, Short.NO)) is None
    if flow.kind not in _ASKING_DETAILS:
        return False
    if flow.data.get("step") == Step.WHAT:
        return is_not_yet(text, work.desk.texts.phrases)
    return short_reply(text, work.desk.texts.phrases, among=(Short.YES, Short.NO)) is None


async def _to_question(
    work: Work,
    talk: Conversation,
    person: Person,
    typed: Typed,
    message: Message,
    flow: Flow | None,
    *,
    only_since: bool,
) -> bool:
    """An answer to a pushed conclusion. With several unanswered ones the owner is asked which is meant. `flow`: what
    else was asked; `only_since`: only of conclusions told after that."""
    text = message.text
    asked = await feedback.asked_surveys(work.session, talk.id)
    candidates = await _meant(work, talk, asked, text, flow, only_fresh=only_since or typed.weak)
    if not candidates:
        return False
    if len(candidates) > 1:
        pairs = [(survey, await work.session.get_one(Ticket, survey.ticket_id)) for survey in candidates]
        words = work.say(person.locale, "feedback-which")
        await to_owner(work, talk, words, which_buttons(work, person, pairs))
        return True
    survey = candidates[0]
    if typed.stars is not None:
        await _stars_first(work, talk, person, survey, typed.stars)
    elif typed.reply is Reply.UNCHECKED:
        await _ask_again(work, talk, person, survey, "feedback-no-hurry")
    elif typed.reply is Reply.UNCLEAR:
        question = question_of(await work.session.get_one(Ticket, survey.ticket_id))
        await _ask_again(work, talk, person, survey, f"feedback-ask-{question.value}")
    elif typed.reply is Reply.SOLVED:
        await answer(work, survey, True)
    else:
        await answer(work, survey, False, _story(work, text, typed))
    await _shown(work, message, survey)
    return True


async def _odd_answer(work: Work, talk: Conversation, person: Person, text: str) -> bool:
    """Words that mean nothing by themselves, right behind the one result that was told: it is asked once more. Beside
    an open matter they may be about that."""
    asked = await feedback.asked_surveys(work.session, talk.id)
    if not asked or not _is_odd(work, text) or await open_tickets(work, talk.id):
        return False
    survey, *others = await _meant(work, talk, asked, text, None, only_fresh=True) or (None,)
    if survey is None or others:
        return False
    question = question_of(await work.session.get_one(Ticket, survey.ticket_id))
    await _ask_again(work, talk, person, survey, f"feedback-ask-{question.value}")
    return True


async def _shown(work: Work, message: Message, survey: Survey) -> None:
    """A picture beside an answer is about what was answered; one beside words about staff is the managers'."""
    if message.media and message.ticket_id is None and not message.for_managers:
        await add_words(work, await work.session.get_one(Ticket, survey.ticket_id), message)


async def _meant(
    work: Work, talk: Conversation, asked: Sequence[Survey], text: str, flow: Flow | None, *, only_fresh: bool
) -> list[Survey]:
    """The surveys that the words can be about: the named ticket's; else those put since the owner last wrote and was
    last asked something else; else, for words that can mean nothing else, all."""
    if not asked:
        return []
    named = [number.upper() for number in _NUMBER.findall(text)]
    if named:
        by_number = [await tickets.ticket_by_number(work.session, number) for number in named]
        ids = {ticket.id for ticket in by_number if ticket is not None}
        return [survey for survey in asked if survey.ticket_id in ids]
    said = await conversations.history(work.session, talk.id, _LOOKED_AT)
    phrases = work.desk.texts.phrases
    wrote = [message for message in said if message.author == Author.OWNER][:-1]
    before = [message.at for message in wrote if not is_thanks(message.text, phrases)]
    if flow is not None and flow.data.get("at") is not None:
        before.append(datetime.fromisoformat(flow.data["at"]))
    last = max(before, default=None)
    fresh = [s for s in asked if last is None or max(filter(None, (s.asked_at, s.reminded_at)), default=last) > last]
    if fresh or only_fresh:
        return fresh
    return list(asked)


async def _stars_first(work: Work, talk: Conversation, person: Person, survey: Survey, stars: int) -> None:
    """A score before "solved?" was answered: a good one says yes, a low one says nothing about it."""
    await rate(work, survey, stars)
    if is_low(stars):
        await _ask_again(work, talk, person, survey, "feedback-stars-first")
    else:
        await answer(work, survey, True)


async def _ask_again(work: Work, talk: Conversation, person: Person, survey: Survey, key: str) -> None:
    ticket = await work.session.get_one(Ticket, survey.ticket_id)
    buttons = answer_buttons(work, person, survey, question_of(ticket))
    await to_owner(work, talk, work.say(person.locale, key), buttons)


async def _rating(work: Work, talk: Conversation, person: Person, flow: Flow, message: Message) -> bool:
    text = message.text
    survey = await work.session.get_one(Survey, flow.data["survey_id"])
    typed = read_reply(text, work.desk.texts.phrases, stars_asked=True)
    if typed is not None and typed.stars is not None:
        await rate(work, survey, typed.stars)
    elif typed is not None and typed.reply is Reply.SOLVED and not typed.weak:
        await to_owner(work, talk, work.say(person.locale, "feedback-already"))
    elif short_reply(text, work.desk.texts.phrases, among=(Short.SKIP, Short.NO)) is not None:
        await rate(work, survey, None)
    elif (typed is not None and typed.reply is Reply.UNCLEAR) or sign_of(text) is Sign.ASKING:
        await to_owner(work, talk, work.say(person.locale, "feedback-ask-stars"), star_buttons(work, person, survey))
    elif (typed is not None and typed.reply is Reply.SOLVED) or _is_odd(work, text):
        await _stars_again(work, talk, person, survey, flow)
    else:
        return False
    return True


async def _stars_again(work: Work, talk: Conversation, person: Person, survey: Survey, flow: Flow) -> None:
    """Words that name no number: asked again once, for whoever has no number to give need not give one."""
    if flow.data.get("again"):
        await rate(work, survey, None)
        return
    enter(talk, replace(flow, data={**flow.data, "again": True}))
    await to_owner(work, talk, work.say(person.locale, "feedback-ask-stars"), star_buttons(work, person, survey))


def _is_odd(work: Work, text: str) -> bool:
    """A few words that mean nothing by themselves."""
    if not fold(text) or len(fold(text)) > _FEW:
        return False
    match = understand(work, text)
    return match.decision in _UNCLEAR and match.emergency is None and not match.slots


async def _reason(work: Work, talk: Conversation, person: Person, flow: Flow, message: Message) -> bool:
    """Why the score was low; a clear question or report of its own is none."""
    text = message.text
    survey = await work.session.get_one(Survey, flow.data["survey_id"])
    if short_reply(text, work.desk.texts.phrases, among=(Short.SKIP, Short.NO)) is not None:
        await rate(work, survey, None)
        return True
    match = work.desk.understand(text)
    known = work.desk.intents.get(match.intent)
    if match.decision is Decision.ANSWER and known is not None and known.kind in ("inquiry", "request", "meta"):
        return False
    enter(talk, None)
    survey.reason = one_line(text, _REASON)
    message.for_managers = message.for_managers or is_about_staff(work, match, LIKELY_TO_THEIR_FACE)
    await add_reason(work, low_score_key(survey), survey.reason, private=message.for_managers)
    await to_owner(work, talk, work.say(person.locale, "feedback-thanks-reason"))
    return True


async def _follow_up(work: Work, talk: Conversation, person: Person, flow: Flow, message: Message) -> bool:
    text = message.text
    survey = await work.session.get_one(Survey, flow.data["survey_id"])
    typed = read_reply(text, work.desk.texts.phrases)
    if typed is None or typed.reply not in (Reply.SOLVED, Reply.NOT_SOLVED) or survey.state == SurveyState.ASKED:
        return False
    await answer(work, survey, typed.reply is Reply.SOLVED, _story(work, text, typed))
    return True


def _story(work: Work, text: str, typed: Typed) -> str:
    """The owner's words, where they say more than a mere "not yet" and the staff may read them."""
    if typed.reply is not Reply.NOT_SOLVED or not typed.weak or len(_WORD.findall(text)) <= 1:
        return ""
    return "" if is_about_staff(work, understand(work, text)) else text


_SERVED = {FlowKind.RATING: _rating, FlowKind.REASON: _reason, FlowKind.FOLLOW_UP: _follow_up}
