"""Where the database is, and that it may be relied on."""

import asyncio
import os
import pwd
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from sqlalchemy import make_url, text

from storage.address import PROJECT, read_address
from storage.database import Database
from storage.errors import AddressError, StorageError
from storage.installation import get_fact, set_fact
from storage.sqlite import journal_mode
from tests.databases import Servers

EVERYTHING = "SELECT, INSERT, UPDATE, DELETE"
NOWHERE = "postgresql://haedap:secret@127.0.0.1:9/haedap"


@pytest.mark.parametrize(
    ("url", "file"),
    [
        ("sqlite+aiosqlite:///haedap.db", PROJECT / "haedap.db"),
        ("sqlite:///data/haedap.db", PROJECT / "data" / "haedap.db"),
        ("sqlite:////var/lib/haedap.db", Path("/var/lib/haedap.db")),
    ],
)
def test_a_relative_file_is_meant_from_the_project_folder(url: str, file: Path) -> None:
    address = read_address(url)

    assert (address.dialect, address.file) == ("sqlite", file)


@pytest.mark.parametrize("scheme", ["postgres", "postgresql", "postgresql+asyncpg"])
def test_postgresql_is_understood_in_all_its_spellings(scheme: str) -> None:
    address = read_address(f"{scheme}://haedap:secret@db.example/desk?sslmode=require")

    assert str(address) == "postgresql+asyncpg://haedap:***@db.example/desk?ssl=require"


@pytest.mark.parametrize(
    ("url", "reason"),
    [("haedap.db", "address"), ("sqlite://haedap.db", "address"), ("mysql://db.example/desk", "address-kind")],
)
def test_other_addresses_are_refused(url: str, reason: str) -> None:
    with pytest.raises(AddressError) as refused:
        read_address(url)

    assert refused.value.reason == reason


async def test_a_good_database_is_proven(database: Database) -> None:
    await database.prove()


