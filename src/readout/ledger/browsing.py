"""Questions that pages ask: one page of a list, counts by facet, what stands beside a contact. Read only."""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any, Literal

from msgspec.structs import replace
from sqlalchemy import ColumnElement, Connection, Select, and_, func, or_, select, tuple_

from readout.ledger import commitments, comparing, contacts, statements
from readout.ledger.articles import COLUMNS as ARTICLE_COLUMNS
from readout.ledger.tables import article, commitment, contact, contact_side, contact_topic, report, statement
from readout.model.answers import (
    CommitmentThread,
    Comparison,
    ContactQuery,
    LedgerArticle,
    LedgerContact,
    LedgerStatement,
)
from readout.model.records import Record

Order = Literal["newest", "oldest", "reports"]
_shown = contacts.shown
_UNKNOWN_DAY = "9999"
COUNTED = 1000
"""Contacts of a list, the newest, over which facets are counted."""


class Meant(Record, frozen=True, kw_only=True):
    """What a word of a search may mean: people by id, else by folded name; countries; topics."""

    person_ids: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()


class Browse(ContactQuery, frozen=True, kw_only=True):
    """Which contacts: all of the query, and reported by this paper, out of this series."""

    publisher: str | None = None
    person_id: str | None = None
    """Exactly this person; `person` asks for a part of the name."""
    dated: bool = False
    """Only contacts that have a date, their own or that of a report."""
    not_before: str | None = None
    """The day by which a list sorts them is not before this one: for lists that need no more than the last weeks."""
    named: tuple[Meant, ...] = ()
    """Each of these must hold."""
    ids: tuple[str, ...] | None = None
    """Only these."""


class Facets(Record, frozen=True, kw_only=True):
    """How many of the newest `COUNTED` contacts hold each value, the most frequent first."""

    country: tuple[tuple[str, int], ...] = ()
    person: tuple[tuple[str, int], ...] = ()
    topic: tuple[tuple[str, int], ...] = ()
    mode: tuple[tuple[str, int], ...] = ()
    status: tuple[tuple[str, int], ...] = ()
    publisher: tuple[tuple[str, int], ...] = ()
    year: tuple[tuple[str, int], ...] = ()


class Listed(Record, frozen=True, kw_only=True):
    """One page of a list: its contacts, how many there are in all, and facets of the newest `COUNTED` of them."""

    contacts: tuple[LedgerContact, ...]
    total: int
    facets: Facets


class PersonRow(Record, frozen=True, kw_only=True):
    """A person of the ledger: the id, else the folded name; the countries acted for; the number of contacts."""

    key: str
    person_id: str | None = None
    countries: tuple[str, ...] = ()
    contacts: int = 0


class Neighbours(Record, frozen=True, kw_only=True):
    """What stands beside a contact: before and after in its series, the visit around it, the contacts inside it."""

    before: LedgerContact | None = None
    after: LedgerContact | None = None
    visit: LedgerContact | None = None
    parts: tuple[LedgerContact, ...] = ()


class Whole(Record, frozen=True, kw_only=True):
    """A contact with all that stands on its page."""

    contact: LedgerContact
    comparison: Comparison
    neighbours: Neighbours
    threads: tuple[CommitmentThread, ...]
    titles: dict[str, str | None]
    """Article id → title, of all that report it."""


def page(connection: Connection, query: Browse, order: Order = "newest", offset: int = 0,
         after: tuple[str, str] | None = None) -> tuple[LedgerContact, ...]:
    """At most `query.limit` contacts in this order; `after` is (sort day, id) of the last one seen (dated orders)."""
    query = _narrowed(connection, query)
    asked = select(contact.c.data, contact.c.part_of).where(*_conditions(query))
    if after is not None:
        mark = tuple_(contact.c.sort_day, contact.c.id)
        asked = asked.where(mark > after if order == "oldest" else mark < after)
    asked = _ordered(asked, order, query.ids is not None).offset(offset).limit(query.limit)
    return contacts.records_of(connection, connection.execute(asked).all())


