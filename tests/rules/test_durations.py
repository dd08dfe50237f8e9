"""How long a wait is, as people say it."""

from datetime import timedelta

import pytest

from bot.render import Texts
from bot.rules.durations import Unit, spoken

TEXTS = Texts.load()


@pytest.mark.parametrize(
    ("wait", "count", "unit", "korean", "english"),
    [
        (timedelta(seconds=20), 1, Unit.MINUTES, "1분", "1 minute"),
        (timedelta(minutes=12, seconds=10), 12, Unit.MINUTES, "12분", "12 minutes"),
        (timedelta(minutes=75), 75, Unit.MINUTES, "75분", "75 minutes"),
        (timedelta(minutes=95), 2, Unit.HOURS, "약 2시간", "about 2 hours"),
        (timedelta(minutes=837), 14, Unit.HOURS, "약 14시간", "about 14 hours"),
        (timedelta(hours=23, minutes=40), 24, Unit.HOURS, "약 24시간", "about 24 hours"),
        (timedelta(hours=30), 2, Unit.DAYS, "약 2일", "about 2 days"),
        (timedelta(days=3), 3, Unit.DAYS, "약 3일", "about 3 days"),
    ],
)
def test_long_waits_are_told_in_hours_and_days(
    wait: timedelta, count: int, unit: Unit, korean: str, english: str
) -> None:
    assert spoken(wait) == (count, unit)
    assert TEXTS.say("ko", f"duration-{unit.value}", count=count) == korean
    assert TEXTS.say("en", f"duration-{unit.value}", count=count) == english
