"""A bench on a fresh database, and one open unit of work on it."""

from collections.abc import AsyncIterator

import pytest

from bot.desk import Work
from tests.builders import Bench, Post


@pytest.fixture
async def bench(database_url: str) -> AsyncIterator[Bench]:
    made = Bench.open(database_url)
    yield made
    await made.database.dispose()


@pytest.fixture
async def work(bench: Bench) -> AsyncIterator[Work]:
    """One transaction that ends with the test."""
    async with bench.transaction() as made:
        yield made


@pytest.fixture
def post() -> Post:
    return Post()
