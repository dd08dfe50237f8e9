"""A matter: what an owner reported, every move made with it, its photos and its card."""

from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import ForeignKey, Index, String, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from storage.models.base import Base, BigId, JsonText, UtcDateTime, Words

FIRST_NUMBER = 1000  # ticket numbers start above it, so that the first one does not look like a first one


class TicketState(StrEnum):
    RECEIVED = "received"
    ASSIGNED = "assigned"
    INVESTIGATING = "investigating"
    WAITING_OWNER = "waiting_owner"
    WAITING_VENDOR = "waiting_vendor"
    DEFERRED = "deferred"
    RESOLVED = "resolved"
    CLOSED = "closed"
    ARCHIVED = "archived"
    DECLINED = "declined"
    MERGED = "merged"
    WITHDRAWN = "withdrawn"


# The office still has to do something. IS_OPEN is spelled out: a partial index serves queries that repeat its words.
OPEN_STATES = (
    TicketState.RECEIVED,
    TicketState.ASSIGNED,
    TicketState.INVESTIGATING,
    TicketState.WAITING_OWNER,
    TicketState.WAITING_VENDOR,
    TicketState.DEFERRED,
)
IS_OPEN = f"state IN ({', '.join(repr(state.value) for state in OPEN_STATES)})"


class Outcome(StrEnum):
    FIXED = "fixed"
    EXPLAINED = "explained"
    ADVISED = "advised"
    UNFOUNDED = "unfounded"
    REFERRED = "referred"
    DUPLICATE = "duplicate"
    WITHDRAWN = "withdrawn"


class EventKind(StrEnum):
    OPENED = "opened"
    MOVED = "moved"
    NOTE = "note"
    OWNER_ADDED = "owner_added"
    STAFF_REPLIED = "staff_replied"
    TOLD_OWNER = "told_owner"  # Telegram accepted the conclusion
    NOT_TOLD = "not_told"  # it could not be delivered: a phone task
    RATED = "rated"
    TRANSFERRED = "transferred"


class ActorKind(StrEnum):
    OWNER = "owner"
    STAFF = "staff"
    SYSTEM = "system"


class Ticket(Base):
    """One matter from the first word to the archive."""

    __tablename__ = "ticket"
    __table_args__ = (
        Index("ix_ticket_open", "id", sqlite_where=text(IS_OPEN), postgresql_where=text(IS_OPEN)),
        Index("ix_ticket_open_here", "department", "id", sqlite_where=text(IS_OPEN), postgresql_where=text(IS_OPEN)),
        Index(None, "conversation_id", "id"),
        Index(None, "assignee_id", "id"),
        Index(None, "unit_id", "id"),
        Index(None, "created_at"),
        {"sqlite_autoincrement": True},  # a number that was given is never given again
    )

    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    conversation_id: Mapped[int] = mapped_column(ForeignKey("conversation.id"))
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    unit_id: Mapped[int | None] = mapped_column(ForeignKey("unit.id"))
    intent: Mapped[str] = mapped_column(String(80))
    kind: Mapped[str] = mapped_column(String(16))  # request | complaint | feedback | emergency | inquiry
    handling: Mapped[str | None] = mapped_column(String(16))  # dispatch | advise
    department: Mapped[str] = mapped_column(String(40))  # "manager": only managers may see it
    priority: Mapped[str] = mapped_column(String(16))
    state: Mapped[str] = mapped_column(String(24), default=TicketState.RECEIVED)
    words: Mapped[str] = mapped_column(Words)  # the owner's own words, kept as written
    details: Mapped[dict[str, Any]] = mapped_column(JsonText, default=dict)  # {where, since, ...} as intake found them
    assignee_id: Mapped[int | None] = mapped_column(ForeignKey("staff_member.id"))
    investigation: Mapped[str | None] = mapped_column(Words)
    outcome: Mapped[str | None] = mapped_column(String(16))
    conclusion: Mapped[str | None] = mapped_column(Words)
    round: Mapped[int] = mapped_column(default=1)  # raised by every reopening
    merged_into_id: Mapped[int | None] = mapped_column(ForeignKey("ticket.id"))
    reopened_from_id: Mapped[int | None] = mapped_column(ForeignKey("ticket.id"))
    deferred_until: Mapped[datetime | None] = mapped_column(UtcDateTime)
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)
    claimed_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    first_response_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    resolved_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    closed_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    version: Mapped[int] = mapped_column(default=0)  # raised by every change, so that old buttons are recognised

    @property
    def number(self) -> str:
        """The number that people see, for example "T-1042"."""
        return f"T-{FIRST_NUMBER + self.id}"


class TicketEvent(Base):
    """Append-only history of a ticket."""

    __tablename__ = "ticket_event"
    __table_args__ = (Index(None, "ticket_id", "id"), Index(None, "kind", "at"))

    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    ticket_id: Mapped[int] = mapped_column(ForeignKey("ticket.id"))
    at: Mapped[datetime] = mapped_column(UtcDateTime)
    kind: Mapped[str] = mapped_column(String(24))
    actor_kind: Mapped[str] = mapped_column(String(16))
    actor_id: Mapped[int | None] = mapped_column(BigId)  # person.id or staff_member.id
    from_state: Mapped[str | None] = mapped_column(String(24))
    to_state: Mapped[str | None] = mapped_column(String(24))
    text: Mapped[str] = mapped_column(Words, default="")
    internal: Mapped[bool] = mapped_column(default=False)  # not part of the timeline that owners see
    data: Mapped[dict[str, Any]] = mapped_column(JsonText, default=dict)


class TicketAttachment(Base):
    """A photo, video, voice message or document that belongs to a ticket."""

    __tablename__ = "ticket_attachment"
    __table_args__ = (UniqueConstraint("ticket_id", "unique_id"),)

    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    ticket_id: Mapped[int] = mapped_column(ForeignKey("ticket.id"))
    kind: Mapped[str] = mapped_column(String(16))
    file_id: Mapped[str] = mapped_column(String(400))
    unique_id: Mapped[str] = mapped_column(String(200))
    chat_id: Mapped[int] = mapped_column(BigId)
    telegram_message_id: Mapped[int] = mapped_column(BigId)
    at: Mapped[datetime] = mapped_column(UtcDateTime)


class TicketCard(Base):
    """The card of a ticket in a staff or manager chat: which outbox row sent it, which edit is already under way."""

    __tablename__ = "ticket_card"
    __table_args__ = (UniqueConstraint("ticket_id", "chat_id"),)

    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    ticket_id: Mapped[int] = mapped_column(ForeignKey("ticket.id"))
    chat_id: Mapped[int] = mapped_column(BigId)
    topic_id: Mapped[int | None] = mapped_column(ForeignKey("topic.id"))
    outbox_id: Mapped[int] = mapped_column(ForeignKey("outbox.id"))
    generation: Mapped[int] = mapped_column(default=0)  # the topic's generation it was sent to
