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


@pytest.fixture
async def summed_up(story: Story) -> Story:
    """A report was told to its end; the summary waits for a tap."""
    await story.writes("난방이 안 돼요", understood_as("complaint.heating"))
    await story.taps("동의합니다")
    assert "이렇게 접수할까요?" in (await story.heard())[-1]
    return story


@pytest.mark.parametrize(
    "words", ["네 접수해 주세요 감사합니다", "넵 수고하세요", "yes please, thank you", "好的，谢谢"]
)
async def test_a_polite_yes_hands_in_and_is_no_part_of_the_report(summed_up: Story, words: str) -> None:
    await summed_up.writes(words, foreign)
    async with summed_up.bench.transaction() as work:
        handed_in = (await work.session.scalars(select(Ticket).order_by(Ticket.id.desc()))).first()
    assert handed_in is not None
    assert (await tickets(summed_up), handed_in.words) == (2, "난방이 안 돼요")


@pytest.mark.parametrize("words", ["잠깐만요", "네 아니 잠깐만요", "아직 보내지 마세요", "wait please", "先别提交"])
async def test_whoever_has_second_thoughts_sees_the_summary_again(summed_up: Story, words: str) -> None:
    await summed_up.writes(words, foreign)
    assert "• 내용: 난방이 안 돼요\n" in (await summed_up.heard())[-1]
    assert await tickets(summed_up) == 1
    await summed_up.taps("접수하기")
    assert await tickets(summed_up) == 2


@pytest.mark.parametrize("words", ["접수하지 마세요", "don't send it", "不要提交"])
async def test_what_is_not_to_be_handed_in_is_not(summed_up: Story, words: str) -> None:
    await summed_up.writes(words, foreign)
    assert "접수를 그만두었습니다" in (await summed_up.heard())[-1]
    await summed_up.pass_time(days=1)
    assert await tickets(summed_up) == 1


@pytest.mark.parametrize("words", ["아니요 틀렸어요", "that is wrong", "不对，写错了"])
async def test_what_is_wrong_can_be_told_anew(summed_up: Story, words: str) -> None:
    await summed_up.writes(words, foreign)
    assert "다시 적어 주세요" in (await summed_up.heard())[-1]


async def test_a_polite_yes_agrees_too(story: Story) -> None:
    await story.writes("난방이 안 돼요", understood_as("complaint.heating"))
    await story.writes("네 동의합니다 감사합니다", foreign)
    assert "• 내용: 난방이 안 돼요\n" in (await story.heard())[-1]
