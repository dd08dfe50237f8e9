"""Rows that stories about storage begin with."""

from datetime import UTC, datetime
from itertools import count

from sqlalchemy.ext.asyncio import AsyncSession

from storage import conversations, people, tickets
from storage.models import Conversation, OutboxRow, Person, StaffMember, Ticket

NOON = datetime(2026, 11, 24, 3, 0, tzinfo=UTC)
STAFF_CHAT = -1001
_telegram_ids = count(7001)


async def an_owner(session: AsyncSession, name: str = "김하늘") -> tuple[Person, Conversation]:
    """A person and their conversation."""
    telegram_id = next(_telegram_ids)
    person = await people.add_person(session, telegram_id=telegram_id, display_name=name, locale="ko", at=NOON)
    talk = await conversations.add_conversation(session, person_id=person.id, chat_id=telegram_id, at=NOON)
    return person, talk


async def a_staff_member(session: AsyncSession, name: str = "이민수", department: str | None = None) -> StaffMember:
    return await people.add_staff(session, telegram_id=next(_telegram_ids), name=name, department=department, at=NOON)


async def a_ticket(session: AsyncSession, talk: Conversation, **differing: object) -> Ticket:
    """A leak, received and unclaimed, unless something differs."""
    usual: dict[str, object] = {
        "conversation_id": talk.id,
        "person_id": talk.person_id,
        "intent": "repair.leak",
        "kind": "complaint",
        "department": "facility",
        "priority": "normal",
        "words": "천장에서 물이 떨어져요",
        "created_at": NOON,
    }
    return await tickets.add_ticket(session, Ticket(**{**usual, **differing}))


async def a_promise(session: AsyncSession, **differing: object) -> OutboxRow:
    """A text that is to go out."""
    usual: dict[str, object] = {
        "method": "sendMessage",
        "params": {"text": "안녕하세요"},
        "stream": "chat:7001",
        "due_at": NOON,
        "created_at": NOON,
    }
    row = OutboxRow(**{**usual, **differing})
    session.add(row)
    await session.flush()
    return row
