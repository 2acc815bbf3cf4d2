"""Finding the times of a text and resolving them, left to right."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from readout.model.records import Time
from readout.read.amounts.grammar import Rule, bounded, first_word, shorter
from readout.read.times.context import is_end, lean, sentence_start
from readout.read.times.grammar import TimeGrammar, time_grammar
from readout.read.times.meanings import READERS
from readout.read.times.values import Surroundings, Value

LONGEST = 120
"""Candidates with more code points than this are no times."""


class Found(NamedTuple):
    """An expression with its value, before it becomes a record."""

    start: int
    end: int
    rule: Rule
    value: Value


def tag_times(text: str, published: date | None, language: str = "vi") -> tuple[Time, ...]:
    """The time expressions of `text`, in order, not overlapping; offsets are code points.

    `published` is the day that "today" means; without it, what depends on it has no `edtf`. Raises FileNotFoundError
    for a language without rules.
    """
    return tuple(_record(text, found) for found in merged(text, find_times(text, published, time_grammar(language))))


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

    def __init__(self, published: date | None) -> None:
        self.published = published
        self.day: date | None = None
        self.year: int | None = None
        self.year_end = 0

    def hear(self, value: Value, end: int, is_end: bool) -> None:
        """An expression that ends at `end` was read; what it is the end of is not spoken of as "that day"."""
        if value.day is not None and value.type != "SET" and not is_end:
            self.day = value.day
        if value.basis == "stated" and value.edtf and value.grain in ("year", "month", "day"):
            year = int(value.edtf[:4]) if value.edtf[:4].isdecimal() else None
            far = year is not None and self.published is not None and year < self.published.year - 1
            self.year, self.year_end = (year if far else None), end

    def year_in(self, text: str, start: int) -> int | None:
        """The far year that the sentence of `start` has stated."""
        if self.year is None or sentence_start(text, start, 200) > self.year_end:
            return None
        return self.year


def find_times(text: str, published: date | None, grammar: TimeGrammar) -> Iterator[Found]:
    """The expressions one by one, each resolved against what was spoken of before it."""
    data = b"\n" + text.encode("utf-8", "surrogatepass") + b"\n"
    spoken = _Spoken(published)
    at = here = 0
    while (span := grammar.grammar.span(data, at)) is not None:
        start = here + len(data[at : span[0]].decode("utf-8", "surrogatepass")) - (not at)
        piece = data[span[0] : span[1]].decode("utf-8", "surrogatepass")
        found = None
        if len(piece) <= LONGEST:
            found = _first_reading(text, start, start + len(piece), grammar, spoken)
        if found is None:
            step = first_word(piece) if len(piece) <= LONGEST else len(piece)
            at, here = span[0] + _bytes(piece[:step]), start + step
            continue
        spoken.hear(found.value, found.end, is_end(grammar, text, found.start, found.end))
        yield found
        here = found.end
        at = span[1] if here - start == len(piece) else span[0] + _bytes(piece[: here - start])


def _bytes(piece: str) -> int:
    """Length of `piece` in UTF-8."""
    return len(piece.encode("utf-8", "surrogatepass"))


def _first_reading(text: str, start: int, end: int, grammar: TimeGrammar, spoken: _Spoken) -> Found | None:
    """The longest stretch from `start` up to `end` that some rule may read, with its value."""
    for stop in shorter(text, start, end):
        if not bounded(text, start, stop):
            continue
        for rule, slots in grammar.readings(text[start:stop]):
            if not grammar.grammar.allowed(rule, text, start, stop):
                continue
            surroundings = Surroundings(
                spoken.published,
                spoken.day,
                spoken.year_in(text, start),
                lambda stop=stop: lean(grammar, text, start, stop),  # type: ignore[misc]
            )
            value = READERS[rule.means](slots, surroundings)
            if value is not None:
                return Found(start, stop, rule, value)
    return None


def merged(text: str, found: Iterator[Found]) -> Iterator[Found]:
    """Join what belongs together: a weekday or "today" with its date, a clock time with its day."""
    held: Found | None = None
    for item in found:
        if held is not None and (joined := _joined(text, held, item)) is not None:
            held = joined
            continue
        if held is not None:
            yield held
        held = item
    if held is not None:
        yield held


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
    return Found(left.start, right.end, rule, clock._replace(edtf=edtf, day=day.day, basis=day.basis))


def joins(text: str, left: Found, right: Found) -> bool:
    """Does nothing stand between two expressions but a blank, a comma or a bracket?"""
    gap = text[left.end : right.start]
    return len(gap) <= 3 and gap.strip(" ,(") == ""
