"""Gather what the ledger holds on one contact, for `readout.link.comparison`."""

from sqlalchemy import Connection, bindparam, func, select

from readout.ledger import commitments, contacts, statements
from readout.ledger.rows import decode_silence
from readout.ledger.tables import article, report, silence
from readout.link.comparison import Material, SourcedSilence, comparison_of
from readout.model.answers import Comparison, LedgerContact, SourcedEvidence

_newest_day = select(func.max(article.c.day))
_silences_of = (
    select(silence.c.data, silence.c.article_id, article.c.publisher, article.c.url, article.c.published)
    .join(article, article.c.id == silence.c.article_id)
    .join(report, report.c.id == silence.c.report_id)
    .where(report.c.contact_id == bindparam("contact"))
    .order_by(article.c.published.is_(None), article.c.published, silence.c.id)
)
"""Built once: building a question takes longer than the database needs to answer it."""


def compare(connection: Connection, wanted: str, as_of: str | None) -> Comparison:
    """The comparison from articles published up to the day `as_of`; without one, up to the newest article's day.

    An article without a date counts only where no `as_of` is given.
    """
    return compare_contact(connection, contacts.get(connection, wanted), as_of)


def compare_contact(connection: Connection, contact: LedgerContact, as_of: str | None) -> Comparison:
    """The same, for a contact that is at hand."""
    newest = connection.execute(_newest_day).scalar()
    material = Material(
        contact,
        tuple(one for one in statements.of_contact(connection, contact.id) if _counts(one.published, as_of)),
        _silences(connection, contact.id, as_of),
        tuple(
            claim for claim in commitments.of_contact(connection, contact.id) if _counts(claim.article.published, as_of)
        ),
    )
    return comparison_of(material, as_of or newest)


def _counts(published: str | None, as_of: str | None) -> bool:
    return as_of is None or (published is not None and published[:10] <= as_of)


def _silences(connection: Connection, contact_id: str, as_of: str | None) -> tuple[SourcedSilence, ...]:
    found = []
    for row in connection.execute(_silences_of, {"contact": contact_id}):
        one = decode_silence(row.data)
        words = tuple(
            SourcedEvidence(
                article=row.article_id, publisher=row.publisher, url=row.url, published=row.published, evidence=evidence
            )
            for evidence in one.evidence
        )
        if _counts(row.published, as_of):
            found.append(SourcedSilence(one, words))
    return tuple(found)
