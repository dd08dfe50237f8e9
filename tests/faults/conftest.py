"""A look-alike without a service: each test lets its processes live and die."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.sandbox.client import SandboxClient, running_sandbox
from bot.sandbox.process import free_port
from tests.faults.lives import learn_examples
from tests.journeys.town import Town, write_office


@pytest.fixture
async def sandbox() -> AsyncIterator[SandboxClient]:
    async with running_sandbox() as running:
        yield running


@pytest.fixture
async def town(sandbox: SandboxClient, database_url: str, tmp_path: Path) -> Town:
    await learn_examples()
    return a_town(sandbox, database_url, tmp_path)


def a_town(sandbox: SandboxClient, database_url: str, folder: Path, port: int | None = None, **env: str) -> Town:
    """One process's place: its port, its log, its office."""
    write_office(folder / "office")
    return Town(sandbox, database_url, folder, {"LOG_LEVEL": "WARNING", **env}, port=port or free_port())
