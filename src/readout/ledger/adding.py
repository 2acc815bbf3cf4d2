"""Store one reading in the transaction of the caller. What its facts mean together is decided by relinking."""

from collections.abc import Iterable
from typing import Any

from sqlalchemy import Connection, delete, insert, or_, select, update
from sqlalchemy.dialects import postgresql, sqlite

from readout.ledger.joining import join_threads
from readout.ledger.rows import article_row, commitment_rows, report_rows, silence_rows, statement_rows
from readout.ledger.tables import article, commitment, contact, report, silence, statement, unlinked
from readout.model.answers import AddOutcome
from readout.model.records import Reading


def add_reading(connection: Connection, reading: Reading) -> AddOutcome:
    """Store `reading`. The same article (by id or URL) is left as it is where nothing changed, else replaced."""
    row = article_row(reading)
    same = article.c.id == row["id"]
    if row["url"]:
        same = or_(same, article.c.url == row["url"])
    stored = connection.execute(select(article.c.id, article.c.digest).where(same)).all()
    if len(stored) == 1 and tuple(stored[0]) == (row["id"], row["digest"]):
        return "unchanged"
    for old in stored:
        remove_article(connection, old.id)
    connection.execute(insert(article), row)
    _insert_facts(connection, reading)
    return "updated" if stored else "added"


def _insert_facts(connection: Connection, reading: Reading) -> None:
    reports = report_rows(reading)
    if reports:
        connection.execute(insert(report), reports)
        mark_unlinked(connection, {(row["block"], row["day"]) for row in reports})
    if rows := statement_rows(reading):
        connection.execute(insert(statement), rows)
    if rows := silence_rows(reading):
        connection.execute(insert(silence), rows)
    if rows := commitment_rows(reading):
        join_threads(connection, rows)


def remove_article(connection: Connection, article_id: str) -> None:
    """Forget an article and its facts; the contacts that it reported are told anew at the next linking."""
    reports = connection.execute(
        select(report.c.block, report.c.day, report.c.contact_id).where(report.c.article_id == article_id)).all()
    mark_unlinked(connection, {(row.block, row.day) for row in reports})
    _mark_untold(connection, reports)
    blocks = set(connection.execute(
        select(commitment.c.block).where(commitment.c.article_id == article_id)).scalars())
    connection.execute(delete(article).where(article.c.id == article_id))
    join_threads(connection, [], blocks)


def _mark_untold(connection: Connection, reports: Iterable[Any]) -> None:
    ids = {row.contact_id for row in reports if row.contact_id}
    if ids:
        connection.execute(update(contact).where(contact.c.id.in_(ids)).values(data=None))


def mark_unlinked(connection: Connection, places: set[tuple[str, int]]) -> None:
    """Note that reports of these blocks and days changed."""
    if not places:
        return
    dialect = postgresql if connection.dialect.name == "postgresql" else sqlite
    statement_ = dialect.insert(unlinked).on_conflict_do_nothing()
    connection.execute(statement_, [{"block": block, "day": day} for block, day in sorted(places)])
