"""The exact stage: a message that is an example, whatever its spaces, signs and capitals."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import blake2b

import numpy as np
import numpy.typing as npt

from intents import language
from intents.catalogue import Catalogue
from intents.likeness import letters

_DOUBTFUL = -1


@dataclass(frozen=True, slots=True)
class Exact:
    """The examples by a number of 64 bits each, for memory, in order; beside each the place of its label. What stands
    under two intents decides nothing."""

    numbers: npt.NDArray[np.uint64]
    places: npt.NDArray[np.int16]

    @classmethod
    def of(cls, catalogue: Catalogue, labels: Sequence[str]) -> Exact:
        """Every example, read as a message would be."""
        found: dict[int, int] = {}
        for number, place in _numbered(catalogue, labels):
            if found.setdefault(number, place) != place:
                found[number] = _DOUBTFUL
        ordered = sorted(found)
        places = np.array([found[number] for number in ordered], dtype=np.int16)
        return cls(np.array(ordered, dtype=np.uint64), places)

    def find(self, asked: str) -> int | None:
        """The place of the label under which the example that consists of these letters stands."""
        if not asked or not len(self.numbers):
            return None
        number = np.uint64(_number(asked))
        at = min(int(np.searchsorted(self.numbers, number)), len(self.numbers) - 1)
        place = int(self.places[at]) if self.numbers[at] == number else _DOUBTFUL
        return None if place == _DOUBTFUL else place


def _numbered(catalogue: Catalogue, labels: Sequence[str]) -> Iterator[tuple[int, int]]:
    for place, label in enumerate(labels):
        for examples in catalogue.intents[label].examples.values():
            for example in examples:
                if key := letters(next(language.readings(example))):
                    yield _number(key), place


def _number(key: str) -> int:
    return int.from_bytes(blake2b(key.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "little")
