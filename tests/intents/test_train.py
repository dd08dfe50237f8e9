"""The arithmetic under the recogniser: products, fitting, weighing."""

from __future__ import annotations

import numpy as np
from scipy.sparse import csr_array

from intents.calibrate import fit_weighing
from intents.train import Products, fit, primal


def some_rows(seed: int = 3, height: int = 40, width: int = 30) -> tuple[csr_array, np.ndarray]:
    dense = np.random.default_rng(seed).random((height, width)).astype(np.float32)
    dense[dense < 0.7] = 0
    return csr_array(dense), dense


def test_products_equal_those_of_the_whole_matrix_whoever_shares_a_column() -> None:
    _, dense = some_rows()
    dense[1:, :7] = 0
    vectors = np.random.default_rng(4).random((40, 5)).astype(np.float32)
    assert np.allclose(Products.of(csr_array(dense)) @ vectors, dense @ dense.T @ vectors, atol=1e-4)


def test_fitting_separates_what_can_be_separated() -> None:
    rows, dense = some_rows()
    labels = (dense[:, 0] + dense[:, 1] > dense[:, 2] + dense[:, 3]).astype(np.int64)
    dual, bias = fit(Products.of(rows), labels, 2, ridge=0.01, steps=60)
    scores = dense @ dense.T @ dual + bias
    assert (scores.argmax(axis=1) == labels).mean() > 0.95
    assert np.allclose(dense @ primal(rows, dual) + bias, scores, atol=1e-3)


def test_the_fit_has_reached_its_optimum() -> None:
    rows, _ = some_rows()
    labels = np.arange(40, dtype=np.int64) % 3
    short, _ = fit(Products.of(rows), labels, 3, ridge=0.5, steps=60)
    long, _ = fit(Products.of(rows), labels, 3, ridge=0.5, steps=200)
    assert np.allclose(short, long, atol=2e-3)


def test_weighing_learns_the_direction() -> None:
    numbers = np.array([[x, 0.0] for x in np.linspace(-2, 2, 60)])
    weighing = fit_weighing(numbers, numbers[:, 0] > 0)
    assert weighing([1.5, 0.0]) > 0.9
    assert weighing([-1.5, 0.0]) < 0.1
