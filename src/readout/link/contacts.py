"""Which reports tell of one contact: a pure function of the set of reports of one block.

1. Reports of one cell (same certainty, same day) become nodes (`readout.link.nodes`).
2. A node of less certain time looks once for its one fitting node of more certain time, within a few days.
3. What is left of undated nodes gathers around the first of them within a few days, and so do reprints of one text.

Nobody looks further than `REACH` days, so a new report changes nothing beyond `REACH` days of it. Everything that
places a contact only in a month or a year is joined after that (`readout.link.leaves`) and influences nothing.
"""

from collections.abc import Callable, Collection, Iterable, Iterator

from msgspec import Struct
from msgspec.structs import astuple, replace

from readout.link.days import iso_day
from readout.link.forums import DAYS, is_forum
from readout.link.identity import content_id
from readout.link.nodes import Fit, Node, fits, grouped
from readout.link.reports import ContactReport, Tier
from readout.link.sides import Sides, joined

REACH = 50
"""Days. The longest way that a change can travel: days of a visit (14) that a plan was held on (5), plans around it
(14), fresh reports that join those (5), fresh reports that gather around these (4) and reprints of them (6): 48."""

_VISIT_GATHERS = 7
_FRESH_GATHERS = 2
_FORESEEN_GATHERS = 7
_MOVED_WITHIN = 7
_PRINTED_WITHIN = 3

Test = Callable[[Node, Node, Fit], bool]


class Join(Struct, frozen=True):
    """Where a node went, by which rule, and why in words."""

    target: str
    rule: str
    why: str


class Linked(Struct, frozen=True):
    """Nodes that stand for a contact (`roots`, by contact id), and for each report its contact, rule and reason."""

    roots: dict[str, Node]
    reports: dict[str, Join]


class _Rule(Struct, frozen=True):
    name: str
    tiers: tuple[Tier, ...]
    before: int
    after: int
    """The other node's first day lies in [day - before, day + after]."""
    test: Test
    why: str


class _Block:
    """Nodes of one block, found by day; `home` tells where a node went."""

    def __init__(self, nodes: list[Node]) -> None:
        self.nodes = nodes
        self.by_day: dict[int, list[Node]] = {}
        for node in nodes:
            self.by_day.setdefault(node.day, []).append(node)
        self.home: dict[str, Join] = {}
        self.named = {node.id: node for node in nodes}

    def tier(self, *tiers: Tier) -> list[Node]:
        """Nodes of these tiers in canonical order."""
        return [node for node in self.nodes if node.tier in tiers]

    def near(self, first: int, last: int, tiers: tuple[Tier, ...]) -> Iterator[Node]:
        """Nodes of these tiers whose first day lies in [first, last]."""
        for day in range(first, last + 1):
            yield from (node for node in self.by_day.get(day, ()) if node.tier in tiers)

    def root(self, node: Node) -> Node:
        """The node that stands for the contact of `node`."""
        while node.id in self.home:
            node = self.named[self.home[node.id].target]
        return node

    def free(self, node: Node) -> bool:
        """Whether it has gone nowhere."""
        return node.id not in self.home

    def settle(self, node: Node, rules: Iterable[_Rule]) -> bool:
        """Join `node` by the first rule that finds exactly one contact; a rule that finds more ends the search."""
        for rule in rules:
            found = {root.id: root for root in self._candidates(node, rule)}
            if len(found) == 1:
                target = found.popitem()[1]
                self.home[node.id] = Join(target.id, rule.name, rule.why.format(day=iso_day(max(target.lo, 1))))
                return True
            if found:
                return False
        return False

    def _candidates(self, node: Node, rule: _Rule) -> Iterator[Node]:
        for other in self.near(node.day - rule.before, node.day + rule.after, rule.tiers):
            root = self.root(other)
            if root.id == node.id:
                continue
            fit = fits(node, other)
            if fit and rule.test(node, other, fit) and fits(node, root):
                yield root


def link_contacts(reports: Iterable[ContactReport]) -> dict[str, Linked]:
    """Per block its contacts; the same for every order of `reports`."""
    blocks: dict[str, list[Node]] = {}
    for node in grouped(reports):
        blocks.setdefault(node.block, []).append(node)
    return {key: _link_block(nodes) for key, nodes in blocks.items()}


