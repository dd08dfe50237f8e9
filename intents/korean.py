"""Korean as the recogniser sees it: without spaces, as syllables, as keystrokes, and folded by sound."""

from __future__ import annotations

import re
from collections.abc import Mapping

from intents import jamo, unspaced
from intents.grams import Block, Run
from intents.unspaced import Concepts, Found

_OWN = re.compile(r"[가-힣ㄱ-ㅣ]")
# Laughter and tears carry mood, not meaning; a message of nothing else keeps them.
_MOOD = re.compile(r"[ㅋㅎㅠㅜㅡ]+")
_RUN = re.compile(r"[가-힣ㄱ-ㅣ]|\d+")
# Numbers that are cried for help keep a sign of their own, unless they name a place (112동).
_CALLS = {"119": "①", "112": "②", "911": "①"}
_PLACE = re.compile(r"\s?(?:동|호|층|라인|원|번지|년|월|일)")


def letters(text: str) -> int:
    """How many letters of the text are Korean."""
    return len(_OWN.findall(text))


def tokens(text: str) -> list[tuple[str, int, int]]:
    """Korean letters one by one, each number as one `0`, with start and end in the text; spaces are not kept."""
    bare = _MOOD.sub(lambda found: " " * len(found[0]), text)
    if not _OWN.search(bare):
        bare = text
    if not _OWN.search(bare) and text.strip() not in _CALLS:
        return []
    return [
        (unspaced.number(w, _CALLS, _PLACE) if w[0][0].isdigit() else w[0], w.start(), w.end())
        for w in _RUN.finditer(bare)
    ]


def grams(line: list[str]) -> tuple[Block, ...]:
    """Blocks of grams with their weights: syllables 1-2, keystrokes 2-5."""
    joined = "".join(line)
    strokes = f"^{joined.translate(jamo.STROKES)}$"
    # A wrong key spoils fewer grams of keys than of syllables: they count more.
    return Block(1.0, unspaced.short_grams(joined)), Block(1.5, (Run("k", (strokes,), 2, 5),))


def fold(text: str) -> str:
    """The key under which a term is filed: no spaces, letters that sound alike made equal; after `=` as it is."""
    if text.startswith("="):
        return text.replace(" ", "")
    return "".join(token for token, _, _ in tokens(text)).translate(jamo.FOLDED)


def terms(line: list[str], known: Mapping[str, Concepts]) -> list[Found]:
    """Every term of the lexicon, see `unspaced.terms`."""
    plain = "".join(line)
    return unspaced.terms(plain, plain.translate(jamo.FOLDED), known)


_DIGITS = dict(zip("공영일이삼사오육칠팔구", (0, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9), strict=True))
_UNITS = {"십": 10, "백": 100, "천": 1000}
_SPOKEN = re.compile(
    r"(?<![가-힣])([공영일이삼사오육칠팔구십백천]{2,9}|[일이삼사오육칠팔구십](?=\s?층))"
    r"(?=\s?(?:동|호|층))"
)


def numerals(text: str) -> str:
    """Numbers in words before 동, 호 and 층 as digits: `백일동` and `일공일동` -> `101동`."""
    return _SPOKEN.sub(lambda found: _spoken(found[1]), text)


def _spoken(word: str) -> str:
    if not _UNITS.keys() & set(word):
        # Digits one after another; two of them may be an ordinary word (이동, 공동).
        return "".join(str(_DIGITS[char]) for char in word) if len(word) != 2 else word
    total, digit = 0, 0
    for char in word:
        if char in _UNITS:
            total, digit = total + max(digit, 1) * _UNITS[char], 0
        else:
            digit = _DIGITS[char]
    return str(total + digit)
