"""What people decide (corrections), versions of articles, words to search in, signatures of texts."""

import sqlalchemy as sa
from alembic import op

revision: str = "0002"
down_revision: str | None = "0001"


def upgrade() -> None:
    op.add_column("article", sa.Column("source", sa.String(), nullable=True))
    op.add_column("article", sa.Column("signature", sa.String(), nullable=True))
    _version()
    _correction()
    _passage()
    _index_words()
    _fill()


def downgrade() -> None:
    if op.get_bind().dialect.name == "sqlite":
        op.execute("DROP TABLE passage_words")
    for name in ("passage", "joined_thread", "anchor", "correction", "version"):
        op.drop_table(name)
    op.drop_column("article", "signature")
    op.drop_column("article", "source")


def _version() -> None:
    op.create_table(
        "version",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("article_id", sa.String(), nullable=False),
        sa.Column("published", sa.String(), nullable=True),
        sa.Column("reading", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_version"),
    )
    op.create_index("ix_version_article_id", "version", ["article_id"])


def _correction() -> None:
    op.create_table(
        "correction",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("subject", sa.String(), nullable=False),
        sa.Column("field", sa.String(), nullable=True),
        sa.Column("old", sa.Text(), nullable=True),
        sa.Column("new", sa.Text(), nullable=True),
        sa.Column("who", sa.String(), nullable=False),
        sa.Column("at", sa.String(), nullable=False),
        sa.Column("why", sa.String(), nullable=False),
        sa.Column("undone_who", sa.String(), nullable=True),
        sa.Column("undone_at", sa.String(), nullable=True),
        sa.Column("undone_why", sa.String(), nullable=True),
        sa.PrimaryKeyConstraint("number", name="pk_correction"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_correction_subject", "correction", ["subject"])
    op.create_table(
        "anchor",
        sa.Column("correction", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("side", sa.String(), nullable=False),
        sa.Column("article_id", sa.String(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.Column("row_id", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(
            ["correction"], ["correction.number"], name="fk_anchor_correction_correction", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("correction", "position", name="pk_anchor"),
    )
    op.create_index("ix_anchor_article_id", "anchor", ["article_id"])
    op.create_index("ix_anchor_row_id", "anchor", ["row_id"])
    op.create_table(
        "joined_thread",
        sa.Column("source", sa.String(), nullable=False),
        sa.Column("target", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("source", name="pk_joined_thread"),
    )
    op.create_index("ix_joined_thread_target", "joined_thread", ["target"])


def _passage() -> None:
    op.create_table(
        "passage",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("subject", sa.String(), nullable=False),
        sa.Column("article_id", sa.String(), nullable=False),
        sa.Column("report_id", sa.String(), nullable=True),
        sa.Column("country", sa.String(), nullable=True),
        sa.Column("day", sa.String(), nullable=True),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("folded", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["article_id"], ["article.id"], name="fk_passage_article_id_article", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_passage"),
        sa.UniqueConstraint("subject", name="uq_passage_subject"),
    )
    op.create_index("ix_passage_article_id", "passage", ["article_id"])


def _index_words() -> None:
    """The one thing that the two databases do each in its own way."""
    if op.get_bind().dialect.name != "sqlite":
        op.execute("CREATE INDEX ix_passage_folded ON passage USING gin (to_tsvector('simple', left(folded, 300000)))")
        return
    op.execute(
        "CREATE VIRTUAL TABLE passage_words USING fts5(folded, content='passage', content_rowid='id', "
        "tokenize='unicode61 remove_diacritics 0')"
    )
    op.execute(
        "CREATE TRIGGER passage_added AFTER INSERT ON passage BEGIN "
        "INSERT INTO passage_words(rowid, folded) VALUES (new.id, new.folded); END"
    )
    op.execute(
        "CREATE TRIGGER passage_removed AFTER DELETE ON passage BEGIN "
        "INSERT INTO passage_words(passage_words, rowid, folded) VALUES ('delete', old.id, old.folded); END"
    )


def _fill() -> None:
    """Words and signatures of the articles that are stored already."""
    from readout.ledger.words import fill_words

    fill_words(op.get_bind())
