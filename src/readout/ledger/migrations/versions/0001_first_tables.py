"""First tables: articles, reports of contacts, contacts, statements, silences, commitments."""

import sqlalchemy as sa
from alembic import op

revision: str = "0001"
down_revision: str | None = None


def upgrade() -> None:
    _article()
    _contact()
    _unlinked()
    _commitment()
    _contact_side()
    _contact_topic()
    _report()
    _silence()
    _statement()


def downgrade() -> None:
    for name in (
        "statement",
        "silence",
        "report",
        "contact_topic",
        "contact_side",
        "commitment",
        "unlinked",
        "contact",
        "article",
    ):
        op.drop_table(name)


def _article() -> None:
    op.create_table(
        "article",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("url", sa.String(), nullable=True),
        sa.Column("publisher", sa.String(), nullable=True),
        sa.Column("title", sa.String(), nullable=True),
        sa.Column("published", sa.String(), nullable=True),
        sa.Column("day", sa.String(), nullable=True),
        sa.Column("language", sa.String(), nullable=True),
        sa.Column("digest", sa.String(), nullable=False),
        sa.Column("contacts", sa.Integer(), nullable=False),
        sa.Column("statements", sa.Integer(), nullable=False),
        sa.Column("commitments", sa.Integer(), nullable=False),
        sa.Column("reading", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_article"),
        sa.UniqueConstraint("name", name="uq_article_name"),
        sa.UniqueConstraint("url", name="uq_article_url"),
    )
    op.create_index("ix_article_day", "article", ["day"])


def _contact() -> None:
    op.create_table(
        "contact",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("block", sa.String(), nullable=False),
        sa.Column("day", sa.Integer(), nullable=False),
        sa.Column("tier", sa.Integer(), nullable=False),
        sa.Column("leaf", sa.Boolean(), nullable=False),
        sa.Column("reach_lo", sa.Integer(), nullable=False),
        sa.Column("reach_hi", sa.Integer(), nullable=False),
        sa.Column("node", sa.Text(), nullable=False),
        sa.Column("joined", sa.String(), nullable=True),
        sa.Column("join_rule", sa.String(), nullable=True),
        sa.Column("join_why", sa.String(), nullable=True),
        sa.Column("part_of", sa.String(), nullable=True),
        sa.Column("mode", sa.String(), nullable=True),
        sa.Column("status", sa.String(), nullable=True),
        sa.Column("first_day", sa.String(), nullable=True),
        sa.Column("last_day", sa.String(), nullable=True),
        sa.Column("sort_day", sa.String(), nullable=True),
        sa.Column("series", sa.String(), nullable=True),
        sa.Column("data", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_contact"),
    )
    op.create_index("ix_contact_block_day", "contact", ["block", "day"])
    op.create_index("ix_contact_block_leaf", "contact", ["block", "leaf", "reach_hi"])
    op.create_index("ix_contact_joined", "contact", ["joined"])
    op.create_index("ix_contact_part_of", "contact", ["part_of"])
    op.create_index("ix_contact_series", "contact", ["series", "first_day"])
    op.create_index("ix_contact_sort_day_id", "contact", ["sort_day", "id"])


def _unlinked() -> None:
    op.create_table(
        "unlinked",
        sa.Column("block", sa.String(), nullable=False),
        sa.Column("day", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("block", "day", name="pk_unlinked"),
    )


def _commitment() -> None:
    op.create_table(
        "commitment",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("article_id", sa.String(), nullable=False),
        sa.Column("report_id", sa.String(), nullable=True),
        sa.Column("block", sa.String(), nullable=False),
        sa.Column("other", sa.String(), nullable=False),
        sa.Column("thread_id", sa.String(), nullable=False),
        sa.Column("rule", sa.String(), nullable=False),
        sa.Column("why", sa.String(), nullable=False),
        sa.Column("committer", sa.String(), nullable=True),
        sa.Column("counterparty", sa.String(), nullable=True),
        sa.Column("object", sa.String(), nullable=True),
        sa.Column("hs", sa.String(), nullable=True),
        sa.Column("stage", sa.String(), nullable=False),
        sa.Column("data", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["article_id"], ["article.id"], name="fk_commitment_article_id_article", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_commitment"),
    )
    op.create_index("ix_commitment_article_id", "commitment", ["article_id"])
    op.create_index("ix_commitment_block_other", "commitment", ["block", "other"])
    op.create_index("ix_commitment_committer", "commitment", ["committer"])
    op.create_index("ix_commitment_counterparty", "commitment", ["counterparty"])
    op.create_index("ix_commitment_report_id", "commitment", ["report_id"])
    op.create_index("ix_commitment_thread_id", "commitment", ["thread_id"])


def _contact_side() -> None:
    op.create_table(
        "contact_side",
        sa.Column("contact_id", sa.String(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("country", sa.String(), nullable=True),
        sa.Column("person_id", sa.String(), nullable=True),
        sa.Column("person", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(
            ["contact_id"], ["contact.id"], name="fk_contact_side_contact_id_contact", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("contact_id", "number", name="pk_contact_side"),
    )
    op.create_index("ix_contact_side_country_contact_id", "contact_side", ["country", "contact_id"])
    op.create_index("ix_contact_side_person_id", "contact_side", ["person_id"])


def _contact_topic() -> None:
    op.create_table(
        "contact_topic",
        sa.Column("contact_id", sa.String(), nullable=False),
        sa.Column("topic", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["contact_id"], ["contact.id"], name="fk_contact_topic_contact_id_contact", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("contact_id", "topic", name="pk_contact_topic"),
    )
    op.create_index("ix_contact_topic_topic", "contact_topic", ["topic"])


def _report() -> None:
    op.create_table(
        "report",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("article_id", sa.String(), nullable=False),
        sa.Column("block", sa.String(), nullable=False),
        sa.Column("day", sa.Integer(), nullable=False),
        sa.Column("root_id", sa.String(), nullable=True),
        sa.Column("contact_id", sa.String(), nullable=True),
        sa.Column("rule", sa.String(), nullable=True),
        sa.Column("why", sa.String(), nullable=True),
        sa.Column("report", sa.Text(), nullable=False),
        sa.Column("data", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["article_id"], ["article.id"], name="fk_report_article_id_article", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_report"),
    )
    op.create_index("ix_report_article_id", "report", ["article_id"])
    op.create_index("ix_report_block_day", "report", ["block", "day"])
    op.create_index("ix_report_contact_id", "report", ["contact_id"])
    op.create_index("ix_report_root_id", "report", ["root_id"])


def _silence() -> None:
    op.create_table(
        "silence",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("article_id", sa.String(), nullable=False),
        sa.Column("report_id", sa.String(), nullable=True),
        sa.Column("data", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["article_id"], ["article.id"], name="fk_silence_article_id_article", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_silence"),
    )
    op.create_index("ix_silence_article_id", "silence", ["article_id"])
    op.create_index("ix_silence_report_id", "silence", ["report_id"])


def _statement() -> None:
    op.create_table(
        "statement",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("article_id", sa.String(), nullable=False),
        sa.Column("report_id", sa.String(), nullable=True),
        sa.Column("country", sa.String(), nullable=True),
        sa.Column("data", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["article_id"], ["article.id"], name="fk_statement_article_id_article", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_statement"),
    )
    op.create_index("ix_statement_article_id", "statement", ["article_id"])
    op.create_index("ix_statement_country", "statement", ["country"])
    op.create_index("ix_statement_report_id", "statement", ["report_id"])
