"""Contacts that tell what became of a plan are found by their days."""

import sqlalchemy as sa
from alembic import op

revision: str = "0008"
down_revision: str | None = "0007"


def upgrade() -> None:
    op.add_column("contact", sa.Column("plan_day", sa.Integer(), nullable=True))
    op.create_index("ix_contact_block_plan_day", "contact", ["block", "plan_day"])


def downgrade() -> None:
    op.drop_index("ix_contact_block_plan_day", "contact")
    op.drop_column("contact", "plan_day")
