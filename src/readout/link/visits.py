"""Which visit contains a contact."""

from collections.abc import Sequence

from readout.link.nodes import Node
from readout.link.reports import Tier
from readout.link.sides import agreement


def visit_of(contact: Node, visits: Sequence[tuple[str, Node]]) -> str | None:
    """Id of the only visit of the same block in whose stated days the people of `contact` met in person; else None."""
    if contact.family != "in-person" or contact.tier > Tier.SCHEDULED:
        return None
    found = [
        visit_id
        for visit_id, visit in visits
        if visit.tier <= Tier.SCHEDULED and visit.lo <= contact.lo <= visit.hi and _same_journey(contact, visit)
    ]
    return found[0] if len(found) == 1 else None


def _same_journey(contact: Node, visit: Node) -> bool:
    if contact.hosts and visit.hosts and not contact.hosts & visit.hosts:
        return False
    return agreement(contact.sides, visit.sides) in ("some", "strong")
