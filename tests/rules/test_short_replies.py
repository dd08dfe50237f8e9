"""What is typed instead of tapping a button: yes, no, a number, a second thought."""

import pytest

from bot.render import Texts
from bot.rules.short_replies import Reply, chosen_number, gives_up, is_only, short_reply, summary_reply

PHRASES = Texts.load().phrases
YES, NO, CANCEL, SKIP = Reply.YES, Reply.NO, Reply.CANCEL, Reply.SKIP


@pytest.mark.parametrize(
    ("text", "reply"),
    [
        ("네", YES),
        ("넵 ㅎㅎ", YES),
        ("네 접수해 주세요 감사합니다", YES),
        ("네네 꼭 부탁드려요~", YES),
        ("네 동의합니다. 수고하세요", YES),
        ("yes please, thank you", YES),
        ("好的，谢谢", YES),
        ("아니요", NO),
        ("아니요 감사합니다", NO),
        ("不用，谢谢", NO),
        ("취소해 주세요 감사합니다", CANCEL),
        ("사진 없어요 감사합니다", SKIP),
        ("감사합니다", None),
        ("네 아니요", None),
        ("네 203호예요", None),
        ("네 해결해 주세요", None),
        ("👍", None),
        ("", None),
    ],
)
def test_a_whole_message_is_a_reply_also_with_thanks(text: str, reply: Reply | None) -> None:
    assert short_reply(text, PHRASES, among=(YES, NO, CANCEL, SKIP)) is reply


@pytest.mark.parametrize(
    ("text", "reply"),
    [
        ("잠깐만요", Reply.WAIT),
        ("네 아니 잠깐만요", Reply.WAIT),
        ("아직 보내지 마세요", Reply.WAIT),
        ("no don't submit yet", Reply.WAIT),
        ("先别提交", Reply.WAIT),
        ("접수하지 마세요", Reply.DONT_SUBMIT),
        ("don't send it please", Reply.DONT_SUBMIT),
        ("不要提交", Reply.DONT_SUBMIT),
        ("아니요 틀렸어요", Reply.MISTAKEN),
        ("that is wrong", Reply.MISTAKEN),
        ("不对，写错了", Reply.MISTAKEN),
        ("네", None),
        ("응 근데 203호예요", None),
        ("난방이 안 돼요", None),
    ],
)
def test_second_thoughts_under_the_summary(text: str, reply: Reply | None) -> None:
    assert summary_reply(text, PHRASES) is reply


def test_a_number_is_one_in_many_spellings() -> None:
    assert [chosen_number(text, 3, PHRASES) for text in ("2", "2번이요", "no. 2", "#2", "2)", "第2个")] == [1] * 6
    assert [chosen_number(text, 3, PHRASES) for text in ("4", "2시", "둘째 주", "")] == [None] * 4


def test_giving_up_and_nothing_but_replies() -> None:
    assert gives_up("아니 됐어요 취소할게요", PHRASES)
    assert not gives_up("아니 그게 아니라", PHRASES)
    assert is_only("네 꼭 부탁드려요", PHRASES, (YES, NO))
    assert not is_only("네 물이 새요", PHRASES, (YES, NO))
