"""Which reports tell of one promise: joined by who promises, to whom, what kind of act and what object.

A purchase told from the seller's side is the same trade as told from the buyer's. Soybeans are not agricultural
products: objects join by HS code where it stands for one kind of goods, else by name, never by a wider class. Periods,
deadlines, quantities and stages do not tell threads apart: they are the versions inside one. Time does, where nothing
is told for years (`readout.link.spells`).
"""

from collections import Counter
from collections.abc import Collection, Sequence
from functools import cache

from msgspec import Struct

from readout.knowledge.tables import columns
from readout.link.days import iso_day
from readout.link.identity import content_id
from readout.link.spells import Spell, joined
from readout.model.records import Commitment, Party, TradeObject
from readout.model.vocabulary import Action
from readout.text.names import folded

_TRADE: dict[Action, str] = {
    "buy": "buyer",
    "sell": "seller",
    "deliver": "seller",
    "resume": "buyer",
    "suspend": "buyer",
}
"""The part that the committer has in a trade. Who suspends or resumes is taken for the buyer: boycotts end that way."""

ANYBODY = "*"
"""Stands for a counterparty that is not named."""


class ThreadKey(Struct, frozen=True):
    """Where one report belongs. `family` is `trade` or the action; `other` is `*` where nobody is named."""

    family: str
    object: str
    committer: str
    other: str

    @property
    def block(self) -> str:
        """Reports of one block differ in the counterparty only."""
        return "|".join(_clean(part) for part in (self.family, self.object, self.committer))


class ThreadJoin(Struct, frozen=True):
    """The thread of one report, the rule that chose it, and why."""

    thread: str
    rule: str
    why: str


def key_of(commitment: Commitment, report_id: str) -> ThreadKey:
    """The key of a report. Without a committer, or with neither object nor counterparty, it stays alone, as does a
    trade in nobody knows what.
    """
    committer, other = party_code(commitment.committer), party_code(commitment.counterparty)
    thing = object_code(commitment.object)
    part = _TRADE.get(commitment.action)
    if committer is None or (thing is None and (other is None or part is not None)):
        return ThreadKey(commitment.action, thing or report_id, committer or report_id, other or ANYBODY)
    if part is None:
        return ThreadKey(commitment.action, thing or "-", committer, other or ANYBODY)
    if part == "seller" and other is None:
        return ThreadKey("trade-by-seller", thing or "-", committer, ANYBODY)
    buyer, seller = (other, committer) if part == "seller" else (committer, other)
    return ThreadKey("trade", thing or "-", buyer or ANYBODY, seller or ANYBODY)


class Place(Struct, frozen=True):
    """What decides where a report of a block belongs: the counterparty and the days that it speaks of."""

    other: str
    spell: Spell | None


def threads_of(block: str, places: Collection[Place]) -> dict[Place, ThreadJoin]:
    """The thread of each report of a block; a function of all places of the block, in any order."""
    named = sorted({one.other for one in places} - {ANYBODY})
    groups: dict[str, list[Place]] = {}
    for one in places:
        home = named[0] if one.other == ANYBODY and len(named) == 1 else one.other
        groups.setdefault(home, []).append(one)
    found: dict[Place, ThreadJoin] = {}
    for home, group in groups.items():
        spells = joined(one.spell for one in group if one.spell)
        found |= {one: _join(block, home, one, spells) for one in group}
    return found


def _join(block: str, home: str, place: Place, spells: Sequence[Spell]) -> ThreadJoin:
    """The newest promise has the id that it had when it was the only one."""
    rule, why = _same_parties(home, place.other)
    if len(spells) < 2:
        return ThreadJoin(content_id("k", block, home), rule, why)
    if place.spell is None:
        told = "no day is known, and there were promises like it at different times"
        return ThreadJoin(content_id("k", block, home, ""), "link.commitment.no-day", f"{why}; {told}")
    number, mine = next((i, one) for i, one in enumerate(spells) if one.first <= place.spell.first <= one.last)
    if number == len(spells) - 1:
        told = f"nothing was told of the like in the two years before {iso_day(mine.first)}, so it is a new promise"
        return ThreadJoin(content_id("k", block, home), "link.commitment.new-promise", f"{why}; {told}")
    told = f"nothing was told of it in the two years after {iso_day(mine.last)}, so what came later is another promise"
    thread = content_id("k", block, home, iso_day(mine.last)[:4])
    return ThreadJoin(thread, "link.commitment.past-promise", f"{why}; {told}")


def _same_parties(home: str, other: str) -> tuple[str, str]:
    if other != ANYBODY:
        return "link.commitment.same-promise", "same committer, counterparty, kind of act and object"
    if home != ANYBODY:
        why = f"names no counterparty; all reports of this promise that do, name {home}"
        return "link.commitment.only-counterparty", why
    why = "names no counterparty, and other reports name none or several"
    return "link.commitment.no-counterparty", why


def _clean(code: str) -> str:
    return code.replace("|", " ")


def party_code(party: Party | None) -> str | None:
    """Country, else organisation or person as folded name; None where nothing is known."""
    if party is None:
        return None
    if party.country:
        return party.country
    name = party.organisation or party.person_id or party.name
    return f"~{folded(name)}" if name else None


def object_code(thing: TradeObject | None) -> str | None:
    """HS code, else the folded name; None where there is no object. Goods that share their code with others (missiles
    and shells, satellites and helicopters) go by their names.
    """
    if thing is None:
        return None
    name = folded(thing.name)
    return f"hs{thing.hs}" if thing.hs and name not in _sharing_a_code() else name or None


@cache
def _sharing_a_code() -> frozenset[str]:
    """Folded names of goods whose HS code stands for several goods of the table."""
    codes = columns("shared/commodities.tsv", "id", "hs")
    counts = Counter(hs for _, hs in codes)
    return frozenset(folded(name) for name, hs in codes if counts[hs] > 1)
