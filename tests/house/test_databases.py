"""The databases of the tests are given from one story to the next: nothing of the one before is left in them."""

import pytest
from sqlalchemy import text

from storage.database import Database
from tests.databases import Servers
from tests.storage.rows import an_owner


@pytest.fixture
async def remembered(servers: Servers) -> str:
    """The address of a PostgreSQL database in which somebody was written down by a story that is over."""
    async with servers.fresh("postgresql") as url:
        database = servers.database(url)
        async with database.unit_of_work() as unit:
            await an_owner(unit.session)
        await servers.done_with(database)
    return url


async def people_of(database: Database) -> int:
    async with database.engine.connect() as connection:
        return int(await connection.scalar(text("SELECT count(*) FROM person")) or 0)


async def test_the_next_story_finds_the_same_database_empty_and_counts_from_one(
    servers: Servers, remembered: str
) -> None:
    async with servers.fresh("postgresql") as url:
        assert url == remembered
        database = servers.database(url)
        assert await people_of(database) == 0
        async with database.unit_of_work() as unit:
            person, _ = await an_owner(unit.session)
            assert person.id == 1
        await servers.done_with(database)


@pytest.mark.parametrize(
    "touch",
    [
        "ALTER TABLE person ADD COLUMN shoe_size integer",
        "ALTER TABLE person ALTER COLUMN display_name TYPE varchar(300)",
        "DROP TABLE survey CASCADE",
        "CREATE TABLE strange (id integer)",
        "REVOKE INSERT ON person FROM CURRENT_USER",
        "UPDATE alembic_version SET version_num = '0001'",
    ],
)
async def test_one_whose_tables_were_touched_is_not_given_on(servers: Servers, remembered: str, touch: str) -> None:
    async with servers.fresh("postgresql") as url:
        database = servers.database(url)
        async with database.engine.begin() as connection:
            await connection.execute(text(touch))
        await servers.done_with(database)
    async with servers.fresh("postgresql") as another:
        assert another != url


async def test_a_story_that_ends_in_the_middle_of_something_holds_nobody_up(servers: Servers, remembered: str) -> None:
    async with servers.fresh("postgresql") as url:
        left = await servers.database(url).engine.connect()
        await left.execute(text("LOCK TABLE person"))
    await left.invalidate()
    async with servers.fresh("postgresql") as url:
        assert await people_of(servers.database(url)) == 0
        await servers.done_with(servers.database(url))
