"""The calibration: which unseen examples decide from when on somebody is surely in danger."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from intents.calibrate import HeldOut, calibrate
from intents.emergency import Evidence

LABELS = ("calm.matter", "danger.fire")
DANGERS = frozenset({"danger.fire"})


def example(meant: str, alarm: float, found: Evidence | None = None) -> HeldOut:
    """One unseen example whose letters speak as strongly for danger as its alarm does."""
    logits = np.array([0.0, alarm], dtype=np.float32)
    return HeldOut(0, meant, logits, LABELS, alarm, False, 1.0, found or Evidence(strength=1))


@pytest.fixture
def usual() -> list[HeldOut]:
    """Calm examples far from danger, dangers near it, and a few of each between."""
    calm = [example("calm.matter", -6.0 + 0.01 * place) for place in range(500)]
    return calm + [example("danger.fire", 1.0 + 0.01 * place) for place in range(200)]


def certain_from(held: list[HeldOut]) -> float:
    return calibrate(held, DANGERS).certain_from


def test_a_calm_example_that_looks_like_danger_raises_the_bar(usual: list[HeldOut]) -> None:
    lookalikes = [example("calm.matter", 2.0)] * 5
    assert certain_from([*usual, *lookalikes]) > certain_from(usual)


def test_what_is_of_no_known_intent_does_not(usual: list[HeldOut]) -> None:
    unknown = [replace(example("calm.matter", 9.0), hidden=True)] * 20
    assert certain_from([*usual, *unknown]) == certain_from(usual)


def test_what_the_rules_keep_from_being_certain_does_not_either(usual: list[HeldOut]) -> None:
    of_a_film = [example("calm.matter", 2.0, Evidence(strength=1, told=True))] * 5
    of_here = [example("calm.matter", 2.0, Evidence(strength=1))] * 5
    assert certain_from([*usual, *of_a_film]) < certain_from([*usual, *of_here])
