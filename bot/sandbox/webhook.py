"""Updates pushed to the bot's webhook: one request in flight per chat, in order, repeated until it answers 2xx."""

import asyncio
import contextlib
import time
from collections.abc import Callable
from dataclasses import dataclass, field

import httpx

from bot.sandbox.errors import Json
from bot.sandbox.limits import LimitSettings
from bot.sandbox.model import PendingUpdate
from bot.sandbox.store import Store
from bot.sandbox.updates import UpdateQueue

REQUEST_SECONDS = 60.0
DEFAULT_CONNECTIONS = 40


@dataclass(slots=True)
class WebhookSettings:
    """What setWebhook stored, and the last failure (UNIX seconds, text)."""

    url: str = ""
    secret_token: str = ""
    max_connections: int = DEFAULT_CONNECTIONS
    ip_address: str = ""
    last_error_date: int | None = None
    last_error_message: str | None = None


@dataclass(slots=True)
class _Lane:
    """The serial queue of one chat: a request in flight or a pause until `ready_at` (monotonic)."""

    busy: bool = False
    ready_at: float = 0.0
    failures: int = field(default=0)


class Webhook:
    """The pusher. It runs as one task while a URL is set; each lane has at most one request in flight."""

    def __init__(self, store: Store, updates: UpdateQueue, limits: Callable[[], LimitSettings]) -> None:
        self._store = store
        self._updates = updates
        self._limits = limits
        self.settings = WebhookSettings(**(store.load_one("meta", "webhook") or {}))
        self._lanes: dict[int | str, _Lane] = {}
        self._wake = asyncio.Event()
        self._loop: asyncio.Task[None] | None = None
        self._pushes: set[asyncio.Task[None]] = set()
        updates.on_push = self._wake.set
        if self.settings.url:
            self._start()

    async def set(self, settings: WebhookSettings) -> None:
        """Use another URL ("" stops pushing)."""
        await self.stop()
        self.settings = settings
        self._lanes.clear()
        self._store.put("meta", "webhook", settings)
        if settings.url:
            self._updates.interrupt("terminated by setWebhook request")
            self._start()

    async def stop(self) -> None:
        """End the pushing; an update whose answer was not seen stays pending."""
        tasks = [task for task in (self._loop, *self._pushes) if task is not None]
        for task in tasks:
            task.cancel()
        for task in tasks:
            with contextlib.suppress(asyncio.CancelledError):
                await task
        self._loop = None
        self._pushes.clear()

    def info(self) -> Json:
        """WebhookInfo."""
        settings = self.settings
        result: Json = {
            "url": settings.url,
            "has_custom_certificate": False,
            "pending_update_count": len(self._updates.pending),
        }
        if settings.url:
            result["max_connections"] = settings.max_connections
        if settings.ip_address:
            result["ip_address"] = settings.ip_address
        if settings.last_error_date is not None:
            result["last_error_date"] = settings.last_error_date
            result["last_error_message"] = settings.last_error_message or ""
        if self._updates.allowed:
            result["allowed_updates"] = self._updates.allowed
        return result

    def _start(self) -> None:
        self._wake.set()
        self._loop = asyncio.get_running_loop().create_task(self._run())

    async def _run(self) -> None:
        timeout = httpx.Timeout(REQUEST_SECONDS, connect=5.0)
        pool = httpx.Limits(max_connections=self.settings.max_connections)
        async with httpx.AsyncClient(timeout=timeout, limits=pool, trust_env=False) as client:
            while True:
                self._wake.clear()
                pause = self._begin_pushes(client)
                with contextlib.suppress(TimeoutError):
                    await asyncio.wait_for(self._wake.wait(), pause)

    def _begin_pushes(self, client: httpx.AsyncClient) -> float | None:
        """Start a request for every idle lane that has an update; seconds until the next lane is ready."""
        self._updates.expire()
        now = time.monotonic()
        ready: list[float] = []
        for key, updates in self._updates.lanes.items():
            lane = self._lanes.setdefault(key, _Lane())
            if lane.ready_at > now:
                ready.append(lane.ready_at - now)
            elif not lane.busy and len(self._pushes) < self.settings.max_connections:
                lane.busy = True
                update = next(iter(updates.values()))
                task = asyncio.get_running_loop().create_task(self._push(client, update, lane))
                self._pushes.add(task)
                task.add_done_callback(self._pushed)
        return min(ready) if ready else None

    def _pushed(self, task: asyncio.Task[None]) -> None:
        self._pushes.discard(task)
        self._wake.set()

    async def _push(self, client: httpx.AsyncClient, update: PendingUpdate, lane: _Lane) -> None:
        headers = {}
        if self.settings.secret_token:
            headers["X-Telegram-Bot-Api-Secret-Token"] = self.settings.secret_token
        failure: str | None = None
        try:
            response = await client.post(self.settings.url, json=update.body, headers=headers)
            if not response.is_success:
                failure = f"Wrong response from the webhook: {response.status_code} {response.reason_phrase}"
        except httpx.HTTPError as error:
            failure = str(error) or type(error).__name__
        finally:
            lane.busy = False
        self._settle(update, lane, failure)

    def _settle(self, update: PendingUpdate, lane: _Lane, failure: str | None) -> None:
        if failure is None:
            lane.failures = 0
            self._updates.acknowledge(update.position)
        else:
            limits = self._limits()
            pause = min(limits.webhook_retry_seconds * 2**lane.failures, limits.webhook_retry_max_seconds)
            lane.failures = min(lane.failures + 1, 16)
            lane.ready_at = time.monotonic() + pause
            self.settings.last_error_date = int(time.time())
            self.settings.last_error_message = failure
            self._store.put("meta", "webhook", self.settings)
        self._store.flush()
