"""A post office on a fresh database: the dispatcher runs, one function stands for Telegram."""

from collections.abc import AsyncIterator

import pytest

from tests.builders import Bench
from tests.delivery.post_office import PostOffice


@pytest.fixture
async def office(database_url: str) -> AsyncIterator[PostOffice]:
    bench = Bench.open(database_url)
    yield PostOffice(bench)
    await bench.database.dispose()
