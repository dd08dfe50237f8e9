"""A bench on a fresh database, and one open unit of work on it."""

from collections.abc import AsyncIterator

import pytest

from bot.desk import Work
from storage.database import Database
from tests.builders import Bench, Post


@pytest.fixture
def bench(database: Database) -> Bench:
    return Bench.on(database)


@pytest.fixture
async def work(bench: Bench) -> AsyncIterator[Work]:
    """One transaction that ends with the test."""
    async with bench.transaction() as made:
        yield made


@pytest.fixture
def post() -> Post:
    return Post()
