"""Who writes and who answers: persons, units, residencies, consents, staff."""

from datetime import datetime
from enum import StrEnum

from sqlalchemy import ForeignKey, Index, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from storage.models.base import Base, BigId, UtcDateTime, Words


class ResidencyStatus(StrEnum):
    CLAIMED = "claimed"  # said by the person, shown to staff as unverified
    VERIFIED = "verified"  # proven by invitation, roster or staff


class StaffRole(StrEnum):
    STAFF = "staff"
    MANAGER = "manager"


class Person(Base):
    """Somebody who writes to the desk, or for whom staff record a call (then without a Telegram id)."""

    __tablename__ = "person"

    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    telegram_id: Mapped[int | None] = mapped_column(BigId, unique=True)
    display_name: Mapped[str] = mapped_column(Words(200), default="")  # as Telegram shows it
    name_sealed: Mapped[str | None] = mapped_column(Text)  # as they introduced themselves; see storage/cipher.py
    phone_sealed: Mapped[str | None] = mapped_column(Text)
    locale: Mapped[str] = mapped_column(String(16))
    locale_chosen: Mapped[bool] = mapped_column(default=False)
    blocked_at: Mapped[datetime | None] = mapped_column(UtcDateTime)  # since when the bot cannot write to them
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)


class Unit(Base):
    """One home: building and number, both as people write them ("101", "1203")."""

    __tablename__ = "unit"
    __table_args__ = (UniqueConstraint("building", "number"),)

    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    building: Mapped[str] = mapped_column(Words(40))
    number: Mapped[str] = mapped_column(Words(40))


class Residency(Base):
    """A person lives in or owns a unit, from when until when, and how we know."""

    __tablename__ = "residency"
    __table_args__ = (
        Index(None, "person_id"),
        Index(None, "unit_id"),
    )

    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    unit_id: Mapped[int] = mapped_column(ForeignKey("unit.id"))
    status: Mapped[str] = mapped_column(String(16), default=ResidencyStatus.CLAIMED)
    verified_by: Mapped[str | None] = mapped_column(String(40))
    since: Mapped[datetime] = mapped_column(UtcDateTime)
    until: Mapped[datetime | None] = mapped_column(UtcDateTime)


class Consent(Base):
    """That a person agreed to a version of the privacy notice."""

    __tablename__ = "consent"
    __table_args__ = (UniqueConstraint("person_id", "version"),)

    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    version: Mapped[str] = mapped_column(String(40))
    at: Mapped[datetime] = mapped_column(UtcDateTime)


class StaffMember(Base):
    """Somebody who wrote or tapped in the staff chat, or whom the settings name as a manager."""

    __tablename__ = "staff_member"

    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    telegram_id: Mapped[int] = mapped_column(BigId, unique=True)
    name: Mapped[str] = mapped_column(Words(200))
    role: Mapped[str] = mapped_column(String(16), default=StaffRole.STAFF)
    department: Mapped[str | None] = mapped_column(String(40))
    on_duty: Mapped[bool] = mapped_column(default=True)
    left_at: Mapped[datetime | None] = mapped_column(UtcDateTime)  # set: access ended
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)
