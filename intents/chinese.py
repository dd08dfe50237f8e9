"""Chinese in simplified characters as the recogniser sees it: characters one by one, without spaces."""

from __future__ import annotations

import re
from collections.abc import Mapping

from intents import unspaced
from intents.grams import Block
from intents.unspaced import Concepts, Found

_OWN = re.compile(r"[\u4e00-\u9fff]")
_RUN = re.compile(r"[\u4e00-\u9fff]|\d+")
# Numbers that are cried for help keep a sign of their own, unless they name a place; 120 and 110 are China's own.
_CALLS = {"119": "①", "120": "①", "112": "②", "110": "②"}
_PLACE = re.compile(r"\s?(?:栋|幢|号楼|号|楼|层|室|户|单元|年|月|日|元|块)")
# Characters that sound alike and are mixed up when typed by sound.
_FOLDED = str.maketrans("得地她它哪再作嘛么帐象座戴", "的的他他那在做吗吗账像坐带")


def letters(text: str) -> int:
    """How many letters of the text are Chinese characters."""
    return len(_OWN.findall(text))


def tokens(text: str) -> list[tuple[str, int, int]]:
    """Characters one by one, each number as one `0`, with start and end in the text; spaces are not kept."""
    if not _OWN.search(text):
        return []
    return [
        (unspaced.number(w, _CALLS, _PLACE) if w[0][0].isdigit() else w[0], w.start(), w.end())
        for w in _RUN.finditer(text)
    ]


def grams(line: list[str]) -> tuple[Block, ...]:
    """One block of grams with its weight: characters 1-2. Three tell no more (measured) and double the memory."""
    return (Block(1.3, unspaced.short_grams("".join(line).translate(_FOLDED))),)


def fold(text: str) -> str:
    """The key under which a term is filed: no spaces, characters that sound alike made equal; after `=` as it is."""
    if text.startswith("="):
        return text.replace(" ", "")
    return "".join(token for token, _, _ in tokens(text)).translate(_FOLDED)


def terms(line: list[str], known: Mapping[str, Concepts]) -> list[Found]:
    """Every term of the lexicon, see `unspaced.terms`."""
    plain = "".join(line)
    return unspaced.terms(plain, plain.translate(_FOLDED), known)


_DIGITS = dict(zip("零〇一二两三四五六七八九", (0, 0, 1, 2, 2, 3, 4, 5, 6, 7, 8, 9), strict=True))
_UNITS = {"十": 10, "百": 100, "千": 1000}
_SPOKEN = re.compile(
    r"(?<![零〇一二两三四五六七八九十百千])[零〇一二两三四五六七八九十百千]{1,9}+(?=\s?(?:栋|幢|号楼|单元|楼|层|室|户|号))"
)


def numerals(text: str) -> str:
    """Numbers in words before a building, a floor or a flat as digits: `一百零三栋十二楼` -> `103栋12楼`."""
    return _SPOKEN.sub(lambda found: _spoken(found[0]), text)


def _spoken(word: str) -> str:
    if not _UNITS.keys() & set(word):
        return "".join(str(_DIGITS[char]) for char in word)
    total, digit = 0, 0
    for char in word:
        if char in _UNITS:
            total, digit = total + max(digit, 1) * _UNITS[char], 0
        else:
            digit = _DIGITS[char]
    return str(total + digit)
