"""Versions of an article: which one counts, and the others, kept whole."""

from collections.abc import Mapping
from datetime import UTC, date, datetime
from typing import Any, NamedTuple

from sqlalchemy import Connection, delete, select, update
from sqlalchemy.dialects import postgresql, sqlite

from readout.ledger.rows import decode_reading
from readout.ledger.tables import version
from readout.link.days import interval_of
from readout.link.identity import content_id
from readout.model.editing import ArticleVersion

_EPOCH = date(1970, 1, 1).toordinal()


class Rank(NamedTuple):
    """What decides between the versions of an article: the greatest counts. The same in every order of arrival."""

    published: float
    """Seconds since 1970; a day or a month stands for its beginning in UTC, no date is before all."""
    length: int
    """Letters: of two versions of one time the whole page says more than its lead."""
    source: str


def rank_of(row: Mapping[str, Any]) -> Rank:
    """The rank of a row of `article`."""
    text = decode_reading(row["reading"]).article.text
    return Rank(_instant(row["published"]), len(text), row["source"] or row["digest"])


def _instant(published: str | None) -> float:
    try:
        found = datetime.fromisoformat(published or "")
    except ValueError:
        days = interval_of(published)
        return (days.lo - _EPOCH) * 86400.0 if days else float("-inf")
    return (found if found.tzinfo else found.replace(tzinfo=UTC)).timestamp()


def keep_version(connection: Connection, article_id: str, row: Mapping[str, Any]) -> None:
    """Keep a version (a row of `article`) that does not count; the same one again changes nothing."""
    dialect = postgresql if connection.dialect.name == "postgresql" else sqlite
    connection.execute(
        dialect.insert(version).on_conflict_do_nothing(),
        {
            "id": version_id(row["source"] or row["digest"]),
            "article_id": article_id,
            "name": row["name"],
            "url": row["url"],
            "published": row["published"],
            "reading": row["reading"],
        },
    )


def version_id(source: str) -> str:
    """Id of a version: of what it says alone, whatever article it is a version of."""
    return content_id("v", source)


def drop_version(connection: Connection, row: Mapping[str, Any]) -> None:
    """The version counts from now on."""
    connection.execute(delete(version).where(version.c.id == version_id(row["source"])))


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
