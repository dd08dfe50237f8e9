"""What every action works with: the desk (office, texts, understanding) and one unit of work at one moment."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncSession

from bot.office import Office
from bot.render import Texts
from bot.rules.danger import DESPAIR, MEDICAL
from bot.rules.routing import MANAGER
from intents.catalogue import Intent
from intents.result import Match
from storage.cipher import Cipher


@dataclass(slots=True)
class Chats:
    """Where staff and managers are. The one part of a desk that changes while it works: a group that becomes a
    supergroup gets another id, and what is said there is the office's from then on."""

    staff: int | None
    manager: int | None
    manager_ids: tuple[int, ...]  # whom the settings name, in their order
    moved: dict[int, int] = field(default_factory=dict)

    @property
    def private_managers(self) -> tuple[int, ...]:
        """The managers who read in a chat of their own besides the managers' chat, or without one."""
        return tuple(user for user in self.manager_ids if user != self.manager)

    def follow(self, old: int, new: int) -> None:
        """Learns of one move; to learn of it again changes nothing."""
        self.moved[old] = new
        self.staff, self.manager = self.now(self.staff), self.now(self.manager)

    def now(self, chat: int | None) -> int | None:
        """The present id of a chat."""
        for _ in self.moved:
            chat = chat if chat is None else self.moved.get(chat, chat)
        return chat


def desk_intents(known: Mapping[str, Intent], texts: Texts) -> Mapping[str, Intent]:
    """What the recogniser tells apart, and what the desk tells apart besides: who wants to die needs other words than
    who has collapsed, and nobody is asked for a score afterwards."""
    medical = known.get(MEDICAL)
    if medical is None:
        return known
    titles = {locale: texts.say(locale, "title-despair") for locale in texts.locales}
    despair = replace(medical, id=DESPAIR, handling="advise", parent=medical.id, titles=titles, examples={})
    return {**known, DESPAIR: despair}


@dataclass(frozen=True, slots=True, repr=False)
class Desk:
    """Everything that stays the same between two reloads. Written out it would fill a book, so it is not."""

    office: Office
    texts: Texts
    understand: Callable[[str], Match]
    intents: Mapping[str, Intent]
    chats: Chats
    cipher: Cipher
    bot_username: str
    examples: int = 0  # how many sentences the understanding was taught with

    @property
    def office_locale(self) -> str:
        """The language of staff and managers."""
        return self.office.languages[0]

    def staff_chat_of(self, department: str) -> int | None:
        """The staff chat of a department: its own, else the common one."""
        own = self.office.departments.get(department)
        return self.chats.now(own.staff_chat) if own is not None and own.staff_chat is not None else self.chats.staff

    def is_for_managers(self, intent: str) -> bool:
        """Whether only managers may see what is said about this."""
        known = self.intents.get(intent)
        return known is not None and known.department == MANAGER

    @property
    def staff_chats(self) -> frozenset[int]:
        """The groups in which writing or tapping proves membership: the common one and those of departments."""
        own = (self.chats.now(department.staff_chat) for department in self.office.departments.values())
        return frozenset(chat for chat in (self.chats.staff, *own) if chat is not None)


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
