"""Put reports where people's merges and splits say, after linking has put them where it found them."""

from collections.abc import Iterable, Sequence

from sqlalchemy import Connection, delete, insert, or_, select

from readout.ledger.anchoring import any_corrections, decisions
from readout.ledger.planning import ends_of, leading_to
from readout.ledger.rows import update_rows
from readout.ledger.tables import anchor, contact, correction, report
from readout.link.decisions import Decision, settled, split_id

SPLIT_BLOCK = "split"
"""Block of contacts that a person made; no report has it, so linking never looks at them."""


def settle_decisions(connection: Connection, touched: Iterable[str], always: bool = False) -> set[str]:
    """Apply all merges and splits anew where linking touched one of them; returns the contacts that changed."""
    wanted = set(touched)
    if not always and not (any_corrections(connection, "merge", "split") and _concerns(connection, wanted)):
        return set()
    made = decisions(connection, "c")
    homes, now = _homes(connection, made, wanted)
    final = settled(homes, made)
    _make_splits(connection, made, homes, set(final.values()))
    update_rows(
        connection, report, [{"id": one, "contact_id": home} for one, home in final.items() if now[one] != home]
    )
    return {home for one, home in final.items() if now[one] != home} | {
        now[one] for one, home in final.items() if now[one] != home and now[one]
    }


def _concerns(connection: Connection, wanted: set[str]) -> bool:
    near = (
        select(anchor.c.row_id)
        .join(report, report.c.id == anchor.c.row_id)
        .join(correction, correction.c.number == anchor.c.correction)
        .where(correction.c.kind != "correct", or_(report.c.contact_id.in_(wanted), report.c.root_id.in_(wanted)))
    )
    return connection.execute(near.limit(1)).first() is not None


def _homes(connection: Connection, made: Sequence[Decision], wanted: set[str]) -> tuple[dict[str, str], dict[str, str]]:
    """What linking found, and what is written, for all reports of the contacts concerned."""
    anchored = {one for decision in made for one in (*decision.these, *decision.into)}
    linked = select(report.c.id, report.c.contact_id, report.c.root_id).join(contact, contact.c.id == report.c.root_id)
    roots = set(
        connection.execute(
            select(report.c.root_id).where(report.c.id.in_(anchored), report.c.root_id.is_not(None))
        ).scalars()
    )
    ends = ends_of(connection, roots)
    concerned = leading_to(connection, {ends.get(root, root) for root in roots} | wanted)
    rows = connection.execute(linked.where(or_(report.c.root_id.in_(concerned), report.c.contact_id.in_(concerned))))
    found = rows.all()
    ends = ends_of(connection, {row.root_id for row in found})
    homes = {row.id: ends.get(row.root_id, row.root_id) for row in found}
    return homes, {row.id: row.contact_id for row in found}


def _make_splits(connection: Connection, made: Sequence[Decision], homes: dict[str, str], used: set[str]) -> None:
    """A row for each contact that a person made; it takes its days from the contact that it was taken out of."""
    connection.execute(delete(contact).where(contact.c.block == SPLIT_BLOCK, contact.c.id.not_in(used)))
    for one in made:
        made_id = split_id("c", one.number)
        source = next((homes[report_id] for report_id in one.these if report_id in homes), None)
        known = connection.execute(select(contact.c.id).where(contact.c.id == made_id)).first()
        if one.kind != "split" or made_id not in used or known or source is None:
            continue
        row = connection.execute(select(contact).where(contact.c.id == source)).one()._asdict()
        connection.execute(
            insert(contact),
            row
            | {
                "id": made_id,
                "block": SPLIT_BLOCK,
                "leaf": False,
                "joined": None,
                "join_rule": None,
                "join_why": None,
                "data": None,
            },
        )
