"""What a time expression says once it is resolved, and the surroundings it is resolved in."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any, NamedTuple

from readout.model.vocabulary import Grain, Part, TimeBasis, TimeType
from readout.read.times import calendar

Slots = Mapping[str, Any]
"""Slot name → value: a number, an id ("week", "morning") or None where the word has no value."""


class Value(NamedTuple):
    """A resolved expression. `day` is set where it names one day; `exact` where that day is written out in figures."""

    type: TimeType = "DATE"
    edtf: str | None = None
    iso8601: str | None = None
    part: Part | None = None
    grain: Grain | None = None
    basis: TimeBasis = "stated"
    day: date | None = None
    exact: bool = False
    weekday: bool = False
    offset: int | None = None
    """Days from today, of "today", "yesterday" …"""
    counted: tuple[float, str] | None = None
    """Count and grain of "three weeks ago", "a month after the meeting"."""


class Surroundings(NamedTuple):
    """What an expression is resolved against."""

    now: date | None
    """The day of publication."""
    spoken: date | None
    """The day last spoken of before the expression."""
    year: int | None
    """A year, not near the publication, that the same sentence has stated before."""
    lean: Callable[[], int]
    """-1 where the sentence tells what happened, +1 where it tells what is planned, else 0."""


def day_value(day: date | None, basis: TimeBasis = "stated", **more: Any) -> Value:
    """A value of day grain; without a resolvable day its edtf is None."""
    return Value(edtf=day.isoformat() if day else None, grain="day", basis=basis, day=day, **more)


def grain_value(day: date | None, grain: str, basis: TimeBasis = "stated", part: Part | None = None) -> Value:
    """A value that covers the grain `day` falls in."""
    name = calendar.grain_of(grain)
    if name == "day":
        return day_value(day, basis, part=part)
    return Value(edtf=calendar.edtf(day, grain) if day else None, grain=name, basis=basis, part=part)


def range_value(begin: date | None, end: date | None, grain: str, basis: TimeBasis = "stated") -> Value:
    """A value from `begin` to `end`, both of `grain` and both included."""
    edtf = calendar.interval(begin, end, grain) if begin and end else None
    return Value(edtf=edtf, grain=calendar.grain_of(grain), basis=basis)


UNKNOWN = Value(basis="unknown")
"""A time that is spoken of and that nothing in the text fixes ("những ngày qua")."""
