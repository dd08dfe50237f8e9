"""Weights are mapped where they lie in their file."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from intents.arrays import mapped

WEIGHTS = np.arange(-60, 60, dtype=np.int8).reshape(40, 3)
SCALES = np.linspace(0.0, 1.0, 7, dtype=np.float32)


def file_with(folder: Path, **arrays: np.ndarray) -> Path:
    file = folder / "weights.npz"
    np.savez(file, allow_pickle=False, **arrays)
    return file


def test_arrays_come_back_as_they_were_whatever_lies_before_them(tmp_path: Path) -> None:
    names = ["한글", "a", "a.longer.name"]
    found = mapped(file_with(tmp_path, **dict.fromkeys(names, WEIGHTS), scales=SCALES, columns=WEIGHTS.T))
    assert [found[name].tolist() for name in names] == [WEIGHTS.tolist()] * 3
    assert found["scales"].tolist() == SCALES.tolist()
    assert found["scales"].flags.aligned
    assert found["columns"].tolist() == WEIGHTS.T.tolist()


def test_an_array_without_anything_in_it_comes_back_too(tmp_path: Path) -> None:
    assert mapped(file_with(tmp_path, none=WEIGHTS[:0]))["none"].shape == (0, 3)


def test_weights_lie_in_the_file_and_stay_when_it_is_replaced(tmp_path: Path) -> None:
    file = file_with(tmp_path, weights=WEIGHTS)
    weights = mapped(file)["weights"]
    assert not weights.flags.owndata
    assert not weights.flags.writeable
    file.unlink()
    file_with(tmp_path, weights=np.zeros_like(WEIGHTS))
    assert weights.tolist() == WEIGHTS.tolist()


def test_what_was_changed_on_disk_or_is_no_number_is_refused(tmp_path: Path) -> None:
    file = file_with(tmp_path, weights=WEIGHTS)
    whole = file.read_bytes()
    at = whole.index(WEIGHTS.tobytes())
    file.write_bytes(whole[:at] + b"\x01" + whole[at + 1 :])
    with pytest.raises(Exception, match="CRC"):
        mapped(file)
    np.savez(file, words=np.array(["a", None], dtype=object))
    with pytest.raises(ValueError, match="no numbers"):
        mapped(file)
    np.savez_compressed(file, weights=WEIGHTS)
    with pytest.raises(ValueError, match="compressed"):
        mapped(file)
