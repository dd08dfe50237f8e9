"""What an update says, as frozen values of our own: nothing after this file needs Telegram's types."""

from dataclasses import dataclass
from datetime import datetime


class Unreadable(Exception):
    """An update that is not what Telegram's specification says; to read it again would change nothing."""


class TooEarly(Exception):
    """What an update answers to is being written down at this moment: a little later it is understood."""


@dataclass(frozen=True, slots=True)
class Sender:
    """A Telegram user as the update shows them."""

    id: int
    name: str
    language_code: str | None


@dataclass(frozen=True, slots=True)
class Media:
    """One attachment. `kind`: photo video voice audio document sticker animation video_note location contact dice
    poll."""

    kind: str
    file_id: str
    unique_id: str
    message_id: int


@dataclass(frozen=True, slots=True)
class Said:
    """A message (an album is one). Texts are cleaned (rules/plain_text.py)."""

    chat_id: int
    thread_id: int | None  # only of real topics (is_topic_message)
    sender: Sender
    anonymous: bool  # written in the name of a chat (an anonymous administrator): nobody knows by whom
    message_id: int  # of the first part
    message_ids: tuple[int, ...]
    text: str  # text or caption
    media: tuple[Media, ...]  # empty for plain text
    album: bool
    reply_to_message_id: int | None  # never the topic's own opening message
    quote: str | None
    contact_phone: str | None  # only when the sender shared their own contact
    at: datetime


@dataclass(frozen=True, slots=True)
class Edited:
    """A message was changed."""

    said: Said


@dataclass(frozen=True, slots=True)
class Tapped:
    """A button was tapped."""

    callback_id: str
    data: str
    chat_id: int
    thread_id: int | None
    message_id: int
    sender: Sender


@dataclass(frozen=True, slots=True)
class Reacted:
    """Somebody set, changed or took back the reactions under a message."""

    chat_id: int
    message_id: int
    sender: Sender
    emojis: tuple[str, ...]  # all of theirs that stand there now
    added: tuple[str, ...]  # what was not there before


@dataclass(frozen=True, slots=True)
class MemberChanged:
    """Somebody (or the bot) joined, left or has another status in a chat; in a private chat: blocked or unblocked."""

    chat_id: int
    user: Sender
    is_member: bool
    about_bot: bool
    at: datetime


@dataclass(frozen=True, slots=True)
class ChatMigrated:
    """A group became a supergroup with another id."""

    old_chat_id: int
    new_chat_id: int


@dataclass(frozen=True, slots=True)
class TopicChanged:
    """A topic was closed or reopened by hand."""

    chat_id: int
    thread_id: int
    closed: bool


Incoming = Said | Edited | Tapped | Reacted | MemberChanged | ChatMigrated | TopicChanged
