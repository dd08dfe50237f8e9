"""Named moments at which a test may kill the process; in service nothing happens there."""

from collections.abc import Awaitable, Callable
from enum import StrEnum


class Moment(StrEnum):
    BEFORE_INBOX_COMMIT = "before_inbox_commit"
    AFTER_INBOX_COMMIT = "after_inbox_commit"
    INSIDE_TRANSACTION = "inside_transaction"
    AFTER_OUTBOX_CLAIM = "after_outbox_claim"
    AFTER_ACCEPTANCE = "after_acceptance"


Reached = Callable[[Moment], Awaitable[None]]


async def nothing(_moment: Moment) -> None:
    """What happens in service."""
