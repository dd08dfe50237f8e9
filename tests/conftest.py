"""What every test can ask for: a migrated database, on SQLite and on PostgreSQL."""

import os
from collections.abc import AsyncIterator, Iterator

import pytest
from hypothesis import settings

from storage.database import Database
from tests.databases import KINDS, Servers

_LONG = ("tests/faults/", "tests/journeys/test_bad_starts.py", "tests/sandbox/test_launcher.py")

settings.register_profile("untimed", deadline=None)  # a busy machine is no fault of what is tested
settings.load_profile("untimed")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Stories that take long begin first, each with a worker of its own: at the end the others would wait for them.
    Every worker is given a stretch of the list at first, so they stand at the beginning of each stretch in turn."""
    long = [item for item in items if item.nodeid.startswith(_LONG)]
    others = [item for item in items if not item.nodeid.startswith(_LONG)]
    workers = int(os.environ.get("PYTEST_XDIST_WORKER_COUNT", "1"))
    size = -(-len(others) // workers)
    stretches = [[*long[n::workers], *others[n * size : (n + 1) * size]] for n in range(workers)]
    items[:] = [item for stretch in stretches for item in stretch]


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
async def database_url(request: pytest.FixtureRequest, database_kind: str, servers: Servers) -> AsyncIterator[str]:
    """A migrated, empty database of the test's own, for a service in another process, and nobody else at it."""
    async with servers.fresh(database_kind) as url:
        if "database" not in request.fixturenames:
            await servers.put_away(url)
        yield url


@pytest.fixture
async def database(database_url: str, servers: Servers) -> AsyncIterator[Database]:
    """The same, opened in this process."""
    opened = servers.database(database_url)
    yield opened
    await servers.done_with(opened)
