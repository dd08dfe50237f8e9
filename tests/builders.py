"""What tests are made of: a desk, a clock that can be moved, people, matters, and a post that delivers on the spot."""

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from functools import cache
from itertools import count
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import select

from bot.actions import deliveries, relevance
from bot.actions.tickets.tickets import open_ticket
from bot.desk import Chats, Desk, Work, desk_intents
from bot.incoming import Media, Said, Sender
from bot.office import SAMPLE_OFFICE, Office, load_office
from bot.outcome import FailureReason, Outcome
from bot.render import Texts
from bot.rules.business_time import Calendar, QuietHours
from intents.catalogue import Catalogue, load_catalogue, shipped_catalogue_path
from intents.result import Match
from storage import conversations, people, topics
from storage.cipher import Cipher
from storage.database import Database
from storage.models import (
    Conversation,
    OutboxRow,
    OutboxState,
    Person,
    Residency,
    ResidencyStatus,
    StaffMember,
    StaffRole,
    Ticket,
    Topic,
)

STAFF_CHAT = -1001000000001
MANAGER_CHAT = -1001000000002
MONDAY_MORNING = datetime(2026, 11, 23, 1, 0, tzinfo=UTC)  # 10:00 in Seoul
_numbers = count(5000)


@dataclass(slots=True)
class MovableClock:
    """Business time of a test."""

    at: datetime = MONDAY_MORNING

    def now(self) -> datetime:
        return self.at

    def advance(self, **delta: float) -> datetime:
        """`advance(minutes=31)`"""
        self.at += timedelta(**delta)
        return self.at


@cache
def _sample() -> Office:
    return load_office(SAMPLE_OFFICE)


@cache
def _texts() -> Texts:
    return Texts.load()


@cache
def _catalogue() -> Catalogue:
    return load_catalogue(shipped_catalogue_path())


def an_office(**changes: Any) -> Office:
    """The sample office, always open and never quiet. `times={"takeover_lease": None}` changes single times."""
    zone = ZoneInfo("Asia/Seoul")
    times = replace(_sample().times, **changes.pop("times", {}))
    always = {"calendar": Calendar.always(zone), "quiet_hours": QuietHours(zone), "timezone": zone}
    return replace(_sample(), times=times, **{**always, **changes})


def not_asked(text: str) -> Match:
    raise AssertionError(f"nobody should have to understand {text!r} here")


def a_desk(
    database: Database, *, understand: Callable[[str], Match] = not_asked, chats: Chats | None = None, **office: Any
) -> Desk:
    return Desk(
        office=an_office(**office),
        texts=_texts(),
        understand=understand,
        intents=desk_intents(_catalogue().intents, _texts()),
        chats=chats or Chats(staff=STAFF_CHAT, manager=MANAGER_CHAT, manager_ids=()),
        cipher=database.cipher,
        bot_username="haedap_bot",
    )


@dataclass(slots=True)
class Bench:
    """A migrated database, a desk and a clock; `transaction()` is one unit of work at the clock's moment."""

    database: Database
    desk: Desk
    clock: MovableClock = field(default_factory=MovableClock)

    @classmethod
    def on(cls, database: Database) -> "Bench":
        """With a key for names and telephone numbers."""
        sealing = replace(database, cipher=Cipher(bytes(32)))
        return cls(sealing, a_desk(sealing))

    def change(self, **office: Any) -> None:
        """Another office from the next transaction on."""
        self.desk = replace(self.desk, office=an_office(**office))

    @asynccontextmanager
    async def transaction(self) -> AsyncIterator[Work]:
        """Committed at the end, rolled back when the block raises."""
        async with self.database.unit_of_work() as unit:
            now = self.clock.now()
            yield Work(session=unit.session, now=now, desk=self.desk, real_now=now)
            await unit.commit()


async def an_owner(
    work: Work,
    *,
    name: str = "김영희",
    building: str = "101",
    number: str = "1203",
    phone: str = "010-0000-1203",
    telegram_id: int | None = None,
    verified: bool = False,
    locale: str = "ko",
) -> tuple[Person, Conversation]:
    """Somebody who lives in a unit, with their private chat (locked, as an action expects it)."""
    telegram_id = telegram_id or next(_numbers)
    person = await people.add_person(
        work.session, telegram_id=telegram_id, display_name=name, locale=locale, at=work.now
    )
    person.locale_chosen = True
    person.name_sealed = work.desk.cipher.seal(name)
    person.phone_sealed = work.desk.cipher.seal(phone)
    unit = await people.unit_of(work.session, building, number)
    status = ResidencyStatus.VERIFIED if verified else ResidencyStatus.CLAIMED
    work.session.add(Residency(person_id=person.id, unit_id=unit.id, status=status, since=work.now))
    conversation = await conversations.add_conversation(
        work.session, person_id=person.id, chat_id=telegram_id, at=work.now
    )
    return person, conversation


async def a_staff_member(
    work: Work, name: str = "이민수", *, manager: bool = False, department: str | None = None
) -> StaffMember:
    return await people.add_staff(
        work.session,
        telegram_id=next(_numbers),
        name=name,
        at=work.now,
        role=StaffRole.MANAGER if manager else StaffRole.STAFF,
        department=department,
    )


