"""Message content made of files: a single one, or the members of an album."""

from typing import Any

from bot.sandbox.core import Sandbox
from bot.sandbox.errors import BadRequest, Json
from bot.sandbox.files import Upload
from bot.sandbox.images import dimensions
from bot.sandbox.params import Args
from bot.sandbox.text import caption_content

ALBUM_SIZES = range(2, 11)
_FULL = {"width": 640, "height": 360, "duration": 1}
#: The required fields of each kind's object with the values that an upload without them gets.
_DEFAULTS: dict[str, Json] = {
    "photo": {},
    "video": _FULL,
    "animation": _FULL,
    "voice": {"duration": 1},
    "audio": {"duration": 1},
    "document": {},
    "video_note": {"length": 240, "duration": 1},
    "sticker": {"type": "regular", "width": 512, "height": 512, "is_animated": False, "is_video": False},
}
_EXTRA = {"audio": ("performer", "title"), "sticker": ("emoji",)}
_GIVEN = ("width", "height", "duration", "length", "performer", "title", "emoji")


def file_content(box: Sandbox, kind: str, value: Upload | str, args: Args) -> Json:
    """Content of a message with one file, uploaded now or named by its file_id; 400 for anything else."""
    if isinstance(value, str):
        content = box.files.content(box.files.find(kind, value))
    else:
        content = stored_upload(box, kind, value, args)
    if args.get("has_spoiler"):
        content["has_media_spoiler"] = True
    return content


def stored_upload(box: Sandbox, kind: str, upload: Upload, given: Json) -> Json:
    """Store an upload and return its content field."""
    attributes = dict(_DEFAULTS[kind])
    if kind == "sticker" and (size := dimensions(upload.data)):
        attributes.update(width=size[0], height=size[1])
    if kind != "photo":
        fitting = [name for name in _GIVEN if name in attributes or name in _EXTRA.get(kind, ())]
        attributes.update({name: given[name] for name in fitting if name in given})
    return box.files.content(box.files.add(kind, upload, attributes))


def album_content(box: Sandbox, media: list[Any], uploads: dict[str, Upload]) -> list[Json]:
    """The contents of an album of 2 to 10 that may be shown together (photos with videos, else one kind)."""
    if len(media) not in ALBUM_SIZES:
        raise BadRequest("wrong number of messages in the album: 2 to 10 are expected")
    kinds = {item.get("type") if isinstance(item, dict) else None for item in media}
    if not (kinds <= {"photo", "video"} or kinds in ({"document"}, {"audio"})):
        raise BadRequest("can't use the media of the specified type in the album")
    return [input_media_content(box, item, uploads) for item in media]


def input_media_content(box: Sandbox, item: Json, uploads: dict[str, Upload]) -> Json:
    """Content of one InputMedia; its file is a file_id or attach://name."""
    kind = item.get("type")
    if kind not in ("photo", "video", "document", "audio", "animation"):
        raise BadRequest("can't parse InputMedia: unsupported type")
    if item.get("parse_mode"):
        raise BadRequest("unsupported parse_mode")
    value: Any = item.get("media")
    if isinstance(value, str) and value.startswith("attach://"):
        value = uploads.get(value[len("attach://") :])
    if not isinstance(value, str | Upload):
        raise BadRequest("can't parse InputMedia: media not found")
    if not isinstance(item.get("caption") or "", str):
        raise BadRequest("can't parse InputMedia: caption must be a String")
    caption = caption_content(item.get("caption"), item.get("caption_entities"))
    return {**file_content(box, kind, value, item), **caption}
