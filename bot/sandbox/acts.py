"""What people do in their clients: `POST /sandbox/act` {"as", "chat", "thread"?, "do", …}.

| do | further fields |
|---|---|
| start | payload? |
| text | text, reply_to?, quote? (more than 4096 characters become several messages, as clients do) |
| photo video voice audio document sticker animation video_note | files? (else made up), text? (caption), reply_to? |
| album | files? or count?, kind? (photo), text? (caption of the first), reply_to? |
| location | latitude?, longitude? |
| contact | phone?, user_id? (whose; default: one's own, null: somebody without Telegram), first_name? |
| forward | message_id, from_chat |
| edit | message_id, text |
| delete | message_id |
| tap | button (callback data or text), message_id? (else the newest message with that button) |
| react | message_id, emoji ("" takes it back) |
| pin unpin | message_id |
| block unblock | |
| join leave | |
| create_topic rename_topic | name |
| close_topic reopen_topic delete_topic | thread |

`chat` is an id or "private"; the answer is {"message_ids", "update_ids", "callback_id"?, "thread"?}.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from bot.sandbox.core import Sandbox
from bot.sandbox.errors import ControlError, Json
from bot.sandbox.files import Upload
from bot.sandbox.model import ADMINS, PRESENT, Chat, Message, Topic, User
from bot.sandbox.posting import Draft, Posted, post


@dataclass(slots=True)
class Scene:
    """One person about to do one thing, with everything that the wish names already looked up."""

    box: Sandbox
    user: User
    chat: Chat
    topic: Topic | None
    wish: Json
    uploads: list[Upload]
    message_ids: list[int] = field(default_factory=list)
    update_ids: list[int] = field(default_factory=list)
    callback_id: str | None = None
    thread: int | None = None

    def post(self, content: Json, **fields: Any) -> Posted:
        """Post as this person, where they are."""
        member = self.chat.members.get(self.user.id)
        posted = post(
            self.box,
            self.chat,
            Draft(
                sender_id=self.user.id,
                content=content,
                topic=self.topic,
                anonymous=bool(member and member.anonymous),
                **fields,
            ),
        )
        self.message_ids.append(posted.message.id)
        self.told(posted.update_id)
        return posted

    def told(self, update_id: int | None) -> None:
        """Remember an update that the bot got because of this."""
        if update_id is not None:
            self.update_ids.append(update_id)

    def message(self, name: str = "message_id") -> Message:
        """The message that a field of the wish names."""
        message_id = self.wish.get(name)
        found = self.box.world.message(self.chat.id, int(message_id)) if message_id else None
        if found is None:
            raise ControlError(f"no message {message_id} in chat {self.chat.id}", 404)
        return found

    def replied(self) -> Message | None:
        return self.message("reply_to") if self.wish.get("reply_to") else None

    def text(self, name: str = "text") -> str:
        value = self.wish.get(name)
        if not isinstance(value, str):
            raise ControlError(f"{self.wish.get('do')} needs {name!r}")
        return value

    def result(self) -> Json:
        return {
            "message_ids": self.message_ids,
            "update_ids": self.update_ids,
            "callback_id": self.callback_id,
            "thread": self.thread,
        }


Act = Callable[[Scene], None]
#: Doing these needs no seat in the chat and no open topic.
_UNSEATED = {"start", "block", "unblock", "join"}
_TOPIC_WORK = {"close_topic", "reopen_topic", "delete_topic", "rename_topic"}


def perform(box: Sandbox, wish: Json, uploads: list[Upload], table: dict[str, Act]) -> Json:
    """Do what the wish says, or refuse with a control error what a client would not let a person do."""
    name = wish.get("do")
    if name not in table:
        raise ControlError(f"unknown act {name!r}; known: {', '.join(sorted(table))}")
    scene = _scene(box, wish, uploads)
    _check_seat(scene, str(name))
    table[str(name)](scene)
    return scene.result()


def _scene(box: Sandbox, wish: Json, uploads: list[Upload]) -> Scene:
    user = box.world.user(_number(wish, "as"))
    where = wish.get("chat", "private")
    chat = box.world.chat(user.id if where == "private" else _number(wish, "chat"))
    if chat.migrated_to is not None:
        chat = box.world.chat(chat.migrated_to)
    topic = None
    if wish.get("thread"):
        topic = box.world.topic(chat.id, _number(wish, "thread"))
        if topic is None:
            raise ControlError(f"no topic {wish['thread']} in chat {chat.id}", 404)
    return Scene(box, user, chat, topic, wish, uploads)


def _check_seat(scene: Scene, name: str) -> None:
    chat, user = scene.chat, scene.user
    if name in _UNSEATED:
        return
    if chat.type == "private":
        if chat.id != user.id:
            raise ControlError(f"{user.name} cannot write in somebody else's private chat", 403)
        if user.blocked:
            raise ControlError(f"{user.name} has blocked the bot; do 'unblock' or 'start' first", 403)
        return
    member = chat.members.get(user.id)
    if member is None or member.status not in PRESENT:
        raise ControlError(f"{user.name} is not in chat {chat.id}", 403)
    closed = scene.topic.closed if scene.topic else chat.general_closed
    if closed and name not in _TOPIC_WORK and name not in ("tap", "react") and member.status not in ADMINS:
        raise ControlError(f"topic is closed for {user.name}", 403)


def _number(wish: Json, name: str) -> int:
    try:
        return int(wish[name])
    except (KeyError, TypeError, ValueError):
        raise ControlError(f"{name!r} must be a number") from None
