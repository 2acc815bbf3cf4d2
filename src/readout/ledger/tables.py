"""The tables: one schema for SQLite and PostgreSQL. A change here needs a migration in `migrations/versions`.

Records are kept whole as JSON text (`data`, `reading`, `report`, `node`) beside the columns that are asked for.
Days that linking compares are ordinals, days that people ask for are ISO text.
"""

from sqlalchemy import BigInteger, Boolean, Column, ForeignKey, Index, Integer, MetaData, String, Table, Text

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    }
)


def _article_id() -> Column[str]:
    return Column("article_id", String, ForeignKey("article.id", ondelete="CASCADE"), nullable=False, index=True)


article = Table(
    "article",
    metadata,
    Column("id", String, primary_key=True),
    Column("name", String, nullable=False, unique=True),
    Column("url", String, unique=True),
    Column("publisher", String),
    Column("title", String),
    Column("published", String),
    Column("day", String, index=True),
    Column("language", String),
    Column("digest", String, nullable=False),
    Column("source", String),
    Column("signature", String),
    Column("contacts", Integer, nullable=False),
    Column("statements", Integer, nullable=False),
    Column("commitments", Integer, nullable=False),
    Column("reading", Text, nullable=False),
)

"""`digest` tells whether the reading changed, `source` whether the article itself did; `signature` is its MinHash."""

version = Table(
    "version",
    metadata,
    Column("id", String, primary_key=True),
    Column("article_id", String, nullable=False, index=True),
    Column("name", String, index=True),
    Column("url", String, index=True),
    Column("published", String),
    Column("reading", Text, nullable=False),
)
"""What an article said before it was corrected, or in a copy that is older than the one that counts; `name` and `url`
are the version's own, by which a further one is known to belong to the article."""

report = Table(
    "report",
    metadata,
    Column("id", String, primary_key=True),
    _article_id(),
    Column("block", String, nullable=False),
    Column("day", Integer, nullable=False),
    Column("root_id", String, index=True),
    Column("contact_id", String, index=True),
    Column("rule", String),
    Column("why", String),
    Column("report", Text, nullable=False),
    Column("data", Text, nullable=False),
    Index("ix_report_block_day", "block", "day"),
)
"""A contact as one article reports it. `root_id` is what the dated reports of its block say, `contact_id` the contact
in the end: the root, or the dated contact that the root was found to mean."""

contact = Table(
    "contact",
    metadata,
    Column("id", String, primary_key=True),
    Column("block", String, nullable=False),
    Column("day", Integer, nullable=False),
    Column("tier", Integer, nullable=False),
    Column("leaf", Boolean, nullable=False),
    Column("reach_lo", Integer, nullable=False),
    Column("reach_hi", Integer, nullable=False),
    Column("node", Text, nullable=False),
    Column("joined", String, index=True),
    Column("join_rule", String),
    Column("join_why", String),
    Column("part_of", String, index=True),
    Column("mode", String),
    Column("status", String),
    Column("first_day", String),
    Column("last_day", String),
    Column("sort_day", String),
    Column("series", String),
    Column("data", Text),
    Column("plan_day", Integer),
    Index("ix_contact_block_day", "block", "day"),
    Index("ix_contact_block_plan_day", "block", "plan_day"),
    Index("ix_contact_block_leaf", "block", "leaf", "reach_hi"),
    Index("ix_contact_sort_day_id", "sort_day", "id"),
    Index("ix_contact_series", "series", "first_day"),
)
"""A root. `joined` is the root that it was found to be; only rows without it are contacts that are shown. `plan_day` is
its day where its reports tell what became of a plan (`planning.py`)."""

contact_side = Table(
    "contact_side",
    metadata,
    Column("contact_id", String, ForeignKey("contact.id", ondelete="CASCADE"), primary_key=True),
    Column("number", Integer, primary_key=True),
    Column("country", String),
    Column("person_id", String, index=True),
    Column("person", String),
    Index("ix_contact_side_country_contact_id", "country", "contact_id"),
)

