"""What takes note of a refusal, or of being waited for, and what says more."""

import pytest

from bot.render import Texts
from bot.rules.acknowledgements import ToRefusal, leaves_waiting, to_refusal

PHRASES = Texts.load().phrases
ACCEPTED, UNCLEAR = ToRefusal.ACCEPTED, ToRefusal.UNCLEAR


@pytest.mark.parametrize(
    "text",
    [
        "네",
        "아 네..",
        "네 알겠습니다",
        "확인했습니다",
        "네 수고하세요",
        "그렇군요",
        "어쩔 수 없죠",
        "아쉽지만 알겠습니다",
        "네 이해했습니다",
        "자세한 설명 감사합니다",
        "네 그럼 제가 고칠게요",
        "괜찮아요",
        "ㅠㅠ",
        "👍",
        "ok got it",
        "understood, thanks",
        "oh well, thanks for explaining",
        "好的，知道了",
        "那好吧",
        "没办法了",
    ],
)
def test_these_take_a_refusal(text: str) -> None:
    assert to_refusal(text, (), PHRASES) is ACCEPTED


@pytest.mark.parametrize(
    "text",
    [
        "?",
        "ㅡㅡ",
        "왜요?",
        "네?",
        "헐",
        "아니요",
        "no",
        "부탁드려요",
        "그렇게 해주세요",
        "네네 잘 알겠습니다 참 대단하시네요",
        "네 알겠습니다 다음에 다시 연락드릴게요",
        "사진 보낼게요",
        "拜托了",
    ],
)
def test_of_these_nobody_can_tell(text: str) -> None:
    assert to_refusal(text, (), PHRASES) is UNCLEAR


@pytest.mark.parametrize(
    "text",
    [
        "공용 배관이 틀림없다니까요",
        "아직도 새요",
        "다시 확인해 주세요",
        "네 알겠습니다 그런데 공용 배관 같은데요",
        "감사합니다만 다시 봐주세요",
        "이해합니다만 납득이 안 가네요",
        "왜 안 되는데요?",
        "말도 안 돼요",
        "I don't understand",
        "it is the shared pipe",
        "please check again",
        "不同意",
        "是公共管道",
    ],
)
def test_these_object_or_tell_something_new(text: str) -> None:
    assert to_refusal(text, (), PHRASES) is None


def test_a_sticker_takes_note_and_a_picture_or_a_number_shows_something() -> None:
    assert to_refusal("", ["sticker"], PHRASES) is ACCEPTED
    assert leaves_waiting("", ["sticker"], PHRASES)
    for kind in ("photo", "contact", "voice"):
        assert to_refusal("", [kind], PHRASES) is None
        assert not leaves_waiting("", [kind], PHRASES)
    assert not leaves_waiting("네", ["photo"], PHRASES)


@pytest.mark.parametrize(
    "text",
    [
        "네",
        "네 알겠습니다",
        "감사합니다",
        "👍",
        "?",
        "이따 보낼게요",
        "지금은 회사라 저녁에 사진 보낼게요",
        "네 저녁에 보내드릴게요 감사합니다",
        "확인해 보고 말씀드릴게요",
        "ok thanks",
        "i'll send it tonight",
        "thanks, will send later",
        "好的，晚上发",
    ],
)
def test_who_is_waited_for_has_not_answered_yet(text: str) -> None:
    assert leaves_waiting(text, (), PHRASES)


@pytest.mark.parametrize(
    "text",
    [
        "아니요",
        "네 맞아요",
        "괜찮아요",
        "네 부탁드려요",
        "오후 3시요",
        "내일 오전에 집에 있을게요",
        "3시에 문 열어 드릴게요",
        "밸브는 잠갔어요 사진은 저녁에 보낼게요",
        "102동 504호요",
        "yes please",
        "可以",
        "",
    ],
)
def test_who_says_more_has(text: str) -> None:
    assert not leaves_waiting(text, (), PHRASES)
