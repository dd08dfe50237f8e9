"""Which messages stand together in one copy, in each place for itself; what was sent on as one before is found again.

Until now the first message took over the originals of those that were joined to it (as its positions 1, 2, …) and held
their texts in `parts`. They get their originals back, with the words as they were edited since."""

import json
from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"

BIG_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")

_message = sa.table("message", *map(sa.column, ("id", "conversation_id", "author", "text", "parts", "media")))
_copy = sa.table("message_copy", *map(sa.column, ("message_id", "telegram_message_id", "position", "original")))
_outbox = sa.table("outbox", *map(sa.column, ("id", "dedupe_key")))
_joined = sa.table("joined_message", *map(sa.column, ("outbox_id", "message_id")))


def upgrade() -> None:
    op.create_table(
        "joined_message",
        sa.Column("id", BIG_ID, nullable=False),
        sa.Column("outbox_id", BIG_ID, nullable=False),
        sa.Column("message_id", BIG_ID, nullable=False),
        sa.ForeignKeyConstraint(["outbox_id"], ["outbox.id"], name="fk_joined_message_outbox_id_outbox"),
        sa.ForeignKeyConstraint(["message_id"], ["message.id"], name="fk_joined_message_message_id_message"),
        sa.PrimaryKeyConstraint("id", name="pk_joined_message"),
        sa.UniqueConstraint("outbox_id", "message_id", name="uq_joined_message_outbox_id_message_id"),
    )
    op.create_index("ix_joined_message_message_id", "joined_message", ["message_id"], unique=False)
    database = op.get_bind()
    firsts = database.execute(_firsts()).all()
    copies = _copies(database, {first.id for first in firsts}) if firsts else {}
    for first in firsts:
        _take_apart(database, first, copies[first.id])


def _firsts() -> sa.Select[Any]:
    """The messages that hold the originals of others, oldest first."""
    return (
        sa.select(_message.c.id, _message.c.conversation_id, _message.c.parts)
        .join(_copy, _copy.c.message_id == _message.c.id)
        .where(_copy.c.original.is_(sa.true()), _copy.c.position > 0)
        .where(_message.c.author == "owner", _message.c.media.is_(None))
        .distinct()
        .order_by(_message.c.id)
    )


def _take_apart(database: sa.Connection, first: sa.Row[Any], copies: list[int]) -> None:
    taken = sa.select(_copy.c.telegram_message_id, _copy.c.position).where(
        _copy.c.message_id == first.id, _copy.c.original.is_(sa.true()), _copy.c.position > 0
    )
    originals = database.execute(taken.order_by(_copy.c.telegram_message_id)).all()
    parts = json.loads(first.parts) if first.parts else []
    for message_id, original in zip(_later(database, first, len(originals)), originals, strict=False):
        own = sa.update(_copy).where(
            _copy.c.message_id == first.id,
            _copy.c.original.is_(sa.true()),
            _copy.c.telegram_message_id == original.telegram_message_id,
        )
        database.execute(own.values(message_id=message_id, position=0))
        known = original.position < len(parts)
        if known:
            changed = sa.update(_message).where(_message.c.id == message_id)
            database.execute(changed.values(text=parts[original.position]))
        if copies:
            # `parts` was begun anew with every further copy, so what it does not hold stands in the first one.
            at = copies[-1] if known else copies[0]
            database.execute(sa.insert(_joined).values(outbox_id=at, message_id=message_id))


def _copies(database: sa.Connection, firsts: set[int]) -> dict[int, list[int]]:
    """The promised copies of each of them, in order."""
    found: dict[int, list[int]] = {number: [] for number in firsts}
    keys = sa.select(_outbox.c.id, _outbox.c.dedupe_key).where(_outbox.c.dedupe_key.like("mirror:%"))
    for outbox_id, key in database.execute(keys.order_by(_outbox.c.id)):
        number = key.split(":")[1]
        if number.isdecimal() and int(number) in found:
            found[int(number)].append(outbox_id)
    return found


def _later(database: sa.Connection, first: sa.Row[Any], count: int) -> list[int]:
    """The owner's next messages that were left without their originals."""
    original = sa.exists().where(_copy.c.message_id == _message.c.id, _copy.c.original.is_(sa.true()))
    query = (
        sa.select(_message.c.id)
        .where(_message.c.conversation_id == first.conversation_id, _message.c.id > first.id)
        .where(_message.c.author == "owner", _message.c.media.is_(None), ~original)
        .order_by(_message.c.id)
        .limit(count)
    )
    return list(database.scalars(query))
