"""Rows as Bot API objects, the way a bot receives them."""

from bot.sandbox.errors import Json
from bot.sandbox.model import ADMIN_RIGHTS, GROUP_ANONYMOUS_BOT_ID, PERMISSIONS, Chat, Member, Message, Topic, User
from bot.sandbox.world import World

#: What only the sandbox's people need and no bot ever sees.
_HIDDEN_CONTENT = ("pinned_id",)


def user_json(user: User) -> Json:
    """User."""
    optional = {"last_name": user.last_name, "username": user.username, "language_code": user.language_code}
    known = {name: value for name, value in optional.items() if value is not None}
    return {"id": user.id, "is_bot": user.is_bot, "first_name": user.first_name, **known}


def anonymous_json() -> Json:
    """The account in `from` of an anonymous administrator's message."""
    return {"id": GROUP_ANONYMOUS_BOT_ID, "is_bot": True, "first_name": "Group", "username": "GroupAnonymousBot"}


def chat_json(world: World, chat: Chat) -> Json:
    """Chat."""
    if chat.type == "private":
        user = world.users[chat.id]
        names = {"first_name": user.first_name, "last_name": user.last_name, "username": user.username}
        return {"id": chat.id, **{name: value for name, value in names.items() if value is not None}, "type": "private"}
    result: Json = {"id": chat.id, "title": chat.title or "", "type": chat.type}
    if chat.username:
        result["username"] = chat.username
    if chat.is_forum:
        result["is_forum"] = True
    return result


def message_json(world: World, message: Message, *, nested: bool = False) -> Json:
    """Message; a nested one (reply_to_message, pinned_message) does not show its own reply.

    In a topic every message without a reply of its own answers the service message that created the topic.
    """
    chat = world.chats[message.chat_id]
    result: Json = {"message_id": message.id}
    if message.sender_chat_id is not None:
        result["from"] = anonymous_json()
        result["sender_chat"] = chat_json(world, world.chats[message.sender_chat_id])
    elif message.sender_id is not None:
        result["from"] = user_json(world.users[message.sender_id])
    result["chat"] = chat_json(world, chat)
    optional = {
        "author_signature": message.author_signature,
        "edit_date": message.edit_date,
        "message_thread_id": message.thread_id,
        "is_topic_message": message.is_topic or None,
        "forward_origin": message.forward_origin,
        "media_group_id": message.media_group_id,
        "quote": message.quote,
        "has_protected_content": message.protected or None,
    }
    result["date"] = message.date
    result.update({name: value for name, value in optional.items() if value is not None})
    if not nested and (target := replied_message(world, message)) is not None:
        result["reply_to_message"] = message_json(world, target, nested=True)
    result.update({name: value for name, value in message.content.items() if name not in _HIDDEN_CONTENT})
    if "pinned_id" in message.content and not nested:
        result["pinned_message"] = _pinned_json(world, message)
    if message.markup and "inline_keyboard" in message.markup:
        result["reply_markup"] = message.markup
    return result


def replied_message(world: World, message: Message) -> Message | None:
    """The message that this one answers, explicitly or by being in a topic."""
    target = message.reply_to
    if target is None and message.is_topic and message.thread_id != message.id:
        target = message.thread_id
    return None if target is None else world.message(message.chat_id, target)


def _pinned_json(world: World, message: Message) -> Json:
    pinned = world.message(message.chat_id, message.content["pinned_id"])
    if pinned is not None:
        return message_json(world, pinned, nested=True)
    chat = chat_json(world, world.chats[message.chat_id])
    return {"chat": chat, "message_id": message.content["pinned_id"], "date": 0}


def member_json(world: World, member: Member) -> Json:
    """ChatMember of the subtype that its status asks for."""
    result: Json = {"status": member.status, "user": user_json(world.users[member.user_id])}
    if member.status in ("creator", "administrator"):
        result["is_anonymous"] = member.anonymous
        if member.custom_title:
            result["custom_title"] = member.custom_title
    if member.status == "administrator":
        result["can_be_edited"] = False
        result.update({right: member.rights.get(right, False) for right in ADMIN_RIGHTS})
    elif member.status == "restricted":
        result.update({name: member.rights.get(name, False) for name in PERMISSIONS})
        result.update(is_member=True, until_date=0)
    elif member.status == "kicked":
        result["until_date"] = 0
    return result


def full_chat_json(world: World, chat: Chat) -> Json:
    """ChatFullInfo."""
    result: Json = {
        **chat_json(world, chat),
        "accent_color_id": abs(chat.id) % 7,
        "max_reaction_count": 11,
        "accepted_gift_types": {
            "unlimited_gifts": False,
            "limited_gifts": False,
            "unique_gifts": False,
            "premium_subscription": False,
            "gifts_from_channels": False,
        },
    }
    if chat.type != "private":
        result["permissions"] = {name: chat.permissions.get(name, False) for name in PERMISSIONS}
    if chat.description:
        result["description"] = chat.description
    if chat.available_reactions is not None:
        result["available_reactions"] = [{"type": "emoji", "emoji": emoji} for emoji in chat.available_reactions]
    if pinned := world.pinned(chat.id):
        result["pinned_message"] = message_json(world, pinned[-1])
    return result


def topic_json(topic: Topic) -> Json:
    """ForumTopic."""
    result: Json = {
        "message_thread_id": topic.thread_id,
        "name": topic.name,
        "icon_color": topic.icon_color,
    }
    if topic.icon_custom_emoji_id:
        result["icon_custom_emoji_id"] = topic.icon_custom_emoji_id
    return result
