"""Cleaning, keyboard modes, folding by sound: what messages look like before anybody tries to understand them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intents import english, keyboard, korean, normalise
from intents.language import detect_language
from intents.recognise import Recogniser
from intents.spelling import Speller


@pytest.mark.parametrize(
    ("text", "cleaned"),
    [
        ("  Hello\t\nWorld ", "hello world"),
        ("관리비\u200b얼마\ufeff", "관리비 얼마"),
        ("ㅋㅋㅋㅋㅋ 좋아요!!!!", "ㅋㅋ 좋아요!!"),
        ("ｆｕｌｌ　ｗｉｄｔｈ", "full width"),
        ("\u1100\u1161", "가"),
        ("a\ud800b", "a b"),
        ("10000원", "10000원"),
    ],
)
def test_cleaning(text: str, cleaned: str) -> None:
    assert normalise.clean(text) == cleaned


@given(st.text(st.sampled_from(list("aZ .`'~가힣ㄱㆎㅏ\u318f\u3130\t\x7fé")), max_size=12))
def test_a_tidy_text_is_cleaned_as_any_other(text: str) -> None:
    """What is seen at a glance to need no cleaning; a sign without width makes any text need it."""
    assert normalise.printable(text) == normalise.printable(f"{text}\u200b")


def test_long_texts_keep_head_and_tail() -> None:
    text = "처음 " + "가나다 " * 40_000 + "마지막"
    cleaned = normalise.clean(text)
    assert len(cleaned) <= normalise.LONGEST + 1
    assert cleaned.startswith("처음")
    assert cleaned.endswith("마지막")


@pytest.mark.parametrize(
    ("keys", "korean_text"),
    [("dkssud", "안녕"), ("rhksflql", "관리비"), ("dlfgdj", "잃어"), ("Qkf", "빨"), ("rkqt", "값"), ("ehlsek", "된다")],
)
def test_keys_in_the_wrong_mode(keys: str, korean_text: str) -> None:
    assert keyboard.to_korean(keys) == korean_text


def test_latin_typed_in_korean_mode() -> None:
    assert keyboard.to_latin("ㅗ디ㅔ") == "help"


@pytest.mark.parametrize("word", ["wifi", "sms", "gmail", "stuck", "elevator"])
def test_ordinary_latin_words_are_left_alone(word: str) -> None:
    assert not keyboard.looks_mistyped(word)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("관리비 얼마예요", "ko"),
        ("how much is the fee", "en"),
        ("apt fee를 credit card로 내고 싶어요", "ko"),
        ("Is the 관리사무소 open on Sundays?", "en"),
        ("rhksflql djfakdpdy", "ko"),
        ("tkfkdgody", "ko"),
        ("", "ko"),
        ("wifi password please", "en"),
    ],
)
def test_the_language_to_reply_in(text: str, language: str) -> None:
    assert detect_language(text) == language


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("같혔어요", "갇혔어요"), ("불낫어요", "불났어요"), ("까스 냄세", "가스냄새"), ("배란다", "베란다")],
)
def test_what_sounds_alike_is_filed_together(typed: str, meant: str) -> None:
    assert korean.fold(typed) == korean.fold(meant)


@pytest.mark.parametrize(("one", "other"), [("leaking", "leaks"), ("trapped", "trap"), ("smoke", "smoking")])
def test_endings_do_not_matter(one: str, other: str) -> None:
    assert english.stem(one) == english.stem(other)


def test_numbers_in_words_name_places() -> None:
    assert korean.numerals("백일동 천이백삼호 오층") == "101동 1203호 5층"
    assert korean.numerals("일공이동") == "102동"
    assert korean.numerals("이동하고 공동 현관") == "이동하고 공동 현관"


def test_misspelt_words_snap_to_the_commonest_known_one() -> None:
    snap = Speller({"elevator": 5, "trapped": 3, "water": 2, "later": 9})
    assert [snap(word) for word in ("elevetor", "trappd", "watre", "water", "zzzz", "gas")] == [
        "elevator", "trapped", "water", "water", "zzzz", "gas",
    ]  # fmt: skip


def test_a_slip_among_the_examples_is_no_spelling() -> None:
    snap = Speller({"water": 300, "watr": 1, "fire": 200, "fibre": 1, "tire": 2, "elevator": 9, "elevater": 1})
    assert [snap(word) for word in ("watr", "fibre", "tire", "elevatr")] == ["water", "fibre", "tire", "elevator"]


def test_words_written_together_are_parted() -> None:
    speller = Speller({"gas": 40, "leak": 30, "in": 90, "the": 200, "kitchen": 20, "gasleak": 1})
    assert speller.parts("gasleakinthekitchen") == ["gas", "leak", "in", "the", "kitchen"]
    assert speller.parts("kitchen") == []
    assert speller.parts("qqqqleakqqqq") == []
    assert speller.parts("gasleak" * 100) == []


def test_the_likelier_reading_of_the_keyboard_is_taken(shipped: Recogniser) -> None:
    assert shipped.match("dkssudgktpdy").intent == "greeting"
    assert shipped.match("ruqldtlf qjsgh dkffuwntpdy").intent == shipped.match("겨빙실 번호 알려주세요").intent
    assert shipped.read("wifi 안돼요").text == "wifi 안돼요"
