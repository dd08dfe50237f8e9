"""SQLite, set up so that nothing committed is lost and no change is silently overwritten (facts, "Databases").

Every transaction of a writing connection begins with BEGIN IMMEDIATE, together with its first statement. What waits for
a lock or for the disk (a beginning while another process holds the lock, the commit), and what a reader asks first (it
may read a whole table), runs on aiosqlite's thread; the other statements take microseconds, a trip to the thread and
back takes ten times as long: they run at once.
"""

import sqlite3
from collections.abc import Awaitable, Callable, Iterable, Sequence
from pathlib import Path
from typing import Any, TypeVar

import aiosqlite

from storage.errors import StorageError, Unreachable, Unusable

Result = TypeVar("Result")
Statement = Callable[[sqlite3.Cursor], object]
Found = tuple[Any, int, int | None, list[Any]]  # description, rowcount, lastrowid, rows

BUSY_SECONDS = 30.0
_WAIT, _DO_NOT_WAIT = f"PRAGMA busy_timeout={int(BUSY_SECONDS * 1000)}", "PRAGMA busy_timeout=0"
_PAGE_CACHE_KIB = 512
"""Of each connection: the system keeps the pages of so small a file anyway."""
SYNCHRONOUS_FULL = 2


def journal_mode(version: tuple[int, ...] = sqlite3.sqlite_version_info) -> str:
    """WAL where SQLite has the fix of the WAL-reset bug, else DELETE (facts: it can lose committed rows)."""
    fixed = version >= (3, 51, 3) or (3, 50, 7) <= version < (3, 51) or (3, 44, 6) <= version < (3, 45)
    return "wal" if fixed else "delete"


def connect(file: Path | None, *, writing: bool) -> sqlite3.Connection:
    """A connection whose settings are made and read back. None: in memory."""
    if file is not None and not file.parent.is_dir():
        raise Unreachable("folder-missing", folder=file.parent)
    try:
        raw = sqlite3.connect(
            ":memory:" if file is None else file,
            timeout=BUSY_SECONDS,
            isolation_level=None,
            check_same_thread=False,
            cached_statements=512,
        )
    except sqlite3.OperationalError as error:
        raise Unreachable("file-unwritable", file=file) from error
    try:
        _set_up(raw, "memory" if file is None else journal_mode(), writing=writing)
    except sqlite3.DatabaseError as error:
        raw.close()
        raise _set_up_error(error, file) from error
    except BaseException:
        raw.close()
        raise
    return raw


def _set_up(raw: sqlite3.Connection, mode: str, *, writing: bool) -> None:
    wanted: dict[str, object] = {
        "synchronous": SYNCHRONOUS_FULL,
        "foreign_keys": 1,
        "query_only": int(not writing),
        "cache_size": -_PAGE_CACHE_KIB,
    }
    if writing:
        wanted = {"journal_mode": mode, **wanted}
    for pragma, value in wanted.items():
        raw.execute(f"PRAGMA {pragma}={value}")
        found = raw.execute(f"PRAGMA {pragma}").fetchone()[0]
        if found != value:
            raise Unusable("sqlite-setting", setting=pragma)


def _set_up_error(error: sqlite3.DatabaseError, file: Path | None) -> StorageError:
    if "locked" in str(error):
        return Unusable("locked", file=file)
    if isinstance(error, sqlite3.OperationalError):
        return Unreachable("file-unwritable", file=file)
    return Unusable("not-a-database", file=file)


def _rolled_back() -> sqlite3.OperationalError:
    """What SQLite says only once: it had to give the transaction up, for want of room for example."""
    error = sqlite3.OperationalError("SQLite has rolled the transaction back")
    error.sqlite_errorcode, error.sqlite_errorname = sqlite3.SQLITE_FULL, "SQLITE_FULL"
    return error


