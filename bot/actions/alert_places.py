"""Who reads an alert: the managers' chat; without one, or where it refuses, whoever may know of the matter (S1)."""

from bot.actions.outgoing import Place
from bot.desk import Work


def places(work: Work, confidential: bool, department: str | None) -> tuple[Place, ...]:
    """Where the alert goes first. A manager chat that is a staff chat at the same time does not hear confidences."""
    chat = work.desk.chats.manager
    if chat is not None and not (confidential and chat in work.desk.staff_chats):
        return (Place(chat_id=chat),)
    return fallback(work, confidential, department)


def fallback(work: Work, confidential: bool, department: str | None) -> tuple[Place, ...]:
    """Where it goes when the managers' chat refuses: the staff's General, for confidences each manager's own chat."""
    if confidential:
        ids = sorted(work.desk.chats.manager_ids - {work.desk.chats.manager})
        return tuple(Place(chat_id=manager) for manager in ids)
    chat = work.desk.staff_chat_of(department or "")
    return () if chat is None else (Place(chat_id=chat),)
