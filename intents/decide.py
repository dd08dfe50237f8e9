"""From logits to a decision: how sure the model may be, whether the message is foreign, whether somebody is in danger.

Three small logistic models weigh a few numbers each; `intents.calibrate` fits them and their thresholds on examples
that the weights have not seen, a fifth of the intents hidden in turn. Nothing here is tuned by hand on messages.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from intents.emergency import Evidence
from intents.result import Decision, Emergency

Floats = npt.NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Weighing:
    """A logistic model over a few numbers; the first weight is the constant's. Alone it is the whole model."""

    weights: tuple[float, ...]

    def __call__(self, numbers: Sequence[float]) -> float:
        """A probability, 0 to 1."""
        total = self.weights[0] + sum(w * x for w, x in zip(self.weights[1:], numbers, strict=len(self.weights) > 1))
        return 1.0 / (1.0 + math.exp(-max(-30.0, min(30.0, total))))


@dataclass(frozen=True, slots=True)
class Calibration:
    """The three weighings with the points from which they count.

    From `hardly_foreign` on a message is foreign enough not to be answered as if it were known, and from `foreign_from`
    on it is sent away. Without emergencies in the catalogue `danger` is None.
    """

    sure: Weighing
    answer_from: float
    confirm_from: float
    foreign: Weighing
    foreign_from: float
    hardly_foreign: float
    danger: Weighing | None
    possible_from: float
    certain_from: float


def chances(logits: Floats) -> Floats:
    """Probabilities that sum to one."""
    raised = np.exp(logits - logits.max())
    result: Floats = raised / raised.sum()
    return result


def without(chance: Floats, labels: npt.NDArray[np.intp]) -> Floats:
    """The probabilities of the others as they are; what is taken away makes none of them likelier."""
    result = chance.copy()
    result[labels] = 0.0
    return result


def settled(chance: Floats, label: int) -> Floats:
    """The probabilities with the given label first beyond doubt."""
    result = chance * np.float32(0.01)
    result[label] += np.float32(0.99)
    return result


def sure_numbers(chance: Floats, foreign: Sequence[float]) -> tuple[float, ...]:
    """What tells whether the best label is right: its odds, its lead over the second, and the odds that the message is
    none of the office's business and whether it speaks of somebody else's (the first and the last of `foreign_numbers`;
    the others only say how usual its words are)."""
    best, second = best_two(chance)
    return log_odds(best), math.log(max(best, 1e-6) / max(second, 1e-6)), foreign[0], foreign[-1]


def foreign_numbers(
    chance: Floats, logits: Floats, known: float, out_of_scope: int | None, found: Evidence
) -> tuple[float, ...]:
    """What tells that a message is none of the office's business."""
    odds = log_odds(float(chance[out_of_scope])) if out_of_scope is not None else 0.0
    return odds, float(logits.max() - logits.mean()), known, float(found.elsewhere)


def danger_numbers(
    chance: Floats, emergencies: npt.NDArray[np.intp], out_of_scope: int | None, alarm: float, found: Evidence
) -> tuple[float, ...]:
    """The model's odds of any emergency among what is in scope, its alarm of its own, and the evidence of the rules."""
    inside = 1.0 - (float(chance[out_of_scope]) if out_of_scope is not None else 0.0)
    odds = log_odds(float(chance[emergencies].sum()) / max(inside, 1e-6))
    return odds, max(-9.0, min(9.0, alarm)), *found.numbers()


def place_of(label: str, labels: Sequence[str]) -> int | None:
    """Where a label stands, if it does."""
    return labels.index(label) if label in labels else None


def best_two(chance: Floats) -> tuple[float, float]:
    """The two highest probabilities; the second is 0 when there is one label only."""
    if len(chance) < 2:
        return float(chance[0]), 0.0
    second, best = np.partition(chance, -2)[-2:]
    return float(best), float(second)


def log_odds(chance: float) -> float:
    """Log odds, held within ±9."""
    chance = min(max(chance, 1.2e-4), 1.0 - 1.2e-4)
    return math.log(chance / (1.0 - chance))


def decide(calibration: Calibration, sure: float, foreign: float) -> Decision:
    """The decision when nobody is in danger."""
    if foreign >= calibration.foreign_from:
        return Decision.OUT_OF_SCOPE
    if sure >= calibration.answer_from and foreign < calibration.hardly_foreign:
        return Decision.ANSWER
    return Decision.CONFIRM if sure >= calibration.confirm_from else Decision.UNSURE


def judge_danger(calibration: Calibration, danger: float) -> Emergency | None:
    """How certain an emergency is."""
    if danger >= calibration.certain_from:
        return Emergency.CERTAIN
    return Emergency.POSSIBLE if danger >= calibration.possible_from else None
