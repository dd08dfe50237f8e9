"""Somebody leaves a chat of the office: access ends at once, what they held is free for others (architecture §4)."""

from collections.abc import Callable
from datetime import datetime

from bot.actions.people import presence
from bot.actions.talks import handoff
from bot.actions.talks.office_lines import tell_of_ticket
from bot.actions.tickets import moves
from bot.desk import Work
from bot.rules.routing import MANAGER
from bot.rules.ticket_flow import SYSTEM
from storage import conversations, people, tickets
from storage.models import StaffMember, StaffRole, Ticket


async def left(work: Work, telegram_id: int, chat_id: int, at: datetime) -> None:
    """Somebody has left a chat of the office. Who is gone from the common group, or from the only one they were seen
    in, has no access any more; who is gone from the managers' chat only is staff still, from a department's only of
    no department."""
    member = await people.staff_by_telegram(work.session, telegram_id)
    if member is None:
        return
    await presence.left(work, member, chat_id, at)
    desk = work.desk
    others = {*desk.staff_chats, desk.chats.manager} - {chat_id, None}
    stays = [chat for chat in others if chat is not None and await presence.is_in(work, member, chat)]
    if chat_id == desk.chats.staff or not stays:
        await _end_access(work, member)
    elif chat_id == desk.chats.manager:
        await _free(work, member, lambda ticket: ticket.department == MANAGER)
        _demote(work, member)
    else:
        member.department = None


async def _end_access(work: Work, member: StaffMember) -> None:
    if await people.end_access(work.session, member.telegram_id, work.now) is None:
        return
    await _free(work, member, lambda ticket: True)
    for talk in await conversations.held_by(work.session, member.id):
        await handoff.release(work, talk, None)
    _demote(work, member)


def _demote(work: Work, member: StaffMember) -> None:
    """A manager who comes back proves it by writing in the manager chat."""
    if member.telegram_id not in work.desk.chats.manager_ids:
        member.role = StaffRole.STAFF


async def _free(work: Work, member: StaffMember, wanted: Callable[[Ticket], bool]) -> None:
    """Gives matters back, and the talks that were held for them; all talks are locked first."""
    held = {talk.id for talk in await conversations.held_by(work.session, member.id)}
    matters = [ticket for ticket in await tickets.assigned_to(work.session, member.id) if wanted(ticket)]
    await conversations.lock_conversations(work.session, held | {ticket.conversation_id for ticket in matters})
    for ticket in matters:
        await work.session.refresh(ticket)
        if ticket.assignee_id == member.id:
            await _give_back(work, ticket, member)


async def _give_back(work: Work, ticket: Ticket, member: StaffMember) -> None:
    await moves.release(work, ticket, SYSTEM)
    await tell_of_ticket(work, ticket, "tickets-holder-left", number=ticket.number, holder=member.name)
