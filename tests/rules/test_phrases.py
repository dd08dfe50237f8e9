"""Known phrases are compared folded; what residents write is not kept for it."""

import pytest

from bot.rules import phrases
from bot.rules.phrases import fold


@pytest.mark.parametrize(
    ("words", "folded"),
    [("네, 접수해 주세요!", "네접수해주세요"), ("OK ㅋㅋ", "ok"), ("물이 새요 " * 20, "물이새요" * 20)],
)
def test_spaces_signs_and_laughter_say_nothing(words: str, folded: str) -> None:
    assert fold(words) == folded


def test_a_message_of_some_length_is_not_remembered() -> None:
    phrases._fold_short.cache_clear()
    fold("관리비가 왜 이렇게 많이 나왔는지 자세히 알려 주세요. 저는 101동 1203호 김영희입니다.")
    assert phrases._fold_short.cache_info().currsize == 0
    fold("네 접수해 주세요")
    assert phrases._fold_short.cache_info().currsize == 1
