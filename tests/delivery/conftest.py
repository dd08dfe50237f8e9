"""A post office on a fresh database: the dispatcher runs, one function stands for Telegram."""

import pytest

from storage.database import Database
from tests.builders import Bench
from tests.delivery.post_office import PostOffice


@pytest.fixture
def office(database: Database) -> PostOffice:
    return PostOffice(Bench.on(database))
