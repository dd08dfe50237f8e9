"""One file out of a database, and a database out of that file."""

import asyncio
import sqlite3
from pathlib import Path

from sqlalchemy import select, text

from storage import backup_postgresql, backup_sqlite
from storage.address import Address
from storage.database import Database
from storage.errors import BackupError
from storage.models import Base


def backup(address: Address, file: Path, *, force: bool = False) -> None:
    """Writes a backup of one moment while the service goes on. The file appears when it is whole and verified."""
    if file.exists() and not force:
        raise BackupError("backup-exists", file=file)
    if not file.parent.is_dir():
        raise BackupError("backup-not-written", file=file, reason="there is no such folder")
    part = file.with_name(f"{file.name}.part")
    try:
        part.unlink(missing_ok=True)
        (backup_sqlite if address.dialect == "sqlite" else backup_postgresql).save(address, part)
        part.replace(file)
    except (OSError, sqlite3.Error) as error:
        raise BackupError("backup-not-written", file=file, reason=error) from error
    finally:
        part.unlink(missing_ok=True)


async def restore(database: Database, file: Path, *, force: bool = False) -> None:
    """Replaces the database by a backup, all of it or (after a failure) nothing.

    The file is verified first. Raises BackupError where the database holds rows and `force` is not given, and while a
    service uses it.
    """
    address = database.address
    await asyncio.to_thread(_verify, address, file)
    if database.dialect == "sqlite":
        await asyncio.to_thread(backup_sqlite.refuse_use, address)
        await asyncio.to_thread(backup_sqlite.touch, address)
    else:
        await backup_postgresql.refuse_use(database)
    if not force and await _holds_rows(database):
        raise BackupError("not-empty")
    await database.dispose()
    await asyncio.to_thread((backup_sqlite if database.dialect == "sqlite" else backup_postgresql).load, address, file)


def _verify(address: Address, file: Path) -> None:
    if not file.is_file():
        raise BackupError("backup-file-missing", file=file)
    (backup_sqlite if address.dialect == "sqlite" else backup_postgresql).verify(file)


async def _holds_rows(database: Database) -> bool:
    """Whether any of our tables exists and has a row."""
    names = "SELECT name FROM sqlite_master" if database.dialect == "sqlite" else "SELECT tablename FROM pg_tables"
    async with database.unit_of_work(reading=True) as work:
        present = set(await work.session.scalars(text(names)))
        for table in Base.metadata.sorted_tables:
            if table.name in present and (await work.session.execute(select(table).limit(1))).first() is not None:
                return True
    return False
