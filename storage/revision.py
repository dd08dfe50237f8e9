"""At which revision of the schema a database is, without loading Alembic, which only a change of the schema needs."""

from pathlib import Path

from sqlalchemy import Connection, inspect, text

from storage.database import Database
from storage.errors import Unusable
from storage.models import Base

_VERSIONS = Path(__file__).parent / "migrations" / "versions"


def known_revisions() -> frozenset[str]:
    """Every revision that this code can bring to the newest: files are named `<revision>_<what>.py`."""
    return frozenset(file.name.split("_", 1)[0] for file in _VERSIONS.glob("[0-9]*_*.py"))


def newest_revision() -> str:
    """The revision that this code works with."""
    return max(known_revisions())


async def present_revision(database: Database) -> str | None:
    """None for a database without a schema. Raises Unusable for one that a newer version of the program has changed."""
    async with database.engine.connect() as connection:
        present = await connection.run_sync(read_revision)
    refuse_newer(present)
    return present


async def check_revision(database: Database) -> None:
    """Raises Unusable unless the database is at the newest revision, with all its tables."""
    present = await present_revision(database)
    if present != newest_revision():
        raise Unusable("behind", revision=present or "-")
    await check_tables(database)


async def check_tables(database: Database) -> None:
    """Raises Unusable where a table of the newest revision is gone."""
    async with database.engine.connect() as connection:
        known = await connection.run_sync(lambda connection: inspect(connection).get_table_names())
    if missing := sorted(set(Base.metadata.tables) - set(known)):
        raise Unusable("tables-missing", tables=", ".join(missing), count=len(missing))


def read_revision(connection: Connection) -> str | None:
    """What Alembic's own table says."""
    if not inspect(connection).has_table("alembic_version"):
        return None
    found: str | None = connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
    return found


def refuse_newer(present: str | None) -> None:
    if present is not None and present not in known_revisions():
        raise Unusable("newer", revision=present)
