"""In what names and what tone the accounts of a contact differ; listed, never scored."""

from collections import Counter
from collections.abc import Sequence
from typing import TypeVar

from readout.knowledge.wording import wording_of
from readout.model.answers import LedgerStatement, NamesOfThing, Tone


def names_and_tone(
    said: Sequence[LedgerStatement], sides: Sequence[str]
) -> tuple[tuple[NamesOfThing, ...], dict[str, Tone]]:
    """Things that sides call differently, by their English names, and the tone of each side that said anything."""
    called: dict[str, dict[str, Counter[str]]] = {}
    judged: dict[str, Counter[str]] = {side: Counter() for side in sides}
    for one in said:
        names, judging = wording_of(one.content.text)
        for side in one.accounts:
            if side in judged:
                judged[side].update(judging)
                for thing, name in names:
                    called.setdefault(thing, {}).setdefault(side, Counter())[name] += 1
    return (
        tuple(_names(thing, called[thing], sides) for thing in sorted(called) if _differ(called[thing])),
        {side: tone for side in sides if (tone := _tone(side, said, judged[side])).forces},
    )


def _differ(called: dict[str, Counter[str]]) -> bool:
    """At least two sides name it, and one of them in words that another does not use."""
    return len({frozenset(names) for names in called.values()}) > 1


def _names(thing: str, called: dict[str, Counter[str]], sides: Sequence[str]) -> NamesOfThing:
    return NamesOfThing(thing=thing, names={side: _ordered(called[side]) for side in sides if side in called})


def _tone(side: str, said: Sequence[LedgerStatement], judged: Counter[str]) -> Tone:
    forces = Counter(one.force for one in said if side in one.accounts)
    return Tone(forces={force: forces[force] for force in _ordered(forces)}, words=_ordered(judged))


_Word = TypeVar("_Word", bound=str)


def _ordered(counts: Counter[_Word]) -> tuple[_Word, ...]:
    """The most frequent first, then by the alphabet."""
    return tuple(sorted(counts, key=lambda one: (-counts[one], one)))
