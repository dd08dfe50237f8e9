"""From an outbox row to a call: our ids become Telegram's, and what no longer matters is left out."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from storage.models import OutboxRow, OutboxState, Topic

_MAKES_TOPIC = "createForumTopic"
_WITHOUT_THREAD = frozenset(
    {
        "editMessageText",
        "editMessageCaption",
        "editMessageReplyMarkup",
        "editMessageMedia",
        "deleteMessage",
        "deleteMessages",
        "pinChatMessage",
        "setMessageReaction",
        _MAKES_TOPIC,
    }
)
_FINAL_WITHOUT_MESSAGE = frozenset({OutboxState.DEAD, OutboxState.DROPPED, OutboxState.AMBIGUOUS})


class NotNow(StrEnum):
    """Why a row is not sent in this round."""

    WAITS = "waits"  # for its topic or its target
    POINTLESS = "pointless"  # expired, or what it should change never arrived


@dataclass(frozen=True, slots=True)
class Call:
    """One Bot API call, complete."""

    row_id: int
    stream: str
    method: str
    params: Mapping[str, Any]
    chat_id: int | None
    tries: int = 0  # how often the row had been claimed: tells a late result from that of a later claim
    plain: bool = False  # nothing follows from its acceptance but that it was sent

    @property
    def messages(self) -> int:
        """How many messages it makes: the parts of an album count each."""
        return max(1, len(self.params.get("message_ids") or self.params.get("media") or ()))


async def prepare(session: AsyncSession, row: OutboxRow, real_now: datetime) -> Call | NotNow:
    """The call that a row stands for, or why there is none now."""
    if row.expires_at is not None and row.expires_at <= real_now:
        return NotNow.POINTLESS
    params = {name: value for name, value in row.params.items() if not name.startswith("_")}
    chat_id = row.chat_id
    if row.topic_id is not None:
        topic = await session.get_one(Topic, row.topic_id)
        chat_id = topic.staff_chat_id
        if row.method != _MAKES_TOPIC and topic.thread_id is None:
            return NotNow.WAITS
        if row.method not in _WITHOUT_THREAD:
            params["message_thread_id"] = topic.thread_id
    target = await _target(session, row)
    if isinstance(target, NotNow):
        return target
    if target is not None:
        params["message_id"] = target
    reply = await _reply(session, row)
    if reply is NotNow.WAITS:
        return NotNow.WAITS
    if isinstance(reply, Mapping):
        params["reply_parameters"] = reply
    if chat_id is not None:
        params["chat_id"] = chat_id
    plain = row.follow_up is None and row.barred_at is None
    return Call(row.id, row.stream, row.method, params, chat_id, row.tries, plain)


async def _target(session: AsyncSession, row: OutboxRow) -> int | NotNow | None:
    """The message to edit, pin, delete or react to; None where the row makes a new one."""
    if row.target_message_id is not None:
        return row.target_message_id
    if row.target_id is None:
        return None
    target = await session.get_one(OutboxRow, row.target_id)
    if target.telegram_message_id is not None:
        return target.telegram_message_id
    return NotNow.POINTLESS if target.state in _FINAL_WITHOUT_MESSAGE else NotNow.WAITS


async def _reply(session: AsyncSession, row: OutboxRow) -> Mapping[str, Any] | NotNow | None:
    """reply_parameters; a message whose partner never arrived goes without."""
    message_id = row.reply_to_message_id
    if message_id is None and row.reply_to_id is not None:
        partner = await session.get_one(OutboxRow, row.reply_to_id)
        message_id = partner.telegram_message_id
        if message_id is None and partner.state not in _FINAL_WITHOUT_MESSAGE:
            return NotNow.WAITS
    if message_id is None:
        return None
    reply: dict[str, Any] = {"message_id": message_id, "allow_sending_without_reply": True}
    if quote := row.params.get("_quote"):
        reply["quote"] = quote
    return reply
