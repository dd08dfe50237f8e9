"""One of several: the poller and the dispatcher run in one process at a time."""

import fcntl
import hashlib
from typing import IO, Self

from sqlalchemy import text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.database import Database


class Leadership:
    """A named lead, given back at the end of `async with`.

    PostgreSQL: a session's advisory lock, on one connection of the pool. SQLite: a lock file beside the database.
    Both end by themselves with the process that holds them.
    """

    def __init__(self, database: Database, name: str) -> None:
        self._database = database
        self._name = name
        self._connection: AsyncConnection | None = None
        self._file: IO[str] | None = None
        self._alone = database.dialect == "sqlite" and database.file is None  # in memory: nobody else can see it

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_error: object) -> None:
        await self.release()

    async def try_acquire(self) -> bool:
        """Whether the lead is ours now (or was already)."""
        if self._alone or self._connection is not None or self._file is not None:
            return True
        return self._lock_file() if self._database.dialect == "sqlite" else await self._lock_session()

    async def lost(self) -> bool:
        """Whether the lead must be assumed gone: PostgreSQL ended our session. A lock file cannot be lost."""
        if self._connection is None:
            return self._file is None and not self._alone
        try:
            await self._connection.execute(text("SELECT 1"))
        except (DBAPIError, OSError, TimeoutError):
            await self.release()
            return True
        return False

    async def release(self) -> None:
        if self._file is not None:
            self._file.close()
            self._file = None
        if self._connection is not None:
            connection, self._connection = self._connection, None
            # The lock belongs to the session: it must end, not go back to the pool.
            await connection.invalidate()
            await connection.close()

    def _lock_file(self) -> bool:
        beside = self._database.file
        assert beside is not None
        handle = beside.with_name(f"{beside.name}.{self._name}.lock").open("w")
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            handle.close()
            return False
        self._file = handle
        return True

    async def _lock_session(self) -> bool:
        connection = await self._database.engine.connect()
        connection = await connection.execution_options(isolation_level="AUTOCOMMIT")
        won = (await connection.execute(text("SELECT pg_try_advisory_lock(:key)"), {"key": _key(self._name)})).scalar()
        if not won:
            await connection.close()
            return False
        self._connection = connection
        return True


def _key(name: str) -> int:
    """A 63-bit number for a name."""
    return int.from_bytes(hashlib.sha256(f"haedap:{name}".encode()).digest()[:8], "big") >> 1
