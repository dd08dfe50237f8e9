"""The database: its engine, its dialect, its cipher, and the proof at start that it may be relied on."""

import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Self

from sqlalchemy import text
from sqlalchemy.exc import DBAPIError, OperationalError, SQLAlchemyError
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, create_async_engine
from sqlalchemy.pool import StaticPool

from storage import sqlite
from storage.address import Address, Dialect, read_address
from storage.cipher import Cipher
from storage.errors import Unreachable, Unusable
from storage.models import Base
from storage.unit_of_work import UnitOfWork

_SQLITE_READERS = 4
_CONNECT_SECONDS = 10.0
_STATEMENT_SECONDS = 60.0  # a server that stopped answering must not hold a worker for ever


@dataclass(frozen=True, slots=True)
class Database:
    """`reading` is the engine of units that only read; on SQLite the others queue for the one writing connection."""

    address: Address
    engine: AsyncEngine
    reading: AsyncEngine
    cipher: Cipher

    @classmethod
    def open(cls, url: str, *, data_key: bytes | None = None, pool_size: int = 10) -> Self:
        """Connects lazily. Raises AddressError and DataKeyError; `prove` says whether the database is there and fit."""
        address = read_address(url)
        if address.dialect == "postgresql":
            writing = _postgresql_engine(address, pool_size)
            reading = writing.execution_options(postgresql_readonly=True)
        else:
            writing = _sqlite_engine(address, writing=True)
            reading = writing if address.file is None else _sqlite_engine(address, writing=False)
        return cls(address, writing, reading, Cipher(data_key))

    @property
    def dialect(self) -> Dialect:
        return self.address.dialect

    @property
    def file(self) -> Path | None:
        """SQLite's file; None for PostgreSQL and for a database in memory."""
        return self.address.file

    def unit_of_work(self, *, reading: bool = False) -> UnitOfWork:
        """One transaction. `reading`: it changes nothing, so on SQLite it does not queue behind those that do."""
        return UnitOfWork(self.reading if reading else self.engine)

    async def prove(self) -> None:
        """Raises Unreachable, or Unusable where a committed row might be lost or a letter not be kept."""
        try:
            async with self.engine.connect() as connection:
                if self.dialect == "postgresql":
                    found = {name: (await connection.scalar(text(f"SHOW {name}"))) for name in _POSTGRESQL_FIT}
                    _check_postgresql(found)
                    await _check_rights(connection)
                else:
                    await self._check_writing(connection)
        except (OSError, TimeoutError, SQLAlchemyError, TypeError, ValueError) as error:
            # TypeError and ValueError: the address holds an option that the driver does not know or cannot read.
            raise unreachable(error) from error

    async def _check_writing(self, connection: AsyncConnection) -> None:
        """SQLite opens what it may only read, and says so at the first change: this one is never kept."""
        version = await connection.scalar(text("PRAGMA user_version"))
        try:
            await connection.execute(text(f"PRAGMA user_version={version}"))
        except OperationalError as error:
            if getattr(error.orig, "sqlite_errorcode", 0) & 0xFF in _UNWRITABLE:  # the low byte of an extended code
                raise Unreachable("file-unwritable", file=self.file) from error
            raise

    async def dispose(self) -> None:
        """Closes every connection (facts: aiosqlite's threads outlive an engine that is only dropped)."""
        await self.engine.dispose()
        if self.reading.sync_engine.pool is not self.engine.sync_engine.pool:
            await self.reading.dispose()


_UNWRITABLE = (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM)

_POSTGRESQL_FIT: Mapping[str, tuple[str, ...]] = {
    "server_encoding": ("UTF8",),
    "synchronous_commit": ("on", "local", "remote_write", "remote_apply"),
    "transaction_read_only": ("off",),
    "default_transaction_isolation": ("read committed",),
}


def _check_postgresql(found: Mapping[str, Any]) -> None:
    for name, wanted in _POSTGRESQL_FIT.items():
        if found[name] not in wanted:
            raise Unusable("postgresql-setting", setting=name, wanted=wanted[0], found=found[name])


_RIGHTS = text(
    """
    SELECT current_user,
           has_schema_privilege(current_schema(), 'CREATE'),
           (SELECT count(*) FROM pg_class WHERE relkind = 'r' AND relname = 'alembic_version'
               AND relnamespace = to_regnamespace(current_schema())),
           (SELECT count(*) FROM pg_class WHERE relkind = 'r' AND relname = ANY (:tables)
               AND relnamespace = to_regnamespace(current_schema())
               AND NOT (has_table_privilege(oid, 'SELECT') AND has_table_privilege(oid, 'INSERT')
                        AND has_table_privilege(oid, 'UPDATE') AND has_table_privilege(oid, 'DELETE')
                        AND coalesce(has_sequence_privilege(to_regclass(relname || '_id_seq'), 'USAGE'), true)))
    """
)


async def _check_rights(connection: AsyncConnection) -> None:
    """A role must be able to change every table; where there are none yet, to make them."""
    found = await connection.execute(_RIGHTS, {"tables": list(Base.metadata.tables)})
    role, may_make, made, closed = found.one()
    if closed or not (made or may_make):
        raise Unusable("postgresql-rights", role=role)


def unreachable(error: Exception) -> Unreachable:
    """What a driver said, in one line without address and password."""
    said: BaseException = error.orig if isinstance(error, DBAPIError) and error.orig is not None else error
    return Unreachable("unreachable", reason=" ".join(str(said).split())[:200] or type(said).__name__)


def _postgresql_engine(address: Address, pool_size: int) -> AsyncEngine:
    return create_async_engine(
        address.url,
        hide_parameters=True,
        pool_size=pool_size,
        max_overflow=0,
        connect_args={
            "timeout": _CONNECT_SECONDS,
            "command_timeout": _STATEMENT_SECONDS,
            "server_settings": {"application_name": "haedap"},
        },
    )


def _sqlite_engine(address: Address, *, writing: bool) -> AsyncEngine:
    creator = sqlite.creator(address.file, writing=writing)
    if address.file is None:  # the one connection is the database
        return create_async_engine(
            address.url, hide_parameters=True, connect_args={"async_creator_fn": creator}, poolclass=StaticPool
        )
    return create_async_engine(
        address.url,
        hide_parameters=True,  # they are residents' words, and errors go to the log
        connect_args={"async_creator_fn": creator},
        pool_size=1 if writing else _SQLITE_READERS,
        max_overflow=0,
        pool_timeout=sqlite.BUSY_SECONDS,
    )
