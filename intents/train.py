"""Training: sparse features -> one weight vector per intent. Multinomial logistic regression, classes balanced.

With a few thousand examples and a hundred thousand grams the dual form is the small one: the similarity of every
two examples (n x n) is computed once, and each step is one matrix product. Needs numpy only.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float32]
Ints = npt.NDArray[np.int64]


_BIAS = np.float32(0.05)


@dataclass(frozen=True, slots=True)
class Sparse:
    """Rows of (column, value): row i is `columns[starts[i]:starts[i + 1]]`."""

    starts: Ints
    columns: Ints
    values: Floats
    width: int

    @property
    def height(self) -> int:
        return len(self.starts) - 1

    def row_numbers(self) -> Ints:
        """The row of every stored value."""
        return np.repeat(np.arange(self.height), np.diff(self.starts))


_BAND = 1024


def similarity(rows: Sparse, dense_share: float = 1 / 16, chunk: int = 1024) -> Floats:
    """The n x n matrix of dot products of rows.

    Columns that stand in more than `dense_share` of the rows go through dense products, all others row by row through
    the lists of who shares a column: each way where it is the cheaper one."""
    n = rows.height
    owner = rows.row_numbers()
    frequency = np.bincount(rows.columns, minlength=rows.width)
    is_dense = frequency > dense_share * n
    result = _rare(rows, owner, ~is_dense[rows.columns], frequency)
    dense = np.flatnonzero(is_dense)
    place = np.full(rows.width, -1, dtype=np.int64)
    for at in range(0, len(dense), chunk):
        part = dense[at : at + chunk]
        place[:] = -1
        place[part] = np.arange(len(part))
        inside = place[rows.columns] >= 0
        block = np.zeros((n, len(part)), dtype=np.float32)
        block[owner[inside], place[rows.columns[inside]]] = rows.values[inside]
        for start in range(0, n, _BAND):  # in bands, so that no second matrix of that size is needed
            result[start : start + _BAND, start:] += block[start : start + _BAND] @ block[start:].T
    _mirror(result)
    return result


def _rare(rows: Sparse, owner: Ints, rare: npt.NDArray[np.bool_], frequency: npt.NDArray[np.intp]) -> Floats:
    """The upper half of the products over the stored values that are marked: each row is multiplied with itself and
    those after it only."""
    order = np.flatnonzero(rare)[np.argsort(rows.columns[rare], kind="stable")]
    sharers, shared = owner[order], rows.values[order].astype(np.float64)
    left = np.where(np.bincount(rows.columns[rare], minlength=rows.width) > 0, frequency, 0)
    begins = np.cumsum(left) - left
    result = np.zeros((rows.height, rows.height), dtype=np.float32)
    for i in range(rows.height):
        at = np.arange(rows.starts[i], rows.starts[i + 1])
        at = at[rare[at]]
        columns = rows.columns[at]
        sizes = left[columns]
        # Places in the lists of all these columns, one list after the other, from this row on.
        places = np.repeat(begins[columns] - np.cumsum(sizes) + sizes, sizes) + np.arange(sizes.sum())
        products = np.repeat(rows.values[at].astype(np.float64), sizes) * shared[places]
        result[i] = np.bincount(sharers[places], weights=products, minlength=rows.height)
        begins[columns] += 1
        left[columns] -= 1
    return result


def _mirror(matrix: Floats) -> None:
    """Fill the lower half from the upper one, block by block."""
    for top in range(0, len(matrix), _BAND):
        band = matrix[top : top + _BAND, top:]
        square = band[:, : len(band)]
        square[:] = np.triu(square) + np.triu(square, 1).T
        matrix[top + len(band) :, top : top + len(band)] = band[:, len(band) :].T


def fit(kernel: Floats, labels: Ints, classes: int, ridge: float, steps: int, memory: int = 8) -> tuple[Floats, Floats]:
    """Dual weights (n x classes) and the bias of each class.

    Minimises balanced cross-entropy + ridge/2 * ||w||^2 by limited-memory BFGS whose inner product is the kernel's.
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
        image = kernel @ gradient + _BIAS * gradient.sum(axis=0)
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
    """The two-loop recursion, carried out on a vector and its image under the kernel side by side."""
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


def primal(rows: Sparse, dual: Floats) -> Floats:
    """One row of weights per column of the data (width x classes)."""
    weights = np.zeros((rows.width, dual.shape[1]), dtype=np.float32)
    owner = rows.row_numbers()
    order = np.argsort(rows.columns, kind="stable")
    for at in range(0, len(order), 100_000):
        part = order[at : at + 100_000]
        columns, first = np.unique(rows.columns[part], return_index=True)
        weights[columns] += np.add.reduceat(rows.values[part, None] * dual[owner[part]], first, axis=0)
    return weights
