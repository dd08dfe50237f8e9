"""What owners are told of each stage of their matter (O9, D5): short, with name, number and the next step."""

from collections.abc import Mapping
from typing import Any

from bot.actions.outgoing import Terms, owner_of, text
from bot.actions.people.staff_members import introduced, staff_of
from bot.actions.talks import lease
from bot.actions.wording import called, department_name, title_for
from bot.desk import Work
from bot.rules.ticket_flow import Actor, ActorKind
from storage import outbox_changes
from storage.models import Conversation, Floor, OutboxRow, Person, Priority, Ticket

STAGE, LATE = "stage", "late"
"""Kinds of words that wait for the end of a talk."""


async def tell(
    work: Work,
    ticket: Ticket,
    key: str,
    actor: Actor,
    *,
    always: bool = False,
    passing: bool = False,
    introducing: bool = False,
    follow_up: Mapping[str, Any] | None = None,
    **args: Any,
) -> OutboxRow | None:
    """One stage to the ticket's owner, in their language; nothing at night (O13).

    While somebody holds the conversation, stages of the matter they hold are theirs to tell and are not doubled, unless
    `always`; stages of other matters wait until the floor is free (architecture §4). A `passing` stage is not told once
    another has overtaken it; an `introducing` one goes before what its holder says, and only while they are that."""
    conversation = await work.session.get_one(Conversation, ticket.conversation_id)
    person = await work.session.get_one(Person, ticket.person_id)
    held = conversation.floor == Floor.HELD
    by_holder = held and actor.kind == ActorKind.STAFF and actor.id == conversation.holder_id
    if by_holder and not always:
        return None
    other_matter = held and ticket.assignee_id != conversation.holder_id
    start = lease.long_after(work) if other_matter else work.now
    holder = await staff_of(work, ticket.assignee_id)
    department = department_name(work, person.locale, ticket.department)
    words = work.say(
        person.locale,
        key,
        who=called(work, person),
        number=ticket.number,
        title=title_for(work, person, ticket.intent),
        department=department,
        holder=introduced(work, person.locale, holder, ticket.department) if holder else department,
        **args,
    )
    due_at = work.desk.office.quiet_hours.next_allowed(start)
    about = {"kind": STAGE, "ticket_id": ticket.id, "state": ticket.state if passing else None}
    if introducing:
        about["holder_id"] = ticket.assignee_id
    priority = Priority.DIRECT if introducing else Priority.STAGE
    terms = Terms(priority=priority, due_at=due_at, relevance=about, follow_up=follow_up)
    return await text(work, owner_of(conversation), words, None, terms)


async def introduce(work: Work, conversation: Conversation) -> None:
    """The holder is about to say something, at night too: words from nobody would puzzle the owner."""
    for row in await outbox_changes.pending_of_stream(work.session, owner_of(conversation).stream):
        introduced_there = (row.relevance or {}).get("holder_id")
        if introduced_there is not None and introduced_there == conversation.holder_id and row.due_at > work.now:
            await outbox_changes.hasten(work.session, row, work.now)


async def floor_is_free(work: Work, conversation: Conversation) -> None:
    """What waited for the talk to end goes out now, at night in the morning; what is late is said in office hours."""
    office = work.desk.office
    due = {
        STAGE: office.quiet_hours.next_allowed(work.now),
        LATE: office.quiet_hours.next_allowed(office.calendar.next_opening(work.now)),
    }
    for row in await outbox_changes.pending_of_stream(work.session, owner_of(conversation).stream):
        due_at = due.get((row.relevance or {}).get("kind", ""))
        if due_at is not None and row.due_at > due_at:
            await outbox_changes.hasten(work.session, row, due_at)
