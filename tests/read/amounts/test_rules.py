"""The rule file proves itself, and the pattern language says what is wrong with a pattern."""

import pytest

from readout.read.amounts import check_rules
from readout.read.amounts.patterns import PatternError, Slots, compile_pattern, number_range

SLOTS = Slots({"day": "[0-9]+", "month": "[0-9]+"}, {"date": "{day}/{month}"})


def test_amount_rules_hold() -> None:
    assert check_rules() == []


@pytest.mark.parametrize("pattern", ["[ngày {day}", "{week}", "{day", "ngày)", "ngày\\"])
def test_a_broken_pattern_is_refused(pattern: str) -> None:
    with pytest.raises(PatternError):
        compile_pattern(pattern, SLOTS)


def test_parts_hand_their_number_to_their_slots() -> None:
    assert compile_pattern("{date} {date:2}", SLOTS).slots == ("day", "month", "day:2", "month:2")


def test_a_range_of_numbers_takes_a_leading_zero() -> None:
    assert "0?[1-9]" in number_range(1, 12)
