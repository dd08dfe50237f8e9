"""`python -m storage` as the operator uses it: one line a problem, never a traceback, from any folder."""

import asyncio
import os
import sqlite3
import subprocess
import sys
from collections.abc import Awaitable, Callable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import pytest

from storage import backup_postgresql
from storage.__main__ import main
from storage.address import PROJECT
from storage.database import Database
from storage.errors import BackupError
from storage.installation import get_fact, set_fact
from storage.leadership import Leadership
from tests.databases import Servers
from tests.storage.rows import an_owner


@dataclass(frozen=True, slots=True)
class Said:
    code: int
    shown: str
    problem: str


Terminal = Callable[..., Awaitable[Said]]


@pytest.fixture
def storage(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Terminal:
    """`await storage("check", url)`: one command on a thread of its own, as it has a loop of its own."""
    monkeypatch.delenv("DATA_KEY", raising=False)

    async def run(command: str, url: str, *more: object) -> Said:
        monkeypatch.setenv("DATABASE_URL", url)
        code = await asyncio.to_thread(main, [command, *map(str, more)])
        captured = capsys.readouterr()
        return Said(code, captured.out, captured.err.strip())

    return run


def in_a_process(*arguments: object, cwd: Path, **env: str) -> Said:
    """The same as the operator's shell does it, with nothing but `env` set, and this checkout's code."""
    kept = {name: os.environ[name] for name in ("PATH", "HOME", "TMPDIR") if name in os.environ}
    done = subprocess.run(
        [sys.executable, "-m", "storage", *map(str, arguments)],
        env={**kept, "PYTHONPATH": str(PROJECT), **env},
        cwd=cwd,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    return Said(done.returncode, done.stdout, done.stderr.strip())


def names_in(folder: Path) -> set[str]:
    return {file.name for file in folder.iterdir()}


async def remember(url: str, value: str) -> None:
    database = Database.open(url)
    async with database.unit_of_work() as work:
        await an_owner(work.session)
        await set_fact(work.session, "colour", value)
        await work.commit()
    await database.dispose()


async def remembered(url: str) -> str | None:
    database = Database.open(url)
    async with database.unit_of_work(reading=True) as work:
        found = await get_fact(work.session, "colour")
    await database.dispose()
    return found


async def test_upgrade_and_check_work_from_any_folder(database_url: str, tmp_path: Path) -> None:
    assert in_a_process("upgrade", cwd=tmp_path, DATABASE_URL=database_url).code == 0
    await remember(database_url, "green")

    said = in_a_process("check", cwd=tmp_path, DATABASE_URL=database_url)

    assert (said.code, said.problem) == (0, "")
    assert "person                           1\n" in said.shown
    assert "whole and at revision" in said.shown


async def test_a_backup_comes_back_into_another_database(
    database_url: str, database_kind: str, servers: Servers, tmp_path: Path, storage: Terminal
) -> None:
    await remember(database_url, "green")
    file = tmp_path / "monday.backup"

    assert (await storage("backup", database_url, file)).code == 0
    assert "monday.backup.part" not in names_in(tmp_path)

    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    async with servers.fresh(database_kind, elsewhere) as other:
        said = await storage("restore", other, file)
        assert (said.code, said.problem) == (0, "")
        assert await remembered(other) == "green"
        assert (await storage("check", other)).code == 0


async def test_a_restore_replaces_data_only_by_force(database_url: str, tmp_path: Path, storage: Terminal) -> None:
    await remember(database_url, "green")
    file = tmp_path / "monday.backup"
    await storage("backup", database_url, file)
    await remember(database_url, "red")

    said = await storage("restore", database_url, file)
    assert said.code == 1
    assert "--force" in said.problem
    assert await remembered(database_url) == "red"

    assert (await storage("restore", database_url, file, "--force")).code == 0
    assert await remembered(database_url) == "green"


async def test_a_backup_is_not_written_over_another(database_url: str, tmp_path: Path, storage: Terminal) -> None:
    file = tmp_path / "monday.backup"
    file.write_text("precious")

    said = await storage("backup", database_url, file)

    assert said.code == 1
    assert "--force" in said.problem
    assert file.read_text() == "precious"
    assert (await storage("backup", database_url, file, "--force")).code == 0


async def test_a_damaged_backup_changes_nothing(database_url: str, tmp_path: Path, storage: Terminal) -> None:
    await remember(database_url, "green")
    file = tmp_path / "monday.backup"
    await storage("backup", database_url, file)
    whole = file.read_bytes()
    torn = whole[: len(whole) // 2]

    for content in (torn, b"holiday photo" * 1000, b""):
        file.write_bytes(content)
        said = await storage("restore", database_url, file, "--force")
        assert said.code == 1
        assert str(file) in said.problem
    assert await remembered(database_url) == "green"


async def test_nothing_is_restored_under_a_running_service(
    database_url: str, tmp_path: Path, storage: Terminal
) -> None:
    await remember(database_url, "green")
    file = tmp_path / "monday.backup"
    await storage("backup", database_url, file)
    service = Database.open(database_url)
    async with Leadership(service, "poller") as leader:
        assert await leader.try_acquire()

        said = await storage("restore", database_url, file, "--force")

    await service.dispose()
    assert said.code == 1
    assert "stop it first" in said.problem


async def test_rows_that_refer_to_nothing_are_counted(tmp_path: Path, storage: Terminal) -> None:
    url = f"sqlite:///{tmp_path}/haedap.db"
    await storage("upgrade", url)
    with closing(sqlite3.connect(tmp_path / "haedap.db")) as careless:
        careless.execute("INSERT INTO consent (person_id, version, at) VALUES (404, '1', '2026-11-24 03:00:00.000000')")
        careless.commit()

    said = await storage("check", url)

    assert said.code == 1
    assert said.problem == "storage: 1 rows of consent refer to rows that do not exist; restore a backup."


async def test_a_relative_file_is_meant_from_the_project_and_not_made_by_looking(storage: Terminal) -> None:
    said = await storage("check", "sqlite:///no_such_file.db")

    assert said.code == 1
    assert said.problem.startswith(f"storage: there is no database {PROJECT / 'no_such_file.db'} yet;")
    assert "no_such_file.db" not in names_in(PROJECT)


@pytest.mark.parametrize(
    ("url", "code", "words"),
    [
        ("postgresql://haedap:secret@127.0.0.1:9/haedap", 1, "cannot be reached"),
        ("mysql://db.example/desk", 2, "mysql databases are not served"),
        ("nonsense", 2, "is not a database address"),
        ("sqlite://", 2, "names no file"),
    ],
)
async def test_a_bad_address_is_one_line(url: str, code: int, words: str, storage: Terminal) -> None:
    said = await storage("check", url)

    assert said.code == code
    assert words in said.problem
    assert "\n" not in said.problem
    assert "secret" not in said.problem


@pytest.mark.parametrize("typed", [[], ["dance"], ["backup"], ["restore", "a", "b"]])
def test_a_mistyped_command_is_one_line(typed: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(typed)

    problem = capsys.readouterr().err
    assert ended.value.code == 2
    assert "--help" in problem
    assert problem.count("\n") == 1


def test_a_wrong_data_key_is_one_line(tmp_path: Path) -> None:
    said = in_a_process("upgrade", cwd=tmp_path, DATABASE_URL=f"sqlite:///{tmp_path}/haedap.db", DATA_KEY="short")

    assert (said.code, said.problem) == (1, "storage: DATA_KEY must be 32 bytes in URL-safe base64 (43 or 44 letters).")


def test_missing_client_programs_are_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(backup_postgresql, "_INSTALLED", tmp_path)
    file = tmp_path / "monday.backup"
    file.write_bytes(b"PGDMP")

    with pytest.raises(BackupError) as refused:
        backup_postgresql.verify(file)

    assert (refused.value.reason, refused.value.details) == ("tool-missing", {"tool": "pg_restore"})