def _link_block(nodes: list[Node]) -> Linked:
    block = _Block(nodes)
    _gather(block, (Tier.STATED,), _VISIT_GATHERS, _gathers_dated)
    _settle_all(block, Tier.RECKONED, _RECKONED_RULES)
    _gather(block, (Tier.RECKONED,), _VISIT_GATHERS, _gathers_dated)
    _settle_all(block, Tier.SCHEDULED, _SCHEDULED_RULES)
    _gather(block, (Tier.SCHEDULED,), _VISIT_GATHERS, _gathers_dated)
    _settle_all(block, Tier.FRESH, _FRESH_RULES)
    _gather(block, (Tier.FRESH,), _FRESH_GATHERS, _gathers_undated)
    _gather(block, (Tier.FORESEEN,), _FORESEEN_GATHERS, _gathers_undated)
    for tier in (Tier.FRESH, Tier.FORESEEN, Tier.LOOSE):
        _gather(block, (tier,), _PRINTED_WITHIN, _printed_again, _PRINTED)
    return _named(block)


def _settle_all(block: _Block, tier: Tier, rules: tuple[_Rule, ...]) -> None:
    for node in block.tier(tier):
        block.settle(node, rules)


def _gather(block: _Block, tiers: tuple[Tier, ...], days: int, test: Test, told: tuple[str, str] | None = None) -> None:
    """Free nodes join the one free node of the same tier before them that has itself none before it."""
    free = [node for node in block.tier(*tiers) if block.free(node)]
    earlier = {
        node.id: [
            other
            for other in block.near(node.day - days, node.day - 1, tiers)
            if block.free(other) and (fit := fits(node, other)) and test(node, other, fit)
        ]
        for node in free
    }
    for node in free:
        leaders = [other for other in earlier[node.id] if not earlier[other.id]]
        if len(leaders) == 1:
            rule, why = told or _GATHERED[node.tier]
            block.home[node.id] = Join(leaders[0].id, rule, why.format(day=iso_day(max(leaders[0].day, 1))))


def _named(block: _Block) -> Linked:
    """Give every root its contact id: block, family, day and a number among equals in canonical order."""
    roots: dict[str, Node] = {}
    ids: dict[str, str] = {}
    went: dict[str, list[Node]] = {}
    for node in block.nodes:
        went.setdefault(block.root(node).id, []).append(node)
    for node in block.nodes:
        if block.free(node):
            ids[node.id] = _free_id(node, roots)
            roots[ids[node.id]] = _told_together(node, went[node.id])
    reports = {}
    for node in block.nodes:
        contact = ids[block.root(node).id]
        join = block.home.get(node.id)
        rule, why = (join.rule, join.why) if join else _cell_reason(node)
        reports.update({member: Join(contact, rule, why) for member in node.members})
    return Linked(roots, reports)


def _told_together(root: Node, nodes: Collection[Node]) -> Node:
    """The root with what all nodes say that went into it, itself among them."""
    sides: Sides = {}
    for node in nodes:
        sides = joined(sides, node.sides)
    return replace(
        root,
        called_off=any(node.cancelled for node in nodes),
        modes=set().union(*(node.modes for node in nodes)),
        places=set().union(*(node.places for node in nodes)),
        sides=sides,
        moves=sorted({move for node in nodes for move in node.moves}, key=astuple),
    )


def _free_id(node: Node, taken: dict[str, Node]) -> str:
    number = 0
    while (found := content_id("c", node.block, node.family, node.label, str(number))) in taken:
        number += 1
    return found


def _cell_reason(node: Node) -> tuple[str, str]:
    if len(node.members) == 1:
        return "link.contact.alone", "no other report of the same sides fits at this time"
    if node.tier is Tier.VAGUE:
        return "link.contact.same-time", f"same people and kind of exchange, placed by the same words ({node.label})"
    if node.tier is Tier.FRESH:
        return "link.contact.same-news", "same people and kind of exchange, told as fresh on the same day"
    if node.tier is Tier.FORESEEN:
        return "link.contact.same-plan", "same people and kind of exchange, announced on the same day"
    if node.tier is Tier.LOOSE:
        return "link.contact.same-words", "same people and kind of exchange, printed in the same words on the same day"
    return "link.contact.same-day", f"same sides, kind of exchange and date ({iso_day(node.lo)})"


