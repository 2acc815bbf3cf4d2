"""Where reports belong after people merged and split contacts: decisions are applied, in order, to what linking found.

Linking itself knows nothing of decisions, so that the same reports are linked the same with and without them.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct

from readout.link.identity import content_id
from readout.model.records import Evidence


class Decision(Struct, frozen=True):
    """A merge (the contact of `these` goes into the contact of `into`) or a split (`these` become a contact)."""

    number: int
    kind: str
    these: tuple[str, ...]
    into: tuple[str, ...] = ()


def split_id(kind: str, number: int) -> str:
    """Id of the contact (`c`) or thread (`k`) that a split makes."""
    return content_id(kind, "split", str(number))


def settled(homes: Mapping[str, str], decisions: Iterable[Decision]) -> dict[str, str]:
    """The contact of every report; `homes` is what linking found, for all reports of all contacts concerned."""
    found = dict(homes)
    for one in decisions:
        if one.kind == "split":
            found |= {report: split_id("c", one.number) for report in one.these if report in found}
            continue
        source, target = _home(one.these, found), _home(one.into, found)
        if source and target:
            found |= {report: target for report, home in found.items() if home == source}
    return found


def _home(reports: Sequence[str], homes: Mapping[str, str]) -> str | None:
    """The contact that holds most of these reports; among equals the first by id."""
    counts = Counter(homes[report] for report in reports if report in homes)
    return min(counts, key=lambda home: (-counts[home], home)) if counts else None


def same_words(start: int, end: int, facts: Mapping[str, tuple[Evidence, ...]]) -> str | None:
    """The fact that is read from these words: exactly them, else the one that overlaps them most; None for none."""
    shared = {
        name: max((_overlap(start, end, one) for one in evidence), default=0.0) for name, evidence in facts.items()
    }
    best = max(sorted(shared), key=lambda name: shared[name], default=None)
    return best if best is not None and shared[best] > 0 else None


def _overlap(start: int, end: int, words: Evidence) -> float:
    """Shared share of both spans together."""
    common = min(end, words.end) - max(start, words.start)
    return max(common, 0) / max(max(end, words.end) - min(start, words.start), 1)
