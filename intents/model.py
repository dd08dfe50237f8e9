"""Trained weights as values: for each language numbers of grams -> rarity and one weight per gram and intent."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from intents import features, grams
from intents.decide import Calibration
from intents.exact import Exact
from intents.features import NOWHERE, Reading
from intents.grams import Bag, Floats, Numbers, Places, Run

Bytes = npt.NDArray[np.int8]
_FULL = 127.0
_MASK = 2**32 - 1


class GramTable:
    """Numbers in order and the row of each, found by its first bits and a step or two."""

    def __init__(self, numbers: Numbers) -> None:
        self.numbers = numbers
        bits = min(max(len(numbers).bit_length(), 1), 31)
        self._shift = np.uint32(32 - bits)
        self._begins = np.searchsorted(numbers, np.arange(1 << bits, dtype=np.uint32) << self._shift).astype(np.int32)
        # The last one is met by what is greater than all.
        self._padded = np.append(numbers, np.uint32(_MASK))

    def rows(self, asked: Numbers) -> Places:
        """The row of each number, `NOWHERE` where it is unknown."""
        places = self._begins.take(asked >> self._shift).astype(np.intp)
        low = np.flatnonzero(self._padded.take(places) < asked)
        while len(low):
            places[low] += 1
            low = low[self._padded[places[low]] < asked[low]]
        places[(self._padded.take(places) != asked) | (places == len(self.numbers))] = NOWHERE
        return places


@dataclass(frozen=True, slots=True)
class Part:
    """The linear model of one language, trained on its examples alone (measured: as good as one over all languages,
    in half the time). One more column of weights tells danger from none.

    A row of each array belongs to a gram. A weight is a byte times the scale of its gram (measured: no loss, half the
    memory)."""

    table: GramTable
    rarity: Floats
    weights: Bytes
    scales: Floats
    bias: Floats

    @classmethod
    def of(cls, numbers: Numbers, rarity: Floats, weights: Floats, bias: Floats) -> Part:
        """Squeeze the weights of grams whose numbers are given in order."""
        scales = np.maximum(np.abs(weights).max(axis=1, initial=0.0) / _FULL, 1e-12).astype(np.float32)
        return cls(GramTable(numbers), rarity, np.rint(weights / scales[:, None]).astype(np.int8), scales, bias)

    def score(self, found: Bag, rows: Places, shares: Floats) -> Floats:
        """For each text of the bag the logit of every label, and last that of "somebody is in danger", times its share.
        `rows` are those of the grams."""
        places, values, owners = features.weighted(found, rows, self.rarity)
        spread = np.zeros((len(shares), len(places)), dtype=np.float32)
        spread[owners, np.arange(len(places))] = values * self.scales.take(places) * shares.take(owners)
        total: Floats = spread @ self.weights.take(places, axis=0).astype(np.float32) + shares[:, None] * self.bias
        return total


@dataclass(frozen=True, slots=True)
class Scored:
    """What the model says of one reading: the logit of every label, that of danger, the share of known grams; and of
    each of its clauses the logit of every label, a row for each."""

    logits: Floats
    alarm: float
    known: float
    clauses: Floats


@dataclass(frozen=True, slots=True)
class Model:
    """The parts by language code. `labels` are the intents in the order of the weight columns of every part."""

    labels: tuple[str, ...]
    parts: Mapping[str, Part]
    words: Mapping[str, int]
    """Known words of spelt languages with how often they occur."""
    calibrations: Mapping[str, Calibration]
    """By the code of the language that has the most to say."""
    exact: Exact

    def score(self, reading: Reading, clauses: Sequence[Reading] = ()) -> Scored:
        """Each language's word counts by its share of the letters. Clauses at once with the whole cost little more than
        the whole alone."""
        texts = [reading, *clauses]
        found = grams.bag([features.blocks(text) for text in texts])
        shares = [self.shares(text) for text in texts]
        codes = dict.fromkeys(code for share in shares for code in share)
        total = np.zeros((len(texts), len(self.labels) + 1), dtype=np.float32)
        is_known = np.zeros(len(found.numbers), dtype=np.bool_)
        for code in codes:
            rows = self.parts[code].table.rows(found.numbers)
            of_each = np.array([share.get(code, 0.0) for share in shares], dtype=np.float32)
            total += self.parts[code].score(found, rows, of_each)
            is_known |= rows != NOWHERE
        return Scored(total[0, :-1], float(total[0, -1]), features.known(found, is_known, 0), total[1:, :-1])

    def shares(self, reading: Reading) -> Mapping[str, float]:
        """How much each part has to say; where none knows the script, all alike."""
        known = {code: share for code, share in reading.shares.items() if code in self.parts and share > 0}
        total = sum(known.values())
        if not total:
            return dict.fromkeys(self.parts, 1.0 / len(self.parts))
        return {code: share / total for code, share in known.items()}

    def calibration(self, reading: Reading) -> Calibration:
        """That of the language which has the most to say; of equal ones the first."""
        shares = self.shares(reading)
        return self.calibrations[max(shares, key=lambda code: shares[code])]

    def knows(self, run: Run) -> tuple[int, int]:
        """How many of the grams stand in some example, and how many there are."""
        asked = grams.numbers(run)
        known = np.logical_or.reduce([part.table.rows(asked) != NOWHERE for part in self.parts.values()])
        return int(known.sum()), len(asked)
