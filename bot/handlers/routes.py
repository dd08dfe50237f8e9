"""The ordered table that leads every update to its handler: the first route that matches serves it."""

import logging
from collections.abc import Sequence
from typing import Any

from bot.desk import Work
from bot.handlers.chats import CHAT_ROUTES
from bot.handlers.manager import MANAGER_ROUTES
from bot.handlers.owner import OWNER_ROUTES
from bot.handlers.read import read_update
from bot.handlers.route import Route
from bot.handlers.staff import STAFF_ROUTES

ROUTES: tuple[Route, ...] = (*CHAT_ROUTES, *MANAGER_ROUTES, *STAFF_ROUTES, *OWNER_ROUTES)

_log = logging.getLogger(__name__)


async def handle(work: Work, raws: Sequence[dict[str, Any]]) -> None:
    """Serves one update, or the parts of one album, within the caller's transaction.

    Raises Unreadable for an update that cannot be parsed; what nobody serves (a strange group, a kind of update that
    the desk has no use for) is passed over.
    """
    incoming = read_update(raws)
    if incoming is None:
        return
    for route in ROUTES:
        if route.matches(work.desk, incoming) and await route.handle(work, incoming) is not False:
            return
    _log.info("nobody serves this: %s", type(incoming).__name__)
