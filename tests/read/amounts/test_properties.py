"""Whatever the text is: offsets hold, nothing overlaps, dates stay free, the same text reads the same."""

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from readout.read.amounts import tag_amounts
from readout.read.amounts.numerals import number_value

_SAID = """
một hai ba mười mươi trăm nghìn triệu tỷ rưỡi phẩy linh lẻ không âm từ đến hơn gần khoảng ít nhất 20 1,5 3.000 2/3 5-7
0 1.10.30 $ USD đồng tấn % người máy bay chiếc trở lên và - – / , . ( ) k tr phần giữa 14.7km VND1000 xu 99999999999
"""
WORDS = [*_SAID.split(), "\n"]
TEXTS = st.one_of(st.text(max_size=80), st.lists(st.sampled_from(WORDS), max_size=25).map(" ".join))
SPANS = st.lists(st.tuples(st.integers(0, 100), st.integers(0, 100)), max_size=3)


@given(TEXTS, SPANS)
@settings(max_examples=400, deadline=None)
def test_spans_hold_and_keep_out_of_dates(text: str, taken: list[tuple[int, int]]) -> None:
    found = tag_amounts(text, taken)
    assert all(text[a.start : a.end] == a.text for a in found)
    assert all(a.end <= b.start for a, b in pairwise(found))
    assert all(a.end <= start or end <= a.start for a in found for start, end in taken if start < end)
    assert found == tag_amounts(text, taken)


@given(TEXTS)
@settings(max_examples=300, deadline=None)
def test_numbers_never_raise(text: str) -> None:
    number_value(text)
