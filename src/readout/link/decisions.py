"""Where reports belong after people merged and split contacts: decisions are applied, in order, to what linking found.

Linking itself knows nothing of decisions, so that the same reports are linked the same with and without them.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence

from msgspec import Struct

from readout.link.identity import content_id
from readout.model.records import Commitment, Contact, Evidence, Statement


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


class Words(Struct, frozen=True):
    """The words of a fact, and what tells it from others that are read from the same words."""

    evidence: tuple[Evidence, ...]
    mark: str


def mark_of(record: Contact | Statement | Commitment) -> str:
    """Who met, who spoke, what is promised: one sentence may tell of several."""
    if isinstance(record, Contact):
        return " ".join([record.mode, *sorted({one.country for one in record.participants if one.country})])
    if isinstance(record, Statement):
        return record.speaker.country or record.speaker.name or ""
    return f"{record.action} {record.object.name if record.object else ''}"


def akin_contacts(mark: str, other: str) -> bool:
    """Whether the countries of one mark of a contact are among those of the other: a reading found more, or fewer."""
    one, two = set(mark.split()[1:]), set(other.split()[1:])
    return bool(one & two) and (one <= two or two <= one)


def akin_claims(mark: str, other: str) -> bool:
    """Whether two marks of claims name the same object, whatever is done with it."""
    named = mark.partition(" ")[2]
    return bool(named) and named == other.partition(" ")[2]


def same_words(
    start: int, end: int, facts: Mapping[str, Words], mark: str | None, akin: Callable[[str, str], bool] | None = None
) -> str | None:
    """The fact that is read from these words: exactly them, else the one that overlaps them most; None for none.

    Of several that are read from them it is the one with the `mark`, else the only one whose mark is `akin` to it;
    where the mark is not known, the first by id.
    """
    shared = {
        name: max((_overlap(start, end, one) for one in fact.evidence), default=0.0) for name, fact in facts.items()
    }
    best = max(shared.values(), default=0.0)
    tied = sorted(name for name, found in shared.items() if 0 < found == best)
    if len(tied) < 2 or mark is None:
        return tied[0] if tied else None
    if (exact := next((name for name in tied if facts[name].mark == mark), None)) is not None or akin is None:
        return exact
    near = [name for name in tied if akin(mark, facts[name].mark)]
    return near[0] if len(near) == 1 else None


def _overlap(start: int, end: int, words: Evidence) -> float:
    """Shared share of both spans together."""
    common = min(end, words.end) - max(start, words.start)
    return max(common, 0) / max(max(end, words.end) - min(start, words.start), 1)
