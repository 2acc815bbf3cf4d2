"""The words of articles and statements as rows that search looks through."""

from typing import Any

from sqlalchemy import Connection, insert, select, update

from readout.ledger.rows import Row, article_id, decode_reading, source_of
from readout.ledger.tables import article, passage
from readout.link.identity import content_id
from readout.link.sameness import signature_of
from readout.link.wording import words_of
from readout.model.records import Reading

_AT_ONCE = 200


def passage_rows(reading: Reading) -> list[Row]:
    """A row for the article and one for each statement."""
    owner, one = article_id(reading.article), reading.article
    day = one.published[:10] if one.published else None
    reports = {contact.id: content_id("r", owner, contact.id) for contact in reading.contacts}
    rows = [{"subject": owner, "report_id": None, "country": None} | _written(one.text)]
    for said in reading.statements:
        speaker = " ".join(part for part in (said.speaker.name, said.speaker.organisation) if part)
        rows.append({"subject": content_id("s", owner, said.id), "report_id": reports.get(said.contact or ""),
                     "country": said.speaker.country} | _written(f"{speaker}\n{said.content.text}"))
    return [row | {"article_id": owner, "day": day} for row in rows]


def _written(text: str) -> dict[str, Any]:
    words = words_of(text)
    return {"words": " ".join(word.written for word in words), "folded": " ".join(word.folded for word in words)}


def fill_words(connection: Connection) -> None:
    """Write passages, signatures and sources of articles that were stored before there were such columns."""
    last = ""
    while rows := connection.execute(select(article.c.id, article.c.reading).where(article.c.id > last)
                                     .order_by(article.c.id).limit(_AT_ONCE)).all():
        for row in rows:
            reading = decode_reading(row.reading)
            connection.execute(insert(passage), passage_rows(reading))
            connection.execute(update(article).where(article.c.id == row.id).values(
                source=source_of(reading.article), signature=signature_of(reading.article.text)))
        last = rows[-1].id
