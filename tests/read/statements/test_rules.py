"""Every statement rule reads its examples and nothing from its counter-examples."""

import pytest

from readout.knowledge.tables import rules
from readout.model.records import Article, Reading
from readout.read.reading import read_article

RULES = rules("vi/rules/statements.toml")


def read(text: str) -> Reading:
    return read_article(Article(id="x", published="2026-02-05", text=text))


@pytest.mark.parametrize(("rule", "example"), [(r["id"], e) for r in RULES for e in r["yes"]])
def test_rule_reads_its_examples(rule: str, example: str) -> None:
    text, _, expected = example.partition(" -> ")
    speaker, words = expected.split(" | ")
    found = [s for s in read(text).statements if s.evidence[0].rule == rule]
    assert [(s.speaker.name or s.speaker.organisation, s.content.text) for s in found] == [(speaker, words)]


@pytest.mark.parametrize(("rule", "text"), [(r["id"], t) for r in RULES for t in r["no"]])
def test_rule_reads_nothing_from_counter_examples(rule: str, text: str) -> None:
    assert read(text).statements == ()
