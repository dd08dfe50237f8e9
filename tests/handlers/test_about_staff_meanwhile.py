"""In the middle of a report its owner says something about the staff: neither the report's words nor its place may hold
it, whatever was asked."""

from typing import Any

import pytest

from intents.extract import find_slots
from intents.result import Candidate, Decision, Match
from tests.desk_story import Story, understood_as
from tests.handlers.understanding import foreign, seen_by_managers, seen_by_staff, wishes

STAFF = "complaint.staff"
RUDE = "관리소 직원이 반말하고 무시해요"
BESIDE = f"103동 7층 엘리베이터요 근데 {RUDE}"

clear = understood_as(STAFF)
beside = wishes("complaint.elevator", STAFF, decision=Decision.CONFIRM)


def doubtful(text: str) -> Match:
    """A recogniser that thinks of staff first and is not quite sure."""
    candidates = (Candidate(STAFF, 0.78), Candidate("complaint.elevator", 0.1))
    wished = (STAFF, "complaint.elevator")
    return Match(STAFF, Decision.CONFIRM, None, 0.7, candidates, wished, find_slots(text))


async def is_handed_in_without_it(story: Story) -> None:
    await story.taps("접수하기")
    assert "엘리베이터" in await seen_by_staff(story)
    assert "반말" not in await seen_by_staff(story)


@pytest.mark.parametrize("heard", [clear, beside, doubtful])
async def test_where_the_place_is_asked_for(story: Story, heard: Any) -> None:
    await story.writes("엘리베이터가 자꾸 멈춰요", understood_as("complaint.elevator"))
    await story.writes(BESIDE, heard)
    if heard is clear:  # it has read no address
        await story.writes("103동 7층", foreign)
    await story.taps("동의합니다")
    assert "103동 7층" in (await story.heard())[-1]
    assert "반말" not in (await story.heard())[-1]
    await is_handed_in_without_it(story)
    if heard is doubtful:
        assert "직원" in (await story.heard())[-1], "it waited its turn"
        await story.taps("접수하기")
    assert RUDE in await seen_by_managers(story)


@pytest.mark.parametrize("heard", [clear, beside, doubtful])
async def test_where_everything_has_been_told(story: Story, heard: Any) -> None:
    await story.writes("103동 7층 엘리베이터가 자꾸 멈춰요", wishes("complaint.elevator"))
    await story.taps("동의합니다")
    await story.writes(RUDE, heard)
    await is_handed_in_without_it(story)


@pytest.mark.parametrize("heard", [clear, beside, doubtful])
async def test_where_the_report_is_told_anew(story: Story, heard: Any) -> None:
    await story.writes("103동 7층 엘리베이터가 자꾸 멈춰요", wishes("complaint.elevator"))
    await story.taps("동의합니다")
    await story.taps("고치기")
    await story.writes(BESIDE, heard)
    await story.writes("103동 7층 엘리베이터 문이 안 닫혀요", wishes("complaint.elevator"))
    await is_handed_in_without_it(story)


async def test_where_nothing_has_been_told_yet(story: Story) -> None:
    await story.sends("/new")
    await story.writes(BESIDE, beside)
    assert RUDE in await seen_by_managers(story)
    await story.writes("103동 7층 엘리베이터가 자꾸 멈춰요", wishes("complaint.elevator"))
    await story.taps("동의합니다")
    await is_handed_in_without_it(story)


async def test_a_report_that_turns_out_to_be_about_staff_is_the_managers_as_a_whole(story: Story) -> None:
    await story.sends("/new")
    await story.writes(RUDE, doubtful)
    await story.writes("어제 저녁 8시쯤 정문에서 있었던 일이고 옆에 아이도 있었어요", foreign)
    await story.taps("동의합니다")
    await story.taps("접수하기")
    assert RUDE in await seen_by_managers(story)
    assert "반말" not in await seen_by_staff(story)


@pytest.mark.parametrize("heard", [clear, beside, doubtful])
async def test_where_the_report_was_laid_aside(story: Story, heard: Any) -> None:
    await story.writes("103동 7층 엘리베이터가 자꾸 멈춰요", wishes("complaint.elevator"))
    await story.sends("/new")
    assert "그대로 있습니다" in (await story.heard())[-1]
    await story.writes(RUDE, heard)
    await story.taps("동의합니다")
    await is_handed_in_without_it(story)
