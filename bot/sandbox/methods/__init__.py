"""Every Bot API method of the look-alike, by its name in small letters (Telegram does not mind the case)."""

from bot.sandbox.methods import chats, copying, editing, receiving, responding, sending, topics
from bot.sandbox.methods.method import Method

METHODS: dict[str, Method] = {
    method.name.lower(): method
    for module in (receiving, sending, copying, editing, topics, responding, chats)
    for method in module.METHODS
}
