"""INSERT .. ON CONFLICT on both databases."""

from importlib import import_module
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession


def insert(session: AsyncSession, table: Any) -> Any:
    """An insert statement with the conflict clauses of the session's database, which are the same on both."""
    # The dialect that is in use is loaded already; the other one would cost megabytes for nothing.
    dialect = import_module(f"sqlalchemy.dialects.{session.get_bind().dialect.name}")
    return dialect.insert(table)


def insert_new(session: AsyncSession, table: Any) -> Any:
    """An insert statement that passes over rows which exist already; add `.values(...)` and execute it."""
    return insert(session, table).on_conflict_do_nothing()
