"""What people decide: each verb writes one row of `correction` with its anchors, then has the answers told anew."""

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from typing import Any

import msgspec
from msgspec import Struct
from sqlalchemy import Column, Connection, Table, delete, insert, select, update

from readout.ledger import articles, commitments, contacts, statements
from readout.ledger.adding import retell_article
from readout.ledger.anchoring import anchor_rows, next_number
from readout.ledger.deciding import settle_decisions
from readout.ledger.errors import NotFound, Refused
from readout.ledger.finding import one_id
from readout.ledger.former import keep_former
from readout.ledger.joining import replace_threads
from readout.ledger.rows import Row, text_of
from readout.ledger.tables import anchor, commitment, contact, correction, joined_thread, report, statement
from readout.ledger.telling import tell_contacts
from readout.link.decisions import split_id
from readout.link.editing import CannotBe, Edit, edited, value_of
from readout.model.editing import CorrectionKind, LedgerCorrection
from readout.model.records import Commitment, Contact, Evidence, Statement


class Reason(Struct, frozen=True):
    """Who decides, and why."""

    who: str
    why: str


class _Fact(Struct, frozen=True):
    """A stored fact that a correction can hold on to."""

    id: str
    article_id: str
    evidence: tuple[Evidence, ...]
    record: Contact | Statement | Commitment


def correct(
    connection: Connection, wanted: str, field: str, value: Any, reason: Reason, of: str | None = None
) -> LedgerCorrection:
    """Give a field of a contact, a statement, a commitment (all its claims) or one claim another value.

    `of` narrows a commitment to the claims of one article. Raises LedgerError where the field cannot have the value.
    """
    subject = find_subject(connection, wanted)
    facts = _facts_of(connection, subject, articles.find_id(connection, of) if of else None)
    whole = contacts.get(connection, subject) if subject[0] == "c" else None
    old = [value_of(whole or one.record, field) for one in ([facts[0]] if whole else facts)]
    try:
        for one in [whole] if whole else [fact.record for fact in facts]:
            edited(one, [Edit("", field, value)])
    except CannotBe as error:
        raise Refused(str(error), error.reason, field=field, value=str(value)) from None
    number = _write(
        connection,
        "correct",
        subject,
        reason,
        facts,
        field=field,
        old=old[0] if len(set(map(repr, old))) == 1 else old,
        new=value,
    )
    _tell_anew(connection, subject, facts)
    return get(connection, number)


def merge(connection: Connection, wanted: str, into: str, reason: Reason) -> LedgerCorrection:
    """Two contacts are one event, or two threads one promise: what belongs to `wanted` belongs to `into`."""
    subject, target = find_subject(connection, wanted), find_subject(connection, into)
    if subject == target or subject[0] != target[0] or subject[0] in "sp":
        told = f"{subject} and {target} cannot be merged: name two contacts, or two commitments"
        raise Refused(told, "merge", one=subject, other=target)
    facts, others = _facts_of(connection, subject), _facts_of(connection, target)
    number = _write(connection, "merge", subject, reason, facts, others, old=[subject, target], new=target)
    if subject[0] == "k":
        connection.execute(delete(joined_thread).where(joined_thread.c.source == subject))
        connection.execute(insert(joined_thread), {"source": subject, "target": target})
    _tell_anew(connection, subject, [*facts, *others])
    return get(connection, number)


def split(connection: Connection, wanted: str, of: Iterable[str], reason: Reason) -> LedgerCorrection:
    """What these articles report of a contact or a commitment is another one."""
    subject = find_subject(connection, wanted)
    owners = {articles.find_id(connection, one) for one in of}
    facts = _facts_of(connection, subject)
    these = [one for one in facts if one.article_id in owners]
    if subject[0] in "sp" or not these or len(these) == len(facts):
        raise Refused(f"{subject} cannot be split so: name some of the articles that report it, not all", "split")
    number = _write(connection, "split", subject, reason, these, old=subject, new=sorted(owners))
    connection.execute(
        update(correction)
        .where(correction.c.number == number)
        .values(new=text_of({"articles": sorted(owners), "id": split_id(subject[0], number)}))
    )
    _tell_anew(connection, subject, facts)
    return get(connection, number)


def undo(connection: Connection, number: int, reason: Reason) -> LedgerCorrection:
    """The correction does not hold any more; it stays in the history. Raises NotFound, or LedgerError if undone."""
    one = get(connection, number)
    if one.undone_at:
        told = f"correction {number} was undone already, by {one.undone_who}"
        raise Refused(told, "undone", number=str(number), who=str(one.undone_who))
    facts = _anchored(connection, number)
    connection.execute(
        update(correction)
        .where(correction.c.number == number)
        .values(undone_who=reason.who, undone_at=_now(), undone_why=reason.why)
    )
    if one.kind == "merge":
        connection.execute(delete(joined_thread).where(joined_thread.c.source == one.subject))
    if one.kind == "split" and one.subject[0] == "c" and facts:
        keep_former(connection, {split_id("c", number): facts[0].id})
    _tell_anew(connection, one.subject, facts)
    return get(connection, number)


def get(connection: Connection, number: int) -> LedgerCorrection:
    """One correction; raises NotFound."""
    row = connection.execute(select(correction).where(correction.c.number == number)).first()
    if row is None:
        raise NotFound(f"no correction with the number {number}")
    return _records(connection, [row])[0]


