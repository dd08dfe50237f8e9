"""Whatever people send, the recogniser answers: no exception, and time linear in length."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from intents.language import LANGUAGES, detect_language
from intents.letter import read_letter
from intents.recognise import Recogniser
from intents.result import Decision
from tests.growth import grows_with_length

ANY_CHARACTER = st.characters(exclude_categories=())
PIECES = st.sampled_from(
    [
        "불",
        "났",
        "ㅋ",
        "ㅠ",
        "\ud800",
        "\x00",
        "🔥",
        "101동",
        "1203호",
        "gas",
        " ",
        "\n",
        "아니",
        "ﷺ",
        "rk",
        "0",
        "-",
        "着火",
        "栋",
        "一",
        "千",
    ]
)


@settings(max_examples=150)
@given(text=st.one_of(st.text(ANY_CHARACTER, max_size=300), st.lists(PIECES, max_size=60).map("".join)))
def test_any_text_is_read(shipped: Recogniser, text: str) -> None:
    found = shipped.match(text)
    assert found.decision in Decision
    assert 0.0 <= found.score <= 1.0
    assert len(found.candidates) >= 3
    assert all(value.isprintable() for value in found.slots.values())
    assert detect_language(text) in LANGUAGES


LONG = {
    "jamo": "ㅋ" * 100_000,
    "vowels": "ㅏㅓ" * 5_000,
    "syllables": "가나다라" * 25_000,
    "letters": "abcd" * 25_000,
    "words": "fire help " * 10_000,
    "digits": "1" * 100_000,
    "phones": "010-1234-" * 11_000,
    "emoji": "🔥" * 100_000,
    "surrogates": "\ud800" * 100_000,
    "controls": "\x00\x1f" * 50_000,
    "combining": "a" + "\u0301" * 99_999,
    "expanding": "ﷺ" * 100_000,
    "marks": "!?,." * 25_000,
    "joiners": "하고 " * 33_000,
    "places": "101동 1203호 " * 10_000,
    "Korean numerals": "일" * 100_000,
    "Chinese numerals": "一" * 100_000,
    "Chinese numbers": "一百零三 " * 20_000,
}


@pytest.mark.parametrize("text", LONG.values(), ids=LONG.keys())
def test_long_texts_cost_little(shipped: Recogniser, text: str) -> None:
    started = time.perf_counter()
    shipped.match(text)
    assert time.perf_counter() - started < 1.0


# What may stand in a closing, an address or an introduction, said again and again.
FILLERS = {
    "letters": "a ",
    "dots": ".",
    "honorifics": "님 ",
    "dashes": "- ",
    "laughter": "ㅋ",
    "particles": "的",
    "writers": "저는 ",
    "verbs": "is ",
    "articles": "the ",
    "adverbs": "정말 ",
    "numbers": "번호 ",
    "names": "이름 ",
    "closings": "감사합니다 ",
    "lines": "감사합니다.\n",
    "signatures": "best A.b.",
}


@pytest.mark.parametrize("numerals", ["一", "千", "一百零三", "十 ", "일", "천백", "이 "])
def test_four_times_as_many_numerals_take_hardly_more_than_four_times_as_long(numerals: str) -> None:
    def spelt_out(text: str) -> list[str]:
        return [language.numerals(text) for language in LANGUAGES.values()]

    short, long = ((numerals * length)[:length] for length in (4_000, 16_000))
    assert grows_with_length(spelt_out, short, long)


@pytest.mark.parametrize("filler", FILLERS.values(), ids=FILLERS.keys())
@pytest.mark.parametrize("frame", ["감사합니다.\n{}Q", "{}Q\n감사합니다.", "감사합니다.\n{}Q\n감사합니다.\n김철수"])
def test_four_times_as_long_a_letter_takes_hardly_more_than_four_times_as_long(frame: str, filler: str) -> None:
    short, long = ("누수가 있어요.\n" + frame.format((filler * length)[:length]) for length in (900, 3_600))
    assert grows_with_length(read_letter, short, long)


# Thanks, a home or a number, and behind them what may stand around a name, but no name.
BEGINNINGS = {"thanks": "감사합니다\n", "a home": "101호 ", "a number": "010-1234-5678 "}
AROUND_NAMES = {
    "letters": "a ",
    "honorifics": "님 ",
    "contacts": "联系.",
    "writers": "我 ",
    "verbs": "is ",
    "numbers": "번호 ",
    "closings": "감사합니다 ",
}


@pytest.mark.parametrize("filler", AROUND_NAMES.values(), ids=AROUND_NAMES.keys())
@pytest.mark.parametrize("beginning", BEGINNINGS.values(), ids=BEGINNINGS.keys())
def test_sentences_four_times_as_long_take_hardly_more_than_four_times_as_long(beginning: str, filler: str) -> None:
    def letter(length: int) -> str:
        """Forty sentences of this length."""
        return "누수가 있어요.\n" + f"{beginning}{(filler * length)[: length - len(beginning)]}Q\n" * 40

    def read_often(text: str) -> list[str]:
        return [read_letter(text).told for _ in range(8)]

    assert grows_with_length(read_often, letter(24), letter(96))
