"""A question about danger is left for other words, and its button is tapped all the same."""

from dataclasses import replace
from typing import Any

from intents.result import Candidate, Match
from tests.desk_story import Story, understood_as
from tests.handlers.understanding import doubt, foreign, tickets, undecided

WET = "지하 2층 주차장 바닥에 물이 고였어요"
NEARLY = "미끄러워서 할머니가 넘어질 뻔했어요"


def wet(text: str) -> Match:
    """A recogniser that hears of a cleaner's matter, and is not sure that nobody is in danger."""
    candidates = (Candidate("complaint.cleaning", 0.6), Candidate("emergency.flood", 0.3))
    return replace(doubt(text), intent="complaint.cleaning", candidates=candidates, emergency_intent="emergency.flood")


async def denies(story: Story, heard: Any) -> None:
    """The button is tapped, and the recogniser reads what it read before."""
    story.bench.desk = replace(story.bench.desk, understand=heard)
    await story.taps("아니요, 위험하지 않아요")


async def test_nothing_of_it_is_lost_over_words_that_were_not_understood(story: Story) -> None:
    await story.writes(WET, wet)
    await story.writes(NEARLY, undecided("complaint.pet", "complaint.elevator"))
    await denies(story, wet)
    await story.writes("104동 지하 2층", foreign)
    await story.taps("동의합니다")
    assert WET in (await story.heard())[-1]
    assert NEARLY in (await story.heard())[-1]


async def test_it_follows_the_report_that_began_instead(story: Story) -> None:
    await story.writes(WET, wet)
    cold = understood_as("complaint.heating")
    await story.writes("난방이 안 돼요", lambda text: wet(text) if text == WET else cold(text))
    await denies(story, wet)
    assert "청소" in (await story.heard())[-1]


async def test_what_a_report_or_a_ticket_holds_is_not_taken_down_twice(story: Story) -> None:
    await story.writes(WET, wet)
    await denies(story, wet)
    before, heard = await tickets(story), len(await story.heard())
    await denies(story, wet)
    assert (await story.heard())[heard:] == ["알겠습니다. 위험해지면 바로 적어 주세요."]
    assert await tickets(story) == before


async def test_long_afterwards_it_is_a_word_on_the_danger_alone(story: Story) -> None:
    await story.writes(WET, wet)
    await story.writes("네 그건 됐고요", undecided("complaint.pet"))
    await story.pass_time(hours=1)
    heard = len(await story.heard())
    await denies(story, wet)
    assert (await story.heard())[heard:] == ["알겠습니다. 위험해지면 바로 적어 주세요."]


async def test_words_that_also_answer_a_conclusion_reopen_its_matter_when_nobody_is_in_danger(story: Story) -> None:
    await story.resolved()
    await story.pass_time(hours=1)
    await story.writes("아니요 아직도 타는 냄새가 나요", doubt)
    await denies(story, doubt)
    assert (await story.ticket()).round == 2
    assert "다시 살펴보겠습니다" in (await story.heard())[-1]
