"""Where a raw update belongs, read with suspicion: nothing in it is certain to be there or of the right kind."""

from collections.abc import Mapping
from typing import Any

from bot.rules.plain_text import clean
from storage.inbox import NewUpdate

_WITH_CHAT = (
    "message",
    "edited_message",
    "my_chat_member",
    "chat_member",
    "message_reaction",
    "channel_post",
    "edited_channel_post",
)
_NOWHERE = "none"
_LONGEST = 80

ALLOWED_UPDATES = (
    "message",
    "edited_message",
    "callback_query",
    "my_chat_member",
    "chat_member",
    "message_reaction",
)
"""chat_member and message_reaction come only when they are asked for (facts: "Topics, albums, edits")."""


def new_update(bot_id: int, raw: Any) -> NewUpdate:
    """The row for one raw update, whatever it looks like."""
    update = raw if isinstance(raw, Mapping) else {}
    number = number_of(raw)
    message = _about(update)
    return NewUpdate(
        source=f"bot:{bot_id}",
        update_id=0 if number is None else number,
        payload={} if raw is None else raw,
        lane=lane_of(message),
        media_group=_media_group(update.get("message")),
    )


def number_of(raw: Any) -> int | None:
    """The number of an update, if it has one that Telegram could have given."""
    number = raw.get("update_id") if isinstance(raw, Mapping) else None
    known = isinstance(number, int) and not isinstance(number, bool) and 0 <= number < 2**63 - 1
    return number if known and isinstance(number, int) else None


def lane_of(message: Mapping[str, Any]) -> str:
    """A private chat, a topic, or a group with its General."""
    chat = _mapping(message.get("chat")).get("id")
    if not isinstance(chat, int) or isinstance(chat, bool):
        return _NOWHERE
    thread = message.get("message_thread_id")
    if message.get("is_topic_message") is True and isinstance(thread, int):
        return f"topic:{chat}:{thread}"[:_LONGEST]
    return f"chat:{chat}"[:_LONGEST]


def _about(update: Mapping[str, Any]) -> Mapping[str, Any]:
    if "callback_query" in update:
        return _mapping(_mapping(update["callback_query"]).get("message"))
    return next((_mapping(update[kind]) for kind in _WITH_CHAT if kind in update), {})


def _media_group(message: Any) -> str | None:
    about = _mapping(message)
    group = about.get("media_group_id")
    if not isinstance(group, str):
        return None
    # It is a string of somebody else's, which stands beside the payload: what no database takes must not be in it.
    return clean(f"{_mapping(about.get('chat')).get('id')}:{group}")[:_LONGEST]


def _mapping(value: Any) -> Mapping[str, Any]:
    return value if isinstance(value, Mapping) else {}
