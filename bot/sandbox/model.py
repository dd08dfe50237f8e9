"""The nouns of the look-alike's world: plain rows, each stored as one JSON value by `store.Store`."""

from dataclasses import dataclass, field, fields
from typing import Any, TypeVar

from bot.sandbox.errors import Json

#: Member statuses that can write in a group.
PRESENT = ("creator", "administrator", "member", "restricted")
ADMINS = ("creator", "administrator")
#: Telegram's own account behind which anonymous administrators post.
GROUP_ANONYMOUS_BOT_ID = 1087968824
ADMIN_RIGHTS = (
    "can_manage_chat",
    "can_delete_messages",
    "can_manage_video_chats",
    "can_restrict_members",
    "can_promote_members",
    "can_change_info",
    "can_invite_users",
    "can_post_stories",
    "can_edit_stories",
    "can_delete_stories",
    "can_pin_messages",
    "can_manage_topics",
)
PERMISSIONS = (
    "can_send_messages",
    "can_send_audios",
    "can_send_documents",
    "can_send_photos",
    "can_send_videos",
    "can_send_video_notes",
    "can_send_voice_notes",
    "can_send_polls",
    "can_send_other_messages",
    "can_add_web_page_previews",
    "can_react_to_messages",
    "can_edit_tag",
    "can_change_info",
    "can_invite_users",
    "can_pin_messages",
    "can_manage_topics",
)

Row = TypeVar("Row")


@dataclass(slots=True)
class User:
    """A person (or a bot). `started`: has ever written to our bot; `blocked`: has blocked it."""

    id: int
    first_name: str
    last_name: str | None = None
    username: str | None = None
    language_code: str | None = None
    is_bot: bool = False
    started: bool = False
    blocked: bool = False

    @property
    def name(self) -> str:
        return f"{self.first_name} {self.last_name}" if self.last_name else self.first_name


@dataclass(slots=True)
class Member:
    """Somebody's place in a group; `rights` only count for administrators (a creator has all)."""

    user_id: int
    status: str = "member"
    anonymous: bool = False
    rights: dict[str, bool] = field(default_factory=dict)
    custom_title: str | None = None

    def may(self, right: str) -> bool:
        return self.status == "creator" or (self.status == "administrator" and self.rights.get(right, False))


@dataclass(slots=True)
class Chat:
    """A private chat (id = the person's id), a basic group (negative id) or a supergroup (-100…)."""

    id: int
    type: str
    title: str | None = None
    username: str | None = None
    is_forum: bool = False
    members: dict[int, Member] = field(default_factory=dict)
    permissions: dict[str, bool] = field(default_factory=lambda: dict.fromkeys(PERMISSIONS, True))
    #: None: every listed emoji is allowed; a list: only these.
    available_reactions: list[str] | None = None
    migrated_to: int | None = None
    migrated_from: int | None = None
    general_name: str = "General"
    general_closed: bool = False
    general_hidden: bool = False
    description: str | None = None


@dataclass(slots=True)
class Topic:
    """A forum topic; `thread_id` is the id of the service message that created it."""

    chat_id: int
    thread_id: int
    name: str
    icon_color: int
    icon_custom_emoji_id: str | None = None
    creator_id: int | None = None
    closed: bool = False
    deleted: bool = False


@dataclass(slots=True)
class Message:
    """One message in one chat. `content` holds the Bot API's content fields (text, photo, forum_topic_created, …).

    `thread_id` is a topic only when `is_topic`; else it is the root of a reply chain in a supergroup.
    `reactions` maps the actor's id (as text, JSON keys) to emoji. `deleted` rows stay, so that ids are never reused.
    """

    chat_id: int
    id: int
    date: int
    sender_id: int | None
    content: Json
    sender_chat_id: int | None = None
    author_signature: str | None = None
    thread_id: int | None = None
    is_topic: bool = False
    reply_to: int | None = None
    quote: Json | None = None
    markup: Json | None = None
    edit_date: int | None = None
    media_group_id: str | None = None
    forward_origin: Json | None = None
    reactions: dict[str, list[str]] = field(default_factory=dict)
    pinned: bool = False
    protected: bool = False
    deleted: bool = False

    @property
    def is_service(self) -> bool:
        return not any(kind in self.content for kind in CONTENT_KINDS)


CONTENT_KINDS = (
    "text",
    "photo",
    "video",
    "voice",
    "audio",
    "document",
    "sticker",
    "location",
    "contact",
    "animation",
    "video_note",
    "venue",
)


@dataclass(slots=True)
class Callback:
    """A tapped button. `at` is real time (UNIX seconds): queries expire by the wall, not by the sandbox's clock."""

    id: str
    user_id: int
    chat_id: int
    message_id: int
    data: str
    at: float
    update_id: int | None = None
    answer: Json | None = None


@dataclass(slots=True)
class StoredFile:
    """A file that somebody sent. `attributes` are the Bot API fields of its object (width, duration, …).

    A smaller size of a photo names its `original`.
    """

    file_id: str
    unique_id: str
    kind: str
    disk_name: str
    size: int
    path: str
    name: str | None = None
    mime: str | None = None
    attributes: Json = field(default_factory=dict)
    original: str | None = None


@dataclass(slots=True)
class PendingUpdate:
    """An update that the bot has not acknowledged. `chat_id` names the serial webhook queue; `at` is real time."""

    position: int
    update_id: int
    body: Any
    chat_id: int | None
    at: float


def as_json(row: object) -> Json:
    """The fields of a row as a flat dictionary (nested rows included)."""
    return {f.name: plain(getattr(row, f.name)) for f in fields(row)}  # type: ignore[arg-type]


def plain(value: Any) -> Any:
    """`value` with every nested row turned into a dictionary."""
    if isinstance(value, dict):
        return {key: plain(item) for key, item in value.items()}
    if hasattr(value, "__dataclass_fields__"):
        return as_json(value)
    return value


def chat_from_json(row: Json) -> Chat:
    """A chat from its stored form: JSON turned the member ids into text."""
    members = {int(user_id): Member(**member) for user_id, member in row.pop("members").items()}
    return Chat(**row, members=members)
