"""When managers are told, how often, and when an alert settles itself."""

from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.rules.business_time import QuietHours
from bot.rules.escalation import AlertKind, Matter, has_settled, is_confidential, may_go_out, next_repeat

SEOUL = ZoneInfo("Asia/Seoul")
QUIET = QuietHours(SEOUL, time(22), time(8))
NEVER_QUIET = QuietHours(SEOUL)
EVENING = datetime(2026, 11, 24, 23, 0, tzinfo=SEOUL).astimezone(UTC)
MORNING = datetime(2026, 11, 25, 8, 0, tzinfo=SEOUL).astimezone(UTC)
NOON = datetime(2026, 11, 24, 12, 0, tzinfo=SEOUL).astimezone(UTC)
TEN = timedelta(minutes=10)


def test_at_night_only_emergencies_go_out() -> None:
    assert may_go_out(AlertKind.EMERGENCY, urgent=False, at=EVENING, quiet=QUIET) == EVENING
    assert may_go_out(AlertKind.POSSIBLE_EMERGENCY, urgent=False, at=EVENING, quiet=QUIET) == EVENING
    assert may_go_out(AlertKind.RESOLUTION, urgent=True, at=EVENING, quiet=QUIET) == EVENING
    assert may_go_out(AlertKind.LOW_SCORE, urgent=False, at=EVENING, quiet=QUIET) == MORNING
    assert may_go_out(AlertKind.LOW_SCORE, urgent=False, at=EVENING, quiet=NEVER_QUIET) == EVENING


def test_repeats_come_after_the_set_time_or_never() -> None:
    repeat = next_repeat(AlertKind.FIRST_RESPONSE, urgent=False, sent_at=NOON, every=TEN, quiet=QUIET)
    assert repeat == NOON + TEN
    night = timedelta(hours=11)
    late = next_repeat(AlertKind.FIRST_RESPONSE, urgent=False, sent_at=NOON, every=night, quiet=QUIET)
    assert late == MORNING
    assert next_repeat(AlertKind.EMERGENCY, urgent=True, sent_at=NOON, every=None, quiet=QUIET) is None


@pytest.mark.parametrize(
    ("kind", "settles_with"),
    [
        (AlertKind.EMERGENCY, {"over"}),
        (AlertKind.POSSIBLE_EMERGENCY, set()),
        (AlertKind.UNCLAIMED_TICKET, {"over", "claimed"}),
        (AlertKind.UNCLAIMED_CONVERSATION, {"person came"}),
        (AlertKind.FIRST_RESPONSE, {"over", "responded"}),
        (AlertKind.NEXT_RESPONSE, {"over", "answered"}),
        (AlertKind.RESOLUTION, {"over"}),
        (AlertKind.LOW_SCORE, set()),
        (AlertKind.REOPENED_TWICE, set()),
        (AlertKind.QUARANTINED, set()),
        (AlertKind.STAFF_COMPLAINT, {"over", "claimed"}),
        (AlertKind.UNDELIVERABLE, set()),
    ],
)
def test_an_alert_settles_itself_when_its_reason_is_gone(kind: AlertKind, settles_with: set[str]) -> None:
    changes = {
        "nothing": Matter(),
        "over": Matter(ticket_open=False),
        "claimed": Matter(claimed=True),
        "responded": Matter(responded=True),
        "answered": Matter(owner_waits=False),
        "person came": Matter(conversation_waits=False),
    }
    assert {name for name, matter in changes.items() if has_settled(kind, matter)} == settles_with


def test_what_concerns_staff_stays_with_the_managers() -> None:
    assert is_confidential(AlertKind.STAFF_COMPLAINT, None)
    assert is_confidential(AlertKind.FIRST_RESPONSE, "manager")
    assert not is_confidential(AlertKind.FIRST_RESPONSE, "facility")
