"""What owners say to "is it solved?": by tap, at once or months later, twice, or in words of their own (O10, O11)."""

from bot.actions.feedback.questions import follow_up_key, forget_timers, plan_follow_up
from bot.actions.feedback.texts import answer_buttons, names, question_of, reopen_button, skip_button, star_buttons
from bot.actions.flow import Flow, FlowKind, enter, flow_of
from bot.actions.managers.alerts import raise_alert
from bot.actions.outgoing import to_owner
from bot.actions.tickets.events import record
from bot.actions.tickets.my_tickets import reopen as reopen_for_owner
from bot.actions.tickets.tickets import after_move, close
from bot.actions.tickets.tickets import reopen as reopen_quietly
from bot.desk import Work
from bot.rules.escalation import is_low
from bot.rules.feedback import Question
from bot.rules.stars import MAX_STARS
from bot.rules.ticket_flow import OPEN, Actor
from storage import feedback, outbox_changes, tickets
from storage.models import ActorKind, Conversation, EventKind, Person, Survey, SurveyState, Ticket, TicketState

_OWN_FLOWS = frozenset({FlowKind.RATING, FlowKind.REASON, FlowKind.FOLLOW_UP})
_UNANSWERED = frozenset({SurveyState.ASKED, SurveyState.PHONE_TASK})
_FOLLOW_UP = "follow_up"


async def answer(work: Work, survey: Survey, solved: bool, words: str = "") -> None:
    """Yes closes the matter and offers stars; no reopens it and asks what is still wrong (unless `words` say it).

    Counts once: an old or second tap gets a kind word and changes nothing."""
    ticket = await work.session.get_one(Ticket, survey.ticket_id)
    person = await work.session.get_one(Person, ticket.person_id)
    talk = await work.session.get_one(Conversation, survey.conversation_id)
    if survey.state in _UNANSWERED and ticket.round == survey.round:
        await forget_timers(work, survey)
        survey.answered_at = work.now
        survey.state = SurveyState.SOLVED if solved else SurveyState.NOT_SOLVED
        await work.session.flush()
        if solved:
            await _solved(work, talk, person, survey, ticket)
        else:
            await _not_solved(work, talk, person, ticket, words)
    elif await _follow_up_waits(work, survey, ticket):
        await record(work, ticket, EventKind.NOTE, Actor.owner(person.id), internal=True, data={_FOLLOW_UP: solved})
        _leave(talk)
        if solved:
            await after_move(work, ticket)
            await to_owner(work, talk, work.say(person.locale, "feedback-follow-up-fine"))
        else:
            await _not_solved(work, talk, person, ticket, words)
    else:
        await _too_late(work, talk, person, ticket)


async def rate(work: Work, survey: Survey, stars: int | None) -> None:
    """Stars after a yes, or None to skip them. A low score goes to the managers and is asked for its reason, once."""
    ticket = await work.session.get_one(Ticket, survey.ticket_id)
    person = await work.session.get_one(Person, ticket.person_id)
    talk = await work.session.get_one(Conversation, survey.conversation_id)
    if stars is None:
        _leave(talk)
        await to_owner(work, talk, work.say(person.locale, "feedback-thanks-skip"))
        return
    if survey.stars is not None or not 1 <= stars <= MAX_STARS:
        await to_owner(work, talk, work.say(person.locale, "feedback-already-rated"))
        return
    survey.stars = stars
    data = {"stars": stars, "round": survey.round}
    await record(work, ticket, EventKind.RATED, Actor.owner(person.id), data=data)
    await after_move(work, ticket)
    _leave(talk)
    if is_low(stars):
        await raise_alert(work, "low_score", key=low_score_key(survey), ticket=ticket, stars=stars)
    if survey.state == SurveyState.ASKED:
        return  # typed before "solved?" was answered: whoever read it asks for that still
    if is_low(stars):
        await to_owner(work, talk, work.say(person.locale, "feedback-ask-reason"), skip_button(work, person, survey))
        _expect(work, talk, FlowKind.REASON, survey)
    else:
        await to_owner(work, talk, work.say(person.locale, "feedback-thanks-stars"))


def low_score_key(survey: Survey) -> str:
    return f"low_score:{survey.id}"


async def _solved(work: Work, talk: Conversation, person: Person, survey: Survey, ticket: Ticket) -> None:
    if ticket.state == TicketState.RESOLVED:
        await close(work, ticket, by=ActorKind.OWNER)
    await plan_follow_up(work, survey)
    words = work.say(person.locale, "feedback-glad", **names(work, person, ticket))
    if question_of(ticket) is not Question.SOLVED or survey.stars is not None:
        await to_owner(work, talk, words)
        return
    ask = work.say(person.locale, "feedback-ask-stars")
    await to_owner(work, talk, f"{words}\n\n{ask}", star_buttons(work, person, survey))
    _expect(work, talk, FlowKind.RATING, survey)


async def _not_solved(work: Work, talk: Conversation, person: Person, ticket: Ticket, words: str) -> None:
    """The office is told by the reopening itself. A report that is just being taken down is not lost over it: then the
    owner's next words belong to that report, and the matter is reopened as it is."""
    flow = flow_of(talk)
    if flow is None or flow.kind is not FlowKind.INTAKE:
        await reopen_for_owner(work, talk, person, ticket, words)
        return
    reopened = await reopen_quietly(work, ticket, by=ActorKind.OWNER, words=words)
    await to_owner(work, talk, work.say(person.locale, "ticket-reopened", number=reopened.number))


async def _too_late(work: Work, talk: Conversation, person: Person, ticket: Ticket) -> None:
    named = names(work, person, ticket)
    if ticket.state in OPEN:
        await to_owner(work, talk, work.say(person.locale, "feedback-already-open", **named))
    elif ticket.state == TicketState.CLOSED:
        words = work.say(person.locale, "feedback-already-closed", **named)
        await to_owner(work, talk, words, reopen_button(work, person, ticket))
    elif (asked := await feedback.survey_of(work.session, ticket.id, ticket.round)) and asked.state in _UNANSWERED:
        # A button of an earlier round: what it says may be meant for this one, and must not be lost.
        words = work.say(person.locale, "feedback-earlier-round", **named)
        await to_owner(work, talk, words, answer_buttons(work, person, asked, question_of(ticket)))
    else:
        await to_owner(work, talk, work.say(person.locale, "feedback-already"))


async def _follow_up_waits(work: Work, survey: Survey, ticket: Ticket) -> bool:
    """Whether "is it still fine?" was asked and not answered."""
    if ticket.state != TicketState.CLOSED or ticket.round != survey.round:
        return False
    if await outbox_changes.row_by_key(work.session, follow_up_key(survey)) is None:
        return False
    events = await tickets.events_of(work.session, ticket.id)
    return not any(_FOLLOW_UP in (event.data or {}) for event in events)


def _expect(work: Work, talk: Conversation, kind: FlowKind, survey: Survey) -> None:
    """The next words may answer this, unless the owner is in the middle of something else; adding to this very matter
    is over with it."""
    flow = flow_of(talk)
    if (
        flow is None
        or flow.kind in _OWN_FLOWS
        or (flow.kind is FlowKind.ADDING and flow.data["ticket_id"] == survey.ticket_id and flow.suspended is None)
    ):
        enter(talk, Flow(kind, {"survey_id": survey.id, "at": work.now.isoformat()}))


def _leave(talk: Conversation) -> None:
    flow = flow_of(talk)
    if flow is not None and flow.kind in _OWN_FLOWS:
        enter(talk, None)
