"""Whoever asks at night whether the office is open reads that it is closed, and when it opens."""

from datetime import date, time
from zoneinfo import ZoneInfo

import pytest

from bot.rules.business_time import Calendar, Hours
from intents.result import Match
from tests.desk_story import Story, understood_as
from tests.handlers.understanding import undecided

SEOUL = ZoneInfo("Asia/Seoul")
WEEKDAYS = Calendar(SEOUL, dict.fromkeys(range(5), (Hours(time(9), time(18)),)), holidays=frozenset[date]())


def hours_or_progress(text: str) -> Match:
    """A recogniser that knows longer questions about the hours, and takes the shortest for one about a matter."""
    found = understood_as("office.hours") if "관리사무소" in text else undecided("ticket.status", "office.hours")
    answer: Match = found(text)
    return answer


@pytest.mark.parametrize("words", ["지금 열었어요?", "관리사무소 지금 문 열려 있나요", "are you open now?"])
async def test_at_night_it_is_closed_and_opens_in_the_morning(story: Story, words: str) -> None:
    story.bench.change(calendar=WEEKDAYS)
    await story.pass_time(hours=12)
    await story.writes(words, hours_or_progress)
    answer = (await story.heard())[-1]
    assert "지금은 관리사무소 운영 시간이 아닙니다" in answer
    assert "내일 09:00에 문을 엽니다" in answer
    assert "02-000-0119" in answer


async def test_by_day_it_is_open(story: Story) -> None:
    story.bench.change(calendar=WEEKDAYS)
    await story.writes("지금 열었어요?", hours_or_progress)
    assert "지금 문을 열고 있습니다. 오늘 운영 시간은 09:00~18:00" in (await story.heard())[-1]


async def test_whoever_asks_for_the_hours_at_night_learns_it_too(story: Story) -> None:
    story.bench.change(calendar=WEEKDAYS)
    await story.writes("관리사무소 몇 시까지 해요?", hours_or_progress)
    assert "운영 시간이 아닙니다" not in (await story.heard())[-1]
    await story.pass_time(hours=12)
    await story.writes("관리사무소 운영 시간 알려 주세요", hours_or_progress)
    assert "내일 09:00에 문을 엽니다" in (await story.heard())[-1]
