"""What every test can ask for: a migrated database, on SQLite and on PostgreSQL."""

from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest

from storage.database import Database
from tests.databases import KINDS, Servers


@pytest.fixture(scope="session")
def servers(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Servers]:
    """Started at the first use, stopped at the end; one set per worker process."""
    started = Servers(tmp_path_factory.mktemp("databases"))
    yield started
    started.close()


@pytest.fixture(params=KINDS)
def database_kind(request: pytest.FixtureRequest) -> str:
    """Whatever touches the database runs on each kind."""
    return str(request.param)


@pytest.fixture
async def database_url(database_kind: str, servers: Servers, tmp_path: Path) -> AsyncIterator[str]:
    """A migrated, empty database of the test's own, for a service in another process."""
    async with servers.fresh(database_kind, tmp_path) as url:
        yield url


@pytest.fixture
async def database(database_url: str) -> AsyncIterator[Database]:
    """The same, opened in this process."""
    opened = Database.open(database_url)
    yield opened
    await opened.dispose()
