"""editMessage… and deleteMessage(s)."""

from bot.sandbox import markup as markups
from bot.sandbox.access import bot_may, found_message, writable_chat
from bot.sandbox.content import input_media_content
from bot.sandbox.core import Sandbox
from bot.sandbox.errors import BadRequest, Json
from bot.sandbox.methods.copying import MAX_MESSAGES
from bot.sandbox.methods.method import Method
from bot.sandbox.methods.sending import caption_of, refuse_parse_mode
from bot.sandbox.model import Chat, Message
from bot.sandbox.params import Args
from bot.sandbox.posting import edited, remove
from bot.sandbox.render import message_json
from bot.sandbox.text import text_content

DELETABLE_SECONDS = 48 * 3600
_CAPTIONED = ("photo", "video", "animation", "audio", "document", "voice")
_NOT_MODIFIED = (
    "message is not modified: specified new message content and reply markup are exactly the same as a current content "
    "and reply markup of the message"
)


def edit_message_text(box: Sandbox, args: Args) -> Json:
    refuse_parse_mode(args)
    if "text" not in args:
        raise BadRequest("message text is empty")
    content = text_content(args["text"], args.get("entities"))
    chat, message = _own_message(box, args)
    if "text" not in message.content:
        raise BadRequest("there is no text in the message to edit")
    return _change(box, chat, message, content, args)


def edit_message_caption(box: Sandbox, args: Args) -> Json:
    refuse_parse_mode(args)
    caption = caption_of(args)
    chat, message = _own_message(box, args)
    if not any(kind in message.content for kind in _CAPTIONED):
        raise BadRequest("there is no caption in the message to edit")
    kept = {k: v for k, v in message.content.items() if k not in ("caption", "caption_entities")}
    return _change(box, chat, message, {**kept, **caption}, args)


def edit_message_media(box: Sandbox, args: Args) -> Json:
    chat, message = _own_message(box, args)
    if not any(kind in message.content for kind in (*_CAPTIONED, "text")):
        raise BadRequest("message can't be edited")
    return _change(box, chat, message, input_media_content(box, args["media"], args["uploads"]), args)


def edit_message_reply_markup(box: Sandbox, args: Args) -> Json:
    chat, message = _own_message(box, args)
    return _change(box, chat, message, message.content, args)


def _own_message(box: Sandbox, args: Args) -> tuple[Chat, Message]:
    if args.get("inline_message_id"):
        raise BadRequest("MESSAGE_ID_INVALID")
    if "chat_id" not in args:
        raise BadRequest("chat_id is empty")
    chat = writable_chat(box, args["chat_id"])
    message = found_message(box, chat, args.get("message_id"), "to edit")
    if message.sender_id != box.world.bot_id or message.is_service or message.forward_origin:
        raise BadRequest("message can't be edited")
    return chat, message


def _change(box: Sandbox, chat: Chat, message: Message, content: Json, args: Args) -> Json:
    """Put new content and markup in place (no markup removes the buttons), unless nothing differs."""
    markup = markups.checked(args.get("reply_markup"), inline_only=True)
    if content == message.content and markup == message.markup:
        raise BadRequest(_NOT_MODIFIED)
    box.limits.spend(chat)
    message.content = content
    message.markup = markup
    edited(box, chat, message)
    return message_json(box.world, message)


def delete_message(box: Sandbox, args: Args) -> bool:
    chat = writable_chat(box, args["chat_id"])
    message = found_message(box, chat, args["message_id"], "to delete")
    if not _deletable(box, chat, message):
        raise BadRequest("message can't be deleted")
    remove(box, message)
    return True


def delete_messages(box: Sandbox, args: Args) -> bool:
    """Those that cannot be found are skipped; one that may not be deleted refuses all."""
    ids = args["message_ids"]
    if not ids:
        raise BadRequest("message identifiers are not specified")
    if len(ids) > MAX_MESSAGES:
        raise BadRequest("too many message identifiers specified")
    chat = writable_chat(box, args["chat_id"])
    found = [message for message_id in ids if (message := box.world.message(chat.id, message_id))]
    if not all(_deletable(box, chat, message) for message in found):
        raise BadRequest("message can't be deleted")
    for message in found:
        remove(box, message)
    return True


def _deletable(box: Sandbox, chat: Chat, message: Message) -> bool:
    if chat.type != "private" and bot_may(box, chat, "can_delete_messages"):
        return True
    young = box.clock.now() - message.date < DELETABLE_SECONDS
    return young and (chat.type == "private" or message.sender_id == box.world.bot_id)


_WHICH = "business_connection_id: String, chat_id: Integer|String, message_id: Integer, inline_message_id: String, "
_MARKUP = "reply_markup: InlineKeyboardMarkup"
_MANY = "chat_id!: Integer|String, message_ids!: Array of Integer"

METHODS = (
    Method(
        "editMessageText",
        _WHICH + "text: String, parse_mode: String, entities: Array of MessageEntity, "
        "link_preview_options: LinkPreviewOptions, " + _MARKUP,
        edit_message_text,
    ),
    Method(
        "editMessageCaption",
        _WHICH + "caption: String, parse_mode: String, caption_entities: Array of MessageEntity, "
        "show_caption_above_media: Boolean, " + _MARKUP,
        edit_message_caption,
    ),
    Method("editMessageMedia", _WHICH + "media!: InputMedia, " + _MARKUP, edit_message_media),
    Method("editMessageReplyMarkup", _WHICH + _MARKUP, edit_message_reply_markup),
    Method("deleteMessage", "chat_id!: Integer|String, message_id!: Integer", delete_message),
    Method("deleteMessages", _MANY, delete_messages),
)
