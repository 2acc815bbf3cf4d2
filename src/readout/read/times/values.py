"""What a time expression says once it is resolved, and the surroundings it is resolved in."""

from datetime import date
from typing import Any, Final

from mypy_extensions import mypyc_attr

from readout.model.vocabulary import Grain, Part, TimeBasis, TimeType
from readout.read.times import calendar, context

Slots = dict[str, Any]
"""Slot name → value: a number, an id ("week", "morning") or None where the word has no value."""


@mypyc_attr(acyclic=True)
class Value:
    """A resolved expression; never changed. `day` is set where it names one day; `exact` where that day is written out
    in figures; `offset` are the days from today, of "today", "yesterday" …; `counted` the count and grain of "three
    weeks ago", "a month after the meeting"."""

    def __init__(
        self,
        type: TimeType = "DATE",
        edtf: str | None = None,
        iso8601: str | None = None,
        part: Part | None = None,
        grain: Grain | None = None,
        basis: TimeBasis = "stated",
        day: date | None = None,
        exact: bool = False,
        offset: int | None = None,
        counted: tuple[float, str] | None = None,
    ) -> None:
        self.type, self.edtf, self.iso8601 = type, edtf, iso8601
        self.part, self.grain, self.basis = part, grain, basis
        self.day, self.exact, self.offset, self.counted = day, exact, offset, counted

    def told_as(self, edtf: str | None, day: date | None, basis: TimeBasis) -> "Value":
        """The same expression, resolved to something else."""
        return Value(
            self.type, edtf, self.iso8601, self.part, self.grain, basis, day, self.exact, self.offset, self.counted
        )


@mypyc_attr(acyclic=True)
class Surroundings:
    """What the expression `text[start:end]` is resolved against; never changed.

    `now` is the day of publication, `spoken` the day last spoken of before the expression, `year` a year, not near the
    publication, that the same sentence has stated before.
    """

    def __init__(
        self,
        now: date | None,
        spoken: date | None,
        year: int | None,
        cues: context.Cues,
        text: str,
        start: int,
        end: int,
    ) -> None:
        self.now, self.spoken, self.year = now, spoken, year
        self._cues, self._text, self._start, self._end = cues, text, start, end

    def lean(self) -> int:
        """-1 where the sentence tells what happened, +1 where it tells what is planned, else 0.

        It is asked only where it can matter: few dates do.
        """
        return context.lean(self._cues, self._text, self._start, self._end)


def day_value(
    day: date | None,
    basis: TimeBasis = "stated",
    part: Part | None = None,
    exact: bool = False,
    offset: int | None = None,
    counted: tuple[float, str] | None = None,
) -> Value:
    """A value of day grain; without a resolvable day its edtf is None."""
    edtf = day.isoformat() if day is not None else None
    return Value("DATE", edtf, None, part, "day", basis, day, exact, offset, counted)


def grain_value(
    day: date | None,
    grain: str,
    basis: TimeBasis = "stated",
    part: Part | None = None,
    counted: tuple[float, str] | None = None,
) -> Value:
    """A value that covers the grain `day` falls in."""
    name = calendar.grain_of(grain)
    if name == "day":
        return day_value(day, basis, part, counted=counted)
    edtf = calendar.edtf(day, grain) if day is not None else None
    return Value("DATE", edtf, None, part, name, basis, counted=counted)


def range_value(begin: date | None, end: date | None, grain: str, basis: TimeBasis = "stated") -> Value:
    """A value from `begin` to `end`, both of `grain` and both included."""
    edtf = calendar.interval(begin, end, grain) if begin and end else None
    return Value(edtf=edtf, grain=calendar.grain_of(grain), basis=basis)


UNKNOWN: Final = Value(basis="unknown")
"""A time that is spoken of and that nothing in the text fixes ("những ngày qua")."""
