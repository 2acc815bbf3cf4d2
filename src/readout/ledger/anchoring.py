"""Corrections hold on to words: find the facts that are read from them now."""

from collections.abc import Iterable, Sequence
from typing import Any

import msgspec
from sqlalchemy import Connection, String, bindparam, func, select, update

from readout.ledger.rows import Row, article_id, decode_reading
from readout.ledger.tables import anchor, article, correction, report
from readout.link.decisions import Decision, Words, akin_claims, akin_contacts, mark_of, same_words
from readout.link.editing import Edit
from readout.link.identity import content_id
from readout.model.records import Reading

_KINDS = {"c": "r", "s": "s", "k": "p", "p": "p"}
"""First letter of the subject to first letter of the rows that it stands on: reports, statements, claims."""
_AKIN = {"r": akin_contacts, "p": akin_claims}
"""What a better reading may change of a mark; who speaks is the whole mark of a statement."""

_ANCHORED = select(anchor.c.correction).where(anchor.c.article_id == bindparam("owner", type_=String)).limit(1)
"""Built once: this is asked for every article with facts."""


def anchor_rows(connection: Connection, number: int, side: str, sources: Sequence[Any], first: int = 0) -> list[Row]:
    """Anchors on the rows of facts (`id`, `article_id`, `evidence`)."""
    marks = _marks(connection, {one.article_id for one in sources})
    return [
        {
            "correction": number,
            "position": first + place,
            "side": side,
            "article_id": one.article_id,
            "start": one.evidence[0].start,
            "end": one.evidence[0].end,
            "mark": marks.get(one.id),
            "row_id": one.id,
        }
        for place, one in enumerate(sources)
        if one.evidence
    ]


def _marks(connection: Connection, owners: set[str]) -> dict[str, str]:
    """The marks of all facts of these articles, as they were read."""
    rows = connection.execute(select(article.c.id, article.c.reading).where(article.c.id.in_(owners)))
    return {
        name: fact.mark
        for row in rows
        for facts in _facts(decode_reading(row.reading), row.id).values()
        for name, fact in facts.items()
    }


def mark_anchors(connection: Connection) -> None:
    """Mark anchors that were made before there were marks, by the facts that they point at."""
    bare = select(anchor.c.article_id, anchor.c.row_id).where(anchor.c.mark.is_(None), anchor.c.row_id.is_not(None))
    for owner, row_id in connection.execute(bare.distinct()).all():
        mark = _marks(connection, {owner}).get(row_id)
        connection.execute(update(anchor).where(anchor.c.row_id == row_id, anchor.c.mark.is_(None)).values(mark=mark))


def anchored_articles(connection: Connection, among: Iterable[str]) -> list[str]:
    """Those of these articles that corrections are about."""
    owners = select(anchor.c.article_id).where(anchor.c.article_id.in_(among)).distinct()
    return list(connection.execute(owners.order_by(anchor.c.article_id)).scalars())


def find_anchors(connection: Connection, reading: Reading) -> None:
    """Point the anchors in this article at the facts of this reading."""
    owner = article_id(reading.article)
    if not connection.execute(_ANCHORED, {"owner": owner}).first():
        return
    rows = connection.execute(
        select(*(anchor.c[name] for name in ("correction", "position", "start", "end", "mark")), correction.c.subject)
        .join(correction, correction.c.number == anchor.c.correction)
        .where(anchor.c.article_id == owner)
    ).all()
    facts = _facts(reading, owner)
    for row in rows:
        kind = _KINDS[row.subject[0]]
        found = same_words(row.start, row.end, facts[kind], row.mark, _AKIN.get(kind))
        connection.execute(
            update(anchor)
            .where(anchor.c.correction == row.correction, anchor.c.position == row.position)
            .values(row_id=found)
        )


def _facts(reading: Reading, owner: str) -> dict[str, dict[str, Words]]:
    lists: dict[str, Iterable[Any]] = {"r": reading.contacts, "s": reading.statements, "p": reading.commitments}
    return {
        kind: {content_id(kind, owner, one.id): Words(one.evidence, mark_of(one)) for one in found}
        for kind, found in lists.items()
    }


