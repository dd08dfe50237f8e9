"""One transaction: kept by an explicit commit, else undone."""

import asyncio

import pytest
from sqlalchemy import select
from sqlalchemy.exc import InvalidRequestError

from storage.database import Database
from storage.installation import get_fact, set_fact
from storage.models import InstallationFact

COUNTER = select(InstallationFact).where(InstallationFact.key == "counter").with_for_update()


async def fact(database: Database, key: str) -> str | None:
    async with database.unit_of_work(reading=True) as work:
        return await get_fact(work.session, key)


async def test_what_is_committed_stays(database: Database) -> None:
    async with database.unit_of_work() as work:
        await set_fact(work.session, "colour", "green")
        await work.commit()

    assert await fact(database, "colour") == "green"


async def test_forgetting_to_commit_is_harmless(database: Database) -> None:
    async with database.unit_of_work() as work:
        await set_fact(work.session, "colour", "green")

    assert await fact(database, "colour") is None


async def test_an_error_undoes_everything(database: Database) -> None:
    async def fail_half_way() -> None:
        async with database.unit_of_work() as work:
            await set_fact(work.session, "colour", "green")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        await fail_half_way()

    assert await fact(database, "colour") is None


async def test_rows_stay_readable_after_the_commit_but_the_unit_is_over(database: Database) -> None:
    async with database.unit_of_work() as work:
        row = InstallationFact(key="colour", value="green")
        work.session.add(row)
        await work.commit()

        assert row.value == "green"
        with pytest.raises(InvalidRequestError):
            await get_fact(work.session, "colour")


async def test_a_unit_that_only_reads_cannot_write(database: Database) -> None:
    with pytest.raises(Exception, match=r"readonly|read-only"):
        async with database.unit_of_work(reading=True) as work:
            await set_fact(work.session, "colour", "green")

    assert await fact(database, "colour") is None


async def test_of_a_hundred_contended_changes_none_is_lost(database: Database, database_url: str) -> None:
    """By two replicas, each with connections of its own."""
    other = Database.open(database_url)

    async def count_one_up(replica: Database) -> None:
        async with replica.unit_of_work() as work:
            counter = (await work.session.scalars(COUNTER)).one()
            await asyncio.sleep(0)
            counter.value = str(int(counter.value) + 1)
            await work.commit()

    async with database.unit_of_work() as work:
        await set_fact(work.session, "counter", "0")
        await work.commit()

    await asyncio.gather(*(count_one_up(replica) for _ in range(50) for replica in (database, other)))
    await other.dispose()

    assert await fact(database, "counter") == "100"


async def test_a_cancelled_unit_leaves_nothing_and_gives_its_connection_back(database: Database) -> None:
    """Cancelled at every moment of its life: what is left is nothing, or (after the commit) everything."""

    async def change(number: int) -> None:
        async with database.unit_of_work() as work:
            await set_fact(work.session, f"a{number}", "x")
            await set_fact(work.session, f"b{number}", "x")
            await work.commit()

    for number in range(60):
        task = asyncio.create_task(change(number))
        for _ in range(number):
            await asyncio.sleep(0)
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)

    for number in range(60):
        assert await fact(database, f"a{number}") == await fact(database, f"b{number}")
    await change(1000)
    assert await fact(database, "b1000") == "x"
