"""What owners type instead of tapping, and what is asked after which ending."""

import pytest

from bot.render import Texts
from bot.rules.feedback import Question, Reply, Typed, question_for, read_reply, read_stars

TEXTS = Texts.load()

SOLVED, NOT_SOLVED, UNCHECKED = Reply.SOLVED, Reply.NOT_SOLVED, Reply.UNCHECKED


@pytest.mark.parametrize(
    ("text", "reply"),
    [
        ("네 해결됐어요", SOLVED),
        ("네, 잘 고쳐졌어요. 감사합니다!", SOLVED),
        ("이제 안 새요", SOLVED),
        ("괜찮아졌어요 ^^", SOLVED),
        ("yes, it's fixed now thanks", SOLVED),
        ("All good now!", SOLVED),
        ("아직 안 됐어요", NOT_SOLVED),
        ("아직이요ㅠㅠ", NOT_SOLVED),
        ("그대로예요", NOT_SOLVED),
        ("Not yet", NOT_SOLVED),
        ("not fixed, thanks", NOT_SOLVED),
    ],
)
def test_clear_words_are_answers(text: str, reply: Reply) -> None:
    assert read_reply(text, TEXTS.phrases) == Typed(reply)


@pytest.mark.parametrize(
    ("text", "reply"),
    [
        ("네", SOLVED),
        ("넵 ㅎㅎ", SOLVED),
        ("네 감사합니다", SOLVED),
        ("yes please", SOLVED),
        ("아니요", NOT_SOLVED),
        ("no", NOT_SOLVED),
        ("물이 아직 새요", NOT_SOLVED),
        ("it still does not open", NOT_SOLVED),
        ("엘리베이터가 또 고장났어요", NOT_SOLVED),
        ("아직 확인 못 했어요", UNCHECKED),
        ("I haven't checked", UNCHECKED),
    ],
)
def test_words_that_could_be_about_anything_count_only_after_the_question(text: str, reply: Reply) -> None:
    assert read_reply(text, TEXTS.phrases) == Typed(reply, weak=True)


@pytest.mark.parametrize(
    "text",
    [
        "고맙습니다",
        "감사합니다 수고하세요",
        "thanks",
        "Okay, thank you so much but when is the fee due?",
        "아직까지 괜찮아요",
        "still fine",
        "fixed, but now the door squeaks",
        "관리비 언제까지 내요?",
        "105동 주차장 문제 있어요",
        "👍",
        "",
    ],
)
def test_thanks_questions_and_half_praise_are_no_answer(text: str) -> None:
    assert read_reply(text, TEXTS.phrases) is None


def test_solved_with_a_but_closes_nothing() -> None:
    found = read_reply("해결됐어요 근데 소음은 그대로예요", TEXTS.phrases)
    assert found is not None
    assert found.reply is NOT_SOLVED


@pytest.mark.parametrize(
    ("text", "stars"),
    [
        ("5점", 5),
        ("5점 드릴게요 친절하셨어요", 5),
        ("별 네 개", 4),
        ("별 3개요", 3),
        ("★★★★", 4),
        ("⭐⭐", 2),
        ("4 stars", 4),
        ("2/5", 2),
        ("최고예요", 5),
        ("15점", None),
        ("10 stars", None),
        ("1203호 5층이요", None),
        ("★★★★★★", None),
        ("3", None),
    ],
)
def test_scores_in_many_spellings(text: str, stars: int | None) -> None:
    assert read_stars(text, TEXTS.phrases) == stars


@pytest.mark.parametrize(
    ("text", "stars"),
    [
        ("3", 3),
        ("4요", 4),
        ("다섯 개", 5),
        ("네개요!", 4),
        ("two", 2),
        ("三个", 3),
        ("6", None),
        ("3층", None),
        ("다섯 번 왔어요", None),
    ],
)
def test_a_bare_number_is_a_score_only_when_one_was_asked_for(text: str, stars: int | None) -> None:
    assert read_stars(text, TEXTS.phrases, stars_asked=True) == stars


@pytest.mark.parametrize(
    ("kind", "handling", "outcome", "question"),
    [
        ("complaint", None, "fixed", Question.SOLVED),
        ("request", None, "explained", Question.SOLVED),
        ("emergency", None, "fixed", Question.SOLVED),
        ("complaint", "advise", "advised", Question.TOLD),
        ("complaint", None, "referred", Question.TOLD),
        ("complaint", None, "unfounded", Question.TOLD),
        ("feedback", None, "explained", Question.TOLD),
        ("complaint", None, "duplicate", Question.NONE),
        ("complaint", None, "withdrawn", Question.NONE),
    ],
)
def test_a_score_is_asked_only_where_the_office_could_solve_it(
    kind: str, handling: str | None, outcome: str, question: Question
) -> None:
    assert question_for(kind, handling, outcome) is question
