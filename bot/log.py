"""Logs: one event a line, as text or JSON; no token, no key, no words of residents."""

import logging
import re
import sys
from typing import Any, TextIO

import structlog

from storage.trouble import is_database_trouble

_TOKEN = re.compile(r"(?<!\d)\d{5,}:[A-Za-z0-9_-]{20,}")
_HIDDEN = "<token>"
_VALUES = re.compile(r"(DETAIL:|query argument \$\d+:).*?(?=\n\[SQL|\n\nThe above|\n\nDuring handling|\Z)", re.DOTALL)
"""Where PostgreSQL or its driver quotes what it was given: residents' words."""
# They log whole addresses, which hold the token (facts: "Sending"), or what means nothing to an operator.
_TALKATIVE = ("httpx", "httpcore", "telegram", "uvicorn.access", "uvicorn.error", "aiosqlite", "asyncio", "alembic")


def set_up(level: str, form: str, stream: TextIO = sys.stderr) -> None:
    """`form` is text or json. Everything that any library logs passes here."""
    shared: list[Any] = [
        structlog.stdlib.add_log_level,
        structlog.stdlib.add_logger_name,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        structlog.stdlib.PositionalArgumentsFormatter(),
        _trouble_in_a_line,
        structlog.processors.format_exc_info,
        _without_secrets,
    ]
    last: Any = (
        structlog.processors.JSONRenderer(ensure_ascii=False)
        if form == "json"
        else structlog.dev.ConsoleRenderer(colors=False, exception_formatter=structlog.dev.plain_traceback)
    )
    handler = logging.StreamHandler(stream)
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=shared, processors=[structlog.stdlib.ProcessorFormatter.remove_processors_meta, last]
        )
    )
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(level)
    # A busy machine leaves out a look at the clock; the next one follows at once and nothing is missed.
    logging.getLogger("apscheduler").setLevel(logging.ERROR)
    for name in _TALKATIVE:
        logging.getLogger(name).setLevel(max(logging.WARNING, logging.getLevelName(level)))


def _trouble_in_a_line(_logger: Any, _method: str, event: Any) -> Any:
    """A full disk or a server that is away is for the operator to mend: its reason, and no traceback."""
    found = event.get("exc_info")
    error = sys.exc_info()[1] if found is True else found[1] if isinstance(found, tuple) else found
    if not isinstance(error, BaseException) or not is_database_trouble(error):
        return event
    reason = " ".join(str(getattr(error, "orig", None) or error).split())
    return {**event, "exc_info": None, "event": f"{event['event']} (the database: {reason or type(error).__name__})"}


def _without_secrets(_logger: Any, _method: str, event: Any) -> Any:
    """Takes tokens and quoted values out of every text of the event, wherever they came from."""
    return {name: _without(value) if isinstance(value, str) else value for name, value in event.items()}


def _without(text: str) -> str:
    return _VALUES.sub(r"\1 <hidden>", _TOKEN.sub(_HIDDEN, text))
