"""Example sentences that people of the office added; they join those of the files."""

from datetime import datetime

from sqlalchemy import String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from storage.models.base import Base, BigId, UtcDateTime, Words

LONGEST_EXAMPLE = 500


class LearnedExample(Base):
    """One sentence under one intent. `removed_at`: it no longer counts."""

    __tablename__ = "learned_example"
    __table_args__ = (UniqueConstraint("intent", "text"),)

    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    intent: Mapped[str] = mapped_column(String(120))
    language: Mapped[str] = mapped_column(String(16))
    text: Mapped[str] = mapped_column(Words(LONGEST_EXAMPLE))
    added_by: Mapped[str] = mapped_column(Words(200))
    added_at: Mapped[datetime] = mapped_column(UtcDateTime)
    removed_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
