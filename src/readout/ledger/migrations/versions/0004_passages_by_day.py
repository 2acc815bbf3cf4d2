"""Passages get ids that rise with their days: the newest that hold a word are found without looking at the others."""

import sqlalchemy as sa
from alembic import op

revision: str = "0004"
down_revision: str | None = "0003"

_COLUMNS = "subject, article_id, report_id, country, passage_before.day, words, folded"


def upgrade() -> None:
    _days()
    number = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
    _made_anew(
        sa.Column("id", number, autoincrement=False, nullable=False),
        "passage_day.first + row_number() OVER (PARTITION BY passage_day.first ORDER BY subject)",
    )
    op.drop_table("passage_day")


def downgrade() -> None:
    _days()
    _made_anew(sa.Column("id", sa.Integer(), nullable=False), "row_number() OVER (ORDER BY passage_day.first, subject)")
    op.drop_table("passage_day")
    if op.get_bind().dialect.name == "postgresql":
        op.execute(
            "SELECT setval(pg_get_serial_sequence('passage', 'id'), "
            "(SELECT coalesce(max(id), 0) + 1 FROM passage), false)"
        )


def _days() -> None:
    """Each day that there is, with the id behind which its passages begin."""
    from readout.ledger.words import id_of_day

    days = op.create_table(
        "passage_day",
        sa.Column("day", sa.String(), nullable=False),
        sa.Column("first", sa.BigInteger(), nullable=False),
    )
    found = op.get_bind().execute(sa.text("SELECT DISTINCT day FROM passage WHERE day IS NOT NULL")).scalars()
    op.bulk_insert(days, [{"day": day, "first": id_of_day(day)} for day in ("", *found)])


def _made_anew(number: sa.Column[int], numbered: str) -> None:
    """The same passages in a new table, in the order of their ids; the index of words is made anew with it."""
    if op.get_bind().dialect.name == "sqlite":
        for name in ("passage_added", "passage_removed"):
            op.execute(f"DROP TRIGGER {name}")
        op.execute("DROP TABLE passage_words")
    else:
        op.execute("DROP INDEX ix_passage_folded")
        op.execute("ALTER TABLE passage DROP CONSTRAINT pk_passage, DROP CONSTRAINT uq_passage_subject")
    op.drop_index("ix_passage_article_id", "passage")
    op.rename_table("passage", "passage_before")
    _passage(number)
    op.execute(
        f"INSERT INTO passage SELECT {numbered} AS number, {_COLUMNS} FROM passage_before "
        "JOIN passage_day ON passage_day.day = coalesce(passage_before.day, '') ORDER BY number"
    )
    op.drop_table("passage_before")
    op.create_index("ix_passage_article_id", "passage", ["article_id"])
    _index_words()


def _passage(number: sa.Column[int]) -> None:
    op.create_table(
        "passage",
        number,
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


def _index_words() -> None:
    if op.get_bind().dialect.name != "sqlite":
        op.execute("CREATE INDEX ix_passage_folded ON passage USING gin (to_tsvector('simple', left(folded, 300000)))")
        return
    op.execute(
        "CREATE VIRTUAL TABLE passage_words USING fts5(folded, content='passage', content_rowid='id', "
        "tokenize='unicode61 remove_diacritics 0')"
    )
    op.execute("INSERT INTO passage_words(passage_words) VALUES ('rebuild')")
    op.execute(
        "CREATE TRIGGER passage_added AFTER INSERT ON passage BEGIN "
        "INSERT INTO passage_words(rowid, folded) VALUES (new.id, new.folded); END"
    )
    op.execute(
        "CREATE TRIGGER passage_removed AFTER DELETE ON passage BEGIN "
        "INSERT INTO passage_words(passage_words, rowid, folded) VALUES ('delete', old.id, old.folded); END"
    )
