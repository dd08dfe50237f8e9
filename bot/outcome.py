"""What became of one outbox row, as delivery tells it to the actions that promised it (actions/deliveries.py)."""

from dataclasses import dataclass
from enum import StrEnum

from storage.models import OutboxState


class FailureReason(StrEnum):
    """Why Telegram refused for good. The value is a part of a text key: staff-failed-<value>."""

    BLOCKED = "blocked"  # the owner stopped the bot or never started it
    CHAT_GONE = "chat-gone"
    RIGHTS = "rights"  # the bot may not do this in that chat
    KIND = "kind"  # pictures, voice or the like are not taken there; words may be
    REFUSED = "refused"  # anything else that Telegram does not accept
    TOO_OLD = "too-old"  # messages can be changed and deleted for a limited time only
    GONE = "gone"  # the message or thread no longer exists


@dataclass(frozen=True, slots=True)
class Outcome:
    """`state`: sent, ambiguous, dead or dropped. `message_id`: what arrived, for createForumTopic the thread's id;
    `message_ids`: the parts of an album in order. `reason` is set exactly when the row is dead."""

    state: OutboxState
    message_id: int | None = None
    message_ids: tuple[int, ...] = ()
    error: str | None = None
    reason: FailureReason | None = None
