"""What was promised does not come in time: the owner hears it from the desk, once a step, before they have to ask (D3).

The first word says by when they hear more, and the desk keeps that; the second one is the last."""

from datetime import datetime, timedelta

from bot.actions.outgoing import Terms, owner_of, text
from bot.actions.talks import lease
from bot.actions.talks.office_lines import tell_of_ticket, tell_office
from bot.actions.talks.person_wanted import claim_button
from bot.actions.talks.places import talk_place
from bot.actions.tickets import service_levels
from bot.actions.tickets.card_text import claim_button_of
from bot.actions.tickets.promises import again, late_key, phone_now
from bot.actions.tickets.service_history import history_of
from bot.actions.tickets.stages import LATE
from bot.actions.wording import called, department_name, moment, title_for
from bot.desk import Work
from bot.rules.danger import DESPAIR
from bot.rules.service_levels import ServiceLevel, calendar_for
from storage import conversations, outbox_changes, tickets, timers
from storage.models import ActorKind, Conversation, Floor, OutboxRow, Person, Priority, Ticket, TicketState

TICKET_AGAIN, PERSON_AGAIN, VISIT = "late_again", "late_again_person", "late_visit"


async def first_response_due(work: Work, ticket: Ticket) -> None:
    """Timer `first_response`: the managers are alerted, and the owner learns that it takes longer."""
    due = await service_levels.check_clock(work, ticket.id, "first_response")
    if due is None:
        return
    if ticket.kind == "emergency" and "safe_at" in ticket.details:
        return  # who has said that they are safe needs no word to call at once; the managers are alerted all the same
    if ticket.kind == "emergency":
        await _say(work, ticket, "late-despair" if ticket.intent == DESPAIR else "late-emergency", 1)
    elif ticket.handling == "dispatch":
        await _say(work, ticket, "late-dispatch", 1)
    else:
        await _say_more_follows(work, ticket, due)


async def still_no_response(work: Work, ticket: Ticket) -> None:
    """Timer `late_again`: by now the owner was to hear more."""
    if ticket.state not in tickets.WORKED_ON or await again(work, ticket) is None:
        return
    if (await history_of(work, ticket)).first_response_at is None:
        await _say(work, ticket, "late-first-again", 2)


async def plan_visit(work: Work, ticket: Ticket) -> None:
    """The day to which a matter was put off has come: somebody must go on with it soon."""
    level = work.desk.office.service_levels.get(ticket.priority, ServiceLevel())
    if level.next_response is not None:
        due = calendar_for(ticket.priority, work.desk.office.calendar).add_working(work.now, level.next_response)
        await _plan(work, ticket.conversation_id, VISIT, f"{VISIT}:{ticket.id}", due, {"ticket_id": ticket.id})


async def visit_due(work: Work, ticket: Ticket) -> None:
    """Timer `late_visit`: nobody of the office has done anything since the day came. Each such day is a step."""
    if ticket.state != TicketState.INVESTIGATING:
        return
    resumed = None
    for event in await tickets.events_of(work.session, ticket.id):
        if event.actor_kind == ActorKind.SYSTEM and (event.data or {}).get("move") == "resume":
            resumed = event.at
        elif event.actor_kind == ActorKind.STAFF:
            resumed = None
    if resumed is not None:
        await _say(work, ticket, "late-visit", int(resumed.timestamp()), time=resumed)


async def person_due(work: Work, conversation: Conversation) -> None:
    """Timer `unclaimed_conversation`: nobody has come to an owner who asked for a person."""
    if await service_levels.check_unclaimed_conversation(work, conversation):
        await _say_waiting(work, conversation, 1)


async def still_nobody(work: Work, conversation: Conversation) -> None:
    """Timer `late_again_person`."""
    if conversation.floor == Floor.WAITING and await _told_waiting(work, conversation, 1) is not None:
        await _say_waiting(work, conversation, 2)


async def _say_more_follows(work: Work, ticket: Ticket, due: datetime) -> None:
    told = await _say(work, ticket, "late-first", 1, time=due)
    more = await again(work, ticket)
    if told is None or more is None:
        return
    await _plan(work, ticket.conversation_id, TICKET_AGAIN, told.dedupe_key, more, {"ticket_id": ticket.id})
    when = moment(work, work.desk.office_locale, more)
    terms = Terms(priority=Priority.STAGE, dedupe_key=f"{told.dedupe_key}:office")
    claim = ((claim_button_of(work, ticket),),) if ticket.assignee_id is None else None
    await tell_of_ticket(work, ticket, "tickets-told-late", claim, terms, number=ticket.number, again=when)


