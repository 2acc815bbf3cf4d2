"""The time rules of a language, compiled once: which words, which rules, which cues for past and future."""

from functools import cache
from typing import Final

from mypy_extensions import mypyc_attr

from readout.knowledge.tables import columns, table
from readout.read.amounts.first_texts import ByText
from readout.read.amounts.grammar import Grammar, Rule, read_rules
from readout.read.amounts.numerals import number_value, numerals
from readout.read.amounts.patterns import Standing, anywhere
from readout.read.times.context import Cues, Edges
from readout.read.times.meanings import READERS, WORDS_ALONE
from readout.read.times.values import Slots, Surroundings, Value

_REMEMBERED: Final = 16384
"""So many expressions are remembered with the rules that cover them."""


@mypyc_attr(acyclic=True)
class Reading:
    """A rule that covers an expression, and the values of its slots; never changed."""

    def __init__(self, rule: Rule, slots: Slots) -> None:
        self.rule = rule
        alone = WORDS_ALONE.get(rule.means)
        self._reader = READERS[rule.means] if alone is None else None
        self._slots = slots
        self._value = alone(slots) if alone is not None else None

    def value(self, at: Surroundings) -> Value | None:
        """What the expression says there; None where it says nothing."""
        return self._value if self._reader is None else self._reader(self._slots, at)


class TimeGrammar:
    """Rules, words and cues of one language; of its rules only what the words that may stand in a text need."""

    def __init__(self, language: str, stands: Standing = anywhere) -> None:
        self.language = language
        words = _words(language)
        self._values = {slot: {form.lower(): value for form, value in forms.items()} for slot, forms in words.items()}
        forms = {slot: list(found) for slot, found in words.items()}
        phrases = {"count": numerals(language, stands).counting}
        self.grammar = Grammar(read_rules(f"{language}/rules/times.toml", forms, phrases, stands))
        self._remembered: dict[str, list[Reading]] = {}
        rows = table(f"{language}/time_cues.tsv")
        leans = {"future": 1, "past": -1}
        self.cues: Cues = tuple((row["form"], leans[row["lean"]]) for row in rows if row["lean"] in leans)
        ends = [row["form"] for row in rows if row["lean"] == "end"]
        self.ends = Edges(ends)
        self.limits = Edges(ends + [row["form"] for row in rows if row["lean"] == "limit"])

    def readings(self, piece: str) -> list[Reading]:
        """The rules that cover `piece` from end to end, slots read as values."""
        found = self._remembered.get(piece)
        if found is None:
            if len(self._remembered) >= _REMEMBERED:
                self._remembered.clear()
            found = self._remembered[piece] = [
                Reading(rule, {**rule.given, **{slot: self._value(slot, words) for slot, words in slots.items()}})
                for rule, slots in self.grammar.readings(piece)
            ]
        return found

    def _value(self, slot: str, words: str) -> int | float | str | None:
        """What `words` say in `slot`: a number in figures or words, or the value of the word table."""
        if words.isdecimal():
            return int(words)
        name = slot.partition(":")[0]
        if name == "count":
            return number_value(words, self.language)
        value = self._values.get(name, {}).get(" ".join(words.lower().split()))
        return int(value) if value is not None and value.lstrip("-").isdecimal() else value


def _words(language: str) -> dict[str, dict[str, str]]:
    """Slot → form → value."""
    found: dict[str, dict[str, str]] = {}
    for slot, form, value in columns(f"{language}/time_words.tsv", "slot", "form", "value"):
        found.setdefault(slot, {})[form] = value
    found["holiday"] = {row["form"]: row["date"] for row in table(f"{language}/time_holidays.tsv")}
    return found


@cache
def _by_text(language: str) -> ByText[TimeGrammar]:
    return ByText(lambda stands: TimeGrammar(language, stands))


def time_grammar(language: str, text: str | None = None) -> TimeGrammar:
    """The grammar of `language`, or one that reads the same in `text`; raises FileNotFoundError without rules."""
    known = _by_text(language)
    return known.every() if text is None else known.rules(text)
