"""The reports of one cell (same block, same certainty, same day) grouped into nodes: one node, one event.

A report that fits no node, or more than one equally well, begins a node of its own: a missed join can be repaired by
the next article, a wrong one poisons the record. Reports without a day that papers print in the same words on one day
are one, whoever is named.
"""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from readout.link.forums import is_forum
from readout.link.reports import DATED, ContactReport, Family, Move, Tier
from readout.link.sides import Agreement, Sides, agreement, joined, named_sides
from readout.model.vocabulary import Mode

_RANK: dict[Agreement, int] = {"conflict": 0, "open": 1, "some": 2, "strong": 3}


class Node(Struct, array_like=True):
    """What the reports of one node say together; grows while its cell is grouped and is not changed after that."""

    id: str
    """Of the first report in canonical order; names the node while linking, the contact's id comes later."""
    block: str
    tier: Tier
    day: int
    lo: int
    hi: int
    label: str
    family: Family
    modes: set[Mode]
    sides: Sides
    hosts: set[str]
    places: set[str]
    members: list[str]
    articles: set[str]
    held: bool = False
    cancelled: bool = False
    first_published: int | None = None
    last_published: int | None = None
    called_off: bool = False
    """Whether it, or a node that went into it, was reported as cancelled; known when the block is linked."""
    moves: list[Move] = []
    """Plans for other days that it, or a node that went into it, says were moved to this one."""
    numbers: dict[str, int] = {}
    """The number that each article gives it: one that tells of two exchanges of a day tells them apart."""
    prints: set[str] = set()
    """What its reports print in so many words that whoever prints it days later tells of the same."""


class Fit(Struct, frozen=True):
    """How well two nodes go together."""

    people: Agreement
    same_mode: bool
    crowd: bool = False
    """Three or more countries, the same in both, and nobody of them is named, or the summit of one forum: that these
    meet is rare enough."""

    @property
    def strong(self) -> bool:
        """The people of two countries are the same."""
        return self.people == "strong"

    @property
    def named(self) -> bool:
        """The people of at least one country are the same, and nobody else is named."""
        return self.people in ("some", "strong")


def certainty(report: ContactReport) -> tuple[bool, int, str, str]:
    """Sort key: first exchanges first, then most people named, then by content; never by order of arrival."""
    return (report.number > 1, -named_sides(report.sides), report.family, report.id)


def grouped(reports: Iterable[ContactReport]) -> list[Node]:
    """Nodes of all cells, in canonical order."""
    cells: defaultdict[tuple[str, int, str], list[ContactReport]] = defaultdict(list)
    for report in reports:
        cells[report.cell].append(report)
    return [node for key in sorted(cells) for node in _cell_nodes(sorted(cells[key], key=certainty))]


def _cell_nodes(reports: list[ContactReport]) -> list[Node]:
    nodes: list[Node] = []
    printed: defaultdict[Hashable, list[Node]] = defaultdict(list)
    for report in reports:
        home = _reprinted(report, printed) or _home(report, nodes)
        if home is None:
            home = node_of(report)
            nodes.append(home)
        else:
            _take_in(home, report)
        if report.words:
            printed[_print(report)].append(home)
    return nodes


def _reprinted(report: ContactReport, printed: Mapping[Hashable, Sequence[Node]]) -> Node | None:
    """Where the same report of another paper went, which prints the same text."""
    if not report.words:
        return None
    return next((node for node in printed.get(_print(report), ()) if report.article not in node.articles), None)


def _print(report: ContactReport) -> Hashable:
    """Equal where two papers tell the same of a contact in the same words on one day."""
    people = frozenset(report.sides.items())
    told = (report.words, report.published, report.mode, report.status)
    return (*told, people, report.host, report.place, report.number)


def _prints(report: ContactReport) -> set[str]:
    """The same without the day and the people; these are compared when nodes are."""
    if not report.words or not report.prose:
        return set()
    return {" ".join((report.words, report.mode, report.status, str(report.number)))}