def lose_anchors(connection: Connection, owner: str) -> None:
    """The article is gone, or about to be read anew."""
    connection.execute(update(anchor).where(anchor.c.article_id == owner).values(row_id=None))


def edits_of_article(connection: Connection, reading: Reading) -> list[Edit]:
    """Corrections of the article's statements and commitments, for the facts of this reading."""
    owner = article_id(reading.article)
    if not connection.execute(_ANCHORED, {"owner": owner}).first():
        return []
    rows = connection.execute(
        select(correction.c.field, correction.c.new, anchor.c.row_id)
        .join(anchor, anchor.c.correction == correction.c.number)
        .where(
            correction.c.kind == "correct",
            correction.c.undone_at.is_(None),
            anchor.c.article_id == owner,
            ~correction.c.subject.startswith("c-"),
        )
        .order_by(correction.c.number, anchor.c.position)
    ).all()
    names = {content_id("s", owner, one.id): one.id for one in reading.statements}
    names |= {content_id("p", owner, one.id): one.id for one in reading.commitments}
    return [Edit(names[row.row_id], row.field, msgspec.json.decode(row.new)) for row in rows if row.row_id in names]


def any_corrections(connection: Connection, *kinds: str) -> bool:
    """Whether there are corrections of these kinds that hold."""
    asked = select(correction.c.number).where(correction.c.kind.in_(kinds), correction.c.undone_at.is_(None))
    return connection.execute(asked.limit(1)).first() is not None


def decisions(connection: Connection, subjects: str) -> list[Decision]:
    """Merges and splits that hold, in order; `subjects` is the first letter of what they are about."""
    rows = connection.execute(
        select(correction.c.number, correction.c.kind, anchor.c.side, anchor.c.row_id)
        .join(anchor, anchor.c.correction == correction.c.number)
        .where(
            correction.c.kind.in_(("merge", "split")),
            correction.c.undone_at.is_(None),
            correction.c.subject.startswith(f"{subjects}-"),
        )
        .order_by(correction.c.number, anchor.c.position)
    ).all()
    found: dict[int, tuple[str, dict[str, list[str]]]] = {}
    for row in rows:
        sides = found.setdefault(row.number, (row.kind, {"these": [], "into": []}))[1]
        if row.row_id:
            sides[row.side].append(row.row_id)
    return [
        Decision(number, kind, tuple(sides["these"]), tuple(sides["into"])) for number, (kind, sides) in found.items()
    ]


def contact_edits(connection: Connection, contacts: Iterable[str]) -> dict[str, list[Edit]]:
    """Corrected fields of these contacts, in order.

    An edit goes to the contact that holds most of its anchors (among equals to the first by id).
    """
    if not any_corrections(connection, "correct"):
        return {}
    concerned = (
        select(anchor.c.correction)
        .join(report, report.c.id == anchor.c.row_id)
        .where(report.c.contact_id.in_(contacts))
    )
    rows = connection.execute(
        select(correction.c.number, correction.c.field, correction.c.new, report.c.contact_id, func.count())
        .join(anchor, anchor.c.correction == correction.c.number)
        .join(report, report.c.id == anchor.c.row_id)
        .where(correction.c.kind == "correct", correction.c.undone_at.is_(None), correction.c.number.in_(concerned))
        .group_by(correction.c.number, correction.c.field, correction.c.new, report.c.contact_id)
        .order_by(correction.c.number, func.count().desc(), report.c.contact_id)
    ).all()
    found: dict[str, list[Edit]] = {}
    for number, row in {row.number: row for row in reversed(rows)}.items():
        found.setdefault(row.contact_id, []).append(Edit(str(number), row.field, msgspec.json.decode(row.new)))
    return {home: sorted(edits, key=lambda one: int(one.target)) for home, edits in found.items()}


def next_number(connection: Connection) -> int:
    """The number of the next correction; the caller holds the writer's lock."""
    return int(connection.execute(select(func.coalesce(func.max(correction.c.number), 0))).scalar_one()) + 1
