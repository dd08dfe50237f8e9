"""The exact stage: a message that is an example, whatever its spaces, signs and capitals."""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import blake2b

import numpy as np

from intents import language
from intents.catalogue import Catalogue
from intents.likeness import letters

_DOUBTFUL = -1


class Exact:
    """The examples by a number of 64 bits each, for memory; what stands under two intents decides nothing."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._intents = tuple(catalogue.intents)
        found: dict[int, int] = {}
        for number, place in self._numbered(catalogue):
            if found.setdefault(number, place) != place:
                found[number] = _DOUBTFUL
        self._numbers = np.array(sorted(found), dtype=np.uint64)
        self._places = np.array([found[number] for number in sorted(found)], dtype=np.int16)

    def find(self, asked: str) -> str | None:
        """The intent of the example that consists of these letters."""
        if not asked or not len(self._numbers):
            return None
        number = np.uint64(_number(asked))
        at = min(int(np.searchsorted(self._numbers, number)), len(self._numbers) - 1)
        place = int(self._places[at]) if self._numbers[at] == number else _DOUBTFUL
        return None if place == _DOUBTFUL else self._intents[place]

    @staticmethod
    def _numbered(catalogue: Catalogue) -> Iterator[tuple[int, int]]:
        for place, intent in enumerate(catalogue):
            for examples in intent.examples.values():
                for example in examples:
                    if key := letters(next(language.readings(example))):
                        yield _number(key), place


def _number(key: str) -> int:
    return int.from_bytes(blake2b(key.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "little")
