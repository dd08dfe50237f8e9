"""Fitting the decision on examples that the weights have not seen.

Five times over a fifth of the intents is hidden altogether (their messages stand for what no catalogue knows) and a
fifth of the other examples is held out (they stand for messages to come).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from intents import decide
from intents.decide import Calibration, Weighing
from intents.emergency import Evidence
from intents.result import OUT_OF_SCOPE
from intents.train import Floats, Ints, Products, fit, primal

if TYPE_CHECKING:
    from scipy.sparse import csr_array

FOLDS = 5
_STEPS = 10
_ENOUGH = 4000
"""Of so many examples three rounds tell as much as five of fewer."""
_MANY = 3000
"""So many unseen examples are enough to be calibrated together with others."""

# What may go wrong on held-out examples. On labelled messages of other writers 1 to 2 % were answered wrongly, 2 to 4 %
# of the calm ones were asked about as danger and under 1 % were sent away.
_WRONG_ANSWERS = 0.03
_FOREIGN_ANSWERED = 0.03
_SENT_AWAY = 0.1
_ONLY_ASKED = 0.35
# The rules were written with the examples in view, so that they look better on them than they are.
_RULE_DOUBT = (0.1, 0.1, 30.0, 30.0, 30.0, 30.0, 30.0)
_FALSE_ALARMS = 0.05
_FALSE_CERTAIN = 0.0022


@dataclass(frozen=True, slots=True)
class Sample:
    """The examples of one language as the calibration needs them: their grams, label numbers (places in `names`, the
    same for all languages), share of grams known from others."""

    rows: csr_array
    labels: Ints
    names: tuple[str, ...]
    known: Sequence[float]
    evidence: Sequence[Evidence]
    emergencies: frozenset[str]


@dataclass(frozen=True, slots=True)
class HeldOut:
    """One example scored by weights that have not seen it: `logits` and `labels` side by side.

    `row` is its place in the sample, `hidden` tells that its intent was not among the labels."""

    row: int
    meant: str
    logits: Floats
    labels: tuple[str, ...]
    alarm: float
    hidden: bool
    known: float
    evidence: Evidence

    @property
    def best(self) -> str:
        return self.labels[int(self.logits.argmax())]

    @property
    def right(self) -> bool:
        """True for the intent itself or a child of it."""
        return not self.hidden and (self.best == self.meant or self.best.startswith(f"{self.meant}."))


def unseen(sample: Sample, ridge: float) -> tuple[list[HeldOut], float]:
    """Examples of one language as weights score them that have not seen them, and how sharp the logits must be made to
    say how likely each intent is; those returned are."""
    rounds = FOLDS if len(sample.labels) < _ENOUGH else 3
    asked = [item for fold in range(rounds) for item in held_out(sample, fold, ridge)]
    sharpness = _sharpness(asked)
    return [replace(item, logits=item.logits * np.float32(sharpness)) for item in asked], sharpness


def calibrate_each(held: Mapping[str, Sequence[HeldOut]], emergencies: frozenset[str]) -> dict[str, Calibration]:
    """A calibration for each language by its code. Languages of many examples share one, which is surer than one each
    (measured); a language of few has one of its own, so that to add it moves no other."""
    many = [code for code, items in held.items() if len(items) >= _MANY]
    groups = [many, *([code] for code in held if code not in many)] if many else [list(held)]
    found: dict[str, Calibration] = {}
    for group in groups:
        shared = calibrate([item for code in group for item in held[code]], emergencies)
        found |= dict.fromkeys(group, shared)
    return {code: found[code] for code in held}


def calibrate(held: Sequence[HeldOut], emergencies: frozenset[str]) -> Calibration:
    """The three weighings with their thresholds, over unseen examples of one language or several. Deterministic."""
    chances = [decide.chances(item.logits) for item in held]
    foreign, foreign_from, hardly = _foreign(held, chances)
    sure, answer_from = _sure(held, chances, foreign, hardly)
    danger, possible_from, certain_from = _danger(emergencies, held, chances)
    return Calibration(
        sure=sure,
        answer_from=answer_from,
        confirm_from=min(0.4, answer_from),
        foreign=foreign,
        foreign_from=foreign_from,
        hardly_foreign=hardly,
        danger=danger,
        possible_from=possible_from,
        certain_from=certain_from,
    )


def held_out(sample: Sample, fold: int, ridge: float) -> list[HeldOut]:
    """One round: weights trained without a fifth of the intents and a fifth of the rest, asked about both."""
    # One order for all rounds, so that each intent is hidden in exactly one of them.
    place = np.random.default_rng(1).permutation(len(sample.names))
    hidden = (place % FOLDS == fold) & np.array([name != OUT_OF_SCOPE for name in sample.names])
    hidden_rows = hidden[sample.labels]
    # Every fifth example of each intent, another fifth in each fold.
    position = _position_in_class(sample.labels)
    tested = ~hidden_rows & (position % FOLDS == fold)
    trained = ~hidden_rows & ~tested
    rows = np.flatnonzero(trained)
    asked = np.flatnonzero(tested | (hidden_rows & (position % FOLDS == fold)))
    present, numbers = np.unique(sample.labels[rows], return_inverse=True)
    if not len(present):
        return []
    seen = sample.rows[rows]
    products = Products.of(seen)
    dual, bias = fit(products, numbers, len(present), ridge, _STEPS)
    urgent = np.array([name in sample.emergencies for name in sample.names])[sample.labels]
    alarm_dual, alarm_bias = fit_alarm(products, urgent[rows], ridge, _STEPS)
    scores = sample.rows[asked] @ primal(seen, np.column_stack([dual, alarm_dual]))
    logits, alarms = scores[:, :-1] + bias, scores[:, -1] + alarm_bias
    labels = tuple(sample.names[i] for i in present)
    return [
        HeldOut(
            row=row,
            meant=sample.names[sample.labels[row]],
            logits=logits[i],
            labels=labels,
            alarm=float(alarms[i]),
            hidden=bool(hidden_rows[row]),
            known=sample.known[row],
            evidence=sample.evidence[row],
        )
        for i, row in enumerate(asked.tolist())
    ]


def fit_alarm(products: Products, urgent: npt.NDArray[np.bool_], ridge: float, steps: int) -> tuple[Floats, float]:
    """Dual weights and bias of one more question: is somebody in danger, in whatever way?"""
    if not urgent.any() or urgent.all():
        return np.zeros(len(urgent), dtype=np.float32), 0.0
    dual, bias = fit(products, urgent.astype(np.int64), 2, ridge, steps)
    return dual[:, 1] - dual[:, 0], float(bias[1] - bias[0])


def _position_in_class(labels: Ints) -> Ints:
    position = np.zeros(len(labels), dtype=np.int64)
    seen: dict[int, int] = {}
    for i, label in enumerate(labels.tolist()):
        position[i] = seen.get(label, 0)
        seen[label] = int(position[i]) + 1
    return position


def _sharpness(held: Sequence[HeldOut]) -> float:
    """The scale of the logits under which the held-out truth is likeliest."""
    asked = [(item.logits, item.labels.index(item.meant)) for item in held[::3] if item.meant in item.labels]

    def loss(scale: float) -> float:
        chances = (float(decide.chances(logits * np.float32(scale))[right]) for logits, right in asked)
        return -sum(float(np.log(max(chance, 1e-9))) for chance in chances)

    coarse = min((0.5, 0.7, 0.85, 1.0, 1.2, 1.5, 2.0, 2.5, 3.0, 4.0, 6.0), key=loss)
    # Between two of them a few examples more would tip it from one to the other, and all decisions with it.
    return min((0.85 * coarse, 0.9 * coarse, 0.95 * coarse, coarse, 1.05 * coarse, 1.1 * coarse), key=loss)


def _foreign(held: Sequence[HeldOut], chances: Sequence[Floats]) -> tuple[Weighing, float, float]:
    """Foreign are the out-of-scope examples; where a catalogue has none, those of hidden intents stand in."""
    has_examples = any(item.meant == OUT_OF_SCOPE for item in held)
    numbers, truth = [], []
    for item, chance in zip(held, chances, strict=True):
        if item.hidden and has_examples:
            continue
        out = decide.place_of(OUT_OF_SCOPE, item.labels)
        numbers.append(decide.foreign_numbers(chance, item.logits, item.known, out, item.evidence))
        truth.append(item.meant == OUT_OF_SCOPE if has_examples else item.hidden)
    weighing = fit_weighing(np.array(numbers), _flags(truth))
    values = np.array([weighing(row) for row in numbers])
    # Hidden intents only stand in for what is foreign: less is believed of them.
    lowest = 0.25 if has_examples else 0.6
    familiar = values[~_flags(truth)]
    foreign_from = _threshold(familiar, _SENT_AWAY, lowest)
    return weighing, foreign_from, min(_threshold(familiar, _ONLY_ASKED, 0.0), foreign_from)


def _sure(
    held: Sequence[HeldOut], chances: Sequence[Floats], foreignness: Weighing, hardly: float
) -> tuple[Weighing, float]:
    numbers, truth, weight, familiar = [], [], [], []
    asked: list[HeldOut] = []
    for item, chance in zip(held, chances, strict=True):
        if item.best == OUT_OF_SCOPE:
            continue
        asked.append(item)
        out = decide.place_of(OUT_OF_SCOPE, item.labels)
        foreign = decide.foreign_numbers(chance, item.logits, item.known, out, item.evidence)
        numbers.append(decide.sure_numbers(chance, foreign))
        truth.append(item.right and item.meant != OUT_OF_SCOPE)
        familiar.append(foreignness(foreign) < hardly)
        weight.append(0.2 if item.hidden else 1.0)
    weighing = fit_weighing(np.array(numbers), _flags(truth), np.array(weight))
    values = np.array([weighing(row) for row in numbers])
    inside = _flags([not item.hidden and item.meant != OUT_OF_SCOPE for item in asked])
    outside = _flags([item.meant == OUT_OF_SCOPE for item in asked])
    wrong = values[inside & _flags(familiar) & ~_flags(truth)]
    total = max(int(inside.sum()), 1)
    foreign_total = sum(item.meant == OUT_OF_SCOPE for item in held)
    return weighing, max(
        _threshold_count(wrong, _WRONG_ANSWERS * total),
        _threshold_count(values[outside & _flags(familiar)], _FOREIGN_ANSWERED * foreign_total),
        0.3,
    )


def _danger(
    emergencies: frozenset[str], held: Sequence[HeldOut], chances: Sequence[Floats]
) -> tuple[Weighing | None, float, float]:
    if not emergencies:
        return None, 1.0, 1.0
    numbers, truth, barred = [], [], []
    for item, chance in zip(held, chances, strict=True):
        if item.hidden:  # without "ceiling drips" any drip is a flood: no desk is that ignorant
            continue
        places = np.flatnonzero([label in emergencies for label in item.labels])
        out = decide.place_of(OUT_OF_SCOPE, item.labels)
        numbers.append(decide.danger_numbers(chance, places, out, item.alarm, item.evidence))
        truth.append(item.meant in emergencies)
        barred.append(not item.evidence.may_be_certain)
    weighing = fit_weighing(np.array(numbers), _flags(truth), doubt=_RULE_DOUBT)
    values = np.array([weighing(row) for row in numbers])
    calm = values[~_flags(truth)]
    weighed = np.where(_flags(barred), 0.0, values)[~_flags(truth)]  # what the rules bar, no threshold need keep out
    return weighing, _threshold(calm, _FALSE_ALARMS, lowest=0.05), _threshold(weighed, _FALSE_CERTAIN, lowest=0.5)


def _threshold(values: npt.NDArray[np.float64], share: float, lowest: float) -> float:
    """The lowest point that no more than `share` of the values reach."""
    return max(_threshold_count(values, share * len(values)), lowest)


def _threshold_count(values: npt.NDArray[np.float64], count: float) -> float:
    ordered = np.sort(values)[::-1]
    place = int(count)
    return float(ordered[place]) + 1e-6 if place < len(ordered) else 0.0


def _flags(values: Sequence[bool]) -> npt.NDArray[np.bool_]:
    """Also of no values at all, which numpy would take for numbers."""
    return np.array(values, dtype=np.bool_)


def fit_weighing(
    numbers: npt.NDArray[np.float64],
    truth: npt.NDArray[np.bool_],
    weight: npt.NDArray[np.float64] | None = None,
    doubt: Sequence[float] = (),
) -> Weighing:
    """Logistic regression by Newton's method; a few columns only. `doubt` is the ridge of each, slight by default.
    Without anything to learn from (a catalogue of one or two sentences) it says neither yes nor no."""
    if not len(numbers):
        return Weighing((0.0,))
    columns = np.hstack([np.ones((len(numbers), 1)), numbers])
    balance = np.ones(len(numbers)) if weight is None else weight
    beta = np.zeros(columns.shape[1])
    ridge = np.diag([1e-6, *(doubt or [0.1] * numbers.shape[1])])
    for _ in range(25):
        chance = 1.0 / (1.0 + np.exp(-np.clip(columns @ beta, -30, 30)))
        slope = columns.T @ (balance * (truth - chance)) - ridge @ beta
        bend = (columns * (balance * chance * (1 - chance))[:, None]).T @ columns + ridge
        beta = beta + np.linalg.solve(bend + 1e-9 * np.eye(len(beta)), slope)
    return Weighing(tuple(float(round(value, 6)) for value in beta))
