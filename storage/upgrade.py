"""Bringing a database to the present schema: one process does it, the others wait."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, text

from storage.database import Database

_LOCK = 0x48616564_61700001  # any number that is ours alone


def alembic_config(connection: Connection | None = None) -> Config:
    """Configuration without a file, so that every working directory will do."""
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
    config.attributes["connection"] = connection
    return config


def newest_revision() -> str:
    return str(ScriptDirectory.from_config(alembic_config()).get_current_head())


async def upgrade(database: Database) -> None:
    """Applies what is missing, in one transaction that holds the lock: SQLite's writer lock, PostgreSQL's advisory lock."""
    async with database.engine.begin() as connection:
        if database.dialect == "postgresql":
            await connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _LOCK})
        await connection.run_sync(_upgrade)


async def present_revision(database: Database) -> str | None:
    """The revision that the database is at, or None for an empty one."""
    async with database.engine.connect() as connection:
        return await connection.run_sync(lambda sync: MigrationContext.configure(sync).get_current_revision())


def _upgrade(connection: Connection) -> None:
    command.upgrade(alembic_config(connection), "head")
