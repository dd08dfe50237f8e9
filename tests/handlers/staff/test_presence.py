"""Who belongs to the office, by the chats they write in and leave (architecture §4)."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.actions.people.staff_members import met
from bot.actions.tickets import moves
from bot.incoming import Sender
from storage.models import Floor, StaffMember, StaffRole, TicketState
from storage.people import staff_by_telegram
from tests.builders import MANAGER_CHAT, MONDAY_MORNING, STAFF_CHAT, an_office, an_open_ticket
from tests.handlers.staff.conftest import BOSS, MINSU, Colleague, Room

CLEANERS = -1001000000009


async def meets(room: Room, who: Colleague, chat: int) -> StaffMember:
    return await met(room.work, Sender(who.id, who.name, "ko"), chat)


def with_cleaners(room: Room) -> None:
    """The cleaners have a group of their own."""
    departments = dict(room.work.desk.office.departments)
    departments["cleaning"] = replace(departments["cleaning"], staff_chat=CLEANERS)
    room.work = replace(room.work, desk=replace(room.work.desk, office=an_office(departments=departments)))


def named(room: Room, *managers: int) -> None:
    """The settings name these managers from now on."""
    chats = replace(room.work.desk.chats, manager_ids=managers)
    room.work = replace(room.work, desk=replace(room.work.desk, chats=chats))


async def test_a_manager_whom_the_settings_no_longer_name_is_none(room: Room) -> None:
    named(room, BOSS.id)
    assert (await meets(room, BOSS, STAFF_CHAT)).role == StaffRole.MANAGER
    named(room)
    assert (await meets(room, BOSS, STAFF_CHAT)).role == StaffRole.STAFF


async def test_whoever_writes_in_the_managers_chat_is_a_manager_everywhere_until_they_leave_it(room: Room) -> None:
    await meets(room, BOSS, MANAGER_CHAT)
    assert (await meets(room, BOSS, STAFF_CHAT)).role == StaffRole.MANAGER
    await room.leaves(BOSS, MANAGER_CHAT)
    member = await staff_by_telegram(room.work.session, BOSS.id)
    assert member is not None
    assert member.left_at is None
    assert (await meets(room, BOSS, STAFF_CHAT)).role == StaffRole.STAFF


async def test_the_managers_chat_is_still_theirs_under_its_new_id(room: Room) -> None:
    await meets(room, BOSS, MANAGER_CHAT)
    chats = replace(room.work.desk.chats, moved={})
    chats.follow(MANAGER_CHAT, MANAGER_CHAT - 7)
    room.work = replace(room.work, desk=replace(room.work.desk, chats=chats))
    assert (await meets(room, BOSS, STAFF_CHAT)).role == StaffRole.MANAGER


async def test_another_managers_chat_must_be_written_in_anew(room: Room) -> None:
    await meets(room, BOSS, MANAGER_CHAT)
    chats = replace(room.work.desk.chats, manager=MANAGER_CHAT - 7)
    room.work = replace(room.work, desk=replace(room.work.desk, chats=chats))
    assert (await meets(room, BOSS, STAFF_CHAT)).role == StaffRole.STAFF


async def test_who_leaves_the_managers_chat_gives_back_what_only_managers_may_have(room: Room) -> None:
    await room.says(BOSS, "/claim")
    private = await an_open_ticket(room.work, room.talk, room.person, intent="complaint.staff", words="불친절해요")
    await moves.claim_ticket(room.work, private, await meets(room, BOSS, MANAGER_CHAT))
    await room.leaves(BOSS, MANAGER_CHAT)
    assert private.assignee_id is None
    assert private.state == TicketState.RECEIVED
    assert room.ticket.assignee_id is not None


@pytest.mark.parametrize("elsewhere", [True, False])
async def test_leaving_a_departments_group_ends_access_unless_they_work_in_another(room: Room, elsewhere: bool) -> None:
    with_cleaners(room)
    assert (await meets(room, MINSU, CLEANERS)).department == "cleaning"
    if elsewhere:
        await room.says(MINSU, "/claim")
    member = await meets(room, MINSU, CLEANERS)
    await room.leaves(MINSU, CLEANERS)
    assert (member.left_at is None) == elsewhere
    assert (room.ticket.assignee_id == member.id) == elsewhere
    assert (room.talk.floor == Floor.HELD) == elsewhere
    assert (member.department is None) == elsewhere


async def test_leaving_the_common_group_ends_access_wherever_else_they_are(room: Room) -> None:
    with_cleaners(room)
    member = await meets(room, MINSU, CLEANERS)
    await room.says(MINSU, "/claim")
    await room.leaves(MINSU)
    assert member.left_at is not None
    assert room.ticket.assignee_id is None


async def test_what_was_written_before_they_left_and_is_read_after_it_lets_nobody_in_again(room: Room) -> None:
    await room.says(MINSU, "/claim")
    await room.leaves(MINSU, at=MONDAY_MORNING + timedelta(seconds=1))
    member = await staff_by_telegram(room.work.session, MINSU.id)
    assert member is not None
    before = await room.hears_texts()
    await room.says(MINSU, "/claim")
    await room.says(MINSU, "곧 갑니다")
    assert member.left_at is not None
    assert room.ticket.assignee_id is None
    assert await room.hears_texts() == before

    await room.leaves(MINSU, at=MONDAY_MORNING - timedelta(days=1))
    await room.says(MINSU, "/claim")
    assert member.left_at is None, "they came back"
    assert room.ticket.assignee_id == member.id


async def test_a_manager_may_leave_the_group_of_a_department(room: Room) -> None:
    with_cleaners(room)
    await meets(room, BOSS, CLEANERS)
    member = await meets(room, BOSS, MANAGER_CHAT)
    await room.leaves(BOSS, CLEANERS)
    assert member.left_at is None
    assert member.role == StaffRole.MANAGER
