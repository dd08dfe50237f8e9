"""Which rows of the inbox are worked next: each lane in its order, or what can wait for nobody before its turn."""

from collections.abc import Callable, Collection
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any, Protocol

from sqlalchemy.ext.asyncio import AsyncSession

from storage import inbox
from storage.inbox import Head
from storage.models import InboxRow

_JUDGED_AT_ONCE = 300
"""A look reads no more new rows than that: what an outage has left behind must not hold up everything else."""


class Order(Protocol):
    """What the worker asks the inbox."""

    async def heads(self, session: AsyncSession, album: timedelta, limit: int, busy: Collection[str]) -> list[Head]:
        """One row of each lane that nobody here works on, oldest first."""

    async def rows(self, session: AsyncSession, head: Head) -> list[InboxRow]:
        """What is to be worked together with it; nothing where that has been done. The lane is held."""

    def is_behind(self) -> bool:
        """Whether the last look left rows unread that may be heads."""


@dataclass(frozen=True, slots=True)
class InTurn:
    """Everything, each lane from its oldest row on."""

    async def heads(self, session: AsyncSession, album: timedelta, limit: int, busy: Collection[str]) -> list[Head]:
        return await inbox.heads(session, album, limit, busy)

    async def rows(self, session: AsyncSession, head: Head) -> list[InboxRow]:
        return await inbox.rows_to_work(session, head)

    def is_behind(self) -> bool:
        return False


@dataclass(slots=True)
class OutOfTurn:
    """Nothing but what cannot wait, whatever stands before it in its lane: that stays where it is."""

    cannot_wait: Callable[[Any], bool]
    _judged: dict[int, bool] = field(default_factory=dict)
    _behind: bool = False

    async def heads(self, session: AsyncSession, album: timedelta, limit: int, busy: Collection[str]) -> list[Head]:
        waiting = await inbox.waiting(session)
        new = [number for number in waiting if number not in self._judged]
        self._behind = len(new) > _JUDGED_AT_ONCE
        if new:
            came = await inbox.payloads(session, new[:_JUDGED_AT_ONCE])
            self._judged.update((number, self.cannot_wait(payload)) for number, payload in came.items())
        first: dict[str, int] = {}
        for number, lane in waiting.items():
            if self._judged.get(number) and lane not in busy:
                first.setdefault(lane, number)
        return await inbox.heads_of(session, [*first.values()][:limit]) if first else []

    def is_behind(self) -> bool:
        return self._behind

    async def rows(self, session: AsyncSession, head: Head) -> list[InboxRow]:
        return await inbox.row_alone(session, head)
