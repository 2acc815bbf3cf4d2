"""Questions that pages ask: one page of a list, what was said, people, topics, pairs, totals. Read only."""

from collections.abc import Iterable, Sequence
from typing import Any, Literal

import msgspec
from sqlalchemy import ColumnElement, Connection, Select, and_, func, or_, select, tuple_

from readout.ledger import commitments, contacts, statements
from readout.ledger.articles import COLUMNS as ARTICLE_COLUMNS
from readout.ledger.dialect import utf8
from readout.ledger.many import Many
from readout.ledger.tables import article, commitment, contact, contact_side, contact_topic, report, statement
from readout.model.answers import (
    CommitmentThread,
    ContactQuery,
    LedgerArticle,
    LedgerContact,
    LedgerStatement,
)
from readout.model.records import ContactTime, Participant, Place, Record
from readout.model.vocabulary import Mode, Status

Order = Literal["newest", "oldest", "reports"]
_shown = contacts.shown
_of_ids = Many(select(contact.c.id, utf8(contact.c.data).label("data"), contact.c.part_of).where(*_shown), contact.c.id)
_UNKNOWN_DAY = "9999"
_RECENT = 1000
"""Contacts, the newest, over which pairs are counted."""


class _Named(msgspec.Struct):
    """The id of a fact, of whatever kind."""

    id: str


_named = msgspec.json.Decoder(_Named)


class Browse(ContactQuery, frozen=True, kw_only=True):
    """Which contacts: all of the query, and reported by this paper."""

    publisher: str | None = None
    person_id: str | None = None
    """Exactly this person; `person` asks for a part of the name."""
    dated: bool = False
    """Only contacts that have a date, their own or that of a report."""
    not_before: str | None = None
    """The day by which a list sorts them is not before this one: for lists that need no more than the last weeks."""


class ContactLine(msgspec.Struct, frozen=True, kw_only=True):
    """What a line of a list says of a contact; to read all that is known of it takes four times as long."""

    id: str
    mode: Mode
    status: Status
    participants: tuple[Participant, ...] = ()
    time: ContactTime = ContactTime()
    place: Place | None = None
    reports: int = 0
    first_published: str | None = None


_line = msgspec.json.Decoder(ContactLine)


class PersonRow(Record, frozen=True, kw_only=True):
    """A person of the ledger: the id, else the folded name; the countries acted for; the number of contacts."""

    key: str
    person_id: str | None = None
    countries: tuple[str, ...] = ()
    contacts: int = 0


def page(
    connection: Connection,
    query: Browse,
    order: Order = "newest",
    offset: int = 0,
    after: tuple[str, str] | None = None,
) -> tuple[LedgerContact, ...]:
    """At most `query.limit` contacts in this order; `after` is (sort day, id) of the last one seen (dated orders)."""
    asked = select(contact.c.data, contact.c.part_of).where(*_conditions(query))
    if after is not None:
        mark = tuple_(contact.c.sort_day, contact.c.id)
        asked = asked.where(mark > after if order == "oldest" else mark < after)
    asked = _ordered(asked, order).offset(offset).limit(query.limit)
    return contacts.records_of(connection, connection.execute(asked).all())


def sort_day(connection: Connection, contact_id: str) -> str:
    """The day that places the contact in a list."""
    found = connection.execute(select(contact.c.sort_day).where(contact.c.id == contact_id)).scalar()
    return str(found or _UNKNOWN_DAY)


def ids(connection: Connection, query: Browse, by_reports: bool = False) -> tuple[str, ...]:
    """Of all contacts that the query asks for, in no order, or the most reported first."""
    asked = select(contact.c.id).where(*_conditions(query))
    return tuple(connection.execute(_ordered(asked, "reports") if by_reports else asked).scalars())


def records(connection: Connection, wanted: Sequence[str]) -> tuple[LedgerContact, ...]:
    """These contacts, in this order; those that are gone are left out."""
    return contacts.records_of(connection, _rows(connection, wanted))


def lines(connection: Connection, wanted: Sequence[str]) -> tuple[ContactLine, ...]:
    """The same as lines of a list."""
    return tuple(_line.decode(row.data) for row in _rows(connection, wanted))


