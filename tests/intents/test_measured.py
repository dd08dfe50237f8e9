"""Floors, somewhat below what was reached, on labelled messages that no example was written from."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from intents import evaluate, messages
from intents.catalogue import load_catalogue, shipped_catalogue_path
from intents.evaluate import Result
from intents.recognise import Recogniser
from tests.intents.conftest import SHARED

pytestmark = pytest.mark.skipif(not SHARED.is_dir(), reason="the shared reference folder is not beside this checkout")

AT_LEAST = {
    "in scope: best right": 0.94,
    "in scope: right among three": 0.98,
    "no emergency: answered right": 0.73,
    "no emergency: served right": 0.96,
    "out of scope: recognised": 0.7,
    "emergencies: found": 0.99,
    "emergencies: certain": 0.94,
}
AT_MOST = {
    "no emergency: answered wrong": 0.02,
    "in scope: sent away": 0.01,
    "out of scope: answered": 0.03,
    "no emergency: called certain": 0.005,
    "no emergency: called either": 0.04,
}


@pytest.fixture(scope="module")
def figures(shipped: Recogniser) -> dict[str, float]:
    asked = messages.labelled(SHARED / "messages" / "dev.jsonl")
    results = [Result(message, shipped.match(message.text)) for message in asked]
    emergencies = {intent.id for intent in shipped.catalogue.intents.values() if intent.kind == "emergency"}
    return evaluate.figures(results, emergencies)


@pytest.mark.parametrize(("name", "floor"), AT_LEAST.items())
def test_as_good_as_it_was(figures: dict[str, float], name: str, floor: float) -> None:
    assert figures[name] >= floor


@pytest.mark.parametrize(("name", "ceiling"), AT_MOST.items())
def test_as_careful_as_it_was(figures: dict[str, float], name: str, ceiling: float) -> None:
    assert figures[name] <= ceiling


def test_no_example_is_copied_from_the_labelled_set() -> None:
    from intents.alike import copies
    from intents.written import written

    asked = [message.text for message in messages.labelled(SHARED / "messages" / "dev.jsonl")]
    assert list(copies(written(shipped_catalogue_path()), asked)) == []


def test_a_catalogue_that_nobody_here_wrote(tmp_path: Path) -> None:
    """BANKING77 with ten examples an intent, through an outside folder."""
    data = SHARED / "datasets" / "banking77"
    by_intent: dict[str, list[str]] = {}
    for line in (data / "train10.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        by_intent.setdefault(row["intent"], []).append(row["text"])
    (tmp_path / "en").mkdir()
    content = {intent: {"examples": texts} for intent, texts in by_intent.items()}
    (tmp_path / "en" / "banking.yaml").write_text(json.dumps(content), encoding="utf-8")
    recogniser = Recogniser.train(load_catalogue(tmp_path), None)
    asked = messages.labelled(data / "test.jsonl")[::4]
    right = sum(recogniser.match(message.text).intent == message.intents[0] for message in asked)
    assert right / len(asked) >= 0.75
