"""Among the choices nothing stands twice, under whatever name."""

from intents.result import Candidate, Decision, Match
from tests.builders import labels
from tests.desk_story import Story
from tests.handlers.understanding import undecided


async def test_thanks_and_greetings_are_no_choice(story: Story) -> None:
    await story.writes("벽이 좀 이상하네요", undecided("praise", "thanks", "greeting", "complaint.noise"))
    assert labels(await story.last_with("이 중에 없어요")) == [
        "칭찬·감사 전달",
        "층간소음·생활 소음",
        "이 중에 없어요",
    ]


async def test_a_person_is_offered_by_one_button(story: Story) -> None:
    for _ in range(2):
        await story.writes("뭐라는 거야", undecided("human", "help"))
    assert labels(await story.last_with("이 중에 없어요")) == [
        "사용법·도움말",
        "이 중에 없어요",
        "담당 직원과 이야기",
    ]


async def test_likely_thanks_are_answered_as_thanks(story: Story) -> None:
    likely = Match("thanks", Decision.CONFIRM, None, 0.7, (Candidate("thanks", 0.9), Candidate("help", 0.1)))
    await story.writes("고마버라", lambda text: likely)
    assert "고맙습니다" in (await story.heard())[-1]
