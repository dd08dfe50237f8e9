"""Whether somebody who waits asks when anybody comes, or tells how and when they may come."""

import pytest

from bot.render import Texts
from bot.rules.waiting_words import asks_anything, asks_when, wishes_for_visit

PHRASES = Texts.load().phrases


@pytest.mark.parametrize(
    "said",
    [
        *(
            "내일 오전에만 집에 있어요 오후엔 없어요",
            "강아지 있으니까 벨 누르지 마세요",
            "지금 당장 누구라도 보내주세요",
        ),
        *("only after 5pm please", "can you come after 6pm? i work", "please don't ring the bell"),
        *("오지 마세요 이제 됐어요", "내일 2시 이후에 와주세요", "请六点以后来", "明天上午来吧，下午没人在家"),
    ],
)
def test_wishes_about_a_visit(said: str) -> None:
    assert wishes_for_visit(said, PHRASES)
    assert not asks_when(said, PHRASES)


@pytest.mark.parametrize(
    "said", ["누가 언제 오나요?", "몇 시에 와요", "when will someone come?", "什么时候来", "접수 상황"]
)
def test_questions_about_the_state(said: str) -> None:
    assert asks_anything(said, PHRASES)
    assert not wishes_for_visit(said, PHRASES)
