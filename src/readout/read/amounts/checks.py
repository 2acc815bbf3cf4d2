"""Proving the amount rules: every rule reads its own examples and none of its counter-examples."""

from readout.read.amounts.grammar import Rule
from readout.read.amounts.tagger import find_amounts
from readout.read.amounts.values import READERS
from readout.read.amounts.words import AmountGrammar, amount_grammar


def check_rules(language: str = "vi") -> list[str]:
    """What is wrong with the amount rules of `language`; empty where all is well."""
    grammar = amount_grammar(language)
    ids = [rule.id for rule in grammar.grammar.rules]
    problems = [f"{name}: twice" for name in sorted(set(ids)) if ids.count(name) > 1]
    for rule in grammar.grammar.rules:
        problems += _check(rule, grammar)
    return problems


def _check(rule: Rule, grammar: AmountGrammar) -> list[str]:
    if rule.means not in READERS:
        return [f"{rule.id}: unknown meaning {rule.means!r}"]
    problems = []
    if len(rule.yes) < 2 or not rule.no:
        problems.append(f"{rule.id}: needs two examples that match and one that does not")
    problems += [f"{rule.id}: does not read {text!r}" for text in rule.yes if not _reads(rule, text, grammar)]
    problems += [f"{rule.id}: reads {text!r}" for text in rule.no if _reads(rule, text, grammar)]
    return problems


def _reads(rule: Rule, text: str, grammar: AmountGrammar) -> bool:
    """Does `rule` itself read something in `text`?"""
    if rule.means == "nothing":
        return any(found is rule for found, _ in grammar.grammar.readings(text))
    return any(found.rule is rule for found in find_amounts(text, grammar))
