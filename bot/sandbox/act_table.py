"""What each act does; the table that `acts.perform` looks things up in."""

import secrets

from bot.sandbox import pins, reactions, topics
from bot.sandbox.acts import Act, Scene
from bot.sandbox.content import ALBUM_SIZES, stored_upload
from bot.sandbox.errors import BadRequest, ControlError, Json
from bot.sandbox.files import Upload
from bot.sandbox.images import plain_png
from bot.sandbox.membership import change_member, private_status
from bot.sandbox.model import ADMINS, Member, Message, Topic
from bot.sandbox.posting import edited, remove
from bot.sandbox.render import user_json
from bot.sandbox.taps import tap
from bot.sandbox.text import caption_content, cleaned, pieces, text_content

_MADE_UP = {
    "video": ("video.mp4", "video/mp4"),
    "voice": ("voice.oga", "audio/ogg"),
    "audio": ("audio.mp3", "audio/mpeg"),
    "document": ("document.pdf", "application/pdf"),
    "sticker": ("sticker.webp", "image/webp"),
    "animation": ("animation.mp4", "video/mp4"),
    "video_note": ("note.mp4", "video/mp4"),
}


def start(scene: Scene) -> None:
    """Press Start: unblocks the bot if it was blocked, then sends /start with the payload."""
    if scene.user.blocked:
        scene.told(private_status(scene.box, scene.user.id, False))
    payload = str(scene.wish.get("payload") or "")
    _first_contact(scene)
    scene.post(text_content(f"/start {payload}"))


def text(scene: Scene) -> None:
    _first_contact(scene)
    quote = scene.wish.get("quote")
    for piece in pieces(cleaned(scene.text())):
        scene.post(text_content(piece), reply_to=scene.replied(), quote=quote, markup=None)
    if not scene.message_ids:
        raise ControlError("text is empty")


def _media(kind: str) -> Act:
    def send(scene: Scene) -> None:
        _first_contact(scene)
        upload = scene.uploads[0] if scene.uploads else _made_up(kind)
        content = stored_upload(scene.box, kind, upload, scene.wish)
        scene.post({**content, **caption_content(scene.wish.get("text"))}, reply_to=scene.replied())

    return send


def album(scene: Scene) -> None:
    """Several at once: separate messages and updates with one media_group_id."""
    _first_contact(scene)
    kind = str(scene.wish.get("kind") or "photo")
    uploads = scene.uploads or [_made_up(kind) for _ in range(int(scene.wish.get("count") or 2))]
    if len(uploads) not in ALBUM_SIZES:
        raise ControlError("an album has 2 to 10 files")
    group_id = str(13_500_000_000_000_000 + secrets.randbelow(10**15))
    caption = caption_content(scene.wish.get("text"))
    for upload in uploads:
        content = {**stored_upload(scene.box, kind, upload, scene.wish), **caption}
        scene.post(content, reply_to=scene.replied(), media_group_id=group_id)
        caption = {}


def location(scene: Scene) -> None:
    _first_contact(scene)
    latitude, longitude = scene.wish.get("latitude", 37.5665), scene.wish.get("longitude", 126.978)
    scene.post({"location": {"latitude": float(latitude), "longitude": float(longitude)}}, reply_to=scene.replied())


def contact(scene: Scene) -> None:
    _first_contact(scene)
    whose = scene.wish.get("user_id", scene.user.id)
    body: Json = {
        "phone_number": str(scene.wish.get("phone") or "+821012345678"),
        "first_name": str(scene.wish.get("first_name") or scene.user.first_name),
    }
    if whose is not None:
        body["user_id"] = int(whose)
    scene.post({"contact": body}, reply_to=scene.replied())


def forward(scene: Scene) -> None:
    """Forward a message from another chat of this person, its origin shown."""
    _first_contact(scene)
    world = scene.box.world
    source = world.message(int(scene.wish.get("from_chat", scene.user.id)), int(scene.wish.get("message_id", 0)))
    if source is None:
        raise ControlError("no such message to forward", 404)
    origin = {
        "type": "user",
        "sender_user": user_json(world.users[source.sender_id or world.bot_id]),
        "date": source.date,
    }
    scene.post(dict(source.content), forward_origin=source.forward_origin or origin)


def edit(scene: Scene) -> None:
    message = _own(scene)
    if "text" in message.content:
        message.content = text_content(scene.text())
    else:
        kept = {k: v for k, v in message.content.items() if k not in ("caption", "caption_entities")}
        message.content = {**kept, **caption_content(scene.text())}
    scene.message_ids.append(message.id)
    scene.told(edited(scene.box, scene.chat, message))


