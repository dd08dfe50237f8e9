"""What was written before a button was chosen is in the ticket with the rest, whatever is asked in between."""

import pytest

from tests.desk_story import Story, understood_as
from tests.handlers.understanding import foreign, seen_by_staff, undecided

FIRST, SECOND = "화장실 쪽이 이상해요", "천장이 젖었어요"


@pytest.mark.parametrize("way", ["T-1001에 덧붙이기", "네"])
async def test_both_lines_join_the_open_matter_of_the_same_kind(story: Story, way: str) -> None:
    await story.writes(FIRST, undecided("complaint.water", "complaint.leak"))
    await story.writes(SECOND, undecided("complaint.water", "complaint.leak"))
    await story.taps("누수")
    assert "덧붙일까요" in (await story.heard())[-1]
    await (story.writes(way, foreign) if way == "네" else story.taps(way))
    shown = await seen_by_staff(story)
    assert FIRST in shown
    assert SECOND in shown


async def test_both_lines_are_in_the_new_matter(story: Story) -> None:
    await story.writes(FIRST, undecided("complaint.water", "complaint.leak"))
    await story.writes(SECOND, undecided("complaint.water", "complaint.leak"))
    await story.taps("누수")
    await story.taps("새로 접수")
    await story.taps("동의합니다")
    assert f"• 내용: {FIRST} / {SECOND}" in (await story.heard())[-1]


async def test_what_waits_for_a_choice_joins_the_matter_when_something_else_is_written(story: Story) -> None:
    await story.writes("천장에서 물이 새요", understood_as("complaint.leak"))
    assert "덧붙일까요" in (await story.heard())[-1]
    await story.writes("벽지도 젖었고 바닥도 젖었어요", foreign)
    shown = await seen_by_staff(story)
    assert "천장에서 물이 새요" in shown
    assert "벽지도 젖었고" in shown
    assert sum("덧붙여 담당 부서에 전했습니다. 다른 일이면" in text for text in await story.heard()) == 2


@pytest.mark.parametrize("word", ["취소", "건너뛰기", "cancel"])
async def test_whoever_calls_off_what_waits_for_a_choice_has_told_it_to_nobody(story: Story, word: str) -> None:
    await story.writes("천장에서 물이 새요", understood_as("complaint.leak"))
    await story.writes(word, foreign)
    assert "전해진 것은 없습니다" in (await story.heard())[-1]
    shown = await seen_by_staff(story)
    assert "천장에서 물이 새요" not in shown
    assert word not in shown


async def test_what_waits_for_a_choice_joins_nothing_on_another_day(story: Story) -> None:
    await story.writes("천장에서 물이 새요", understood_as("complaint.leak"))
    await story.pass_time(days=1)
    await story.writes("벽지도 젖었고 바닥도 젖었어요", foreign)
    assert "천장에서 물이 새요" not in await seen_by_staff(story)
