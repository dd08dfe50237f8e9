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
    """One linear model over all languages. `labels` are the intents in the order of the weight columns; one
    more column tells danger from none.
    """

    labels: tuple[str, ...]
    columns: Mapping[str, int]
    rarity: Floats
    weights: Halves
    bias: Floats
    words: Mapping[str, int]
    """Known words of spelt languages with how often they occur."""
    calibration: Calibration

    def score(self, found: Blocks) -> tuple[Floats, float]:
        """The logit of every label, and that of "somebody is in danger"."""
        places, values = weighted(found, self.columns, self.rarity)
        total = self.bias if not len(places) else values @ self.weights[places].astype(np.float32) + self.bias
        return total[:-1], float(total[-1])
