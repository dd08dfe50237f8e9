"""People of the office: met by writing or tapping in an office chat, gone when they leave it (architecture §4)."""

from bot.actions.people import presence
from bot.actions.wording import department_name
from bot.desk import Work
from bot.incoming import Sender
from bot.rules.access import is_manager
from bot.rules.ticket_flow import Actor
from storage import people
from storage.models import StaffMember, StaffRole


async def met(work: Work, sender: Sender, chat_id: int) -> StaffMember:
    """The staff member who wrote or tapped in an office chat; made, renamed or given access again where needed."""
    chats = work.desk.chats
    member = await people.staff_by_telegram(work.session, sender.id)
    if member is None:
        member = await people.add_staff(work.session, telegram_id=sender.id, name=sender.name, at=work.now)
    member.name = sender.name
    member.left_at = None
    if chat_id in work.desk.staff_chats or chat_id == chats.manager:
        await presence.seen(work, member, chat_id)
    member.role = StaffRole.MANAGER if await _is_manager(work, member, chat_id) else StaffRole.STAFF
    if (own := _department_of_chat(work, chat_id)) is not None:
        member.department = own
    await work.session.flush()
    return member


async def _is_manager(work: Work, member: StaffMember, chat_id: int) -> bool:
    """By the settings as they are now; in the managers' chat, and elsewhere for whoever is known to be in it."""
    chats = work.desk.chats
    if is_manager(member.telegram_id, chats.manager_ids, in_manager_chat=chat_id == chats.manager):
        return True
    if member.role != StaffRole.MANAGER or chats.manager is None:
        return False
    return await presence.is_in(work, member, chats.manager)


def duty(staff: StaffMember, *, on: bool | None) -> bool:
    """Begins or ends somebody's shift; None only asks. Returns whether they are on duty now."""
    if on is not None:
        staff.on_duty = on
    return staff.on_duty


async def staff_of(work: Work, staff_id: int | None) -> StaffMember | None:
    return None if staff_id is None else await work.session.get(StaffMember, staff_id)


def actor_of(staff: StaffMember) -> Actor:
    return Actor.staff(staff.id, manager=staff.role == StaffRole.MANAGER)


def introduced(work: Work, locale: str, staff: StaffMember, department: str | None = None) -> str:
    """How owners read a staff member: "시설팀 이민수"; `department`: of the matter, where the person has none.

    Many carry a team in the name that Telegram shows: none is put before it."""
    teams = {name for known in work.desk.office.departments.values() for name in known.names.values()}
    if any(name in staff.name for name in teams):
        return staff.name
    team = staff.department or department
    name = department_name(work, locale, team) if team else work.say(locale, "staff-office")
    return work.say(locale, "staff-introduced", team=name, name=staff.name)


def _department_of_chat(work: Work, chat_id: int) -> str | None:
    """The department that works in this chat alone."""
    desk = work.desk
    own = [key for key, team in desk.office.departments.items() if desk.chats.now(team.staff_chat) == chat_id]
    return own[0] if len(own) == 1 and chat_id != desk.chats.staff else None