async def an_open_ticket(
    work: Work,
    conversation: Conversation,
    person: Person,
    *,
    intent: str = "complaint.leak",
    words: str = "안방 천장에서 물이 떨어집니다",
    **details: str,
) -> Ticket:
    """A matter as the intake hands it in."""
    return await open_ticket(work, conversation, person, intent=intent, words=words, details=details)


def said(
    chat_id: int,
    text: str = "",
    *,
    sender: int | None = None,
    name: str = "김영희",
    thread_id: int | None = None,
    media: tuple[str, ...] = (),
    reply_to: int | None = None,
    quote: str | None = None,
    message_id: int | None = None,
    anonymous: bool = False,
) -> Said:
    """A message in a chat. `media`: kinds; several make an album."""
    first = message_id or next(_numbers)
    ids = (first, *(next(_numbers) for _ in media[1:]))
    return Said(
        chat_id=chat_id,
        thread_id=thread_id,
        sender=Sender(sender or abs(chat_id), name, "ko"),
        anonymous=anonymous,
        message_id=ids[0],
        message_ids=ids,
        text=text,
        media=tuple(Media(kind, f"file{part}", f"unique{part}", part) for kind, part in zip(media, ids, strict=False)),
        album=len(media) > 1,
        reply_to_message_id=reply_to,
        quote=quote,
        contact_phone=None,
        at=MONDAY_MORNING,
    )


@dataclass(slots=True)
class Post:
    """Delivers promised rows at once, as Telegram would: in the order of each stream, waiting for threads and targets.

    `refuse` names, by method and chat, what Telegram says no to."""

    refuse: dict[tuple[str, int | None], FailureReason] = field(default_factory=dict)
    held: bool = False  # nothing is delivered
    _ids: Any = field(default_factory=lambda: count(100))

    async def deliver(self, work: Work) -> list[OutboxRow]:
        """Everything that is due, and what follows from it; the rows that went out."""
        went: list[OutboxRow] = []
        while not self.held and (row := await self._next(work)) is not None:
            await self._settle(work, row)
            went.append(row)
        return went

    async def _next(self, work: Work) -> OutboxRow | None:
        await work.session.flush()
        waiting = await work.session.scalars(
            select(OutboxRow)
            .where(OutboxRow.state == OutboxState.PENDING, OutboxRow.due_at <= work.now)
            .order_by(OutboxRow.priority, OutboxRow.id)
        )
        for row in waiting:
            topic = await work.session.get(Topic, row.topic_id) if row.topic_id is not None else None
            if topic is None or topic.thread_id is not None or row.method == "createForumTopic":
                return row
        return None

    async def _settle(self, work: Work, row: OutboxRow) -> None:
        if not await relevance.still_relevant(work, row):
            row.state = OutboxState.DROPPED
            await deliveries.settle(work, row, Outcome(OutboxState.DROPPED))
            return
        reason = self.refuse.get((row.method, row.chat_id))
        if reason is not None:
            row.state = OutboxState.DEAD
            if reason == FailureReason.BLOCKED:
                await deliveries.bot_blocked(work, row)
            await deliveries.settle(work, row, Outcome(OutboxState.DEAD, error="no", reason=reason))
            return
        parts = len(row.params["message_ids"]) if row.method == "copyMessages" else 1
        ids = tuple(next(self._ids) for _ in range(parts))
        row.state, row.telegram_message_id = OutboxState.SENT, ids[0]
        row.result = list(ids) if parts > 1 else None
        outcome = Outcome(OutboxState.SENT, ids[0], ids if parts > 1 else ())
        await deliveries.settle(work, row, outcome)


async def promised(work: Work, *, chat_id: int | None = None, topic: Topic | None = None) -> list[OutboxRow]:
    """What was promised to one place, in order; with neither, everything."""
    await work.session.flush()
    query = select(OutboxRow).order_by(OutboxRow.id).execution_options(populate_existing=True)
    if topic is not None:
        query = query.where(OutboxRow.topic_id == topic.id)
    elif chat_id is not None:
        query = query.where(OutboxRow.chat_id == chat_id, OutboxRow.topic_id.is_(None))
    return list(await work.session.scalars(query))


async def texts_to(work: Work, *, chat_id: int | None = None, topic: Topic | None = None) -> list[str]:
    """The texts promised to one place, in order."""
    rows = await promised(work, chat_id=chat_id, topic=topic)
    return [str(row.params["text"]) for row in rows if row.method == "sendMessage" and row.state != OutboxState.DROPPED]


async def the_topic(work: Work, conversation_id: int) -> Topic:
    """The conversation's only topic."""
    found = await topics.topics_of(work.session, conversation_id)
    assert len(found) == 1
    return found[0]


def labels(row: OutboxRow) -> list[str]:
    """What stands on the buttons under a message."""
    markup = row.params.get("reply_markup") or {}
    return [button["text"] for line in markup.get("inline_keyboard", []) for button in line]
