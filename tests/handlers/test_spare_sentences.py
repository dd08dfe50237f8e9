"""A sentence that names nothing of its own, in the middle of a report: more of it, and no second matter."""

from typing import Any

import pytest

from intents.result import Candidate, Decision, Match
from tests.desk_story import Story
from tests.handlers.understanding import foreign, tickets


def reads(*known: tuple[str, str, Decision, float], wishes: tuple[str, ...] = ()) -> Any:
    """A recogniser that reads some sentences so, and several lines together for what the first of them is; `wishes`:
    what else it hears in those."""

    def understand(text: str) -> Match:
        found = [reading for line, *reading in known if text.startswith(line)]
        if not found:
            return foreign(text)
        intent, decision, score = found[0]
        heard = (intent, *wishes) if "\n" in text else (intent,)
        return Match(intent, decision, None, score, (Candidate(intent, score),), heard)

    return understand


POWER = ("정전이에요", "complaint.power", Decision.ANSWER, 0.99)


@pytest.mark.parametrize(
    ("words", "intent", "decision", "score"),
    [
        ("整栋楼都停了", "complaint.heating", Decision.CONFIRM, 0.92),
        ("우리 라인 전체가 다 그래요", "complaint.noise", Decision.ANSWER, 0.95),
        ("한 두달 됐어요 매일 밤", "complaint.noise", Decision.CONFIRM, 0.85),
    ],
)
async def test_it_joins_the_report(story: Story, words: str, intent: str, decision: Decision, score: float) -> None:
    await story.writes("정전이에요", reads(POWER))
    await story.writes(words, reads(POWER, (words, intent, decision, score)))
    assert "말씀도 함께 적어 두었습니다" in (await story.heard())[-1]
    await story.taps("동의합니다")
    summary = (await story.heard())[-1]
    assert f"• 내용: 정전이에요 / {words}" in summary
    assert "이어서 접수할 일" not in summary
    await story.taps("접수하기")
    assert await tickets(story) == 2


@pytest.mark.parametrize(
    ("words", "decision", "score", "wishes"),
    [
        ("옆집 개가 짖어요", Decision.ANSWER, 0.99, ()),
        ("개가 짖는 것 같아요", Decision.CONFIRM, 0.9, ("complaint.pet",)),
        ("그리고 개도 짖나 봐요", Decision.CONFIRM, 0.9, ()),
    ],
)
async def test_what_is_a_matter_of_its_own_waits_its_turn(
    story: Story, words: str, decision: Decision, score: float, wishes: tuple[str, ...]
) -> None:
    await story.writes("정전이에요", reads(POWER))
    await story.writes(words, reads(POWER, (words, "complaint.pet", decision, score), wishes=wishes))
    await story.taps("동의합니다")
    assert "이어서 접수할 일: 이웃 반려동물 불만" in (await story.heard())[-1]
