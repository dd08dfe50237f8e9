"""Trained weights as values: grams -> columns, rarity, one weight per column and intent, calibration."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from intents.decide import Calibration
from intents.features import weighted
from intents.language import Blocks

Floats = npt.NDArray[np.float32]
Halves = npt.NDArray[np.float16]


@dataclass(frozen=True, slots=True)
class Model:
    """One linear model over all languages. `labels` are the intents in the order of the weight columns."""

    labels: tuple[str, ...]
    columns: Mapping[str, int]
    rarity: list[float]
    weights: Halves
    bias: Floats
    words: Mapping[str, int]
    """Known words of spelt languages with how often they occur."""
    calibration: Calibration

    def score(self, found: Blocks) -> Floats:
        """The logit of every label."""
        pairs = list(weighted(found, self.columns, self.rarity))
        if not pairs:
            return self.bias.copy()
        rows = np.fromiter((column for column, _ in pairs), dtype=np.intp, count=len(pairs))
        values = np.fromiter((value for _, value in pairs), dtype=np.float32, count=len(pairs))
        result: Floats = values @ self.weights[rows].astype(np.float32) + self.bias
        return result

    def known(self, found: Blocks) -> float:
        """The share of the grams (concepts apart) that some example holds, 0 to 1."""
        grams = [gram for _, block in found for gram in block if gram[0] != "@"]
        if not grams:
            return 0.0
        return sum(gram in self.columns for gram in grams) / len(grams)
