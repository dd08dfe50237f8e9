"""INSERT .. ON CONFLICT on both databases."""

from typing import Any

from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncSession


def insert(session: AsyncSession, table: Any) -> Any:
    """An insert statement with the conflict clauses of the session's database, which are the same on both."""
    maker = postgresql.insert if session.get_bind().dialect.name == "postgresql" else sqlite.insert
    return maker(table)


def insert_new(session: AsyncSession, table: Any) -> Any:
    """An insert statement that passes over rows which exist already; add `.values(...)` and execute it."""
    return insert(session, table).on_conflict_do_nothing()
