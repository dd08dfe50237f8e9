"""Text as Telegram measures and marks it: UTF-16 lengths, trimming, recognised entities."""

import re
from typing import Any

from bot.sandbox.errors import BadRequest, Json

MAX_TEXT = 4096
MAX_CAPTION = 1024

_PATTERNS = (
    ("bot_command", re.compile(r"(?<![\w/<>])/[A-Za-z0-9_]{1,64}(?:@[A-Za-z0-9_]{3,32})?(?![\w/<>@])")),
    ("url", re.compile(r"https?://[^\s<>\"]*[^\s<>\".,;:!?)]")),
    ("email", re.compile(r"(?<![\w.+-])[A-Za-z0-9._+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+")),
    ("mention", re.compile(r"(?<![\w@])@[A-Za-z0-9_]{4,32}(?!\w)")),
    ("hashtag", re.compile(r"(?<!\w)#\w{1,255}")),
)


def utf16_length(text: str) -> int:
    """Length in UTF-16 units, the unit of entity offsets."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def cleaned(text: str) -> str:
    """As the server stores it: no carriage returns or NUL, white space trimmed at both ends."""
    try:
        text.encode()
    except UnicodeEncodeError:
        raise BadRequest("strings must be encoded in UTF-8") from None
    return text.replace("\r\n", "\n").replace("\r", "\n").replace("\x00", "").strip()


def entities(text: str) -> list[Json]:
    """Commands, links, addresses, mentions and hashtags in `text`, in order, never overlapping."""
    found: list[Json] = []
    taken: list[tuple[int, int]] = []
    for kind, pattern in _PATTERNS:
        for match in pattern.finditer(text):
            start, end = match.span()
            if any(start < other_end and other_start < end for other_start, other_end in taken):
                continue
            taken.append((start, end))
            found.append({"type": kind, "offset": utf16_length(text[:start]), "length": utf16_length(text[start:end])})
    return sorted(found, key=lambda entity: int(entity["offset"]))


def text_content(text: str, explicit: list[Json] | None = None) -> Json:
    """{"text", "entities"?} of a message; 400 if it is empty or longer than 4096 UTF-16 units."""
    text = cleaned(text)
    if not text:
        raise BadRequest("message text is empty")
    if utf16_length(text) > MAX_TEXT:
        raise BadRequest("message is too long")
    return _with_entities("text", "entities", text, explicit)


def caption_content(text: str | None, explicit: list[Json] | None = None) -> Json:
    """{"caption", "caption_entities"?} or {} without caption; 400 beyond 1024 UTF-16 units."""
    text = cleaned(text or "")
    if not text:
        return {}
    if utf16_length(text) > MAX_CAPTION:
        raise BadRequest("message caption is too long")
    return _with_entities("caption", "caption_entities", text, explicit)


def pieces(text: str) -> list[str]:
    """How a client cuts what a person typed: parts of at most 4096 UTF-16 units."""
    parts: list[str] = []
    current, size = "", 0
    for character in text:
        width = 2 if ord(character) > 0xFFFF else 1
        if size + width > MAX_TEXT:
            parts.append(current)
            current, size = "", 0
        current += character
        size += width
    return [*parts, current] if current else parts


def addressed_command(text: str, username: str) -> bool:
    """Whether `text` begins with a command for the bot of that name (or for no bot in particular)."""
    match = re.match(r"/[A-Za-z0-9_]{1,64}(?:@([A-Za-z0-9_]{3,32}))?(?!\w)", text)
    return match is not None and (match[1] is None or match[1].lower() == username.lower())


def _checked(explicit: Any) -> list[Json]:
    if not isinstance(explicit, list):
        raise BadRequest("can't parse entities: array expected")
    for mark in explicit:
        if not isinstance(mark, dict) or not isinstance(mark.get("type"), str):
            raise BadRequest("can't parse MessageEntity: expected an Object with a type")
        if not all(type(mark.get(name)) is int for name in ("offset", "length")):
            raise BadRequest("can't parse MessageEntity: offset and length must be Integers")
    return explicit


def _with_entities(name: str, entity_name: str, text: str, explicit: list[Json] | None) -> Json:
    marks = entities(text)
    if explicit is not None:
        length = utf16_length(text)
        marks = [mark for mark in _checked(explicit) if 0 <= mark["offset"] < length and mark["length"] > 0]
    return {name: text, entity_name: marks} if marks else {name: text}
