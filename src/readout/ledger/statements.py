"""Questions about statements."""

from collections.abc import Iterable
from typing import Any

import msgspec
from sqlalchemy import Connection, Select, bindparam, select

from readout.ledger.finding import one_id
from readout.ledger.tables import article, report, statement
from readout.model.answers import LedgerStatement
from readout.model.records import Statement

_decoder = msgspec.json.Decoder(Statement)


def of_contact(connection: Connection, contact_id: str) -> tuple[LedgerStatement, ...]:
    """All statements on a contact, in order of publication and of the article's text."""
    found = records_of(connection, _of_contact, contact=contact_id)
    return tuple(sorted(found, key=lambda one: (one.published or "9999", one.article, one.content.start, one.id)))


def get(connection: Connection, wanted: str) -> LedgerStatement:
    """One statement by id or a unique beginning."""
    whole = one_id(connection, statement.c.id, wanted, "statement")
    return next(iter(records_of(connection, statements_asked().where(statement.c.id == whole))))


def statements_asked() -> Select[Any]:
    """All statements with their articles; narrow it with `where`."""
    return (
        select(
            statement.c.id,
            statement.c.data,
            statement.c.article_id,
            report.c.contact_id,
            article.c.publisher,
            article.c.url,
            article.c.published,
        )
        .join(article, article.c.id == statement.c.article_id)
        .join(report, report.c.id == statement.c.report_id, isouter=True)
    )


_of_contact = statements_asked().where(report.c.contact_id == bindparam("contact"))
"""Built once: building a question takes longer than the database needs to answer it."""


def records_of(connection: Connection, asked: Select[Any], **values: str) -> Iterable[LedgerStatement]:
    """What `statements_asked`, narrowed, finds; `values` are those of its named parameters."""
    for row in connection.execute(asked, values):
        said = _decoder.decode(row.data)
        yield LedgerStatement(
            id=row.id,
            contact=row.contact_id,
            speaker=said.speaker,
            joint_with=said.joint_with,
            kind=said.kind,
            force=said.force,
            medium=said.medium,
            reported_via=said.reported_via,
            account_of=said.account_of,
            topics=said.topics,
            content=said.content,
            cue=said.cue,
            evidence=said.evidence,
            article=row.article_id,
            publisher=row.publisher,
            url=row.url,
            published=row.published,
        )
