"""Putting a message into a chat: number, thread, quote, event, and the update if the bot is to see it."""

from dataclasses import dataclass
from typing import Any

from bot.sandbox.core import Sandbox
from bot.sandbox.errors import BadRequest, Json
from bot.sandbox.model import ADMINS, PRESENT, Chat, Message, Topic
from bot.sandbox.render import message_json
from bot.sandbox.text import addressed_command, entities, utf16_length
from bot.sandbox.view import message_view


@dataclass(frozen=True, slots=True)
class Draft:
    """A message before it has a number. `anonymous`: shown as sent by the group itself."""

    sender_id: int
    content: Json
    topic: Topic | None = None
    reply_to: Message | None = None
    quote: str | None = None
    markup: Json | None = None
    media_group_id: str | None = None
    forward_origin: Json | None = None
    anonymous: bool = False
    protected: bool = False


@dataclass(frozen=True, slots=True)
class Posted:
    """What became of it: the message, and the id of its update (None when the bot was not told)."""

    message: Message
    update_id: int | None


def post(box: Sandbox, chat: Chat, draft: Draft) -> Posted:
    """Store a message, show it to everybody in the chat, tell the bot unless it is its own."""
    thread_id, is_topic = _thread(chat, draft)
    message = Message(
        chat_id=chat.id,
        id=box.world.next_message_id(chat),
        date=box.clock.now(),
        sender_id=draft.sender_id,
        sender_chat_id=chat.id if draft.anonymous else None,
        content=draft.content,
        thread_id=thread_id,
        is_topic=is_topic,
        reply_to=draft.reply_to.id if draft.reply_to else None,
        quote=_quote(draft),
        markup=draft.markup,
        media_group_id=draft.media_group_id,
        forward_origin=draft.forward_origin,
        protected=draft.protected,
    )
    box.world.add_message(message)
    announce(box, "message", message)
    return Posted(message, _tell(box, chat, "message", message))


def edited(box: Sandbox, chat: Chat, message: Message) -> int | None:
    """Note that a message's content or markup changed; the bot hears of other people's edits."""
    message.edit_date = box.clock.now()
    box.world.save_message(message)
    announce(box, "edited", message)
    return _tell(box, chat, "edited_message", message)


def remove(box: Sandbox, message: Message) -> None:
    """Delete a message; bots never learn of it."""
    message.deleted = True
    message.pinned = False
    box.world.save_message(message)
    box.events.emit("deleted", chat_id=message.chat_id, thread=topic_of(message), message_id=message.id)


def announce(box: Sandbox, kind: str, message: Message, **fields: Any) -> None:
    """Tell the page and the tests about a message."""
    box.events.emit(
        kind,
        chat_id=message.chat_id,
        thread=topic_of(message),
        message_id=message.id,
        message=message_view(box.world, message),
        **fields,
    )


def topic_of(message: Message) -> int | None:
    """The topic that shows a message; None is General or a chat without topics."""
    return message.thread_id if message.is_topic else None


def bot_sees(box: Sandbox, chat: Chat, message: Message) -> bool:
    """Never its own messages or another bot's; in groups only as a member, with privacy mode on only what is for it."""
    sender = box.world.users.get(message.sender_id or 0)
    if sender is not None and sender.is_bot and message.sender_chat_id is None:
        return False
    if chat.type == "private":
        return True
    bot = box.world.bot_member(chat)
    if bot.status not in PRESENT:
        return False
    if bot.status in ADMINS or not privacy_mode(box) or message.is_service:
        return True
    username = box.world.bot.username or ""
    text = message.content.get("text") or message.content.get("caption") or ""
    target = box.world.message(chat.id, message.reply_to) if message.reply_to else None
    answers_bot = target is not None and target.sender_id == box.world.bot_id
    return answers_bot or addressed_command(text, username) or f"@{username}".lower() in text.lower()


def privacy_mode(box: Sandbox) -> bool:
    """BotFather's privacy mode, off unless the control API switched it on."""
    return box.profile.get("privacy", None, "", False) is True


def _tell(box: Sandbox, chat: Chat, kind: str, message: Message) -> int | None:
    if not bot_sees(box, chat, message):
        return None
    return box.updates.push(kind, message_json(box.world, message), chat.id)


def _thread(chat: Chat, draft: Draft) -> tuple[int | None, bool]:
    """(message_thread_id, is_topic_message). Replies in General carry the root of their chain, which is no topic."""
    if draft.topic is not None:
        return draft.topic.thread_id, True
    if chat.type != "supergroup" or draft.reply_to is None:
        return None, False
    target = draft.reply_to
    return target.thread_id or target.id, target.is_topic


def _quote(draft: Draft) -> Json | None:
    if not draft.quote or draft.reply_to is None:
        return None
    source = draft.reply_to.content.get("text") or draft.reply_to.content.get("caption") or ""
    start = source.find(draft.quote)
    if start < 0:
        raise BadRequest("QUOTE_TEXT_INVALID")
    quote: Json = {"text": draft.quote, "position": utf16_length(source[:start]), "is_manual": True}
    if marks := entities(draft.quote):
        quote["entities"] = marks
    return quote
