"""INSERT .. ON CONFLICT DO NOTHING on both databases."""

from typing import Any

from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncSession


def insert_new(session: AsyncSession, table: Any) -> Any:
    """An insert statement that passes over rows which exist already; add `.values(...)` and execute it."""
    dialect = session.get_bind().dialect.name
    maker = postgresql.insert if dialect == "postgresql" else sqlite.insert
    return maker(table).on_conflict_do_nothing()
