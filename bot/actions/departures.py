"""Somebody leaves the office's chat: access ends at once, and what they held is free for others (architecture §4)."""

from bot.actions import handoff, moves
from bot.actions.office_lines import tell_office
from bot.actions.places import place_of_ticket
from bot.desk import Work
from bot.rules.ticket_flow import SYSTEM
from storage import conversations, people, tickets
from storage.models import StaffMember, StaffRole, Ticket


async def left_office(work: Work, telegram_id: int) -> StaffMember | None:
    """Ends the access of a staff member, and gives back their talks and matters; None for anybody else."""
    member = await people.end_access(work.session, telegram_id, work.now)
    if member is None:
        return None
    held = {talk.id for talk in await conversations.held_by(work.session, member.id)}
    matters = await tickets.assigned_to(work.session, member.id)
    await conversations.lock_conversations(work.session, held | {ticket.conversation_id for ticket in matters})
    for ticket in matters:
        await work.session.refresh(ticket)
        if ticket.assignee_id == member.id:
            await _give_back(work, ticket, member)
    for talk in await conversations.held_by(work.session, member.id):
        await handoff.release(work, talk, None)
    # Only now, for what a manager gives back is told to managers. Who comes back proves it by writing in their chat.
    if telegram_id not in work.desk.chats.manager_ids:
        member.role = StaffRole.STAFF
    return member


async def _give_back(work: Work, ticket: Ticket, member: StaffMember) -> None:
    await moves.release(work, ticket, SYSTEM)
    place = await place_of_ticket(work, ticket)
    await tell_office(work, place, "tickets-holder-left", number=ticket.number, holder=member.name)
