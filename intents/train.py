"""Training: sparse features -> one weight vector per intent. Multinomial logistic regression, classes balanced.

With some ten thousand examples and a hundred thousand grams the dual form is the small one: a number for each example
and intent. What each step needs of the products of every two examples (n x n) is their sum alone, so they are never
written out. Only processes that train load scipy, the service never does.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

if TYPE_CHECKING:
    from scipy.sparse import csr_array

Floats = npt.NDArray[np.float32]
Ints = npt.NDArray[np.int64]


_BIAS = np.float32(0.05)


@dataclass(frozen=True, slots=True)
class Products:
    """The products of every two rows, as a matrix that is only ever multiplied with others.

    A column that stands in one row alone multiplies that row with itself and no other: all such are one number a row
    (`alone`), which leaves half the columns."""

    shared: csr_array
    turned: csr_array
    alone: Floats

    @classmethod
    def of(cls, rows: csr_array) -> Products:
        """`rows` hold each column at most once a row."""
        is_shared = np.bincount(rows.indices, minlength=rows.shape[1]) > 1
        shared = rows[:, np.flatnonzero(is_shared)]
        alone = rows[:, np.flatnonzero(~is_shared)]
        return cls(shared, shared.T.tocsr(), alone.power(2).sum(axis=1).astype(np.float32))

    def __matmul__(self, vectors: Floats) -> Floats:
        result: Floats = self.shared @ (self.turned @ vectors)
        result += self.alone[:, None] * vectors
        return result


def fit(
    products: Products, labels: Ints, classes: int, ridge: float, steps: int, memory: int = 8
) -> tuple[Floats, Floats]:
    """Dual weights (n x classes) and the bias of each class.

    Minimises balanced cross-entropy + ridge/2 * ||w||^2 by limited-memory BFGS whose inner product is that of the rows.
    """
    n = len(labels)
    counts = np.bincount(labels, minlength=classes).astype(np.float32)
    weight = (n / (classes * counts[labels])) ** 0.5
    weight = (weight / weight.mean()).astype(np.float32)[:, None]
    target = np.zeros((n, classes), dtype=np.float32)
    target[np.arange(n), labels] = 1.0
    dual = np.zeros((n, classes), dtype=np.float32)
    score = np.zeros_like(dual)
    past: list[tuple[Floats, Floats, Floats, Floats, float]] = []
    before: tuple[Floats, Floats] | None = None
    step_taken: tuple[Floats, Floats] | None = None
    for _ in range(steps):
        gradient = weight * (_softmax(score) - target) + np.float32(ridge) * dual
        # The bias is a constant feature: it adds the same to every product.
        image = products @ gradient + _BIAS * gradient.sum(axis=0)
        if before is not None and step_taken is not None:
            change, change_image = gradient - before[0], image - before[1]
            curvature = _product(step_taken[0], change_image)
            if curvature > 1e-10:
                past = [*past[1 - memory :], (*step_taken, change, change_image, curvature)]
        direction, direction_image = _direction(gradient, image, past)
        size = _line_search(score, dual, direction, direction_image, target, weight, ridge)
        if size == 0.0:
            break
        before = gradient, image
        step_taken = size * direction, size * direction_image
        dual = dual + step_taken[0]
        score = score + step_taken[1]
    return dual, _BIAS * dual.sum(axis=0)


def _direction(
    gradient: Floats, image: Floats, past: Sequence[tuple[Floats, Floats, Floats, Floats, float]]
) -> tuple[Floats, Floats]:
    """The two-loop recursion, carried out on a vector and its image under the products side by side."""
    q, kq = gradient.copy(), image.copy()
    factors = []
    for step, _, change, change_image, curvature in reversed(past):
        factor = np.float32(_product(step, kq) / curvature)
        factors.append(factor)
        q -= factor * change
        kq -= factor * change_image
    if past:
        _, _, change, change_image, curvature = past[-1]
        scale = np.float32(curvature / max(_product(change, change_image), 1e-20))
        q *= scale
        kq *= scale
    for (step, step_image, _, change_image, curvature), factor in zip(past, reversed(factors), strict=True):
        back = factor - np.float32(_product(change_image, q) / curvature)
        q += back * step
        kq += back * step_image
    return -q, -kq


def _line_search(
    score: Floats, dual: Floats, direction: Floats, image: Floats, target: Floats, weight: Floats, ridge: float
) -> np.float32:
    """A step at which the slope along the direction has mostly vanished: safeguarded Newton on one variable."""
    linear = ridge * _product(dual, image)
    square = ridge * _product(direction, image)

    def slope_and_bend(size: float) -> tuple[float, float]:
        chance = _softmax(score + np.float32(size) * image)
        slope = _product(weight * (chance - target), image) + linear + size * square
        mean = (chance * image).sum(axis=1, keepdims=True)
        return slope, _product(weight * chance, (image - mean) ** 2) + square

    start, bend = slope_and_bend(0.0)
    if not start < 0 or bend <= 0:
        return np.float32(0.0)
    low, high = 0.0, np.inf
    size = -start / bend
    for _ in range(6):
        slope, bend = slope_and_bend(size)
        if abs(slope) <= 0.2 * abs(start):
            break
        low, high = (size, high) if slope < 0 else (low, size)
        guess = size - slope / bend
        size = guess if low < guess < min(high, 4 * low + size) else (low + min(high, 4 * size)) / 2
    return np.float32(size)


def _product(one: Floats, other: Floats) -> float:
    """The inner product, summed at double width: a sum in single width differs from machine to machine by as much as
    would turn a later step another way."""
    return float((one * other).sum(dtype=np.float64))


def _softmax(score: Floats) -> Floats:
    shifted = score - score.max(axis=1, keepdims=True)
    raised = np.exp(shifted)
    result: Floats = raised / raised.sum(axis=1, keepdims=True)
    return result


def primal(rows: csr_array, dual: Floats) -> Floats:
    """One row of weights per column of the data (width x classes)."""
    weights: Floats = rows.T.tocsr() @ dual
    return weights
