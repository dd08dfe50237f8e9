"""Backups of SQLite: a copy of the file, made by SQLite itself while others write."""

import fcntl
import os
import sqlite3
from contextlib import closing
from pathlib import Path

from storage.address import Address
from storage.errors import BackupError, Unreachable
from storage.revision import known_revisions
from storage.sqlite import BUSY_SECONDS

_HEADER = b"SQLite format 3\0"


def save(address: Address, file: Path) -> None:
    """Copies the database of one moment into a new file and verifies the copy."""
    with closing(_open(_file(address))) as source, closing(sqlite3.connect(file)) as copy:
        source.backup(copy)  # in one step: others read on, a commit waits for the end of it
        copy.execute("PRAGMA journal_mode=delete")  # one file, without companions
    verify(file)
    with file.open("rb+") as handle:
        os.fsync(handle.fileno())


def verify(file: Path) -> None:
    """Raises BackupError unless the file is a whole database of this or an older version of the program."""
    with file.open("rb") as handle:
        if handle.read(len(_HEADER)) != _HEADER:
            raise BackupError("backup-kind", file=file, dialect="SQLite")
    try:
        with closing(sqlite3.connect(f"{file.resolve().as_uri()}?mode=ro", uri=True)) as copy:
            found = copy.execute("PRAGMA integrity_check(1)").fetchone()[0]
            revision = copy.execute("SELECT version_num FROM alembic_version").fetchone()
    except sqlite3.DatabaseError as error:
        raise BackupError("backup-damaged", file=file, reason=error) from error
    if found != "ok":
        raise BackupError("backup-damaged", file=file, reason=" ".join(found.split()))
    if revision is None or revision[0] not in known_revisions():
        raise BackupError("backup-newer", file=file, revision=revision[0] if revision else "-")


def refuse_use(address: Address) -> None:
    """Raises BackupError while a process holds one of the lock files beside the database (storage/leadership.py)."""
    file = _file(address)
    for lock in file.parent.glob(f"{file.name}.*.lock"):
        with lock.open("r") as handle:
            try:
                fcntl.flock(handle, fcntl.LOCK_SH | fcntl.LOCK_NB)
            except OSError:
                raise BackupError("in-use") from None


def touch(address: Address) -> None:
    """Makes the file where there is none, so that it can be looked into."""
    if not _file(address).parent.is_dir():
        raise Unreachable("folder-missing", folder=_file(address).parent)
    _file(address).touch()


def load(address: Address, file: Path) -> None:
    """Copies the file over the database in one transaction."""
    with closing(_open(file)) as source, closing(_open(_file(address))) as target:
        source.backup(target)


def _file(address: Address) -> Path:
    assert address.file is not None
    return address.file


def _open(file: Path) -> sqlite3.Connection:
    raw = sqlite3.connect(file, timeout=BUSY_SECONDS, isolation_level=None)
    raw.execute("PRAGMA synchronous=FULL")
    return raw