def listed(connection: Connection, query: Browse, order: Order, offset: int) -> Listed:
    """One page with facets; what the filters ask is looked up once. An `offset` behind the end is the last page."""
    query = _narrowed(connection, query)
    conditions = list(_conditions(query))
    asked = _ordered(select(contact.c.id).where(*conditions), order, query.ids is not None)
    found = list(connection.execute(asked.limit(COUNTED)).scalars())
    total = count(connection, query) if len(found) == COUNTED else len(found)
    size = query.limit or COUNTED
    offset = min(offset, max(0, (total - 1) // size * size))
    shown = found[offset:offset + size]
    if offset + size <= COUNTED or total < COUNTED:
        asked = select(contact.c.id, contact.c.data, contact.c.part_of).where(contact.c.id.in_(shown))
        rows = connection.execute(asked)
        at = {one: number for number, one in enumerate(shown)}
        records = contacts.records_of(connection, sorted(rows.all(), key=lambda row: at[row.id]))
    else:
        records = page(connection, query, order, offset)
    return Listed(contacts=records, total=total, facets=_facets(connection, found))


def sort_day(connection: Connection, contact_id: str) -> str:
    """The day that places the contact in a list."""
    found = connection.execute(select(contact.c.sort_day).where(contact.c.id == contact_id)).scalar()
    return str(found or _UNKNOWN_DAY)


def _ordered(asked: Select[Any], order: Order, by_key: bool) -> Select[Any]:
    """In this order; `by_key` keeps the database from walking the index of days where the ids are known."""
    day: ColumnElement[Any] = func.coalesce(contact.c.sort_day, "") if by_key else contact.c.sort_day
    if order == "oldest":
        return asked.order_by(day, contact.c.id)
    newest = (day.desc(), contact.c.id.desc())
    if order == "newest":
        return asked.order_by(*newest)
    counted = (select(report.c.contact_id, func.count(report.c.article_id.distinct()).label("reports"))
               .group_by(report.c.contact_id).subquery())
    return asked.join(counted, counted.c.contact_id == contact.c.id).order_by(counted.c.reports.desc(), *newest)


def count(connection: Connection, query: Browse) -> int:
    """How many contacts the query asks for."""
    query = _narrowed(connection, query)
    return connection.execute(select(func.count()).select_from(contact).where(*_conditions(query))).scalar_one()


def facets(connection: Connection, query: Browse, top: int = 12) -> Facets:
    """The most frequent values among the newest `COUNTED` contacts of the query."""
    query = _narrowed(connection, query)
    asked = _ordered(select(contact.c.id).where(*_conditions(query)), "newest", query.ids is not None).limit(COUNTED)
    return _facets(connection, list(connection.execute(asked).scalars()), top)


def _facets(connection: Connection, found: Sequence[str], top: int = 12) -> Facets:
    side, about = contact_side.c.contact_id.in_(found), contact_topic.c.contact_id.in_(found)
    own = connection.execute(
        select(contact.c.mode, contact.c.status, contact.c.sort_day).where(contact.c.id.in_(found)))
    modes, statuses, days = zip(*own.all(), strict=True) if found else ((), (), ())
    years = [day[:4] for day in days if day and day < _UNKNOWN_DAY]
    papers = select(article.c.publisher, func.count(report.c.contact_id.distinct())).join(
        report, report.c.article_id == article.c.id).where(report.c.contact_id.in_(found))
    per_side = func.count(contact_side.c.contact_id.distinct())
    return Facets(
        country=_most(connection, select(contact_side.c.country, per_side).where(side), contact_side.c.country, top),
        person=_most(connection, select(contact_side.c.person_id, per_side).where(side), contact_side.c.person_id, top),
        topic=_most(connection, select(contact_topic.c.topic, func.count()).where(about), contact_topic.c.topic, top),
        mode=tuple(Counter(modes).most_common(top)),
        status=tuple(Counter(statuses).most_common(top)),
        publisher=_most(connection, papers, article.c.publisher, top),
        year=tuple(sorted(Counter(years).items(), reverse=True)[:top]),
    )


def _most(connection: Connection, asked: Select[Any], column: ColumnElement[Any],
          top: int) -> tuple[tuple[str, int], ...]:
    number = list(asked.selected_columns)[1]
    rows = connection.execute(asked.where(column.is_not(None)).group_by(column).order_by(number.desc(), column)
                              .limit(top))
    return tuple((str(value), int(times)) for value, times in rows)


def _conditions(query: Browse) -> Iterable[ColumnElement[bool]]:
    yield from _shown
    yield from contacts.conditions(query)
    if query.publisher:
        yield contact.c.id.in_(select(report.c.contact_id).join(article, article.c.id == report.c.article_id)
                               .where(article.c.publisher == query.publisher, report.c.contact_id.is_not(None)))
    if query.person_id:
        yield contact.c.id.in_(select(contact_side.c.contact_id).where(contact_side.c.person_id == query.person_id))
    if query.ids is not None:
        yield contact.c.id.in_(query.ids)
    if query.not_before:
        yield contact.c.sort_day >= query.not_before
    if query.dated:
        yield contact.c.sort_day < _UNKNOWN_DAY


def _narrowed(connection: Connection, query: Browse) -> Browse:
    """The query with the contacts that its words name as `ids`: the rarest word first, the others among its finds."""
    if not query.named:
        return query
    found: set[str] | None = None
    for one in sorted(query.named, key=_weight):
        found = _named(connection, one, found)
        if not found:
            break
    return replace(query, named=(), ids=tuple(sorted(found or ())))


def _weight(one: Meant) -> int:
    """How much a word may find: a country or a topic stands for many contacts."""
    return len(one.person_ids) + len(one.names) + 100 * (len(one.countries) + len(one.topics))


def _named(connection: Connection, one: Meant, among: set[str] | None) -> set[str]:
    """The contacts in which somebody of these names or countries takes part, or that touch one of the topics."""
    side, about = contact_side.c, contact_topic.c
    meanings = [(side.contact_id, side.person_id, one.person_ids), (side.contact_id, side.person, one.names),
                (side.contact_id, side.country, one.countries), (about.contact_id, about.topic, one.topics)]
    few = among is not None and len(among) <= COUNTED
    found: set[str] = set()
    for owner, column, values in meanings:
        if values:
            asked = select(owner).where(column.in_(values))
            found.update(connection.execute(asked.where(owner.in_(among)) if few and among else asked).scalars())
    return found if among is None else found & among


def names(connection: Connection) -> tuple[tuple[str, str | None], ...]:
    """All names (folded) that people have in contacts, with the person id where there is one."""
    rows = connection.execute(select(contact_side.c.person, contact_side.c.person_id).distinct())
    return tuple((name, known) for name, known in rows if name)


def whole(connection: Connection, wanted: str, as_of: str | None = None) -> Whole:
    """A contact with all that stands on its page, in one view; raises NotFound."""
    one = contacts.get(connection, wanted)
    return Whole(contact=one, comparison=comparing.compare_contact(connection, one, as_of),
                 neighbours=neighbours(connection, one), threads=threads_of_contact(connection, one.id),
                 titles=_titles(connection, one))


def _titles(connection: Connection, one: LedgerContact) -> dict[str, str | None]:
    owners = {entry.article for entry in one.history}
    rows = connection.execute(select(article.c.id, article.c.title).where(article.c.id.in_(owners)))
    return {owner: title for owner, title in rows}


def neighbours(connection: Connection, one: LedgerContact) -> Neighbours:
    """What stands beside this contact."""
    before, after = _in_series(connection, one)
    inside = select(contact.c.data, contact.c.part_of).where(*_shown, contact.c.part_of == one.id)
    visit = contacts.get(connection, one.part_of) if one.part_of else None
    parts = contacts.records_of(connection, connection.execute(inside.order_by(contact.c.sort_day).limit(50)).all())
    return Neighbours(before=before, after=after, visit=visit, parts=parts)


def _in_series(connection: Connection, one: LedgerContact) -> tuple[LedgerContact | None, LedgerContact | None]:
    if one.series is None or one.series_number is None:
        return None, None
    first = connection.execute(select(contact.c.first_day).where(contact.c.id == one.id)).scalar()
    mates = select(contact.c.data, contact.c.part_of).where(
        *_shown, contact.c.series == one.series, contact.c.status.in_(("held", "ongoing")),
        contact.c.first_day.is_not(None))
    place = tuple_(contact.c.first_day, contact.c.id)
    earlier = mates.where(place < (first, one.id)).order_by(contact.c.first_day.desc(), contact.c.id.desc()).limit(1)
    later = mates.where(place > (first, one.id)).order_by(contact.c.first_day, contact.c.id).limit(1)
    found = [contacts.records_of(connection, connection.execute(asked).all()) for asked in (earlier, later)]
    return (found[0][0] if found[0] else None), (found[1][0] if found[1] else None)


def threads_of_contact(connection: Connection, contact_id: str) -> tuple[CommitmentThread, ...]:
    """Threads with a version that was made in or after this contact, the longest first."""
    named = (select(commitment.c.thread_id).join(report, report.c.id == commitment.c.report_id)
             .where(report.c.contact_id == contact_id))
    found = commitments.threads_of(connection, commitments.claims_asked().where(commitment.c.thread_id.in_(named)))
    return tuple(sorted(found, key=lambda thread: (-len(thread.versions), thread.id)))


def newest_threads(connection: Connection, limit: int) -> tuple[CommitmentThread, ...]:
    """Threads that were spoken of last, the newest first."""
    newest = (select(commitment.c.thread_id).join(article, article.c.id == commitment.c.article_id)
              .group_by(commitment.c.thread_id).order_by(func.max(article.c.published).desc(), commitment.c.thread_id))
    order = list(connection.execute(newest.limit(limit)).scalars())
    asked = commitments.claims_asked().where(commitment.c.thread_id.in_(order))
    return tuple(sorted(commitments.threads_of(connection, asked), key=lambda thread: order.index(thread.id)))


def statements_by(connection: Connection, person_id: str, country: str | None,
                  limit: int) -> tuple[LedgerStatement, ...]:
    """The newest statements of one person."""
    mark = f'"person_id":"{person_id}"'
    side = [statement.c.country == country] if country else []
    return _said(connection, [*side, statement.c.data.contains(mark, autoescape=True)], limit)


def statements_between(connection: Connection, countries: Sequence[str], limit: int) -> tuple[LedgerStatement, ...]:
    """The newest statements of these countries on contacts in which all of them take part."""
    on = [report.c.contact_id.in_(select(contact_side.c.contact_id).where(contact_side.c.country == country))
          for country in countries]
    return _said(connection, [statement.c.country.in_(countries), *on], limit)


def statements_on(connection: Connection, topic: str, limit: int) -> tuple[LedgerStatement, ...]:
    """The newest statements on contacts that touch the topic, where the statement itself is about it."""
    about = report.c.contact_id.in_(select(contact_topic.c.contact_id).where(contact_topic.c.topic == topic))
    found = _said(connection, [or_(about, report.c.contact_id.is_(None)),
                               statement.c.data.contains(f'"{topic}"', autoescape=True)], limit)
    return tuple(one for one in found if topic in one.topics)


def _said(connection: Connection, where: Sequence[ColumnElement[bool]], limit: int) -> tuple[LedgerStatement, ...]:
    asked = statements.statements_asked().where(and_(*where)).order_by(
        article.c.published.is_(None), article.c.published.desc(), statement.c.id).limit(limit)
    return tuple(statements.records_of(connection, asked))


def topics(connection: Connection) -> tuple[tuple[str, int], ...]:
    """All topics with the number of contacts that touch them."""
    asked = select(contact_topic.c.topic, func.count()).join(contact, contact.c.id == contact_topic.c.contact_id)
    return _most(connection, asked.where(*_shown), contact_topic.c.topic, 200)


def people(connection: Connection, country: str | None, limit: int, offset: int = 0) -> tuple[PersonRow, ...]:
    """Persons by the number of their contacts."""
    key = func.coalesce(contact_side.c.person_id, contact_side.c.person)
    number = func.count(contact_side.c.contact_id.distinct())
    asked = select(key, func.max(contact_side.c.person_id), func.max(contact_side.c.country), number).join(
        contact, contact.c.id == contact_side.c.contact_id).where(*_shown, key.is_not(None), key != "")
    if country:
        asked = asked.where(contact_side.c.country == country)
    rows = connection.execute(asked.group_by(key).order_by(number.desc(), key).limit(limit).offset(offset))
    return tuple(PersonRow(key=who, person_id=known, countries=(side,) if side else (), contacts=times)
                 for who, known, side, times in rows)


def pairs(connection: Connection, since: str, limit: int) -> tuple[tuple[str, str, int], ...]:
    """Pairs of countries with the most contacts among the newest since a day."""
    recent = (select(contact.c.id).where(*_shown, contact.c.sort_day >= since, contact.c.sort_day < _UNKNOWN_DAY)
              .order_by(contact.c.sort_day.desc()).limit(COUNTED).subquery())
    a, b = contact_side.alias(), contact_side.alias()
    number = func.count(recent.c.id.distinct())
    asked = select(a.c.country, b.c.country, number).select_from(recent).join(a, a.c.contact_id == recent.c.id).join(
        b, and_(b.c.contact_id == recent.c.id, a.c.country < b.c.country))
    rows = connection.execute(asked.group_by(a.c.country, b.c.country).order_by(number.desc()).limit(limit))
    return tuple((first, second, times) for first, second, times in rows)


def articles(connection: Connection, publisher: str | None, limit: int, offset: int = 0,
             contact_id: str | None = None) -> tuple[LedgerArticle, ...]:
    """Articles, the newest first; of one paper, or those that report one contact."""
    asked = select(*ARTICLE_COLUMNS).order_by(
        article.c.day.desc().nulls_last(), article.c.published.desc(), article.c.id)
    if publisher:
        asked = asked.where(article.c.publisher == publisher)
    if contact_id:
        asked = asked.where(article.c.id.in_(select(report.c.article_id).where(report.c.contact_id == contact_id)))
    return tuple(LedgerArticle(**row._mapping) for row in connection.execute(asked.limit(limit).offset(offset)))


def totals(connection: Connection) -> dict[str, int]:
    """How much the ledger holds, and since when."""
    numbers = {
        "articles": select(func.count()).select_from(article),
        "contacts": select(func.count()).select_from(contact).where(*_shown),
        "statements": select(func.count()).select_from(statement),
        "commitments": select(func.count(commitment.c.thread_id.distinct())),
    }
    return {name: connection.execute(asked).scalar_one() for name, asked in numbers.items()}


def newest_day(connection: Connection) -> str | None:
    """The day of the newest article."""
    return connection.execute(select(func.max(article.c.day))).scalar()
