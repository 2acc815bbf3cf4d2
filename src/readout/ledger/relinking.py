"""Bring links up to date after readings came or went: relink the blocks and days that changed, and nothing else.

`readout.link` decides; this file reads the reports around the changed days, and writes what is now different. What it
writes depends only on the reports that are stored, not on the order in which they came (`readout.link.contacts.REACH`).
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import msgspec
from msgspec import Struct
from sqlalchemy import Connection, and_, delete, false, insert, or_, select

from readout.ledger.deciding import settle_decisions
from readout.ledger.former import keep_former
from readout.ledger.planning import JOINED, NOWHERE, ends_of, follow_plans, leading_to, tells_of_plan, write_joins
from readout.ledger.rows import Row, text_of, update_rows
from readout.ledger.tables import contact, report, unlinked
from readout.ledger.telling import tell_contacts
from readout.link.contacts import REACH, Linked, link_contacts
from readout.link.leaves import CANDIDATE_TIERS, allowed_days, find_contact, is_leaf
from readout.link.nodes import Node
from readout.link.reports import ContactReport, Tier
from readout.link.visits import visit_of

_report_decoder = msgspec.json.Decoder(ContactReport)
_node_decoder = msgspec.json.Decoder(Node)


class Window(Struct, frozen=True):
    """Days of one block whose links are decided anew."""

    block: str
    first: int
    last: int

    def holds(self, day: int) -> bool:
        """Whether the links of reports of this day may have changed."""
        return self.first <= day <= self.last


def relink(connection: Connection, limit: int | None = None) -> bool:
    """Link what changed, at most `limit` blocks; true where nothing is left to do. Runs in the caller's transaction."""
    pick = select(unlinked.c.block).distinct().order_by(unlinked.c.block)
    blocks = list(connection.execute(pick.limit(limit + 1) if limit else pick).scalars())
    chosen = blocks[:limit] if limit else blocks
    for block in chosen:
        days = sorted(connection.execute(select(unlinked.c.day).where(unlinked.c.block == block)).scalars())
        for window in windows_of(block, days):
            _relink_window(connection, window)
        connection.execute(delete(unlinked).where(unlinked.c.block == block))
    return len(chosen) == len(blocks)


def windows_of(block: str, days: Sequence[int]) -> list[Window]:
    """Changed days as windows that reach as far as their influence, overlapping ones as one."""
    found: list[Window] = []
    for day in days:
        first, last = day - REACH, day + REACH
        if found and first <= found[-1].last:
            found[-1] = Window(block, found[-1].first, last)
        else:
            found.append(Window(block, first, last))
    return found


def _relink_window(connection: Connection, window: Window) -> None:
    stored = connection.execute(
        select(report.c.id, report.c.root_id, report.c.contact_id, report.c.rule, report.c.why, report.c.report).where(
            report.c.block == window.block, report.c.day.between(window.first - REACH, window.last + REACH)
        )
    ).all()
    reports = [_report_decoder.decode(row.report) for row in stored]
    linked = link_contacts(reports).get(window.block, Linked({}, {}))
    changes = _write_roots(connection, window, linked)
    touched: set[str | None] = {*changes}
    moved = []
    gone: dict[str, str] = {}
    for row, one in zip(stored, reports, strict=True):
        join = linked.reports[row.id]
        if window.holds(one.day) and (row.root_id, row.rule, row.why) != (join.target, join.rule, join.why):
            moved.append({"id": row.id, "root_id": join.target, "rule": join.rule, "why": join.why})
            touched |= {row.contact_id, row.root_id, join.target}
            if row.root_id and row.root_id not in linked.roots:
                gone[row.root_id] = min(row.id, gone.get(row.root_id, row.id))
    update_rows(connection, report, moved)
    keep_former(connection, gone)
    touched |= _join_leaves(connection, window.block, changes)
    touched |= follow_plans(connection, window.block, (window.first, window.last), changes)
    settled = _settle_reports(connection, touched | _untold(connection, window))
    tell_contacts(connection, settled | settle_decisions(connection, settled))


def _untold(connection: Connection, window: Window) -> set[str]:
    """Contacts that lost a report."""
    return set(
        connection.execute(
            select(contact.c.id).where(
                contact.c.block == window.block, contact.c.data.is_(None), contact.c.joined.is_(None)
            )
        ).scalars()
    )


