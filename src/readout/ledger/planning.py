"""Where plans belong that were moved to another day, and news that call a plan off: after a block is linked.

`readout.link.plans` decides over what lies within `FAR` days of each. A join may lead to a contact that is joined
itself (news → plan → the day to which it was moved): `ends_of` follows.
"""

from collections.abc import Collection, Iterable, Mapping
from typing import Any

import msgspec
from sqlalchemy import ColumnElement, Connection, or_, select

from readout.ledger.rows import Row, update_rows
from readout.ledger.tables import contact
from readout.link.contacts import Join
from readout.link.nodes import Node
from readout.link.plans import FAR, Root, called_off, is_called_off, moved_to
from readout.link.reports import Tier

JOINED = ("joined", "join_rule", "join_why")
"""Columns of a contact that was found to mean another one."""
NOWHERE = Join("", "", "")
_AT_ONCE = 500
_decoder = msgspec.json.Decoder(Node)
_rows = select(contact.c.id, contact.c.node, *(contact.c[name] for name in JOINED))


def tells_of_plan(node: Node) -> bool:
    """Whether news of it may be of another plan."""
    return bool(node.moves) or is_called_off(node)


def follow_plans(connection: Connection, block: str, days: tuple[int, int], changes: Collection[str]) -> set[str]:
    """Find anew what became of the plans around these days of a block, of which these contacts changed or went.

    Returns the contacts whose place changed.
    """
    first, last = days
    near = contact.c.plan_day.between(first - 2 * FAR, last + 2 * FAR)
    news = {row.id: row for row in connection.execute(_rows.where(contact.c.block == block, near))}
    led = _led_to(connection, changes, contact.c.join_rule == "link.contact.put-off")
    if not news and not led:
        return set()
    around = or_(
        contact.c.day.between(first - 2 * FAR, last + 2 * FAR),
        contact.c.id.in_(led),
    )
    plans = contact.c.tier.in_((int(Tier.SCHEDULED), int(Tier.VAGUE)))
    rows = news | {row.id: row for row in connection.execute(_rows.where(contact.c.block == block, plans, around))}
    roots = {one: _decoder.decode(row.node) for one, row in sorted(rows.items())}
    asked = {one: node for one, node in roots.items() if one in led or first - FAR <= node.day <= last + FAR}
    return write_joins(connection, rows, _joins(asked, list(roots.items())))


def _joins(asked: Mapping[str, Node], roots: Collection[Root]) -> dict[str, Join]:
    """Where each of these belongs that is a plan or calls one off; contacts of other kinds are left out."""
    moving = [root for root in roots if root[1].moves]
    found: dict[str, Join] = {}
    for one, node in asked.items():
        if is_called_off(node):
            found[one] = called_off(node, [root for root in roots if root[0] != one]) or NOWHERE
        elif node.tier is Tier.SCHEDULED:
            found[one] = moved_to((one, node), moving, roots) or NOWHERE
    return found


def write_joins(connection: Connection, rows: Mapping[str, Any], joins: Mapping[str, Join]) -> set[str]:
    """Store where contacts belong now, `NOWHERE` for those that stand alone; `rows` hold what is stored of each.

    Returns the contacts whose place changed, and those that they left or joined.
    """
    changed: list[Row] = []
    touched: set[str] = set()
    for one, join in joins.items():
        row = rows[one]
        if (row.joined or "", row.join_rule or "", row.join_why or "") != (join.target, join.rule, join.why):
            values = (join.target or None, join.rule or None, join.why or None)
            changed.append({"id": one} | dict(zip(JOINED, values, strict=True)))
            touched |= {name for name in (one, row.joined, join.target) if name}
    update_rows(connection, contact, changed)
    return touched


def leading_to(connection: Connection, roots: Iterable[str]) -> set[str]:
    """These roots and all that are joined to them, also by way of others."""
    found: set[str] = set()
    wanted = set(roots)
    while wanted:
        found |= wanted
        wanted = _led_to(connection, wanted) - found
    return found


def _led_to(connection: Connection, targets: Collection[str], *conditions: ColumnElement[bool]) -> set[str]:
    found: set[str] = set()
    listed = sorted(targets)
    for start in range(0, len(listed), _AT_ONCE):
        some = contact.c.joined.in_(listed[start : start + _AT_ONCE])
        found.update(connection.execute(select(contact.c.id).where(some, *conditions)).scalars())
    return found


def ends_of(connection: Connection, roots: Iterable[str]) -> dict[str, str]:
    """The contact that each of these roots belongs to in the end; for those that are joined."""
    steps: dict[str, str] = {}
    wanted = set(roots)
    while wanted:
        listed = sorted(wanted)
        found: dict[str, str] = {}
        for start in range(0, len(listed), _AT_ONCE):
            some = contact.c.id.in_(listed[start : start + _AT_ONCE])
            asked = select(contact.c.id, contact.c.joined).where(some, contact.c.joined.is_not(None))
            found |= {one: str(joined) for one, joined in connection.execute(asked)}
        steps |= found
        wanted = set(found.values()) - steps.keys()
    return {one: _end(one, steps) for one in steps}


def _end(root: str, steps: Mapping[str, str]) -> str:
    while root in steps:
        root = steps[root]
    return root
