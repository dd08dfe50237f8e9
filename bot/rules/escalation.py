"""When a manager must be told, how often again, when it has settled itself, and who may read it (M1, O13)."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from bot.rules.business_time import QuietHours
from bot.rules.routing import MANAGER

LOW_STARS = 2
"""A score up to this goes to a manager (O10, D14)."""
OFTEN_REOPENED = 3
"""The round from which on a matter counts as "reopened twice": the first one and two more."""


class AlertKind(StrEnum):
    """The value, with dashes, is a part of text keys: alerts-what-<value>."""

    EMERGENCY = "emergency"
    POSSIBLE_EMERGENCY = "possible_emergency"
    UNCLAIMED_TICKET = "unclaimed_ticket"
    UNCLAIMED_CONVERSATION = "unclaimed_conversation"
    FIRST_RESPONSE = "first_response"
    NEXT_RESPONSE = "next_response"
    RESOLUTION = "resolution"
    LOW_SCORE = "low_score"
    REOPENED_TWICE = "reopened_twice"
    QUARANTINED = "quarantined"
    STAFF_COMPLAINT = "staff_complaint"
    UNDELIVERABLE = "undeliverable"
    ANGRY_OWNER = "angry_owner"


ROUND_THE_CLOCK = frozenset({AlertKind.EMERGENCY, AlertKind.POSSIBLE_EMERGENCY})
APART = frozenset({AlertKind.LOW_SCORE, AlertKind.REOPENED_TWICE, AlertKind.QUARANTINED, AlertKind.UNDELIVERABLE})
"""They stand for themselves: whoever has seen that a matter is late has not seen what its owner said of it."""


@dataclass(frozen=True, slots=True)
class Matter:
    """What is known now of the ticket or conversation that an alert is about. Without one, nothing settles itself."""

    ticket_open: bool = True  # not resolved, declined, merged, withdrawn or closed
    claimed: bool = False
    responded: bool = False  # somebody of the office has answered in this round
    owner_waits: bool = True  # the owner wrote something that nobody has answered
    conversation_waits: bool = True  # a person was asked for and nobody has come


def has_settled(kind: AlertKind, matter: Matter) -> bool:
    """True when the matter has moved on, so that nobody need acknowledge the alert any more.

    Scores, repeated reopening and quarantined input never settle themselves.
    """
    match kind:
        case AlertKind.EMERGENCY | AlertKind.RESOLUTION:
            return not matter.ticket_open
        case AlertKind.UNCLAIMED_TICKET | AlertKind.STAFF_COMPLAINT:
            return matter.claimed or not matter.ticket_open
        case AlertKind.FIRST_RESPONSE:
            return matter.responded or not matter.ticket_open
        case AlertKind.NEXT_RESPONSE:
            return not matter.owner_waits or not matter.ticket_open
        case AlertKind.UNCLAIMED_CONVERSATION:
            return not matter.conversation_waits
        case _:
            return False


def may_go_out(kind: AlertKind, *, urgent: bool, at: datetime, quiet: QuietHours) -> datetime:
    """The first instant at or after `at` at which the alert may be sent: emergencies at once, the rest not at night."""
    return at if urgent or kind in ROUND_THE_CLOCK else quiet.next_allowed(at)


def next_repeat(
    kind: AlertKind, *, urgent: bool, sent_at: datetime, every: timedelta | None, quiet: QuietHours
) -> datetime | None:
    """When it comes again if nobody acknowledges; None: it does not repeat."""
    return None if every is None else may_go_out(kind, urgent=urgent, at=sent_at + every, quiet=quiet)


def stands_for(later: AlertKind, earlier: AlertKind, *, urgent: bool) -> bool:
    """Whether the repeats of the later step of a matter can say the earlier one too: not where they are silent at night
    and the earlier one must ring."""
    joined = later not in APART and earlier not in APART
    return joined and (urgent or later in ROUND_THE_CLOCK or earlier not in ROUND_THE_CLOCK)


def is_confidential(kind: AlertKind, department: str | None) -> bool:
    """Whether the staff must not see it: complaints about staff, and every alert about such a matter (S1)."""
    return kind is AlertKind.STAFF_COMPLAINT or department == MANAGER


def is_low(stars: int) -> bool:
    return stars <= LOW_STARS


def is_reopened_too_often(round_: int) -> bool:
    return round_ >= OFTEN_REOPENED
