"""Bringing a database to the present schema: one process does it, the others wait."""

import asyncio
import os
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import Connection, text
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.ext.asyncio import AsyncConnection, create_async_engine
from sqlalchemy.pool import NullPool

from storage.address import PROJECT
from storage.database import Database, unreachable
from storage.errors import Unusable
from storage.revision import newest_revision, present_revision, read_revision, refuse_newer

if TYPE_CHECKING:
    from alembic.config import Config

_LOCK = 0x48616564_61700001  # an advisory lock of our own


def alembic_config(connection: Connection | None = None) -> "Config":
    """Configuration without a file, so that every working directory will do."""
    from alembic.config import Config

    config = Config()
    # Alembic reads the option with configparser, to which % is a sign of its own.
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations").replace("%", "%%"))
    config.attributes["connection"] = connection
    return config


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


async def upgrade_elsewhere(database: Database, url: str) -> None:
    """As `upgrade`, in a process of its own, so that a service does not carry Alembic for the rest of its life; only
    where something is missing. What goes wrong there is found again here, as an error of its own kind."""
    try:
        if await present_revision(database) == newest_revision():
            return
    except (OSError, TimeoutError, SQLAlchemyError) as error:
        raise unreachable(error) from error
    path = os.pathsep.join(filter(None, [str(PROJECT), os.environ.get("PYTHONPATH", "")]))
    child = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "storage", "upgrade"),
        stdout=asyncio.subprocess.DEVNULL,
        stderr=asyncio.subprocess.DEVNULL,
        env={**os.environ, "DATABASE_URL": url, "PYTHONPATH": path},
    )
    if await child.wait() != 0:
        await upgrade(database)


@asynccontextmanager
async def _patient_connection(database: Database) -> AsyncIterator[AsyncConnection]:
    """A transaction without the time limit of ordinary statements: migrations, and waiting for them, may take long."""
    if database.dialect == "sqlite":
        async with database.engine.begin() as connection:
            yield connection
        return
    engine = create_async_engine(database.address.url, hide_parameters=True, poolclass=NullPool)
    try:
        async with engine.begin() as connection:
            yield connection
    finally:
        await engine.dispose()


def _upgrade(connection: Connection) -> None:
    refuse_newer(read_revision(connection))
    # Only here: a database that is up to date needs none of it.
    from alembic import command

    command.upgrade(alembic_config(connection), "head")
