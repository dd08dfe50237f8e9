"""INSERT .. ON CONFLICT on both databases."""

from functools import cache
from importlib import import_module
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession


def insert(session: AsyncSession, table: Any) -> Any:
    """An insert statement with the conflict clauses of the session's database, which are the same on both."""
    return _insert(session.get_bind().dialect.name, table)


def insert_new(session: AsyncSession, table: Any) -> Any:
    """An insert statement that passes over rows which exist already; add `.values(...)`, or execute it as it is with
    the rows beside it: then it is compiled once for all."""
    return _insert_new(session.get_bind().dialect.name, table)


def _insert(dialect: str, table: Any) -> Any:
    # The dialect that is in use is loaded already; the other one would cost megabytes for nothing.
    return import_module(f"sqlalchemy.dialects.{dialect}").insert(table)


@cache
def _insert_new(dialect: str, table: Any) -> Any:
    return _insert(dialect, table).on_conflict_do_nothing()
