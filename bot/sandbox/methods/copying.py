"""copyMessage(s) hide where a message came from, forwardMessage(s) show it."""

from itertools import pairwise

from bot.sandbox import markup as markups
from bot.sandbox.access import found_message, readable_chat, sending_thread, writable_chat
from bot.sandbox.core import Sandbox
from bot.sandbox.errors import BadRequest, Json
from bot.sandbox.methods.method import Method
from bot.sandbox.methods.sending import addressed, caption_of, refuse_parse_mode
from bot.sandbox.model import Chat, Message
from bot.sandbox.params import Args
from bot.sandbox.posting import Draft, post
from bot.sandbox.render import message_json, user_json

MAX_MESSAGES = 100
_CAPTION_FIELDS = ("caption", "caption_entities")


def copy_message(box: Sandbox, args: Args) -> Json:
    refuse_parse_mode(args)
    source_chat = readable_chat(box, args["from_chat_id"])
    chat = writable_chat(box, args["chat_id"])
    source = _copyable(found_message(box, source_chat, args["message_id"], "to copy"), "copied")
    content = dict(source.content)
    if "caption" in args and "text" not in content:
        content = {**_without_caption(content), **caption_of(args)}
    draft = addressed(box, chat, args, content)
    box.limits.spend(chat)
    return {"message_id": post(box, chat, draft).message.id}


def copy_messages(box: Sandbox, args: Args) -> list[Json]:
    chat, sources = _several(box, args, "to copy")
    drafts = []
    for source, group_id in _regrouped(box, chat, sources):
        content = _without_caption(source.content) if args.get("remove_caption") else dict(source.content)
        drafts.append(_plain_draft(box, chat, args, content, group_id))
    return _post_all(box, chat, drafts)


def forward_message(box: Sandbox, args: Args) -> Json:
    source_chat = readable_chat(box, args["from_chat_id"])
    chat = writable_chat(box, args["chat_id"])
    source = _copyable(found_message(box, source_chat, args["message_id"], "to forward"), "forwarded")
    draft = _plain_draft(box, chat, args, dict(source.content), None, _origin(box, source))
    box.limits.spend(chat)
    return message_json(box.world, post(box, chat, draft).message)


def forward_messages(box: Sandbox, args: Args) -> list[Json]:
    chat, sources = _several(box, args, "to forward")
    drafts = [
        _plain_draft(box, chat, args, dict(source.content), group_id, _origin(box, source))
        for source, group_id in _regrouped(box, chat, sources)
    ]
    return _post_all(box, chat, drafts)


def _post_all(box: Sandbox, chat: Chat, drafts: list[Draft]) -> list[Json]:
    box.limits.spend(chat, len(drafts))
    return [{"message_id": post(box, chat, draft).message.id} for draft in drafts]


def _several(box: Sandbox, args: Args, purpose: str) -> tuple[Chat, list[Message]]:
    """The target and those of the named messages that exist and can be copied; 400 if none can."""
    ids = args["message_ids"]
    if not ids:
        raise BadRequest("message identifiers are not specified")
    if len(ids) > MAX_MESSAGES:
        raise BadRequest("too many message identifiers specified")
    if any(later <= earlier for earlier, later in pairwise(ids)):
        raise BadRequest("message identifiers must be in a strictly increasing order")
    chat = writable_chat(box, args["chat_id"])
    source_chat = readable_chat(box, args["from_chat_id"])
    found = [box.world.message(source_chat.id, message_id) for message_id in ids]
    sources = [message for message in found if message and not message.is_service and not message.protected]
    if not sources:
        raise BadRequest(f"message {purpose} not found")
    return chat, sources


def _regrouped(box: Sandbox, chat: Chat, sources: list[Message]) -> list[tuple[Message, str | None]]:
    """Each message with its album's new id: albums stay together."""
    first_id = box.world.next_message_id(chat) + 14_000_000_000_000_000
    renamed: dict[str, str] = {}
    for source in sources:
        if source.media_group_id:
            renamed.setdefault(source.media_group_id, str(first_id + len(renamed)))
    return [(source, renamed.get(source.media_group_id or "")) for source in sources]


def _plain_draft(
    box: Sandbox, chat: Chat, args: Args, content: Json, group_id: str | None, origin: Json | None = None
) -> Draft:
    return Draft(
        sender_id=box.world.bot_id,
        content=content,
        topic=sending_thread(box, chat, args.get("message_thread_id")),
        media_group_id=group_id,
        forward_origin=origin,
        markup=markups.checked(args.get("reply_markup")),
        protected=bool(args.get("protect_content")),
    )


def _copyable(message: Message, doing: str) -> Message:
    if message.is_service or message.protected:
        raise BadRequest(f"message can't be {doing}")
    return message


def _without_caption(content: Json) -> Json:
    return {name: value for name, value in content.items() if name not in _CAPTION_FIELDS}


def _origin(box: Sandbox, source: Message) -> Json:
    if source.forward_origin is not None:
        return source.forward_origin
    sender = box.world.users[source.sender_id or box.world.bot_id]
    return {"type": "user", "sender_user": user_json(sender), "date": source.date}


_WHERE = "chat_id!: Integer|String, message_thread_id: Integer, direct_messages_topic_id: Integer, "
_WHERE += "from_chat_id!: Integer|String, disable_notification: Boolean, protect_content: Boolean, "
_ONE = "message_id!: Integer, video_start_timestamp: Integer, message_effect_id: String, "
_ONE += "suggested_post_parameters: SuggestedPostParameters"

METHODS = (
    Method(
        "copyMessage",
        _WHERE + _ONE + ", caption: String, parse_mode: String, caption_entities: Array of MessageEntity, "
        "show_caption_above_media: Boolean, allow_paid_broadcast: Boolean, reply_parameters: ReplyParameters, "
        "reply_markup: InlineKeyboardMarkup|ReplyKeyboardMarkup|ReplyKeyboardRemove|ForceReply",
        copy_message,
    ),
    Method("copyMessages", _WHERE + "message_ids!: Array of Integer, remove_caption: Boolean", copy_messages),
    Method("forwardMessage", _WHERE + _ONE, forward_message),
    Method("forwardMessages", _WHERE + "message_ids!: Array of Integer", forward_messages),
)
