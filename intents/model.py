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
    rarity: Floats
    weights: Halves
    bias: Floats
    words: Mapping[str, int]
    """Known words of spelt languages with how often they occur."""
    calibration: Calibration

    def score(self, found: Blocks) -> Floats:
        """The logit of every label."""
        places, values = weighted(found, self.columns, self.rarity)
        if not len(places):
            return self.bias.copy()
        result: Floats = values @ self.weights[places].astype(np.float32) + self.bias
        return result
