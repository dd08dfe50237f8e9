"""Snapping misspelt words to known ones: one edit away (letter missing, too many, wrong, or two swapped), and parting
words that were written together."""

from __future__ import annotations

import math
from collections.abc import Collection, Iterable, Mapping
from zlib import crc32

import numpy as np
import numpy.typing as npt
from rapidfuzz.distance import OSA

_SHORTEST = 4
_LONGEST = 16
_GLUED = range(10, 250)
"""Unknown words of so many letters may be several; of more nobody wrote a message."""
_USUAL = 3
"""A word in so many examples is none that somebody misspelt, nor several written together."""
_FAR_COMMONER = 100
"""A rare word is taken for a misspelt one if the other is in so many examples."""


class Speller:
    """Known words, filed under the number of every form that lacks one letter: a look-up costs no search, and a table
    of numbers little memory. `sure` are those that are spelt right however rare they are."""

    def __init__(self, counts: Mapping[str, int], sure: Collection[str] = ()) -> None:
        self._known = dict(counts)
        self._sure = frozenset(sure)
        total = sum(counts.values()) + 1
        self._costs = {
            word: math.log(total / count)
            for word, count in counts.items()
            if (count >= _USUAL or word in self._sure) and (len(word) > 1 or word in "ai")
        }
        self._words = [word for word in self._known if _SHORTEST - 1 <= len(word) <= _LONGEST and word.isalpha()]
        filed = [_numbers(_shortened(word)) for word in self._words]
        numbers = np.concatenate([*filed, np.zeros(0, dtype=np.uint32)])
        order = np.argsort(numbers, kind="stable")
        self._numbers = numbers[order]
        self._places = np.repeat(np.arange(len(filed), dtype=np.int32), [len(forms) for forms in filed])[order]

    def __call__(self, word: str) -> str:
        """The word itself when known or too short, else the commonest known word one edit away, if there is one."""
        rare = word in self._known
        if not _SHORTEST <= len(word) <= _LONGEST or (rare and not self._may_be_misspelt(word)):
            return word
        close = [
            (
                OSA.distance(word, known),
                self._may_be_misspelt(known),
                set(known) != set(word),
                -self._known[known],
                known,
            )
            for known in self._near(word)
            if known != word and (not rare or _is_slip(word, known))
        ]
        best = min(close, default=None)
        if best is None or best[0] > (1 if rare or len(word) < 7 else 2):
            return word
        return best[4] if not rare or -best[3] >= _FAR_COMMONER else word

    def parts(self, word: str) -> list[str]:
        """The words that were written together in a long unknown one, if it is made of nothing else."""
        if len(word) not in _GLUED or word in self._costs:
            return []
        best: list[tuple[float, int]] = [(0.0, 0)]
        for end in range(1, len(word) + 1):
            begins = range(max(0, end - _LONGEST), end)
            best.append(min((best[start][0] + self._costs.get(word[start:end], math.inf), start) for start in begins))
        found: list[str] = []
        end = len(word) if best[-1][0] < math.inf else 0
        while end:
            start = best[end][1]
            found.insert(0, word[start:end])
            end = start
        return found

    def _may_be_misspelt(self, word: str) -> bool:
        """Whether a word of the examples is so rare in them that it may be somebody's slip."""
        return self._known[word] < _USUAL and word not in self._sure

    def _near(self, word: str) -> set[str]:
        """Words that share a form; one whose number merely happens to be equal is found out by its distance."""
        numbers = _numbers(_shortened(word))
        begins = np.searchsorted(self._numbers, numbers, side="left")
        ends = np.searchsorted(self._numbers, numbers, side="right")
        spans = zip(begins, ends, strict=True)
        return {self._words[place] for begin, end in spans for place in self._places[begin:end]}


def _is_slip(word: str, meant: str) -> bool:
    """Whether a letter is missing, doubled or swapped: of others a word of its own is soon made (tire, fibre)."""
    return len(meant) == len(word) + 1 or set(meant) == set(word)


def _shortened(word: str) -> Iterable[str]:
    yield word
    for i in range(len(word)):
        yield word[:i] + word[i + 1 :]


def _numbers(forms: Iterable[str]) -> npt.NDArray[np.uint32]:
    return np.array([crc32(form.encode()) for form in forms], dtype=np.uint32)
