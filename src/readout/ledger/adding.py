"""Store one reading in the transaction of the caller. What its facts mean together is decided by relinking."""

from collections.abc import Iterable
from typing import Any

from sqlalchemy import Connection, String, bindparam, delete, insert, or_, select, union, update
from sqlalchemy.dialects import postgresql, sqlite

from readout.ledger.anchoring import edits_of_article, find_anchors, lose_anchors
from readout.ledger.former import keep_former
from readout.ledger.joining import join_threads
from readout.ledger.rows import (
    Row,
    article_row,
    commitment_rows,
    decode_reading,
    report_rows,
    silence_rows,
    statement_rows,
)
from readout.ledger.tables import article, commitment, contact, passage, report, silence, statement, unlinked, version
from readout.ledger.versions import drop_version, keep_version, move_versions, rank_of
from readout.ledger.words import write_words
from readout.link.editing import edited_reading
from readout.model.answers import AddOutcome
from readout.model.records import Reading

_KNOWN, _NAME, _URL = (bindparam(name, type_=String) for name in ("id", "name", "url"))
_SAME = (
    select(*(article.c[name] for name in ("id", "name", "url", "digest", "source", "published", "reading")))
    .where(
        article.c.id.in_(
            union(
                select(article.c.id).where(or_(article.c.id == _KNOWN, article.c.url == _URL)),
                select(version.c.article_id).where(or_(version.c.name == _NAME, version.c.url == _URL)),
            )
        )
    )
    .order_by(article.c.id)
)
"""Built once: this is asked for every article."""
_NEW_ARTICLE = insert(article)


def add_reading(connection: Connection, reading: Reading) -> AddOutcome:
    """Store `reading`. The same article (by id or URL, also of its other versions) is left as it is where nothing
    changed.

    Of all versions of an article the one of the highest rank counts (`readout.ledger.versions`), whichever came first.
    The others are kept, and change no answer. Articles that share a version are one.
    """
    row = article_row(reading)
    stored = [old._asdict() for old in connection.execute(_SAME, {name: row[name] for name in ("id", "name", "url")})]
    if [(old["id"], old["digest"]) for old in stored] == [(row["id"], row["digest"])]:
        return "unchanged"
    if not stored:
        _store(connection, row, reading)
        return "added"
    best = max(stored, key=rank_of)
    if rank_of(best) > rank_of(row):
        others = [old for old in stored if old is not best]
        keep_version(connection, best["id"], row)
        _replace(connection, others, best)
        return "updated" if others else "unchanged"
    _replace(connection, stored, row)
    drop_version(connection, row)
    _store(connection, row, reading)
    return "updated"


def _replace(connection: Connection, stored: Iterable[Row], best: Row) -> None:
    """These articles are versions of the best one from now on."""
    for old in stored:
        if old["source"] != best["source"]:
            keep_version(connection, best["id"], old)
        move_versions(connection, old["id"], best["id"])
        remove_article(connection, old["id"])


def _store(connection: Connection, row: Row, reading: Reading) -> None:
    connection.execute(_NEW_ARTICLE, row)
    insert_facts(connection, reading)


def insert_facts(connection: Connection, reading: Reading) -> None:
    """Store what was read, with what people corrected in it."""
    told = reading
    if reading.contacts or reading.statements or reading.commitments:
        find_anchors(connection, reading)
        told = edited_reading(reading, edits_of_article(connection, reading))
    reports = report_rows(told)
    if reports:
        connection.execute(insert(report), reports)
        mark_unlinked(connection, {(row["block"], row["day"]) for row in reports})
    if rows := statement_rows(told):
        connection.execute(insert(statement), rows)
    if rows := silence_rows(told):
        connection.execute(insert(silence), rows)
    if rows := commitment_rows(told):
        join_threads(connection, rows)
    write_words(connection, told)


def retell_article(connection: Connection, article_id: str) -> None:
    """Store the statements and commitments of an article anew, after a correction of them came or was undone."""
    reading = decode_reading(
        connection.execute(select(article.c.reading).where(article.c.id == article_id)).scalar_one()
    )
    told = edited_reading(reading, edits_of_article(connection, reading))
    blocks = set(connection.execute(select(commitment.c.block).where(commitment.c.article_id == article_id)).scalars())
    for table in (statement, commitment, passage):
        connection.execute(delete(table).where(table.c.article_id == article_id))
    if rows := statement_rows(told):
        connection.execute(insert(statement), rows)
    join_threads(connection, commitment_rows(told), blocks)
    write_words(connection, told)


def remove_article(connection: Connection, article_id: str) -> None:
    """Forget an article and its facts; the contacts that it reported are told anew at the next linking."""
    reports = connection.execute(
        select(report.c.id, report.c.block, report.c.day, report.c.contact_id)
        .where(report.c.article_id == article_id)
        .order_by(report.c.id.desc())
    ).all()
    keep_former(connection, {row.contact_id: row.id for row in reports if row.contact_id})
    mark_unlinked(connection, {(row.block, row.day) for row in reports})
    _mark_untold(connection, reports)
    blocks = set(connection.execute(select(commitment.c.block).where(commitment.c.article_id == article_id)).scalars())
    lose_anchors(connection, article_id)
    connection.execute(delete(article).where(article.c.id == article_id))
    join_threads(connection, [], blocks)


def _mark_untold(connection: Connection, reports: Iterable[Any]) -> None:
    ids = {row.contact_id for row in reports if row.contact_id}
    if ids:
        places = connection.execute(select(contact.c.block, contact.c.day).where(contact.c.id.in_(ids)))
        mark_unlinked(connection, {(row.block, row.day) for row in places})
        connection.execute(update(contact).where(contact.c.id.in_(ids)).values(data=None))


def mark_unlinked(connection: Connection, places: set[tuple[str, int]]) -> None:
    """Note that reports of these blocks and days changed."""
    if not places:
        return
    dialect = postgresql if connection.dialect.name == "postgresql" else sqlite
    statement_ = dialect.insert(unlinked).on_conflict_do_nothing()
    connection.execute(statement_, [{"block": block, "day": day} for block, day in sorted(places)])
