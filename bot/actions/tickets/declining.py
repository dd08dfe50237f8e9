"""Declining (D2, S10): the owner gets an explanation; for a complaint a manager confirms it first."""

from bot.actions.flow import Flow, FlowKind, enter, flow_of
from bot.actions.people.staff_members import actor_of
from bot.actions.talks import handoff
from bot.actions.talks.office_lines import tell_office
from bot.actions.talks.places import manager_places, place_of_ticket
from bot.actions.tickets.events import facts_of, move
from bot.actions.tickets.stages import tell
from bot.actions.tickets.tickets import after_move
from bot.desk import Work
from bot.errors import MoveRefused, OutOfDate
from bot.rules.tap_verbs import Verb
from bot.rules.ticket_flow import Actor, Move, Need
from bot.taps import Button, Tap
from storage import tickets
from storage.models import Conversation, Outcome, StaffMember, Ticket


async def decline(work: Work, ticket: Ticket, staff: StaffMember, explanation: str) -> None:
    """Nothing can be done, or it turned out otherwise: the owner gets an explanation (D2). A complaint waits for a
    manager's word first (S10)."""
    actor = actor_of(staff)
    given = frozenset({Need.EXPLANATION} if explanation.strip() else ())
    if ticket.kind == "complaint" and not actor.manager:
        await move(work, ticket, Move.PROPOSE_DECLINE, actor, given, text=explanation, internal=True)
        ticket.outcome, ticket.conclusion = Outcome.UNFOUNDED.value, explanation
        await after_move(work, ticket)
        await _ask_lead(work, ticket, staff)
        return
    await move(work, ticket, Move.DECLINE, actor, given, text=explanation or ticket.conclusion or "")
    await _declined(work, ticket, actor, explanation or ticket.conclusion or "")


async def confirm_decline(work: Work, ticket: Ticket, manager: StaffMember, proposal: int, *, agreed: bool) -> None:
    """A manager's word on a proposal to decline, whatever else has happened with the matter since. Raises MoveRefused
    for anybody else and when nothing is proposed, OutOfDate when other words are proposed by now."""
    actor = actor_of(manager)
    if not facts_of(ticket).decline_proposed:
        raise MoveRefused("tickets-needs-proposal", number=ticket.number)
    if proposal != await _proposal(work, ticket):
        raise OutOfDate("tickets-proposal-old", number=ticket.number)
    place = await place_of_ticket(work, ticket)
    if agreed:
        explanation = ticket.conclusion or ""
        await move(work, ticket, Move.DECLINE, actor, text=explanation)
        await _declined(work, ticket, actor, explanation)
    else:
        await move(work, ticket, Move.REJECT_DECLINE, actor, internal=True)
        ticket.outcome = ticket.conclusion = None
        await after_move(work, ticket)
    key = "tickets-decline-confirmed" if agreed else "tickets-decline-rejected"
    await tell_office(work, place, key, number=ticket.number, holder=manager.name)


async def _declined(work: Work, ticket: Ticket, actor: Actor, explanation: str) -> None:
    unfounded = ticket.kind == "complaint"
    ticket.outcome = (Outcome.UNFOUNDED if unfounded else Outcome.EXPLAINED).value
    ticket.conclusion, ticket.closed_at, ticket.deferred_until = explanation, work.now, None
    await after_move(work, ticket)
    await _expect_an_objection(work, ticket)
    await tell(
        work,
        ticket,
        "tickets-stage-declined",
        actor,
        always=True,
        follow_up={"kind": "conclusion", "ticket_id": ticket.id, "survey_id": None},
        explanation=explanation,
    )
    conversation = await work.session.get_one(Conversation, ticket.conversation_id)
    await handoff.over(work, conversation, ticket)


async def _expect_an_objection(work: Work, ticket: Ticket) -> None:
    """What the owner writes next may be against it, as the explanation invites them to."""
    conversation = await work.session.get_one(Conversation, ticket.conversation_id)
    flow = flow_of(conversation)
    adding = flow is not None and flow.kind is FlowKind.ADDING and flow.suspended is None
    if flow is None or (adding and flow.data["ticket_id"] == ticket.id):
        enter(conversation, Flow(FlowKind.ADDING, {"ticket_id": ticket.id, "at": work.now.isoformat()}))


async def _ask_lead(work: Work, ticket: Ticket, staff: StaffMember) -> None:
    """Managers are asked to confirm, and the first to answer decides; where there is none, in the topic."""
    managers = manager_places(work)
    here = await place_of_ticket(work, ticket)
    locale = work.desk.office_locale
    proposal = await _proposal(work, ticket)
    yes, no = (
        Button(
            work.say(locale, f"tickets-button-decline-{choice}"),
            Tap(Verb.CONFIRM_DECLINE, ticket.id, proposal, choice),
        )
        for choice in ("yes", "no")
    )
    for place in managers or (here,):
        await tell_office(
            work,
            place,
            "tickets-decline-proposed",
            ((yes, no),),
            number=ticket.number,
            holder=staff.name,
            words=ticket.words[:500],
            explanation=ticket.conclusion or "",
        )
    if managers:
        await tell_office(work, here, "tickets-decline-asked", number=ticket.number)


async def _proposal(work: Work, ticket: Ticket) -> int:
    """Which proposal stands now: the id of its event."""
    proposed = Move.PROPOSE_DECLINE.value
    events = await tickets.events_of(work.session, ticket.id)
    return max((event.id for event in events if event.data.get("move") == proposed), default=0)
