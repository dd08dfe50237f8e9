"""Forum topics and the General topic."""

from collections.abc import Callable

from bot.sandbox import topics
from bot.sandbox.access import managed_topic, require_forum, require_right, writable_chat
from bot.sandbox.core import Sandbox
from bot.sandbox.errors import BadRequest, Json
from bot.sandbox.methods.method import Handler, Method
from bot.sandbox.model import Chat, Topic
from bot.sandbox.params import Args
from bot.sandbox.pins import unpin_all
from bot.sandbox.posting import Draft, post
from bot.sandbox.render import topic_json


def create_forum_topic(box: Sandbox, args: Args) -> Json:
    chat = writable_chat(box, args["chat_id"])
    require_forum(chat)
    require_right(box, chat, "can_manage_topics", "create a topic")
    name = topics.checked_name(args["name"])
    colour = args.get("icon_color", topics.ICON_COLOURS[0])
    if colour not in topics.ICON_COLOURS:
        raise BadRequest("invalid icon color specified")
    icon = _checked_icon(args.get("icon_custom_emoji_id"))
    box.limits.spend(chat)
    return topic_json(topics.create(box, chat, box.world.bot_id, name, colour, icon))


def edit_forum_topic(box: Sandbox, args: Args) -> bool:
    chat = writable_chat(box, args["chat_id"])
    topic = managed_topic(box, chat, args["message_thread_id"], "edit the topic")
    name = topics.checked_name(args["name"]) if args.get("name") else None
    icon = args.get("icon_custom_emoji_id")
    _checked_icon(icon)
    box.limits.spend(chat)
    topics.edit(box, chat, box.world.bot_id, topic, name, icon)
    return True


def close_forum_topic(box: Sandbox, args: Args) -> bool:
    chat, topic = _managed(box, args, "close the topic")
    box.limits.spend(chat)
    topics.set_closed(box, chat, box.world.bot_id, topic, True)
    return True


def reopen_forum_topic(box: Sandbox, args: Args) -> bool:
    chat, topic = _managed(box, args, "reopen the topic")
    box.limits.spend(chat)
    topics.set_closed(box, chat, box.world.bot_id, topic, False)
    return True


def delete_forum_topic(box: Sandbox, args: Args) -> bool:
    chat = writable_chat(box, args["chat_id"])
    require_forum(chat)
    require_right(box, chat, "can_delete_messages", "delete the topic")
    topics.delete(box, chat, managed_topic(box, chat, args["message_thread_id"], "delete the topic"))
    return True


def unpin_all_forum_topic_messages(box: Sandbox, args: Args) -> bool:
    chat, topic = _managed(box, args, "unpin messages of the topic")
    require_right(box, chat, "can_pin_messages", "pin a message")
    unpin_all(box, chat, topic.thread_id)
    return True


def get_forum_topic_icon_stickers(box: Sandbox, args: Args) -> list[Json]:
    return [
        {
            "file_id": f"CAAC{custom_id}",
            "file_unique_id": f"AgAD{custom_id}",
            "type": "custom_emoji",
            "width": 512,
            "height": 512,
            "is_animated": True,
            "is_video": False,
            "emoji": emoji,
            "custom_emoji_id": custom_id,
        }
        for custom_id, emoji in topics.ICON_EMOJI.items()
    ]


def edit_general_forum_topic(box: Sandbox, args: Args) -> bool:
    chat = _general(box, args)
    name = topics.checked_name(args["name"])
    if name == chat.general_name:
        raise BadRequest("TOPIC_NOT_MODIFIED")
    chat.general_name = name
    _changed_general(box, chat, "forum_topic_edited", {"name": name})
    return True


def _general_switch(field: str, value: bool, kind: str) -> Handler:
    def switch(box: Sandbox, args: Args) -> bool:
        chat = _general(box, args)
        if getattr(chat, field) == value:
            raise BadRequest("TOPIC_NOT_MODIFIED")
        setattr(chat, field, value)
        _changed_general(box, chat, kind, {})
        return True

    return switch


def unpin_all_general_forum_topic_messages(box: Sandbox, args: Args) -> bool:
    unpin_all(box, _general(box, args), None)
    return True


def _managed(box: Sandbox, args: Args, doing: str) -> tuple[Chat, Topic]:
    chat = writable_chat(box, args["chat_id"])
    return chat, managed_topic(box, chat, args["message_thread_id"], doing)


def _general(box: Sandbox, args: Args) -> Chat:
    chat = writable_chat(box, args["chat_id"])
    require_forum(chat)
    require_right(box, chat, "can_manage_topics", "edit the topic")
    return chat


def _changed_general(box: Sandbox, chat: Chat, kind: str, value: Json) -> None:
    box.limits.spend(chat)
    box.world.save_chat(chat)
    post(box, chat, Draft(sender_id=box.world.bot_id, content={kind: value}))


def _checked_icon(icon: str | None) -> str | None:
    if icon and icon not in topics.ICON_EMOJI:
        raise BadRequest("DOCUMENT_INVALID")
    return icon


_CHAT = "chat_id!: Integer|String"
_TOPIC = _CHAT + ", message_thread_id!: Integer"


def _table() -> tuple[Method, ...]:
    by_topic: dict[str, Callable[[Sandbox, Args], bool]] = {
        "closeForumTopic": close_forum_topic,
        "reopenForumTopic": reopen_forum_topic,
        "deleteForumTopic": delete_forum_topic,
        "unpinAllForumTopicMessages": unpin_all_forum_topic_messages,
    }
    general: dict[str, Handler] = {
        "closeGeneralForumTopic": _general_switch("general_closed", True, "forum_topic_closed"),
        "reopenGeneralForumTopic": _general_switch("general_closed", False, "forum_topic_reopened"),
        "hideGeneralForumTopic": _general_switch("general_hidden", True, "general_forum_topic_hidden"),
        "unhideGeneralForumTopic": _general_switch("general_hidden", False, "general_forum_topic_unhidden"),
        "unpinAllGeneralForumTopicMessages": unpin_all_general_forum_topic_messages,
    }
    return (
        Method(
            "createForumTopic",
            _CHAT + ", name!: String, icon_color: Integer, icon_custom_emoji_id: String",
            create_forum_topic,
        ),
        Method("editForumTopic", _TOPIC + ", name: String, icon_custom_emoji_id: String", edit_forum_topic),
        *(Method(name, _TOPIC, handler) for name, handler in by_topic.items()),
        Method("getForumTopicIconStickers", "", get_forum_topic_icon_stickers),
        Method("editGeneralForumTopic", _CHAT + ", name!: String", edit_general_forum_topic),
        *(Method(name, _CHAT, handler) for name, handler in general.items()),
    )


METHODS = _table()
