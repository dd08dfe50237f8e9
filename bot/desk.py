"""What every action works with: the desk (office, texts, understanding) and one unit of work at one moment."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncSession

from bot.office import Office
from bot.render import Texts
from intents.catalogue import Intent
from intents.result import Match
from storage.cipher import Cipher


@dataclass(frozen=True, slots=True)
class Chats:
    """Where staff and managers are; ids from the settings, followed through migrations."""

    staff: int | None
    manager: int | None
    manager_ids: frozenset[int]


@dataclass(frozen=True, slots=True)
class Desk:
    """Everything that stays the same between two reloads."""

    office: Office
    texts: Texts
    understand: Callable[[str], Match]
    intents: Mapping[str, Intent]
    chats: Chats
    cipher: Cipher
    bot_username: str
    office_locale: str = "ko"  # the language of staff and managers

    def staff_chat_of(self, department: str) -> int | None:
        """The staff chat of a department: its own, else the common one."""
        own = self.office.departments.get(department)
        return own.staff_chat if own is not None and own.staff_chat is not None else self.chats.staff


@dataclass(frozen=True, slots=True)
class Work:
    """One transaction at one moment of business time. Actions take it first and never commit it."""

    session: AsyncSession
    now: datetime
    desk: Desk
    real_now: datetime

    def say(self, locale: str, key: str, **args: object) -> str:
        """A sentence from the catalogues."""
        return self.desk.texts.say(locale, key, **args)
