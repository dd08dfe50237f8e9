"""Who did what to which matter, and whose data they looked at (M6)."""

from datetime import datetime
from typing import Any

from sqlalchemy import Index, String
from sqlalchemy.orm import Mapped, mapped_column

from storage.models.base import Base, BigId, JsonText, UtcDateTime


class AuditEntry(Base):
    """Append-only."""

    __tablename__ = "audit"
    __table_args__ = (Index(None, "subject", "id"),)

    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    at: Mapped[datetime] = mapped_column(UtcDateTime)
    actor: Mapped[str] = mapped_column(String(80))  # "owner:5", "staff:3", "system"
    action: Mapped[str] = mapped_column(String(80))
    subject: Mapped[str] = mapped_column(String(80))  # "ticket:42", "conversation:7"
    data: Mapped[dict[str, Any]] = mapped_column(JsonText, default=dict)
