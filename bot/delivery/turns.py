"""Whose turn it is among those that are equally urgent: a flood in one place does not hold up the others."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from bot.delivery.limits import Clock
from storage.outbox import Head

_REMEMBERED_SECONDS = 600.0  # longer than what waits for a group of twenty messages a minute


@dataclass(slots=True)
class Turns:
    """When each stream was served last. Whoever was not of late comes first, in the order of the promises."""

    clock: Clock
    _served: dict[str, float] = field(default_factory=dict)

    def in_order(self, heads: Sequence[Head]) -> list[Head]:
        since = self.clock() - _REMEMBERED_SECONDS
        while self._served and next(iter(self._served.values())) <= since:
            del self._served[next(iter(self._served))]
        return sorted(
            heads, key=lambda head: (head.row.priority, self._served.get(head.row.stream, since), head.row.id)
        )

    def served(self, stream: str) -> None:
        self._served.pop(stream, None)  # the dictionary is in the order of the services
        self._served[stream] = self.clock()
