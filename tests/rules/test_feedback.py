"""What owners type instead of tapping, and what is asked after which ending."""

import pytest

from bot.render import Texts
from bot.rules.feedback import Question, Reply, Typed, is_thanks, question_for, read_reply
from bot.rules.stars import read_stars

TEXTS = Texts.load()

SOLVED, NOT_SOLVED, UNCHECKED, UNCLEAR = Reply.SOLVED, Reply.NOT_SOLVED, Reply.UNCHECKED, Reply.UNCLEAR


@pytest.mark.parametrize(
    ("text", "reply"),
    [
        ("네 해결됐어요", SOLVED),
        ("네, 잘 고쳐졌어요. 감사합니다!", SOLVED),
        ("이제 안 새요", SOLVED),
        ("괜찮아졌어요 ^^", SOLVED),
        ("yes, it's fixed now thanks", SOLVED),
        ("All good now!", SOLVED),
        ("네 해결됐어요 감사합니다", SOLVED),
        ("해결", SOLVED),
        ("네 해결 완료 감사합니다", SOLVED),
        ("빨리 해결해 주셔서 감사합니다", SOLVED),
        ("깨끗하게 치워주셨어요", SOLVED),
        ("해결됐어요 앞으로도 잘 부탁드립니다", SOLVED),
        ("하나도 안 새요", SOLVED),
        ("done, thanks", SOLVED),
        ("it's not leaking anymore", SOLVED),
        ("解决了，谢谢", SOLVED),
        ("已经修好了，辛苦了", SOLVED),
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
        ("yes, thank you", SOLVED),
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
        "해결해 주세요",
        "네 해결해 주세요",
        "빨리 해결해주세요",
        "해결해주세요 제발",
        "꼭 해결 부탁드려요",
        "해결 바랍니다",
        "완료해 주세요",
        "해결 좀",
        "빨리 해결",
        "제대로 고쳐주세요",
        "처리 부탁드립니다",
        "깨끗하게 해주세요",
        "빨리 해결됐으면 좋겠어요",
        "해결해주시겠어요",
        "yes please solve it",
        "please fix it",
        "done please",
        "请尽快解决",
        "麻烦解决一下",
        "快点解决",
    ],
)
def test_who_asks_to_have_it_solved_says_that_it_is_not(text: str) -> None:
    assert read_reply(text, TEXTS.phrases) == Typed(NOT_SOLVED, weak=True)


@pytest.mark.parametrize(
    "text",
    [
        "네네 사과 받았어요 해결됐습니다",
        "넵 기사님 오셔서 보시고 부품 갈아 주셔서 다 해결됐습니다 감사합니다",
        "사과 말씀 들었고 해결됐어요",
        "네 어제 저녁에 관리소장님 전화 받았고 잘 처리됐어요^^",
        "yes I got an apology, it is resolved now",
        "yes the plumber came this morning and it is fixed, thank you so much",
        "是的师傅上午来换了零件，已经修好了，谢谢",
    ],
)
def test_a_long_yes_that_ends_with_it_counts_after_the_question(text: str) -> None:
    assert read_reply(text, TEXTS.phrases) == Typed(SOLVED, weak=True)


@pytest.mark.parametrize(
    "text",
    [
        "네 방 하나만 고쳐졌어요",
        "네네 사과는 받았는데 해결 안 됐어요",
        "네 언제쯤 다 해결됐어요?",
        "기사님 말로는 해결됐다는데요",
        "yes please make sure it is fixed",
        "yes I will wait until it is fixed",
        "yes but only one of them is fixed",
        "希望你们已经修好了",
    ],
)
def test_a_long_answer_that_may_say_something_else_closes_nothing(text: str) -> None:
    found = read_reply(text, TEXTS.phrases)
    assert found is None or found.reply is not SOLVED


@pytest.mark.parametrize(
    "text",
    [
        "해결은 무슨",
        "뭐가 해결됐다는 거예요",
        "퍽이나 해결됐네요",
        "해결해 주신다더니",
        "해결됐다니요",
        "하나도 안 고쳐졌어요",
        "yeah right",
        "no it's still leaking",
        "哪里解决了",
    ],
)
def test_scorn_is_no_yes(text: str) -> None:
    found = read_reply(text, TEXTS.phrases)
    assert found is not None
    assert found.reply is NOT_SOLVED


@pytest.mark.parametrize(
    "text",
    [
        "부탁드려요",
        "네 부탁드립니다",
        "해주세요",
        "네 빨리요",
        "yes please",
        "拜托了",
        "no it is fine now",
        "아니요 괜찮아요",
        "好了没",
        "5점은 못 드려요",
        "I can't give 5 stars",
        "만점은 아니고 4점",
        "5점에서 1점 뺄게요",
        "4-5점",
        "10점 만점에 3점",
        "5점 드릴 테니 해결해 주세요",
    ],
)
def test_what_could_be_a_yes_as_well_as_a_no_is_asked_again_right_after_the_question(text: str) -> None:
    assert read_reply(text, TEXTS.phrases) == Typed(UNCLEAR, weak=True)


@pytest.mark.parametrize(
    "text",
    [
        "해결됐나요",
        "다 됐나요",
        "괜찮나요",
        "다 됐어요 언제 와요",
        "solved when",
        "it's fixed partly",
        "working on it",
    ],
)
def test_a_question_without_its_sign_is_no_answer(text: str) -> None:
    assert read_reply(text, TEXTS.phrases) is None


@pytest.mark.parametrize("text", ["fixed yet", "解决了吗", "好了吗", "修好了么", "没事吧"])
def test_who_asks_back_whether_it_is_solved_is_asked_again(text: str) -> None:
    assert read_reply(text, TEXTS.phrases) == Typed(Reply.UNCLEAR, weak=True)


@pytest.mark.parametrize(
    "text", ["5점 주고 싶은데 아직도 새요", "5 stars but still leaking", "별 다섯 개, 근데 아직 안 됐어요"]
)
def test_a_no_beside_a_good_score_is_a_no(text: str) -> None:
    found = read_reply(text, TEXTS.phrases)
    assert found is not None
    assert (found.reply, found.stars) == (NOT_SOLVED, None)


def test_an_urge_thanks_for_nothing() -> None:
    assert is_thanks("정말 감사합니다", TEXTS.phrases)
    assert not is_thanks("빨리", TEXTS.phrases)


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
        ("5점 만점에 1점", 1),
        ("5점 만점에 2점 드릴게요", 2),
        ("별 5개 중에 1개", 1),
        ("별 다섯 개 중 두 개", 2),
        ("오점 만점에 이점", 2),
        ("5점 만점에 5점", 5),
        ("5점 만점", 5),
        ("out of 5 stars i'd give 1", 1),
        ("out of five i'd give two", 2),
        ("4 out of 5", 4),
        ("满分5分我给1分", 1),
        ("1점도 아까워요", 1),
        ("0점", 1),
        ("빵점이에요", 1),
        ("zero stars", 1),
        ("0分", 1),
        ("수리는 2번 왔는데 5점", 5),
        ("마무리까지 완벽해서 5점", 5),
        ("10점 만점에 8점", None),
        ("4점이나 5점", None),
        ("4.5점", None),
        ("세대별 3층", None),
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
