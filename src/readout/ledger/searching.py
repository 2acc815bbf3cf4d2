"""Search in articles, statements and names: the database finds by folded words, the original words decide and rank."""

from collections.abc import Iterable, Sequence
from functools import cache
from typing import Any

import msgspec
from msgspec import Struct
from sqlalchemy import ColumnElement, Connection, Executable, Select, bindparam, case, func, or_, select

from readout.ledger import contacts
from readout.ledger.dialect import utf8
from readout.ledger.errors import LedgerError
from readout.ledger.many import Many
from readout.ledger.matching import newest
from readout.ledger.tables import article, contact, contact_side, passage, report, statement
from readout.ledger.words import DAY
from readout.link.wanted import Phrase, phrases_of, score_of, snippet_of
from readout.link.wording import words_of
from readout.model.answers import ContactQuery
from readout.model.records import Participant, Span
from readout.model.searching import FoundPerson, SearchHit, SearchQuery, SearchResult
from readout.text.names import folded

RANKED = 200
"""Passages that are ranked: the newest of those that hold the words."""
_PEOPLE = 10
"""People that are told of at most."""


class _Text(Struct):
    text: str


class _Head(Struct):
    article: _Text


class _Said(Struct):
    content: Span


class _People(Struct):
    participants: tuple[Participant, ...] = ()


_Scored = tuple[float, int, str, str, str]
"""What sorts a passage (the score and the day, both below zero; its subject), and its words as written and folded."""

_texts = Many(select(passage.c.id, passage.c.subject, passage.c.words, passage.c.folded), passage.c.id)
_reported = report.alias("reported")
_only = (
    select(
        case((func.min(_reported.c.contact_id) == func.max(_reported.c.contact_id), func.min(_reported.c.contact_id)))
    )
    .where(_reported.c.article_id == passage.c.article_id)
    .scalar_subquery()
)
"""The contact that an article reports, where it is one."""
_told = Many(
    select(
        passage.c.subject,
        passage.c.article_id,
        article.c.title,
        article.c.publisher,
        article.c.url,
        article.c.published,
        utf8(case((statement.c.id.is_(None), article.c.reading))).label("reading"),
        utf8(statement.c.data).label("data"),
        case((statement.c.id.is_(None), _only), else_=report.c.contact_id).label("contact_id"),
    )
    .join(article, article.c.id == passage.c.article_id)
    .join(statement, statement.c.id == passage.c.subject, isouter=True)
    .join(report, report.c.id == passage.c.report_id, isouter=True),
    passage.c.subject,
)
"""Built once: building a question takes longer than the database needs to answer it."""
_people_of = msgspec.json.Decoder(_People)
_head = msgspec.json.Decoder(_Head)
_said = msgspec.json.Decoder(_Said)


def search(connection: Connection, query: SearchQuery, ranked: int = RANKED) -> SearchResult:
    """The passages that hold all phrases of the query, the best first of the newest `ranked`. Raises LedgerError for a
    query without words."""
    phrases = phrases_of(query.words)
    if not phrases:
        raise LedgerError("name at least one word to search for")
    found, more = newest(connection, phrases, tuple(_conditions(query)), ranked)
    best = _ranked(phrases, _texts.of(connection, found))
    return SearchResult(
        hits=tuple(_hits(connection, phrases, best[query.offset : query.offset + query.limit])),
        total=len(best),
        more=more,
        people=_people(connection, phrases) if query.people else (),
    )


def _ranked(phrases: Sequence[Phrase], rows: Iterable[Any]) -> list[_Scored]:
    """What holds all phrases, the best first; among equals the newest, and of one day the first subject."""
    scored = (
        (-score_of(phrases, written, bare), -(one // DAY), subject, written, bare)
        for one, subject, written, bare in rows
    )
    return sorted(one for one in scored if one[0])


def _conditions(query: SearchQuery) -> Iterable[ColumnElement[bool]]:
    if query.publisher:
        yield passage.c.article_id.in_(select(article.c.id).where(article.c.publisher == query.publisher))
    if query.since:
        yield passage.c.day >= query.since
    if query.until:
        yield passage.c.day <= query.until
    for country in query.countries:
        told = _about(select(contact_side.c.contact_id).where(contact_side.c.country == country))
        yield or_(passage.c.country == country, told)
    asked = ContactQuery(person=query.person, mode=query.mode, status=query.status, topic=query.topic)
    if asked != ContactQuery():
        yield _about(select(contact.c.id).where(*contacts.conditions(asked)))


def _about(wanted: Select[tuple[str]]) -> ColumnElement[bool]:
    """An article that reports such a contact; a statement that is about one."""
    reports = select(report.c.article_id).where(report.c.contact_id.in_(wanted))
    mine = select(report.c.id).where(report.c.contact_id.in_(wanted))
    return or_(passage.c.subject.like("a-%") & passage.c.article_id.in_(reports), passage.c.report_id.in_(mine))


def _hits(connection: Connection, phrases: Sequence[Phrase], best: Sequence[_Scored]) -> Iterable[SearchHit]:
    rows = {row.subject: row for row in _told.of(connection, [one[2] for one in best])}
    for worse, _, subject, written, bare in best:
        found = rows[subject]
        start, snippet, marks = _snippet(found, written, bare, phrases)
        yield SearchHit(
            id=found.subject,
            article=found.article_id,
            contact=found.contact_id,
            title=found.title,
            publisher=found.publisher,
            url=found.url,
            published=found.published,
            snippet=snippet,
            start=start,
            marks=marks,
            score=round(-worse, 4),
        )


def _snippet(
    found: Any, written: str, bare: str, phrases: Sequence[Phrase]
) -> tuple[int, str, tuple[tuple[int, int], ...]]:
    if found.data is None:
        return snippet_of(_head.decode(found.reading).article.text, phrases, written, bare)
    content = _said.decode(found.data).content
    words = words_of(content.text)  # the passage begins with the name of the speaker
    start, snippet, marks = snippet_of(content.text, phrases, " ".join(words.written), " ".join(words.folded))
    return content.start + start, snippet, marks


@cache
def _people_asked(names: int) -> Executable:
    """People whose name holds so many pieces, those with most contacts first. The pieces are letters and digits."""
    number = func.count(contact_side.c.contact_id.distinct())
    key = func.coalesce(contact_side.c.person_id, contact_side.c.person)
    return (
        select(
            func.min(contact_side.c.person),
            func.min(contact_side.c.person_id),
            func.min(contact_side.c.country),
            func.min(contact_side.c.contact_id),
            number,
        )
        .where(*(contact_side.c.person.contains(bindparam(f"name{place}")) for place in range(names)))
        .group_by(key)
        .order_by(number.desc(), key)
        .limit(_PEOPLE)
    )


def _people(connection: Connection, phrases: Sequence[Phrase]) -> tuple[FoundPerson, ...]:
    names = {f"name{place}": folded(" ".join(one.written)) for place, one in enumerate(phrases)}
    rows = connection.execute(_people_asked(len(names)), names).all()
    if not rows:
        return ()
    asked = select(contact.c.id, contact.c.data).where(contact.c.id.in_([row[3] for row in rows]))
    records = {row.id: row.data for row in connection.execute(asked)}
    return tuple(
        FoundPerson(name=_spelled(records.get(one), name), person_id=known, country=country, contacts=times)
        for name, known, country, one, times in rows
    )


def _spelled(data: str | None, name: str) -> str:
    """The name as a record of a contact spells it."""
    participants = _people_of.decode(data).participants if data else ()
    return next((one.person for one in participants if one.person and folded(one.person) == name), name)
