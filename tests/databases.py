"""Databases for tests: SQLite files and a PostgreSQL server, both migrated once and copied for every test.

An address that a test is done with is given to the next one: what SQLAlchemy has compiled for it is good for both.
PostgreSQL needs a fifth of a second for a copy and its removal, so there the rows go and the tables stay, unless a
test has touched the tables themselves.
"""

import asyncio
import shutil
import tempfile
import uuid
from collections.abc import AsyncIterator
from contextlib import ExitStack, asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import asyncpg
from sqlalchemy import URL, AsyncAdaptedQueuePool, make_url

from storage.database import Database
from storage.models import Base
from storage.upgrade import upgrade
from tests.postgresql import postgresql_server

KINDS = ("sqlite", "postgresql")


@dataclass(slots=True)
class Servers:
    """What is started at its first use and kept for the session of one worker process."""

    folder: Path
    stack: ExitStack = field(default_factory=ExitStack)
    sqlite_template: Path | None = None
    postgresql: URL | None = None
    postgresql_template: str | None = None
    as_made: str = ""
    copying: str = ""
    free_places: list[Path] = field(default_factory=list)
    free_names: list[str] = field(default_factory=list)
    opened: dict[str, Database] = field(default_factory=dict)
    keepers: dict[str, Any] = field(default_factory=dict)

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
        """The database at an address of `fresh`; to be given to `done_with` before the address goes to the next."""
        if url not in self.opened:
            self.opened[url] = Database.open(url)
        return self.opened[url]

    async def done_with(self, database: Database) -> None:
        """Connections to PostgreSQL stay for the next test; a file goes, and so do those that somebody has taken."""
        pool = database.engine.sync_engine.pool
        if not isinstance(pool, AsyncAdaptedQueuePool) or database.file is not None or pool.checkedout():
            await database.dispose()

    async def put_away(self, url: str) -> None:
        """Closes every connection that was opened to it here."""
        if url in self.opened:
            await self.opened[url].dispose()

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
        name = self.free_names.pop() if self.free_names else await self._copied(server)
        own = server.set(database=name)
        url = own.render_as_string(hide_password=False)
        try:
            yield url
        finally:
            if await self._is_as_new(own):
                self.free_names.append(name)
            else:
                await self.put_away(url)
                await self.keepers.pop(name).close()
                await _administer(server, f'DROP DATABASE "{name}" WITH (FORCE)')

    async def _copied(self, server: URL) -> str:
        name = f"haedap_{uuid.uuid4().hex}"
        await _administer(server, f'CREATE DATABASE "{name}" TEMPLATE "{self.postgresql_template}" {self.copying}')
        return name

    async def _keeper(self, own: URL) -> Any:
        """A connection of our own to a database; a story may have cut it off."""
        name = str(own.database)
        if name not in self.keepers or self.keepers[name].is_closed():
            self.keepers[name] = await _connect(own)
        return self.keepers[name]

    async def _is_as_new(self, own: URL) -> bool:
        """Nobody works in it any more and no row is left, unless the tables themselves were touched."""
        keeper = await self._keeper(own)
        if await keeper.fetchval(_END_OTHERS):
            await self.put_away(own.render_as_string(hide_password=False))
        if await keeper.fetchval(_HOW_MADE) != self.as_made:
            return False
        await keeper.execute(_EMPTY)
        return True

    async def _template(self) -> URL:
        if self.postgresql is None:
            self.postgresql = make_url(self.stack.enter_context(postgresql_server()))
        if self.postgresql_template is None:
            name = f"haedap_template_{uuid.uuid4().hex}"
            version = await _administer(self.postgresql, "SHOW server_version_num")
            # The way of older servers, which the newer ones have to be asked for, is the quicker one by half.
            self.copying = "STRATEGY FILE_COPY" if int(version) >= 150000 else ""
            await _administer(self.postgresql, f'CREATE DATABASE "{name}" ENCODING UTF8 TEMPLATE template0')
            own = self.postgresql.set(database=name)
            await _migrate(own.render_as_string(hide_password=False))
            self.as_made = await _administer(own, _HOW_MADE)
            self.postgresql_template = name
        return self.postgresql

    def close(self) -> None:
        """Stops whatever was started."""
        if self.postgresql is not None:
            for name in filter(None, [*self.free_names, self.postgresql_template]):
                asyncio.run(_administer(self.postgresql, f'DROP DATABASE "{name}" WITH (FORCE)'))
        self.stack.close()


async def _migrate(url: str) -> None:
    database = Database.open(url)
    try:
        await upgrade(database)
    finally:
        await database.dispose()


async def _connect(database: URL) -> Any:
    return await asyncpg.connect(database.set(drivername="postgresql").render_as_string(hide_password=False))


async def _administer(server: URL, statement: str) -> Any:
    """The first value of the answer, if there is one."""
    connection = await _connect(server)
    try:
        return await connection.fetchval(statement)
    finally:
        await connection.close()


# Each change of a table, a right, a rule or a setting writes its row of the catalogue anew, so its xmin changes.
_HOW_MADE = """
    SELECT md5(string_agg(made, ',' ORDER BY made)) || coalesce((
        SELECT string_agg(setconfig::text, ',') FROM pg_db_role_setting
        JOIN pg_database ON pg_database.oid = setdatabase WHERE datname = current_database()), '')
    FROM (
        SELECT 'class' || oid || ' ' || xmin AS made FROM pg_class WHERE relnamespace = 'public'::regnamespace
        UNION ALL SELECT 'column' || attrelid || attname || ' ' || xmin FROM pg_attribute
            WHERE attrelid IN (SELECT oid FROM pg_class WHERE relnamespace = 'public'::regnamespace)
        UNION ALL SELECT 'constraint' || oid || ' ' || xmin FROM pg_constraint
            WHERE connamespace = 'public'::regnamespace
        UNION ALL SELECT 'trigger' || oid || ' ' || xmin FROM pg_trigger
        UNION ALL SELECT 'function' || oid || ' ' || xmin FROM pg_proc WHERE pronamespace = 'public'::regnamespace
        UNION ALL SELECT 'schema' || oid || ' ' || xmin FROM pg_namespace WHERE nspname NOT LIKE 'pg_temp%'
        UNION ALL SELECT 'version' || version_num FROM alembic_version
    ) AS everything
"""
# Connections that rest are kept; one in the middle of something belongs to a process that was killed, or to a story
# that left it so.
_END_OTHERS = """
    SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity
    WHERE datname = current_database() AND pid <> pg_backend_pid() AND backend_type = 'client backend'
        AND (state <> 'idle' OR pid IN (SELECT pid FROM pg_locks WHERE locktype = 'advisory'))
"""
_EMPTY = "; ".join(
    [
        *(f'DELETE FROM "{table.name}"' for table in reversed(Base.metadata.sorted_tables)),
        """SELECT count(setval(oid::regclass, 1, false)) FROM pg_class
               WHERE relkind = 'S' AND relnamespace = 'public'::regnamespace""",
    ]
)
