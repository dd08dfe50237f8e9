"""The world that `make run` shows: three owners, two staff, one manager, the staff forum. Ids: `world`."""

from bot.sandbox.core import Sandbox
from bot.sandbox.model import ADMIN_RIGHTS, Chat, Member, User
from bot.sandbox.world import (
    MANAGER_ID,
    OWNER_ALEX_ID,
    OWNER_KIM_ID,
    OWNER_PARK_ID,
    STAFF_CHAT_ID,
    STAFF_FACILITY_ID,
    STAFF_OFFICE_ID,
)

_PEOPLE = (
    User(OWNER_KIM_ID, "김영희", username="kim_younghee", language_code="ko"),
    User(OWNER_ALEX_ID, "Alex", "Kim", username="alexkim", language_code="en"),
    User(OWNER_PARK_ID, "박철수", language_code="ko"),
    User(STAFF_FACILITY_ID, "시설팀 이민수", username="minsu_facility", language_code="ko"),
    User(STAFF_OFFICE_ID, "관리팀 정하늘", username="haneul_office", language_code="ko"),
    User(MANAGER_ID, "한소장", username="manager_han", language_code="ko", started=True),
)
_STAFF_TITLE = "해답아파트 관리사무소"


def seed_world(box: Sandbox) -> None:
    """Fill an empty sandbox, silently: no update and no service message tells of it."""
    for person in _PEOPLE:
        add_person(box, User(**{name: getattr(person, name) for name in User.__slots__}))
    members = [
        Member(MANAGER_ID, "creator"),
        Member(STAFF_FACILITY_ID, "administrator", rights=all_rights()),
        Member(STAFF_OFFICE_ID),
        Member(box.world.bot_id, "administrator", rights=all_rights()),
    ]
    staff = Chat(STAFF_CHAT_ID, "supergroup", title=_STAFF_TITLE, is_forum=True)
    staff.members = {member.user_id: member for member in members}
    box.world.save_chat(staff)
    box.save()


def add_person(box: Sandbox, user: User) -> None:
    """A person and their private chat with the bot (not started unless the row says so)."""
    box.world.save_user(user)
    box.world.save_chat(Chat(user.id, "private"))


def all_rights() -> dict[str, bool]:
    return dict.fromkeys(ADMIN_RIGHTS, True)
