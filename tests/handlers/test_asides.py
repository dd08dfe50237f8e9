"""In the middle of a report its owner turns to something else for a while: the report is kept and offered again."""

from datetime import timedelta

import pytest

from tests.desk_story import Story, understood_as
from tests.handlers.understanding import foreign, seen_by_staff, tickets, undecided, where_they_live


async def a_report(story: Story) -> None:
    """Half told."""
    await story.writes("난방이 안 돼요", understood_as("complaint.heating"))


async def begins_to_add(story: Story) -> None:
    await story.sends("/tickets")
    await story.taps("T-1001 누수")
    await story.taps("내용 더하기")


async def is_offered_and_told_to_its_end(story: Story) -> None:
    assert "적으시던 '난방·온수 안 됨' 접수는 그대로 있습니다" in (await story.heard())[-1]
    await story.taps("이어서 접수하기")
    await story.taps("동의합니다")
    assert "• 내용: 난방이 안 돼요\n" in (await story.heard())[-1]
    await story.taps("접수하기")
    assert await tickets(story) == 2


@pytest.mark.parametrize("way", ["button", "words", "/cancel"])
async def test_a_report_outlives_what_its_owner_adds_to_a_ticket_meanwhile(story: Story, way: str) -> None:
    await a_report(story)
    await begins_to_add(story)
    await story.writes("벽지도 젖었어요", understood_as("complaint.leak"))
    assert "T-1001에 덧붙여" in (await story.heard())[-1]
    if way == "button":
        await story.taps("다 보냈어요")
    else:
        await (story.sends(way) if way == "/cancel" else story.writes("끝", foreign))
    await is_offered_and_told_to_its_end(story)


@pytest.mark.parametrize("words", ["102동 504호", "아니요"])
async def test_a_report_outlives_a_change_of_ones_own_data(story: Story, words: str) -> None:
    await a_report(story)
    await story.sends("/me")
    await story.taps("내 정보 고치기")
    await story.taps("동의합니다")
    if words == "아니요":
        await story.sends("/cancel")
    else:
        await story.writes(words, where_they_live)
        assert any("고쳤습니다" in text for text in await story.heard())
    await is_offered_and_told_to_its_end(story)


async def test_a_report_outlives_a_ticket_that_is_opened_again(story: Story) -> None:
    await story.resolved()
    await a_report(story)
    await story.sends("/tickets")
    await story.taps("T-1001 누수")
    await story.taps("아직 해결되지 않았어요")
    await story.writes("여전히 물이 떨어져요", undecided("complaint.leak", "complaint.water"))
    await story.taps("다 보냈어요")
    assert (await story.ticket()).round == 2
    await is_offered_and_told_to_its_end(story)


async def test_another_matter_told_while_adding_waits_behind_the_report(story: Story) -> None:
    await a_report(story)
    await begins_to_add(story)
    await story.writes("옆집이 시끄러워요", understood_as("complaint.noise"))
    assert "'층간소음·생활 소음' 말씀도 적어 두었습니다" in (await story.heard())[-1]
    await story.taps("동의합니다")
    await story.taps("접수하기")
    await story.taps("접수하기")
    assert await tickets(story) == 3


async def test_who_falls_silent_while_adding_is_reminded_of_the_report(story: Story) -> None:
    await a_report(story)
    await begins_to_add(story)
    await story.pass_time(minutes=31)
    assert any("아직 접수되지 않았습니다" in text for text in await story.heard())
    await story.taps("동의합니다")
    await story.taps("접수하기")
    assert await tickets(story) == 2


async def test_an_old_button_for_having_sent_all_drops_no_report(story: Story) -> None:
    await begins_to_add(story)
    await story.writes("끝", foreign)
    await a_report(story)
    await story.taps("다 보냈어요")
    await story.taps("동의합니다")
    await story.taps("접수하기")
    assert await tickets(story) == 2


@pytest.mark.parametrize("first", ["adding", "result"])
async def test_a_result_that_arrives_while_its_ticket_is_added_to_drops_no_report(story: Story, first: str) -> None:
    story.bench.change(times={"feedback_after": timedelta(minutes=5)})
    await story.sends("/tickets")
    await story.taps("T-1001 누수")
    await story.resolved()
    if first == "result":
        await story.pass_time(minutes=6)
    await a_report(story)
    await story.taps("내용 더하기")
    await story.pass_time(minutes=6)
    await story.taps("네, 해결됐어요")
    await story.taps("★5")
    await story.pass_time(minutes=31)
    await story.taps("동의합니다")
    await story.taps("접수하기")
    assert await tickets(story) == 2


async def laid_aside(story: Story) -> None:
    """A report with a picture waits after a talk that came to nothing."""
    await story.writes("난방이 안 돼요", understood_as("complaint.heating"), photos=1)
    await story.sends("/human")
    await story.sends("/cancel")
    assert "그대로 있습니다" in (await story.heard())[-1]


async def test_the_person_who_is_asked_for_while_a_report_waits_sees_it(story: Story) -> None:
    await story.writes("난방이 안 돼요", understood_as("complaint.heating"))
    await story.sends("/tickets")
    await begins_to_add(story)
    await story.taps("다 보냈어요")
    assert "난방이 안 돼요" not in await seen_by_staff(story)
    await story.writes("사람이랑 얘기할래요", understood_as("human"))
    assert "난방이 안 돼요" in await seen_by_staff(story)
    assert "접수는 그대로" in (await story.heard())[-1]
    await story.sends("/cancel")
    await is_offered_and_told_to_its_end(story)


@pytest.mark.parametrize("way", ["네", "T-1001에 덧붙이기"])
async def test_a_question_that_comes_up_while_a_report_waits_is_the_one_that_is_answered(
    story: Story, way: str
) -> None:
    await laid_aside(story)
    await story.writes("아직 안 고쳐졌어요", understood_as("ticket.reopen"))
    assert "덧붙일까요" in (await story.heard())[-1]
    await (story.writes(way, foreign) if way == "네" else story.taps(way))
    assert "T-1001에 덧붙여" in (await story.heard())[-1]
    await story.writes("끝", foreign)
    await is_offered_and_told_to_its_end(story)


@pytest.mark.parametrize("way", ["아니요", "새로 접수"])
async def test_a_report_that_begins_instead_of_the_waiting_one_is_followed_by_it(story: Story, way: str) -> None:
    await laid_aside(story)
    await story.writes("아직 안 고쳐졌어요", understood_as("ticket.reopen"))
    await (story.writes(way, foreign) if way == "아니요" else story.taps(way))
    await story.taps("동의합니다")
    assert "이어서 접수할 일: 난방·온수 안 됨" in (await story.heard())[-1]
    await story.taps("접수하기")
    summary = (await story.heard())[-1]
    assert "내용: 난방이 안 돼요" in summary
    assert "사진·파일: 1개" in summary
    await story.taps("접수하기")
    assert await tickets(story) == 3


async def test_what_is_asked_about_the_talk_while_a_report_waits_leaves_it_waiting(story: Story) -> None:
    await laid_aside(story)
    await story.writes("어떻게 쓰는 거예요?", understood_as("help"))
    await story.writes("네", foreign)
    assert "개인정보 안내" in (await story.heard())[-1]
