"""Column types and the base class shared by all tables."""

import json
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import BigInteger, DateTime, Dialect, Integer, MetaData, String, Text, TypeDecorator
from sqlalchemy.orm import DeclarativeBase

# SQLite gives row ids only to INTEGER; Telegram's ids and ours are 64-bit everywhere else.
BigId = BigInteger().with_variant(Integer, "sqlite")

# Keys that are searched by prefix: only byte order makes the prefix a range that the index can answer.
PrefixKey = String(120).with_variant(String(120, collation="C"), "postgresql")

NAMING = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}


class Base(DeclarativeBase):
    """Every table of the service."""

    metadata = MetaData(naming_convention=NAMING)


class UtcDateTime(TypeDecorator[datetime]):
    """An aware datetime, stored as UTC; naive ones are refused because nobody can say what they mean."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError(f"naive datetime {value!r}: every time in storage is aware")
        return value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


class Words(TypeDecorator[str]):
    """What people write. NUL and lone surrogates, which databases refuse, become U+FFFD; more than `length` is cut."""

    impl = Text
    cache_ok = True

    def __init__(self, length: int | None = None) -> None:
        super().__init__()
        self.length = length

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:
        if value is None:
            return None
        if "\0" in value or not value.isascii():
            value = value.replace("\0", "\ufffd").encode("utf-16", "surrogatepass").decode("utf-16", "replace")
        return value[: self.length]


class JsonText(TypeDecorator[Any]):
    """JSON kept as escaped ASCII text: PostgreSQL's own JSON refuses NUL and lone surrogates, which people can send.

    Assign a new value to change it: a change inside a loaded dict or list is not noticed.
    """

    impl = Text
    cache_ok = True

    def compare_values(self, x: Any, y: Any) -> bool:
        # The same container assigned again may have been changed inside: it is written.
        return bool(x == y) and (x is not y or not isinstance(x, dict | list))

    def process_bind_param(self, value: Any, dialect: Dialect) -> str | None:
        return None if value is None else json.dumps(value, ensure_ascii=True, separators=(",", ":"))

    def process_result_value(self, value: str | None, dialect: Dialect) -> Any:
        return None if value is None else json.loads(value)
