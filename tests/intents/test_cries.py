"""Until a model has been learnt the rules alone hear who cries for help, and leave everything else for later."""

from __future__ import annotations

import pytest

from intents.catalogue import Catalogue
from intents.cries import CryReader
from intents.result import Decision, Emergency


@pytest.fixture(scope="module")
def reader(shipped_catalogue: Catalogue) -> CryReader:
    return CryReader.of(shipped_catalogue)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("불이야!! 주방에 불났어요", "fire"), ("안녕하세요 불이야", "fire"), ("There is a fire in my kitchen", "fire"),
        ("着火了救命", "fire"), ("가스 냄새가 심하게 나요", "gas"), ("엘리베이터에 갇혔어요", "elevator"),
        ("电梯里有人被困了，救命", "elevator"), ("pipe burst", "flood"), ("콘센트에서 불꽃이 보여요", "electric"),
        ("할머니가 쓰러지셨어요", "medical"), ("죽고 싶어요", "medical"), ("강도야 살려줘", "crime"),
        ("the ceiling is collapsing", "structure"), ("불났어요 어떡해요?", "fire"), ("불났나요? 살려주세요", "fire"),
    ],
)  # fmt: skip
def test_cries_are_certain_by_their_words_alone(reader: CryReader, text: str, kind: str) -> None:
    found = reader.match(text)
    assert (found.emergency, found.intent) == (Emergency.CERTAIN, f"emergency.{kind}")


@pytest.mark.parametrize(
    "text",
    ["관리비 언제까지 내요?", "연기가 나요", "불난 줄 알았어요", "화재 훈련은 언제예요?",
     "엘리베이터에 갇히면 어떡해요?", "화단에서 담배 피우는 연기가 창문으로 올라옵니다",
     "어제 불났던 집 어떻게 됐어요?", "no fire here", "", "🔥",
     "불났던 집 수리 언제 끝나요", "지금 불난 거예요?", "사이렌 소리 나는데 불났나요?", "was there a fire in 103?",
     "불났던 날 방송도 안 하고 뭐 하셨어요 책임자 얘기 듣고 싶어요",
     "thank you for coming so fast when the pipe burst"],
)  # fmt: skip
def test_whatever_may_be_something_else_waits(reader: CryReader, text: str) -> None:
    found = reader.match(text)
    assert (found.emergency, found.decision) == (None, Decision.UNSURE)


def test_a_catalogue_without_emergencies_knows_no_cry(small_catalogue: Catalogue) -> None:
    assert CryReader.of(small_catalogue).match("불이야").emergency is None
