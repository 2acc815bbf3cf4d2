"""What became of a plan: news that it is put off for another day, or called off, finds the plan that it means.

Both are looked at after the contacts of a block are known, and change nothing of what other reports join.
"""

from collections.abc import Iterable

from readout.link.contacts import Join
from readout.link.days import iso_day
from readout.link.nodes import Fit, Node, fits, nameless
from readout.link.reports import Move, Tier

FAR = 60
"""Days between a plan and the day to which it is moved, or the news that calls it off, at most."""
_VAGUE_DAYS = 31
"""Longest interval, in days, for which a plan is made that may be called off without a day."""

Root = tuple[str, Node]
"""A contact's id and what its reports say together."""


def is_called_off(node: Node) -> bool:
    """Whether it tells, without an exact day, that something planned does not take place."""
    return node.cancelled and node.tier in (Tier.FORESEEN, Tier.VAGUE)


def is_plan(node: Node) -> bool:
    """Whether it was planned for some days and did not take place on them, as far as is known."""
    short = node.tier is Tier.VAGUE and node.hi - node.lo < _VAGUE_DAYS
    return not node.held and (node.tier is Tier.SCHEDULED or (short and not node.cancelled))


def moved_to(plan: Root, others: Iterable[Root], plans: Iterable[Root]) -> Join | None:
    """The one contact to whose day this plan was moved, or None where there is none or more than one.

    Where no report says from which day it was moved, it is the only plan that was open then, of those in `plans`.
    """
    if plan[1].tier is not Tier.SCHEDULED:
        return None
    found = [
        (other, move)
        for other in others
        for move in other[1].moves
        if _is_meant(plan[1], other[1], move) and (move.told or _only(plan, other, move, plans))
    ]
    if len({contact for (contact, _), _ in found}) != 1:
        return None
    (contact, node), _ = found[0]
    return Join(contact, "link.contact.put-off", f"a report says that the plan was moved to {iso_day(node.lo)}")


def _is_meant(plan: Node, other: Node, move: Move) -> bool:
    """The plan was told before it was moved, for the days that are told, by the same people or in the same mode. It
    does not lie in the month to which it is moved, so that no contact of that month leads back to it."""
    if plan.id == other.id or not move.lo <= plan.lo <= plan.hi <= move.hi or abs(plan.day - other.day) > FAR:
        return False
    if other.tier is Tier.VAGUE and not _elsewhere(plan, other):
        return False
    if plan.first_published is None or (plan.first_published, plan.day) >= (_since(other, move), other.day):
        return False
    fit = fits(plan, other)
    if fit is None:
        return False
    return fit.strong or (fit.same_mode and (move.told or fit.named))


def _elsewhere(plan: Node, other: Node) -> bool:
    """Whether the other one is planned for a month in which the plan is not."""
    return not other.cancelled and other.hi - other.lo < _VAGUE_DAYS and (other.hi < plan.lo or plan.hi < other.lo)


def _since(other: Node, move: Move) -> int:
    """A chain of moves never comes back to where it began: the first news of the new day is later than the plan's."""
    return min(other.first_published or move.published, move.published)


def _only(plan: Root, other: Root, move: Move, plans: Iterable[Root]) -> bool:
    return not any(
        one[0] not in (plan[0], other[0]) and one[1].tier is Tier.SCHEDULED and _is_meant(one[1], other[1], move)
        for one in plans
    )


def called_off(news: Node, plans: Iterable[Root]) -> Join | None:
    """The one plan that was still open when `news` called it off without a day, or None."""
    found = [plan for plan in plans if _may_mean(news, plan[1])]
    if len(found) != 1:
        return None
    days = " to ".join(dict.fromkeys(iso_day(day) for day in (found[0][1].lo, found[0][1].hi)))
    why = f"the only plan of these sides that was open when it was called off ({days})"
    return Join(found[0][0], "link.contact.called-off", why)


def _may_mean(news: Node, plan: Node) -> bool:
    told = news.first_published
    if told is None or not is_plan(plan) or plan.first_published is None or plan.first_published > told:
        return False
    ahead = plan.hi >= told and plan.lo <= told + FAR
    within = news.tier is not Tier.VAGUE or (plan.lo <= news.hi and news.lo <= plan.hi)
    fit = fits(news, plan)
    return ahead and within and fit is not None and _sure(news, plan, fit)


def _sure(news: Node, plan: Node, fit: Fit) -> bool:
    return fit.strong or fit.crowd or (fit.same_mode and (fit.named or (nameless(news) and nameless(plan))))
