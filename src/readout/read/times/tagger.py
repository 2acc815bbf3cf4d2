"""Finding the times of a text and resolving them, left to right."""

from datetime import date
from typing import Final

from mypy_extensions import mypyc_attr

from readout.model.records import Time
from readout.read.amounts.candidates import Candidates, bounded, shorter
from readout.read.amounts.grammar import Rule
from readout.read.times.context import sentence_start
from readout.read.times.grammar import TimeGrammar, time_grammar
from readout.read.times.values import Surroundings, Value

LONGEST: Final = 120
"""Candidates with more code points than this are no times."""


@mypyc_attr(acyclic=True)
class Found:
    """An expression with its value, before it becomes a record; never changed."""

    def __init__(self, start: int, end: int, rule: Rule, value: Value) -> None:
        self.start, self.end, self.rule, self.value = start, end, rule, value


def tag_times(text: str, published: date | None, language: str = "vi") -> tuple[Time, ...]:
    """The time expressions of `text`, in order, not overlapping; offsets are code points.

    `published` is the day that "today" means; without it, what depends on it has no `edtf`. Raises FileNotFoundError
    for a language without rules.
    """
    found = find_times(text, published, time_grammar(language, text))
    return tuple([_record(text, item) for item in merged(text, found)])


def _record(text: str, found: Found) -> Time:
    value = found.value
    return Time(
        start=found.start,
        end=found.end,
        text=text[found.start : found.end],
        type=value.type,
        edtf=value.edtf,
        iso8601=value.iso8601,
        part=value.part,
        grain=value.grain,
        basis=value.basis,
        rule=found.rule.id,
    )


class _Spoken:
    """What the text has spoken of so far: the last day, and the last stated year."""

    def __init__(self, text: str, published: date | None, grammar: TimeGrammar) -> None:
        self._text, self._grammar = text, grammar
        self._published = published
        self._day: date | None = None
        self._year: int | None = None
        self._year_end = 0

    def hear(self, found: Found) -> None:
        """An expression was read; what it is the end of ("hết hiệu lực ngày 5/2") is not spoken of as "that day"."""
        value = found.value
        is_day = value.day is not None and value.type != "SET"
        if is_day and not self._grammar.ends.mark(self._text, found.start, found.end):
            self._day = value.day
        if value.basis == "stated" and value.edtf and value.grain in ("year", "month", "day"):
            year = int(value.edtf[:4]) if value.edtf[:4].isdecimal() else None
            far = year is not None and self._published is not None and year < self._published.year - 1
            self._year, self._year_end = (year if far else None), found.end

    def around(self, start: int, end: int) -> Surroundings:
        """What an expression at this place is resolved against."""
        cues = self._grammar.cues
        return Surroundings(self._published, self._day, self._year_in(start), cues, self._text, start, end)

    def _year_in(self, start: int) -> int | None:
        """The far year that the sentence of `start` has stated."""
        if self._year is None or sentence_start(self._text, start, 200) > self._year_end:
            return None
        return self._year


def find_times(text: str, published: date | None, grammar: TimeGrammar) -> list[Found]:
    """The expressions in order, each resolved against what was spoken of before it."""
    candidates = Candidates(text, grammar.grammar)
    spoken = _Spoken(text, published, grammar)
    times: list[Found] = []
    while candidates.advance():
        if candidates.end - candidates.start > LONGEST:
            continue
        found = _first_reading(text, candidates.start, candidates.end, grammar, spoken)
        if found is None:
            candidates.skip_word()
            continue
        candidates.read_up_to(found.end)
        spoken.hear(found)
        times.append(found)
    return times


def _first_reading(text: str, start: int, end: int, grammar: TimeGrammar, spoken: _Spoken) -> Found | None:
    """The longest stretch from `start` up to `end` that some rule may read, with its value."""
    stop = end
    while stop > start:
        if bounded(text, start, stop):
            for reading in grammar.readings(text[start:stop]):
                if grammar.grammar.allowed(reading.rule, text, start, stop):
                    value = reading.value(spoken.around(start, stop))
                    if value is not None:
                        return Found(start, stop, reading.rule, value)
        stop = shorter(text, start, stop)
    return None


def merged(text: str, found: list[Found]) -> list[Found]:
    """Join what belongs together: a weekday or "today" with its date, a clock time with its day."""
    apart: list[Found] = []
    for item in found:
        joined = _joined(text, apart[-1], item) if apart else None
        if joined is None:
            apart.append(item)
        else:
            apart[-1] = joined
    return apart


def _joined(text: str, left: Found, right: Found) -> Found | None:
    """One expression from two neighbours, or None where they stay apart."""
    if not joins(text, left, right):
        return None
    gap = text[left.end : right.start]
    first, second = left.value, right.value
    if second.type == first.type == "DATE" and second.exact and first.day and first.basis == "relative":
        return Found(left.start, right.end, right.rule, second)
    days = {first.type: first, second.type: second}
    clock, day = days.get("TIME"), days.get("DATE")
    if clock is None or day is None or day.day is None or clock.edtf is None or "(" in gap:
        return None
    rule = left.rule if first is clock else right.rule
    edtf = f"{day.day.isoformat()}T{clock.edtf.partition('T')[2]}"
    return Found(left.start, right.end, rule, clock.told_as(edtf, day.day, day.basis))


def joins(text: str, left: Found, right: Found) -> bool:
    """Does nothing stand between two expressions but a blank, a comma or a bracket?"""
    return right.start - left.end <= 3 and text[left.end : right.start].strip(" ,(") == ""
