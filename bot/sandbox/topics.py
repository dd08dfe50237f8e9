"""What happens to forum topics, whoever does it: the bot through methods, people through the page."""

from bot.sandbox.core import Sandbox
from bot.sandbox.errors import BadRequest, Json
from bot.sandbox.model import Chat, Message, Topic
from bot.sandbox.posting import Draft, post, topic_of
from bot.sandbox.view import topic_view

ICON_COLOURS = (0x6FB9F0, 0xFFD67E, 0xCB86DB, 0x8EEE98, 0xFF93B2, 0xFB6F5F)
#: The emoji that bots may use as topic icons without Telegram Premium: custom emoji id -> emoji (made up, stable).
ICON_EMOJI = {
    "5434144690511290129": "📰",
    "5312536423851630001": "💡",
    "5377316857231450742": "❓",
    "5379748062124056162": "❗",
    "5350554349074391003": "💻",
    "5237699328843200968": "✅",
    "5312241539987020022": "🔥",
    "5309832892262654231": "🤖",
    "5408906741125490282": "⚡",
    "5312486108309757006": "🏠",
}
MAX_NAME = 128


def checked_name(name: str) -> str:
    """1 to 128 characters. Telegram silently cuts longer names; here they are refused, so that the mistake is seen."""
    name = name.strip()
    if not name:
        raise BadRequest("TOPIC_TITLE_EMPTY")
    if len(name) > MAX_NAME:
        raise BadRequest("TOPIC_TITLE_TOO_LONG")
    return name


def create(box: Sandbox, chat: Chat, actor_id: int, name: str, colour: int, icon: str | None) -> Topic:
    """A new topic; its id is that of the service message which announces it."""
    content: Json = {"name": name, "icon_color": colour}
    if icon:
        content["icon_custom_emoji_id"] = icon
    thread_id = box.world.next_message_id(chat)
    topic = Topic(chat.id, thread_id, name, colour, icon, creator_id=actor_id)
    box.world.save_topic(topic)
    post(box, chat, Draft(sender_id=actor_id, content={"forum_topic_created": content}, topic=topic))
    _announce(box, topic, "created")
    return topic


def edit(box: Sandbox, chat: Chat, actor_id: int, topic: Topic, name: str | None, icon: str | None) -> None:
    """Another name or icon ("" removes the icon); 400 TOPIC_NOT_MODIFIED when neither differs."""
    changes: Json = {}
    if name is not None and name != topic.name:
        changes["name"] = topic.name = name
    if icon is not None and icon != (topic.icon_custom_emoji_id or ""):
        topic.icon_custom_emoji_id = icon or None
        changes["icon_custom_emoji_id"] = icon
    if not changes:
        raise BadRequest("TOPIC_NOT_MODIFIED")
    box.world.save_topic(topic)
    post(box, chat, Draft(sender_id=actor_id, content={"forum_topic_edited": changes}, topic=topic))
    _announce(box, topic, "edited")


def set_closed(box: Sandbox, chat: Chat, actor_id: int, topic: Topic, closed: bool) -> None:
    """Close or reopen; 400 TOPIC_NOT_MODIFIED when it already is."""
    if topic.closed == closed:
        raise BadRequest("TOPIC_NOT_MODIFIED")
    topic.closed = closed
    box.world.save_topic(topic)
    kind = "forum_topic_closed" if closed else "forum_topic_reopened"
    post(box, chat, Draft(sender_id=actor_id, content={kind: {}}, topic=topic))
    _announce(box, topic, "closed" if closed else "reopened")


def delete(box: Sandbox, chat: Chat, topic: Topic) -> None:
    """The topic and all its messages go; nobody is told by an update."""
    topic.deleted = True
    box.world.save_topic(topic)
    for message in topic_messages(box, chat, topic):
        message.deleted = True
        message.pinned = False
        box.world.save_message(message)
    _announce(box, topic, "deleted")


def topic_messages(box: Sandbox, chat: Chat, topic: Topic) -> list[Message]:
    return [message for message in box.world.live_messages(chat.id) if topic_of(message) == topic.thread_id]


def _announce(box: Sandbox, topic: Topic, change: str) -> None:
    box.events.emit("topic", chat_id=topic.chat_id, thread=topic.thread_id, change=change, topic=topic_view(topic))
