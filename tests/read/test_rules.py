"""Every rule reads its own examples."""

from readout.knowledge.tables import rule_files, rules
from readout.read.checks import check_rules


def test_every_rule_reads_its_examples_and_nothing_else() -> None:
    assert check_rules() == []


def test_every_rule_has_examples() -> None:
    assert [rule["id"] for path in rule_files("vi") for rule in rules(path) if not rule.get("yes")] == []
