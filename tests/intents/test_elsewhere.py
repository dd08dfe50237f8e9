"""Training in a process of its own hands over the same weights, and says what went wrong."""

from __future__ import annotations

from pathlib import Path

import pytest

from intents import cache, elsewhere
from intents.catalogue import Catalogue
from intents.elsewhere import TrainingError, recogniser_for
from intents.recognise import Recogniser


async def test_a_child_trains_what_would_be_trained_here(small_catalogue: Catalogue, tmp_path: Path) -> None:
    there = await recogniser_for(small_catalogue, tmp_path)
    assert cache.is_stored(tmp_path, small_catalogue)
    here = Recogniser.train(small_catalogue, None)
    for text in ("how do i pay", "my key is lost", "when do you close", "what a nice day"):
        assert there.match(text) == here.match(text)


async def test_without_a_folder_the_weights_are_handed_over_all_the_same(small_catalogue: Catalogue) -> None:
    assert (await recogniser_for(small_catalogue, None)).match("i lost my key").intent == "lost.key"


async def test_a_child_that_fails_says_why(
    small_catalogue: Catalogue, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(elsewhere.sys, "executable", "/bin/false")
    with pytest.raises(TrainingError, match="exit code 1"):
        await recogniser_for(small_catalogue, tmp_path)


def test_a_catalogue_survives_the_way_to_another_process(shipped_catalogue: Catalogue) -> None:
    assert Catalogue.of_json(shipped_catalogue.as_json()) == shipped_catalogue
