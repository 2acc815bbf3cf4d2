"""Finding the amounts of a text: numbers in figures and words, with comparator and unit."""

from collections.abc import Sequence
from typing import Final

from mypy_extensions import mypyc_attr

from readout.model.records import Amount
from readout.read.amounts.candidates import Candidates, bounded, shorter
from readout.read.amounts.grammar import Rule
from readout.read.amounts.values import READERS
from readout.read.amounts.words import AmountGrammar, Reading, Value, amount_grammar

LONGEST: Final = 160
"""Candidates with more code points than this are no amounts."""
_REMEMBERED: Final = 16384
"""So many words are remembered with what they say."""


@mypyc_attr(acyclic=True)
class Found:
    """An amount with its place and the rule that read it; never changed."""

    def __init__(self, start: int, end: int, rule: Rule, value: Value) -> None:
        self.start, self.end, self.rule, self.value = start, end, rule, value


def tag_amounts(text: str, taken: Sequence[tuple[int, int]] = (), language: str = "vi") -> tuple[Amount, ...]:
    """The amounts of `text`, in order; offsets are code points.

    They overlap neither each other nor the spans `taken` (dates). Raises FileNotFoundError without rules.
    """
    grammar = amount_grammar(language, text)
    return tuple([_record(text, found, grammar) for found in find_amounts(text, grammar, taken)])


def _record(text: str, found: Found, grammar: AmountGrammar) -> Amount:
    value, words = found.value, text[found.start : found.end]
    return Amount(
        start=found.start,
        end=found.end,
        text=words,
        value=value.value,
        high=value.high,
        comparator=value.comparator,
        unit=value.unit,
        currency=value.currency,
        nearly=value.comparator == "<" and grammar.says_nearly(words),
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


def find_amounts(text: str, grammar: AmountGrammar, taken: Sequence[tuple[int, int]] = ()) -> list[Found]:
    """The amounts, left to right, outside the spans `taken`."""
    candidates = Candidates(_without(text, taken) if taken else text, grammar.grammar)
    amounts: list[Found] = []
    while candidates.advance():
        if candidates.end - candidates.start > LONGEST:
            continue
        stop = _read(text, candidates.start, candidates.end, grammar, amounts)
        if stop > candidates.start:
            candidates.read_up_to(stop)
        else:
            candidates.skip_word()
    return amounts


def _read(text: str, start: int, end: int, grammar: AmountGrammar, amounts: list[Found]) -> int:
    """Add to `amounts` the longest stretch from `start` up to `end` that is one.

    Returns where what was read ends, be it an amount or words that only look like one; `start` where nothing was read.
    """
    stop = end
    while stop > start:
        if bounded(text, start, stop):
            for reading in readings(text[start:stop], grammar):
                rule, value = reading.rule, reading.value
                if (value is not None or rule.means == "nothing") and grammar.grammar.allowed(rule, text, start, stop):
                    if value is not None:
                        amounts.append(Found(start, stop, rule, value))
                    return stop
        stop = shorter(text, start, stop)
    return start


def readings(piece: str, grammar: AmountGrammar) -> list[Reading]:
    """What the rules that cover `piece` from end to end make of it."""
    found = grammar.remembered.get(piece)
    if found is None:
        if len(grammar.remembered) >= _REMEMBERED:
            grammar.remembered.clear()
        covering = grammar.grammar.readings(piece)
        found = [Reading(rule, READERS[rule.means](slots, grammar)) for rule, slots in covering]
        grammar.remembered[piece] = found
    return found
