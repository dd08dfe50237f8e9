"""Fetching: stored first, acknowledged by the next call, whatever comes and whatever fails."""

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

import pytest
from telegram.error import Conflict, InvalidToken, NetworkError, RetryAfter, TelegramError

from bot.ingress.polling import Poller
from tests.builders import Bench
from tests.ingress.inbox_story import InboxStory, message
from tests.waiting import until


@dataclass(slots=True)
class Telegram:
    """Keeps updates until they are acknowledged, as Telegram does. `trouble` is raised first, one a call."""

    updates: list[Any] = field(default_factory=list)
    trouble: list[TelegramError] = field(default_factory=list)
    asked: list[int | None] = field(default_factory=list)
    _more: asyncio.Event = field(default_factory=asyncio.Event)

    @property
    def acknowledged(self) -> int | None:
        """The offset of the last call."""
        return self.asked[-1] if self.asked else None

    def arrive(self, *numbers: int) -> None:
        self.updates += updates(*numbers)
        self._more.set()

    async def get_updates(self, *, offset: int | None, **_wishes: Any) -> list[Any]:
        self.asked.append(offset)
        if self.trouble:
            raise self.trouble.pop(0)
        if offset is not None:
            self.updates = [update for update in self.updates if not _is_before(update, offset)]
        while not self.updates:
            self._more.clear()
            await self._more.wait()
        return list(self.updates)


def _is_before(update: Any, offset: int) -> bool:
    number = update.get("update_id") if isinstance(update, dict) else None
    return isinstance(number, int) and number < offset


@dataclass(slots=True)
class Post:
    """A poller between a Telegram and a list of what was kept; `refusals` makes storing fail so often."""

    telegram: Telegram
    kept: list[Any] = field(default_factory=list)
    told: list[str] = field(default_factory=list)
    refusals: int = 0

    async def receive(self, batch: Sequence[Any]) -> None:
        if self.refusals:
            self.refusals -= 1
            raise ConnectionError("the database is away")
        self.kept.extend(batch)

    @asynccontextmanager
    async def polling(self, receive: Any = None, gather_seconds: float = 0.0) -> AsyncIterator[Poller]:
        poller = Poller(self.telegram.get_updates, receive or self.receive, self.told.append, gather_seconds)
        stop = asyncio.Event()
        running = asyncio.create_task(poller.run(stop))
        try:
            yield poller
        finally:
            stop.set()
            await running


def updates(*numbers: int) -> list[dict[str, Any]]:
    return [{"update_id": number, "message": {"text": str(number)}} for number in numbers]


async def test_the_next_call_acknowledges_what_was_kept() -> None:
    post = Post(Telegram(updates(5, 6, 7)))
    async with post.polling():
        await until(lambda: len(post.telegram.asked) == 2)
    assert [update["update_id"] for update in post.kept] == [5, 6, 7]
    assert post.telegram.asked == [None, 8]


async def test_nothing_is_acknowledged_before_it_was_kept() -> None:
    post = Post(Telegram(updates(5)), refusals=1)
    async with post.polling() as poller:
        await until(lambda: post.telegram.acknowledged == 6)
        assert poller.healthy
    assert post.telegram.asked == [None, None, 6]
    assert [update["update_id"] for update in post.kept] == [5]


async def test_what_comes_close_together_is_kept_together() -> None:
    post = Post(Telegram(updates(5)))
    async with post.polling(gather_seconds=1.0):
        await until(lambda: post.kept)
        post.telegram.arrive(6)
        for _ in range(20):  # a poll that was open would have brought it by now
            await asyncio.sleep(0)
        post.telegram.arrive(7)
        await until(lambda: post.telegram.acknowledged == 8)
    assert post.telegram.asked == [None, 6, 8]


async def test_whoever_gathers_ends_at_once_all_the_same() -> None:
    post = Post(Telegram(updates(5)))
    async with asyncio.timeout(30), post.polling(gather_seconds=3600):
        await until(lambda: post.kept)


async def test_update_ids_may_begin_anew_at_a_smaller_number() -> None:
    """After a week's silence Telegram numbers from a random place (facts)."""
    post = Post(Telegram(updates(900_000)))
    async with post.polling():
        await until(lambda: post.telegram.acknowledged == 900_001)
        post.telegram.arrive(12)
        await until(lambda: post.telegram.acknowledged == 13)
    assert [update["update_id"] for update in post.kept] == [900_000, 12]


@pytest.mark.parametrize(
    "rubbish",
    [
        [{"update_id": 5, "message": {"message_id": "not a number", "chat": 7}}],
        ["hello", [1, 2], 7, None, {}],
        [{"update_id": "x"}, {"update_id": None}],
        [{"update_id": 2**70, "message": {}}, {"update_id": -5, "message": {}}],
    ],
)
async def test_rubbish_in_a_batch_holds_up_nothing(bench: Bench, rubbish: list[Any]) -> None:
    story = InboxStory(bench)
    good = message(5001, "안녕하세요")
    post = Post(Telegram([*rubbish, good]))
    async with post.polling(story.receives_all):
        await until(lambda: post.telegram.acknowledged == good["update_id"] + 1)
    assert good in [row.payload for row in await story.rows()]


@pytest.mark.parametrize("number", [2**70, -5, True])
async def test_a_number_that_telegram_never_gives_acknowledges_nothing(number: int) -> None:
    post = Post(Telegram([*updates(5), {"update_id": number}]))
    async with post.polling():
        await until(lambda: len(post.telegram.asked) == 2)
    assert post.telegram.acknowledged == 6


async def test_a_batch_of_nothing_but_rubbish_is_not_asked_for_without_a_pause(bench: Bench) -> None:
    """Without a number it cannot be acknowledged: Telegram is not asked a thousand times a second."""
    story = InboxStory(bench)
    post = Post(Telegram([{"message": {}}, "hello"]))
    async with post.polling(story.receives_all) as poller:
        await until(lambda: len(post.telegram.asked) >= 3)
        assert not poller.healthy
    assert len(post.telegram.asked) <= 5
    assert len(await story.rows()) == 2


async def test_a_second_poller_is_told_of_once_and_polling_goes_on() -> None:
    post = Post(Telegram(updates(5), [Conflict("terminated by other getUpdates request")] * 2))
    async with post.polling() as poller:
        await until(lambda: post.told == ["api-second-poller"])
        assert not poller.healthy
        await until(lambda: post.telegram.acknowledged == 6)
        assert poller.healthy
    assert post.told == ["api-second-poller"]


@pytest.mark.parametrize("trouble", [NetworkError("Bad Gateway"), RetryAfter(1), TelegramError("Invalid response")])
async def test_trouble_means_asking_again_from_the_same_place(trouble: TelegramError) -> None:
    post = Post(Telegram(updates(5), [trouble]))
    async with post.polling():
        await until(lambda: post.telegram.acknowledged == 6)
    assert post.telegram.asked == [None, None, 6]


async def test_a_refused_token_is_told_to_the_operator() -> None:
    post = Post(Telegram(updates(5), [InvalidToken()]))
    async with post.polling():
        await until(lambda: post.telegram.acknowledged == 6)
    assert post.told == ["api-token-refused"]


async def test_the_end_breaks_a_long_poll_off() -> None:
    post = Post(Telegram())
    async with asyncio.timeout(30):
        async with post.polling():
            await until(lambda: post.telegram.asked == [None])
