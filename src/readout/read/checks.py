"""Do the rules read their examples? Every pattern must match each `yes` and none of its `no`."""

from collections.abc import Iterator
from typing import Any

from readout.knowledge.tables import rules
from readout.model.records import Article
from readout.read import amounts, times
from readout.read.analysis import analyse
from readout.read.mentions import Mention
from readout.read.reading import read_article

PUBLISHED = "2026-02-05"
"""The day on which the examples are read."""
ABROAD = "\n\nPháp, Đức."
"""Makes a stretch of text an article that speaks of abroad; others are not read for actors."""


def check_rules(language: str = "vi") -> list[str]:
    """One line per rule without examples and per example that fails."""
    problems = [*times.check_rules(), *amounts.check_rules()]
    told = ("statements", "silences", "commitments")
    for name, check in (
        ("actors", _check_actor),
        ("contacts", _check_contact),
        *((name, _check_told) for name in told),
    ):
        for rule in rules(f"{language}/rules/{name}.toml"):
            if not rule.get("yes") or not rule.get("no"):
                problems.append(f"{rule['id']}: needs examples that match and one that does not")
            problems.extend(f"{rule['id']}: {problem}" for problem in check(rule))
    return problems


def _example(text: str) -> Article:
    return Article(id="example", published=PUBLISHED, published_basis="given", text=text)


def _check_actor(rule: dict[str, Any]) -> Iterator[str]:
    """A `yes` marks in brackets the words that the rule must read as one actor (with a slot `other`: as none)."""
    for example in rule.get("yes", ()):
        start, end = example.index("["), example.index("]") - 1
        mentions = _mentions(example.replace("[", "").replace("]", ""))
        if ":other}" in rule["pattern"]:
            if any(start < m_end and m_start < end for m_start, m_end, _ in mentions):
                yield f"reads an actor in {example!r}"
        elif (start, end, rule["id"]) not in mentions:
            yield f"does not read {example!r}"
    for example in rule.get("no", ()):
        if any(found == rule["id"] for _, _, found in _mentions(example)):
            yield f"reads {example!r}"


def _mentions(text: str) -> set[tuple[int, int, str]]:
    return {
        (mention.start, mention.end, mention.rule)
        for view in analyse(_example(text + ABROAD)).views
        for token in view.tokens
        if isinstance(token.record, Mention)
        for mention in (token.record, *token.record.members)
        if mention.end <= len(text)
    }


def _check_contact(rule: dict[str, Any]) -> Iterator[str]:
    """A `yes` names behind `->` the sides of a contact that the rule must read; a `no` must give no contact."""
    for example in rule.get("yes", ()):
        text, _, sides = example.partition(" -> ")
        contacts = read_article(_example(text)).contacts
        wanted = set(sides.split())
        if not any(
            {p.country for p in c.participants} == wanted and any(e.rule == rule["id"] for e in c.evidence)
            for c in contacts
        ):
            read = [
                (sorted({p.country or "?" for p in c.participants}), [e.rule for e in c.evidence]) for c in contacts
            ]
            yield f"does not read {text!r} as {sides}, but {read}"
    for example in rule.get("no", ()):
        if read_article(_example(example)).contacts:
            yield f"reads a contact in {example!r}"


def _check_told(rule: dict[str, Any]) -> Iterator[str]:
    """A `yes` must be read by this rule (what stands behind `->` is for the tests), a `no` must not."""
    for example in rule.get("yes", ()):
        if rule["id"] not in _rules_told(example.partition(" -> ")[0]):
            yield f"does not read {example!r}"
    for example in rule.get("no", ()):
        if rule["id"] in _rules_told(example):
            yield f"reads {example!r}"


def _rules_told(text: str) -> set[str]:
    reading = read_article(_example(text + ABROAD))
    evidence = [record.evidence for record in reading.statements]
    evidence += [record.evidence for record in reading.silences]
    evidence += [record.evidence for record in reading.commitments]
    return {one.rule for found in evidence for one in found}
