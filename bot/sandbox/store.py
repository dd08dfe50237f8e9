"""The sandbox's own memory on disk: one SQLite file of JSON rows, written once per request.

`synchronous=OFF` is enough: the state has to survive a kill of this process, not a loss of power. One connection with
an exclusive lock also refuses a second sandbox on the same folder.
"""

import json
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from bot.sandbox.errors import ControlError, Json
from bot.sandbox.model import plain


class Store:
    """Rows `(kind, key) -> JSON`. `put` and `drop` are collected and written by `flush` in one transaction."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self.folder = folder
        self._changed: dict[tuple[str, str], Any] = {}
        self._connection = sqlite3.connect(folder / "sandbox.sqlite3", isolation_level=None, timeout=1)
        try:
            for pragma in ("locking_mode=EXCLUSIVE", "journal_mode=WAL", "synchronous=OFF"):
                self._connection.execute(f"PRAGMA {pragma}")
            self._connection.execute(
                "CREATE TABLE IF NOT EXISTS rows "
                "(kind TEXT NOT NULL, key TEXT NOT NULL, value TEXT NOT NULL, PRIMARY KEY (kind, key)) WITHOUT ROWID"
            )
        except sqlite3.OperationalError as error:
            self._connection.close()
            raise ControlError(f"{folder}: another sandbox uses this folder ({error})") from error

    def put(self, kind: str, key: int | str, row: object) -> None:
        """Remember a row; it is serialised at the next flush, so later changes of the object are included."""
        self._changed[kind, _key(key)] = row

    def drop(self, kind: str, key: int | str) -> None:
        self._changed[kind, _key(key)] = None

    def flush(self) -> None:
        """Write everything that changed, all or nothing."""
        if not self._changed:
            return
        changed, self._changed = self._changed, {}
        puts = [(kind, key, json.dumps(plain(row))) for (kind, key), row in changed.items() if row is not None]
        drops = [name for name, row in changed.items() if row is None]
        self._connection.execute("BEGIN")
        if puts:
            self._connection.executemany("INSERT OR REPLACE INTO rows VALUES (?, ?, ?)", puts)
        if drops:
            self._connection.executemany("DELETE FROM rows WHERE kind = ? AND key = ?", drops)
        self._connection.execute("COMMIT")

    def load(self, kind: str) -> Iterator[Json]:
        """The stored values of a kind in the order of their keys."""
        for (value,) in self._connection.execute("SELECT value FROM rows WHERE kind = ? ORDER BY key", (kind,)):
            yield json.loads(value)

    def load_one(self, kind: str, key: int | str) -> Json | None:
        found = self._connection.execute(
            "SELECT value FROM rows WHERE kind = ? AND key = ?", (kind, _key(key))
        ).fetchone()
        return None if found is None else json.loads(found[0])

    def trim(self, kind: str, keep: int) -> None:
        """Forget all but the last `keep` rows of a kind."""
        self._connection.execute(
            "DELETE FROM rows WHERE kind = ?1 AND key <= "
            "(SELECT key FROM rows WHERE kind = ?1 ORDER BY key DESC LIMIT 1 OFFSET ?2)",
            (kind, keep),
        )

    def clear(self) -> None:
        self._changed.clear()
        self._connection.execute("DELETE FROM rows")

    def close(self) -> None:
        self.flush()
        self._connection.close()


def _key(key: int | str) -> str:
    """Numbers are padded, so that the order of the text is the order of the numbers."""
    return f"{key:020d}" if isinstance(key, int) else key
