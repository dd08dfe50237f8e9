"""Telegram could not deliver the result: somebody of the office calls, and says what came of it. Nobody counts as told
only because something was sent (D3, O10)."""

from enum import StrEnum
from typing import Any

from bot.actions.outgoing import Place, Terms, call, text
from bot.actions.talks.office_lines import of_ticket, where_it_went
from bot.actions.talks.places import place_of_ticket
from bot.actions.tickets.events import record
from bot.actions.tickets.tickets import after_move, close, reopen
from bot.actions.wording import matter_home, matter_phone, matter_title, moment, name_of
from bot.desk import Work
from bot.rules.routing import MANAGER
from bot.rules.tap_verbs import Verb
from bot.rules.ticket_flow import SYSTEM, Actor
from bot.taps import Button, Keyboard, Tap, keyboard_markup
from storage import outbox_changes, tickets, timers
from storage.models import EventKind, Person, Survey, SurveyState, Ticket, TicketState


class CallResult(StrEnum):
    """What came of a call; the choice of the buttons."""

    SOLVED = "solved"
    NOT_SOLVED = "not_solved"
    NO_ANSWER = "no_answer"


async def phone_task(work: Work, survey: Survey) -> None:
    """Asks the staff to call, in the matter's topic, once per round. The owner counts as not told (event NOT_TOLD)."""
    if survey.state not in (SurveyState.PLANNED, SurveyState.ASKED):
        return
    ticket = await work.session.get_one(Ticket, survey.ticket_id)
    survey.state = SurveyState.PHONE_TASK
    await timers.cancel_prefix(work.session, f"survey_reminder:{survey.id}:")
    if not await _known_as_untold(work, ticket):
        await record(work, ticket, EventKind.NOT_TOLD, SYSTEM)
    await after_move(work, ticket)
    place = await place_of_ticket(work, ticket) or _general(work, ticket)
    if place is not None:
        words = await _task_text(work, ticket)
        about = of_ticket(ticket) if place.topic_id is None else None
        await text(work, place, words, _buttons(work, survey), Terms(dedupe_key=_key(survey), follow_up=about))


async def phone_result(work: Work, survey: Survey, result: str, *, by: Actor = SYSTEM, by_name: str = "") -> bool:
    """Somebody called: solved closes, not solved reopens, nobody there leaves the task open. False: done already.

    A call that reached the owner counts as told, with the telephone named in the event."""
    if survey.state != SurveyState.PHONE_TASK:
        return False
    ticket = await work.session.get_one(Ticket, survey.ticket_id)
    found = CallResult(result)
    if found is CallResult.NO_ANSWER:
        await record(work, ticket, EventKind.NOTE, by, text=_note(work, found, by_name), internal=True)
        await after_move(work, ticket)
    else:
        survey.answered_at = work.now
        survey.state = SurveyState.SOLVED if found is CallResult.SOLVED else SurveyState.NOT_SOLVED
        await timers.cancel_prefix(work.session, f"survey_close:{survey.id}:")
        words = work.say(work.desk.office_locale, "feedback-by-phone")
        await record(work, ticket, EventKind.TOLD_OWNER, by, text=words, data={"by": "phone"})
        await _act(work, ticket, found, by)
    await _show(work, survey, ticket, found, by_name)
    return True


async def _known_as_untold(work: Work, ticket: Ticket) -> bool:
    """Delivery has written it down already, where the attempt itself failed."""
    since = ticket.resolved_at or ticket.closed_at or ticket.created_at
    events = await tickets.events_of(work.session, ticket.id)
    return any(event.kind == EventKind.NOT_TOLD and event.at >= since for event in events)


async def _act(work: Work, ticket: Ticket, found: CallResult, by: Actor) -> None:
    if found is CallResult.NOT_SOLVED:
        words = work.say(work.desk.office_locale, "feedback-phone-not-solved-words")
        await reopen(work, ticket, by=by, words=words)
    elif ticket.state == TicketState.RESOLVED:
        await close(work, ticket, by=by)
    else:
        await after_move(work, ticket)


async def _show(work: Work, survey: Survey, ticket: Ticket, found: CallResult, by_name: str) -> None:
    """The result under the task; its buttons stay while nobody was reached."""
    row = await outbox_changes.row_by_key(work.session, _key(survey))
    if row is None:
        place = await place_of_ticket(work, ticket)
        if place is not None:
            await text(work, place, _note(work, found, by_name))
        return
    row = await where_it_went(work, row)
    params: dict[str, Any] = {"text": f"{row.params['text']}\n\n{_note(work, found, by_name)}"}
    if found is CallResult.NO_ANSWER:
        params["reply_markup"] = keyboard_markup(_buttons(work, survey))
    await call(work, Place(row.chat_id, row.topic_id), "editMessageText", params, Terms(target_id=row.id))


async def _task_text(work: Work, ticket: Ticket) -> str:
    locale = work.desk.office_locale
    person = await work.session.get_one(Person, ticket.person_id)
    home = await matter_home(work, locale, ticket, person) or work.say(locale, "feedback-phone-task-no-home")
    return work.say(
        locale,
        "feedback-phone-task",
        number=ticket.number,
        title=matter_title(work, locale, ticket.intent),
        name=name_of(work, person),
        home=home,
        phone=matter_phone(work, ticket, person) or work.say(locale, "feedback-phone-task-unknown"),
        conclusion=ticket.conclusion or "",
    )


def _general(work: Work, ticket: Ticket) -> Place | None:
    """General of the staff group, for a matter without a topic; never for what staff must not see."""
    chat = None if ticket.department == MANAGER else work.desk.staff_chat_of(ticket.department)
    return None if chat is None else Place(chat_id=chat)


def _buttons(work: Work, survey: Survey) -> Keyboard:
    def button(result: CallResult) -> Button:
        label = work.say(work.desk.office_locale, f"button-called-{result.value.replace('_', '-')}")
        return Button(label, Tap(Verb.CALLED, survey.id, survey.round, result.value))

    return ((button(CallResult.SOLVED), button(CallResult.NOT_SOLVED)), (button(CallResult.NO_ANSWER),))


def _note(work: Work, found: CallResult, by_name: str) -> str:
    locale = work.desk.office_locale
    key = f"feedback-phone-{found.value.replace('_', '-')}"
    return work.say(locale, key, by=by_name, time=moment(work, locale, work.now))


def _key(survey: Survey) -> str:
    return f"survey:{survey.id}:phone"
