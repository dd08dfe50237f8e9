"""Training in a process of its own hands over the same weights, and says what went wrong. Whatever became of the cache,
the process that asks for them never trains itself."""

from __future__ import annotations

import resource
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from intents import cache, elsewhere, learn
from intents.__main__ import main
from intents.catalogue import Catalogue
from intents.elsewhere import TrainingError, recogniser_for
from intents.recognise import Recogniser


async def test_a_child_trains_what_would_be_trained_here(small_catalogue: Catalogue, tmp_path: Path) -> None:
    there = await recogniser_for(small_catalogue, tmp_path)
    assert cache.is_stored(tmp_path, small_catalogue)
    here = Recogniser.train(small_catalogue, None)
    assert names_in(tmp_path) == [cache._file(tmp_path, small_catalogue).name], "it was not trained twice"
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


def names_in(folder: Path) -> list[str]:
    return [file.name for file in folder.iterdir()]


@pytest.fixture
def only_children_learn(monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_: object) -> None:
        raise AssertionError("the process that serves owners was made to train")

    monkeypatch.setattr(learn, "learn", refused)


@pytest.fixture
def small_files(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """What is written here, or by children, ends after a few letters, as on a full disk."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (20, hard))
    yield
    resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def damaged(file: Path) -> None:
    file.write_bytes(b"no weights at all")


def a_folder(file: Path) -> None:
    file.mkdir()


def no_folder_around_it(file: Path) -> None:
    file.parent.rmdir()
    file.parent.write_text("a file where the folder was meant to be", encoding="utf-8")


@pytest.mark.usefixtures("only_children_learn")
@pytest.mark.parametrize("spoilt", [damaged, a_folder, no_folder_around_it])
async def test_where_the_cache_is_of_no_use_a_child_trains_all_the_same(
    spoilt: Callable[[Path], None], small_catalogue: Catalogue, tmp_path: Path
) -> None:
    folder = tmp_path / "cache"
    folder.mkdir()
    spoilt(cache._file(folder, small_catalogue))
    assert (await recogniser_for(small_catalogue, folder)).match("i lost my key").intent == "lost.key"


@pytest.mark.usefixtures("only_children_learn")
async def test_a_damaged_file_is_mended_for_the_next_start(small_catalogue: Catalogue, tmp_path: Path) -> None:
    damaged(cache._file(tmp_path, small_catalogue))
    await recogniser_for(small_catalogue, tmp_path)
    assert cache.load(tmp_path, small_catalogue) is not None


@pytest.mark.usefixtures("only_children_learn")
async def test_why_the_next_start_will_train_again_is_said(
    small_catalogue: Catalogue, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    a_folder(cache._file(tmp_path, small_catalogue))
    await recogniser_for(small_catalogue, tmp_path)
    assert f"cannot be kept in {tmp_path} (Is a directory)" in caplog.text


@pytest.mark.usefixtures("only_children_learn", "small_files")
async def test_a_full_disk_is_told_with_what_to_do(small_catalogue: Catalogue, tmp_path: Path) -> None:
    with pytest.raises(TrainingError, match=rf"kept in none of {tmp_path} .*\(File too large\); make room") as told:
        await recogniser_for(small_catalogue, tmp_path)
    assert "\n" not in str(told.value)
    assert names_in(tmp_path) == []


@pytest.mark.usefixtures("small_files")
def test_whoever_trains_ahead_hears_that_nothing_was_kept(
    small_folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["train", "--catalogue", str(small_folder), "--cache", str(tmp_path)]) == 2
    assert "make room" in capsys.readouterr().err


async def test_weights_are_read_beside_what_is_served(
    small_catalogue: Catalogue, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    Recogniser.train(small_catalogue, tmp_path)
    threads: list[int] = []
    load = cache.load

    def watched(*arguments: object) -> object:
        threads.append(threading.get_ident())
        return load(*arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(cache, "load", watched)
    await recogniser_for(small_catalogue, tmp_path)
    assert threads
    assert threading.get_ident() not in threads


async def test_a_system_that_starts_no_process_is_told_in_one_line(
    small_catalogue: Catalogue, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(elsewhere.sys, "executable", "/no/such/python")
    with pytest.raises(TrainingError, match="No such file or directory"):
        await recogniser_for(small_catalogue, None)


def test_a_catalogue_survives_the_way_to_another_process(shipped_catalogue: Catalogue) -> None:
    arrived = Catalogue.of_json(shipped_catalogue.as_json())
    assert arrived == shipped_catalogue
    assert arrived.digest == shipped_catalogue.digest, "what is trained for it is not found"
