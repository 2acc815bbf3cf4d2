"""Make anew whatever the ledger derives from its readings, as if each had been added today.

For when the rules changed that compare, link and fold: a ledger of an older readout becomes what a new one would be of
the same readings. The readings themselves, and what people decided, stay as they are; to read the articles again is
`readout.ledger.rereading`.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, Table, delete, insert, select, update

from readout.ledger.adding import add_reading, mark_unlinked
from readout.ledger.anchoring import anchored_articles, edits_of_article, find_anchors, mark_anchors
from readout.ledger.former import keep_all_former
from readout.ledger.joining import replace_all_threads
from readout.ledger.rows import (
    Row,
    article_row,
    commitment_rows,
    decode_reading,
    report_rows,
    silence_rows,
    statement_rows,
    update_rows,
)
from readout.ledger.tables import article, commitment, contact, passage, report, silence, statement, version
from readout.ledger.words import passage_rows, write_words
from readout.link.editing import edited_reading
from readout.model.records import Reading

_AT_ONCE = 200
_FACTS: tuple[tuple[Table, Callable[[Reading], list[Row]], Row], ...] = (
    (passage, passage_rows, {"id": None}),
    (report, report_rows, dict.fromkeys(("root_id", "contact_id", "rule", "why"))),
    (statement, statement_rows, {}),
    (silence, silence_rows, {}),
    (commitment, commitment_rows, dict.fromkeys(("thread_id", "rule", "why"), "")),
)
"""What is stored of a reading beside the article: the table, what makes its rows, and the columns that depend on other
articles, as they are before these are looked at."""


def derive_anew(connection: Connection) -> None:
    """Compare what is stored with what would be stored today, and write what is different; note all to be linked again.

    The ids of articles follow from their addresses or words alone, which no rule changes.
    Runs in the caller's transaction; `readout.ledger.relinking.relink` does the rest. Old ids of contacts lead on.
    """
    keep_all_former(connection)
    mark_anchors(connection)
    for rows in _stored_articles(connection):
        _derive_articles(connection, rows)
    _settle_versions(connection)
    _forget_links(connection)
    replace_all_threads(connection)


def _stored_articles(connection: Connection) -> Iterator[Sequence[Row]]:
    """All rows of `article` by id, a few at a time."""
    asked, last = select(article).order_by(article.c.id).limit(_AT_ONCE), ""
    while found := connection.execute(asked.where(article.c.id > last)).all():
        yield [row._asdict() for row in found]
        last = found[-1].id


def _derive_articles(connection: Connection, rows: Sequence[Row]) -> None:
    readings = [decode_reading(row["reading"]) for row in rows]
    told = _told(connection, {row["id"]: reading for row, reading in zip(rows, readings, strict=True)})
    today, facts = [], []
    for reading in readings:  # one after the other: the words of a text are kept for a moment
        today.append(article_row(reading))
        facts.append([make(told[today[-1]["id"]]) for _, make, _ in _FACTS])
    update_rows(connection, article, [new for new, old in zip(today, rows, strict=True) if new != old])
    for number, (table, _, others) in enumerate(_FACTS):
        mine = {row["id"]: made[number] for row, made in zip(today, facts, strict=True)}
        different = _different(connection, table, mine, others)
        connection.execute(delete(table).where(table.c.article_id.in_(different)))
        if table is passage:
            for one in different:
                write_words(connection, told[one])
        elif new := [row | others for one in different for row in mine[one]]:
            connection.execute(insert(table), new)


def _told(connection: Connection, readings: Mapping[str, Reading]) -> dict[str, Reading]:
    """The readings by article, with what people corrected in them."""
    told = dict(readings)
    for one in anchored_articles(connection, readings):
        find_anchors(connection, readings[one])
        told[one] = edited_reading(readings[one], edits_of_article(connection, readings[one]))
    return told


def _different(connection: Connection, table: Table, made: Mapping[str, list[Row]], others: Row) -> list[str]:
    """The articles of which this table holds something else than was made today."""
    columns = [column for column in table.c if column.name not in others]
    stored: dict[str, set[tuple[Any, ...]]] = {}
    for row in connection.execute(select(table.c.article_id, *columns).where(table.c.article_id.in_(made))):
        stored.setdefault(row[0], set()).add(tuple(row[1:]))
    names = [column.name for column in columns]
    return [one for one, rows in made.items() if {tuple(map(row.get, names)) for row in rows} != stored.get(one, set())]


def _settle_versions(connection: Connection) -> None:
    """Add every version again: the one of the highest rank counts, and articles that share a version are one."""
    for one in connection.execute(select(version.c.id).order_by(version.c.id)).scalars().all():
        found = connection.execute(select(version.c.reading).where(version.c.id == one)).scalar()
        if found is not None:  # it may count by now
            add_reading(connection, decode_reading(found))


def _forget_links(connection: Connection) -> None:
    places = connection.execute(select(report.c.block, report.c.day).distinct())
    mark_unlinked(connection, {(row.block, row.day) for row in places})
    connection.execute(update(report).values(root_id=None, contact_id=None, rule=None, why=None))
    connection.execute(delete(contact))
