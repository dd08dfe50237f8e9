"""Which day a short question about hours means."""

from datetime import date

import pytest

from bot.render import Texts
from bot.rules.day_asked import DaysAsked, DayWords, days_asked

THURSDAY = date(2026, 11, 26)
TEXTS = Texts.load()
WORDS = DayWords(
    ahead=[(word, days) for days, kind in enumerate(("date-today", "date-tomorrow")) for word in TEXTS.phrases(kind)],
    weekdays=[(word, index % 7) for index, word in enumerate(TEXTS.phrases("weekday"))],
    weekend=TEXTS.phrases("weekend"),
    holidays=TEXTS.phrases("holiday"),
)


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("토요일도 하나요", DaysAsked((date(2026, 11, 28),))),
        ("내일은요?", DaysAsked((date(2026, 11, 27),))),
        ("주말에는요", DaysAsked((date(2026, 11, 28), date(2026, 11, 29)))),
        ("설날에도 열어요?", DaysAsked(holiday=True)),
        ("are you open on Sunday", DaysAsked((date(2026, 11, 29),))),
        ("open tomorrow?", DaysAsked((date(2026, 11, 27),))),
        ("周三呢", DaysAsked((date(2026, 12, 2),))),
        ("오늘은?", DaysAsked((THURSDAY,))),
        ("관리비는 언제까지예요", None),
    ],
)
def test_days_are_read_in_every_language(text: str, asked: DaysAsked | None) -> None:
    assert days_asked(text, THURSDAY, WORDS) == asked


def test_every_language_names_seven_weekdays() -> None:
    assert len(TEXTS.phrases("weekday")) == len(TEXTS.phrases("weekday-short")) == 7 * len(TEXTS.locales)
