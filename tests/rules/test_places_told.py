"""Where somebody in danger is: what they answer to "where are you?" and what is no place."""

import pytest

from bot.render import Texts
from bot.rules.places_told import details_of, tells_place
from intents.extract import find_slots
from tests.growth import grows_with_length

PHRASES = Texts.load().phrases
LIFT, FIRE = "emergency.elevator", "emergency.fire"


@pytest.mark.parametrize(
    "words",
    [
        "104동 2호기",
        "104동 2호기요",
        "2호기입니다",
        "104, car 2",
        "building 104 lift 2",
        "lift number 3",
        "지하 2층과 1층 사이예요",
        "놀이터 앞이요",
        "안방이에요",
        "거실에 있어요",
        "1204",
        "near the main gate",
        "in the kitchen",
        "在厨房里面",
        "104栋2号电梯",
    ],
)
def test_an_answer_to_where_are_you_is_a_place(words: str) -> None:
    assert tells_place(words, LIFT, PHRASES, find_slots, asked=True)


@pytest.mark.parametrize(
    "words",
    [
        "문이 안 열리고 갇혔어요 도와주세요",
        "엘리베이터 문이 안 열리고 갇혔어요 도와주세요",
        "승강기에 갇혔어요",
        "현관문이 안 열려요",
        "배터리가 없어요",
        "3명이 있어요",
        "5명이요",
        "20분 됐어요",
        "010-3333-4444",
        "언제 와요?",
        "앞이 안 보여요",
        "I'm stuck in the lift",
        "the lift doors won't open",
        "we are 5 people",
        "my battery is at 3%",
        "10 minutes now",
        "my name is Daniel Park, wife is at home",
        "电梯门打不开了",
        "我们5个人",
    ],
)
def test_a_whole_sentence_without_a_place_is_none(words: str) -> None:
    assert not tells_place(words, LIFT, PHRASES, find_slots, asked=True)


def test_a_lift_is_a_place_to_whom_it_does_not_hold() -> None:
    assert tells_place("엘리베이터에서 연기가 나요", FIRE, PHRASES, find_slots, asked=False)
    assert not tells_place("주방이요", FIRE, PHRASES, find_slots, asked=False)
    assert tells_place("주방이요", FIRE, PHRASES, find_slots, asked=True)


def test_every_word_of_a_place_is_kept_and_the_latest_number_counts() -> None:
    known: dict[str, str] = {}
    for words in ("103동 2호기요", "010-3333-4444", "7층과 8층 사이예요", "103동 2호기요", "010-5555-6666"):
        place = tells_place(words, LIFT, PHRASES, find_slots, asked=True)
        known = details_of(known, find_slots(words), words, place=place)
    assert known["where"] == "103동 2호기요 / 7층과 8층 사이예요"
    assert known["phone"] == "010-5555-6666"


@pytest.mark.parametrize("kind", [LIFT, FIRE])
@pytest.mark.parametrize("filler", ["1", "1 ", "lift ", "  ", "1" + " " * 40, "엘리베이터 1"])
def test_whatever_is_written_is_searched_in_linear_time(filler: str, kind: str) -> None:
    def search(text: str) -> bool:
        return tells_place(text, kind, PHRASES, find_slots, asked=True)

    short, long = ("1" + (filler * length)[:length] for length in (2_500, 10_000))
    assert grows_with_length(search, short, long)
