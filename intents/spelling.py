"""Snapping misspelt words to known ones: one edit away (letter missing, too many, wrong, or two swapped)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from zlib import crc32

import numpy as np
import numpy.typing as npt
from rapidfuzz.distance import OSA

_SHORTEST = 4
_LONGEST = 16


class Speller:
    """Known words, filed under the number of every form that lacks one letter: a look-up costs no search, and a table
    of numbers little memory."""

    def __init__(self, counts: Mapping[str, int]) -> None:
        self._known = dict(counts)
        self._words = [word for word in self._known if _SHORTEST - 1 <= len(word) <= _LONGEST and word.isalpha()]
        filed = [_numbers(_shortened(word)) for word in self._words]
        numbers = np.concatenate([*filed, np.zeros(0, dtype=np.uint32)])
        order = np.argsort(numbers, kind="stable")
        self._numbers = numbers[order]
        self._places = np.repeat(np.arange(len(filed), dtype=np.int32), [len(forms) for forms in filed])[order]

    def __call__(self, word: str) -> str:
        """The word itself when known or too short, else the commonest known word one edit away, if there is one."""
        if word in self._known or not _SHORTEST <= len(word) <= _LONGEST:
            return word
        close = [(OSA.distance(word, known), -self._known[known], known) for known in self._near(word)]
        best = min(close, default=None)
        if best is None or best[0] > (1 if len(word) < 7 else 2):
            return word
        return best[2]

    def _near(self, word: str) -> set[str]:
        """Words that share a form; one whose number merely happens to be equal is found out by its distance."""
        numbers = _numbers(_shortened(word))
        begins = np.searchsorted(self._numbers, numbers, side="left")
        ends = np.searchsorted(self._numbers, numbers, side="right")
        spans = zip(begins, ends, strict=True)
        return {self._words[place] for begin, end in spans for place in self._places[begin:end]}


def _shortened(word: str) -> Iterable[str]:
    yield word
    for i in range(len(word)):
        yield word[:i] + word[i + 1 :]


def _numbers(forms: Iterable[str]) -> npt.NDArray[np.uint32]:
    return np.array([crc32(form.encode()) for form in forms], dtype=np.uint32)
