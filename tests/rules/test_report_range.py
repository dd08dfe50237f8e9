"""Which days a manager means."""

from datetime import date

import pytest

from bot.render import Texts
from bot.rules.report_range import Days, read_range

TUESDAY = date(2026, 11, 24)
PHRASES = Texts.load().phrases


@pytest.mark.parametrize(
    ("words", "first", "last"),
    [
        ("", TUESDAY, TUESDAY),
        ("today", TUESDAY, TUESDAY),
        ("어제", date(2026, 11, 23), date(2026, 11, 23)),
        ("WEEK", date(2026, 11, 23), TUESDAY),
        ("이번 달", date(2026, 11, 1), TUESDAY),
        ("2026-11-01 2026-11-15", date(2026, 11, 1), date(2026, 11, 15)),
        ("2026-11-15 ~ 2026-11-01", date(2026, 11, 1), date(2026, 11, 15)),
        ("11/3", date(2026, 11, 3), date(2026, 11, 3)),
        ("12/1 12/31", date(2025, 12, 1), date(2025, 12, 31)),
    ],
)
def test_days_meant(words: str, first: date, last: date) -> None:
    assert read_range(words, TUESDAY, PHRASES) == Days(first, last)


@pytest.mark.parametrize("words", ["soon", "2026-13-01", "2026-11-01 2026-11-02 2026-11-03"])
def test_what_cannot_be_read_is_said_so(words: str) -> None:
    assert read_range(words, TUESDAY, PHRASES) is None
