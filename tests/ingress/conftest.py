"""An inbox on a fresh database."""

import pytest

from storage.database import Database
from tests.builders import Bench


@pytest.fixture
def bench(database: Database) -> Bench:
    return Bench.on(database)
