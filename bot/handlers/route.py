"""One line of the table that leads an update to its handler."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import TypeVar

from bot.desk import Desk, Work
from bot.incoming import Incoming

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Route:
    """The first route whose predicate is true handles the update; a predicate looks at the update only, never at rows.
    A handler that finds in the rows that the update belongs to a later route returns False: it may have read rows and
    locked the conversation that the update is about, but has changed nothing.

    Build them with narrowed types through `route`: the predicate vouches for the kind of update that the handler gets.
    """

    name: str
    matches: Callable[[Desk, Incoming], bool]
    handle: Callable[[Work, Incoming], Awaitable[bool | None]]


def route(
    name: str,
    kind: type[T],
    handle: Callable[[Work, T], Awaitable[bool | None]],
    matches: Callable[[Desk, T], bool] = lambda _desk, _incoming: True,
) -> Route:
    """A route for one kind of update, with a predicate on top of the kind."""

    def of_kind(desk: Desk, incoming: Incoming) -> bool:
        return isinstance(incoming, kind) and matches(desk, incoming)

    async def narrowed(work: Work, incoming: Incoming) -> bool | None:
        if not isinstance(incoming, kind):
            raise TypeError(f"{name}: {type(incoming).__name__} is not {kind.__name__}")
        return await handle(work, incoming)

    return Route(name, of_kind, narrowed)