def _rows(connection: Connection, wanted: Sequence[str]) -> list[Any]:
    rows = {row.id: row for row in _of_ids.of(connection, wanted)}
    return [rows[one] for one in wanted if one in rows]


def _ordered(asked: Select[Any], order: Order) -> Select[Any]:
    if order == "oldest":
        return asked.order_by(contact.c.sort_day, contact.c.id)
    newest = (contact.c.sort_day.desc(), contact.c.id.desc())
    if order == "newest":
        return asked.order_by(*newest)
    counted = (
        select(report.c.contact_id, func.count(report.c.article_id.distinct()).label("reports"))
        .group_by(report.c.contact_id)
        .subquery()
    )
    return asked.join(counted, counted.c.contact_id == contact.c.id).order_by(counted.c.reports.desc(), *newest)


def count(connection: Connection, query: Browse) -> int:
    """How many contacts the query asks for."""
    return connection.execute(select(func.count()).select_from(contact).where(*_conditions(query))).scalar_one()


def _most(
    connection: Connection, asked: Select[Any], column: ColumnElement[Any], top: int
) -> tuple[tuple[str, int], ...]:
    number = list(asked.selected_columns)[1]
    rows = connection.execute(
        asked.where(column.is_not(None)).group_by(column).order_by(number.desc(), column).limit(top)
    )
    return tuple((str(value), int(times)) for value, times in rows)


def _conditions(query: Browse) -> Iterable[ColumnElement[bool]]:
    yield from _shown
    yield from contacts.conditions(query)
    if query.publisher:
        yield contact.c.id.in_(
            select(report.c.contact_id)
            .join(article, article.c.id == report.c.article_id)
            .where(article.c.publisher == query.publisher, report.c.contact_id.is_not(None))
        )
    if query.person_id:
        yield contact.c.id.in_(select(contact_side.c.contact_id).where(contact_side.c.person_id == query.person_id))
    if query.not_before:
        yield contact.c.sort_day >= query.not_before
    if query.dated:
        yield contact.c.sort_day < _UNKNOWN_DAY


def newest_threads(connection: Connection, limit: int) -> tuple[CommitmentThread, ...]:
    """Threads that were spoken of last, the newest first."""
    newest = (
        select(commitment.c.thread_id)
        .join(article, article.c.id == commitment.c.article_id)
        .group_by(commitment.c.thread_id)
        .order_by(func.max(article.c.published).desc(), commitment.c.thread_id)
    )
    order = list(connection.execute(newest.limit(limit)).scalars())
    asked = commitments.claims_asked().where(commitment.c.thread_id.in_(order))
    return tuple(sorted(commitments.threads_of(connection, asked), key=lambda thread: order.index(thread.id)))


def statements_by(
    connection: Connection, person_id: str, country: str | None, limit: int
) -> tuple[LedgerStatement, ...]:
    """The newest statements of one person."""
    mark = f'"person_id":"{person_id}"'
    side = [statement.c.country == country] if country else []
    return _said(connection, [*side, statement.c.data.contains(mark, autoescape=True)], limit)


def statements_between(connection: Connection, countries: Sequence[str], limit: int) -> tuple[LedgerStatement, ...]:
    """The newest statements of these countries on contacts in which all of them take part."""
    on = [
        report.c.contact_id.in_(select(contact_side.c.contact_id).where(contact_side.c.country == country))
        for country in countries
    ]
    return _said(connection, [statement.c.country.in_(countries), *on], limit)


def statements_on(connection: Connection, topic: str, limit: int) -> tuple[LedgerStatement, ...]:
    """The newest statements on contacts that touch the topic, where the statement itself is about it."""
    about = report.c.contact_id.in_(select(contact_topic.c.contact_id).where(contact_topic.c.topic == topic))
    found = _said(
        connection,
        [or_(about, report.c.contact_id.is_(None)), statement.c.data.contains(f'"{topic}"', autoescape=True)],
        limit,
    )
    return tuple(one for one in found if topic in one.topics)


def _said(connection: Connection, where: Sequence[ColumnElement[bool]], limit: int) -> tuple[LedgerStatement, ...]:
    asked = (
        statements.statements_asked()
        .where(and_(*where))
        .order_by(article.c.published.is_(None), article.c.published.desc(), statement.c.id)
        .limit(limit)
    )
    return tuple(statements.records_of(connection, asked))


