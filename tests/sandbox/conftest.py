"""One sandbox process for all tests of this folder, emptied and seeded anew before each of them."""

from collections.abc import AsyncIterator

import pytest
import telegram

from bot.sandbox.client import SandboxClient, running_sandbox
from tests.sandbox.new_bots import new_bot


@pytest.fixture(scope="session")
async def sandbox_process() -> AsyncIterator[SandboxClient]:
    async with running_sandbox() as client:
        yield client


@pytest.fixture
async def sandbox(sandbox_process: SandboxClient) -> SandboxClient:
    """A fresh seeded world without flood control."""
    await sandbox_process.post("reset", {"seed": True})
    await sandbox_process.limits(enabled=False)
    return sandbox_process


@pytest.fixture
async def bot(sandbox: SandboxClient) -> AsyncIterator[telegram.Bot]:
    """python-telegram-bot's own Bot, pointed at the sandbox."""
    async with new_bot(sandbox) as bot:
        yield bot
