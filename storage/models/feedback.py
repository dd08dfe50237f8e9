"""Resolution feedback: one survey per ticket and round."""

from datetime import datetime
from enum import StrEnum

from sqlalchemy import ForeignKey, Index, Integer, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from storage.models.base import Base, BigId, UtcDateTime, Words


class SurveyState(StrEnum):
    PLANNED = "planned"  # resolved, the push is not yet due
    ASKED = "asked"
    SOLVED = "solved"
    NOT_SOLVED = "not_solved"
    AUTO_CLOSED = "auto_closed"
    PHONE_TASK = "phone_task"  # Telegram could not deliver it, staff call instead
    CANCELLED = "cancelled"  # the ticket moved on before the owner was asked


class Survey(Base):
    """What the owner was asked after one resolution, and what they said."""

    __tablename__ = "survey"
    __table_args__ = (
        UniqueConstraint("ticket_id", "round"),
        Index(None, "conversation_id", "state"),
        Index(None, "answered_at"),
    )

    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    ticket_id: Mapped[int] = mapped_column(ForeignKey("ticket.id"))
    conversation_id: Mapped[int] = mapped_column(ForeignKey("conversation.id"))
    round: Mapped[int] = mapped_column(Integer)
    state: Mapped[str] = mapped_column(String(16), default=SurveyState.PLANNED)
    handler_id: Mapped[int | None] = mapped_column(ForeignKey("staff_member.id"))  # captured when it is sent
    outbox_id: Mapped[int | None] = mapped_column(ForeignKey("outbox.id"))
    asked_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    reminded_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    answered_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    stars: Mapped[int | None] = mapped_column(Integer)
    reason: Mapped[str | None] = mapped_column(Words)
