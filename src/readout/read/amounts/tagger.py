"""Finding the amounts of a text: numbers in figures and words, with comparator and unit."""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from readout.model.records import Amount
from readout.read.amounts.grammar import Rule, bounded, first_word, shorter
from readout.read.amounts.values import READERS
from readout.read.amounts.words import AmountGrammar, Value, amount_grammar

LONGEST = 160
"""Candidates with more code points than this are no amounts."""


class Reading(NamedTuple):
    """A rule, and what it makes of the words; None where they say no amount."""

    rule: Rule
    value: Value | None


@lru_cache(maxsize=16384)
def readings(piece: str, grammar: AmountGrammar) -> tuple[Reading, ...]:
    """What the rules that cover `piece` from end to end make of it."""
    return tuple(Reading(rule, READERS[rule.means](slots, grammar)) for rule, slots in grammar.grammar.readings(piece))


class Found(NamedTuple):
    """An amount with its place and the rule that read it."""

    start: int
    end: int
    rule: Rule
    value: Value


def tag_amounts(text: str, taken: Sequence[tuple[int, int]] = (), language: str = "vi") -> tuple[Amount, ...]:
    """The amounts of `text`, in order; offsets are code points.

    They overlap neither each other nor the spans `taken` (dates). Raises FileNotFoundError without rules.
    """
    grammar = amount_grammar(language)
    return tuple(
        Amount(
            start=found.start,
            end=found.end,
            text=text[found.start : found.end],
            value=found.value.value,
            high=found.value.high,
            comparator=found.value.comparator,
            unit=found.value.unit,
            currency=found.value.currency,
            nearly=found.value.comparator == "<" and grammar.says_nearly(text[found.start : found.end]),
        )
        for found in find_amounts(text, grammar, taken)
    )


def _without(text: str, taken: Sequence[tuple[int, int]]) -> str:
    """`text` with line breaks in place of the spans `taken`; offsets stay."""
    parts, at = [], 0
    for start, end in sorted(taken):
        if end > max(start, at) and start < len(text):
            begin, stop = max(start, at), min(end, len(text))
            parts += [text[at:begin], "\n" * (stop - begin)]
            at = stop
    return "".join([*parts, text[at:]])


def find_amounts(text: str, grammar: AmountGrammar, taken: Sequence[tuple[int, int]] = ()) -> Iterator[Found]:
    """The amounts one by one, left to right, outside the spans `taken`."""
    data = b"\n" + (_without(text, taken) if taken else text).encode("utf-8", "surrogatepass") + b"\n"
    at = here = 0
    while (span := grammar.grammar.span(data, at)) is not None:
        start = here + len(data[at : span[0]].decode("utf-8", "surrogatepass")) - (not at)
        piece = data[span[0] : span[1]].decode("utf-8", "surrogatepass")
        end = start + len(piece)
        if len(piece) <= LONGEST:
            found, end = _first_reading(text, start, end, grammar)
            if found is not None:
                yield found
            elif end <= start:
                end = start + first_word(piece)
        part = piece[: end - start]
        at = span[1] if part == piece else span[0] + len(part.encode("utf-8", "surrogatepass"))
        here = end


def _first_reading(text: str, start: int, end: int, grammar: AmountGrammar) -> tuple[Found | None, int]:
    """The longest stretch from `start` up to `end` that is an amount, and where the search goes on (0: unread)."""
    for stop in shorter(text, start, end):
        if not bounded(text, start, stop):
            continue
        for rule, value in readings(text[start:stop], grammar):
            if value is None and rule.means != "nothing":
                continue
            if grammar.grammar.allowed(rule, text, start, stop):
                return (Found(start, stop, rule, value) if value else None), stop
    return None, 0
