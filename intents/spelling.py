"""Snapping misspelt words to known ones: one edit away (letter missing, too many, wrong, or two swapped)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from rapidfuzz.distance import OSA

_SHORTEST = 4
_LONGEST = 16


class Speller:
    """Known words, filed under every form that lacks one letter, so that a look-up costs no search."""

    def __init__(self, counts: Mapping[str, int]) -> None:
        self._known = dict(counts)
        self._index: dict[str, tuple[str, ...]] = {}
        for word in self._known:
            if _SHORTEST - 1 <= len(word) <= _LONGEST and word.isalpha():
                for form in _shortened(word):
                    self._index[form] = (*self._index.get(form, ()), word)

    def __call__(self, word: str) -> str:
        """The word itself when known or too short, else the commonest known word one edit away, if there is one."""
        if word in self._known or not _SHORTEST <= len(word) <= _LONGEST:
            return word
        near = {known for form in _shortened(word) for known in self._index.get(form, ())}
        close = [(OSA.distance(word, known), -self._known[known], known) for known in near]
        best = min(close, default=None)
        if best is None or best[0] > (1 if len(word) < 7 else 2):
            return word
        return best[2]


def _shortened(word: str) -> Iterable[str]:
    yield word
    for i in range(len(word)):
        yield word[:i] + word[i + 1 :]
