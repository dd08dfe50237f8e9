"""Is the office open now? Nothing else that speaks of doors and hours is meant."""

import pytest

from bot.render import Texts
from bot.rules.open_now import asks_if_open_now

PHRASES = Texts.load().phrases


@pytest.mark.parametrize(
    "text",
    [
        "지금 열었어요?",
        "지금 열었나요",
        "관리사무소 지금 문 열려 있나요",
        "관리실은 아직 열려 있어요?",
        "지금 운영 중인가요?",
        "혹시 지금 근무하시나요?",
        "are you open now?",
        "Is the office open right now",
        "Are you still open?",
        "现在开门吗？",
        "管理处还开着吗",
    ],
)
def test_who_asks_whether_it_is_open_now_is_heard(text: str) -> None:
    assert asks_if_open_now(text, PHRASES)


@pytest.mark.parametrize(
    "text",
    [
        "지금 열었어요",
        "현관문 지금 열었어요?",
        "지금",
        "문 열었어요?",
        "내일 열어요?",
        "지금 수리 중인가요?",
        "the window is open now?",
        "are you open on Sunday",
        "现在门开了",
    ],
)
def test_what_is_told_of_other_doors_and_other_times_is_not(text: str) -> None:
    assert not asks_if_open_now(text, PHRASES)