def topics(connection: Connection) -> tuple[tuple[str, int], ...]:
    """All topics with the number of contacts that touch them."""
    asked = select(contact_topic.c.topic, func.count()).join(contact, contact.c.id == contact_topic.c.contact_id)
    return _most(connection, asked.where(*_shown), contact_topic.c.topic, 200)


def people(
    connection: Connection, country: str | None, limit: int, offset: int = 0, by_name: bool = False
) -> tuple[PersonRow, ...]:
    """Persons by the number of their contacts, or by their names."""
    key = func.coalesce(contact_side.c.person_id, contact_side.c.person)
    number = func.count(contact_side.c.contact_id.distinct())
    asked = (
        select(key, func.max(contact_side.c.person_id), func.max(contact_side.c.country), number)
        .join(contact, contact.c.id == contact_side.c.contact_id)
        .where(*_shown, key.is_not(None), key != "")
    )
    if country:
        asked = asked.where(contact_side.c.country == country)
    order = [key] if by_name else [number.desc(), key]
    rows = connection.execute(asked.group_by(key).order_by(*order).limit(limit).offset(offset))
    return tuple(
        PersonRow(key=who, person_id=known, countries=(side,) if side else (), contacts=times)
        for who, known, side, times in rows
    )


def pairs(connection: Connection, since: str, limit: int) -> tuple[tuple[str, str, int], ...]:
    """Pairs of countries with the most contacts among the newest since a day."""
    recent = (
        select(contact.c.id)
        .where(*_shown, contact.c.sort_day >= since, contact.c.sort_day < _UNKNOWN_DAY)
        .order_by(contact.c.sort_day.desc())
        .limit(_RECENT)
        .subquery()
    )
    a, b = contact_side.alias(), contact_side.alias()
    number = func.count(recent.c.id.distinct())
    asked = (
        select(a.c.country, b.c.country, number)
        .select_from(recent)
        .join(a, a.c.contact_id == recent.c.id)
        .join(b, and_(b.c.contact_id == recent.c.id, a.c.country < b.c.country))
    )
    rows = connection.execute(asked.group_by(a.c.country, b.c.country).order_by(number.desc()).limit(limit))
    return tuple((first, second, times) for first, second, times in rows)


def articles(
    connection: Connection,
    publisher: str | None,
    limit: int,
    offset: int = 0,
    contact_id: str | None = None,
    telling: bool = False,
) -> tuple[LedgerArticle, ...]:
    """Articles, the newest first; of one paper, those that report one contact, or those that tell any fact."""
    asked = select(*ARTICLE_COLUMNS).order_by(
        article.c.day.desc().nulls_last(), article.c.published.desc(), article.c.id
    )
    if publisher:
        asked = asked.where(article.c.publisher == publisher)
    if telling:
        asked = asked.where(article.c.contacts + article.c.statements + article.c.commitments > 0)
    if contact_id:
        asked = asked.where(article.c.id.in_(select(report.c.article_id).where(report.c.contact_id == contact_id)))
    return tuple(LedgerArticle(**row._mapping) for row in connection.execute(asked.limit(limit).offset(offset)))


def homes(connection: Connection, article_id: str) -> dict[str, str]:
    """Where the ledger put what one article tells: the reading's id of a contact or commitment → contact or thread."""
    reported = select(report.c.data, report.c.contact_id).where(report.c.article_id == article_id)
    promised = select(commitment.c.data, commitment.c.thread_id).where(commitment.c.article_id == article_id)
    rows = [*connection.execute(reported), *connection.execute(promised)]
    return {_named.decode(data).id: home for data, home in rows if home}


def totals(connection: Connection) -> dict[str, int]:
    """How much the ledger holds, and since when."""
    numbers = {
        "articles": select(func.count()).select_from(article),
        "contacts": select(func.count()).select_from(contact).where(*_shown),
        "statements": select(func.count()).select_from(statement),
        "commitments": select(func.count(commitment.c.thread_id.distinct())),
    }
    return {name: connection.execute(asked).scalar_one() for name, asked in numbers.items()}


def days(connection: Connection) -> tuple[str, str] | None:
    """The days of the oldest and of the newest article; None where none has a date."""
    first, last = connection.execute(select(func.min(article.c.day), func.max(article.c.day))).one()
    return (first, last) if first else None
