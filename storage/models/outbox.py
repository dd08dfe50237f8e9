"""What is to go out: each row is one Bot API call that a committed change has promised."""

from datetime import datetime
from enum import IntEnum, StrEnum
from typing import Any

from sqlalchemy import ForeignKey, Index, Integer, String, text
from sqlalchemy.orm import Mapped, mapped_column

from storage.models.base import Base, BigId, JsonText, UtcDateTime, Words


class OutboxState(StrEnum):
    PENDING = "pending"
    CLAIMED = "claimed"  # the call may be under way
    SENT = "sent"
    DROPPED = "dropped"  # no longer relevant when its turn came, or expired
    AMBIGUOUS = "ambiguous"  # may have arrived; not sent again
    DEAD = "dead"  # Telegram refused it for good


class Priority(IntEnum):
    EMERGENCY = 0
    DIRECT = 1
    STAGE = 2
    FEEDBACK = 3
    NOTICE = 4


class OutboxRow(Base):
    """One call. Ids unknown at commit are ours (topic, target rows) and resolved when sending."""

    __tablename__ = "outbox"
    __table_args__ = (
        Index(
            "ix_outbox_pending",
            "stream",
            "priority",
            "id",
            sqlite_where=text("state = 'pending'"),
            postgresql_where=text("state = 'pending'"),
        ),
        Index(None, "state", "due_at"),
        Index("ix_outbox_place", "chat_id", "telegram_message_id"),
        Index(None, "target_id"),
    )

    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    method: Mapped[str] = mapped_column(String(40))  # Bot API method, for example sendMessage
    params: Mapped[dict[str, Any]] = mapped_column(JsonText)  # without chat, thread, message and reply ids
    chat_id: Mapped[int | None] = mapped_column(BigId)
    topic_id: Mapped[int | None] = mapped_column(ForeignKey("topic.id"))  # gives chat and thread when sending
    stream: Mapped[str] = mapped_column(String(80))  # in order: "chat:<id>", "topic:<id>", "apart:…" beside it
    # The row whose message is edited, pinned, deleted, reacted to.
    target_id: Mapped[int | None] = mapped_column(ForeignKey("outbox.id"))
    target_message_id: Mapped[int | None] = mapped_column(BigId)  # the same, where Telegram's id is already known
    reply_to_id: Mapped[int | None] = mapped_column(ForeignKey("outbox.id"))
    reply_to_message_id: Mapped[int | None] = mapped_column(BigId)
    priority: Mapped[int] = mapped_column(Integer, default=Priority.DIRECT)
    state: Mapped[str] = mapped_column(String(16), default=OutboxState.PENDING)
    repeatable: Mapped[bool] = mapped_column(default=True)  # may go again when it is unclear whether it arrived
    ambiguous: Mapped[bool] = mapped_column(default=False)  # it once was unclear whether it arrived
    relevance: Mapped[dict[str, Any] | None] = mapped_column(JsonText)  # {kind, id, ...} rechecked just before sending
    follow_up: Mapped[dict[str, Any] | None] = mapped_column(JsonText)  # {kind, ...} what to do with the result
    dedupe_key: Mapped[str | None] = mapped_column(String(120), unique=True)
    due_at: Mapped[datetime] = mapped_column(UtcDateTime)  # business time
    expires_at: Mapped[datetime | None] = mapped_column(UtcDateTime)  # real time, for callback answers
    retry_at: Mapped[datetime | None] = mapped_column(UtcDateTime)  # real time; holds up its stream
    # Real time; since when it waits (or how early it began to wait) for a group in which the bot may not write.
    barred_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    tries: Mapped[int] = mapped_column(default=0)
    telegram_message_id: Mapped[int | None] = mapped_column(BigId)
    result: Mapped[Any | None] = mapped_column(JsonText)  # message ids of an album
    error: Mapped[str | None] = mapped_column(Words)
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)
    settled_at: Mapped[datetime | None] = mapped_column(UtcDateTime)  # real time
