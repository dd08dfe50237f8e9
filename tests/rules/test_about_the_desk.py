"""Who answers here, and a word for the head of the office."""

import pytest

from bot.render import Texts
from bot.rules.about_the_desk import asks_who_answers, wants_head_told
from bot.rules.fragments import is_courtesy
from bot.rules.intake_replies import protests

PHRASES = Texts.load().phrases


@pytest.mark.parametrize(
    "said",
    [
        *("너 사람이야?", "혹시 로봇이에요?", "지금 답하는 거 사람인가요?", "AI야 사람이야", "누구세요?"),
        *("are you a bot?", "wait, am I talking to a real person?", "你是机器人吗？", "请问是真人吗"),
    ],
)
def test_who_answers(said: str) -> None:
    assert asks_who_answers(said, PHRASES)


@pytest.mark.parametrize(
    "said", ["사람이 쓰러졌어요", "사람 연결해 주세요", "로봇청소기가 고장났어요", "너", "who", ""]
)
def test_something_else_about_people_and_robots(said: str) -> None:
    assert not asks_who_answers(said, PHRASES)


@pytest.mark.parametrize(
    "said",
    [
        *(
            "관리소장에게 전해주세요",
            "관리소장에 말 좀 해 주세요",
            "이거 소장님께 꼭 전해 주세요",
            "소장님께 드릴 말씀이 있어요",
        ),
        *("please tell the manager", "can you pass this on to the manager?", "请转告所长"),
    ],
)
def test_a_word_for_the_head(said: str) -> None:
    assert wants_head_told(said, PHRASES)


@pytest.mark.parametrize("said", ["소장님", "전해 주세요", "소장님이 불친절해요", "소장님께 칭찬 전해 주세요", ""])
def test_no_word_for_the_head(said: str) -> None:
    assert not wants_head_told(said, PHRASES)


@pytest.mark.parametrize("said", ["고맙심더", "고마버요", "감사합니데이", "네 고마워유"])
def test_thanks_in_dialect(said: str) -> None:
    assert is_courtesy(said, PHRASES)


@pytest.mark.parametrize(
    "said",
    ["왜 접수 안 해요? 접수해 달라니까요", "아니 취소한 적 없어요", "잘못 눌렀어요", "I didn't cancel it", "我要登记"],
)
def test_protests(said: str) -> None:
    assert protests(said, PHRASES)
