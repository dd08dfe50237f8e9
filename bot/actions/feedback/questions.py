"""What the clock does after a resolution: tells the result and asks, reminds once, closes, and asks again days later
(O10, O11). Each step looks at the world anew: timers fire late and twice."""

from datetime import datetime, timedelta

from bot.actions.feedback.phone import phone_task
from bot.actions.feedback.texts import (
    answer_buttons,
    conclusion_text,
    follow_up_buttons,
    names,
    question_of,
    reminder_text,
    reopen_button,
)
from bot.actions.flow import Flow, FlowKind, enter, flow_of
from bot.actions.intake.paused import pause
from bot.actions.managers.alerts import raise_alert
from bot.actions.outgoing import Terms, to_owner
from bot.actions.talks import lease
from bot.actions.tickets.tickets import close
from bot.desk import Work
from bot.rules.feedback import Question
from bot.rules.ticket_flow import SYSTEM
from storage import feedback, timers
from storage.models import Conversation, Floor, Person, Priority, Survey, SurveyState, Ticket, TicketState

_FOR_A_MATTER = frozenset({FlowKind.ADDING, FlowKind.EMERGENCY_DETAILS})


async def plan_survey(work: Work, ticket: Ticket) -> Survey | None:
    """The question of this round, after `times.feedback_after` and not at night. Asked for twice, planned once."""
    known = await feedback.survey_of(work.session, ticket.id, ticket.round)
    if known is not None or question_of(ticket) is Question.NONE:
        return known
    survey = Survey(
        ticket_id=ticket.id, conversation_id=ticket.conversation_id, round=ticket.round, state=SurveyState.PLANNED
    )
    await feedback.add_survey(work.session, survey)
    after = work.desk.office.times.feedback_after or timedelta()
    await _plan(work, survey, "survey_push", work.now + after)
    return survey


async def push(work: Work, survey_id: int) -> None:
    """Tells the conclusion and asks "solved?"; whoever cannot be reached by Telegram is called instead."""
    survey, ticket = await _loaded(work, survey_id)
    if survey.state != SurveyState.PLANNED:
        return
    if ticket.state != TicketState.RESOLVED or ticket.round != survey.round:
        survey.state = SurveyState.CANCELLED
        return
    if await _must_wait(work, survey, ticket, "survey_push"):
        return
    survey.handler_id = ticket.assignee_id
    await _plan_after(work, survey, "survey_close", work.desk.office.times.close_after)
    person = await work.session.get_one(Person, ticket.person_id)
    if person.telegram_id is None or person.blocked_at is not None:
        await phone_task(work, survey)
        return
    conversation = await work.session.get_one(Conversation, survey.conversation_id)
    await _no_more_to_add(work, conversation, ticket)
    question = question_of(ticket)
    row = await to_owner(
        work,
        conversation,
        conclusion_text(work, person, ticket),
        answer_buttons(work, person, survey, question),
        Terms(
            priority=Priority.FEEDBACK,
            dedupe_key=f"survey:{survey.id}:push",
            relevance={"kind": "survey", "survey_id": survey.id, "step": "push"},
            follow_up={"kind": "conclusion", "ticket_id": ticket.id, "survey_id": survey.id},
        ),
    )
    survey.state, survey.asked_at, survey.outbox_id = SurveyState.ASKED, work.now, row.id
    if question is Question.SOLVED:
        await _plan_after(work, survey, "survey_reminder", work.desk.office.times.reminder_after)


async def _no_more_to_add(work: Work, conversation: Conversation, ticket: Ticket) -> None:
    """What the matter waited for is needed no longer; words that come now answer the question about its result."""
    flow = flow_of(conversation)
    if flow is not None and flow.kind in _FOR_A_MATTER and flow.data["ticket_id"] == ticket.id:
        await pause(work, conversation)


async def remind(work: Work, survey_id: int) -> None:
    """One reminder, never a second one."""
    survey, ticket = await _loaded(work, survey_id)
    if survey.state != SurveyState.ASKED or survey.reminded_at is not None or survey.asked_at is None:
        return
    if await _must_wait(work, survey, ticket, "survey_reminder"):
        return
    person = await work.session.get_one(Person, ticket.person_id)
    if person.blocked_at is not None:
        await phone_task(work, survey)
        return
    conversation = await work.session.get_one(Conversation, survey.conversation_id)
    after = work.desk.office.times.close_after
    await to_owner(
        work,
        conversation,
        reminder_text(work, person, ticket, None if after is None else survey.asked_at + after),
        answer_buttons(work, person, survey, Question.SOLVED),
        Terms(
            priority=Priority.FEEDBACK,
            dedupe_key=f"survey:{survey.id}:reminder",
            relevance={"kind": "survey", "survey_id": survey.id, "step": "reminder"},
        ),
    )
    survey.reminded_at = work.now


