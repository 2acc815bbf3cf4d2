"""Questions about commitment threads."""

from collections.abc import Iterable
from functools import cache
from typing import Any

import msgspec
from sqlalchemy import ColumnElement, Connection, Select, bindparam, or_, select

from readout.knowledge.tables import columns, languages
from readout.ledger.finding import one_id
from readout.ledger.tables import article, commitment, report
from readout.link.threads import Claim, thread_record
from readout.model.answers import CommitmentQuery, CommitmentThread
from readout.model.records import Article, Commitment
from readout.text.names import folded

_decoder = msgspec.json.Decoder(Commitment)


def find(connection: Connection, query: CommitmentQuery) -> tuple[CommitmentThread, ...]:
    """Threads in which one report fulfils the whole query, those with most versions first."""
    threads = select(commitment.c.thread_id).where(*_conditions(query))
    found = threads_of(connection, claims_asked().where(commitment.c.thread_id.in_(threads)))
    return tuple(sorted(found, key=lambda one: (-len(one.versions), one.id)))


def get(connection: Connection, wanted: str) -> CommitmentThread:
    """One thread by id or a unique beginning."""
    asked = claims_asked().where(in_thread(find_id(connection, wanted)))
    return next(iter(threads_of(connection, asked)))


def find_id(connection: Connection, wanted: str) -> str:
    """The whole id of a thread; raises NotFound."""
    return one_id(connection, commitment.c.thread_id, wanted, "commitment")


def of_contact(connection: Connection, contact_id: str) -> tuple[Claim, ...]:
    """Claims that were made in or after this contact, in order of publication."""
    rows = connection.execute(_of_contact, {"contact": contact_id})
    return tuple(sorted((claim_of(row) for row in rows), key=lambda claim: claim.order))


def _conditions(query: CommitmentQuery) -> Iterable[ColumnElement[bool]]:
    if query.text:
        name = folded(query.text)
        named = or_(commitment.c.object.contains(name, autoescape=True), commitment.c.object.in_(_goods_called(name)))
        yield or_(named, commitment.c.hs.startswith(name, autoescape=True)) if name.isdigit() else named
    if query.committer:
        yield commitment.c.committer == query.committer
    if query.counterparty:
        yield commitment.c.counterparty == query.counterparty
    if query.stage:
        yield commitment.c.stage == query.stage


def _goods_called(name: str) -> list[str]:
    """Goods that some language calls by these words: ` đậu tương ` → soybeans."""
    return sorted({goods for form, goods in _called() if f" {name} " in form})


@cache
def _called() -> frozenset[tuple[str, str]]:
    """Names of goods in all languages that are read, folded and between spaces, and the name that the ledger has."""
    return frozenset(
        (f" {folded(form)} ", folded(goods))
        for language in languages()
        for form, goods in columns(f"{language}/commodities.tsv", "form", "commodity")
    )


def claims_asked() -> Select[Any]:
    """All claims with their articles; narrow it with `where`."""
    return (
        select(
            commitment.c.id,
            commitment.c.thread_id,
            commitment.c.data,
            commitment.c.article_id,
            commitment.c.rule,
            commitment.c.why,
            report.c.contact_id,
            article.c.name,
            article.c.publisher,
            article.c.url,
            article.c.published,
        )
        .join(article, article.c.id == commitment.c.article_id)
        .join(report, report.c.id == commitment.c.report_id, isouter=True)
    )


def in_thread(thread_id: str) -> ColumnElement[bool]:
    """Narrows `claims_asked` to one thread."""
    return commitment.c.thread_id == thread_id


def claim_of(row: Any) -> Claim:
    """A row of `claims_asked` as a claim."""
    source = Article(id=row.name, url=row.url, publisher=row.publisher, published=row.published, text="")
    return Claim(row.id, _decoder.decode(row.data), row.article_id, source, row.contact_id)


_of_contact = claims_asked().where(report.c.contact_id == bindparam("contact"))
"""Built once: building a question takes longer than the database needs to answer it."""


def threads_of(connection: Connection, asked: Select[Any], **values: str) -> Iterable[CommitmentThread]:
    """The threads of what `claims_asked`, narrowed, finds; `values` are those of its named parameters."""
    groups: dict[str, list[Claim]] = {}
    for row in connection.execute(asked, values):
        groups.setdefault(row.thread_id, []).append(claim_of(row))
    return (thread_record(thread, claims) for thread, claims in groups.items())
