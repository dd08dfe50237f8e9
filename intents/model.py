"""Trained weights as values: for each language numbers of grams -> rarity and one weight per gram and intent."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from intents import features
from intents.decide import Calibration
from intents.features import Bag, Reading

Floats = npt.NDArray[np.float32]
Bytes = npt.NDArray[np.int8]
Numbers = npt.NDArray[np.uint32]
_FULL = 127.0


@dataclass(frozen=True, slots=True)
class Part:
    """The linear model of one language, trained on its examples alone (measured: as good as one over all languages,
    in half the time). One more column of weights tells danger from none.

    `table` holds the numbers of the grams in ascending order. A weight is a byte times the scale of its gram
    (measured: no loss, half the memory)."""

    table: Numbers
    rarity: Floats
    weights: Bytes
    scales: Floats
    bias: Floats

    @classmethod
    def of(cls, grams: Sequence[str], rarity: Floats, weights: Floats, bias: Floats) -> Part:
        """Of two grams with the same number the heavier one stays."""
        numbers = features.numbers_of(grams)
        heaviness = np.abs(weights).max(axis=1, initial=0.0)
        order = np.lexsort((-heaviness, numbers))
        kept = order[np.concatenate([[True], numbers[order][1:] != numbers[order][:-1]])] if len(order) else order
        scales = np.maximum(heaviness[kept] / _FULL, 1e-12).astype(np.float32)
        levels = np.rint(weights[kept] / scales[:, None]).astype(np.int8)
        return cls(numbers[kept], rarity[kept], levels, scales, bias)

    def score(self, found: Bag) -> Floats:
        """The logit of every label, and last that of "somebody is in danger"."""
        places, values = features.weighted(found, self.table, self.rarity)
        if not len(places):
            return self.bias
        total: Floats = (values * self.scales[places]) @ self.weights[places].astype(np.float32) + self.bias
        return total


@dataclass(frozen=True, slots=True)
class Model:
    """The parts by language code. `labels` are the intents in the order of the weight columns of every part."""

    labels: tuple[str, ...]
    parts: Mapping[str, Part]
    words: Mapping[str, int]
    """Known words of spelt languages with how often they occur."""
    calibration: Calibration

    def score(self, reading: Reading, found: Bag) -> tuple[Floats, float]:
        """The logit of every label, and that of danger: each language's word counts by its share of the letters."""
        total = np.zeros(len(self.labels) + 1, dtype=np.float32)
        for code, share in self.shares(reading).items():
            total += np.float32(share) * self.parts[code].score(found)
        return total[:-1], float(total[-1])

    def shares(self, reading: Reading) -> Mapping[str, float]:
        """How much each part has to say; where none knows the script, all alike."""
        known = {code: share for code, share in features.shares(reading).items() if code in self.parts and share > 0}
        total = sum(known.values())
        if not total:
            return dict.fromkeys(self.parts, 1.0 / len(self.parts))
        return {code: share / total for code, share in known.items()}

    def known(self, found: Bag) -> float:
        """The share of the grams that stand in some example."""
        return features.known(found, self._known(found.numbers))

    def knows(self, grams: Sequence[str]) -> int:
        """How many of the grams stand in some example."""
        return int(self._known(features.numbers_of(grams)).sum())

    def _known(self, numbers: Numbers) -> npt.NDArray[np.bool_]:
        found = np.zeros(len(numbers), dtype=np.bool_)
        for part in self.parts.values():
            if len(part.table):
                found |= features.places_of(numbers, part.table)[1]
        return found
