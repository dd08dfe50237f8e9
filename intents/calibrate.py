"""Fitting the decision on examples that the weights have not seen.

Five times over a fifth of the intents is hidden altogether (their messages stand for what no catalogue knows) and a
fifth of the other examples is held out (they stand for messages to come).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from intents import decide
from intents.decide import Calibration, Weighing
from intents.emergency import Evidence
from intents.result import OUT_OF_SCOPE
from intents.train import Floats, Ints, fit

FOLDS = 5
_STEPS = 18

# What may go wrong on held-out examples. Real messages are stranger than examples, so these are stricter than
# what the desk can bear.
_WRONG_ANSWERS = 0.035
_FOREIGN_ANSWERED = 0.03
_SENT_AWAY = 0.01
# The rules were written with the examples in view, so that they look better on them than they are.
_RULE_DOUBT = (0.1, 0.1, 30.0, 30.0, 30.0, 30.0, 30.0)
_FALSE_ALARMS = 0.025
_FALSE_CERTAIN = 0.0025


@dataclass(frozen=True, slots=True)
class Sample:
    """All examples as the calibration needs them: similarity, label numbers, share of grams known from others."""

    kernel: Floats
    labels: Ints
    names: tuple[str, ...]
    known: Sequence[float]
    evidence: Sequence[Evidence]
    emergencies: frozenset[str]


@dataclass(frozen=True, slots=True)
class HeldOut:
    """One example scored by weights that have not seen it. `hidden`: its intent was not among the labels."""

    row: int
    logits: Floats
    labels: Ints
    alarm: float
    hidden: bool


def calibrate(sample: Sample, ridge: float) -> Calibration:
    """Fit sharpness, the three weighings and their thresholds. Deterministic."""
    held = [item for fold in range(FOLDS) for item in held_out(sample, fold, ridge)]
    sharpness = _sharpness(sample, held)
    chances = [decide.chances(item.logits, sharpness) for item in held]
    foreign, foreign_from = _foreign(sample, held, chances)
    sure, answer_from = _sure(sample, held, chances)
    danger, possible_from, certain_from = _danger(sample, held, chances)
    return Calibration(
        sharpness=sharpness,
        sure=sure,
        answer_from=answer_from,
        confirm_from=min(0.4, answer_from),
        foreign=foreign,
        foreign_from=foreign_from,
        danger=danger,
        possible_from=possible_from,
        certain_from=certain_from,
    )


def held_out(sample: Sample, fold: int, ridge: float) -> list[HeldOut]:
    """One round: weights trained without a fifth of the intents and a fifth of the rest, asked about both."""
    order = np.random.default_rng(fold * 7919 + 1).permutation(len(sample.names))
    keep_always = {i for i, name in enumerate(sample.names) if name == OUT_OF_SCOPE}
    hidden = np.array([i % FOLDS == fold for i in np.argsort(order)])
    hidden[list(keep_always)] = False
    hidden_rows = hidden[sample.labels]
    # Every fifth example of each intent, another fifth in each fold.
    position = _position_in_class(sample.labels)
    tested = ~hidden_rows & (position % FOLDS == fold)
    trained = ~hidden_rows & ~tested
    present = np.unique(sample.labels[trained])
    numbers = np.full(len(sample.names), -1, dtype=np.int64)
    numbers[present] = np.arange(len(present))
    rows = np.flatnonzero(trained)
    kernel = np.ascontiguousarray(sample.kernel[np.ix_(rows, rows)])
    dual, bias = fit(kernel, numbers[sample.labels[rows]], len(present), ridge, _STEPS)
    urgent = np.array([name in sample.emergencies for name in sample.names])[sample.labels]
    alarm_dual, alarm_bias = fit_alarm(kernel, urgent[rows], ridge, _STEPS)
    asked = np.flatnonzero(tested | (hidden_rows & (position % FOLDS == fold)))
    near = sample.kernel[np.ix_(asked, rows)]
    logits, alarms = near @ dual + bias, near @ alarm_dual + alarm_bias
    return [
        HeldOut(int(row), logits[i], present, float(alarms[i]), bool(hidden_rows[row])) for i, row in enumerate(asked)
    ]


def fit_alarm(kernel: Floats, urgent: npt.NDArray[np.bool_], ridge: float, steps: int) -> tuple[Floats, float]:
    """Dual weights and bias of one more question: is somebody in danger, in whatever way?"""
    if not urgent.any() or urgent.all():
        return np.zeros(len(urgent), dtype=np.float32), 0.0
    dual, bias = fit(kernel, urgent.astype(np.int64), 2, ridge, steps)
    return dual[:, 1] - dual[:, 0], float(bias[1] - bias[0])


def _position_in_class(labels: Ints) -> Ints:
    position = np.zeros(len(labels), dtype=np.int64)
    seen: dict[int, int] = {}
    for i, label in enumerate(labels.tolist()):
        position[i] = seen.get(label, 0)
        seen[label] = int(position[i]) + 1
    return position


def _sharpness(sample: Sample, held: Sequence[HeldOut]) -> float:
    """The scale of the logits under which the held-out truth is likeliest."""

    def loss(scale: float) -> float:
        total = 0.0
        for item in held[::3]:
            if not item.hidden:
                chance = decide.chances(item.logits, scale)
                right = np.flatnonzero(item.labels == sample.labels[item.row])
                total -= float(np.log(max(float(chance[right].sum()), 1e-9)))
        return total

    return float(min((0.5, 0.7, 0.85, 1.0, 1.2, 1.5, 2.0, 2.5, 3.0, 4.0, 6.0), key=loss))


def _foreign(sample: Sample, held: Sequence[HeldOut], chances: Sequence[Floats]) -> tuple[Weighing, float]:
    """Foreign are the out-of-scope examples; where a catalogue has none, those of hidden intents stand in."""
    names = sample.names
    out = names.index(OUT_OF_SCOPE) if OUT_OF_SCOPE in names else None
    numbers, truth = [], []
    for item, chance in zip(held, chances, strict=True):
        is_foreign = item.hidden if out is None else sample.labels[item.row] == out
        if item.hidden and out is not None:
            continue
        place = None if out is None else int(np.flatnonzero(item.labels == out)[0])
        numbers.append(decide.foreign_numbers(chance, item.logits, sample.known[item.row], place))
        truth.append(bool(is_foreign))
    weighing = fit_weighing(np.array(numbers), np.array(truth))
    values = np.array([weighing(row) for row in numbers])
    return weighing, _threshold(values[~np.array(truth)], _SENT_AWAY, lowest=0.5)


def _sure(sample: Sample, held: Sequence[HeldOut], chances: Sequence[Floats]) -> tuple[Weighing, float]:
    numbers, truth, weight, counted = [], [], [], []
    for item, chance in zip(held, chances, strict=True):
        name = sample.names[sample.labels[item.row]]
        best = sample.names[item.labels[int(chance.argmax())]]
        if best == OUT_OF_SCOPE:
            continue
        numbers.append(decide.sure_numbers(chance))
        truth.append(not item.hidden and (best == name or best.startswith(f"{name}.")))
        weight.append(0.2 if item.hidden else 1.0)
        counted.append(not item.hidden and name != OUT_OF_SCOPE)
    weighing = fit_weighing(np.array(numbers), np.array(truth), np.array(weight))
    values = np.array([weighing(row) for row in numbers])
    right, inside = np.array(truth), np.array(counted)
    total = max(int(inside.sum()), 1)
    wrong = values[inside & ~right]
    foreign = values[~inside & ~right]
    enough = _threshold_count(wrong, _WRONG_ANSWERS * total)
    return weighing, max(enough, _threshold(foreign, 0.25, lowest=0.3) if len(foreign) else 0.0)


def _danger(sample: Sample, held: Sequence[HeldOut], chances: Sequence[Floats]) -> tuple[Weighing | None, float, float]:
    if not sample.emergencies:
        return None, 1.0, 1.0
    names = sample.names
    is_emergency = np.array([name in sample.emergencies for name in names])
    numbers, truth = [], []
    for item, chance in zip(held, chances, strict=True):
        urgent = bool(is_emergency[sample.labels[item.row]])
        if item.hidden and urgent:
            continue
        places = np.flatnonzero(is_emergency[item.labels])
        out = decide.place_of(OUT_OF_SCOPE, [names[label] for label in item.labels])
        numbers.append(decide.danger_numbers(chance, places, out, item.alarm, sample.evidence[item.row]))
        truth.append(urgent)
    weighing = fit_weighing(np.array(numbers), np.array(truth), doubt=_RULE_DOUBT)
    values = np.array([weighing(row) for row in numbers])
    calm = values[~np.array(truth)]
    return weighing, _threshold(calm, _FALSE_ALARMS, lowest=0.05), _threshold(calm, _FALSE_CERTAIN, lowest=0.5)


def _threshold(values: npt.NDArray[np.float64], share: float, lowest: float) -> float:
    """The lowest point that no more than `share` of the values reach."""
    return max(_threshold_count(values, share * len(values)), lowest)


def _threshold_count(values: npt.NDArray[np.float64], count: float) -> float:
    ordered = np.sort(values)[::-1]
    place = int(count)
    return float(ordered[place]) + 1e-6 if place < len(ordered) else 0.0


def fit_weighing(
    numbers: npt.NDArray[np.float64],
    truth: npt.NDArray[np.bool_],
    weight: npt.NDArray[np.float64] | None = None,
    doubt: Sequence[float] = (),
) -> Weighing:
    """Logistic regression by Newton's method; a few columns only. `doubt` is the ridge of each, slight by default."""
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