def delete(scene: Scene) -> None:
    message = scene.message()
    if message.sender_id != scene.user.id and scene.chat.type != "private":
        _need_admin(scene)
    remove(scene.box, message)


def react(scene: Scene) -> None:
    message = scene.message()
    emoji = reactions.normal(str(scene.wish.get("emoji") or ""))
    emojis = [emoji] if emoji else []
    try:
        reactions.check(scene.chat, emojis)
    except BadRequest as error:
        raise ControlError(f"{emoji} is not allowed here ({error.description})") from error
    scene.told(reactions.react(scene.box, scene.chat, message, scene.user.id, emojis))


def pin(scene: Scene) -> None:
    _need_admin(scene)
    pins.pin(scene.box, scene.chat, scene.user.id, scene.message())


def unpin(scene: Scene) -> None:
    _need_admin(scene)
    pins.unpin(scene.box, scene.message())


def block(scene: Scene) -> None:
    scene.told(private_status(scene.box, scene.user.id, True))


def unblock(scene: Scene) -> None:
    scene.told(private_status(scene.box, scene.user.id, False))


def join(scene: Scene) -> None:
    if scene.chat.type == "private":
        raise ControlError("only groups can be joined")
    scene.told(change_member(scene.box, scene.chat, Member(scene.user.id), by=scene.user.id))


def leave(scene: Scene) -> None:
    if scene.chat.type == "private":
        raise ControlError("only groups can be left")
    scene.told(change_member(scene.box, scene.chat, Member(scene.user.id, "left"), by=scene.user.id))


def create_topic(scene: Scene) -> None:
    if not scene.chat.is_forum:
        raise ControlError("the chat has no topics")
    name = topics.checked_name(scene.text("name"))
    scene.thread = topics.create(scene.box, scene.chat, scene.user.id, name, topics.ICON_COLOURS[0], None).thread_id


def rename_topic(scene: Scene) -> None:
    topic = _topic(scene)
    topics.edit(scene.box, scene.chat, scene.user.id, topic, topics.checked_name(scene.text("name")), None)


def close_topic(scene: Scene) -> None:
    topics.set_closed(scene.box, scene.chat, scene.user.id, _topic(scene), True)


def reopen_topic(scene: Scene) -> None:
    topics.set_closed(scene.box, scene.chat, scene.user.id, _topic(scene), False)


def delete_topic(scene: Scene) -> None:
    topics.delete(scene.box, scene.chat, _topic(scene))


def _first_contact(scene: Scene) -> None:
    """Writing to the bot allows it to answer from now on."""
    if scene.chat.type == "private" and not scene.user.started:
        scene.user.started = True
        scene.box.world.save_user(scene.user)


def _made_up(kind: str) -> Upload:
    if kind == "photo":
        colour = (secrets.randbelow(200), secrets.randbelow(200), secrets.randbelow(200))
        return Upload("photo.png", "image/png", plain_png(640, 480, colour))
    name, mime = _MADE_UP[kind]
    return Upload(name, mime, f"a made-up {kind}".encode())


def _own(scene: Scene) -> Message:
    message = scene.message()
    if message.sender_id != scene.user.id or message.is_service:
        raise ControlError("only one's own messages can be edited", 403)
    return message


def _topic(scene: Scene) -> Topic:
    _need_admin(scene)
    if scene.topic is None:
        raise ControlError("which topic? 'thread' is missing")
    return scene.topic


def _need_admin(scene: Scene) -> None:
    if scene.chat.type == "private":
        return
    member = scene.chat.members.get(scene.user.id)
    if member is None or member.status not in ADMINS:
        raise ControlError(f"{scene.user.name} is not an administrator of chat {scene.chat.id}", 403)


ACTS: dict[str, Act] = {
    "start": start,
    "text": text,
    "album": album,
    "location": location,
    "contact": contact,
    "forward": forward,
    "edit": edit,
    "delete": delete,
    "tap": tap,
    "react": react,
    "pin": pin,
    "unpin": unpin,
    "block": block,
    "unblock": unblock,
    "join": join,
    "leave": leave,
    "create_topic": create_topic,
    "rename_topic": rename_topic,
    "close_topic": close_topic,
    "reopen_topic": reopen_topic,
    "delete_topic": delete_topic,
    **{kind: _media(kind) for kind in ("photo", *_MADE_UP)},
}
