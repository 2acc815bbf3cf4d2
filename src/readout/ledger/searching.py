"""Search in articles, statements and names: the database finds by folded words, the original words decide and rank."""

from collections.abc import Iterable, Sequence
from typing import Any

import msgspec
from msgspec import Struct
from sqlalchemy import ColumnElement, Connection, Select, and_, func, literal, literal_column, or_, select, text

from readout.ledger import contacts
from readout.ledger.errors import LedgerError
from readout.ledger.tables import article, contact, contact_side, passage, report, statement
from readout.link.identity import folded
from readout.link.wanted import Phrase, phrases_of, score_of, snippet_of
from readout.link.wording import is_han
from readout.model.answers import ContactQuery
from readout.model.records import Participant, Span
from readout.model.searching import FoundPerson, SearchHit, SearchQuery, SearchResult

_COMMON = 5000
"""Passages that hold the words, from which on they are found by walking back through the days."""
RANKED = 200
"""Passages that are ranked: the newest of those that hold the words."""


class _Text(Struct):
    text: str


class _Head(Struct):
    article: _Text


class _Said(Struct):
    content: Span


class _People(Struct):
    participants: tuple[Participant, ...] = ()


_people_of = msgspec.json.Decoder(_People)
_head = msgspec.json.Decoder(_Head)
_said = msgspec.json.Decoder(_Said)


def search(connection: Connection, query: SearchQuery, ranked: int = RANKED) -> SearchResult:
    """The passages that hold all phrases of the query, the best first of the newest `ranked`. Raises LedgerError for a
    query without words."""
    phrases = phrases_of(query.words)
    if not phrases:
        raise LedgerError("name at least one word to search for")
    newest: Sequence[Any] | None = _newest_of_many(connection, phrases, query, ranked + 1)
    if newest is None:
        newest = connection.execute(_newest(connection, phrases, query).limit(ranked + 1)).scalars().all()
    rows = connection.execute(select(passage.c.subject, passage.c.day, passage.c.words, passage.c.folded)
                              .where(passage.c.id.in_(newest[:ranked]))).all()
    scored = [(score_of(phrases, row.words, row.folded), row) for row in rows]
    best = sorted((pair for pair in scored if pair[0] > 0),
                  key=lambda pair: (-pair[0], _backwards(pair[1].day), pair[1].subject))
    return SearchResult(
        hits=tuple(_hits(connection, phrases, best[query.offset:query.offset + query.limit])),
        total=len(best),
        more=len(newest) > ranked,
        people=_people(connection, phrases) if query.people else (),
    )


def _backwards(day: str | None) -> int:
    """A sort key that puts newer days first, and no day last."""
    digits = (day or "").replace("-", "")
    return -int(digits) if digits.isdigit() else 0


def _newest(connection: Connection, phrases: Sequence[Phrase], query: SearchQuery) -> Select[tuple[int]]:
    """Ids only: a common word stands in thousands of passages, whose words must not be carried through the sorting."""
    asked = select(passage.c.id).where(_holds(connection, phrases), *_conditions(query))
    return asked.order_by(passage.c.day.desc().nulls_last(), passage.c.subject)


def _newest_of_many(connection: Connection, phrases: Sequence[Phrase], query: SearchQuery,
                    number: int) -> list[int] | None:
    """The same ids where SQLite finds the words in many passages: it walks back from the newest article, and stops.

    None where the words are rarer, or other things are asked for too: the walk would be long.
    """
    if connection.dialect.name != "sqlite" or any(True for _ in _conditions(query)):
        return None
    wanted = {"wanted": _sqlite_words(phrases)}
    if connection.execute(_many, {**wanted, "many": _COMMON}).scalar_one() < _COMMON:
        return None
    found: list[tuple[str, str, int]] = []
    with connection.execute(_walk, wanted) as rows:
        for day, subject, one in rows:
            if len(found) >= number and (day or "") != found[-1][0]:
                break
            found.append((day or "", subject, one))
    found.sort(key=lambda row: row[1])
    found.sort(key=lambda row: row[0], reverse=True)
    return [one for _, _, one in found[:number]]


_many = text("SELECT count(*) FROM (SELECT 1 FROM passage_words WHERE passage_words MATCH :wanted LIMIT :many)")
_walk = text("SELECT a.day, p.subject, p.id FROM article a CROSS JOIN passage p ON p.article_id = a.id WHERE +p.id IN "
             "(SELECT rowid FROM passage_words WHERE passage_words MATCH :wanted) ORDER BY a.day DESC")  # fmt: skip