async def _say(work: Work, ticket: Ticket, key: str, step: int, time: datetime | None = None) -> OutboxRow | None:
    """One word about a matter, in office hours and not into a talk unless it is urgent; dropped where somebody comes
    first."""
    person = await work.session.get_one(Person, ticket.person_id)
    conversation = await work.session.get_one(Conversation, ticket.conversation_id)
    if person.telegram_id is None or person.blocked_at is not None:
        return None
    at = _when(work, urgent=ticket.priority == "urgent")
    level = work.desk.office.service_levels.get(ticket.priority, ServiceLevel())
    calendar = calendar_for(ticket.priority, work.desk.office.calendar)
    phones = work.desk.office.phones
    words = work.say(
        person.locale,
        key,
        who=called(work, person),
        number=ticket.number,
        title=title_for(work, person, ticket.intent),
        department=department_name(work, person.locale, ticket.department),
        time="" if time is None else moment(work, person.locale, time),
        again=moment(work, person.locale, calendar.add_working(at, level.first_response or timedelta())),
        phone=phone_now(work, at),
        **{name: phones.get(name, "") for name in ("duty", "lifeline", "fire")},
    )
    about = {"kind": LATE, "ticket_id": ticket.id, "state": ticket.state, "answered": _answered(ticket)}
    urgent = ticket.priority == "urgent"
    due_at = lease.long_after(work) if conversation.floor == Floor.HELD and not urgent else at
    priority = Priority.DIRECT if urgent else Priority.STAGE
    terms = Terms(priority=priority, due_at=due_at, dedupe_key=late_key(ticket, step), relevance=about)
    return await text(work, owner_of(conversation), words, None, terms)


def _answered(ticket: Ticket) -> str | None:
    """When a person answered for the first time, as a row can keep it: whoever does so later makes the word untrue."""
    return None if ticket.first_response_at is None else ticket.first_response_at.isoformat()


async def _say_waiting(work: Work, conversation: Conversation, step: int) -> None:
    """One word to somebody in the queue; the first one says by when the next comes."""
    person = await work.session.get_one(Person, conversation.person_id)
    limit = work.desk.office.times.unclaimed_alert
    if await _told_waiting(work, conversation, step) is not None or limit is None:
        return
    at = _when(work, urgent=False)
    more = work.desk.office.calendar.add_working(at, limit)
    words = work.say(
        person.locale,
        "late-person" if step == 1 else "late-person-again",
        who=called(work, person),
        position=str(max(1, await conversations.queue_position(work.session, conversation.id))),
        again=moment(work, person.locale, more),
        phone=phone_now(work, at),
    )
    about = {"kind": "waiting", "conversation_id": conversation.id, "since": _since(conversation)}
    key = _waiting_key(conversation, step)
    terms = Terms(priority=Priority.STAGE, due_at=at, dedupe_key=key, relevance=about)
    await text(work, owner_of(conversation), words, None, terms)
    if step > 1:
        return
    await _plan(work, conversation.id, PERSON_AGAIN, key, more, {"conversation_id": conversation.id})
    when = moment(work, work.desk.office_locale, more)
    terms = Terms(priority=Priority.STAGE, dedupe_key=f"{key}:office")
    place = await talk_place(work, conversation)
    await tell_office(work, place, "staff-told-late", claim_button(work, conversation), terms, again=when)


def _when(work: Work, *, urgent: bool) -> datetime:
    """At once where it is urgent, else in office hours and not at night."""
    if urgent:
        return work.now
    office = work.desk.office
    return office.quiet_hours.next_allowed(office.calendar.next_opening(work.now))


async def _told_waiting(work: Work, conversation: Conversation, step: int) -> OutboxRow | None:
    return await outbox_changes.row_by_key(work.session, _waiting_key(conversation, step))


def _waiting_key(conversation: Conversation, step: int) -> str:
    return f"late-person:{conversation.id}:{_since(conversation)}:{step}"


def _since(conversation: Conversation) -> int:
    """The wait that the words are about, in milliseconds: whoever begins to wait anew is another case."""
    return 0 if conversation.waiting_since is None else int(conversation.waiting_since.timestamp() * 1000)


async def _plan(
    work: Work, conversation_id: int, kind: str, key: str | None, due: datetime, data: dict[str, int]
) -> None:
    conversation = await work.session.get_one(Conversation, conversation_id)
    await timers.plan(
        work.session,
        kind=kind,
        lane=f"chat:{conversation.chat_id}",
        due_at=due,
        dedupe_key=f"{kind}:{key}:{int(due.timestamp() * 1000)}",
        data=data,
        now=work.now,
    )
