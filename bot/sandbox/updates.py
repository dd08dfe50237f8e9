"""The bot's queue of updates: numbered, kept until acknowledged (24 h at most), polled or pushed by `webhook`."""

import asyncio
import secrets
import time
from collections.abc import Callable
from typing import Any

from bot.sandbox.errors import Conflict, Json
from bot.sandbox.model import PendingUpdate
from bot.sandbox.store import Store

#: Update kinds that Telegram sends only to bots that ask for them by name.
ASKED_FOR = frozenset({"chat_member", "message_reaction", "message_reaction_count"})
MAX_POLL_SECONDS = 50


class UpdateQueue:
    """Pending updates in order. `allowed` is None until a bot sets it, then a set of kinds (empty set: the default)."""

    def __init__(self, store: Store, kept_hours: Callable[[], float]) -> None:
        self._store = store
        self._kept_hours = kept_hours
        self.pending: dict[int, PendingUpdate] = {}
        #: The same updates by their serial queue: a chat, or an update that belongs to none.
        self.lanes: dict[int | str, dict[int, PendingUpdate]] = {}
        for row in store.load("update"):
            self._keep(PendingUpdate(**row))
        meta = store.load_one("meta", "updates") or {}
        self._position: int = meta.get("position", 0)
        self._next_id: int = meta.get("next_id", 100_000_000 + secrets.randbelow(800_000_000))
        self.allowed: list[str] | None = meta.get("allowed")
        self._poller: asyncio.Future[bool] | None = None
        self._closed = False
        self.on_push: Callable[[], None] = lambda: None

    def wants(self, kind: str) -> bool:
        """Whether the bot receives this kind of update at present."""
        return kind in self.allowed if self.allowed else kind not in ASKED_FOR

    def allow(self, kinds: list[str] | None) -> None:
        """Change the wanted kinds; None leaves them, what is queued already stays queued (as Telegram does)."""
        if kinds is not None and kinds != self.allowed:
            self.allowed = list(kinds)
            self._save_meta()

    def push(self, kind: str, body: Json, chat_id: int | None) -> int | None:
        """Queue an update and return its id, or None when the bot does not want that kind."""
        if not self.wants(kind):
            return None
        update_id = self._take_id()
        self._append(update_id, {"update_id": update_id, kind: body}, chat_id)
        return update_id

    def push_raw(self, body: Any, chat_id: int | None = None) -> int:
        """Queue anything as it is; a dictionary without an update_id is given the next one."""
        update_id = self._take_id()
        if isinstance(body, dict):
            if isinstance(body.get("update_id"), int):
                update_id = body["update_id"]
            body = {"update_id": update_id, **body}
        self._append(update_id, body, chat_id)
        return update_id

    def restart_ids(self, next_id: int) -> None:
        """Number the following updates from `next_id`, as Telegram does after a quiet week."""
        self._next_id = next_id
        self._save_meta()

    def acknowledge(self, position: int) -> None:
        """Forget one update."""
        update = self.pending.pop(position, None)
        if update is None:
            return
        self._store.drop("update", position)
        lane = self.lanes[_lane(update)]
        del lane[position]
        if not lane:
            del self.lanes[_lane(update)]

    def drop_all(self) -> None:
        for position in list(self.pending):
            self.acknowledge(position)

    def forget_all(self) -> None:
        """Begin anew: nothing pending, the default kinds. Numbers go on, so that no id comes twice."""
        self.pending.clear()
        self.lanes.clear()
        self.allowed = None
        self._save_meta()

    def expire(self) -> None:
        """Forget what is older than Telegram keeps it."""
        limit = time.time() - self._kept_hours() * 3600
        while self.pending:
            oldest = next(iter(self.pending.values()))
            if oldest.at >= limit:
                return
            self.acknowledge(oldest.position)

    async def poll(self, offset: int, limit: int, seconds: float) -> list[Any]:
        """getUpdates: acknowledge below `offset`, return up to `limit`, wait up to `seconds` for the first one.

        A poll that is still waiting is ended with 409 by this one.
        """
        self.interrupt("terminated by other getUpdates request; make sure that only one bot instance is running")
        self.expire()
        self._confirm(offset)
        self._store.flush()
        if not self.pending and seconds > 0 and not self._closed:
            await self._arrival(min(seconds, MAX_POLL_SECONDS))
        return [update.body for update in list(self.pending.values())[:limit]]

    @property
    def polling(self) -> bool:
        """Whether a getUpdates call is waiting at this moment."""
        return self._poller is not None and not self._poller.done()

    def interrupt(self, reason: str) -> None:
        """End a waiting poll with 409."""
        if self._poller is not None and not self._poller.done():
            self._poller.set_exception(Conflict(reason))

    def let_go(self) -> None:
        """Answer a waiting poll with nothing, as when its time is up."""
        if self._poller is not None and not self._poller.done():
            self._poller.set_result(False)

    def close(self) -> None:
        """No poll waits any more."""
        self._closed = True
        self.let_go()

    async def _arrival(self, seconds: float) -> None:
        poller: asyncio.Future[bool] = asyncio.get_running_loop().create_future()
        self._poller = poller
        try:
            await asyncio.wait_for(poller, seconds)
        except TimeoutError:
            return
        finally:
            if self._poller is poller:
                self._poller = None

    def _confirm(self, offset: int) -> None:
        if offset < 0:
            for position in list(self.pending)[:offset]:
                self.acknowledge(position)
        elif offset > 0:
            for position in [position for position, update in self.pending.items() if update.update_id < offset]:
                self.acknowledge(position)

    def _take_id(self) -> int:
        update_id = self._next_id
        self._next_id += 1
        return update_id

    def _append(self, update_id: int, body: Any, chat_id: int | None) -> None:
        self._position += 1
        update = PendingUpdate(self._position, update_id, body, chat_id, time.time())
        self._keep(update)
        self._store.put("update", update.position, update)
        self._save_meta()
        if self._poller is not None and not self._poller.done():
            self._poller.set_result(True)
        self.on_push()

    def _keep(self, update: PendingUpdate) -> None:
        self.pending[update.position] = update
        self.lanes.setdefault(_lane(update), {})[update.position] = update

    def _save_meta(self) -> None:
        meta = {"position": self._position, "next_id": self._next_id, "allowed": self.allowed}
        self._store.put("meta", "updates", meta)


def _lane(update: PendingUpdate) -> int | str:
    return update.chat_id if update.chat_id is not None else f"update {update.position}"
