"""Contacts that a report places only in a month, a season or a year, or nowhere, find the dated contact they mean.

A leaf looks at contacts within the days that it allows and joins the only one that fits. It is looked at after the
dated contacts of its block are known and never changes what another report joins: the order of arrival cannot matter.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from readout.link.contacts import Join
from readout.link.days import iso_day
from readout.link.forums import is_forum
from readout.link.nodes import Fit, Node, fits, nameless
from readout.link.reports import DATED, Tier

FORESEEN_WITHIN = 30
"""Days in which an undated plan is taken to come true."""
_IMMINENT_WITHIN = 3
"""Days in which an undated plan is taken to come true, even where its people met again within the month."""
REMEMBERED_WITHIN = 200
"""Days after which "the meeting in Busan" is no longer taken for granted."""
_SUMMIT_WITHIN = 14
"""Days in which a summit that two countries plan, with nobody named, is taken to be the one that is held."""
_IN_NEWS_WITHIN = 10
"""Days in which an undated plan is taken to be what undated news tell of: nothing but the news' age dates these."""
_MONTH = 31
"""Longest interval, in days, in which the people of one side, the place, or being a summit may name the contact."""
_WEEK = 10
"""Longest interval, in days, in which countries alone may name the contact."""
_RECALLED_WITHIN = 14
"""Days after which undated news no longer tell of what these people did before the time that a plan is made for."""

CANDIDATE_TIERS = (*DATED, Tier.FRESH)


def is_leaf(root: Node) -> bool:
    """Whether this contact may be found to be another one that has a date: it names enough people to be sure."""
    if root.cancelled:
        return False  # `readout.link.plans`
    if root.tier is Tier.VAGUE and root.hi - root.lo < _MONTH:
        return True
    placed = root.places or _abroad(root)
    if root.tier not in (Tier.FORESEEN, Tier.VAGUE) and not (root.tier is Tier.FRESH and placed):
        return False
    if _of_leaders(root) or _summit_at(root) or (root.tier is Tier.FORESEEN and is_forum(root.block)):
        return True
    known = sum(bool(side.persons or side.offices) for side in root.sides.values())
    one_is_enough = root.tier is not Tier.FRESH if root.family == "visit" else _is_planned_call(root)
    return known >= (1 if one_is_enough else 2)


def _is_planned_call(root: Node) -> bool:
    """A call that somebody announces is made within days, with whoever leads the other country."""
    return root.tier is Tier.FORESEEN and root.family == "remote"


def allowed_days(leaf: Node) -> tuple[int, int]:
    """First and last day of the contacts that decide what it means."""
    if leaf.tier is Tier.FORESEEN:
        eve = 1 if leaf.places else 0  # its place is told: the evening before, at another longitude
        return leaf.day - eve, leaf.day + FORESEEN_WITHIN
    if leaf.tier is Tier.FRESH:
        return leaf.day - REMEMBERED_WITHIN, leaf.day - 1
    return leaf.lo - (0 if leaf.held else _RECALLED_WITHIN), leaf.hi


def find_contact(leaf: Node, candidates: Sequence[tuple[str, Node]]) -> Join | None:
    """The one contact (id, node) that `leaf` means, or None where there is none or more than one.

    `candidates` are in order of their day.
    """
    if leaf.cancelled:
        return None
    first, last = _days_in_question(leaf)
    start = bisect_left(candidates, first, key=_day)
    stop = bisect_right(candidates, last, lo=start, key=_day)
    fitting = [
        (contact, node, fit)
        for contact, node in candidates[start:stop]
        if (fit := fits(leaf, node)) and _sure(leaf, node, fit) and not _planned_before(leaf, node)
    ]
    dated = [found for found in fitting if found[1].tier in DATED]
    for group in ([found for found in dated if found[1].places & leaf.places], _imminent(leaf, dated), dated, fitting):
        if len(group) == 1:
            node = group[0][1]
            return None if _recalls(leaf, node, candidates) else _join(leaf, group[0][0], node)
        if group:
            return None
    return None


def _planned_before(leaf: Node, node: Node) -> bool:
    """Whether a plan (`node`) is older than the news (`leaf`) that one was moved to this time: what a moved plan leads
    to is always told later, so that no chain of moves comes back to where it began."""
    if not leaf.moves or node.tier is not Tier.SCHEDULED:
        return False
    return (node.first_published or 0) < max(leaf.first_published or 0, max(move.published for move in leaf.moves))


def _recalls(leaf: Node, news: Node, candidates: Sequence[tuple[str, Node]]) -> bool:
    """Undated news in the time that a plan was made for may still tell of what the same people did just before it."""
    if leaf.tier is not Tier.VAGUE or leaf.held or news.tier in DATED:
        return False
    start = bisect_left(candidates, news.day - _RECALLED_WITHIN, key=_day)
    before = candidates[start : bisect_left(candidates, leaf.lo, key=_day)]
    return any(node.tier in DATED and fits(news, node) for _, node in before)


