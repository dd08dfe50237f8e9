"""One transaction: begun by its first statement, kept by an explicit commit, else undone."""

import asyncio
from types import TracebackType
from typing import Self

from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession


class UnitOfWork:
    """`async with database.unit_of_work() as work: ... await work.commit()`.

    Commit ends the unit: rows loaded before stay readable, anything further on its session raises
    InvalidRequestError. Leaving the block without a commit rolls back. Do not begin one inside another: on SQLite the
    inner one waits for the outer one's connection.
    """

    def __init__(self, engine: AsyncEngine) -> None:
        self.session = AsyncSession(engine, expire_on_commit=False, close_resets_only=False)

    async def __aenter__(self) -> Self:
        return self

    async def commit(self) -> None:
        """Keeps everything done so far and ends the unit."""
        await self.session.commit()
        await self.session.close()

    async def rollback(self) -> None:
        """Undoes everything done so far and ends the unit."""
        await self.session.close()

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if error is None:
            await self.session.close()
        else:
            # Whoever is being cancelled may be cancelled again: the connection must be given back all the same.
            await asyncio.shield(asyncio.ensure_future(self.session.close()))
