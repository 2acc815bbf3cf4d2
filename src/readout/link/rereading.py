"""Two readings of one article: which facts were gained, lost or changed. Facts are the same by their words."""

from collections.abc import Iterator, Sequence
from typing import Any

import msgspec

from readout.link.decisions import Words, same_words
from readout.model.records import Figure, Reading, Silence
from readout.model.rereading import ChangeKind, FactChange, FactKind, FieldChange

_LISTS: tuple[tuple[FactKind, str], ...] = (
    ("contact", "contacts"),
    ("statement", "statements"),
    ("commitment", "commitments"),
    ("silence", "silences"),
    ("figure", "figures"),
)
_NO_FACT = ("id", "contact", "evidence")
"""Fields that name, link or prove a fact and say nothing about it."""


def changes_of(old: Reading, new: Reading) -> tuple[FactChange, ...]:
    """All changes, by kind of fact and place in the text."""
    return tuple(change for fact, name in _LISTS for change in _changes(fact, getattr(old, name), getattr(new, name)))


def _changes(fact: FactKind, old: Sequence[Any], new: Sequence[Any]) -> Iterator[FactChange]:
    before, after = [_said(one) for one in old], [_said(one) for one in new]
    left = list(range(len(new)))
    changed: list[tuple[int, int]] = []
    lost = []
    for number, content in enumerate(before):
        same = next((place for place in left if after[place] == content and _touch(old[number], new[place])), None)
        if same is None:
            lost.append(number)
        else:
            left.remove(same)
    for number in lost[:]:
        if (place := _nearest(old[number], {place: new[place] for place in left})) is not None:
            left.remove(place)
            lost.remove(number)
            changed.append((number, place))
    yield from (_change("lost", fact, old[number]) for number in lost)
    yield from (
        _change("changed", fact, new[place], _fields(before[number], after[place])) for number, place in changed
    )
    yield from (_change("gained", fact, new[place]) for place in left)


def _said(one: Any) -> dict[str, Any]:
    whole: dict[str, Any] = msgspec.json.decode(msgspec.json.encode(one))
    return {name: value for name, value in whole.items() if name not in _NO_FACT}


def _touch(old: Any, new: Any) -> bool:
    return not old.evidence or not new.evidence or _nearest(old, {0: new}) is not None


def _nearest(old: Any, left: dict[int, Any]) -> int | None:
    if not old.evidence:
        return None
    facts = {str(place): Words(one.evidence, "") for place, one in left.items()}
    found = same_words(old.evidence[0].start, old.evidence[0].end, facts, None)
    return int(found) if found is not None else None


def _fields(old: dict[str, Any], new: dict[str, Any]) -> tuple[FieldChange, ...]:
    return tuple(FieldChange(field=name, old=old[name], new=new[name]) for name in new if old[name] != new[name])


def _change(kind: ChangeKind, fact: FactKind, one: Any, fields: tuple[FieldChange, ...] = ()) -> FactChange:
    if isinstance(one, Silence | Figure) and not one.evidence:
        return FactChange(kind=kind, fact=fact, text=str(_said(one)), fields=fields)
    words = one.evidence[0] if one.evidence else None
    return FactChange(
        kind=kind, fact=fact, text=words.text if words else "", rule=words.rule if words else None, fields=fields
    )
