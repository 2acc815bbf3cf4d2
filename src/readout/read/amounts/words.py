"""The amount rules of a language, compiled once: numbers, comparators, units."""

from collections.abc import Mapping
from functools import cache
from typing import Final

from mypy_extensions import mypyc_attr

from readout.knowledge.tables import columns, table
from readout.model.vocabulary import Comparator
from readout.read.amounts.first_texts import ByText
from readout.read.amounts.grammar import Grammar, Rule, read_rules
from readout.read.amounts.numerals import number_value, numerals
from readout.read.amounts.patterns import BLANKS, Standing, anywhere

NEARLY: Final = "nearly"
"""The note of a comparator that says how close the number is."""


@mypyc_attr(acyclic=True)
class Value:
    """What an expression says; never changed. `high` is the upper end of a range."""

    def __init__(
        self,
        value: float,
        high: float | None = None,
        comparator: Comparator = "=",
        unit: str | None = None,
        currency: str | None = None,
    ) -> None:
        self.value, self.high, self.comparator, self.unit, self.currency = value, high, comparator, unit, currency


@mypyc_attr(acyclic=True)
class Reading:
    """A rule, and what it makes of the words; None where they say no amount. Never changed."""

    def __init__(self, rule: Rule, value: Value | None) -> None:
        self.rule, self.value = rule, value


class AmountGrammar:
    """Rules, words and units of one language; of its rules only what the words that may stand in a text need."""

    def __init__(self, language: str, stands: Standing = anywhere) -> None:
        self.language = language
        self.kinds = {row["id"]: row["kind"] for row in table("shared/units.tsv")}
        units = columns(f"{language}/units.tsv", "form", "unit")
        self.units = {_folded(form): unit for form, unit in units}
        rows = columns(f"{language}/amount_words.tsv", "slot", "form", "value", "note")
        words: dict[str, dict[str, str]] = {}
        for slot, form, value, _ in rows:
            words.setdefault(slot, {})[form] = value
        self.units |= {_folded(form): unit for form, unit in (words["unit"] | words["money-sign"]).items()}
        self.comparators = words["comparator"] | words["open-end"]
        self._nearly = tuple([f"{form} " for _, form, _, note in rows if note == NEARLY])
        forms = {slot: list(found) for slot, found in words.items()}
        forms["unit"] += [form for form, _ in units]
        forms["money-sign"] += [form for form in forms["unit"] if self._is_sign(form)]
        self.exact = frozenset(forms["unit"])
        self.grammar = Grammar(read_rules(f"{language}/rules/amounts.toml", forms, _numbers(language, stands), stands))
        self.remembered: dict[str, list[Reading]] = {}
        """Words → what they were read as, by each rule that covers them."""

    def _is_sign(self, form: str) -> bool:
        """Is `form` a sign or an ISO code that may stand before the number?"""
        return self.kinds.get(self.units[_folded(form)]) == "money" and form == form.upper() and len(form) <= 3

    def number(self, words: str) -> float | None:
        return number_value(words, self.language)

    def unit(self, words: str | None) -> str | None:
        """The unit id of a form; a capital where the table has none marks a name ("Đồng Nai")."""
        if words is None or (words[0].isupper() and words[1:].islower() and words not in self.exact):
            return None
        return self.units.get(_folded(words))

    def says_nearly(self, words: str) -> bool:
        """The number is almost reached ("gần 2 triệu"), not only the upper end ("dưới 2 triệu")."""
        return words.lower().startswith(self._nearly)

    def comparator(self, slots: Mapping[str, str]) -> Comparator:
        """The comparator that the words before or after the number say."""
        words = slots.get("open-end") or slots.get("comparator") or slots.get("comparator:2")
        sign = self.comparators.get(_folded(words), "=") if words else "="
        return sign if sign in ("<", "<=", ">", ">=", "~") else "="  # type: ignore[return-value]


def _folded(form: str) -> str:
    return " ".join(form.lower().split())


def _numbers(language: str, stands: Standing) -> dict[str, str]:
    """The expressions for numbers. Of the words after figures as few as possible: "14.7km" is not 14,700 metres."""
    known = numerals(language, stands)
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
def _by_text(language: str) -> ByText[AmountGrammar]:
    return ByText(lambda stands: AmountGrammar(language, stands))


def amount_grammar(language: str, text: str | None = None) -> AmountGrammar:
    """The grammar of `language`, or one that reads the same in `text`; raises FileNotFoundError without rules."""
    known = _by_text(language)
    return known.every() if text is None else known.rules(text)
