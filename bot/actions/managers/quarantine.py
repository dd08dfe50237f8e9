"""Input that could not be processed: the managers learn where and when, the owner that somebody will look."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from bot.actions.managers.alerts import raise_alert
from bot.actions.outgoing import Place, text
from bot.actions.wording import name_of
from bot.desk import Work
from storage import conversations
from storage.models import Conversation, InboxKind, InboxRow, Person

_LONGEST = 60
_NUMBER = re.compile(r"[0-9a-f]{8}(?=:)")


async def quarantined(work: Work, row: InboxRow) -> None:
    """One alert per row, with an error number that stands in the log too, and an apology to an owner.

    The row is what made everything else fail: nothing here parses it, only a few numbers are looked for."""
    found = _found(row)
    conversation = None
    if found.chat_id is not None and found.chat_id > 0:
        conversation = await conversations.conversation_of_chat(work.session, found.chat_id)
    if conversation is not None:
        conversation = await conversations.lock_conversation(work.session, conversation.id)
    await raise_alert(
        work,
        "quarantined",
        key=f"quarantined:{row.id}",
        conversation=conversation,
        error_id=error_id(row),
        at=row.received_at.isoformat(),
        source=_source(work, row, found.chat_id),
        who=await _who(work, row, found, conversation),
    )
    if row.kind == InboxKind.UPDATE and found.chat_id is not None and _is_owners(work, found.chat_id):
        locale = await _locale(work, found, conversation)
        phones = work.desk.office.phones
        words = work.say(locale, "owner-trouble", phone=phones.get("office") or phones.get("duty", ""))
        await text(work, Place(chat_id=found.chat_id), words)


def error_id(row: InboxRow) -> str:
    """What the alert and the log call the same failure: the worker's number, which begins the row's note."""
    number = _NUMBER.match(row.error or "")
    return number[0] if number is not None else f"E-{row.id}"


@dataclass(frozen=True, slots=True)
class _Found:
    """What could be made out of a payload that nobody could parse."""

    chat_id: int | None
    name: str
    language: str


def _found(row: InboxRow) -> _Found:
    """The first part of the update that names a chat; of a timer, its lane."""
    payload = row.payload if isinstance(row.payload, Mapping) else {}
    for part in payload.values():
        holder = _mapping(part)
        chat = _mapping(holder.get("chat")) or _mapping(_mapping(holder.get("message")).get("chat"))
        sender = _mapping(holder.get("from"))
        if isinstance(chat.get("id"), int) and abs(chat["id"]) < 2**63:
            name = str(sender.get("first_name") or chat.get("title") or "")
            return _Found(int(chat["id"]), name[:_LONGEST], str(sender.get("language_code") or "")[:2])
    prefix, _, number = row.lane.partition(":")
    chat_id = int(number) if prefix == "chat" and re.fullmatch(r"-?\d{1,18}", number) else None
    return _Found(chat_id, "", "")


def _mapping(value: Any) -> Mapping[str, Any]:
    return value if isinstance(value, Mapping) else {}


def _source(work: Work, row: InboxRow, chat_id: int | None) -> str:
    """A part of a text key: alerts-from-<source>."""
    if row.kind == InboxKind.TIMER:
        return "timer"
    if chat_id is None:
        return "other"
    if chat_id == work.desk.chats.manager:
        return "manager"
    if chat_id in work.desk.staff_chats:
        return "staff"
    return "owner" if chat_id > 0 else "other"


def _is_owners(work: Work, chat_id: int) -> bool:
    return chat_id > 0 and chat_id != work.desk.chats.manager


async def _who(work: Work, row: InboxRow, found: _Found, conversation: Conversation | None) -> str:
    if row.kind == InboxKind.TIMER:
        payload = row.payload if isinstance(row.payload, Mapping) else {}
        return str(payload.get("kind", ""))[:_LONGEST]
    if conversation is not None:
        return name_of(work, await work.session.get_one(Person, conversation.person_id))
    return found.name or str(found.chat_id or "")


async def _locale(work: Work, found: _Found, conversation: Conversation | None) -> str:
    if conversation is not None:
        return (await work.session.get_one(Person, conversation.person_id)).locale
    return found.language if found.language in work.desk.texts.locales else work.desk.office_locale
