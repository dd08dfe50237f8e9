"""The arithmetic under the recogniser: similarity, fitting, weighing."""

from __future__ import annotations

import numpy as np

from intents.calibrate import fit_weighing
from intents.train import Sparse, fit, primal, similarity


def some_rows(seed: int = 3, height: int = 40, width: int = 30) -> tuple[Sparse, np.ndarray]:
    dense = np.random.default_rng(seed).random((height, width)).astype(np.float32)
    dense[dense < 0.7] = 0
    owner, columns = np.nonzero(dense)
    starts = np.concatenate([[0], np.cumsum((dense > 0).sum(axis=1))])
    return Sparse(starts, columns, dense[owner, columns], width), dense


def test_similarity_equals_the_dense_product_however_columns_are_treated() -> None:
    rows, dense = some_rows()
    for dense_share in (0.0, 0.3, 1.0):
        assert np.allclose(similarity(rows, dense_share=dense_share, chunk=7), dense @ dense.T, atol=1e-5)


def test_fitting_separates_what_can_be_separated() -> None:
    rows, dense = some_rows()
    labels = (dense[:, 0] + dense[:, 1] > dense[:, 2] + dense[:, 3]).astype(np.int64)
    dual, bias = fit(similarity(rows), labels, 2, ridge=0.01, steps=60)
    scores = similarity(rows) @ dual + bias
    assert (scores.argmax(axis=1) == labels).mean() > 0.95
    assert np.allclose(dense @ primal(rows, dual) + bias, scores, atol=1e-3)


def test_the_fit_has_reached_its_optimum() -> None:
    rows, _ = some_rows()
    labels = np.arange(40, dtype=np.int64) % 3
    short, _ = fit(similarity(rows), labels, 3, ridge=0.5, steps=60)
    long, _ = fit(similarity(rows), labels, 3, ridge=0.5, steps=200)
    assert np.allclose(short, long, atol=2e-3)


def test_weighing_learns_the_direction() -> None:
    numbers = np.array([[x, 0.0] for x in np.linspace(-2, 2, 60)])
    weighing = fit_weighing(numbers, numbers[:, 0] > 0)
    assert weighing([1.5, 0.0]) > 0.9
    assert weighing([-1.5, 0.0]) < 0.1
