"""Moves that the staff make with a ticket; each asks the table of moves first (rules/ticket_flow.py)."""

from datetime import datetime
from typing import Any

from bot.actions.feedback.questions import plan_survey
from bot.actions.flow import Flow, FlowKind, enter, flow_of
from bot.actions.managers import alerts
from bot.actions.outgoing import topic_place
from bot.actions.people.staff_members import actor_of
from bot.actions.talks import handoff
from bot.actions.talks.office_lines import tell_of_ticket, tell_office
from bot.actions.talks.places import place_of_ticket, talk_place
from bot.actions.talks.topics import ensure_topic
from bot.actions.tickets import late_words
from bot.actions.tickets.events import facts_of, joinable, move, record
from bot.actions.tickets.stages import tell
from bot.actions.tickets.tickets import after_move, dispatch_done
from bot.actions.wording import department_name, moment
from bot.desk import Work
from bot.errors import MoveRefused, NotFound
from bot.rules.routing import MANAGER
from bot.rules.ticket_flow import OPEN, SYSTEM, Actor, Move, Need, allowed_moves
from storage import tickets, timers
from storage.models import Conversation, EventKind, Floor, Outcome, Person, StaffMember, Ticket, TicketState

OUTCOMES = {"inquiry": Outcome.EXPLAINED, "feedback": Outcome.EXPLAINED}


async def claim_ticket(work: Work, ticket: Ticket, staff: StaffMember) -> None:
    """The matter has its responsible person (D1), who also gets the floor unless somebody else has it.

    Raises MoveRefused `tickets-refused-held` with the name of whoever was first."""
    await move(work, ticket, Move.CLAIM, actor_of(staff))
    ticket.assignee_id = staff.id
    ticket.claimed_at = ticket.claimed_at or work.now
    ticket.first_response_at = ticket.first_response_at or work.now
    conversation = await work.session.get_one(Conversation, ticket.conversation_id)
    asked = conversation.floor == Floor.WAITING
    place = await place_of_ticket(work, ticket)
    topic_id = None if place is None else place.topic_id
    try:
        await handoff.claim(work, conversation, staff, ticket.department, topic_id=topic_id, introduce=asked)
    except MoveRefused as refused:
        await tell_office(work, place, "staff-floor-elsewhere", holder=refused.args_.get("holder", ""))
    await _held_by_another(work, ticket)
    if not asked:
        key = "tickets-stage-assigned-managers" if ticket.department == MANAGER else "tickets-stage-assigned"
        await tell(work, ticket, key, actor_of(staff), always=True, introducing=True)


async def note(work: Work, ticket: Ticket, staff: StaffMember, words: str) -> None:
    """An internal note. The first one after the claim is the investigation note and begins the investigation (D1)."""
    _require(words, "staff-note-empty")
    actor = actor_of(staff)
    first = not ticket.investigation
    before = ticket.state
    await move(work, ticket, Move.NOTE, actor)
    await record(work, ticket, EventKind.NOTE, actor, text=words, internal=True)
    if first:
        ticket.investigation = words
    await after_move(work, ticket)
    if before == TicketState.ASSIGNED:
        await tell(work, ticket, "tickets-stage-investigating", actor, passing=True)


async def wait(work: Work, ticket: Ticket, staff: StaffMember, *, for_owner: bool) -> None:
    """The matter waits for its owner or for a vendor; its clocks stand still meanwhile. An owner to whom nobody has put
    a question is asked how things are, and the staff learn of it."""
    actor = actor_of(staff)
    await move(work, ticket, Move.WAIT_OWNER if for_owner else Move.WAIT_VENDOR, actor)
    await after_move(work, ticket)
    if for_owner:
        conversation = await work.session.get_one(Conversation, ticket.conversation_id)
        if flow_of(conversation) is None:
            # What the owner writes next is the answer that is waited for, also when the bot has the floor again.
            data = {"ticket_id": ticket.id, "at": work.now.isoformat(), "awaited": True}
            enter(conversation, Flow(FlowKind.ADDING, data))
    key = "tickets-stage-waiting-owner" if for_owner else "tickets-stage-waiting-vendor"
    if for_owner and not await _was_asked(work, ticket):
        key = "tickets-stage-waiting-owner-open"
        await tell_of_ticket(work, ticket, "staff-wait-unasked")
    await tell(work, ticket, key, actor, always=True, passing=True)


async def _was_asked(work: Work, ticket: Ticket) -> bool:
    """Whether one of the staff has said something to the owner since that last wrote."""
    conversation = await work.session.get_one(Conversation, ticket.conversation_id)
    spoke, wrote = conversation.last_staff_at, conversation.last_owner_at
    return spoke is not None and (wrote is None or spoke >= wrote)


async def resume(work: Work, ticket: Ticket, actor: Actor) -> None:
    """What was waited for has come."""
    await move(work, ticket, Move.RESUME, actor)
    ticket.deferred_until = None
    await timers.cancel_prefix(work.session, f"deferred_until:{ticket.id}:")
    await after_move(work, ticket)


async def defer(work: Work, ticket: Ticket, staff: StaffMember, until: datetime | None, reason: str) -> None:
    """Put off to a day, for a reason that the owner is told; a timer brings it back."""
    given = {Need.DATE} if until is not None and until > work.now else set()
    if reason.strip():
        given.add(Need.REASON)
    await move(work, ticket, Move.DEFER, actor_of(staff), frozenset(given), text=reason)
    assert until is not None
    ticket.deferred_until = until
    conversation = await work.session.get_one(Conversation, ticket.conversation_id)
    await timers.cancel_prefix(work.session, f"deferred_until:{ticket.id}:")
    await timers.plan(
        work.session,
        kind="deferred_until",
        lane=f"chat:{conversation.chat_id}",
        due_at=until,
        dedupe_key=f"deferred_until:{ticket.id}:{ticket.version}",
        data={"ticket_id": ticket.id},
        now=work.now,
    )
    await after_move(work, ticket)
    person = await work.session.get_one(Person, ticket.person_id)
    date = moment(work, person.locale, until)
    await tell(work, ticket, "tickets-stage-deferred", actor_of(staff), always=True, date=date, reason=reason)


