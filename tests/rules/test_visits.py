"""Who came and could not mend it: an account of that is told from a reproach."""

import pytest

from bot.render import Texts
from bot.rules.visits import read, tells_of_failed_visit
from intents.result import Candidate, Decision, Emergency, Match

TEXTS = Texts.load()


@pytest.mark.parametrize(
    "text",
    [
        "직원이 왔는데 못 고치고 갔어요",
        "기사님이 오셨는데 부품이 없다고 그냥 갔어요.",
        "어제 시설팀에서 다녀갔는데 아직도 물이 새요",
        "수리기사가 왔다 갔는데 그대로예요ㅠㅠ",
        "담당자가 왔는데 원인을 모르겠대요",
        "the technician came yesterday but couldn't fix it",
        "Somebody was here, it is still leaking",
        "师傅来了，但是没修好",
    ],
)
def test_an_account_of_a_visit_in_vain_is_one(text: str) -> None:
    assert tells_of_failed_visit(text, TEXTS.phrases)


@pytest.mark.parametrize(
    "text",
    [
        "직원이 반말하고 불친절해요",
        "직원이 왔는데 못 고치고 욕만 하고 갔어요",
        "직원이 왔는데 고치는 척만 하고 갔어요",
        "직원이 못 고치고 신경질만 내고 갔어요",
        "이민수 직원이 왔는데 못 고치고 갔어요",
        "기사님이 오셨는데 대충 보고 그냥 갔어요",
        "직원이 왔는데 그냥 갔어요",
        "직원이 안 와요",
        "아직도 물이 새요",
        "the rude technician came but could not fix it",
        "they came and laughed, still not fixed",
        "师傅来了没修好还骂人",
        "",
    ],
)
def test_whatever_says_more_or_less_is_none(text: str) -> None:
    assert not tells_of_failed_visit(text, TEXTS.phrases)


def test_such_an_account_says_that_it_is_not_solved_and_danger_goes_before() -> None:
    guess = Match(
        "complaint.staff", Decision.CONFIRM, None, 0.8, (Candidate("complaint.staff", 0.9),), ("complaint.staff",)
    )
    found = read("직원이 왔는데 못 고치고 갔어요", guess, TEXTS.phrases)
    assert (found.intent, found.decision, found.wishes) == ("ticket.reopen", Decision.ANSWER, ("ticket.reopen",))
    danger = Match("emergency.flood", Decision.CONFIRM, Emergency.POSSIBLE, 0.5, (), (), {}, "emergency.flood")
    assert read("기사님이 왔는데 물이 떨어져요", danger, TEXTS.phrases) is danger
