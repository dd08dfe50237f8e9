"""A line before a choice, and one instead of saying whether there is danger: both tell of the matter."""

from dataclasses import replace

from intents.result import Candidate, Decision, Match
from tests.desk_story import Story
from tests.handlers.understanding import doubt, foreign, tickets


def lift(text: str) -> Match:
    """A recogniser that cannot tell a lift that stopped from one with somebody in it, and hardly reads more of it."""
    unsure = (Candidate("complaint.elevator", 0.36), Candidate("complaint.security", 0.18))
    if "엘베" in text:
        shut_in = (Candidate("emergency.elevator", 0.9), Candidate("complaint.elevator", 0.1))
        return replace(
            doubt(text), candidates=shut_in, intent="emergency.elevator", emergency_intent="emergency.elevator"
        )
    if "층" in text:
        return foreign(text)
    return Match("complaint.elevator", Decision.UNSURE, None, 0.36, unsure, ())


async def test_the_line_before_a_question_about_danger_is_in_the_ticket_with_the_one_after(story: Story) -> None:
    await story.writes("엘베가 멈췄어요", lift)
    assert "지금 위험한 상황인가요" in (await story.heard())[-1]
    await story.writes("내리는 문은 열려 있네요")
    assert not any("T-1001에 덧붙여" in text for text in await story.heard())
    await story.taps("승강기 고장")
    await story.writes("103동 3층이요")
    await story.taps("동의합니다")
    assert "• 내용: 엘베가 멈췄어요 / 내리는 문은 열려 있네요" in (await story.heard())[-1]
    await story.taps("접수하기")
    assert await tickets(story) == 2
