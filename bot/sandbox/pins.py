"""Pinned messages, whoever pins them."""

from bot.sandbox.core import Sandbox
from bot.sandbox.model import Chat, Message
from bot.sandbox.posting import Draft, announce, post, topic_of


def pin(box: Sandbox, chat: Chat, actor_id: int, message: Message) -> None:
    """Pin a message and say so in the chat; pinning what is pinned changes nothing."""
    if message.pinned:
        return
    message.pinned = True
    box.world.save_message(message)
    announce(box, "pin", message)
    topic = box.world.topic(chat.id, message.thread_id) if message.is_topic and message.thread_id else None
    post(box, chat, Draft(sender_id=actor_id, content={"pinned_id": message.id}, topic=topic))


def unpin(box: Sandbox, message: Message) -> None:
    message.pinned = False
    box.world.save_message(message)
    announce(box, "unpin", message)


def unpin_all(box: Sandbox, chat: Chat, thread_id: int | None) -> None:
    """Unpin everything in one topic (None: General, or a chat without topics)."""
    for message in box.world.pinned(chat.id):
        if topic_of(message) == thread_id:
            unpin(box, message)
