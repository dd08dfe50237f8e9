"""English as the recogniser sees it: words, letters within words, and letters without the spaces."""

from __future__ import annotations

import re

_OWN = re.compile(r"[a-z]")
_WORD = re.compile(r"[a-z]+(?:'[a-z]+)?|\d+")
_ENDINGS = ("ing", "ed", "es", "s")
_LONGEST_TERM = 4


def letters(text: str) -> int:
    """How many letters of the text are Latin."""
    return len(_OWN.findall(text))


def tokens(text: str) -> list[tuple[str, int, int]]:
    """Words with their start and end in the text; each number is the word `0`."""
    if not _OWN.search(text):
        return []
    return [("0" if w[0][0].isdigit() else w[0], w.start(), w.end()) for w in _WORD.finditer(text)]


def grams(line: list[str]) -> tuple[tuple[float, list[str]], ...]:
    """Blocks of grams with their weights: words 1-2, letters 2-5 within words, letters 3-4 across words."""
    framed = ["^", *line, "$"]
    single = [f"w{word}" for word in line] + [f"w{a} {b}" for a, b in zip(framed, framed[1:], strict=False)]
    inside = []
    for word in line:
        padded = f" {word} "
        inside += [f"c{padded[i : i + size]}" for size in (2, 3, 4, 5) for i in range(len(padded) - size + 1)]
    run = "".join(line)
    across = [f"x{run[i : i + size]}" for size in (3, 4) for i in range(len(run) - size + 1)]
    return (1.0, single), (1.0, inside), (0.7, across)


def stem(word: str) -> str:
    """The word without its commonest endings: `leaking`, `leaks`, `leaked` -> `leak`. Crude, but alike on both sides."""
    word = word.removesuffix("'s")
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            word = word[: -len(ending)]
            break
    if len(word) > 3 and word[-1] == word[-2]:
        word = word[:-1]
    return word.removesuffix("e") if len(word) > 3 else word


def fold(text: str) -> str:
    """The key under which a term is filed: stems with single spaces."""
    return " ".join(stem(token) for token, _, _ in tokens(text))


def terms(line: list[str]) -> list[tuple[str, int, int]]:
    """Every stretch that could be a term of the lexicon: its key, first token, token after the last."""
    stems = [stem(word) for word in line]
    return [
        (" ".join(stems[start:end]), start, end)
        for start in range(len(stems))
        for end in range(start + 1, min(start + _LONGEST_TERM, len(stems)) + 1)
    ]