def _home(report: ContactReport, nodes: list[Node]) -> Node | None:
    alone = node_of(report)
    ranked = [
        (_RANK[fit.people], node)
        for node in nodes
        if (fit := fits(alone, node) or _elsewhere(alone, node)) and _may_share(report, node, fit)
    ]
    best = max((rank for rank, _ in ranked), default=0)
    winners = [node for rank, node in ranked if rank == best]
    if len(winners) > 1:
        winners = [node for node in winners if report.number in node.numbers.values()]
    return winners[0] if len(winners) == 1 else None


def _elsewhere(alone: Node, node: Node) -> Fit | None:
    """How they go together but for the country in which they take place: the same people of two sides meet on one day
    in one country, and a report that says otherwise is wrong about it. Who visits two countries makes two visits."""
    if alone.family == "visit" or node.family == "visit" or alone.tier not in DATED:
        return None
    fit = fits(replace(alone, hosts=set()), node)
    return fit if fit and fit.strong else None


def _may_share(report: ContactReport, node: Node, fit: Fit) -> bool:
    """Undated reports need a named person; without a day, two countries alone are no identity."""
    if report.tier in DATED:
        return True
    if report.article in node.articles or report.tier is Tier.LOOSE:
        return False
    return fit.named or (fit.crowd and report.tier is Tier.FRESH)


def node_of(report: ContactReport) -> Node:
    """A node of one report."""
    return Node(
        id=report.id,
        block=report.block,
        tier=report.tier,
        day=report.day,
        lo=report.lo,
        hi=report.hi,
        label=report.label,
        family=report.family,
        modes={report.mode},
        sides=report.sides,
        hosts={report.host} if report.host else set(),
        places={report.place} if report.place else set(),
        members=[report.id],
        articles={report.article},
        held=report.held,
        cancelled=report.status == "cancelled",
        first_published=report.published,
        last_published=report.published,
        moves=[report.move] if report.move else [],
        numbers={report.article: report.number} if report.held else {},
        prints=_prints(report),
    )


def _take_in(node: Node, report: ContactReport) -> None:
    node.sides = joined(node.sides, report.sides)
    if node.family == "contact":
        node.family = report.family
    node.modes.add(report.mode)
    node.hosts |= {report.host} if report.host else set()
    node.places |= {report.place} if report.place else set()
    node.members.append(report.id)
    node.articles.add(report.article)
    node.hi = max(node.hi, report.hi)
    node.held = node.held or report.held
    node.cancelled = node.cancelled or report.status == "cancelled"
    node.numbers |= {report.article: report.number} if report.held else {}
    node.prints |= _prints(report)
    node.moves = [*node.moves, report.move] if report.move else node.moves
    days = [day for day in (node.first_published, node.last_published, report.published) if day is not None]
    node.first_published, node.last_published = (min(days), max(days)) if days else (None, None)


def fits(first: Node, second: Node) -> Fit | None:
    """How well they go together by people, mode and place; None where something speaks against it. Not by day."""
    if not _same_family(first.family, second.family):
        return None
    if any(second.numbers.get(article, number) != number for article, number in first.numbers.items()):
        return None
    if first.hosts and second.hosts and not first.hosts & second.hosts:
        return None
    people = agreement(first.sides, second.sides)
    if people == "conflict":
        return None
    crowd = is_forum(first.block) or (len(first.sides) > 2 and nameless(first) and nameless(second))
    return Fit(people, bool(first.modes & second.modes), crowd)


def nameless(node: Node) -> bool:
    """Whether it names countries only."""
    return not any(side.persons or side.offices for side in node.sides.values())


def _same_family(first: Family, second: Family) -> bool:
    """An unspecified exchange may have been any kind but a visit."""
    return first == second or ("contact" in (first, second) and "visit" not in (first, second))
