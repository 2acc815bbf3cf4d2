"""The first texts get rules of their own, which read the same as those of all words."""

from datetime import date
from pathlib import Path

import pytest

from readout.api import samples
from readout.collect import articles_from
from readout.model.records import Article
from readout.read.amounts.first_texts import FIRST_TEXTS, SHORT_TEXT, ByText
from readout.read.amounts.patterns import Standing, standing_in
from readout.read.amounts.tagger import Found as AmountFound
from readout.read.amounts.tagger import find_amounts
from readout.read.amounts.words import AmountGrammar, amount_grammar
from readout.read.times.grammar import TimeGrammar, time_grammar
from readout.read.times.tagger import Found as TimeFound
from readout.read.times.tagger import find_times

ARTICLES = [one.text for one in articles_from([Path(samples())]) if isinstance(one, Article)]
WRITTEN = [
    "CHIỀU\u00a0 HÔM QUA, hai bên ký hợp đồng trị giá hai  tỷ\u202fUSD; trước  Tết sẽ giao 12 TRIỆU TẤN",
    "Một ngày nọ.",
    "",
]
DAY = date(2026, 2, 5)


@pytest.mark.parametrize("text", [*ARTICLES[::5], *WRITTEN])
def test_rules_for_the_words_of_a_text_read_it_as_all_rules_do(text: str) -> None:
    stands = standing_in(text)
    times, every_time = TimeGrammar("vi", stands), time_grammar("vi")
    found = find_times(text, DAY, times)
    assert [_time(one) for one in found] == [_time(one) for one in find_times(text, DAY, every_time)]
    amounts, every_amount = AmountGrammar("vi", stands), amount_grammar("vi")
    counted = find_amounts(text, amounts)
    assert [_amount(one) for one in counted] == [_amount(one) for one in find_amounts(text, every_amount)]


def _time(found: TimeFound) -> tuple[object, ...]:
    value = found.value
    return found.start, found.end, found.rule.id, value.type, value.edtf, value.iso8601, value.grain, value.basis


def _amount(found: AmountFound) -> tuple[object, ...]:
    value = found.value
    return found.start, found.end, found.rule.id, value.value, value.high, value.comparator, value.unit, value.currency


def test_only_the_first_short_texts_get_rules_of_their_own() -> None:
    made: list[bool] = []

    def make(stands: Standing) -> int:
        made.append(stands("a word that stands nowhere"))
        return len(made)

    rules = ByText(make)
    first = [rules.rules(f"text {n}") for n in (*range(FIRST_TEXTS), FIRST_TEXTS - 1)]
    assert first == [*range(1, FIRST_TEXTS + 1), FIRST_TEXTS]  # the last one was asked for again
    assert rules.rules("one more") == rules.rules("text 0") == rules.every() == FIRST_TEXTS + 1
    assert made == [False] * FIRST_TEXTS + [True]


def test_a_long_text_has_rules_of_all_words() -> None:
    assert ByText(lambda stands: stands("tấn")).rules("x" * (SHORT_TEXT + 1))
