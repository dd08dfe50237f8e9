"""What the command line reads of the environment and of the project's `.env`; the service has bot/settings.py."""

import base64
import binascii
import os

from dotenv import dotenv_values

from storage.address import PROJECT
from storage.errors import DataKeyError

DEFAULT_URL = "sqlite+aiosqlite:///haedap.db"
_KEY_BYTES = 32


def _setting(name: str) -> str | None:
    """The environment wins over `.env`; an empty value is no value."""
    return os.environ.get(name) or dotenv_values(PROJECT / ".env").get(name) or None


def database_url() -> str:
    """DATABASE_URL, or the project's SQLite file."""
    return _setting("DATABASE_URL") or DEFAULT_URL


def data_key() -> bytes | None:
    """DATA_KEY, decoded. Raises DataKeyError where it is no key of 32 bytes."""
    value = _setting("DATA_KEY")
    if value is None:
        return None
    text = value.strip().rstrip("=")
    try:
        key = base64.b64decode(text + "=" * (-len(text) % 4), altchars=b"-_", validate=True)
    except (binascii.Error, ValueError):
        raise DataKeyError("data-key-length") from None
    if len(key) != _KEY_BYTES:
        raise DataKeyError("data-key-length")
    return key
