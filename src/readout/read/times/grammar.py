"""The time rules of a language, compiled once: which words, which rules, which cues for past and future."""

from collections.abc import Mapping
from functools import cache, lru_cache
from typing import Any, NamedTuple

from readout.knowledge.tables import columns, table
from readout.read.amounts.grammar import Grammar, Rule, read_rules
from readout.read.amounts.numerals import number_value, numerals


class Reading(NamedTuple):
    """A rule and the values of its slots."""

    rule: Rule
    slots: Mapping[str, Any]


class TimeGrammar:
    """Rules, words and cues of one language."""

    def __init__(self, language: str) -> None:
        self.language = language
        words = _words(language)
        self._values = {slot: {form.lower(): value for form, value in forms.items()} for slot, forms in words.items()}
        forms = {slot: list(found) for slot, found in words.items()}
        phrases = {"count": numerals(language).counting}
        self.grammar = Grammar(read_rules(f"{language}/rules/times.toml", forms, phrases))
        self.readings = lru_cache(maxsize=16384)(self._readings)
        rows = table(f"{language}/time_cues.tsv")
        leans = {"future": 1, "past": -1}
        self.cues = tuple((row["form"], leans[row["lean"]]) for row in rows if row["lean"] in leans)
        self.ends = tuple(row["form"] for row in rows if row["lean"] == "end")
        self.limits = self.ends + tuple(row["form"] for row in rows if row["lean"] == "limit")

    def _readings(self, piece: str) -> tuple[Reading, ...]:
        """The rules that cover `piece` from end to end, slots read as values."""
        return tuple(
            Reading(rule, {**rule.given, **{slot: self._value(slot, words) for slot, words in found.items()}})
            for rule, found in self.grammar.readings(piece)
        )

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
def time_grammar(language: str) -> TimeGrammar:
    """The grammar of `language`; raises FileNotFoundError where there are no rules for it."""
    return TimeGrammar(language)
