"""A folder of one's own from the sample (`python -m bot init DIR`); what keeps the sample from serving real people."""

from __future__ import annotations

import shutil
from pathlib import Path

from bot.errors import OfficeError, Problem
from bot.office.loader import SAMPLE_OFFICE
from bot.office.schema import Office


def init_office(target: Path) -> None:
    """Copies the sample to `target`, which must not exist or be empty. Its office.yaml keeps the line `sample: true`.

    Raises OfficeError where that cannot be done."""
    if target.exists() and (not target.is_dir() or any(target.iterdir())):
        raise OfficeError("init-not-empty", folder=target)
    try:
        shutil.copytree(SAMPLE_OFFICE, target, dirs_exist_ok=True, ignore=shutil.ignore_patterns("__pycache__"))
    except (OSError, shutil.Error) as error:
        reason = (error.strerror if isinstance(error, OSError) else None) or "copying failed"
        raise OfficeError("init-failed", folder=target, reason=reason) from None


def check_for_telegram(office: Office) -> None:
    """Against Telegram itself a number that is not real must never be told. Raises OfficeError naming each."""
    file = str(office.folder / "office.yaml")
    if office.is_sample:
        raise OfficeError("office-sample-on-telegram", where=file)
    if office.borrowed_phones:
        raise OfficeError.of(Problem("office-phone-borrowed", file, {"name": name}) for name in office.borrowed_phones)
