"""What the operator finds in the log: a line for what they can mend, a traceback for what they cannot, no secret."""

import io
import logging
import sqlite3
from collections.abc import Iterator

import pytest
from sqlalchemy.exc import OperationalError

from bot.log import set_up


@pytest.fixture
def log() -> Iterator[io.StringIO]:
    root, written = logging.getLogger(), io.StringIO()
    before = list(root.handlers), root.level
    set_up("INFO", "text", written)
    yield written
    root.handlers[:], root.level = before


def _fails(error: Exception) -> None:
    try:
        raise error
    except Exception:
        logging.getLogger("bot").exception("the worker could not look at the inbox")


def test_trouble_of_the_database_is_one_line_with_its_reason(log: io.StringIO) -> None:
    full = sqlite3.OperationalError("database or disk is full")
    full.sqlite_errorcode = sqlite3.SQLITE_FULL
    _fails(OperationalError("UPDATE inbox SET …", {}, full))
    _fails(ConnectionRefusedError("Connect call failed"))
    first, second = log.getvalue().splitlines()
    assert "the worker could not look at the inbox (the database: database or disk is full)" in first
    assert "Connect call failed" in second


def test_a_fault_of_ours_keeps_its_traceback(log: io.StringIO) -> None:
    nonsense = sqlite3.OperationalError("no such column: x")
    nonsense.sqlite_errorcode = sqlite3.SQLITE_ERROR
    _fails(OperationalError("SELECT x", {}, nonsense))
    _fails(ValueError("half-way"))
    assert log.getvalue().count("Traceback") >= 2


def test_a_token_is_never_written(log: io.StringIO) -> None:
    _fails(ValueError("https://api.telegram.org/bot123456789:AAEexampleexampleexampleexample/getMe"))
    assert "AAEexample" not in log.getvalue()
    assert "<token>" in log.getvalue()
