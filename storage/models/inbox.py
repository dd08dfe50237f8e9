"""What came in: every update stored raw before it is acknowledged, and the lanes that keep its order."""

from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import Index, String, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from storage.models.base import Base, BigId, JsonText, UtcDateTime, Words


class InboxKind(StrEnum):
    UPDATE = "update"
    TIMER = "timer"


class InboxState(StrEnum):
    PENDING = "pending"
    DONE = "done"
    QUARANTINED = "quarantined"


class Lane(Base):
    """What must happen in order: a private chat, a topic, General. Its row is the lock."""

    __tablename__ = "lane"

    key: Mapped[str] = mapped_column(String(80), primary_key=True)


class InboxRow(Base):
    """One update or fired timer. Deduplicated by (source, update id, hash of the canonical JSON)."""

    __tablename__ = "inbox"
    __table_args__ = (
        UniqueConstraint("source", "update_id", "payload_hash"),
        Index(
            "ix_inbox_pending",
            "lane",
            "id",
            sqlite_where=text("state = 'pending'"),
            postgresql_where=text("state = 'pending'"),
        ),
        Index(None, "state", "id"),
    )

    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    source: Mapped[str] = mapped_column(String(40))  # "bot:<bot id>" or "timer"
    update_id: Mapped[int] = mapped_column(BigId)
    payload_hash: Mapped[str] = mapped_column(String(64))
    kind: Mapped[str] = mapped_column(String(16), default=InboxKind.UPDATE)
    payload: Mapped[dict[str, Any]] = mapped_column(JsonText)
    lane: Mapped[str] = mapped_column(String(80))
    # "<chat>:<group>": the parts of an album are handled as one.
    media_group: Mapped[str | None] = mapped_column(String(80))
    state: Mapped[str] = mapped_column(String(16), default=InboxState.PENDING)
    tries: Mapped[int] = mapped_column(default=0)  # raised and committed before each attempt
    failures: Mapped[int] = mapped_column(default=0, server_default="0")  # tries that ended in an error
    received_at: Mapped[datetime] = mapped_column(UtcDateTime)  # real time
    not_before: Mapped[datetime | None] = mapped_column(UtcDateTime)  # real time; the lane waits for it
    done_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    error: Mapped[str | None] = mapped_column(Words)
