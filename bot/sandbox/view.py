"""Rows as the page and the tests see them: flat, readable, with everything that people in the chat can see."""

from bot.sandbox.errors import Json
from bot.sandbox.model import CONTENT_KINDS, GROUP_ANONYMOUS_BOT_ID, Chat, Member, Message, Topic, User
from bot.sandbox.model import as_json as row_json
from bot.sandbox.world import World

#: An animation comes with a document of the same file, so it is looked for first.
_MEDIA = ("photo", "video", "voice", "audio", "animation", "document", "sticker", "video_note")


def message_view(world: World, message: Message) -> Json:
    """One message. `thread` is its topic (None: General or no topics); `service` names a service message's kind."""
    content = message.content
    return {
        "chat_id": message.chat_id,
        "message_id": message.id,
        "thread": message.thread_id if message.is_topic else None,
        "date": message.date,
        "sender": _sender_view(world, message),
        "text": content.get("text"),
        "caption": content.get("caption"),
        "media": _media_view(content),
        "location": content.get("location"),
        "contact": content.get("contact"),
        "service": _service_view(message),
        "media_group_id": message.media_group_id,
        "reply_to": _reply_view(world, message),
        "quote": message.quote["text"] if message.quote else None,
        "buttons": _buttons_view(message),
        "keyboard": _keyboard_view(message),
        "reactions": _reactions_view(message),
        "forwarded": message.forward_origin is not None,
        "edited": message.edit_date is not None,
        "pinned": message.pinned,
    }


def user_view(user: User) -> Json:
    return {**row_json(user), "name": user.name}


def topic_view(topic: Topic) -> Json:
    return {
        "thread": topic.thread_id,
        "name": topic.name,
        "icon_color": topic.icon_color,
        "icon_custom_emoji_id": topic.icon_custom_emoji_id,
        "closed": topic.closed,
    }


def chat_view(world: World, chat: Chat) -> Json:
    """A chat with its members, the bot's place and its living topics."""
    topics = [topic_view(topic) for topic in world.topics[chat.id].values() if not topic.deleted]
    title = world.users[chat.id].name if chat.type == "private" else chat.title
    return {
        "id": chat.id,
        "type": chat.type,
        "title": title,
        "is_forum": chat.is_forum,
        "members": [_member_view(world, member) for member in chat.members.values() if member.user_id != world.bot_id],
        "bot": row_json(world.bot_member(chat)) if chat.type != "private" else None,
        "topics": topics,
        "general": {"name": chat.general_name, "closed": chat.general_closed, "hidden": chat.general_hidden},
        "permissions": chat.permissions if chat.type != "private" else None,
        "available_reactions": chat.available_reactions,
        "last_message_id": max(world.messages[chat.id], default=0),
        "migrated_to": chat.migrated_to,
        "migrated_from": chat.migrated_from,
    }


def _member_view(world: World, member: Member) -> Json:
    return {**row_json(member), "name": world.users[member.user_id].name}


def _sender_view(world: World, message: Message) -> Json:
    if message.sender_chat_id is not None:
        return {"id": GROUP_ANONYMOUS_BOT_ID, "name": world.chats[message.sender_chat_id].title, "anonymous": True}
    user = world.users[message.sender_id or world.bot_id]
    return {"id": user.id, "name": user.name, "is_bot": user.is_bot, "anonymous": False}


def _media_view(content: Json) -> Json | None:
    kind = next((kind for kind in _MEDIA if kind in content), None)
    if kind is None:
        return None
    body = content[kind][-1] if kind == "photo" else content[kind]
    known = ("file_id", "file_unique_id", "file_name", "mime_type", "file_size", "width", "height", "duration", "emoji")
    return {
        "kind": kind,
        "url": f"/sandbox/files/{body['file_id']}",
        **{name: body[name] for name in known if name in body},
    }


def _service_view(message: Message) -> Json | None:
    if not message.is_service:
        return None
    kind = next((name for name in message.content if name not in CONTENT_KINDS), "unknown")
    return {"kind": "pinned_message" if kind == "pinned_id" else kind, "value": message.content.get(kind)}


def _reply_view(world: World, message: Message) -> Json | None:
    if message.reply_to is None:
        return None
    target = world.message(message.chat_id, message.reply_to)
    if target is None:
        return {"message_id": message.reply_to, "text": None, "name": None}
    text = target.content.get("text") or target.content.get("caption")
    return {"message_id": target.id, "text": text, "name": _sender_view(world, target)["name"]}


def _buttons_view(message: Message) -> list[list[Json]]:
    rows = (message.markup or {}).get("inline_keyboard", [])
    return [
        [{"text": button["text"], "data": button.get("callback_data"), "url": button.get("url")} for button in row]
        for row in rows
    ]


def _keyboard_view(message: Message) -> Json | None:
    """A reply keyboard, its removal or a forced reply, as the person's client would show it."""
    return None if message.markup is None or "inline_keyboard" in message.markup else message.markup


def _reactions_view(message: Message) -> list[Json]:
    by_emoji: dict[str, list[int]] = {}
    for actor, emojis in message.reactions.items():
        for emoji in emojis:
            by_emoji.setdefault(emoji, []).append(int(actor))
    return [{"emoji": emoji, "by": actors} for emoji, actors in by_emoji.items()]
