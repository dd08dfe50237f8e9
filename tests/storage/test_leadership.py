"""One poller and one dispatcher, whatever the number of replicas."""

import asyncio
import sys
from pathlib import Path

from sqlalchemy import text

from storage.database import Database
from storage.leadership import Leadership

HOLD = """
import asyncio, sys
from storage.database import Database
from storage.leadership import Leadership

async def main():
    lead = Leadership(Database.open(sys.argv[1]), "poller")
    print(await lead.try_acquire(), flush=True)
    sys.stdin.read()

asyncio.run(main())
"""


async def test_of_two_one_leads_until_it_gives_way(database: Database, database_url: str) -> None:
    other = Database.open(database_url)
    async with Leadership(database, "poller") as first, Leadership(other, "poller") as second:
        assert await first.try_acquire()
        assert await first.try_acquire()
        assert not await second.try_acquire()
        assert not await first.lost()
        assert await second.lost()

        await first.release()

        assert await first.lost()
        assert await second.try_acquire()
    await other.dispose()


async def test_poller_and_dispatcher_lead_independently(database: Database) -> None:
    async with Leadership(database, "poller") as poller, Leadership(database, "dispatcher") as dispatcher:
        assert await poller.try_acquire()
        assert await dispatcher.try_acquire()


async def test_a_leader_that_is_killed_makes_room(database: Database, database_url: str) -> None:
    holder = await asyncio.create_subprocess_exec(sys.executable, "-c", HOLD, database_url, stdin=-1, stdout=-1)
    assert holder.stdout is not None
    assert await holder.stdout.readline() == b"True\n"
    async with Leadership(database, "poller") as successor:
        assert not await successor.try_acquire()

        holder.kill()
        await holder.wait()

        async with asyncio.timeout(20):  # the server notices a moment later
            while not await successor.try_acquire():  # noqa: ASYNC110
                await asyncio.sleep(0.02)


async def test_a_leader_whose_connection_is_cut_learns_of_it(database: Database) -> None:
    async with Leadership(database, "poller") as leader:
        assert await leader.try_acquire()
        if database.dialect == "postgresql":
            cut = text("SELECT pg_terminate_backend(pid) FROM pg_locks WHERE locktype = 'advisory'")
            async with database.unit_of_work() as work:
                await work.session.execute(cut)
            assert await leader.lost()
            assert await leader.try_acquire()
        assert not await leader.lost()


async def test_a_database_in_memory_has_one_leader_by_nature(tmp_path: Path) -> None:
    database = Database.open("sqlite+aiosqlite://")
    async with Leadership(database, "poller") as leader:
        assert await leader.try_acquire()
        assert not await leader.lost()
    await database.dispose()
