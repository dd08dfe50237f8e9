"""Small words in the middle of a report, in three languages and in whatever spelling."""

import pytest

from bot.render import Texts
from bot.rules.intake_questions import Step
from bot.rules.intake_replies import (
    accepts_offer,
    agrees,
    asks_whether_recorded,
    detail_withheld,
    goes_on_without_consent,
    is_over_by_itself,
    wants_it_recorded,
)
from bot.rules.short_replies import Reply, short_reply

PHRASES = Texts.load().phrases


@pytest.mark.parametrize(
    "said",
    [
        "동의함",
        "네 동의합니다",
        "ㅇㅇ 동의",
        "동의할게요",
        "agree",
        "yes, I agree",
        "agreed",
        "I consent",
        "同意",
        "我同意",
    ],
)
def test_consent_in_words(said: str) -> None:
    assert short_reply(said, PHRASES, among=(Reply.CANCEL, Reply.YES, Reply.NO)) is Reply.YES


@pytest.mark.parametrize("said", ["동의 안 함", "동의 못 해요", "비동의", "I do not consent", "不同意"])
def test_refused_consent_is_no_consent(said: str) -> None:
    assert short_reply(said, PHRASES, among=(Reply.CANCEL, Reply.YES, Reply.NO)) is Reply.NO


@pytest.mark.parametrize(
    "said", ["동의 없이 접수", "그냥 동의없이 접수해 주세요", "continue without", "不同意，仍然登记"]
)
def test_without_consent(said: str) -> None:
    assert goes_on_without_consent(said, PHRASES)


@pytest.mark.parametrize("said", ["동의합니다", "동의 없이는 안 되나요?", "네", ""])
def test_anything_else_is_no_refusal(said: str) -> None:
    assert not goes_on_without_consent(said, PHRASES)


@pytest.mark.parametrize(
    ("said", "asked", "withheld"),
    [
        ("전화 없서요", Step.PHONE, Step.PHONE),
        ("전화 없어요", Step.PHONE, Step.PHONE),
        ("번호 없음", Step.PHONE, Step.PHONE),
        ("저는 핸드폰이 없어요", Step.PHONE, Step.PHONE),
        ("없는데요", Step.PHONE, Step.PHONE),
        ("I don't have a phone", Step.PHONE, Step.PHONE),
        ("no phone sorry", Step.PHONE, Step.PHONE),
        ("我没有手机", Step.PHONE, Step.PHONE),
        ("이름은 안 알려줄래요", Step.NAME, Step.NAME),
        ("전화는 없어요", Step.HOME, Step.PHONE),
        ("패스", Step.NAME, Step.NAME),
        ("전화 주세요", Step.PHONE, None),
        ("010-1234-5678", Step.PHONE, None),
        ("물이 없어요", Step.PHONE, None),
        ("네", Step.PHONE, None),
    ],
)
def test_what_somebody_has_not_got(said: str, asked: Step, withheld: Step | None) -> None:
    assert detail_withheld(said, asked, PHRASES) == withheld


@pytest.mark.parametrize(
    "said", ["네 접수해 주세요", "그냥 접수해줘요", "접수해 달라니까요", "just submit it please", "请登记"]
)
def test_record_it(said: str) -> None:
    assert wants_it_recorded(said, PHRASES)


@pytest.mark.parametrize("said", ["네", "접수하지 마세요", "접수 안 해요?", "김접수입니다", ""])
def test_no_wish_to_record(said: str) -> None:
    assert not wants_it_recorded(said, PHRASES)


@pytest.mark.parametrize(
    "said", ["접수된거냐고", "접수 됐나요?", "그래서 접수가 된 거예요?", "was it recorded?", "登记了吗？"]
)
def test_is_it_recorded(said: str) -> None:
    assert asks_whether_recorded(said, PHRASES)


@pytest.mark.parametrize(
    "said",
    [
        *("접수해 주세요", "네", "지난번에 접수된 거라고 하셨는데 아직도 윗집이 밤마다 뛰어서 잠을 못 자요"),
        *("is it recorded by CCTV?", "was it recorded on video?", "CCTV 영상은 접수됐나요?", "监控提交了吗"),
    ],
)
def test_no_question_whether_it_is_recorded(said: str) -> None:
    assert not asks_whether_recorded(said, PHRASES)


@pytest.mark.parametrize(
    "said",
    [
        *("네 부탁드릴게요", "응 해줘", "신청해주세요", "네 접수 부탁드려요", "네 그렇게 해 주시면 감사하겠습니다"),
        *("yes please do", "yes, please submit it for me", "好的，麻烦帮我登记一下", "麻烦您了"),
    ],
)
def test_an_offer_is_accepted_in_words_of_ones_own(said: str) -> None:
    assert accepts_offer(said, PHRASES)


@pytest.mark.parametrize(
    "said",
    ["아니요", "괜찮아요", "신청하지 마세요", "해 주실 수 있나요", "신청은 어떻게 해요", "no thanks", "不用了", ""],
)
def test_what_accepts_no_offer(said: str) -> None:
    assert not accepts_offer(said, PHRASES)


@pytest.mark.parametrize(
    "said", ["동의", "네 동의해요", "동의합니다!", "agree", "yes, I agree", "同意", "是的，我同意"]
)
def test_consent_in_a_word(said: str) -> None:
    assert agrees(said, PHRASES)


@pytest.mark.parametrize("said", ["네", "동의 안 해요", "동의하면 뭐가 좋아요?", "yes", "i don't agree", "不同意", ""])
def test_what_is_no_consent(said: str) -> None:
    assert not agrees(said, PHRASES)


@pytest.mark.parametrize(
    "said",
    [
        *("아 이제 움직이네요", "찾았어요!!", "물이 다시 나와요", "이제 안 새네요 감사합니다"),
        *("actually forget it, it's warm now", "found it!", "never mind, it works again", "好了，现在来水了"),
    ],
)
def test_it_is_over_by_itself(said: str) -> None:
    assert is_over_by_itself(said, PHRASES)


@pytest.mark.parametrize(
    "said", ["아직 안 움직여요", "물이 나와요 벽에서", "못 찾았어요", "it's not working", "it's hot", "네", ""]
)
def test_it_is_not_over(said: str) -> None:
    assert not is_over_by_itself(said, PHRASES)
