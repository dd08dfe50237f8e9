"""Due timers become calls of actions: the table says which. Each locks the conversation that it is about first."""

from collections.abc import Awaitable, Callable, Mapping
from typing import Any

from bot.actions.feedback import questions as feedback_questions
from bot.actions.intake import second_thoughts
from bot.actions.intake.drafts import REMINDER, SUBMIT, draft_due
from bot.actions.intake.timetable import FORGET
from bot.actions.managers import alerts
from bot.actions.talks import handoff
from bot.actions.tickets import late_words, moves, service_levels
from bot.desk import Work
from storage import conversations
from storage.models import Alert, Conversation, Survey, Ticket

Data = Mapping[str, Any]
TimerHandler = Callable[[Work, Data], Awaitable[None]]


async def handle_timer(work: Work, kind: str, data: Data) -> None:
    """Serves one due timer within the caller's transaction. Raises LookupError for a kind that nobody knows: the row is
    then quarantined like any other input that cannot be processed."""
    handler = TIMERS.get(kind)
    if handler is None:
        raise LookupError(f"no such timer: {kind}")
    await handler(work, data)


def _of_survey(action: Callable[[Work, int], Awaitable[None]]) -> TimerHandler:
    async def handle(work: Work, data: Data) -> None:
        survey = await work.session.get_one(Survey, data["survey_id"])
        await conversations.lock_conversation(work.session, survey.conversation_id)
        await work.session.refresh(survey)
        await action(work, survey.id)

    return handle


def _of_ticket(action: Callable[[Work, Ticket], Awaitable[None]]) -> TimerHandler:
    async def handle(work: Work, data: Data) -> None:
        ticket = await work.session.get_one(Ticket, data["ticket_id"])
        await conversations.lock_conversation(work.session, ticket.conversation_id)
        await work.session.refresh(ticket)
        await action(work, ticket)

    return handle


def _of_conversation(action: Callable[[Work, Conversation], Awaitable[None]]) -> TimerHandler:
    async def handle(work: Work, data: Data) -> None:
        await action(work, await conversations.lock_conversation(work.session, data["conversation_id"]))

    return handle


def _clock(kind: str) -> TimerHandler:
    async def check(work: Work, ticket: Ticket) -> None:
        await service_levels.check_clock(work, ticket.id, kind)

    return _of_ticket(check)


async def _forget(work: Work, data: Data) -> None:
    conversation = await conversations.lock_conversation(work.session, data["conversation_id"])
    await second_thoughts.forget(work, conversation, data["version"])


def _draft(kind: str) -> TimerHandler:
    async def handle(work: Work, data: Data) -> None:
        conversation = await conversations.lock_conversation(work.session, data["conversation_id"])
        await draft_due(work, conversation, kind, data["version"])

    return handle


async def _alert_repeat(work: Work, data: Data) -> None:
    alert = await work.session.get_one(Alert, data["alert_id"])
    if alert.conversation_id is not None:
        await conversations.lock_conversation(work.session, alert.conversation_id)
        await work.session.refresh(alert)
    await alerts.repeat(work, alert.id, data.get("count"))


TIMERS: Mapping[str, TimerHandler] = {
    "survey_push": _of_survey(feedback_questions.push),
    "survey_reminder": _of_survey(feedback_questions.remind),
    "survey_close": _of_survey(feedback_questions.auto_close),
    "follow_up": _of_survey(feedback_questions.follow_up),
    "lease_end": _of_conversation(handoff.lease_ended),
    "unclaimed_conversation": _of_conversation(late_words.person_due),
    "unclaimed_ticket": _clock("unclaimed_ticket"),
    "first_response": _of_ticket(late_words.first_response_due),
    "next_response": _clock("next_response"),
    "resolution": _clock("resolution"),
    "alert_repeat": _alert_repeat,
    "deferred_until": _of_ticket(moves.deferral_ended),
    late_words.TICKET_AGAIN: _of_ticket(late_words.still_no_response),
    late_words.PERSON_AGAIN: _of_conversation(late_words.still_nobody),
    late_words.VISIT: _of_ticket(late_words.visit_due),
    REMINDER: _draft(REMINDER),
    SUBMIT: _draft(SUBMIT),
    FORGET: _forget,
}
