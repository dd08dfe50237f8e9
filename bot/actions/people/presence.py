"""In which chats of the office somebody has been seen: by writing or tapping there, until they leave (architecture §4).

Telegram lists no members for bots, so this is on record as audit entries, and a group's former ids count as itself."""

from datetime import datetime

from bot.desk import Work
from storage import audit
from storage.models import AuditEntry, StaffMember

_SEEN, _LEFT = "presence.seen", "presence.left"


async def seen(work: Work, member: StaffMember, chat_id: int) -> None:
    if not await is_in(work, member, chat_id):
        await _note(work, member, chat_id, _SEEN, {})


async def left(work: Work, member: StaffMember, chat_id: int, at: datetime) -> None:
    """`at`: by Telegram's clock, as messages have it."""
    await _note(work, member, chat_id, _LEFT, {"at": at.isoformat()})


async def is_in(work: Work, member: StaffMember, chat_id: int) -> bool:
    latest = await _latest(work, member, chat_id)
    return latest is not None and latest.action == _SEEN


async def left_since(work: Work, member: StaffMember, chat_id: int, at: datetime) -> bool:
    """Whether what they sent at that moment comes to be read only now that they are gone."""
    latest = await _latest(work, member, chat_id)
    return latest is not None and latest.action == _LEFT and at < datetime.fromisoformat(latest.data["at"])


async def _latest(work: Work, member: StaffMember, chat_id: int) -> AuditEntry | None:
    chats = work.desk.chats
    ids = {chat_id, *(old for old in chats.moved if chats.now(old) == chat_id)}
    found = [entry for one in ids for entry in await audit.latest_of_subject(work.session, _subject(member, one), 1)]
    return max(found, key=lambda entry: entry.id, default=None)


async def _note(work: Work, member: StaffMember, chat_id: int, action: str, data: dict[str, object]) -> None:
    await audit.record(
        work.session,
        at=work.now,
        actor=f"staff:{member.id}",
        action=action,
        subject=_subject(member, chat_id),
        data=data,
    )
    await work.session.flush()


def _subject(member: StaffMember, chat_id: int) -> str:
    return f"staff:{member.id} in {chat_id}"