async def deferral_ended(work: Work, ticket: Ticket) -> None:
    """Timer `deferred_until` (data: ticket_id; the conversation locked): the day has come, the holder goes on."""
    if ticket.state != TicketState.DEFERRED or ticket.deferred_until is None or ticket.deferred_until > work.now:
        return
    await resume(work, ticket, SYSTEM)
    await late_words.plan_visit(work, ticket)
    await tell_of_ticket(work, ticket, "tickets-deferral-over", number=ticket.number)


async def resolve(work: Work, ticket: Ticket, staff: StaffMember, conclusion: str) -> None:
    """The conclusion for the owner is written; the clock tells them and asks whether it is solved (O10, S10)."""
    actor = actor_of(staff)
    if ticket.handling == "dispatch" and Move.DONE in allowed_moves(facts_of(ticket), actor):
        await dispatch_done(work, ticket, actor, conclusion)
        return
    given = frozenset({Need.CONCLUSION} if conclusion.strip() else ())
    await move(work, ticket, Move.RESOLVE, actor, given, text=conclusion)
    ticket.conclusion, ticket.resolved_at, ticket.deferred_until = conclusion, work.now, None
    ticket.outcome = (
        Outcome.ADVISED if ticket.handling == "advise" else OUTCOMES.get(ticket.kind, Outcome.FIXED)
    ).value
    await work.session.flush()
    await plan_survey(work, ticket)
    await after_move(work, ticket)
    conversation = await work.session.get_one(Conversation, ticket.conversation_id)
    await handoff.over(work, conversation, ticket)


async def merge(work: Work, ticket: Ticket, staff: StaffMember, number: str) -> Ticket:
    """The same matter twice: this one goes into the other, which keeps its number. Only matters of one owner: those of
    neighbours are linked, never merged (O7). Returns the other."""
    target = await tickets.ticket_by_number(work.session, number)
    if target is None or not joinable(ticket, target):
        raise NotFound("tickets-merge-unknown", number=number.strip()[:20])
    if target.state not in OPEN:
        raise MoveRefused("tickets-merge-over", number=target.number)
    actor = actor_of(staff)
    await move(work, ticket, Move.MERGE, actor, frozenset({Need.TARGET}), data={"into": target.id})
    ticket.merged_into_id, ticket.outcome, ticket.closed_at = target.id, Outcome.DUPLICATE.value, work.now
    await record(work, target, EventKind.OWNER_ADDED, Actor.owner(ticket.person_id), text=ticket.words)
    await tickets.move_attachments(work.session, ticket.id, target.id)
    await after_move(work, ticket)
    await after_move(work, target)
    await tell(work, ticket, "tickets-stage-merged", actor, always=True, other=target.number)
    conversation = await work.session.get_one(Conversation, ticket.conversation_id)
    await handoff.over(work, conversation, ticket)
    return target


async def transfer(work: Work, ticket: Ticket, staff: StaffMember, department: str, words: str) -> None:
    """Another department takes the matter over, with a note (S8, D13); nobody has it until somebody there claims it."""
    if department == ticket.department:
        raise MoveRefused("tickets-transfer-same", number=ticket.number)
    given = frozenset({Need.HANDOVER} if words.strip() else ())
    actor = actor_of(staff)
    conversation = await work.session.get_one(Conversation, ticket.conversation_id)
    before = ticket.assignee_id
    await move(work, ticket, Move.TRANSFER, actor, given, text=words, internal=True, data={"department": department})
    data = {"from": ticket.department, "to": department}
    await record(work, ticket, EventKind.TRANSFERRED, actor, data=data)
    old_place = await place_of_ticket(work, ticket)
    ticket.department, ticket.assignee_id = department, None
    topic = await ensure_topic(work, conversation, department=department)
    await _held_by_another(work, ticket)
    locale = work.desk.office_locale
    args: dict[str, Any] = {
        "number": ticket.number,
        "department": department_name(work, locale, department),
        "holder": staff.name,
    }
    place = None if topic is None else topic_place(topic)
    await tell_office(work, place, "tickets-transferred", note=words, **args)
    if old_place is not None and old_place != place:
        await tell_office(work, old_place, "tickets-transferred", note=words, **args)
    await tell(work, ticket, "tickets-stage-transferred", actor, always=True)
    if before is not None and conversation.holder_id == before:
        await handoff.go_along(work, conversation, topic)


async def release(work: Work, ticket: Ticket, actor: Actor) -> None:
    """The matter is free for somebody else; what was found out stays."""
    conversation = await work.session.get_one(Conversation, ticket.conversation_id)
    before, place = ticket.assignee_id, await talk_place(work, conversation)
    await move(work, ticket, Move.RELEASE, actor)
    ticket.assignee_id, ticket.deferred_until = None, None
    await _held_by_another(work, ticket)
    if before is not None and conversation.holder_id == before:
        await handoff.stand_back(work, conversation, place)


async def _held_by_another(work: Work, ticket: Ticket) -> None:
    await after_move(work, ticket)
    await alerts.show_holder(work, ticket)


def _require(words: str, key: str) -> None:
    if not words.strip():
        raise MoveRefused(key)
