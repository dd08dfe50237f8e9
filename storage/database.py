"""One database: SQLite by default, PostgreSQL for several replicas. Opened with proven settings, closed for good."""

import sqlite3
from pathlib import Path
from typing import Any

from sqlalchemy import event, text
from sqlalchemy.engine import make_url
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession, async_sessionmaker, create_async_engine

from storage.cipher import Cipher
from storage.errors import DatabaseUnreachable, SettingNotKept
from storage.unit_of_work import UnitOfWork

_BUSY_MS = 60_000
_POOL_TIMEOUT_SECONDS = 300
_SAFE_WAL = ((3, 51, 3), (3, 50, 7), (3, 44, 6))


class Database:
    """An engine with its cipher. `dispose` must be awaited: SQLite's threads are not daemons (facts: "Databases")."""

    def __init__(self, engine: AsyncEngine, cipher: Cipher) -> None:
        self.engine = engine
        self.cipher = cipher
        self._sessions = async_sessionmaker(engine, expire_on_commit=False, autoflush=True)

    @classmethod
    def open(cls, url: str, *, data_key: bytes | None = None, pool_size: int = 10) -> "Database":
        """Nothing is connected yet. SQLite gets exactly one connection: units of work queue for it instead of colliding."""
        cipher = Cipher(data_key)
        if make_url(url).get_backend_name() == "sqlite":
            engine = create_async_engine(
                url, pool_size=1, max_overflow=0, pool_timeout=_POOL_TIMEOUT_SECONDS, connect_args={"timeout": 60}
            )
            _make_sqlite_durable(engine)
        else:
            engine = create_async_engine(
                url, pool_size=pool_size, max_overflow=0, pool_timeout=_POOL_TIMEOUT_SECONDS, pool_pre_ping=True
            )
        return cls(engine, cipher)

    @property
    def dialect(self) -> str:
        """ "sqlite" or "postgresql"."""
        return self.engine.dialect.name

    @property
    def file(self) -> Path | None:
        """SQLite's file; None for PostgreSQL."""
        name = self.engine.url.database
        return Path(name) if self.dialect == "sqlite" and name else None

    def unit_of_work(self) -> UnitOfWork:
        """One transaction; do not open a second one inside it: SQLite has one connection."""
        return UnitOfWork(self._sessions)

    def session(self) -> AsyncSession:
        return self._sessions()

    async def prove(self) -> None:
        """Connects and reads the settings back. Raises DatabaseUnreachable or SettingNotKept."""
        try:
            async with self.engine.connect() as connection:
                await connection.execute(text("SELECT 1"))
                if self.dialect == "sqlite":
                    for name, wanted in _sqlite_settings().items():
                        kept = (await connection.execute(text(f"PRAGMA {name}"))).scalar()
                        if str(kept).lower() != wanted[1]:
                            raise SettingNotKept(name)
        except (DBAPIError, OSError) as error:
            raise DatabaseUnreachable(_reason(error)) from error

    async def dispose(self) -> None:
        await self.engine.dispose()


def safe_wal(version: tuple[int, ...] = sqlite3.sqlite_version_info) -> bool:
    """Whether this SQLite keeps committed WAL data with several connections (facts: the WAL-reset bug)."""
    newest = _SAFE_WAL[0]
    return version >= newest or any(version[:2] == fixed[:2] and version >= fixed for fixed in _SAFE_WAL)


def _sqlite_settings() -> dict[str, tuple[str, str]]:
    """PRAGMA name to (what is set, what must be read back)."""
    journal = "wal" if safe_wal() else "delete"
    return {
        "journal_mode": (journal, journal),
        "synchronous": ("FULL", "2"),
        "foreign_keys": ("ON", "1"),
        "busy_timeout": (str(_BUSY_MS), str(_BUSY_MS)),
    }


def _make_sqlite_durable(engine: AsyncEngine) -> None:
    @event.listens_for(engine.sync_engine, "connect")
    def configure(connection: Any, _record: Any) -> None:
        # Without this the driver begins transactions by itself, as readers, and contended changes are lost (facts).
        connection.isolation_level = None
        cursor = connection.cursor()
        for name, (wanted, _) in _sqlite_settings().items():
            cursor.execute(f"PRAGMA {name}={wanted}")
        cursor.close()

    @event.listens_for(engine.sync_engine, "begin")
    def begin_as_writer(connection: Any) -> None:
        connection.exec_driver_sql("BEGIN IMMEDIATE")


def _reason(error: Exception) -> str:
    """One line without address or password."""
    cause = getattr(error, "orig", None) or error
    return " ".join(str(cause).split())[:200] or type(cause).__name__
