"""Who reads an alert: the managers' chat; without one, or where it refuses, each manager whom the settings name; where
none of them can be written to, whoever may know of the matter (S1)."""

from bot.actions.outgoing import Place
from bot.desk import Work


def ladder(work: Work, confidential: bool, department: str | None) -> tuple[tuple[Place, ...], ...]:
    """Where the alert goes first, and where next when nobody there can be written to.

    Confidences go to managers only. A manager chat that is a staff chat at the same time does not hear them."""
    desk = work.desk
    staff = None if confidential else desk.staff_chat_of(department or "")
    managers = None if confidential and desk.chats.manager in desk.staff_chats else desk.chats.manager
    steps = ((managers,), desk.chats.private_managers, (staff,))
    found = (tuple(Place(chat_id=chat) for chat in step if chat is not None) for step in steps)
    return tuple(step for step in found if step)


def places(work: Work, confidential: bool, department: str | None) -> tuple[Place, ...]:
    """Where it goes first."""
    return next(iter(ladder(work, confidential, department)), ())
