"""Since when a row waits for a group in which the bot may not write."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    op.add_column("outbox", sa.Column("barred_at", sa.DateTime(timezone=True), nullable=True))
