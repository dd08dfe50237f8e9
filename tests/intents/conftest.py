"""Recognisers to ask: the shipped one (trained once per machine) and a small one of our own."""

from __future__ import annotations

from pathlib import Path

import pytest

from intents.cache import default_folder
from intents.catalogue import Catalogue, load_catalogue, shipped_catalogue_path
from intents.recognise import Recogniser

SHARED = Path(__file__).resolve().parents[3] / "shared"

SMALL = """
pay.bill:
  title: paying a bill
  examples: [how do I pay my bill, where can I pay, pay by card please, can I pay online, paying the invoice,
             which account do I pay into, is there a way to pay with my phone, I would like to pay]
lost.key:
  title: a lost key
  examples: [I lost my key, my key is gone, cannot find the key, need a new key, key got stolen,
             how much is a second key, someone took my keys, left the key on the bus]
open.hours:
  title: opening hours
  examples: [when are you open, what time do you close, are you open on sunday, opening hours please,
             until when is the desk open, closed at noon?, do you open early, hours on holidays]
"""


@pytest.fixture(scope="session")
def shipped_catalogue() -> Catalogue:
    return load_catalogue(shipped_catalogue_path())


@pytest.fixture(scope="session")
def shipped(shipped_catalogue: Catalogue) -> Recogniser:
    """The recogniser that the service starts with; its weights are cached beside the checkout."""
    return Recogniser.train(shipped_catalogue, default_folder())


@pytest.fixture(scope="session")
def small_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A catalogue folder with ids of its own and no `intents.yaml`."""
    folder = tmp_path_factory.mktemp("catalogue")
    (folder / "en").mkdir()
    (folder / "en" / "desk.yaml").write_text(SMALL, encoding="utf-8")
    return folder


@pytest.fixture(scope="session")
def small_catalogue(small_folder: Path) -> Catalogue:
    return load_catalogue(small_folder)


@pytest.fixture(scope="session")
def small(small_catalogue: Catalogue) -> Recogniser:
    return Recogniser.train(small_catalogue, None)
