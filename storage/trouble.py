"""Whether a failure is the database's own trouble, or the fault of what was asked of it."""

from sqlalchemy.exc import DBAPIError
from sqlalchemy.exc import TimeoutError as PoolTimeout

_SQLITE = frozenset({5, 6, 7, 8, 10, 13, 14})
"""Primary result codes: busy, locked, no memory, read-only, disk error, disk full, cannot open."""
_POSTGRESQL = ("08", "25006", "40", "53", "55P03", "57P", "58")
"""Beginnings of SQLSTATE: connection, read-only, rolled back for another's sake, out of resources, lock not to be had,
shut down (but not 57014, a statement of ours that took too long), error of the system."""


def is_database_trouble(error: BaseException) -> bool:
    """True where the same work may well succeed later: no connection, no room, no right to write, no lock."""
    if not isinstance(error, DBAPIError):
        return isinstance(error, PoolTimeout | OSError)  # a server that is down refuses before there is a connection
    state = getattr(error.orig, "sqlstate", None)
    if isinstance(state, str):
        return error.connection_invalidated or state.startswith(_POSTGRESQL)
    code = getattr(error.orig, "sqlite_errorcode", None)
    return error.connection_invalidated or (isinstance(code, int) and code & 0xFF in _SQLITE)
