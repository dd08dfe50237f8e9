"""An inbox on a fresh database."""

from collections.abc import AsyncIterator

import pytest

from tests.builders import Bench


@pytest.fixture
async def bench(database_url: str) -> AsyncIterator[Bench]:
    made = Bench.open(database_url)
    yield made
    await made.database.dispose()
