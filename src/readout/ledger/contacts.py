"""Questions about contacts."""

from collections.abc import Iterable, Sequence
from typing import Any

import msgspec
from msgspec.structs import replace
from sqlalchemy import ColumnElement, Connection, Select, bindparam, func, or_, select

from readout.ledger.errors import NotFound
from readout.ledger.finding import one_id
from readout.ledger.former import contact_of_former
from readout.ledger.tables import contact, contact_side, contact_topic, report
from readout.ledger.telling import UNKNOWN_DAY
from readout.link.spellings import people_called
from readout.model.answers import ContactQuery, LedgerContact
from readout.text.names import folded

_decoder = msgspec.json.Decoder(LedgerContact)
shown = (func.coalesce(contact.c.joined, "") == "", contact.c.data.is_not(None))
"""Rows that are answers. Written so that SQLite does not take the index of `joined`, in which nearly all are alike."""
HAPPENED = ("held", "ongoing")
_by_id = select(contact.c.data, contact.c.part_of).where(contact.c.id == bindparam("wanted"))
_whole_id = select(contact.c.id).where(*shown, contact.c.id == bindparam("wanted"))
_ranks = select(
    contact.c.id,
    func.row_number().over(partition_by=contact.c.series, order_by=(contact.c.first_day, contact.c.id)),
).where(*shown, contact.c.series.in_(bindparam("series", expanding=True)), contact.c.status.in_(HAPPENED),
        contact.c.first_day.is_not(None))  # fmt: skip
"""Built once: building a question takes longer than the database needs to answer it."""


def find(connection: Connection, query: ContactQuery) -> tuple[LedgerContact, ...]:
    """Contacts for which everything in the query holds, by date."""
    asked = select(contact.c.data, contact.c.part_of).where(*shown, *conditions(query))
    asked = asked.order_by(contact.c.sort_day, contact.c.id)
    if query.limit is not None:
        asked = asked.limit(query.limit)
    return records_of(connection, connection.execute(asked).all())


def get(connection: Connection, wanted: str, numbered: bool = True) -> LedgerContact:
    """One contact by id or a unique beginning, with its place in its series where it is to be `numbered`."""
    rows = connection.execute(_by_id, {"wanted": find_id(connection, wanted)}).all()
    return records_of(connection, rows)[0] if numbered else record_of(rows[0])


def find_id(connection: Connection, wanted: str) -> str:
    """The whole id of a contact. The id of one that became part of another, or of one that was linked anew and got
    another id, leads there (the whole id only). Raises NotFound."""
    if found := connection.execute(_whole_id, {"wanted": wanted}).scalar():
        return str(found)
    try:
        return one_id(connection, contact.c.id, wanted, "contact", select(contact.c.id).where(*shown))
    except NotFound:
        whole = wanted.strip().lower()
        part_of_another = select(report.c.contact_id).where(report.c.root_id == whole)
        for asked in (part_of_another, contact_of_former(whole)):
            if found := connection.execute(asked.limit(1)).scalar():
                return str(found)
        raise


def conditions(query: ContactQuery) -> Iterable[ColumnElement[bool]]:
    """What must hold of a row of `contact`, beside being shown."""
    for country in query.countries:
        yield contact.c.id.in_(select(contact_side.c.contact_id).where(contact_side.c.country == country))
    if query.person:
        yield contact.c.id.in_(_with_person(query.person))
    if query.mode:
        yield contact.c.mode == query.mode
    if query.status:
        yield contact.c.status == query.status
    if query.since:
        yield func.coalesce(contact.c.last_day, contact.c.sort_day) >= query.since
        yield contact.c.sort_day < UNKNOWN_DAY
    if query.until:
        yield contact.c.sort_day <= query.until
    if query.topic:
        yield contact.c.id.in_(select(contact_topic.c.contact_id).where(contact_topic.c.topic == query.topic))


def _with_person(person: str) -> Select[tuple[str]]:
    """By person id, by a part of the name in any case, with or without diacritics, or by the name in Vietnamese."""
    name = folded(person)
    by_name = contact_side.c.person.contains(name, autoescape=True) if name else contact_side.c.person == ""
    return select(contact_side.c.contact_id).where(
        or_(contact_side.c.person_id.in_({person, *people_called(person)}), by_name)
    )


def records_of(connection: Connection, rows: Sequence[Any]) -> tuple[LedgerContact, ...]:
    """Rows of (data, part_of) as records, with their places in their series."""
    records = [record_of(row) for row in rows]
    numbers = _series_numbers(connection, {one.series for one in records if one.series})
    return tuple(replace(one, series_number=numbers.get(one.id)) for one in records)


def record_of(row: Any) -> LedgerContact:
    """A row of (data, part_of) as a record without its place in its series."""
    return replace(_decoder.decode(row.data), part_of=row.part_of)


def _series_numbers(connection: Connection, series: set[str]) -> dict[str, int]:
    """Place of every contact that took place on a known date among those of its series."""
    listed = sorted(series)
    numbers: dict[str, int] = {}
    for start in range(0, len(listed), 500):
        rows = connection.execute(_ranks, {"series": listed[start : start + 500]})
        numbers.update({found: number for found, number in rows})
    return numbers
