"""What answers nothing and asks nothing while a choice is open."""

import pytest

from bot.rules.fragments import is_fragment, tells_details
from intents.extract import find_slots, words_beside_slots
from intents.result import Candidate, Decision, Match

UNCLEAR = ("complaint.elevator", Decision.UNSURE)
FOREIGN = ("oos", Decision.OUT_OF_SCOPE)
HESITANT = ("profile.update", Decision.CONFIRM)


def judged(text: str, intent: str, decision: Decision) -> bool:
    """Whether a message is a fragment when the recogniser makes this of it."""
    match = Match(intent, decision, None, 0.5, (Candidate(intent, 0.5),), (intent,), find_slots(text))
    return is_fragment(text, match, words_beside_slots(text))


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("101동 1203호 010-1234-5678", ("profile.update", Decision.UNSURE)),
        ("my unit is 101-1203", ("profile.update", Decision.ANSWER)),
        ("저희 집은 101동 1203호예요", HESITANT),
        ("010-1234-5678", FOREIGN),
        ("1203호요", UNCLEAR),
        ("102동 앞에서요", UNCLEAR),
        ("3층 복도", ("complaint.cleaning", Decision.CONFIRM)),
        ("어제부터요", UNCLEAR),
        ("101동 1203호 김영희입니다", FOREIGN),
        ("?", FOREIGN),
        ("👍", FOREIGN),
        ("음..", FOREIGN),
    ],
)
def test_these_leave_the_question_open(text: str, read: tuple[str, Decision]) -> None:
    assert judged(text, *read)


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("오늘 날씨 어때요", FOREIGN),
        ("복도 전등", ("repair.common", Decision.CONFIRM)),
        ("물", ("complaint.water", Decision.CONFIRM)),
        ("102동 앞에서 드라마 찍나요", FOREIGN),
        ("1203호 누수", ("complaint.leak", Decision.ANSWER)),
        ("관리비 그거요", ("fee.amount", Decision.CONFIRM)),
        ("그거 말인데요", ("fee.due_date", Decision.UNSURE)),
    ],
)
def test_these_say_something_of_their_own(text: str, read: tuple[str, Decision]) -> None:
    assert not judged(text, *read)


def test_details_are_told_in_hardly_more_than_the_details() -> None:
    assert tells_details({"floor": "3"}, ())
    assert tells_details({"building": "102"}, ("앞에서요",))
    assert not tells_details({"building": "102"}, ("승강기가", "멈췄어요"))
    assert not tells_details({}, ())
