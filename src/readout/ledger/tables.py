"""The tables: one schema for SQLite and PostgreSQL. A change here needs a migration in `migrations/versions`.

Records are kept whole as JSON text (`data`, `reading`, `report`, `node`) beside the columns that are asked for.
Days that linking compares are ordinals, days that people ask for are ISO text.
"""

from sqlalchemy import Boolean, Column, ForeignKey, Index, Integer, MetaData, String, Table, Text

metadata = MetaData(naming_convention={
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
})


def _article_id() -> Column[str]:
    return Column("article_id", String, ForeignKey("article.id", ondelete="CASCADE"), nullable=False, index=True)


article = Table(
    "article", metadata,
    Column("id", String, primary_key=True),
    Column("name", String, nullable=False, unique=True),
    Column("url", String, unique=True),
    Column("publisher", String),
    Column("title", String),
    Column("published", String),
    Column("day", String, index=True),
    Column("language", String),
    Column("digest", String, nullable=False),
    Column("contacts", Integer, nullable=False),
    Column("statements", Integer, nullable=False),
    Column("commitments", Integer, nullable=False),
    Column("reading", Text, nullable=False),
)

report = Table(
    "report", metadata,
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
    "contact", metadata,
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
    Index("ix_contact_block_day", "block", "day"),
    Index("ix_contact_block_leaf", "block", "leaf", "reach_hi"),
    Index("ix_contact_sort_day_id", "sort_day", "id"),
    Index("ix_contact_series", "series", "first_day"),
)
"""A root. `joined` is the contact that it was found to be; only rows without it are contacts that are shown."""

contact_side = Table(
    "contact_side", metadata,
    Column("contact_id", String, ForeignKey("contact.id", ondelete="CASCADE"), primary_key=True),
    Column("number", Integer, primary_key=True),
    Column("country", String),
    Column("person_id", String, index=True),
    Column("person", String),
    Index("ix_contact_side_country_contact_id", "country", "contact_id"),
)

contact_topic = Table(
    "contact_topic", metadata,
    Column("contact_id", String, ForeignKey("contact.id", ondelete="CASCADE"), primary_key=True),
    Column("topic", String, primary_key=True, index=True),
)

statement = Table(
    "statement", metadata,
    Column("id", String, primary_key=True),
    _article_id(),
    Column("report_id", String, index=True),
    Column("country", String, index=True),
    Column("data", Text, nullable=False),
)

silence = Table(
    "silence", metadata,
    Column("id", String, primary_key=True),
    _article_id(),
    Column("report_id", String, index=True),
    Column("data", Text, nullable=False),
)

commitment = Table(
    "commitment", metadata,
    Column("id", String, primary_key=True),
    _article_id(),
    Column("report_id", String, index=True),
    Column("block", String, nullable=False),
    Column("other", String, nullable=False),
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

unlinked = Table(
    "unlinked", metadata,
    Column("block", String, primary_key=True),
    Column("day", Integer, primary_key=True),
)
"""Blocks and days whose reports changed since they were last linked; written with the article, emptied by linking."""