"""`CROSS JOIN` keeps the order of the tables, so that the index of days gives the order of the rows."""


def _holds(connection: Connection, phrases: Sequence[Phrase]) -> ColumnElement[bool]:
    """The passages whose folded words hold the phrases, by the full-text index of the database.

    The index of PostgreSQL keeps no places of words: that the words of a phrase stand together is seen in the text,
    which is ten times quicker than to have its words found again (`<->`).
    """
    if connection.dialect.name == "sqlite":
        return passage.c.id.in_(_sqlite_rows(_sqlite_words(phrases)))
    wanted = " & ".join(f"'{word}'{':*' if _begins(one) else ''}" for one in phrases for word in one.folded)
    words = func.to_tsvector(literal_column("'simple'::regconfig"), func.left(passage.c.folded, 300000))
    found = words.op("@@")(func.to_tsquery(literal_column("'simple'::regconfig"), wanted))
    together = [(literal(" ") + passage.c.folded + literal(" ")).contains(f" {' '.join(one.folded)} ", autoescape=True)
                for one in phrases if len(one.folded) > 1]
    return and_(found, *together)


def _sqlite_words(phrases: Sequence[Phrase]) -> str:
    return " AND ".join(f'"{" ".join(one.folded)}"{"*" if _begins(one) else ""}' for one in phrases)


def _sqlite_rows(wanted: str) -> Any:
    words = text("SELECT rowid FROM passage_words WHERE passage_words MATCH :wanted").bindparams(wanted=wanted)
    return words.columns(passage.c.id)


def _begins(phrase: Phrase) -> bool:
    """One Chinese character alone: the index holds pairs that begin with it."""
    return len(phrase.folded) == 1 and len(phrase.folded[0]) == 1 and is_han(phrase.folded[0])


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


def _hits(connection: Connection, phrases: Sequence[Phrase], best: Sequence[tuple[float, Any]]) -> Iterable[SearchHit]:
    rows = {row.subject: row for row in connection.execute(
        select(passage.c.subject, passage.c.article_id, article.c.title, article.c.publisher, article.c.url,
               article.c.published, article.c.reading, statement.c.data, report.c.contact_id)
        .join(article, article.c.id == passage.c.article_id)
        .join(statement, statement.c.id == passage.c.subject, isouter=True)
        .join(report, report.c.id == passage.c.report_id, isouter=True)
        .where(passage.c.subject.in_([row.subject for _, row in best])))}
    for score, scored in best:
        found = rows[scored.subject]
        start, snippet, marks = _snippet(found, phrases)
        yield SearchHit(id=found.subject, article=found.article_id, contact=found.contact_id, title=found.title,
                        publisher=found.publisher, url=found.url, published=found.published, snippet=snippet,
                        start=start, marks=marks, score=round(score, 4))


def _snippet(found: Any, phrases: Sequence[Phrase]) -> tuple[int, str, tuple[tuple[int, int], ...]]:
    if found.data is None:
        return snippet_of(_head.decode(found.reading).article.text, phrases)
    content = _said.decode(found.data).content
    start, snippet, marks = snippet_of(content.text, phrases)
    return content.start + start, snippet, marks


def _people(connection: Connection, phrases: Sequence[Phrase], limit: int = 10) -> tuple[FoundPerson, ...]:
    names = [folded(" ".join(one.written)) for one in phrases]
    number = func.count(contact_side.c.contact_id.distinct())
    key = func.coalesce(contact_side.c.person_id, contact_side.c.person)
    rows = connection.execute(
        select(func.min(contact_side.c.person), func.min(contact_side.c.person_id), func.min(contact_side.c.country),
               func.min(contact_side.c.contact_id), number)
        .where(*(contact_side.c.person.contains(name, autoescape=True) for name in names))
        .group_by(key).order_by(number.desc(), key).limit(limit)).all()
    records = {row.id: row.data for row in connection.execute(
        select(contact.c.id, contact.c.data).where(contact.c.id.in_([row[3] for row in rows])))}
    return tuple(FoundPerson(name=_spelled(records.get(one), name), person_id=known, country=country, contacts=times)
                 for name, known, country, one, times in rows)


def _spelled(data: str | None, name: str) -> str:
    """The name as a record of a contact spells it."""
    participants = _people_of.decode(data).participants if data else ()
    return next((one.person for one in participants if one.person and folded(one.person) == name), name)