def _gathers_dated(node: Node, other: Node, fit: Fit) -> bool:
    """Dated nodes of different days are one only for a visit, for a forum's summit, or inside the stated days of the
    same people."""
    if node.family == "visit":
        return fit.named
    if is_forum(node.block):
        return node.day <= other.hi + DAYS
    return (fit.strong or fit.crowd) and other.lo <= node.day <= other.hi


def _gathers_undated(node: Node, other: Node, fit: Fit) -> bool:
    if node.articles & other.articles:
        return False
    return fit.strong or (node.family == "visit" and fit.named) or (fit.crowd and node.tier is Tier.FRESH)


def _printed_again(node: Node, other: Node, fit: Fit) -> bool:
    return _no_shared_article(node, other) and bool(node.prints & other.prints)


def _by_time_zone(node: Node, other: Node, fit: Fit) -> bool:
    return fit.strong or (node.day == other.day and fit.named) or (node.day == other.day and fit.same_mode)


def _same_summit(node: Node, other: Node, fit: Fit) -> bool:
    return is_forum(node.block)


def _on_the_day(node: Node, other: Node, fit: Fit) -> bool:
    return node.lo <= other.hi and other.lo <= node.hi


def _moved(node: Node, other: Node, fit: Fit) -> bool:
    """Planned for one day, held some days later: all reports of the plan are older than the event."""
    in_time = node.last_published is not None and node.last_published <= other.hi
    return fit.strong and in_time and not node.cancelled


def _no_shared_article(node: Node, other: Node) -> bool:
    return not node.articles & other.articles


def _just_published(node: Node, other: Node, fit: Fit) -> bool:
    return _no_shared_article(node, other) and (fit.strong or (fit.named and fit.same_mode))


def _published_soon(node: Node, other: Node, fit: Fit) -> bool:
    """A visit or a meeting may be told as made on the eve of its day; a call is told after it, and so is a plan."""
    if other.day > node.day and (other.tier is Tier.SCHEDULED or node.family == "remote"):
        return False
    if other.tier is Tier.SCHEDULED and other.cancelled:
        return False
    return _no_shared_article(node, other) and (fit.strong or fit.crowd or fit.same_mode)


_DATED = (Tier.STATED, Tier.RECKONED)
_SAME_SUMMIT = _Rule(
    "link.contact.same-summit",
    _DATED,
    DAYS,
    DAYS,
    _same_summit,
    "the summit of the same forum, told for a day near {day}",
)
_RECKONED_RULES = (
    _Rule(
        "link.contact.time-zone",
        (Tier.STATED,),
        1,
        1,
        _by_time_zone,
        "a day reckoned from the publication may be the neighbour of the stated day {day} in another time zone",
    ),
    replace(_SAME_SUMMIT, tiers=(Tier.STATED,)),
)
_SCHEDULED_RULES = (
    _Rule("link.contact.as-planned", _DATED, 5, 21, _on_the_day, "planned for the days on which it was held ({day})"),
    _Rule(
        "link.contact.postponed",
        _DATED,
        1,
        _MOVED_WITHIN,
        _moved,
        "planned by the same people for a few days before it was held ({day}); no other exchange fits",
    ),
    _SAME_SUMMIT,
)
_FRESH_RULES = (
    _Rule(
        "link.contact.just-published",
        _DATED,
        1,
        0,
        _just_published,
        "undated, published on the day of the event or the day after ({day})",
    ),
    _Rule(
        "link.contact.published-soon",
        (*_DATED, Tier.SCHEDULED),
        5,
        1,
        _published_soon,
        "undated, published within five days of the only exchange that fits ({day})",
    ),
)
_GATHERED: dict[Tier, tuple[str, str]] = {
    Tier.STATED: ("link.contact.same-days", "within the days of the same exchange that began on {day}"),
    Tier.RECKONED: ("link.contact.same-days", "within the days of the same exchange that began on {day}"),
    Tier.SCHEDULED: ("link.contact.same-days", "within the days of the same exchange that begins on {day}"),
    Tier.FRESH: ("link.contact.same-news", "undated, same people, told as fresh within two days of {day}"),
    Tier.FORESEEN: ("link.contact.same-plan", "undated, same people and kind, announced within a week of {day}"),
}
_PRINTED = ("link.contact.same-words", "undated, printed in the same words within three days of {day}")