@pytest.mark.parametrize(
    ("url", "reason"),
    [
        (NOWHERE, "unreachable"),
        ("postgresql+asyncpg://desk:secret@127.0.0.1:9/desk?colour=red", "unreachable"),
        ("postgresql+asyncpg://desk:secret@127.0.0.1:9/desk?timeout=soon", "unreachable"),
        ("sqlite:///{folder}/missing/haedap.db", "folder-missing"),
        ("sqlite:///{folder}", "file-unwritable"),
        ("sqlite:///{folder}/letter.txt", "not-a-database"),
    ],
)
async def test_a_bad_one_says_what_is_wrong_without_its_password(url: str, reason: str, tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("Dear office, " * 100)
    database = Database.open(url.format(folder=tmp_path))

    with pytest.raises(StorageError) as refused:
        await database.prove()

    assert refused.value.reason == reason
    assert "secret" not in str(refused.value)
    await database.dispose()


def _allow(path: Path, mode: int) -> None:
    path.chmod(mode)


@contextmanager
def somebody_without_rights() -> Iterator[None]:
    """Root may write everywhere: then nobody looks at the file."""
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(pwd.getpwnam("nobody").pw_uid)
    try:
        yield
    finally:
        os.seteuid(0)


@pytest.mark.parametrize(("file_mode", "folder_mode"), [(0o444, 0o777), (0o666, 0o555)], ids=["file", "folder"])
async def test_a_file_that_may_only_be_read_is_named(servers: Servers, file_mode: int, folder_mode: int) -> None:
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        async with servers.fresh("sqlite", folder) as url:
            _allow(folder / "haedap.db", file_mode)
            _allow(folder, folder_mode)
            database = Database.open(url)
            try:
                with somebody_without_rights(), pytest.raises(StorageError) as refused:
                    await database.prove()
                await database.dispose()
            finally:
                _allow(folder, 0o777)
    assert (refused.value.reason, refused.value.details) == ("file-unwritable", {"file": folder / "haedap.db"})


async def test_to_be_proven_changes_nothing(servers: Servers, tmp_path: Path) -> None:
    async with servers.fresh("sqlite", tmp_path) as url:
        before = (tmp_path / "haedap.db").read_bytes()
        database = Database.open(url)
        await database.prove()
        await database.dispose()
        assert (tmp_path / "haedap.db").read_bytes() == before


@pytest.mark.parametrize(
    ("grants", "fit"),
    [
        ((), False),
        (("SELECT ON ALL TABLES IN SCHEMA public",), False),
        (("SELECT, INSERT, UPDATE ON ALL TABLES IN SCHEMA public",), False),
        ((f"{EVERYTHING} ON ALL TABLES IN SCHEMA public",), False),
        ((f"{EVERYTHING} ON ALL TABLES IN SCHEMA public", "USAGE ON ALL SEQUENCES IN SCHEMA public"), True),
    ],
)
async def test_a_role_that_may_only_read_is_named(
    servers: Servers, tmp_path: Path, grants: tuple[str, ...], fit: bool
) -> None:
    async with servers.fresh("postgresql", tmp_path) as url:
        role = f"reader_{os.urandom(4).hex()}"
        owner = Database.open(url)
        async with owner.engine.begin() as connection:
            for statement in (f"CREATE ROLE {role} LOGIN", *(f"GRANT {grant} TO {role}" for grant in grants)):
                await connection.execute(text(statement))
        reader = Database.open(make_url(url).set(username=role).render_as_string(hide_password=False))
        try:
            if fit:
                await reader.prove()
            else:
                with pytest.raises(StorageError) as refused:
                    await reader.prove()
                assert (refused.value.reason, refused.value.details) == ("postgresql-rights", {"role": role})
        finally:
            await reader.dispose()
            async with owner.engine.begin() as connection:
                await connection.execute(text(f"DROP OWNED BY {role}"))
                await connection.execute(text(f"DROP ROLE {role}"))
            await owner.dispose()


async def test_postgresql_that_forgets_its_last_commits_is_refused(database: Database, database_kind: str) -> None:
    if database_kind == "sqlite":
        assert await _pragma(database, "synchronous") == 2
        return
    async with database.engine.begin() as connection:
        await connection.execute(text(f'ALTER DATABASE "{database.address.url.database}" SET synchronous_commit = off'))
    await database.dispose()

    with pytest.raises(StorageError) as refused:
        await database.prove()

    assert refused.value.details["setting"] == "synchronous_commit"


@pytest.mark.parametrize(
    ("version", "mode"),
    [
        ((3, 40, 1), "delete"),
        ((3, 44, 5), "delete"),
        ((3, 44, 6), "wal"),
        ((3, 45, 0), "delete"),
        ((3, 50, 6), "delete"),
        ((3, 50, 7), "wal"),
        ((3, 51, 2), "delete"),
        ((3, 51, 3), "wal"),
        ((3, 52, 0), "wal"),
    ],
)
def test_the_write_ahead_log_is_used_only_where_its_fault_is_mended(version: tuple[int, ...], mode: str) -> None:
    assert journal_mode(version) == mode


async def test_sqlite_has_the_settings_that_keep_what_was_committed(tmp_path: Path) -> None:
    database = Database.open(f"sqlite:///{tmp_path}/haedap.db")
    found = {name: await _pragma(database, name) for name in ("journal_mode", "synchronous", "foreign_keys")}
    await database.dispose()

    assert found == {"journal_mode": journal_mode(), "synchronous": 2, "foreign_keys": 1}


async def test_sqlite_waits_for_a_writer_in_another_process(servers: Servers, tmp_path: Path) -> None:
    async with servers.fresh("sqlite", tmp_path) as url:
        database = Database.open(url)
        assert database.file is not None

        async def write() -> None:
            async with database.unit_of_work() as work:
                await set_fact(work.session, "colour", "green")
                await work.commit()

        with closing(sqlite3.connect(database.file, isolation_level=None)) as outsider:
            outsider.execute("BEGIN IMMEDIATE")
            waiting = asyncio.create_task(write())
            async with database.unit_of_work(reading=True) as work:  # readers need not wait
                assert await get_fact(work.session, "colour") is None
            assert not waiting.done()
            outsider.execute("COMMIT")
            await waiting

        async with database.unit_of_work(reading=True) as work:
            assert await get_fact(work.session, "colour") == "green"
        await database.dispose()


async def test_a_statement_that_fails_leaves_the_unit_undone_and_the_connection_fit(database: Database) -> None:
    async def fail() -> None:
        async with database.unit_of_work() as work:
            await set_fact(work.session, "colour", "green")
            await work.session.execute(text("SELECT nonsense"))
            await work.commit()

    for _ in range(15):  # more often than there are connections
        with pytest.raises(Exception, match="nonsense"):
            await fail()

    async with database.unit_of_work() as work:
        assert await get_fact(work.session, "colour") is None


async def _pragma(database: Database, name: str) -> object:
    async with database.engine.connect() as connection:
        return await connection.scalar(text(f"PRAGMA {name}"))
