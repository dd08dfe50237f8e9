"""The people of a journey: they write, tap, hear and see, each in a place (a private chat, a group, a topic)."""

import re
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from bot.sandbox.errors import Json
from bot.sandbox.world import STAFF_CHAT_ID

if TYPE_CHECKING:
    from bot.sandbox.client import SandboxClient

DEFAULT_SECONDS = 20.0


@dataclass(frozen=True, slots=True)
class Heard:
    """A message as somebody in the chat sees it; `raw` is the control API's complete view."""

    id: int
    text: str
    thread: int | None
    sender: str
    buttons: list[list[Json]]
    raw: Json

    @property
    def button_texts(self) -> list[str]:
        return [button["text"] for row in self.buttons for button in row]

    @property
    def media(self) -> Json | None:
        value: Json | None = self.raw["media"]
        return value


Wanted = str | re.Pattern[str] | Callable[[Heard], bool]


@dataclass(slots=True)
class Person:
    """Somebody with a Telegram account. What `Place` can do, a person does in the private chat."""

    sandbox: "SandboxClient"
    id: int
    name: str
    #: The last message of each chat that this person has already dealt with.
    read_up_to: dict[int, int] = field(default_factory=dict)
    _cursors: dict[tuple[int, int | None], int] = field(default_factory=dict)

    @property
    def private(self) -> "Place":
        return Place(self, self.id, None)

    def in_topic(self, thread: int, chat_id: int = STAFF_CHAT_ID) -> "Place":
        return Place(self, chat_id, thread)

    def in_group(self, chat_id: int = STAFF_CHAT_ID) -> "Place":
        """A group, or General where there are topics."""
        return Place(self, chat_id, None)

    async def starts(self, payload: str = "") -> int:
        return await self.private.starts(payload)

    async def sends(self, text: str, **fields: Any) -> int:
        return await self.private.sends(text, **fields)

    async def sends_media(self, kind: str = "photo", **fields: Any) -> list[int]:
        return await self.private.sends_media(kind, **fields)

    async def taps(self, button: str, message_id: int | None = None) -> "Tap":
        return await self.private.taps(button, message_id)

    async def hears(self, wanted: Wanted = "", seconds: float = DEFAULT_SECONDS) -> Heard:
        return await self.private.hears(wanted, seconds)

    async def sees(self, wanted: Wanted, seconds: float = DEFAULT_SECONDS) -> Heard:
        return await self.private.sees(wanted, seconds)

    async def messages(self) -> list[Heard]:
        return await self.private.messages()

    async def edits(self, message_id: int, text: str) -> None:
        await self.private.does("edit", message_id=message_id, text=text)

    async def blocks(self) -> None:
        await self.private.does("block")

    async def unblocks(self) -> None:
        await self.private.does("unblock")


@dataclass(frozen=True, slots=True)
class Tap:
    """A tapped button; `answer` waits for the bot's answerCallbackQuery."""

    sandbox: "SandboxClient"
    callback_id: str
    message_id: int

    async def answer(self, seconds: float = DEFAULT_SECONDS) -> Json:
        """{"text", "show_alert", "url"} of the answer."""
        found = await self.sandbox.get(f"callbacks/{self.callback_id}", timeout=seconds)
        if not found["answered"]:
            raise AssertionError(f"the tap was not answered within {seconds} s")
        return dict(found)


@dataclass(frozen=True, slots=True)
class Place:
    """One person in one chat or topic."""

    person: Person
    chat_id: int
    thread: int | None

    async def does(self, what: str, **fields: Any) -> Json:
        """Any act (see `acts`)."""
        wish = {"as_": self.person.id, "chat": self.chat_id, "thread": self.thread, "do": what, **fields}
        return await self.person.sandbox.act(**wish)

    async def starts(self, payload: str = "") -> int:
        return int((await self.does("start", payload=payload))["message_ids"][0])

    async def sends(self, text: str, **fields: Any) -> int:
        """Write (`reply_to`, `quote`); the message's id."""
        return int((await self.does("text", text=text, **fields))["message_ids"][0])

    async def sends_media(self, kind: str = "photo", **fields: Any) -> list[int]:
        """A photo, video, voice, audio, document, sticker, animation, video_note, location, contact or album."""
        return list((await self.does(kind, **fields))["message_ids"])

    async def taps(self, button: str, message_id: int | None = None) -> Tap:
        """Press a button by its text or data, on the newest message that has it unless one is named."""
        done = await self.does("tap", button=button, message_id=message_id)
        return Tap(self.person.sandbox, done["callback_id"], done["message_ids"][0])

    async def reacts(self, message_id: int, emoji: str) -> None:
        await self.does("react", message_id=message_id, emoji=emoji)

    async def hears(self, wanted: Wanted = "", seconds: float = DEFAULT_SECONDS) -> Heard:
        """Wait for a message of the bot that comes after the last one heard here and contains `wanted`."""
        cursors, key = self.person._cursors, (self.chat_id, self.thread)

        async def probe() -> Heard | None:
            after = cursors.get(key, self.person.read_up_to.get(self.chat_id, 0))
            news = [message for message in await self.messages() if message.id > after and _from_bot(message)]
            return next((message for message in news if _fits(message, wanted)), None)

        heard = await self._wait(probe, seconds, f"hear {wanted!r}")
        cursors[key] = heard.id
        return heard

    async def sees(self, wanted: Wanted, seconds: float = DEFAULT_SECONDS) -> Heard:
        """Wait until a message here (old, edited or new, by anybody) contains `wanted`; the newest such."""

        async def probe() -> Heard | None:
            fitting = [message for message in await self.messages() if _fits(message, wanted)]
            return fitting[-1] if fitting else None

        return await self._wait(probe, seconds, f"see {wanted!r}")

    async def messages(self) -> list[Heard]:
        """What is here, oldest first (in a forum without a thread: General)."""
        return await self.person.sandbox.messages(self.chat_id, self.thread or "general")

    async def _wait(self, probe: Callable[[], Awaitable[Heard | None]], seconds: float, what: str) -> Heard:
        async def failure() -> str:
            lines = [f"  {m.id} {m.sender}: {m.text!r} {m.button_texts or ''}" for m in await self.messages()]
            transcript = "\n".join(lines[-30:]) or "  (nothing)"
            return (
                f"{self.person.name} did not {what} within {seconds} s in chat {self.chat_id}; there is:\n{transcript}"
            )

        return await self.person.sandbox.eventually(probe, seconds, failure)


def heard_from(view: Json) -> Heard:
    """A message from the control API's view of it."""
    text = view["text"] or view["caption"] or ""
    return Heard(view["message_id"], text, view["thread"], view["sender"]["name"], view["buttons"], view)


def _from_bot(message: Heard) -> bool:
    return bool(message.raw["sender"].get("is_bot")) and message.raw["service"] is None


def _fits(message: Heard, wanted: Wanted) -> bool:
    if isinstance(wanted, str):
        return wanted in message.text
    if isinstance(wanted, re.Pattern):
        return wanted.search(message.text) is not None
    return wanted(message)
