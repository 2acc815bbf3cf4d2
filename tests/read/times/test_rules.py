"""The rule file proves itself: every rule reads its examples and none of its counter-examples."""

from readout.read.times import check_rules


def test_time_rules_hold() -> None:
    assert check_rules() == []
