"""sendMessage, sendPhoto and their kin: one message, or an album of several."""

from typing import Any

from bot.sandbox import markup as markups
from bot.sandbox.access import reply_target, require_sending, sending_thread, writable_chat
from bot.sandbox.content import album_content, file_content
from bot.sandbox.core import Sandbox
from bot.sandbox.errors import BadRequest, Json
from bot.sandbox.methods.method import Method
from bot.sandbox.model import Chat
from bot.sandbox.params import Args
from bot.sandbox.posting import Draft, Posted, post
from bot.sandbox.render import message_json
from bot.sandbox.text import caption_content, text_content

_TO = "business_connection_id: String, chat_id!: Integer|String, message_thread_id: Integer, "
_TO += "direct_messages_topic_id: Integer, "
_TAIL = (
    "disable_notification: Boolean, protect_content: Boolean, allow_paid_broadcast: Boolean, "
    "message_effect_id: String, suggested_post_parameters: SuggestedPostParameters, reply_parameters: ReplyParameters, "
    "reply_markup: InlineKeyboardMarkup|ReplyKeyboardMarkup|ReplyKeyboardRemove|ForceReply"
)
_CAPTION = "caption: String, parse_mode: String, caption_entities: Array of MessageEntity, "
_SPOILER = "show_caption_above_media: Boolean, has_spoiler: Boolean, "


def refuse_parse_mode(args: Args) -> None:
    """Telegram knows HTML and Markdown; this sandbox stands for a service that sends plain text and says so loudly."""
    if args.get("parse_mode"):
        raise BadRequest("unsupported parse_mode")


def deliver(box: Sandbox, args: Args, content: Json, permission: str, what: str) -> Posted:
    """Check the target, count the message against the limits, post it."""
    chat = writable_chat(box, args["chat_id"])
    require_sending(box, chat, permission, what)
    draft = addressed(box, chat, args, content)
    box.limits.spend(chat)
    return post(box, chat, draft)


def addressed(box: Sandbox, chat: Chat, args: Args, content: Json) -> Draft:
    """The draft that the common parameters describe: thread, reply, quote, markup."""
    topic = sending_thread(box, chat, args.get("message_thread_id"))
    reply = args.get("reply_parameters")
    target = reply_target(box, chat, reply)
    if topic is None and target is not None and target.is_topic and target.thread_id:
        topic = sending_thread(box, chat, target.thread_id)
    if topic is not None and target is not None and target.thread_id != topic.thread_id:
        target = None
    return Draft(
        sender_id=box.world.bot_id,
        content=content,
        topic=topic,
        reply_to=target,
        quote=(reply or {}).get("quote"),
        markup=markups.checked(args.get("reply_markup")),
        protected=bool(args.get("protect_content")),
    )


def send_message(box: Sandbox, args: Args) -> Json:
    refuse_parse_mode(args)
    content = text_content(args["text"], args.get("entities"))
    return message_json(box.world, deliver(box, args, content, "can_send_messages", "text messages").message)


def _media(kind: str, permission: str, what: str) -> Any:
    def send(box: Sandbox, args: Args) -> Json:
        refuse_parse_mode(args)
        chat = writable_chat(box, args["chat_id"])
        require_sending(box, chat, permission, what)
        content = {**file_content(box, kind, args[kind], args), **caption_of(args)}
        return message_json(box.world, deliver(box, args, content, permission, what).message)

    return send


def caption_of(args: Args) -> Json:
    return caption_content(args.get("caption"), args.get("caption_entities"))


def send_location(box: Sandbox, args: Args) -> Json:
    if not (-90 <= args["latitude"] <= 90 and -180 <= args["longitude"] <= 180):
        raise BadRequest("invalid location specified")
    names = ("latitude", "longitude", "horizontal_accuracy", "live_period", "heading", "proximity_alert_radius")
    content = {"location": {name: args[name] for name in names if name in args}}
    return message_json(box.world, deliver(box, args, content, "can_send_messages", "locations").message)


def send_contact(box: Sandbox, args: Args) -> Json:
    names = ("phone_number", "first_name", "last_name", "vcard")
    content = {"contact": {name: args[name] for name in names if name in args}}
    return message_json(box.world, deliver(box, args, content, "can_send_messages", "contacts").message)


