"""In the middle of a report its owner turns to something else for a while: the report is kept and offered again."""

from datetime import timedelta

import pytest

from tests.desk_story import Story, understood_as
from tests.handlers.understanding import foreign, tickets, undecided, where_they_live


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
