"""Who took part, made comparable: per country the persons and offices, and how well two such lists agree."""

from typing import Literal

from msgspec import Struct

from readout.model.records import Participant
from readout.text.names import folded

Agreement = Literal["conflict", "open", "some", "strong"]


class Side(Struct, frozen=True):
    """The people of one country in one contact; `persons` are person ids, or folded names behind `~`."""

    persons: frozenset[str] = frozenset()
    held: frozenset[str] = frozenset()
    """Offices of the named persons."""
    offices: frozenset[str] = frozenset()
    """Offices of participants without a name."""


Sides = dict[str, Side]


def sides_of(participants: tuple[Participant, ...]) -> Sides:
    """Per country code its people; a participant without a country stands under `?` and the folded name."""
    result: Sides = {}
    for one in participants:
        country = one.country or (f"?{folded(one.person)}" if one.person else None)
        if country is not None:
            result = joined(result, {country: _side(one)})
    return result


def _side(one: Participant) -> Side:
    office = frozenset({one.office} if one.office else ())
    persons = {one.person_id} if one.person_id else set()
    persons |= {f"~{folded(one.person)}"} if one.person else set()
    return Side(frozenset(persons), office, frozenset()) if persons else Side(frozenset(), frozenset(), office)


def same_person(first: frozenset[str], second: frozenset[str]) -> bool:
    """Whether the two lists share a person: by id, by name, or by a name whose words all stand in the other."""
    if first & second:
        return True
    ours = [set(name[1:].split()) for name in first if name.startswith("~")]
    theirs = [set(name[1:].split()) for name in second if name.startswith("~")]
    return any(a <= b or b <= a for a in ours for b in theirs)


def agreement(first: Sides, second: Sides) -> Agreement:
    """How well two lists of sides agree.

    `conflict`: a country sends other people. `strong`: at least two countries send the same people. `some`: one does.
    `open`: no country names its people in both.
    """
    matched = 0
    for country in first.keys() & second.keys():
        verdict = _same_side(first[country], second[country])
        if verdict is False:
            return "conflict"
        matched += verdict is True
    return "strong" if matched >= 2 else "some" if matched else "open"


def _same_side(first: Side, second: Side) -> bool | None:
    if first.persons and second.persons:
        return same_person(first.persons, second.persons)
    ours, theirs = first.held | first.offices, second.held | second.offices
    if (first.offices or second.offices) and ours and theirs:
        return bool(ours & theirs)
    return None


def joined(first: Sides, second: Sides) -> Sides:
    """Both lists as one."""
    result = dict(first)
    for country, side in second.items():
        known = result.get(country, Side())
        result[country] = Side(known.persons | side.persons, known.held | side.held, known.offices | side.offices)
    return result


def named_sides(sides: Sides) -> int:
    """Number of countries whose people are named."""
    return sum(bool(side.persons) for side in sides.values())
