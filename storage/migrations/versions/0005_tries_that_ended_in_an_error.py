"""How many tries of an inbox row ended in an error: those of unknown end are counted apart."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    op.add_column("inbox", sa.Column("failures", sa.Integer(), nullable=False, server_default="0"))
    # What has been put off has failed; until now nothing else was counted with it.
    op.execute("UPDATE inbox SET failures = tries WHERE state = 'pending' AND not_before IS NOT NULL")