def _write_roots(connection: Connection, window: Window, linked: Linked) -> dict[str, int | None]:
    """Insert, change and delete the roots of the window.

    Returns those that are new, changed or gone, each with its day where a leaf may have joined it or may join it now.
    """
    stored = {
        row.id: row
        for row in connection.execute(
            select(
                contact.c.id, contact.c.node, contact.c.part_of, contact.c.joined, contact.c.leaf, contact.c.day
            ).where(contact.c.block == window.block, contact.c.day.between(window.first, window.last))
        )
    }
    visits = [(root, node) for root, node in linked.roots.items() if node.family == "visit"]
    rows = {
        root: _root_row(root, node, visit_of(node, visits))
        for root, node in linked.roots.items()
        if window.holds(node.day)
    }
    gone = stored.keys() - rows.keys()
    new = [row for root, row in rows.items() if root not in stored]
    changed = [
        row
        for root, row in rows.items()
        if root in stored and (row["node"], row["part_of"]) != (stored[root].node, stored[root].part_of)
    ]
    if gone:
        connection.execute(delete(contact).where(contact.c.id.in_(gone)))
    if new:
        connection.execute(insert(contact), new)
    update_rows(connection, contact, changed)
    certain = [row["id"] for row in changed if not row["leaf"] and stored[row["id"]].joined]
    update_rows(connection, contact, [{"id": root} | dict.fromkeys(JOINED) for root in certain])
    firm = {row.id: row.day for row in stored.values() if not row.leaf}
    firm |= {row["id"]: row["day"] for row in rows.values() if not row["leaf"]}
    return {root: firm.get(root) for root in (*gone, *(row["id"] for row in new), *(row["id"] for row in changed))}


def _root_row(root: str, node: Node, part_of: str | None) -> Row:
    first, last = allowed_days(node)
    articles = node.articles if node.tier in (Tier.FRESH, Tier.FORESEEN) else set()
    core = msgspec.structs.replace(node, members=[], articles=articles, numbers={}, prints=set())
    return {
        "id": root,
        "block": node.block,
        "day": node.day,
        "tier": int(node.tier),
        "leaf": is_leaf(node),
        "reach_lo": first,
        "reach_hi": last,
        "node": text_of(core),
        "part_of": part_of,
        "plan_day": node.day if tells_of_plan(node) else None,
    }


def _join_leaves(connection: Connection, block: str, changes: Mapping[str, int | None]) -> set[str]:
    """Find anew what leaves mean that changed, or in whose reach a contact came, changed or went.

    Returns the roots whose contact changed.
    """
    leaves = _leaves(connection, block, changes)
    nodes = [_node_decoder.decode(row.node) for row in leaves]
    candidates = _candidates(connection, block, nodes)
    joins = {row.id: find_contact(node, candidates) or NOWHERE for row, node in zip(leaves, nodes, strict=True)}
    return write_joins(connection, {row.id: row for row in leaves}, joins)


def _leaves(connection: Connection, block: str, changes: Mapping[str, int | None]) -> list[Any]:
    days = sorted(day for day in changes.values() if day is not None)
    reached = and_(contact.c.reach_lo <= days[-1], contact.c.reach_hi >= days[0]) if days else false()
    rows = connection.execute(
        select(
            contact.c.id,
            contact.c.node,
            contact.c.joined,
            contact.c.join_rule,
            contact.c.join_why,
            contact.c.reach_lo,
            contact.c.reach_hi,
        ).where(contact.c.block == block, contact.c.leaf.is_(True), or_(contact.c.id.in_(changes), reached))
    )
    return [row for row in rows if row.id in changes or any(row.reach_lo <= day <= row.reach_hi for day in days)]


def _candidates(connection: Connection, block: str, leaves: Sequence[Node]) -> list[tuple[str, Node]]:
    if not leaves:
        return []
    reaches = [allowed_days(leaf) for leaf in leaves]
    rows = connection.execute(
        select(contact.c.id, contact.c.node)
        .where(
            contact.c.block == block,
            contact.c.leaf.is_(False),
            contact.c.tier.in_([int(tier) for tier in CANDIDATE_TIERS]),
            contact.c.day.between(min(first for first, _ in reaches), max(last for _, last in reaches)),
        )
        .order_by(contact.c.day, contact.c.id)
    )
    return [(row.id, _node_decoder.decode(row.node)) for row in rows]


def _settle_reports(connection: Connection, roots: Iterable[str | None]) -> set[str]:
    """Write the final contact of every report of these roots; returns the contacts that are to be told anew."""
    wanted = leading_to(connection, (root for root in roots if root))
    ends = ends_of(connection, wanted)
    rows = connection.execute(
        select(report.c.id, report.c.root_id, report.c.contact_id)
        .join(contact, contact.c.id == report.c.root_id)
        .where(report.c.root_id.in_(wanted))
    ).all()
    homes = {row.id: ends.get(row.root_id, row.root_id) for row in rows}
    moved = [{"id": row.id, "contact_id": homes[row.id]} for row in rows if row.contact_id != homes[row.id]]
    update_rows(connection, report, moved)
    return wanted | {*homes.values()} | {row.contact_id for row in rows if row.contact_id}
