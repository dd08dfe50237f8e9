"""The fuzzy stage: when the linear model is in doubt, the likest examples of its best labels have a light word.

Used alone it would cost eight points and more (facts: "Matching"); as a second opinion among three it adds half a one.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
from rapidfuzz import fuzz, process

from intents.decide import Floats

DOUBT_BELOW = 0.85
"""A label that is likelier than this needs no second opinion."""
_LABELS = 3
_WEIGHT = 4.0
_LONGEST = 60
"""Letters; a longer message is like no example as a whole."""


class Likeness:
    """Examples by label, letters only, so that spaces do not matter."""

    def __init__(self, examples: Mapping[str, Sequence[str]], labels: Sequence[str]) -> None:
        self._letters = [[letters(example) for example in examples.get(label, ())] for label in labels]

    def second(self, text: str, chance: Floats, out: int | None) -> Floats:
        """The probabilities, those of the best labels shared anew by how like their likest example is."""
        inside = chance.copy()
        if out is not None:
            inside[out] = -1.0
        if inside.max() >= DOUBT_BELOW or not 0 < len(asked := letters(text)) <= _LONGEST:
            return chance
        best = np.argsort(-inside, kind="stable")[:_LABELS]
        like = np.array([self._likest(asked, int(label)) for label in best], dtype=np.float32)
        shares = chance[best] * np.exp(np.float32(_WEIGHT) * like)
        result = chance.copy()
        result[best] = shares * (chance[best].sum() / shares.sum())
        return result

    def _likest(self, asked: str, label: int) -> float:
        found = process.extractOne(asked, self._letters[label], scorer=fuzz.ratio)
        return 0.0 if found is None else found[1] / 100


def letters(text: str) -> str:
    """Letters and digits alone."""
    return "".join(filter(str.isalnum, text.lower()))