def send_media_group(box: Sandbox, args: Args) -> list[Json]:
    chat = writable_chat(box, args["chat_id"])
    require_sending(box, chat, "can_send_photos", "photos")
    contents = album_content(box, args["media"], args["uploads"])
    drafts = [addressed(box, chat, args, content) for content in contents]
    box.limits.spend(chat, len(drafts))
    group_id = str(box.world.next_message_id(chat) + 13_000_000_000_000_000)
    posted = []
    for draft in drafts:
        posted.append(post(box, chat, _in_group(draft, group_id)).message)
    return [message_json(box.world, message) for message in posted]


def _in_group(draft: Draft, group_id: str) -> Draft:
    return Draft(
        sender_id=draft.sender_id,
        content=draft.content,
        topic=draft.topic,
        reply_to=draft.reply_to,
        quote=draft.quote,
        media_group_id=group_id,
        protected=draft.protected,
    )


_ACTIONS = {
    "typing",
    "upload_photo",
    "record_video",
    "upload_video",
    "record_voice",
    "upload_voice",
    "upload_document",
    "choose_sticker",
    "find_location",
    "record_video_note",
    "upload_video_note",
}


def send_chat_action(box: Sandbox, args: Args) -> bool:
    chat = writable_chat(box, args["chat_id"])
    if args["action"].lower() not in _ACTIONS:
        raise BadRequest("wrong parameter action in request")
    box.events.emit("chat_action", chat_id=chat.id, thread=args.get("message_thread_id"), action=args["action"])
    return True


_LENGTH = "duration: Integer, width: Integer, height: Integer, thumbnail: InputFile|String, "

METHODS = (
    Method(
        "sendMessage",
        _TO + "text!: String, parse_mode: String, entities: Array of MessageEntity, "
        "link_preview_options: LinkPreviewOptions, " + _TAIL,
        send_message,
    ),
    Method(
        "sendPhoto",
        _TO + "photo!: InputFile|String, " + _CAPTION + _SPOILER + _TAIL,
        _media("photo", "can_send_photos", "photos"),
    ),
    Method(
        "sendVideo",
        _TO + "video!: InputFile|String, cover: InputFile|String, start_timestamp: Integer, "
        "supports_streaming: Boolean, " + _LENGTH + _CAPTION + _SPOILER + _TAIL,
        _media("video", "can_send_videos", "videos"),
    ),
    Method(
        "sendVoice",
        _TO + "voice!: InputFile|String, duration: Integer, " + _CAPTION + _TAIL,
        _media("voice", "can_send_voice_notes", "voice notes"),
    ),
    Method(
        "sendAudio",
        _TO + "audio!: InputFile|String, duration: Integer, performer: String, title: String, "
        "thumbnail: InputFile|String, " + _CAPTION + _TAIL,
        _media("audio", "can_send_audios", "audios"),
    ),
    Method(
        "sendDocument",
        _TO
        + "document!: InputFile|String, thumbnail: InputFile|String, disable_content_type_detection: Boolean, "
        + _CAPTION
        + _TAIL,
        _media("document", "can_send_documents", "documents"),
    ),
    Method(
        "sendSticker",
        _TO + "sticker!: InputFile|String, emoji: String, " + _TAIL,
        _media("sticker", "can_send_other_messages", "stickers"),
    ),
    Method(
        "sendAnimation",
        _TO + "animation!: InputFile|String, " + _LENGTH + _CAPTION + _SPOILER + _TAIL,
        _media("animation", "can_send_other_messages", "animations"),
    ),
    Method(
        "sendVideoNote",
        _TO
        + "video_note!: InputFile|String, duration: Integer, length: Integer, thumbnail: InputFile|String, "
        + _TAIL,
        _media("video_note", "can_send_video_notes", "video notes"),
    ),
    Method(
        "sendLocation",
        _TO + "latitude!: Float, longitude!: Float, horizontal_accuracy: Float, live_period: Integer, "
        "heading: Integer, proximity_alert_radius: Integer, " + _TAIL,
        send_location,
    ),
    Method(
        "sendContact",
        _TO + "phone_number!: String, first_name!: String, last_name: String, vcard: String, " + _TAIL,
        send_contact,
    ),
    Method(
        "sendMediaGroup",
        _TO + "media!: Array of InputMediaAudio|Array of InputMediaDocument|Array of InputMediaLivePhoto|"
        "Array of InputMediaPhoto|Array of InputMediaVideo, disable_notification: Boolean, protect_content: Boolean, "
        "allow_paid_broadcast: Boolean, message_effect_id: String, reply_parameters: ReplyParameters",
        send_media_group,
    ),
    Method(
        "sendChatAction",
        "business_connection_id: String, chat_id!: Integer|String, message_thread_id: Integer, action!: String",
        send_chat_action,
    ),
)
