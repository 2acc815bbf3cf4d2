"""When a promise is alive: the days that each report of it speaks of, and where nothing was told for so long that what
comes next is another promise.

Oil that was promised in 2013 for five years and oil promised in 2025 are two promises; where the first one ran for
25 years, it is one. A function of the set of reports: the order in which they come changes nothing.
"""

import re
from collections.abc import Iterable

from msgspec import Struct

from readout.link.days import day_of, interval_of
from readout.model.records import Commitment

QUIET = 2 * 365
"""Days. A promise of which nothing is told for longer, and which no period or deadline carries over that time, is over.
Two years are longer than the pauses between reports of one purchase, and shorter than the time from one trade
agreement to the next. Two promises in one thread contradict each other, one promise in two threads does not: of
the two errors the second is the smaller."""

_OPEN = "/.."
_LENGTH = re.compile(r"(\d+) (year|month|week|day)s?")
_DAYS = {"year": 365, "month": 30, "week": 7, "day": 1}


class Spell(Struct, frozen=True, order=True):
    """Days from `first` to `last`, ordinals, both included."""

    first: int
    last: int


def spell_of(commitment: Commitment, published: str | None) -> Spell | None:
    """The days that a report speaks of: from when it was promised, else told, to the end of its period or deadline.

    What lies altogether behind the publication is not told of the day of publication. None where no day is known.
    """
    told = (commitment.made, commitment.period, commitment.deadline)
    days = [found for one in told if one and (found := interval_of(one.edtf))]
    open_ended = any((one.edtf or "").endswith(_OPEN) for one in told if one)
    day = day_of(published)
    if day is not None and (not days or open_ended or any(one.hi >= day for one in days)):
        first, last = min([day, *(one.lo for one in days)]), max([day, *(one.hi for one in days)])
    elif days:
        first, last = min(one.lo for one in days), max(one.hi for one in days)
    else:
        return None
    made = interval_of(commitment.made.edtf) if commitment.made else None
    return Spell(first, max(last, (made.hi if made else first) + _lasts(commitment)))


def _lasts(commitment: Commitment) -> int:
    """Days that the promise holds, where a length of time is told (`25 years`, `3 years 6 months`); else 0."""
    named = (one.name for one in (commitment.period, commitment.deadline) if one and one.name and not one.edtf)
    return max((_length(name) for name in named if name[0].isdigit()), default=0)


def _length(name: str) -> int:
    return sum(int(number) * _DAYS[unit] for number, unit in _LENGTH.findall(name))


def joined(spells: Iterable[Spell]) -> list[Spell]:
    """Spells between which something is told at least every `QUIET` days, as one; in order."""
    found: list[Spell] = []
    for one in sorted(spells):
        if found and one.first - found[-1].last <= QUIET:
            found[-1] = Spell(found[-1].first, max(found[-1].last, one.last))
        else:
            found.append(one)
    return found
