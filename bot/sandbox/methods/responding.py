"""Pins, reactions and the answers to tapped buttons."""

import time

from bot.sandbox import pins, reactions
from bot.sandbox.access import found_message, readable_chat, require_right, writable_chat
from bot.sandbox.core import Sandbox
from bot.sandbox.errors import BadRequest
from bot.sandbox.methods.method import Method
from bot.sandbox.params import Args
from bot.sandbox.text import utf16_length

MAX_ANSWER = 200


def pin_chat_message(box: Sandbox, args: Args) -> bool:
    chat = writable_chat(box, args["chat_id"])
    message = found_message(box, chat, args["message_id"], "to pin")
    require_right(box, chat, "can_pin_messages", "pin a message")
    if message.is_service:
        raise BadRequest("message can't be pinned")
    pins.pin(box, chat, box.world.bot_id, message)
    return True


def unpin_chat_message(box: Sandbox, args: Args) -> bool:
    chat = writable_chat(box, args["chat_id"])
    require_right(box, chat, "can_pin_messages", "pin a message")
    if "message_id" in args:
        pins.unpin(box, found_message(box, chat, args["message_id"], "to unpin"))
        return True
    pinned = box.world.pinned(chat.id)
    if not pinned:
        raise BadRequest("message to unpin not found")
    pins.unpin(box, pinned[-1])
    return True


def unpin_all_chat_messages(box: Sandbox, args: Args) -> bool:
    chat = writable_chat(box, args["chat_id"])
    require_right(box, chat, "can_pin_messages", "pin a message")
    for message in box.world.pinned(chat.id):
        pins.unpin(box, message)
    return True


def set_message_reaction(box: Sandbox, args: Args) -> bool:
    chat = readable_chat(box, args["chat_id"])
    message = found_message(box, chat, args["message_id"], "to react")
    wanted = args.get("reaction", [])
    if not all(isinstance(item, dict) and item.get("type") == "emoji" for item in wanted):
        raise BadRequest("REACTION_INVALID")
    emojis = [reactions.normal(str(item.get("emoji", ""))) for item in wanted]
    if len(emojis) > 1:
        raise BadRequest("REACTIONS_TOO_MANY")
    if message.is_service:
        raise BadRequest("message can't be reacted")
    reactions.check(chat, emojis)
    reactions.react(box, chat, message, box.world.bot_id, emojis)
    return True


def answer_callback_query(box: Sandbox, args: Args) -> bool:
    callback = box.world.callbacks.get(args["callback_query_id"])
    if callback is None or time.time() - callback.at > box.limits.settings.callback_seconds:
        raise BadRequest("query is too old and response timeout expired or query ID is invalid")
    if utf16_length(args.get("text", "")) > MAX_ANSWER:
        raise BadRequest("MESSAGE_TOO_LONG")
    if callback.answer is None:
        callback.answer = {
            "text": args.get("text"),
            "show_alert": args.get("show_alert", False),
            "url": args.get("url"),
        }
        box.world.save_callback(callback)
        box.events.emit(
            "callback_answer",
            callback_id=callback.id,
            chat_id=callback.chat_id,
            message_id=callback.message_id,
            user_id=callback.user_id,
            **callback.answer,
        )
    return True


METHODS = (
    Method(
        "pinChatMessage",
        "business_connection_id: String, chat_id!: Integer|String, message_id!: Integer, disable_notification: Boolean",
        pin_chat_message,
    ),
    Method(
        "unpinChatMessage",
        "business_connection_id: String, chat_id!: Integer|String, message_id: Integer",
        unpin_chat_message,
    ),
    Method("unpinAllChatMessages", "chat_id!: Integer|String", unpin_all_chat_messages),
    Method(
        "setMessageReaction",
        "chat_id!: Integer|String, message_id!: Integer, reaction: Array of ReactionType, is_big: Boolean",
        set_message_reaction,
    ),
    Method(
        "answerCallbackQuery",
        "callback_query_id!: String, text: String, show_alert: Boolean, url: String, cache_time: Integer",
        answer_callback_query,
    ),
)