class _Cursor:
    """A DB-API cursor that brings its rows along, so that fetching and closing cost nothing."""

    arraysize = 1

    def __init__(self, connection: "Connection") -> None:
        self._connection = connection
        self._rows: list[Any] = []
        self.description: Any = None
        self.rowcount = -1
        self.lastrowid: int | None = None

    async def __aenter__(self) -> "_Cursor":
        return self

    async def execute(self, sql: str, parameters: Sequence[Any] = ()) -> None:
        await self._run(lambda cursor: cursor.execute(sql, parameters))

    async def executemany(self, sql: str, parameters: Iterable[Sequence[Any]]) -> None:
        await self._run(lambda cursor: cursor.executemany(sql, parameters))

    async def _run(self, statement: Statement) -> None:
        found = await self._connection.run(statement)
        self.description, self.rowcount, self.lastrowid, self._rows = found

    async def fetchall(self) -> list[Any]:
        rows, self._rows = self._rows, []
        return rows

    async def close(self) -> None:
        self._rows = []


class Connection:
    """What SQLAlchemy's aiosqlite dialect asks of a connection, around aiosqlite's thread."""

    def __init__(self, file: Path | None, *, writing: bool) -> None:
        self._writing = writing
        self._inner = aiosqlite.Connection(lambda: connect(file, writing=writing), iter_chunk_size=64)
        self._inner._thread.daemon = True  # as SQLAlchemy does: a forgotten connection does not keep the process alive
        self._begun = False  # a transaction may be under way
        self._idle = True  # nothing runs on the thread; stays False when whoever waited for it was cancelled

    async def open(self) -> "Connection":
        try:
            await self._inner
        except Exception:
            # The thread is told to end and reports that to the loop, which must not be closed before.
            self._inner._thread.join()
            raise
        return self

    @property
    def _connection(self) -> sqlite3.Connection | None:
        return self._inner._connection

    def cursor(self) -> _Cursor:
        return _Cursor(self)

    async def run(self, statement: Statement) -> Found:
        """Runs a statement in the transaction, which the first one begins."""
        raw = self._inner._conn
        if self._begun and self._idle:
            if not raw.in_transaction:
                raise _rolled_back()
            return _run(raw, statement)
        self._begun = True
        found = _run_first_at_once(raw, statement) if self._idle and self._writing else None
        if found is not None:
            return found
        return await self._on_thread(lambda: _run_first(raw, statement, writing=self._writing))

    async def commit(self) -> None:
        if self._begun:
            await self._on_thread(self._inner._conn.commit)
            self._begun = False

    async def rollback(self) -> None:
        if not self._begun:
            return
        if self._idle:
            self._inner._conn.rollback()
        else:
            # A cancelled statement may not have run yet, and the roll-back must come after it.
            await self._on_thread(self._inner._conn.rollback)
        self._begun = False

    async def create_function(self, *args: Any, **kwargs: Any) -> None:
        await self._inner.create_function(*args, **kwargs)

    async def close(self) -> None:
        await self._inner.close()

    def stop(self) -> None:
        self._inner.stop()

    async def _on_thread(self, work: Callable[[], Result]) -> Result:
        self._idle = False
        try:
            result: Result = await self._inner._execute(work)  # type: ignore[no-untyped-call]
        except Exception:
            self._idle = True
            raise
        self._idle = True
        return result


def _run_first_at_once(raw: sqlite3.Connection, statement: Statement) -> Found | None:
    """None where another connection holds the lock: nothing has been done then, and waiting is for the thread."""
    raw.execute(_DO_NOT_WAIT)
    try:
        raw.execute("BEGIN IMMEDIATE")
    except sqlite3.OperationalError as error:
        if getattr(error, "sqlite_errorcode", 0) & 0xFF == sqlite3.SQLITE_BUSY:  # the low byte of an extended code
            return None
        raise
    finally:
        raw.execute(_WAIT)
    return _run(raw, statement)


def _run_first(raw: sqlite3.Connection, statement: Statement, *, writing: bool) -> Found:
    if not raw.in_transaction:
        raw.execute("BEGIN IMMEDIATE" if writing else "BEGIN")
    return _run(raw, statement)


def _run(raw: sqlite3.Connection, statement: Statement) -> Found:
    cursor = raw.cursor()
    try:
        statement(cursor)
        rows = cursor.fetchall() if cursor.description else []
        return cursor.description, cursor.rowcount, cursor.lastrowid, rows
    finally:
        cursor.close()


def creator(file: Path | None, *, writing: bool) -> Callable[..., Awaitable[Connection]]:
    """What SQLAlchemy calls for a new connection (`async_creator_fn`)."""

    def create(*_args: object, **_kwargs: object) -> Awaitable[Connection]:
        return Connection(file, writing=writing).open()

    return create
