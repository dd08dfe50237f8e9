"""A question in the middle of a report, put while the desk asks where it is."""

import pytest

from tests.desk_story import Story, understood_as


async def at_the_place(story: Story) -> None:
    await story.writes("복도 전등이 나갔어요", understood_as("repair.common"))
    assert "어디" in (await story.heard())[-1]


@pytest.mark.parametrize("words", ["관리사무소 몇 시에 열어요?", "when does the office open"])
async def test_it_is_answered_and_the_place_is_asked_again(story: Story, words: str) -> None:
    await at_the_place(story)
    await story.writes(words, understood_as("office.hours"))
    answer, again = (await story.heard())[-2:]
    assert "운영" in answer or "평일" in answer or "open" in answer.lower()
    assert "장소" in again


async def test_a_place_stays_one_whatever_it_sounds_like(story: Story) -> None:
    await at_the_place(story)
    await story.writes("관리사무소 옆 복도", understood_as("office.hours"))
    assert "관리사무소 옆 복도" in (await story.heard())[-1] or "동의" in (await story.heard())[-1]
