"""Which contacts there are and what each holds, in memory: lists, searches and facets are counted without the database.

A catalogue is of one moment. It is made in one pass over narrow tables (a fifth of a second for 20,000 contacts) and
serves every list until the ledger changes; contacts that came later are not in it, and left out.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import chain

import msgspec
from msgspec import Struct
from sqlalchemy import Connection, select

from readout.ledger import browsing, contacts
from readout.ledger.browsing import Browse, ContactLine, Order
from readout.ledger.dialect import utf8
from readout.ledger.many import Many
from readout.ledger.tables import contact, contact_side, contact_topic
from readout.model.records import Record

COUNTED = 1000
"""Contacts of a list, the newest, over which facets are counted."""
_UNKNOWN_DAY = "9999"
_TOP = 12
"""Values that a facet shows."""
Numbers = tuple[tuple[str, int], ...]


class Meant(Record, frozen=True, kw_only=True):
    """What a word of a search may mean: people by id, else by folded name; countries; topics."""

    person_ids: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()


class Facets(Record, frozen=True, kw_only=True):
    """How many of the newest `COUNTED` contacts hold each value, the most frequent first."""

    country: Numbers = ()
    person: Numbers = ()
    topic: Numbers = ()
    mode: Numbers = ()
    status: Numbers = ()
    publisher: Numbers = ()
    year: Numbers = ()


class Listed(Record, frozen=True, kw_only=True):
    """One page of a list: its contacts, how many there are in all, and facets of the newest `COUNTED` of them."""

    contacts: tuple[ContactLine, ...]
    total: int
    facets: Facets


class _Entry(Struct):
    """One contact; each value once."""

    day: str
    mode: str
    status: str
    countries: dict[str, None]
    people: dict[str, None]
    topics: list[str]
    papers: tuple[str, ...] | None = None
    """Not looked up before somebody asks."""


class _Papers(Struct):
    publishers: tuple[str, ...] = ()


_papers = msgspec.json.Decoder(_Papers)
_told = Many(select(contact.c.id, utf8(contact.c.data).label("data")).where(contact.c.data.is_not(None)), contact.c.id)


class Catalogue:
    """All contacts of a moment, the newest first; inside, a contact is its place among them."""

    def __init__(self, connection: Connection) -> None:
        rows = connection.execute(
            select(contact.c.id, contact.c.sort_day, contact.c.mode, contact.c.status).where(*contacts.shown)
        ).all()
        newest = sorted(rows, key=lambda row: (row[1] or "", row[0]), reverse=True)
        self._ids = [row[0] for row in newest]
        self._place = {one: place for place, one in enumerate(self._ids)}
        self._entries = [_Entry(row[1] or "", row[2], row[3], {}, {}, []) for row in newest]
        self._holding: dict[tuple[str, str], set[int]] = {}
        """(column, value) → contacts."""
        self.names = self._sides(connection)
        for owner, topic in connection.execute(select(contact_topic.c.contact_id, contact_topic.c.topic)).all():
            if (place := self._place.get(owner)) is not None:
                self._entries[place].topics.append(topic)
                self._holding.setdefault(("topic", topic), set()).add(place)

    def _sides(self, connection: Connection) -> tuple[tuple[str, str | None], ...]:
        """Note who takes part in what; all names (folded) with the person id where there is one."""
        side, names = contact_side.c, set()
        for owner, *values in connection.execute(
            select(side.contact_id, side.country, side.person_id, side.person)
        ).all():
            if (place := self._place.get(owner)) is None:
                continue
            country, person_id, name = values
            for column, value in zip(("country", "id", "name"), values, strict=True):
                if value:
                    self._holding.setdefault((column, value), set()).add(place)
            if country:
                self._entries[place].countries[country] = None
            if person_id:
                self._entries[place].people[person_id] = None
            if name:
                names.add((name, person_id))
        return tuple(names)

    def found(self, connection: Connection, query: Browse, order: Order, named: Sequence[Meant]) -> Sequence[int]:
        """All contacts that fulfil the query and in which every one of these is named, in this order."""
        among = self._named(named)
        if order == "reports" or query != Browse(limit=query.limit):
            asked = browsing.ids(connection, query, order == "reports")
            wanted = [self._place[one] for one in asked if one in self._place]
            kept = wanted if among is None else [one for one in wanted if one in among]
            found: Sequence[int] = kept if order == "reports" else sorted(kept)
        else:
            found = range(len(self._ids)) if among is None else sorted(among)
        return found[::-1] if order == "oldest" else found

    def ids(self, found: Sequence[int]) -> list[str]:
        """The ids of these contacts."""
        return [self._ids[one] for one in found]

    def _named(self, named: Sequence[Meant]) -> set[int] | None:
        """The contacts that fulfil all of these; None where there is nothing to fulfil."""
        among: set[int] | None = None
        for one in named:
            keys = [(column, value) for column, values in (("id", one.person_ids), ("name", one.names),
                                                           ("country", one.countries), ("topic", one.topics))
                    for value in values]  # fmt: skip
            sets = [self._holding[key] for key in keys if key in self._holding]
            holding = sets[0] if len(sets) == 1 else set[int]().union(*sets)
            among = holding if among is None else among & holding
        return among

    def facets(self, connection: Connection, found: Sequence[int]) -> Facets:
        """The most frequent values among the newest of these contacts."""
        newest = sorted(found)[:COUNTED] if len(found) > COUNTED else found
        entries = [self._entries[one] for one in newest]
        self._look_up_papers(connection, [one for one in newest if self._entries[one].papers is None])
        years = Counter(one.day[:4] for one in entries if one.day and one.day < _UNKNOWN_DAY)
        return Facets(
            country=_most(chain.from_iterable(one.countries for one in entries)),
            person=_most(chain.from_iterable(one.people for one in entries)),
            topic=_most(chain.from_iterable(one.topics for one in entries)),
            mode=_most(one.mode for one in entries),
            status=_most(one.status for one in entries),
            publisher=_most(chain.from_iterable(one.papers or () for one in entries)),
            year=tuple(sorted(years.items(), reverse=True)[:_TOP]),
        )

    def _look_up_papers(self, connection: Connection, missing: Sequence[int]) -> None:
        rows = _told.of(connection, self.ids(missing))
        papers = {self._place[row.id]: _papers.decode(row.data).publishers for row in rows}
        for one in missing:
            self._entries[one].papers = papers.get(one, ())

    def listed(
        self, connection: Connection, query: Browse, order: Order, offset: int, named: Sequence[Meant]
    ) -> Listed:
        """One page of `query.limit` contacts, with facets; an `offset` behind the end is the last page."""
        found = self.found(connection, query, order, named)
        size = query.limit or COUNTED
        offset = min(offset, max(0, (len(found) - 1) // size * size))
        return Listed(contacts=browsing.lines(connection, self.ids(found[offset:offset + size])),
                      total=len(found), facets=self.facets(connection, found))  # fmt: skip


def _most(values: Iterable[str]) -> Numbers:
    counted = Counter(values).items()
    return tuple(sorted(counted, key=lambda pair: (-pair[1], pair[0]))[:_TOP])
