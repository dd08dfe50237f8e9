"""Trained weights as values: for each language numbers of grams -> rarity and one weight per gram and intent."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from intents import features
from intents.decide import Calibration
from intents.exact import Exact
from intents.features import Bag, GramTable, Places, Reading

Floats = npt.NDArray[np.float32]
Bytes = npt.NDArray[np.int8]
_FULL = 127.0


@dataclass(frozen=True, slots=True)
class Part:
    """The linear model of one language, trained on its examples alone (measured: as good as one over all languages,
    in half the time). One more column of weights tells danger from none.

    A row of each array belongs to a gram of the table. A weight is a byte times the scale of its gram (measured: no
    loss, half the memory)."""

    table: GramTable
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
        return cls(GramTable(numbers[kept]), rarity[kept], levels, scales, bias)

    def score(self, found: Bag, rows: Places, shares: Floats) -> Floats:
        """For each text of the bag the logit of every label, and last that of "somebody is in danger", times its share.
        `rows` are those of the grams."""
        places, values = features.weighted(found, rows, self.rarity)
        owners = found.texts()[rows >= 0]
        spread = np.zeros((len(shares), len(places)), dtype=np.float32)
        spread[owners, np.arange(len(places))] = values * self.scales[places] * shares[owners]
        total: Floats = spread @ self.weights[places].astype(np.float32) + shares[:, None] * self.bias
        return total


@dataclass(frozen=True, slots=True)
class Scored:
    """What the model says of one reading: the logit of every label, that of danger, the share of known grams."""

    logits: Floats
    alarm: float
    known: float


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

    def score(self, reading: Reading) -> Scored:
        """Each language's word counts by its share of the letters."""
        found = features.bag([features.blocks(reading)])
        shares = self.shares(reading)
        rows = {code: self.parts[code].table.rows(found.numbers) for code in shares}
        total = self._total(found, rows, [shares])[0]
        is_known = np.logical_or.reduce([places >= 0 for places in rows.values()])
        return Scored(total[:-1], float(total[-1]), features.known(found, is_known))

    def logits(self, readings: Sequence[Reading]) -> Floats:
        """The logits alone, a row for each reading; several at once cost little more than one."""
        found = features.bag([features.blocks(reading) for reading in readings])
        shares = [self.shares(reading) for reading in readings]
        codes = dict.fromkeys(code for share in shares for code in share)
        return self._total(found, {code: self.parts[code].table.rows(found.numbers) for code in codes}, shares)[:, :-1]

    def _total(self, found: Bag, rows: Mapping[str, Places], shares: Sequence[Mapping[str, float]]) -> Floats:
        total = np.zeros((len(shares), len(self.labels) + 1), dtype=np.float32)
        for code in dict.fromkeys(code for share in shares for code in share):
            of_each = np.array([share.get(code, 0.0) for share in shares], dtype=np.float32)
            total += self.parts[code].score(found, rows[code], of_each)
        return total

    def shares(self, reading: Reading) -> Mapping[str, float]:
        """How much each part has to say; where none knows the script, all alike."""
        known = {code: share for code, share in features.shares(reading).items() if code in self.parts and share > 0}
        total = sum(known.values())
        if not total:
            return dict.fromkeys(self.parts, 1.0 / len(self.parts))
        return {code: share / total for code, share in known.items()}

    def calibration(self, reading: Reading) -> Calibration:
        """That of the language which has the most to say; of equal ones the first."""
        shares = self.shares(reading)
        return self.calibrations[max(shares, key=lambda code: shares[code])]

    def knows(self, grams: Sequence[str]) -> int:
        """How many of the grams stand in some example."""
        if not grams:
            return 0
        numbers = features.numbers_of(grams)
        return int(np.logical_or.reduce([part.table.rows(numbers) >= 0 for part in self.parts.values()]).sum())
