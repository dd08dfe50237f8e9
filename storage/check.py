"""Is the database whole, current and ours? What does it hold?"""

from collections.abc import Mapping

from sqlalchemy import func, select, text
from sqlalchemy.ext.asyncio import AsyncSession

from storage.database import Database
from storage.errors import StorageError, Unusable
from storage.installation import try_data_key
from storage.models import Base, InboxRow, InboxState, OutboxRow, OutboxState, Ticket
from storage.models.tickets import IS_OPEN
from storage.revision import check_revision


async def check(database: Database) -> tuple[StorageError, ...]:
    """What is wrong, most serious first. Raises Unreachable or Unusable where nothing further can be looked at."""
    await database.prove()
    await check_revision(database)
    found: list[StorageError] = []
    async with database.unit_of_work(reading=True) as work:
        if database.dialect == "sqlite":
            found += await _sqlite_damage(work.session)
        try:
            await try_data_key(work.session, database.cipher)
        except StorageError as error:
            found.append(error)
    return tuple(found)


async def counts(database: Database) -> Mapping[str, int]:
    """Rows of every table, and of those that wait for something."""
    async with database.unit_of_work(reading=True) as work:
        found = {
            table.name: await _count(work.session, select(func.count()).select_from(table))
            for table in Base.metadata.sorted_tables
        }
        for name, query in _WAITING.items():
            found[name] = await _count(work.session, query)
    return found


_WAITING = {
    "ticket, open": select(func.count()).select_from(Ticket).where(text(IS_OPEN)),
    "inbox, to be handled": select(func.count()).where(InboxRow.state == InboxState.PENDING),
    "inbox, quarantined": select(func.count()).where(InboxRow.state == InboxState.QUARANTINED),
    "outbox, to be sent": select(func.count()).where(OutboxRow.state.in_((OutboxState.PENDING, OutboxState.CLAIMED))),
    "outbox, unclear": select(func.count()).where(OutboxRow.state == OutboxState.AMBIGUOUS),
    "outbox, refused": select(func.count()).where(OutboxRow.state == OutboxState.DEAD),
}


async def _count(session: AsyncSession, query: object) -> int:
    return int(await session.scalar(query) or 0)  # type: ignore[call-overload]


async def _sqlite_damage(session: AsyncSession) -> list[StorageError]:
    found: list[StorageError] = []
    for line in await session.scalars(text("PRAGMA integrity_check(5)")):
        if line != "ok":
            found.append(Unusable("damaged", found=line))
    orphans: dict[str, int] = {}
    for table, *_ in await session.execute(text("PRAGMA foreign_key_check")):
        orphans[table] = orphans.get(table, 0) + 1
    return [*found, *(Unusable("orphans", table=table, count=count) for table, count in orphans.items())]
