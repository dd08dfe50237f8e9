"""The talk with one owner: who has the floor, its topic, what was said and where the copies stand."""

from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import ForeignKey, Index, Integer, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from storage.models.base import Base, BigId, JsonText, UtcDateTime, Words


class Floor(StrEnum):
    """Who answers the owner now."""

    BOT = "bot"
    WAITING = "waiting"  # a person was asked for, nobody has claimed yet
    HELD = "held"  # one staff member has the conversation


class TopicState(StrEnum):
    RESERVED = "reserved"  # the row exists, Telegram has not yet made the topic
    OPEN = "open"
    CLOSED = "closed"


class Author(StrEnum):
    OWNER = "owner"
    STAFF = "staff"
    BOT = "bot"


class Conversation(Base):
    """One owner's private chat. Every transaction that touches it locks this row first."""

    __tablename__ = "conversation"
    __table_args__ = (Index(None, "floor", "waiting_since"), Index(None, "holder_id"))

    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), unique=True)
    chat_id: Mapped[int] = mapped_column(BigId, unique=True)
    floor: Mapped[str] = mapped_column(String(16), default=Floor.BOT)
    holder_id: Mapped[int | None] = mapped_column(ForeignKey("staff_member.id"))
    waiting_since: Mapped[datetime | None] = mapped_column(UtcDateTime)
    lease_until: Mapped[datetime | None] = mapped_column(UtcDateTime)  # the takeover ends here when nobody writes
    flow: Mapped[dict[str, Any] | None] = mapped_column(JsonText)  # what it is in the middle of: bot/actions/flow.py
    misses: Mapped[int] = mapped_column(default=0)  # messages in a row that were not understood
    version: Mapped[int] = mapped_column(default=0)  # raised with every flow step, so that old buttons are recognised
    last_owner_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    last_staff_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)


class Topic(Base):
    """A conversation's topic in a staff chat; its row precedes the call to Telegram (creation is not idempotent)."""

    __tablename__ = "topic"
    __table_args__ = (
        UniqueConstraint("conversation_id", "staff_chat_id"),
        Index("ix_topic_place", "staff_chat_id", "thread_id", unique=True),
    )

    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    conversation_id: Mapped[int] = mapped_column(ForeignKey("conversation.id"))
    staff_chat_id: Mapped[int] = mapped_column(BigId)
    thread_id: Mapped[int | None] = mapped_column(BigId)
    generation: Mapped[int] = mapped_column(default=0)  # counts re-creations after a deletion
    name: Mapped[str] = mapped_column(Words(128))
    icon: Mapped[str | None] = mapped_column(String(64))
    state: Mapped[str] = mapped_column(String(16), default=TopicState.RESERVED)
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)


class Message(Base):
    """One thing that a person said to another through the desk (an album is one message), or an internal note."""

    __tablename__ = "message"
    __table_args__ = (Index(None, "conversation_id", "id"), Index(None, "ticket_id"))

    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    conversation_id: Mapped[int] = mapped_column(ForeignKey("conversation.id"))
    ticket_id: Mapped[int | None] = mapped_column(ForeignKey("ticket.id"))
    author: Mapped[str] = mapped_column(String(16))
    staff_id: Mapped[int | None] = mapped_column(ForeignKey("staff_member.id"))
    internal: Mapped[bool] = mapped_column(default=False)  # a note or a command: it never leaves the staff chat
    for_managers: Mapped[bool] = mapped_column(default=False)  # an owner's words about staff, hidden from staff
    text: Mapped[str] = mapped_column(Words, default="")
    parts: Mapped[list[str] | None] = mapped_column(JsonText)  # empty: words of staff that are never sent on
    media: Mapped[list[dict[str, Any]] | None] = mapped_column(JsonText)  # [{kind, file_id, unique_id, message_id}]
    at: Mapped[datetime] = mapped_column(UtcDateTime)
    edited_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    retracted_at: Mapped[datetime | None] = mapped_column(UtcDateTime)


class MessageCopy(Base):
    """Where a message stands in Telegram: the original and each copy. Quotes, edits, reactions find the way by it."""

    __tablename__ = "message_copy"
    __table_args__ = (
        UniqueConstraint("chat_id", "telegram_message_id"),
        Index(None, "message_id"),
    )

    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    message_id: Mapped[int] = mapped_column(ForeignKey("message.id"))
    chat_id: Mapped[int] = mapped_column(BigId)
    telegram_message_id: Mapped[int] = mapped_column(BigId)
    position: Mapped[int] = mapped_column(Integer, default=0)  # place within an album
    original: Mapped[bool] = mapped_column(default=False)


class JoinedMessage(Base):
    """A message that stands in the copy of an earlier one, because they were sent on as one: in that copy alone, for
    each place has copies of its own."""

    __tablename__ = "joined_message"
    __table_args__ = (UniqueConstraint("outbox_id", "message_id"), Index(None, "message_id"))

    id: Mapped[int] = mapped_column(BigId, primary_key=True)  # in the order in which they stand there
    outbox_id: Mapped[int] = mapped_column(ForeignKey("outbox.id"))  # the promised copy; its follow-up names the first
    message_id: Mapped[int] = mapped_column(ForeignKey("message.id"))
