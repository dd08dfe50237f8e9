"""Things that become due: the clock turns them into inbox rows."""

from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import Index, String
from sqlalchemy.orm import Mapped, mapped_column

from storage.models.base import Base, BigId, JsonText, PrefixKey, UtcDateTime


class TimerState(StrEnum):
    WAITING = "waiting"
    FIRED = "fired"
    CANCELLED = "cancelled"


class Timer(Base):
    """One due moment in business time. The dedupe key makes a matter and step unique."""

    __tablename__ = "timer"
    __table_args__ = (Index(None, "state", "due_at"),)

    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    kind: Mapped[str] = mapped_column(String(40))
    lane: Mapped[str] = mapped_column(String(80))
    data: Mapped[dict[str, Any]] = mapped_column(JsonText, default=dict)
    dedupe_key: Mapped[str] = mapped_column(PrefixKey, unique=True)
    due_at: Mapped[datetime] = mapped_column(UtcDateTime)
    state: Mapped[str] = mapped_column(String(16), default=TimerState.WAITING)
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)
