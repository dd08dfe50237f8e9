"""Facts about this database: which bot it belongs to, chats that moved, a check value of the data key."""

from sqlalchemy import String, Text
from sqlalchemy.orm import Mapped, mapped_column

from storage.models.base import Base


class InstallationFact(Base):
    """One named fact, for example bot_id; a migrated chat is "chat:<old id>" -> new id."""

    __tablename__ = "installation"

    key: Mapped[str] = mapped_column(String(80), primary_key=True)
    value: Mapped[str] = mapped_column(Text)
