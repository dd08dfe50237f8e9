"""Which earlier message's copy a message stands in."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"

BIG_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.add_column("message", sa.Column("joined_id", BIG_ID, nullable=True))
    op.create_index("ix_message_joined_id", "message", ["joined_id"], unique=False)
