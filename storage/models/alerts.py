"""What managers must look at; repeated until somebody acknowledges."""

from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from storage.models.base import Base, BigId, JsonText, UtcDateTime, Words


class AlertState(StrEnum):
    OPEN = "open"
    ACKNOWLEDGED = "acknowledged"
    OBSOLETE = "obsolete"  # the matter moved on before anybody acknowledged


class Alert(Base):
    """Exactly one per matter and step (unique dedupe key)."""

    __tablename__ = "alert"
    __table_args__ = (Index(None, "state", "id"), Index(None, "ticket_id"), Index(None, "conversation_id"))

    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    kind: Mapped[str] = mapped_column(String(40))
    dedupe_key: Mapped[str] = mapped_column(String(120), unique=True)
    ticket_id: Mapped[int | None] = mapped_column(ForeignKey("ticket.id"))
    conversation_id: Mapped[int | None] = mapped_column(ForeignKey("conversation.id"))
    data: Mapped[dict[str, Any]] = mapped_column(JsonText, default=dict)
    state: Mapped[str] = mapped_column(String(16), default=AlertState.OPEN)
    repeats: Mapped[int] = mapped_column(default=0)
    acknowledged_by: Mapped[str | None] = mapped_column(Words(200))
    acknowledged_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)