def history(connection: Connection, wanted: str | None = None) -> tuple[LedgerCorrection, ...]:
    """All corrections in order, or those that are about a record or about words that it is told from."""
    asked = select(correction).order_by(correction.c.number)
    if wanted is not None:
        asked = asked.where(correction.c.number.in_(_numbers_about(connection, wanted)))
    return _records(connection, connection.execute(asked).all())


def _numbers_about(connection: Connection, wanted: str) -> set[int]:
    if wanted.strip().lower()[:2] not in ("c-", "s-", "k-", "p-"):
        article_id = articles.find_id(connection, wanted)
        return set(connection.execute(select(anchor.c.correction).where(anchor.c.article_id == article_id)).scalars())
    named = set(connection.execute(select(correction.c.number).where(correction.c.subject == wanted)).scalars())
    try:
        rows = [one.id for one in _facts_of(connection, find_subject(connection, wanted))]
    except NotFound:
        if not named:
            raise
        return named
    return named | set(connection.execute(select(anchor.c.correction).where(anchor.c.row_id.in_(rows))).scalars())


def find_subject(connection: Connection, wanted: str) -> str:
    """The whole id of a contact, statement, commitment or claim; raises NotFound."""
    kind = wanted.strip().lower()[:2]
    if kind == "s-":
        return statements.get(connection, wanted).id
    if kind == "p-":
        return one_id(connection, commitment.c.id, wanted, "claim")
    if kind == "k-":
        return commitments.find_id(connection, wanted)
    return contacts.find_id(connection, wanted)


def _facts_of(connection: Connection, subject: str, owner: str | None = None) -> list[_Fact]:
    homes: dict[str, tuple[Table, Column[Any], type[Contact] | type[Statement] | type[Commitment]]] = {
        "c": (report, report.c.contact_id, Contact),
        "s": (statement, statement.c.id, Statement),
        "k": (commitment, commitment.c.thread_id, Commitment),
        "p": (commitment, commitment.c.id, Commitment),
    }
    table, column, kind = homes[subject[0]]
    rows = connection.execute(
        select(table.c.id, table.c.article_id, table.c.data)
        .where(column == subject)
        .order_by(table.c.article_id, table.c.id)
    ).all()
    facts = [_fact(row, kind) for row in rows if owner in (None, row.article_id)]
    if not facts:
        raise NotFound(f"{subject} has no words in that article")
    return facts


def _fact(row: Any, kind: type[Contact] | type[Statement] | type[Commitment]) -> _Fact:
    record = msgspec.json.decode(row.data, type=kind)
    words = record.evidence
    if isinstance(record, Statement):
        words = (*words, Evidence(start=record.content.start, end=record.content.end, text="", rule=""))
    return _Fact(row.id, row.article_id, words, record)


def _anchored(connection: Connection, number: int) -> list[_Fact]:
    ids = set(connection.execute(select(anchor.c.row_id).where(anchor.c.correction == number)).scalars())
    found: list[_Fact] = []
    kinds: tuple[tuple[Any, Any], ...] = ((report, Contact), (statement, Statement), (commitment, Commitment))
    for table, kind in kinds:
        rows = connection.execute(select(table.c.id, table.c.article_id, table.c.data).where(table.c.id.in_(ids)))
        found += [_fact(row, kind) for row in rows]
    return found


def _write(
    connection: Connection,
    kind: CorrectionKind,
    subject: str,
    reason: Reason,
    these: Sequence[_Fact],
    into: Sequence[_Fact] = (),
    *,
    old: Any,
    new: Any,
    field: str | None = None,
) -> int:
    if not reason.who.strip() or not reason.why.strip():
        raise Refused("a correction needs a name and a reason", "no-reason")
    number = next_number(connection)
    connection.execute(
        insert(correction),
        {
            "number": number,
            "kind": kind,
            "subject": subject,
            "field": field,
            "old": text_of(old),
            "new": text_of(new),
            "who": reason.who.strip(),
            "at": _now(),
            "why": reason.why.strip(),
        },
    )
    anchors: list[Row] = anchor_rows(connection, number, "these", these)
    anchors += anchor_rows(connection, number, "into", into, len(anchors))
    if anchors:
        connection.execute(insert(anchor), anchors)
    return number


def _tell_anew(connection: Connection, subject: str, facts: Sequence[_Fact]) -> None:
    ids = [one.id for one in facts]
    if subject[0] == "c":
        touched = {subject} | set(
            connection.execute(
                select(report.c.contact_id).where(report.c.id.in_(ids), report.c.contact_id.is_not(None))
            ).scalars()
        )
        tell_contacts(connection, touched | settle_decisions(connection, touched, always=True))
        connection.execute(delete(contact).where(contact.c.block == "split", contact.c.data.is_(None)))
        return
    for owner in sorted({one.article_id for one in facts}):
        retell_article(connection, owner)
    if subject[0] in "kp":
        blocks = connection.execute(select(commitment.c.block).distinct().where(commitment.c.id.in_(ids))).scalars()
        replace_threads(connection, set(blocks))


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")


def _records(connection: Connection, rows: Sequence[Any]) -> tuple[LedgerCorrection, ...]:
    numbers = [row.number for row in rows]
    holding = set(
        connection.execute(
            select(anchor.c.correction).where(anchor.c.correction.in_(numbers), anchor.c.row_id.is_not(None))
        ).scalars()
    )
    return tuple(
        LedgerCorrection(
            **row._asdict()
            | {
                "old": msgspec.json.decode(row.old or "null"),
                "new": msgspec.json.decode(row.new or "null"),
                "applies": row.number in holding,
            }
        )
        for row in rows
    )
