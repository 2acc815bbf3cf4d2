"""Two calls of one pair on one day, told as two by one article."""

from itertools import permutations

import msgspec
import pytest

from readout.api import read
from readout.ledger import Ledger
from readout.model.records import Reading

TWICE = (
    "Sáng 18/8, Tổng thống Mỹ Donald Trump điện đàm với Tổng thống Nga Vladimir Putin trong 40 phút. "
    "Tối cùng ngày, hai nhà lãnh đạo có cuộc điện đàm thứ hai, kéo dài một giờ."
)
FIRST = "Ông Trump ngày 18/8 điện đàm với ông Putin về Ukraine."
ONCE = (
    "Sáng 18/8, Tổng thống Mỹ Donald Trump điện đàm với Tổng thống Nga Vladimir Putin trong 40 phút. "
    "Đây là cuộc điện đàm thứ hai của hai người trong năm nay."
)


def article(name: str, text: str) -> Reading:
    made = read(text, published="2025-08-19")
    return msgspec.structs.replace(made, article=msgspec.structs.replace(made.article, id=name))


@pytest.mark.parametrize("order", list(permutations(range(3))), ids=str)
def test_two_calls_of_a_day_are_two(ledger: Ledger, order: tuple[int, ...]) -> None:
    readings = [article("a", TWICE), article("b", FIRST), article("c", TWICE.replace("hai nhà lãnh đạo", "họ"))]
    for number in order:
        ledger.add(readings[number])
    calls = ledger.contacts()
    assert sorted((one.reports, one.duration.iso8601) for one in calls if one.duration) == [(1, "PT1H"), (3, "PT40M")]


def test_the_second_call_of_a_year_is_one(ledger: Ledger) -> None:
    ledger.add_all([article("a", ONCE), article("b", FIRST)])
    assert [one.reports for one in ledger.contacts()] == [2]
