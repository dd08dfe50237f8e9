"""Examples that say nothing new: twice the same, nearly the same, one frame over and over, copied, under two ids.

Likeness is rapidfuzz's ratio of the letters, 0 to 100.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

import numpy as np
from rapidfuzz import fuzz, process

from intents.likeness import letters
from intents.written import Written, by_intent

_ALIKE = 85.0
"""Above it a word has another ending or a letter is missing: what misspelling and grams bridge by themselves."""
_REORDERED = 90.0
"""Of the words in alphabetical order. Stricter, for words in another order are mostly another sentence: at 85 sixteen
pairs of the shipped examples fell, most of them well said."""
_ALIKE_ELSEWHERE = 92.0
"""Two ids may come closer: "how much is the water bill" and "pay the water bill" part in a word."""
_COPIED = 90.0
"""A copy with a particle changed is a copy."""
_COPY_FROM_LENGTH = 10
"""Characters as typed; shorter messages ("불이야", "thank you") come to everybody's mind."""
_FRAME_USES = 2
"""Twice is chance, three times is a frame."""
_LOOSE_FRAME_USES = 4
"""A frame of one word beside another ("hi …") is how people speak, up to a point."""
_ROWS_AT_ONCE = 512
"""So many rows of the table of all examples are compared at once, for memory."""
_WORD = re.compile(r"\S+")
_LETTERS = re.compile(r"\w+")


def repeated(sentences: Iterable[Written]) -> Iterator[str]:
    """Within an id and language: the same, nearly the same, the same words in another order."""
    for group in by_intent(sentences):
        plain = [one.plain for one in group]
        ordered = [_in_order(one.text) for one in group]
        alike = _pairs(plain, _ALIKE) | _pairs(ordered, _REORDERED)
        for i, j in sorted(alike):
            one, other = group[i], group[j]
            how = "twice the same" if one.text == other.text else "nearly the same"
            yield f"{_head(other)}: {how}, drop one: '{other.text}' / line {one.line}: '{one.text}'"


def frames(sentences: Iterable[Written]) -> Iterator[str]:
    """One sentence with a word swapped: the words without one of them are equal, at the same place."""
    for group in by_intent(sentences):
        uses: dict[tuple[str, ...], list[Written]] = {}
        for one in group:
            words = _WORD.findall(one.text.lower())
            if len(words) > 1:
                for frame in {(*words[:i], "…", *words[i + 1 :]) for i in range(len(words))}:
                    uses.setdefault(frame, []).append(one)
        for frame, found in uses.items():
            if len(found) > (_LOOSE_FRAME_USES if len(frame) == 2 else _FRAME_USES):
                lines = ", ".join(str(one.line) for one in found)
                said = f"the frame '{' '.join(frame)}' is used {len(found)} times (lines {lines})"
                yield f"{_head(found[0])}: {said}; say it in other ways"


def copies(sentences: Iterable[Written], forbidden: Sequence[str]) -> Iterator[str]:
    """Examples that are like one of the texts, which are there to test with."""
    long_enough = [text for text in forbidden if len(text.strip()) >= _COPY_FROM_LENGTH]
    if not long_enough:
        return
    targets = [letters(text) or text for text in long_enough]
    for group in by_intent(sentences):
        plain = [one.plain for one in group]
        likeness = process.cdist(plain, targets, scorer=fuzz.ratio, score_cutoff=_COPIED)
        for i, j in zip(*np.nonzero(likeness > _COPIED), strict=True):
            copied = f"copied from the labelled set, drop it: '{group[i].text}' / '{long_enough[j]}'"
            yield f"{_head(group[i])}: {copied}"


def shared(sentences: Sequence[Written]) -> Iterator[str]:
    """Sentences that stand, nearly the same, under two ids."""
    plain = [one.plain for one in sentences]
    for at in range(0, len(plain), _ROWS_AT_ONCE):
        rows = plain[at : at + _ROWS_AT_ONCE]
        likeness = process.cdist(rows, plain[at:], scorer=fuzz.ratio, score_cutoff=_ALIKE_ELSEWHERE)
        for i, j in zip(*np.nonzero(likeness > _ALIKE_ELSEWHERE), strict=True):
            one, other = sentences[at + i], sentences[at + j]
            if i < j and one.intent != other.intent:
                both = f"{one.intent} and {other.intent} share a sentence"
                yield f"{one.place}: {both}: '{one.text}' / {other.place}: '{other.text}'"


def _pairs(texts: Sequence[str], above: float) -> set[tuple[int, int]]:
    """The places of texts that are alike, the earlier first; texts of signs alone are like none."""
    likeness = process.cdist(texts, texts, scorer=fuzz.ratio, score_cutoff=above, dtype=np.float32)
    found = zip(*np.nonzero(np.triu(likeness > above, 1)), strict=True)
    return {(int(i), int(j)) for i, j in found if texts[i]}


def _in_order(text: str) -> str:
    return " ".join(sorted(_LETTERS.findall(text.lower())))


def _head(one: Written) -> str:
    return f"{one.place}: {one.intent} ({one.language})"
