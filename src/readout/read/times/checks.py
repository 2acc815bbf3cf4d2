"""Proving the time rules: every rule reads its own examples and none of its counter-examples."""

from datetime import date
from typing import Final

from readout.read.amounts.grammar import Rule
from readout.read.times.grammar import TimeGrammar, time_grammar
from readout.read.times.meanings import READERS, WORDS_ALONE
from readout.read.times.tagger import find_times, merged

_CLOCK: Final = date(2026, 2, 5)
"""The publication date that the examples are read with."""


def check_rules(language: str = "vi") -> list[str]:
    """What is wrong with the time rules of `language`; empty where all is well."""
    grammar = time_grammar(language)
    problems = [f"{rule.id}: twice" for rule in grammar.grammar.rules if _count(grammar, rule.id) > 1]
    for rule in grammar.grammar.rules:
        problems += _check(rule, grammar)
    return problems


def _count(grammar: TimeGrammar, rule_id: str) -> int:
    return sum(rule.id == rule_id for rule in grammar.grammar.rules)


def _check(rule: Rule, grammar: TimeGrammar) -> list[str]:
    problems = []
    if rule.means not in READERS and rule.means not in WORDS_ALONE:
        problems.append(f"{rule.id}: unknown meaning {rule.means!r}")
    if len(rule.yes) < 2 or not rule.no:
        problems.append(f"{rule.id}: needs two examples that match and one that does not")
    problems += [f"{rule.id}: does not read {text!r}" for text in rule.yes if not _reads(rule, text, grammar, True)]
    problems += [f"{rule.id}: reads {text!r}" for text in rule.no if _reads(rule, text, grammar)]
    return problems


def _reads(rule: Rule, text: str, grammar: TimeGrammar, whole: bool = False) -> bool:
    """Does `rule` itself read something in `text`, and all of it where it asks for no neighbours?"""
    found = find_times(text, _CLOCK, grammar)
    read = [item for item in [*found, *merged(text, found)] if item.rule.id == rule.id]
    if not whole or rule.after or rule.before:
        return bool(read)
    return any(item.end == len(text) or not text[item.end].isspace() for item in read)
