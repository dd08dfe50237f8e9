"""Every Bot API call in order: what was asked, what came of it, and whether it was applied."""

from collections import deque
from typing import Any

from bot.sandbox.errors import Json
from bot.sandbox.store import Store

KEPT = 50_000
KEPT_ON_DISK = 20_000


class Journal:
    """Entries: seq, at, time, method, params, unknown (their names), chat, ok, result, error, applied, fault.

    `at` is monotonic seconds of this machine when the call was decided, `time` UNIX seconds. `seq` survives restarts.
    """

    def __init__(self, store: Store) -> None:
        self._store = store
        store.trim("journal", KEPT_ON_DISK)
        self.entries: deque[Json] = deque(store.load("journal"), maxlen=KEPT)
        self._seq = self.entries[-1]["seq"] if self.entries else 0

    def record(self, **fields: Any) -> Json:
        """Append an entry and return it."""
        self._seq += 1
        entry: Json = {"seq": self._seq, **fields}
        self.entries.append(entry)
        self._store.put("journal", self._seq, entry)
        return entry

    def select(self, since: int, method: str | None, chat: int | None, limit: int) -> list[Json]:
        """Entries after `since`, of one method (any case) and chat if given, at most the last `limit`."""
        wanted = [
            entry
            for entry in self.entries
            if entry["seq"] > since
            and (method is None or str(entry["method"]).lower() == method.lower())
            and (chat is None or entry["chat"] == chat)
        ]
        return wanted[-limit:]

    def clear(self) -> None:
        self.entries.clear()
