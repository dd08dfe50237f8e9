"""Trained weights as values: for each language grams -> columns, rarity, one weight per column and intent."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from intents import features
from intents.decide import Calibration
from intents.features import Reading
from intents.language import Blocks

Floats = npt.NDArray[np.float32]
Halves = npt.NDArray[np.float16]


@dataclass(frozen=True, slots=True)
class Part:
    """The linear model of one language, trained on its examples alone (measured: as good as one over all languages,
    in half the time). One more column of weights tells danger from none."""

    columns: Mapping[str, int]
    rarity: Floats
    weights: Halves
    bias: Floats

    def score(self, found: Blocks) -> Floats:
        """The logit of every label, and last that of "somebody is in danger"."""
        places, values = features.weighted(found, self.columns, self.rarity)
        if not len(places):
            return self.bias
        total: Floats = values @ self.weights[places].astype(np.float32) + self.bias
        return total


@dataclass(frozen=True, slots=True)
class Model:
    """The parts by language code. `labels` are the intents in the order of the weight columns of every part."""

    labels: tuple[str, ...]
    parts: Mapping[str, Part]
    words: Mapping[str, int]
    """Known words of spelt languages with how often they occur."""
    calibration: Calibration

    def score(self, reading: Reading, found: Blocks) -> tuple[Floats, float]:
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

    def knows(self, gram: str) -> bool:
        """True when some example holds the gram."""
        return any(gram in part.columns for part in self.parts.values())
