"""English as the recogniser sees it: words, letters within words, and letters without the spaces."""

from __future__ import annotations

import re
from collections.abc import Mapping

from intents.grams import Block, Run
from intents.unspaced import Concepts, Found

_OWN = re.compile(r"[a-z]")
_WORD = re.compile(r"[a-z]+(?:'[a-z]+)?|\d+")
_CALLS = frozenset(("119", "112", "911"))
_PLACE = re.compile(r"(?:building|bldg|unit|apt|apartment|room|block|number|#)[ .]*$")
_ENDINGS = ("ing", "ed", "es", "s")
_LONGEST_TERM = 4


def letters(text: str) -> int:
    """How many letters of the text are Latin."""
    return len(_OWN.findall(text))


def tokens(text: str) -> list[tuple[str, int, int]]:
    """Words with their start and end in the text; each number is the word `0`."""
    if not _OWN.search(text):
        return []
    return [(_number(w) if w[0][0].isdigit() else w[0], w.start(), w.end()) for w in _WORD.finditer(text)]


def _number(found: re.Match[str]) -> str:
    """`0` for any number but those that are called for help, unless they name a place (building 112)."""
    if found[0] not in _CALLS or _PLACE.search(found.string, max(0, found.start() - 12), found.start()):
        return "0"
    return found[0]


def grams(line: list[str]) -> tuple[Block, ...]:
    """Blocks of grams with their weights: words 1-2, letters 2-5 within words, letters 3-4 across words."""
    words = Block(1.0, (Run("w", (line,), 1, 1), Run("w", (["^", *line, "$"],), 2, 2)))
    inside = Block(1.0, (Run("c", [f" {word} " for word in line], 2, 5),))
    across = Block(0.7, (Run("x", ("".join(line),), 3, 4),))
    return words, inside, across


def stem(word: str) -> str:
    """The word without its commonest endings: `leaking`, `leaks`, `leaked` -> `leak`. Crude, but alike everywhere."""
    word = word.removesuffix("'s")
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            word = word[: -len(ending)]
            break
    if len(word) > 3 and word[-1] == word[-2]:
        word = word[:-1]
    return word.removesuffix("e") if len(word) > 3 else word


def fold(text: str) -> str:
    """The key under which a term is filed: stems with single spaces; words after `=` as they are."""
    line = text.split()
    return " ".join(word if word.startswith("=") else stem(word) for word in line)


def terms(line: list[str], known: Mapping[str, Concepts]) -> list[Found]:
    """Every term of the lexicon, of one word or several. Whatever begins a key is known too, if without concepts, so
    that a search stops where none can follow."""
    stems = [stem(word) for word in line]
    found = []
    for start in range(len(stems)):
        keys = [(f"={line[start]}", start + 1)]
        for end in range(start + 1, min(start + _LONGEST_TERM, len(stems)) + 1):
            key = " ".join(stems[start:end])
            if key not in known:
                break
            keys.append((key, end))
        if start + 1 < len(stems):
            keys.append((f"={line[start]} {stems[start + 1]}", start + 2))
            keys.append((f"{stems[start]} ={line[start + 1]}", start + 2))
        found += [(concepts, start, end) for key, end in keys if (concepts := known.get(key))]
    return found


_ORDINALS = ("ground", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
_SPOKEN = re.compile(rf"\b(?:{'|'.join(_ORDINALS)})(?= floor\b)", re.IGNORECASE)


def numerals(text: str) -> str:
    """Floors in words as digits: `third floor` -> `3th floor`, which is enough for the patterns."""
    return _SPOKEN.sub(lambda found: f"{max(_ORDINALS.index(found[0].lower()), 1)}th", text)
