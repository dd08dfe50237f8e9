"""The history of the schema ends where the models are, on both databases."""

import asyncio
import sys
from pathlib import Path

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, text

from storage import conversations, message_copies
from storage.database import Database
from storage.errors import Unusable
from storage.models import Base
from storage.revision import check_revision, known_revisions, newest_revision
from storage.upgrade import alembic_config, upgrade, upgrade_elsewhere
from tests.databases import Servers


def differences(connection: Connection) -> list[object]:
    context = MigrationContext.configure(connection, opts={"compare_type": True, "compare_server_default": True})
    return list(compare_metadata(context, Base.metadata))


def partial_indexes(connection: Connection) -> dict[str, str]:
    """Alembic does not compare conditions: name and condition, as the database tells them."""
    told = {
        "sqlite": "SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql LIKE '%WHERE%'",
        "postgresql": "SELECT indexname, indexdef FROM pg_indexes WHERE indexdef LIKE '%WHERE%'",
    }
    rows = connection.execute(text(told[connection.dialect.name]))
    return {name: definition.split("WHERE")[1] for name, definition in rows}


async def test_migrations_lead_to_the_models(database: Database) -> None:
    async with database.engine.connect() as connection:
        assert await connection.run_sync(differences) == []


async def test_partial_indexes_cover_what_the_models_say(database: Database) -> None:
    async with database.engine.begin() as connection:
        migrated = await connection.run_sync(partial_indexes)
        await connection.run_sync(Base.metadata.drop_all)
        await connection.run_sync(Base.metadata.create_all)
        assert await connection.run_sync(partial_indexes) == migrated
    assert set(migrated) >= {"ix_inbox_pending", "ix_outbox_pending", "ix_ticket_open"}


def test_the_names_of_the_files_are_the_revisions() -> None:
    scripts = ScriptDirectory.from_config(alembic_config())
    assert newest_revision() == scripts.get_current_head()
    assert known_revisions() == {script.revision for script in scripts.walk_revisions()}


async def test_another_process_brings_an_empty_database_to_the_present_schema(
    servers: Servers, database_kind: str, tmp_path: Path
) -> None:
    async with servers.fresh(database_kind, tmp_path) as url:
        await _empty(url)
        database = Database.open(url)
        try:
            await upgrade_elsewhere(database, url)
            await check_revision(database)
        finally:
            await database.dispose()


async def test_a_second_upgrade_changes_nothing(database: Database) -> None:
    async with database.unit_of_work() as work:
        await work.session.execute(text("INSERT INTO installation (key, value) VALUES ('colour', 'green')"))
        await work.commit()

    await upgrade(database)

    await check_revision(database)
    async with database.unit_of_work(reading=True) as work:
        assert await work.session.scalar(text("SELECT value FROM installation")) == "green"


async def test_of_several_replicas_that_start_at_once_one_migrates(
    database_kind: str, servers: Servers, tmp_path: Path
) -> None:
    async with servers.fresh(database_kind, tmp_path) as url:
        await _empty(url)
        starts = [
            await asyncio.create_subprocess_exec(sys.executable, "-m", "storage", "--url", url, "upgrade", stderr=-1)
            for _ in range(3)
        ]
        said = [await start.communicate() for start in starts]

        assert [start.returncode for start in starts] == [0, 0, 0], said
        database = Database.open(url)
        await check_revision(database)
        await database.dispose()


async def test_a_database_of_a_newer_version_is_left_alone(database: Database) -> None:
    async with database.unit_of_work() as work:
        await work.session.execute(text("UPDATE alembic_version SET version_num = '9999'"))
        await work.commit()

    for step in (upgrade, check_revision):
        with pytest.raises(Unusable) as refused:
            await step(database)
        assert refused.value.reason == "newer"


async def test_an_older_form_is_named(database: Database) -> None:
    async with database.unit_of_work() as work:
        await work.session.execute(text("DELETE FROM alembic_version"))
        await work.commit()

    with pytest.raises(Unusable) as refused:
        await check_revision(database)
    assert refused.value.reason == "behind"


async def test_lines_that_were_sent_on_as_one_are_known_each_for_itself_after_the_upgrade(
    database_kind: str, servers: Servers, tmp_path: Path
) -> None:
    async with servers.fresh(database_kind, tmp_path) as url:
        await _empty(url)
        database = Database.open(url)
        async with database.engine.begin() as connection:
            await connection.run_sync(_upgrade_to, "0003")
        async with database.engine.begin() as connection:
            await connection.run_sync(_two_lines_as_they_were_kept)

        await upgrade(database)

        async with database.unit_of_work(reading=True) as work:
            found = await conversations.message_at(work.session, 7001, 12)
            assert found is not None
            second, original = found
            assert (second.id, second.text, original.position) == (2, "둘째 줄, 고침", 0)
            assert [one.id for one in await message_copies.joined_to(work.session, 5)] == [2]
            assert [row.id for row in await message_copies.copies_joined(work.session, 2)] == [5]
            first = await conversations.message_at(work.session, 7001, 11)
            album = await conversations.message_at(work.session, 7001, 14)
            assert first is not None
            assert album is not None
            assert (first[0].id, album[0].id, album[1].position) == (1, 3, 1), "pictures stay together"
        await database.dispose()


def _upgrade_to(connection: Connection, revision: str) -> None:
    command.upgrade(alembic_config(connection), revision)


def _two_lines_as_they_were_kept(connection: Connection) -> None:
    """Written by the version before, where the first line has the originals of both; and an album."""
    at = "2026-11-24 03:00:00+00:00"
    said = "INSERT INTO message (id, conversation_id, author, internal, for_managers, text, parts, media, at) VALUES"
    copy = "INSERT INTO message_copy (message_id, chat_id, telegram_message_id, position, original) VALUES"
    statements = (
        "INSERT INTO person (id, display_name, locale, locale_chosen, created_at)"
        f" VALUES (1, '김하늘', 'ko', false, '{at}')",
        "INSERT INTO conversation (id, person_id, chat_id, floor, misses, version, created_at)"
        f" VALUES (1, 1, 7001, 'held', 0, 0, '{at}')",
        f"""{said} (1, 1, 'owner', false, false, '첫 줄', '["첫 줄", "둘째 줄, 고침"]', NULL, '{at}')""",
        f"{said} (2, 1, 'owner', false, false, '둘째 줄', NULL, NULL, '{at}')",
        f"""{said} (3, 1, 'owner', false, false, '사진', NULL, '[{{"kind": "photo"}}]', '{at}')""",
        f"{copy} (1, 7001, 11, 0, true), (1, 7001, 12, 1, true), (3, 7001, 13, 0, true), (3, 7001, 14, 1, true)",
        f"{copy} (1, -1001, 11, 0, false)",
        "INSERT INTO outbox (id, method, params, stream, priority, state, repeatable, ambiguous, dedupe_key, due_at,"
        " tries, created_at) VALUES (5, 'sendMessage', '{}', 'chat:-1001', 1, 'sent', true, false,"
        f" 'mirror:1:chat:-1001', '{at}', 0, '{at}')",
    )
    for statement in statements:
        connection.exec_driver_sql(statement)


async def _empty(url: str) -> None:
    database = Database.open(url)
    async with database.engine.begin() as connection:
        await connection.run_sync(Base.metadata.drop_all)
        await connection.execute(text("DROP TABLE alembic_version"))
    await database.dispose()
