"""Trained weights on disk, one file per catalogue and code version; a file that cannot be read is trained anew."""

from __future__ import annotations

import hashlib
import json
import logging
import os
import tempfile
import time
from contextlib import suppress
from dataclasses import asdict, fields
from pathlib import Path
from typing import Any

import numpy as np

from intents.arrays import mapped
from intents.catalogue import Catalogue
from intents.decide import Calibration, Weighing
from intents.exact import Exact
from intents.lexicon import lexicon_files
from intents.model import GramTable, Model, Part

_log = logging.getLogger(__name__)
_KEPT = 8
_BEGUN = ".part"
_ABANDONED_SECONDS = 3600.0
"""Nobody writes for so long: whoever began such a file was killed."""
_READ_ONLY = 0o444
"""Running services have the file mapped: to copy another over it, as an upgrade by hand may do, would end them. A new
file in its place does not."""
_ARRAYS = tuple(field.name for field in fields(Part) if field.name != "table")
_WEIGHINGS = ("sure", "foreign", "danger")


class NotKept(Exception):
    """A folder does not take weights; the text says which one and why."""


def default_folder() -> Path:
    """Where the command line keeps weights: beside a checkout, else in the user's cache."""
    root = Path(__file__).resolve().parent.parent
    return root / ".cache" / "intents" if (root / "pyproject.toml").is_file() else Path.home() / ".cache" / "haedap"


def is_stored(folder: Path, catalogue: Catalogue) -> bool:
    """True when weights of this very catalogue and code are there."""
    return _is_there(_file(folder, catalogue))


def load(folder: Path, catalogue: Catalogue) -> Model | None:
    """The cached model of this very catalogue and code, or None."""
    file = _file(folder, catalogue)
    if not _is_there(file):
        return None
    try:
        model = _model(mapped(file))
        with suppress(OSError):  # it may be somebody else's file
            os.utime(file)  # what is in use is the last to be forgotten
        return model
    except Exception as error:  # a file that was cut short or changed fails in many ways: zip, array, JSON, numbers
        _log.warning("cached weights %s cannot be used (%s); training anew", file.name, error)
        return None


def _is_there(file: Path) -> bool:
    try:
        return file.is_file()
    except OSError:  # a folder that may not be entered
        return False


def store(folder: Path, catalogue: Catalogue, model: Model) -> None:
    """Write atomically. Raises NotKept for a folder that cannot be written."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        _forget_old(folder)  # first, so that a full disk has room
        _write(folder, _file(folder, catalogue), model)
    except OSError as error:
        raise NotKept(f"{folder} ({error.strerror})") from error


def _write(folder: Path, file: Path, model: Model) -> None:
    handle, name = tempfile.mkstemp(dir=folder, suffix=_BEGUN)
    written = Path(name)
    try:
        with os.fdopen(handle, "wb") as out:
            np.savez(out, allow_pickle=False, **_arrays(model))
        written.chmod(_READ_ONLY)
        written.replace(file)
    finally:
        written.unlink(missing_ok=True)  # half a file would keep a full disk full


def _forget_old(folder: Path) -> None:
    """All but what was used last, so that with one more there are as many as are kept."""
    files = sorted(folder.glob("weights-*.npz"), key=_last_used, reverse=True)
    begun = (file for file in folder.glob(f"*{_BEGUN}") if time.time() - _last_used(file) > _ABANDONED_SECONDS)
    for file in [*files[_KEPT - 1 :], *begun]:
        with suppress(OSError):  # a folder by that name, or somebody else's file
            file.unlink(missing_ok=True)


def _last_used(file: Path) -> float:
    try:
        return file.stat().st_mtime
    except OSError:  # another process has cleared it away
        return 0.0


def _file(folder: Path, catalogue: Catalogue) -> Path:
    key = hashlib.sha256(catalogue.digest.encode())
    for file in [*sorted(Path(__file__).resolve().parent.glob("*.py")), *lexicon_files()]:
        key.update(file.read_bytes())
    return folder / f"weights-{key.hexdigest()[:24]}.npz"


def _arrays(model: Model) -> dict[str, np.ndarray]:
    meta = {
        "labels": model.labels,
        "parts": list(model.parts),
        "words": dict(model.words),
        "calibrations": {code: asdict(calibration) for code, calibration in model.calibrations.items()},
    }
    arrays: dict[str, np.ndarray] = {"meta": np.frombuffer(json.dumps(meta).encode(), dtype=np.uint8)}
    arrays |= {"exact.numbers": model.exact.numbers, "exact.places": model.exact.places}
    for code, part in model.parts.items():
        arrays |= {f"{code}.{name}": getattr(part, name) for name in _ARRAYS}
        arrays[f"{code}.numbers"] = part.table.numbers
    return arrays


def _model(stored: dict[str, np.ndarray]) -> Model:
    meta = json.loads(stored["meta"].tobytes())
    return Model(
        labels=tuple(meta["labels"]),
        parts={code: _part(stored, code) for code in meta["parts"]},
        words=meta["words"],
        calibrations={code: _calibration(values) for code, values in meta["calibrations"].items()},
        exact=Exact(stored["exact.numbers"], stored["exact.places"]),
    )


def _calibration(values: dict[str, Any]) -> Calibration:
    weighings = {name: values[name] and Weighing(tuple(values[name]["weights"])) for name in _WEIGHINGS}
    return Calibration(**{**values, **weighings})


def _part(stored: dict[str, np.ndarray], code: str) -> Part:
    return Part(GramTable(stored[f"{code}.numbers"]), **{name: stored[f"{code}.{name}"] for name in _ARRAYS})
