"""Versions of an article: which one counts, and the others, kept whole."""

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, select, update
from sqlalchemy.dialects import postgresql, sqlite

from readout.ledger.rows import decode_reading
from readout.ledger.tables import version
from readout.link.identity import content_id
from readout.model.editing import ArticleVersion


def published_later(one: str | None, other: str | None) -> bool:
    """Whether `one` is certainly later than `other`: compared as instants, or as days where one is only a day."""
    if not one or not other:
        return False
    if len(one) == 10 or len(other) == 10:
        return one[:10] > other[:10]
    try:
        first, second = datetime.fromisoformat(one), datetime.fromisoformat(other)
    except ValueError:
        return False
    return (first if first.tzinfo else first.replace(tzinfo=UTC)) > (
        second if second.tzinfo else second.replace(tzinfo=UTC)
    )


def keep_version(connection: Connection, article_id: str, row: Mapping[str, Any]) -> None:
    """Keep a version (a row of `article`) that does not count; the same one again changes nothing."""
    dialect = postgresql if connection.dialect.name == "postgresql" else sqlite
    connection.execute(
        dialect.insert(version).on_conflict_do_nothing(),
        {
            "id": content_id("v", article_id, row["source"] or row["digest"]),
            "article_id": article_id,
            "published": row["published"],
            "reading": row["reading"],
        },
    )


def move_versions(connection: Connection, old: str, new: str) -> None:
    """The article is stored under another id from now on (the same URL)."""
    if old != new:
        connection.execute(update(version).where(version.c.article_id == old).values(article_id=new))


def of_article(connection: Connection, article_id: str) -> tuple[ArticleVersion, ...]:
    """The versions that do not count, in order of publication."""
    rows = connection.execute(
        select(version)
        .where(version.c.article_id == article_id)
        .order_by(version.c.published.is_(None), version.c.published, version.c.id)
    )
    return tuple(_version(row) for row in rows)


def _version(row: Any) -> ArticleVersion:
    reading = decode_reading(row.reading)
    return ArticleVersion(
        id=row.id,
        article=row.article_id,
        published=row.published,
        title=reading.article.title,
        text=reading.article.text,
        contacts=len(reading.contacts),
        statements=len(reading.statements),
        commitments=len(reading.commitments),
    )
