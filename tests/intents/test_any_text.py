"""Whatever people send, the recogniser answers: no exception, and time linear in length."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from intents.language import LANGUAGES, detect_language
from intents.recognise import Recogniser
from intents.result import Decision

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
    ]
)


@settings(max_examples=150, deadline=None)
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
}


@pytest.mark.parametrize("text", LONG.values(), ids=LONG.keys())
def test_long_texts_cost_little(shipped: Recogniser, text: str) -> None:
    started = time.perf_counter()
    shipped.match(text)
    assert time.perf_counter() - started < 1.0