async def auto_close(work: Work, survey_id: int) -> None:
    """The time for an answer is over: closed, with a word to the owner. A result that nobody has told by telephone yet
    closes nothing: the managers hear of it."""
    survey, ticket = await _loaded(work, survey_id)
    if survey.state == SurveyState.PHONE_TASK:
        if ticket.state == TicketState.RESOLVED and ticket.round == survey.round:  # else it is open again by now
            await raise_alert(work, "undeliverable", key=f"undeliverable:{survey.id}", ticket=ticket)
        return
    if survey.state != SurveyState.ASKED or await _must_wait(work, survey, ticket, "survey_close"):
        return
    survey.state = SurveyState.AUTO_CLOSED
    if ticket.state == TicketState.RESOLVED:
        await close(work, ticket, by=SYSTEM)
    await plan_follow_up(work, survey)
    person = await work.session.get_one(Person, ticket.person_id)
    if person.blocked_at is not None or ticket.kind == "feedback":
        return  # praise that was passed on needs no closing word
    key = "feedback-closed-by-itself" if question_of(ticket) is Question.SOLVED else "feedback-told-closed"
    conversation = await work.session.get_one(Conversation, survey.conversation_id)
    await to_owner(
        work,
        conversation,
        work.say(person.locale, key, **names(work, person, ticket)),
        reopen_button(work, person, ticket),
        Terms(priority=Priority.FEEDBACK, dedupe_key=f"survey:{survey.id}:closed"),
    )


async def plan_follow_up(work: Work, survey: Survey) -> None:
    """ "Is it still fine?", `times.follow_up_after` after the closing of what was solved; None: it is not asked."""
    ticket = await work.session.get_one(Ticket, survey.ticket_id)
    if question_of(ticket) is Question.SOLVED:
        await _plan_after(work, survey, "follow_up", work.desk.office.times.follow_up_after)


async def follow_up(work: Work, survey_id: int) -> None:
    """Asks whether it is still fine, unless the matter was reopened or its owner cannot be reached."""
    survey, ticket = await _loaded(work, survey_id)
    person = await work.session.get_one(Person, ticket.person_id)
    over = ticket.state == TicketState.CLOSED and ticket.round == survey.round
    if not over or person.blocked_at is not None or person.telegram_id is None:
        return
    if await _must_wait(work, survey, ticket, "follow_up"):
        return
    conversation = await work.session.get_one(Conversation, survey.conversation_id)
    await to_owner(
        work,
        conversation,
        work.say(person.locale, "feedback-follow-up", **names(work, person, ticket)),
        follow_up_buttons(work, person, survey),
        Terms(priority=Priority.FEEDBACK, dedupe_key=follow_up_key(survey)),
    )
    if flow_of(conversation) is None:
        enter(conversation, Flow(FlowKind.FOLLOW_UP, {"survey_id": survey.id, "at": work.now.isoformat()}))


def follow_up_key(survey: Survey) -> str:
    return f"survey:{survey.id}:follow_up"


async def forget_timers(work: Work, survey: Survey) -> None:
    """The owner has answered: no reminder, no closing."""
    for kind in ("survey_push", "survey_reminder", "survey_close"):
        await timers.cancel_prefix(work.session, f"{kind}:{survey.id}:")


async def _loaded(work: Work, survey_id: int) -> tuple[Survey, Ticket]:
    survey = await work.session.get_one(Survey, survey_id)
    return survey, await work.session.get_one(Ticket, survey.ticket_id)


async def _must_wait(work: Work, survey: Survey, ticket: Ticket, kind: str) -> bool:
    """Plans the step anew where it may not go out now: at night (O13), or while somebody holds the conversation about
    another matter. What the holder's own matter brings goes out."""
    allowed = work.desk.office.quiet_hours.next_allowed(work.now)
    conversation = await work.session.get_one(Conversation, survey.conversation_id)
    held_by_other = conversation.floor == Floor.HELD and conversation.holder_id != ticket.assignee_id
    if held_by_other:
        await lease.wait_for_end(work, conversation, f"{kind}:{survey.id}", kind, {"survey_id": survey.id})
    elif allowed > work.now:
        await _plan(work, survey, kind, allowed)
    return held_by_other or allowed > work.now


async def _plan_after(work: Work, survey: Survey, kind: str, after: timedelta | None) -> None:
    if after is not None:
        await _plan(work, survey, kind, work.now + after)


async def _plan(work: Work, survey: Survey, kind: str, at: datetime) -> None:
    """A timer of the survey; the moment is a part of the key, so that a step that fired too early is planned anew."""
    due = work.desk.office.quiet_hours.next_allowed(at)
    conversation = await work.session.get_one(Conversation, survey.conversation_id)
    await timers.plan(
        work.session,
        kind=kind,
        lane=f"chat:{conversation.chat_id}",
        due_at=due,
        dedupe_key=f"{kind}:{survey.id}:{int(due.timestamp() * 1000)}",
        data={"survey_id": survey.id},
        now=work.now,
    )
