"""The days that a report of a promise speaks of: after years without a word it is over, and the next is a new one."""

import sqlalchemy as sa
from alembic import op

revision: str = "0006"
down_revision: str | None = "0005"

_COLUMNS = ("first_day", "last_day")


def upgrade() -> None:
    from readout.ledger.joining import replace_all_threads

    for name in _COLUMNS:
        op.add_column("commitment", sa.Column(name, sa.Integer(), nullable=True))
    replace_all_threads(op.get_bind())


def downgrade() -> None:
    from readout.ledger.joining import replace_all_threads

    replace_all_threads(op.get_bind(), by_days=False)
    for name in _COLUMNS:
        op.drop_column("commitment", name)
