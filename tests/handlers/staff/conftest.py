"""A room with one owner, their topic, and colleagues who write and tap in it."""

from dataclasses import dataclass, field
from datetime import datetime

import pytest

from bot.actions.messages.history import record_owner_message
from bot.actions.talks.relay import owner_said
from bot.desk import Work
from bot.handlers.route import Route
from bot.handlers.staff import STAFF_ROUTES
from bot.incoming import Edited, Incoming, MemberChanged, Said, Sender, Tapped
from bot.rules.tap_verbs import Verb
from bot.taps import Tap
from storage.models import Conversation, Message, OutboxRow, OutboxState, Person, Ticket, Topic
from tests.actions.conftest import bench, post, work
from tests.builders import (
    MANAGER_CHAT,
    MONDAY_MORNING,
    STAFF_CHAT,
    Post,
    an_open_ticket,
    an_owner,
    promised,
    said,
    the_topic,
)

__all__ = ["bench", "post", "work"]


@dataclass(frozen=True, slots=True)
class Colleague:
    id: int
    name: str


MINSU = Colleague(7001, "이민수")
HANEUL = Colleague(7002, "정하늘")
BOSS = Colleague(7003, "한소장")


def route_of(work: Work, incoming: Incoming) -> Route | None:
    return next((route for route in STAFF_ROUTES if route.matches(work.desk, incoming)), None)


async def serve(work: Work, incoming: Incoming) -> None:
    route = route_of(work, incoming)
    assert route is not None, f"nobody serves {incoming}"
    await route.handle(work, incoming)
    await work.session.flush()


@dataclass(slots=True)
class Room:
    """`says` and `taps` are the staff's, `hears` is the owner's; `lines` is what stands in the topic."""

    work: Work
    post: Post
    person: Person
    talk: Conversation
    ticket: Ticket
    topic: Topic
    _taps: int = field(default=0)

    async def says(
        self, who: Colleague, text: str = "", *, media: tuple[str, ...] = (), reply_to: int | None = None
    ) -> Said:
        assert self.topic.thread_id is not None
        message = said(
            STAFF_CHAT,
            text,
            sender=who.id,
            name=who.name,
            thread_id=self.topic.thread_id,
            media=media,
            reply_to=reply_to,
        )
        await serve(self.work, message)
        await self.post.deliver(self.work)
        return message

    async def edits(self, who: Colleague, message: Said, text: str) -> None:
        changed = said(
            message.chat_id,
            text,
            sender=who.id,
            name=who.name,
            thread_id=message.thread_id,
            message_id=message.message_id,
        )
        await serve(self.work, Edited(changed))

    async def taps(
        self, who: Colleague, verb: Verb, about: int, version: int = 0, choice: str = "", *, chat: int = STAFF_CHAT
    ) -> str:
        """Taps a button; the words of the answer."""
        self._taps += 1
        thread = self.topic.thread_id if chat == STAFF_CHAT else None
        data = Tap(verb, about, version, choice).pack()
        key = f"{who.id}-{self._taps}"
        await serve(self.work, Tapped(key, data, chat, thread, 1, Sender(who.id, who.name, "ko")))
        answer = next(row for row in await promised(self.work) if row.dedupe_key == f"tap:{key}")
        await self.post.deliver(self.work)
        return str(answer.params["text"])

    async def owner_says(self, text: str = "", *, media: tuple[str, ...] = (), reply_to: int | None = None) -> Message:
        message = said(self.talk.chat_id, text, media=media, reply_to=reply_to)
        row = await record_owner_message(self.work, self.talk, message)
        await owner_said(self.work, self.talk, message, row)
        return row

    async def lines(self) -> list[str]:
        rows = await promised(self.work, topic=self.topic)
        return [str(row.params.get("text")) for row in rows if row.method == "sendMessage"]

    async def hears(self) -> list[OutboxRow]:
        rows = await promised(self.work, chat_id=self.talk.chat_id)
        return [row for row in rows if row.state != OutboxState.DROPPED]

    async def hears_texts(self) -> list[str]:
        return [str(row.params.get("text")) for row in await self.hears() if row.method == "sendMessage"]

    async def leaves(self, who: Colleague, chat: int = STAFF_CHAT, *, at: datetime = MONDAY_MORNING) -> None:
        change = MemberChanged(chat, Sender(who.id, who.name, "ko"), is_member=False, about_bot=False, at=at)
        await serve(self.work, change)


@pytest.fixture
async def room(work: Work, post: Post) -> Room:
    """김영희 of 101-1203 has reported a leak; the topic stands."""
    person, talk = await an_owner(work)
    ticket = await an_open_ticket(work, talk, person)
    topic = await the_topic(work, talk.id)
    await post.deliver(work)
    return Room(work, post, person, talk, ticket, topic)


async def manager_says(work: Work, post: Post, text: str, reply_to: int | None, who: Colleague = BOSS) -> Said:
    message = said(MANAGER_CHAT, text, sender=who.id, name=who.name, reply_to=reply_to)
    await serve(work, message)
    await post.deliver(work)
    return message
