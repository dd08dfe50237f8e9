"""What the bot may do where: the checks that Telegram makes before a method touches a chat, a topic or a message."""

from bot.sandbox.core import Sandbox
from bot.sandbox.errors import BadRequest, ChatMigrated, Forbidden, Json
from bot.sandbox.model import PRESENT, Chat, Message, Topic

_KIND_NAMES = {"group": "group chat", "supergroup": "supergroup chat"}


def known_chat(box: Sandbox, chat_id: int | str) -> Chat:
    """A chat that the bot has ever met; 400 "chat not found" otherwise. "@name" finds a public one."""
    if isinstance(chat_id, str):
        for chat in box.world.chats.values():
            if chat.type != "private" and chat.username and f"@{chat.username}".lower() == chat_id.lower():
                return chat
        raise BadRequest("chat not found")
    found = box.world.chats.get(chat_id)
    if found is None:
        raise BadRequest("chat not found")
    return found


def readable_chat(box: Sandbox, chat_id: int | str) -> Chat:
    """A chat of which the bot may know something: 403 after it was removed from a supergroup."""
    chat = known_chat(box, chat_id)
    if chat.type == "private" and not box.world.users[chat.id].started:
        raise BadRequest("chat not found")
    if chat.type == "supergroup":
        _check_membership(box, chat)
    return chat


def writable_chat(box: Sandbox, chat_id: int | str) -> Chat:
    """A chat into which the bot may write: else 403, or 400 with the new id of an upgraded group."""
    chat = known_chat(box, chat_id)
    if chat.migrated_to is not None:
        raise ChatMigrated(chat.migrated_to)
    if chat.type == "private":
        user = box.world.users[chat.id]
        if not user.started:
            raise Forbidden("bot can't initiate conversation with a user")
        if user.blocked:
            raise Forbidden("bot was blocked by the user")
        return chat
    _check_membership(box, chat)
    return chat


def _check_membership(box: Sandbox, chat: Chat) -> None:
    status = box.world.bot_member(chat).status
    if status == "kicked":
        raise Forbidden(f"bot was kicked from the {_KIND_NAMES[chat.type]}")
    if status not in PRESENT:
        raise Forbidden(f"bot is not a member of the {_KIND_NAMES[chat.type]}")


def bot_may(box: Sandbox, chat: Chat, right: str) -> bool:
    """Whether the bot has an administrator's right (or, in a group, everybody's permission of that name)."""
    if chat.type == "private":
        return True
    return box.world.bot_member(chat).may(right)


def require_right(box: Sandbox, chat: Chat, right: str, doing: str) -> None:
    """400 "not enough rights to …" without the right."""
    if not bot_may(box, chat, right):
        raise BadRequest(f"not enough rights to {doing}")


def require_sending(box: Sandbox, chat: Chat, permission: str, what: str) -> None:
    """400 when an ordinary member may not send this kind of thing into the group."""
    if chat.type == "private" or box.world.bot_member(chat).status in ("creator", "administrator"):
        return
    if not (chat.permissions.get("can_send_messages") and chat.permissions.get(permission)):
        raise BadRequest(f"not enough rights to send {what} to the chat")


def require_forum(chat: Chat) -> None:
    if not chat.is_forum:
        raise BadRequest("the chat is not a forum")


def sending_thread(box: Sandbox, chat: Chat, thread_id: int | None) -> Topic | None:
    """The topic that message_thread_id names. Outside forums Telegram ignores it; 1 and deleted ones are not found."""
    if not chat.is_forum:
        return None
    manages = bot_may(box, chat, "can_manage_topics")
    if not thread_id or thread_id < 0:
        if chat.general_closed and not manages:
            raise BadRequest("TOPIC_CLOSED")
        return None
    topic = box.world.topic(chat.id, thread_id)
    if topic is None:
        raise BadRequest("message thread not found")
    if topic.closed and not manages:
        raise BadRequest("TOPIC_CLOSED")
    return topic


def managed_topic(box: Sandbox, chat: Chat, thread_id: int, doing: str) -> Topic:
    """A topic that the bot may change: its own, or any with can_manage_topics. TOPIC_ID_INVALID if it is gone."""
    require_forum(chat)
    topic = box.world.topic(chat.id, thread_id)
    if topic is None:
        raise BadRequest("TOPIC_ID_INVALID")
    if topic.creator_id != box.world.bot_id:
        require_right(box, chat, "can_manage_topics", doing)
    return topic


def found_message(box: Sandbox, chat: Chat, message_id: int | None, purpose: str) -> Message:
    """A message that still exists; `purpose` completes "message … not found" ("to edit", "to copy")."""
    if message_id is None:
        raise BadRequest("message identifier is not specified")
    message = box.world.message(chat.id, message_id)
    if message is None:
        raise BadRequest(f"message {purpose} not found")
    return message


def reply_target(box: Sandbox, chat: Chat, reply: Json | None) -> Message | None:
    """The message that reply_parameters name; 400 unless it exists or may be missing."""
    if not reply:
        return None
    if reply.get("chat_id") not in (None, chat.id, str(chat.id)):
        raise BadRequest("replies to another chat are not supported by the sandbox")
    wanted = str(reply.get("message_id", ""))
    if not wanted.isdecimal() or not isinstance(reply.get("quote") or "", str):
        raise BadRequest("can't parse reply parameters: a message_id is needed, and a quote must be a String")
    message = box.world.message(chat.id, int(wanted))
    if message is None and not reply.get("allow_sending_without_reply"):
        raise BadRequest("message to be replied not found")
    return message