contact_topic = Table(
    "contact_topic",
    metadata,
    Column("contact_id", String, ForeignKey("contact.id", ondelete="CASCADE"), primary_key=True),
    Column("topic", String, primary_key=True, index=True),
)

statement = Table(
    "statement",
    metadata,
    Column("id", String, primary_key=True),
    _article_id(),
    Column("report_id", String, index=True),
    Column("country", String, index=True),
    Column("data", Text, nullable=False),
)

silence = Table(
    "silence",
    metadata,
    Column("id", String, primary_key=True),
    _article_id(),
    Column("report_id", String, index=True),
    Column("data", Text, nullable=False),
)

commitment = Table(
    "commitment",
    metadata,
    Column("id", String, primary_key=True),
    _article_id(),
    Column("report_id", String, index=True),
    Column("block", String, nullable=False),
    Column("other", String, nullable=False),
    Column("first_day", Integer),
    Column("last_day", Integer),
    Column("thread_id", String, nullable=False, index=True),
    Column("rule", String, nullable=False),
    Column("why", String, nullable=False),
    Column("committer", String, index=True),
    Column("counterparty", String, index=True),
    Column("object", String),
    Column("hs", String),
    Column("stage", String, nullable=False),
    Column("data", Text, nullable=False),
    Index("ix_commitment_block_other", "block", "other"),
)
"""A promise as one article tells it. `first_day` to `last_day` are the days that it speaks of, where any is known."""

former = Table(
    "former",
    metadata,
    Column("id", String, primary_key=True),
    Column("report_id", String, nullable=False),
)
"""Ids that contacts had before they were linked anew, each with a report that was told there (see `former.py`)."""

unlinked = Table(
    "unlinked",
    metadata,
    Column("block", String, primary_key=True),
    Column("day", Integer, primary_key=True),
)
"""Blocks and days whose reports changed since they were last linked; written with the article, emptied by linking."""

passage = Table(
    "passage",
    metadata,
    Column("id", BigInteger().with_variant(Integer, "sqlite"), primary_key=True, autoincrement=False),
    Column("subject", String, nullable=False, unique=True),
    _article_id(),
    Column("report_id", String),
    Column("country", String),
    Column("day", String),
    Column("words", Text, nullable=False),
    Column("folded", Text, nullable=False),
)
"""What search looks through: a whole article (`a-…`) or one statement (`s-…`). Ids rise with the day of publication
(`words.id_of_day`), so that the newest are found first. The full-text index over `folded` is made by the migration:
FTS5 `passage_words` in SQLite, GIN `ix_passage_folded` in PostgreSQL."""

correction = Table(
    "correction",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("kind", String, nullable=False),
    Column("subject", String, nullable=False, index=True),
    Column("field", String),
    Column("old", Text),
    Column("new", Text),
    Column("who", String, nullable=False),
    Column("at", String, nullable=False),
    Column("why", String, nullable=False),
    Column("undone_who", String),
    Column("undone_at", String),
    Column("undone_why", String),
    sqlite_autoincrement=True,
)
"""What a person decided, in order; a row is never changed but for being undone. `old` and `new` are JSON."""

anchor = Table(
    "anchor",
    metadata,
    Column("correction", Integer, ForeignKey("correction.number", ondelete="CASCADE"), primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("side", String, nullable=False),
    Column("article_id", String, nullable=False, index=True),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("mark", String),
    Column("row_id", String, index=True),
)
"""The words that a correction is about; `mark` tells the fact from others that are read from them. `row_id` is the
report, statement or commitment that is read from them today, found anew whenever the article is read again."""

joined_thread = Table(
    "joined_thread",
    metadata,
    Column("source", String, primary_key=True),
    Column("target", String, nullable=False, index=True),
)
"""Threads that a person joined: what falls into `source` belongs to `target`."""
