"""Finding the amounts of a text: numbers in figures and words, with comparator and unit."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from readout.knowledge.tables import table
from readout.model.records import Amount
from readout.model.vocabulary import Comparator
from readout.read.amounts.grammar import Grammar, Rule, bounded, first_word, read_rules, shorter
from readout.read.amounts.patterns import BLANKS
from readout.read.amounts.numerals import number_value, numerals

LONGEST = 160
"""Candidates with more code points than this are no amounts."""


class Value(NamedTuple):
    """What an expression says: `high` is the upper end of a range."""

    value: float
    high: float | None = None
    comparator: Comparator = "="
    unit: str | None = None
    currency: str | None = None


class Reading(NamedTuple):
    """A rule, and what it makes of the words; None where they say no amount."""

    rule: Rule
    value: Value | None


class AmountGrammar:
    """Rules, words and units of one language."""

    def __init__(self, language: str) -> None:
        self.language = language
        self.kinds = {row["id"]: row["kind"] for row in table("shared/units.tsv")}
        self.units = {_folded(row["form"]): row["unit"] for row in table(f"{language}/units.tsv")}
        words: dict[str, dict[str, str]] = {}
        for row in table(f"{language}/amount_words.tsv"):
            words.setdefault(row["slot"], {})[row["form"]] = row["value"]
        self.units |= {_folded(form): unit for form, unit in (words["unit"] | words["money-sign"]).items()}
        self.comparators = words["comparator"] | words["open-end"]
        forms = {slot: list(found) for slot, found in words.items()}
        forms["unit"] += [row["form"] for row in table(f"{language}/units.tsv")]
        forms["money-sign"] += [form for form in forms["unit"] if self._is_sign(form)]
        self.exact = frozenset(forms["unit"])
        self.grammar = Grammar(read_rules(f"{language}/rules/amounts.toml", forms, _numbers(language)))
        self.readings = lru_cache(maxsize=16384)(self._readings)

    def _is_sign(self, form: str) -> bool:
        """Is `form` a sign or an ISO code that may stand before the number?"""
        return self.kinds.get(self.units[_folded(form)]) == "money" and form == form.upper() and len(form) <= 3

    def _readings(self, piece: str) -> tuple[Reading, ...]:
        from readout.read.amounts.values import READERS

        return tuple(Reading(rule, READERS[rule.means](slots, self)) for rule, slots in self.grammar.readings(piece))

    def number(self, words: str) -> float | None:
        return number_value(words, self.language)

    def unit(self, words: str | None) -> str | None:
        """The unit id of a form; a capital where the table has none marks a name ("Đồng Nai")."""
        if words is None or (words[0].isupper() and words[1:].islower() and words not in self.exact):
            return None
        return self.units.get(_folded(words))

    def comparator(self, slots: Mapping[str, str]) -> Comparator:
        """The comparator that the words before or after the number say."""
        words = slots.get("open-end") or slots.get("comparator") or slots.get("comparator:2")
        sign = self.comparators.get(_folded(words), "=") if words else "="
        return sign if sign in ("<", "<=", ">", ">=", "~") else "="  # type: ignore[return-value]


def _folded(form: str) -> str:
    return " ".join(form.lower().split())


def _numbers(language: str) -> dict[str, str]:
    """The expressions for numbers. Of the words after figures as few as possible: "14.7km" is not 14.7 thousand metres."""
    known = numerals(language)
    figure = r"[0-9]+(?:[.,][0-9]+)*"
    mixed = f"(?:{figure}(?:{known.tail})??|,[0-9]+|{known.phrase})"
    return {
        "number": mixed,
        "minus-word": known.minus,
        "whole": "[0-9]+",
        "figures": f"(?:{figure}|,[0-9]+)(?:{BLANKS}*{known.later})*",
        "words": f"{known.any}(?:{BLANKS}+{known.any})*",
        "big-words": f"(?:{known.first}{BLANKS}+{known.big}|{known.ten})(?:{BLANKS}+(?:{known.any}|[0-9]+))*",
    }


@cache
def amount_grammar(language: str) -> AmountGrammar:
    """The grammar of `language`; raises FileNotFoundError where there are no rules for it."""
    return AmountGrammar(language)


class Found(NamedTuple):
    """An amount with its place and the rule that read it."""

    start: int
    end: int
    rule: Rule
    value: Value


def tag_amounts(text: str, taken: Sequence[tuple[int, int]] = (), language: str = "vi") -> tuple[Amount, ...]:
    """The amounts of `text`, in order, not overlapping each other nor the spans `taken` (dates); offsets are code points."""
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
        )
        for found in find_amounts(text, amount_grammar(language), taken)
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
        at = span[0] + len(piece[: end - start].encode("utf-8", "surrogatepass"))
        here = end


def _first_reading(text: str, start: int, end: int, grammar: AmountGrammar) -> tuple[Found | None, int]:
    """The longest stretch from `start` up to `end` that is an amount, and where the search goes on (0: unread)."""
    for stop in shorter(text, start, end):
        if not bounded(text, start, stop):
            continue
        for rule, value in grammar.readings(text[start:stop]):
            if value is None and rule.means != "nothing":
                continue
            if grammar.grammar.allowed(rule, text, start, stop):
                return (Found(start, stop, rule, value) if value else None), stop
    return None, 0
