"""Backups of PostgreSQL: its own pg_dump and pg_restore, in the custom format."""

import os
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path

from sqlalchemy import text

from storage.address import Address
from storage.database import Database
from storage.errors import BackupError

_HEADER = b"PGDMP"
_INSTALLED = Path("/usr/lib/postgresql")


def save(address: Address, file: Path) -> None:
    """Dumps the database of one moment and verifies the dump."""
    _run("pg_dump", "--format=custom", "--no-owner", "--no-privileges", f"--file={file}", address=address)
    verify(file)


def verify(file: Path) -> None:
    """Raises BackupError unless pg_restore can read the file's table of contents and all of its data."""
    with file.open("rb") as handle:
        if handle.read(len(_HEADER)) != _HEADER:
            raise BackupError("backup-kind", file=file, dialect="PostgreSQL")
    try:
        _run("pg_restore", "--file=/dev/null", str(file))
    except BackupError as error:
        if error.reason != "tool-failed":
            raise
        raise BackupError("backup-damaged", file=file, reason=error.details["reason"]) from error


async def refuse_use(database: Database) -> None:
    """Raises BackupError while another connection of ours is open."""
    query = text(
        "SELECT count(*) FROM pg_stat_activity "
        "WHERE datname = current_database() AND application_name = 'haedap' AND pid <> pg_backend_pid()"
    )
    async with database.unit_of_work(reading=True) as work:
        if await work.session.scalar(query):
            raise BackupError("in-use")


def load(address: Address, file: Path) -> None:
    """Replaces our tables by those of the dump, in one transaction."""
    _run(
        "pg_restore",
        "--clean",
        "--if-exists",
        "--no-owner",
        "--no-privileges",
        "--single-transaction",
        "--exit-on-error",
        f"--dbname={address.url.database}",
        str(file),
        address=address,
    )


def _run(tool: str, *arguments: str, address: Address | None = None) -> None:
    done = subprocess.run(
        [_find(tool), *arguments],
        env={**os.environ, **({} if address is None else _connection(address))},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        errors="replace",
        check=False,
    )
    if done.returncode != 0:
        said = " ".join(done.stderr.split())[:300]
        raise BackupError("tool-failed", tool=tool, reason=said or f"exit code {done.returncode}")


def _find(tool: str) -> str:
    """On the PATH, else of the newest version installed as Debian does."""
    installed = sorted(_INSTALLED.glob(f"*/bin/{tool}"), key=lambda path: path.parts[-3].zfill(4), reverse=True)
    found = shutil.which(tool) or next(map(str, installed), None)
    if found is None:
        raise BackupError("tool-missing", tool=tool)
    return found


def _connection(address: Address) -> Mapping[str, str]:
    """libpq's variables: a password on the command line would be seen by everybody on the machine."""
    url = address.url
    query = {name: value if isinstance(value, str) else value[0] for name, value in url.query.items()}
    wanted = {
        "PGHOST": url.host or query.get("host"),
        "PGPORT": str(url.port) if url.port else query.get("port"),
        "PGUSER": url.username or query.get("user"),
        "PGPASSWORD": url.password if url.password is None else str(url.password),
        "PGDATABASE": url.database,
        "PGSSLMODE": query.get("ssl"),
    }
    return {name: value for name, value in wanted.items() if value}