def _imminent(leaf: Node, dated: Sequence[tuple[str, Node, Fit]]) -> list[tuple[str, Node, Fit]]:
    """What the people of both sides did within days of an undated plan, whatever they did weeks later."""
    return [
        found
        for found in dated
        if leaf.tier is Tier.FORESEEN and found[2].strong and found[1].day - leaf.day <= _IMMINENT_WITHIN
    ]


def _day(candidate: tuple[str, Node]) -> int:
    return candidate[1].day


def _days_in_question(leaf: Node) -> tuple[int, int]:
    """The allowed days, up to the publication of what was held, from the publication on of what was planned."""
    first, last = (leaf.lo, leaf.hi) if leaf.tier is Tier.VAGUE else allowed_days(leaf)
    if leaf.held:
        return first, last if leaf.last_published is None else min(last, leaf.last_published)
    return first if leaf.first_published is None else max(first, leaf.first_published - 1), last


def _sure(leaf: Node, node: Node, fit: Fit) -> bool:
    if leaf.tier is Tier.FRESH:
        if _summit_at(leaf):
            return bool(leaf.places & node.places)
        return fit.strong and bool(leaf.places & node.places or _abroad(leaf) & _abroad(node))
    if node.tier is Tier.FRESH and not leaf.held and not _in_the_news(leaf, node, fit):
        return False
    if is_forum(leaf.block):
        return True
    if leaf.tier is Tier.VAGUE and leaf.hi - leaf.lo >= _MONTH and not _told_apart(leaf, node):
        return False
    if fit.strong:
        return True
    if _of_leaders(leaf):
        return "summit" in node.modes and node.day - leaf.day <= _SUMMIT_WITHIN
    if _is_planned_call(leaf):
        return fit.named and fit.same_mode and node.day - leaf.day <= _IMMINENT_WITHIN
    if leaf.tier is Tier.FORESEEN:
        return leaf.family == "visit" and fit.named and bool(leaf.hosts & node.hosts)
    if leaf.family == "visit":
        return fit.named
    certain = fit.named or leaf.modes == {"summit"} or bool(leaf.places & node.places)
    return fit.same_mode and leaf.hi - leaf.lo < (_MONTH if certain else _WEEK)


def _told_apart(leaf: Node, node: Node) -> bool:
    """More than the people and a year names it: that it is a visit or a summit, or the place of what was held. A wish
    for the year is no plan of the only meeting that the ledger knows of."""
    if leaf.family == "visit" or not leaf.held:
        return leaf.family == "visit"
    return bool(leaf.places & node.places or leaf.hosts & node.hosts or "summit" in leaf.modes & node.modes)


def _in_the_news(leaf: Node, node: Node, fit: Fit) -> bool:
    """Whether undated news (`node`) may tell that the plan (`leaf`) came true."""
    if not fit.same_mode:
        return False
    if leaf.tier is Tier.VAGUE:
        return leaf.hi - leaf.lo < _MONTH
    if leaf.called_off:
        return False
    return node.day - leaf.day <= _IN_NEWS_WITHIN and _came_true_since(leaf, node)


def _came_true_since(leaf: Node, node: Node) -> bool:
    """News after the announcement; a call may be announced and made on one day, and told by other articles."""
    if node.day == leaf.day:
        return leaf.family == "remote" and not leaf.articles & node.articles
    return node.day > leaf.day


def _abroad(node: Node) -> set[str]:
    """The third country in which they met: that they came there names the meeting."""
    return set() if node.family == "visit" or is_forum(node.block) else node.hosts - node.sides.keys()


def _of_leaders(leaf: Node) -> bool:
    """A summit that two countries plan, with nobody named: they send whom one sends to a summit."""
    return leaf.tier is Tier.FORESEEN and leaf.modes == {"summit"} and len(leaf.sides) == 2 and nameless(leaf)


def _summit_at(leaf: Node) -> bool:
    """ "The summit in Busan" of two countries, with nobody named, told as past."""
    known = leaf.tier is Tier.FRESH and leaf.modes == {"summit"} and len(leaf.sides) == 2
    return known and bool(leaf.places) and nameless(leaf)


def _join(leaf: Node, contact: str, node: Node) -> Join:
    day = iso_day(node.lo) if node.tier in DATED else f"published {iso_day(node.lo)}"
    if leaf.tier is Tier.FORESEEN:
        why = f"an undated plan of the same people; the only fitting exchange in {FORESEEN_WITHIN} days ({day})"
        return Join(contact, "link.contact.came-true", why)
    if leaf.tier is Tier.FRESH:
        return Join(contact, "link.contact.same-place", f"same people at the same place ({day}), remembered")
    return Join(contact, "link.contact.within", f"the only fitting exchange within {leaf.label} ({day})")
