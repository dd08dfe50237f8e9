"""What the operator finds in the log: a line for what they can mend, a traceback for what they cannot, no secret."""

import io
import logging
import sqlite3
from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from sqlalchemy import select
from sqlalchemy.exc import DBAPIError, IntegrityError, OperationalError

from bot.log import set_up
from storage.database import Database
from storage.models import Message


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


@pytest.mark.parametrize("author", [None, "owner"])
async def test_words_of_residents_are_not_written_when_the_database_refuses_them(
    log: io.StringIO, database: Database, author: str | None
) -> None:
    words = "제 전화는 010-1234-5678 김영희\n\n꼭 전화 주세요"
    try:
        async with database.unit_of_work() as unit:
            unit.session.add(Message(conversation_id=99, author=author, text=words, at=datetime.now(UTC)))
            await unit.commit()
    except IntegrityError:
        logging.getLogger("bot").exception("inbox row 7 could not be served")
    assert "Traceback" in log.getvalue()
    assert not any(part in log.getvalue() for part in ("010-1234", "김영희", "꼭 전화"))


async def test_nor_where_its_driver_does(log: io.StringIO, database: Database) -> None:
    words = "김영희 010-1234-5678"
    try:
        async with database.unit_of_work() as unit:
            await unit.session.execute(select(Message).where(Message.id == words))
    except DBAPIError:
        logging.getLogger("bot").exception("inbox row 7 could not be served")
    assert "김영희" not in log.getvalue()
