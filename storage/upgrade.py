"""Bringing a database to the present schema: one process does it, the others wait."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, text
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.ext.asyncio import AsyncConnection, create_async_engine
from sqlalchemy.pool import NullPool

from storage.database import Database, unreachable
from storage.errors import Unusable

_LOCK = 0x48616564_61700001  # an advisory lock of our own


def alembic_config(connection: Connection | None = None) -> Config:
    """Configuration without a file, so that every working directory will do."""
    config = Config()
    # Alembic reads the option with configparser, to which % is a sign of its own.
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations").replace("%", "%%"))
    config.attributes["connection"] = connection
    return config


def newest_revision() -> str:
    """The revision that this code works with."""
    return str(ScriptDirectory.from_config(alembic_config()).get_current_head())


def known_revisions() -> frozenset[str]:
    """Every revision that this code can bring to the newest."""
    scripts = ScriptDirectory.from_config(alembic_config()).walk_revisions()
    return frozenset(script.revision for script in scripts)


async def upgrade(database: Database) -> None:
    """Applies what is missing, in one transaction that holds a lock: SQLite's writer lock, or an advisory lock.

    Raises Unusable where a newer version of the program has changed the schema already, Unreachable without database.
    """
    try:
        async with _patient_connection(database) as connection:
            if database.dialect == "postgresql":
                await connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _LOCK})
            try:
                await connection.run_sync(_upgrade)
            except SQLAlchemyError as error:
                raise Unusable("upgrade-failed", **unreachable(error).details) from error
    except (OSError, TimeoutError, SQLAlchemyError) as error:
        raise unreachable(error) from error


async def check_revision(database: Database) -> None:
    """Raises Unusable unless the database is at the newest revision."""
    async with database.engine.connect() as connection:
        present = await connection.run_sync(_present)
    _refuse_newer(present)
    if present != newest_revision():
        raise Unusable("behind", revision=present or "-")


@asynccontextmanager
async def _patient_connection(database: Database) -> AsyncIterator[AsyncConnection]:
    """A transaction without the time limit of ordinary statements: migrations, and waiting for them, may take long."""
    if database.dialect == "sqlite":
        async with database.engine.begin() as connection:
            yield connection
        return
    engine = create_async_engine(database.address.url, poolclass=NullPool)
    try:
        async with engine.begin() as connection:
            yield connection
    finally:
        await engine.dispose()


def _present(connection: Connection) -> str | None:
    return MigrationContext.configure(connection).get_current_revision()


def _refuse_newer(present: str | None) -> None:
    if present is not None and present not in known_revisions():
        raise Unusable("newer", revision=present)


def _upgrade(connection: Connection) -> None:
    _refuse_newer(_present(connection))
    command.upgrade(alembic_config(connection), "head")
