"""Where the database is: DATABASE_URL read, its driver filled in, a relative file placed."""

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from sqlalchemy import URL, make_url
from sqlalchemy.exc import ArgumentError

from storage.errors import AddressError

Dialect = Literal["sqlite", "postgresql"]

_DRIVERS: dict[str, tuple[Dialect, str]] = {
    "sqlite": ("sqlite", "sqlite+aiosqlite"),
    "sqlite+aiosqlite": ("sqlite", "sqlite+aiosqlite"),
    "postgres": ("postgresql", "postgresql+asyncpg"),
    "postgresql": ("postgresql", "postgresql+asyncpg"),
    "postgresql+asyncpg": ("postgresql", "postgresql+asyncpg"),
}


@dataclass(frozen=True, slots=True)
class Address:
    """`file` is the absolute path of a SQLite file; None for PostgreSQL and for SQLite in memory."""

    url: URL
    dialect: Dialect
    file: Path | None

    def __str__(self) -> str:
        """For logs and messages: without the password."""
        return self.url.render_as_string(hide_password=True)


PROJECT = Path(__file__).resolve().parent.parent  # where relative files start from, as in the service's settings


def read_address(url: str) -> Address:
    """Raises AddressError for anything but SQLite and PostgreSQL."""
    try:
        parsed = make_url(url)
    except (ArgumentError, ValueError):
        raise AddressError("address") from None
    if parsed.drivername not in _DRIVERS:
        raise AddressError("address-kind", kind=parsed.drivername)
    dialect, drivername = _DRIVERS[parsed.drivername]
    parsed = parsed.set(drivername=drivername)
    if dialect == "postgresql":
        return Address(_with_ssl(parsed), dialect, None)
    if parsed.host:  # sqlite://file.db: two slashes make the file a host
        raise AddressError("address")
    if not parsed.database or parsed.database == ":memory:":
        return Address(parsed.set(database=":memory:"), dialect, None)
    file = (PROJECT / Path(parsed.database).expanduser()).resolve()
    return Address(parsed.set(database=str(file)), dialect, file)


def _with_ssl(url: URL) -> URL:
    """asyncpg knows libpq's sslmode by the name ssl."""
    mode = url.query.get("sslmode")
    return url if mode is None else url.difference_update_query(["sslmode"]).update_query_dict({"ssl": mode})
