"""Write the records of contacts, told from all their reports, and the columns that they are asked by."""

from collections.abc import Iterable

import msgspec
from sqlalchemy import Connection, delete, insert, select

from readout.ledger.anchoring import contact_edits
from readout.ledger.rows import Row, text_of, update_rows
from readout.ledger.tables import article, contact, contact_side, contact_topic, report
from readout.link.days import iso_day
from readout.link.editing import edited
from readout.link.reports import ContactReport
from readout.link.telling import Told, contact_record, days_of
from readout.model.answers import LedgerContact
from readout.model.records import Article, Contact
from readout.text.names import folded

_AT_ONCE = 500
"""Ids in one query; databases limit the number of parameters."""

UNKNOWN_DAY = "9999"
"""`sort_day` of a contact that has neither a date nor a dated report: behind all others."""

_TOLD = ("data", "mode", "status", "first_day", "last_day", "sort_day", "series")
"""Columns that telling fills, for contacts that are shown."""

_report_decoder = msgspec.json.Decoder(ContactReport)
_contact_decoder = msgspec.json.Decoder(Contact)


def tell_contacts(connection: Connection, contacts: Iterable[str]) -> None:
    """Tell these contacts anew; ids of roots that are no contacts (any more) are passed over."""
    wanted = sorted(contacts)
    for start in range(0, len(wanted), _AT_ONCE):
        _tell_some(connection, wanted[start : start + _AT_ONCE])


def _tell_some(connection: Connection, wanted: list[str]) -> None:
    told = _reports_of(connection, wanted)
    shown = (
        set(
            connection.execute(
                select(contact.c.id).where(contact.c.id.in_(wanted), contact.c.joined.is_(None))
            ).scalars()
        )
        & told.keys()
    )
    edits = contact_edits(connection, sorted(shown))
    records = [edited(contact_record(one, told[one]), edits.get(one, ())) for one in sorted(shown)]
    hidden = [dict.fromkeys(_TOLD) | {"id": one} for one in wanted if one not in shown]
    connection.execute(delete(contact_side).where(contact_side.c.contact_id.in_(wanted)))
    connection.execute(delete(contact_topic).where(contact_topic.c.contact_id.in_(wanted)))
    update_rows(connection, contact, hidden)
    update_rows(connection, contact, [_row(one) for one in records])
    if sides := [row for one in records for row in _side_rows(one)]:
        connection.execute(insert(contact_side), sides)
    if topics := [{"contact_id": one.id, "topic": topic} for one in records for topic in one.topics]:
        connection.execute(insert(contact_topic), topics)


def _reports_of(connection: Connection, wanted: list[str]) -> dict[str, list[Told]]:
    rows = connection.execute(
        select(
            report.c.contact_id,
            report.c.report,
            report.c.data,
            article.c.name,
            article.c.url,
            article.c.publisher,
            article.c.published,
            article.c.signature,
        )
        .join(article, article.c.id == report.c.article_id)
        .where(report.c.contact_id.in_(wanted))
    )
    found: dict[str, list[Told]] = {}
    for row in rows:
        source = Article(id=row.name, url=row.url, publisher=row.publisher, published=row.published, text="")
        told = Told(_report_decoder.decode(row.report), _contact_decoder.decode(row.data), source, row.signature)
        found.setdefault(row.contact_id, []).append(told)
    return found


def _row(record: LedgerContact) -> Row:
    first, last = days_of(record.time)
    published = record.first_published[:10] if record.first_published else None
    return {
        "id": record.id,
        "data": text_of(record),
        "mode": record.mode,
        "status": record.status,
        "first_day": iso_day(first) if first else None,
        "last_day": iso_day(last) if last else None,
        "sort_day": iso_day(first) if first else published or UNKNOWN_DAY,
        "series": record.series,
    }


def _side_rows(record: LedgerContact) -> list[Row]:
    return [
        {
            "contact_id": record.id,
            "number": number,
            "country": one.country,
            "person_id": one.person_id,
            "person": folded(one.person) if one.person else None,
        }
        for number, one in enumerate(record.participants)
    ]
