"""The words of articles and statements as rows that search looks through."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from sqlalchemy import Connection, bindparam, func, insert, select, update

from readout.ledger.rows import Row, article_id, decode_reading, source_of
from readout.ledger.tables import article, passage
from readout.link.identity import content_id
from readout.link.sameness import signature_of
from readout.link.wording import words_of
from readout.model.records import Reading

_AT_ONCE = 200

DAY = 1 << 24
"""Ids that one day may give to its passages."""

_LAST_OF_DAY = select(func.max(passage.c.id)).where(
    passage.c.id >= bindparam("first"), passage.c.id < bindparam("first") + DAY
)
_NEW = insert(passage)
"""Built once: both are asked for every article."""


def id_of_day(day: str | None) -> int:
    """The id behind which the passages of an ISO day begin; what has no day lies before all days."""
    try:
        return date.fromisoformat(day or "").toordinal() * DAY
    except ValueError:
        return 0


def write_words(connection: Connection, reading: Reading) -> None:
    """Store what search looks through for this reading. The writer's lock keeps the ids apart."""
    rows = passage_rows(reading)
    first = id_of_day(rows[0]["day"])
    last = connection.execute(_LAST_OF_DAY, {"first": first}).scalar() or first
    connection.execute(_NEW, _numbered(rows, last))


def _numbered(rows: Sequence[Row], last: int) -> list[Row]:
    return [row | {"id": number} for number, row in enumerate(rows, last + 1)]


def passage_rows(reading: Reading) -> list[Row]:
    """A row for the article and one for each statement, without ids."""
    owner, one = article_id(reading.article), reading.article
    day = one.published[:10] if one.published else None
    reports = {contact.id: content_id("r", owner, contact.id) for contact in reading.contacts}
    rows = [{"subject": owner, "report_id": None, "country": None} | _written(one.text)]
    for said in reading.statements:
        speaker = " ".join(part for part in (said.speaker.name, said.speaker.organisation) if part)
        rows.append(
            {
                "subject": content_id("s", owner, said.id),
                "report_id": reports.get(said.contact or ""),
                "country": said.speaker.country,
            }
            | _written(f"{speaker}\n{said.content.text}")
        )
    return [row | {"article_id": owner, "day": day} for row in rows]


def _written(text: str) -> dict[str, Any]:
    words = words_of(text)
    return {"words": " ".join(words.written), "folded": " ".join(words.folded)}


def fill_words(connection: Connection) -> None:
    """Write passages, signatures and sources of articles that were stored before there were such columns.

    The passages are numbered as they come; migration 0004 puts their days in order.
    """
    last, number = "", 0
    while rows := connection.execute(
        select(article.c.id, article.c.reading).where(article.c.id > last).order_by(article.c.id).limit(_AT_ONCE)
    ).all():
        for row in rows:
            reading = decode_reading(row.reading)
            found = passage_rows(reading)
            connection.execute(_NEW, _numbered(found, number))
            number += len(found)
            connection.execute(
                update(article)
                .where(article.c.id == row.id)
                .values(source=source_of(reading.article), signature=signature_of(reading.article.text))
            )
        last = rows[-1].id
