"""Weights kept on disk: whatever became of the file, the recogniser is trained anew and nobody notices."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO

import pytest

from intents import cache
from intents.catalogue import Catalogue
from intents.recognise import Recogniser


def kept(folder: Path) -> Path:
    (file,) = folder.glob("weights-*.npz")
    return file


def flipped(content: bytes) -> bytes:
    middle = len(content) // 2
    return content[:middle] + bytes([content[middle] ^ 0xFF]) + content[middle + 1 :]


DAMAGE: dict[str, Callable[[bytes], bytes]] = {
    "empty": lambda _: b"",
    "cut short": lambda content: content[: len(content) // 2],
    "one byte missing": lambda content: content[:-1],
    "one byte changed": flipped,
    "only its first letters": lambda _: b"PK\x03\x04 and nothing more",
    "something else": lambda _: b"Dear council, " * 40,
}


@pytest.mark.parametrize("damage", DAMAGE.values(), ids=DAMAGE.keys())
def test_a_damaged_file_is_made_anew(
    damage: Callable[[bytes], bytes], small_catalogue: Catalogue, tmp_path: Path
) -> None:
    Recogniser.train(small_catalogue, tmp_path)
    file = kept(tmp_path)
    whole = file.read_bytes()
    file.unlink()
    file.write_bytes(damage(whole))
    assert Recogniser.train(small_catalogue, tmp_path).match("I lost my key").intent == "lost.key"
    assert cache.load(tmp_path, small_catalogue) is not None


def test_where_nothing_can_be_kept_it_works_all_the_same(small_catalogue: Catalogue, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder", encoding="utf-8")
    for folder in (tmp_path / "file", tmp_path / "file" / "below"):
        assert Recogniser.train(small_catalogue, folder).match("I lost my key").intent == "lost.key"


def test_a_file_that_cannot_be_put_in_its_place_leaves_nothing_behind(
    small_catalogue: Catalogue, tmp_path: Path
) -> None:
    Recogniser.train(small_catalogue, tmp_path)
    taken = kept(tmp_path)
    taken.unlink()
    taken.mkdir()
    Recogniser.train(small_catalogue, tmp_path)
    assert list(tmp_path.iterdir()) == [taken]


def test_what_is_in_use_is_forgotten_last(small_catalogue: Catalogue, tmp_path: Path) -> None:
    Recogniser.train(small_catalogue, tmp_path)
    used = kept(tmp_path)
    os.utime(used, (1, 1))
    for number in range(20):
        (tmp_path / f"weights-{number}.npz").write_bytes(b"")
        os.utime(tmp_path / f"weights-{number}.npz", (2, 2))
    Recogniser.train(small_catalogue, tmp_path)
    other = small_catalogue.with_examples({"lost.key": {"en": ("where did I leave that key",)}})
    Recogniser.train(other, tmp_path)
    assert used.exists()
    assert len(list(tmp_path.glob("weights-*.npz"))) < 20


def test_what_services_have_mapped_is_not_written_over(small_catalogue: Catalogue, tmp_path: Path) -> None:
    Recogniser.train(small_catalogue, tmp_path)
    in_use = kept(tmp_path)
    assert not stat.S_IMODE(in_use.stat().st_mode) & 0o222
    served = cache.load(tmp_path, small_catalogue)
    number = in_use.stat().st_ino
    model = Recogniser.train(small_catalogue, None).model
    cache.store(tmp_path, small_catalogue, model)
    assert served is not None
    assert kept(tmp_path).stat().st_ino != number


def test_what_a_killed_trainer_left_behind_is_cleared_away(small_catalogue: Catalogue, tmp_path: Path) -> None:
    left, begun = tmp_path / "tmpold.part", tmp_path / "tmpnew.part"
    for file in (left, begun):
        file.write_bytes(b"half")
    os.utime(left, (1, 1))
    Recogniser.train(small_catalogue, tmp_path)
    assert not left.exists()
    assert begun.exists()


def test_what_could_not_be_written_to_its_end_is_cleared_away(
    small_catalogue: Catalogue, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    model = Recogniser.train(small_catalogue, None).model

    def disk_full(out: BinaryIO, **_: object) -> None:
        out.write(b"half")
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(cache.np, "savez", disk_full)
    for number in range(20):
        (tmp_path / f"weights-{number}.npz").write_bytes(b"of former editions")
    with pytest.raises(cache.NotKept, match="No space left"):
        cache.store(tmp_path, small_catalogue, model)
    assert not list(tmp_path.glob("*.part"))
    assert len(list(tmp_path.glob("weights-*.npz"))) < 20, "room was made for what is to be written"


def test_what_others_clear_away_meanwhile_keeps_nobody_from_storing(small_catalogue: Catalogue, tmp_path: Path) -> None:
    model = Recogniser.train(small_catalogue, None).model
    for number in range(20):
        (tmp_path / f"weights-{number}.npz").symlink_to(tmp_path / "gone")
    (tmp_path / "old.part").symlink_to(tmp_path / "gone")
    cache.store(tmp_path, small_catalogue, model)
    assert cache.load(tmp_path, small_catalogue) is not None
