"""Updates pushed to a webhook: with the secret, one in flight per chat, in order, repeated until 2xx."""

import asyncio
import contextlib
from collections import defaultdict
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from typing import Any

import pytest
import telegram
import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from telegram.error import Conflict

from bot.sandbox.client import SandboxClient
from bot.sandbox.process import free_port
from tests.waiting import until

SECRET = "s3cret_token-1"


@dataclass(slots=True)
class Receiver:
    """A bot's webhook that fails the first `failures` pushes and takes `pause` seconds for each."""

    url: str = ""
    failures: int = 0
    pause: float = 0.0
    updates: list[dict[str, Any]] = field(default_factory=list)
    attempts: list[int] = field(default_factory=list)
    secrets: set[str | None] = field(default_factory=set)
    in_flight: dict[int, int] = field(default_factory=lambda: defaultdict(int))
    overlapping: bool = False
    together: int = 0

    async def take(self, request: Request) -> Response:
        update = await request.json()
        chat = update["message"]["chat"]["id"]
        self.secrets.add(request.headers.get("X-Telegram-Bot-Api-Secret-Token"))
        self.attempts.append(update["update_id"])
        self.in_flight[chat] += 1
        self.overlapping |= self.in_flight[chat] > 1
        self.together = max(self.together, sum(self.in_flight.values()))
        await asyncio.sleep(self.pause)
        self.in_flight[chat] -= 1
        if self.failures > 0:
            self.failures -= 1
            return Response(status_code=503)
        self.updates.append(update)
        return Response()

    async def received(self, count: int) -> list[dict[str, Any]]:
        for _ in range(1000):
            if len(self.updates) >= count:
                return self.updates
            await asyncio.sleep(0.01)
        raise AssertionError(f"{len(self.updates)} of {count} updates were pushed")


@pytest.fixture
async def receiver() -> AsyncIterator[Receiver]:
    taker = Receiver()
    port = free_port()
    app = Starlette(routes=[Route("/hook", taker.take, methods=["POST"])])
    server = uvicorn.Server(uvicorn.Config(app, port=port, log_level="warning", timeout_graceful_shutdown=1))
    task = asyncio.create_task(server.serve())
    for _ in range(500):
        if server.started:
            break
        await asyncio.sleep(0.01)
    taker.url = f"http://127.0.0.1:{port}/hook"
    yield taker
    server.should_exit = True
    with contextlib.suppress(asyncio.CancelledError):
        await task


async def nothing_waits(bot: telegram.Bot) -> telegram.WebhookInfo | None:
    info = await bot.get_webhook_info()
    return None if info.pending_update_count else info


async def test_updates_are_pushed_with_the_secret(
    sandbox: SandboxClient, bot: telegram.Bot, receiver: Receiver
) -> None:
    owner = await sandbox.user("김영희")
    await owner.sends("먼저 온 것")
    await bot.set_webhook(receiver.url, secret_token=SECRET, max_connections=5)
    await owner.sends("나중 것")
    updates = await receiver.received(2)
    assert [u["message"]["text"] for u in updates] == ["먼저 온 것", "나중 것"]
    assert receiver.secrets == {SECRET}
    # What has arrived counts as waiting until the answer has come back.
    info = await until(lambda: nothing_waits(bot))
    assert (info.url, info.max_connections) == (receiver.url, 5)
    with pytest.raises(Conflict, match="can't use getUpdates method while webhook is active"):
        await bot.get_updates()
    await bot.delete_webhook()
    assert await bot.get_updates() == ()


async def test_a_push_is_repeated_until_it_is_accepted_and_nothing_overtakes_it(
    sandbox: SandboxClient, bot: telegram.Bot, receiver: Receiver
) -> None:
    await sandbox.limits(enabled=False, webhook_retry_seconds=0.02)
    receiver.failures = 3
    await bot.set_webhook(receiver.url)
    owner = await sandbox.user("김영희")
    for text in "가나다":
        await owner.sends(text)
    updates = await receiver.received(3)
    assert [u["message"]["text"] for u in updates] == ["가", "나", "다"]
    assert receiver.attempts[:4] == [updates[0]["update_id"]] * 4
    info = await bot.get_webhook_info()
    assert "503" in (info.last_error_message or "")


async def test_one_push_at_a_time_in_a_chat_and_several_chats_at_once(
    sandbox: SandboxClient, bot: telegram.Bot, receiver: Receiver
) -> None:
    receiver.pause = 0.05
    people = [await sandbox.user(name) for name in ("김영희", "박철수", "Alex")]
    for number in range(4):
        for person in people:
            await person.sends(str(number))
    await bot.set_webhook(receiver.url)
    updates = await receiver.received(12)
    assert not receiver.overlapping
    assert receiver.together == 3
    for person in people:
        texts = [u["message"]["text"] for u in updates if u["message"]["chat"]["id"] == person.id]
        assert texts == ["0", "1", "2", "3"]


async def test_pending_updates_can_be_dropped(sandbox: SandboxClient, bot: telegram.Bot, receiver: Receiver) -> None:
    owner = await sandbox.user("김영희")
    await owner.sends("옛 이야기")
    await bot.set_webhook(receiver.url, drop_pending_updates=True)
    await owner.sends("새 이야기")
    assert [u["message"]["text"] for u in await receiver.received(1)] == ["새 이야기"]
