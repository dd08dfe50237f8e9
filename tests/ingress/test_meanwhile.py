"""What goes on beside the learning ends with it, however it ends."""

import asyncio

import pytest

from bot.errors import OperatorError
from bot.meanwhile import meanwhile


class Beside:
    """Runs until it is told that the other thing is over."""

    ended = False

    async def run(self, over: asyncio.Event) -> None:
        await over.wait()
        self.ended = True


async def test_the_result_comes_when_what_went_on_beside_it_has_ended() -> None:
    beside = Beside()
    learning = asyncio.create_task(asyncio.sleep(0, "taught"))
    assert await meanwhile(learning, beside.run, asyncio.Event(), lambda: None) == "taught"
    assert beside.ended


async def test_a_stop_ends_both() -> None:
    beside, stop = Beside(), asyncio.Event()
    learning: asyncio.Future[str] = asyncio.get_running_loop().create_future()
    stop.set()
    assert await meanwhile(learning, beside.run, stop, lambda: None) is None
    assert (beside.ended, learning.cancelled()) == (True, True)


async def test_what_cannot_be_learnt_ends_both_and_is_told() -> None:
    async def fails() -> str:
        raise OperatorError("training-failed", reason="no memory")

    beside = Beside()
    with pytest.raises(OperatorError):
        await meanwhile(asyncio.create_task(fails()), beside.run, asyncio.Event(), lambda: None)
    assert beside.ended


async def test_what_dies_beside_it_is_not_passed_over() -> None:
    async def dies(_over: asyncio.Event) -> None:
        raise RuntimeError("dead")

    learning: asyncio.Future[str] = asyncio.get_running_loop().create_future()
    with pytest.raises(RuntimeError, match="dead"):
        await meanwhile(learning, dies, asyncio.Event(), lambda: None)
    assert learning.cancelled()
