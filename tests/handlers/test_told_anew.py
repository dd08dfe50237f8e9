"""Whoever wants to tell a report anew loses nothing of it until they have."""

import pytest
from sqlalchemy import select

from storage.models import Ticket
from tests.desk_story import Story, understood_as
from tests.handlers.understanding import foreign, tickets


@pytest.fixture
async def anew(story: Story) -> Story:
    """A lift that keeps stopping was told to its end, and then "edit" was tapped."""
    await story.writes("엘리베이터가 자꾸 멈춰요", understood_as("complaint.elevator"))
    await story.writes("103동 7층", foreign)
    await story.taps("동의합니다")
    await story.taps("고치기")
    assert "다시 적어 주세요" in (await story.heard())[-1]
    return story


async def test_new_words_take_the_place_of_the_old_ones(anew: Story) -> None:
    await anew.writes("105동 엘리베이터에서 소리가 나요", understood_as("complaint.elevator"))
    summary = (await anew.heard())[-1]
    assert "내용: 105동 엘리베이터에서 소리가 나요\n" in summary
    assert "103동" not in summary


async def test_whoever_is_called_away_is_reminded_and_can_still_hand_in_what_they_had_told(anew: Story) -> None:
    before = len(await anew.heard())
    await anew.pass_time(minutes=31)
    heard = (await anew.heard())[before:]
    assert any("아직 접수되지 않았습니다" in text for text in heard)
    assert "다시 적어 주세요" in heard[-1]
    await anew.pass_time(days=5)
    await anew.taps("이대로 접수하기")
    async with anew.bench.transaction() as work:
        handed_in = (await work.session.scalars(select(Ticket).order_by(Ticket.id.desc()))).first()
    assert handed_in is not None
    assert await tickets(anew) == 2
    assert handed_in.words == "엘리베이터가 자꾸 멈춰요"
    assert handed_in.details["where"] == "103동 7층"


async def test_a_picture_alone_leaves_the_words(anew: Story) -> None:
    await anew.writes("", foreign, photos=1)
    summary = (await anew.heard())[-1]
    assert "내용: 엘리베이터가 자꾸 멈춰요\n" in summary
    assert "사진·파일: 1개" in summary


async def test_after_a_talk_with_a_person_the_report_is_still_there(anew: Story) -> None:
    await anew.sends("/human")
    await anew.sends("/cancel")
    await anew.taps("이어서 접수하기")
    assert "내용: 엘리베이터가 자꾸 멈춰요\n" in (await anew.heard())[-1]
    await anew.writes("문도 안 닫혀요", understood_as("complaint.elevator"))
    assert "엘리베이터가 자꾸 멈춰요 / 문도 안 닫혀요" in (await anew.heard())[-1]
