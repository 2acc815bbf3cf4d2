"""Corrections know which of several facts that are read from the same words they are about."""

import sqlalchemy as sa
from alembic import op

revision: str = "0009"
down_revision: str | None = "0008"


def upgrade() -> None:
    op.add_column("anchor", sa.Column("mark", sa.String(), nullable=True))


def downgrade() -> None:
    op.drop_column("anchor", "mark")
