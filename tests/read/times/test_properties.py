"""Whatever the text is: offsets hold, nothing overlaps, the same text reads the same, values are valid EDTF."""

import re
from datetime import date
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from readout.read.times import infer_published, tag_times

_SAID = """
ngày tháng năm tuần quý hôm nay qua mai sáng tối đêm rạng thứ hai ba Hai tư Chủ nhật từ đến và trước sau tới này ngoái
cuối đầu giữa 4/2 4-2 24.11 30.10.2025 31/2 29/2 2026 1975 12 3 0 99 vài những giờ phút rưỡi lúc 15h30 10:45 thập niên
1990 thế kỷ 21 XXI mùa hè Tết Nguyên đán Lễ Tạ ơn Giáng sinh cách đây nữa cùng đó khoảng hơn nửa hằng mỗi
, . ( ) - – / 18 - 22.8 niên vụ 2025/26 quý III 9 tháng đầu kém TCN 9999 1000
"""
WORDS = [*_SAID.split(), "\n"]
TEXTS = st.one_of(st.text(max_size=80), st.lists(st.sampled_from(WORDS), max_size=25).map(" ".join))
DAYS = st.one_of(st.none(), st.dates())


def is_edtf(value: str) -> bool:
    """A date, month, year, decade, century or season of EDTF level 1, or a day of every year of level 2."""
    if re.fullmatch(r"\d{4}-\d\d-\d\d", value):
        return bool(date.fromisoformat(value))
    return bool(re.fullmatch(r"-?\d{4}|\d{3}X|\d\dXX|\d{4}-(0[1-9]|1[0-2]|2[1-4])|XXXX-\d\d-\d\d", value))


@given(TEXTS, DAYS)
@settings(max_examples=400, deadline=None)
def test_spans_hold_and_do_not_overlap(text: str, published: date | None) -> None:
    found = tag_times(text, published)
    assert all(text[t.start : t.end] == t.text for t in found)
    assert all(a.end <= b.start for a, b in pairwise(found))
    assert found == tag_times(text, published)


@given(TEXTS, DAYS)
@settings(max_examples=300, deadline=None)
def test_values_are_edtf(text: str, published: date | None) -> None:
    for time in tag_times(text, published):
        if time.edtf is not None and time.type != "TIME":
            assert all(is_edtf(part) for part in time.edtf.split("/")), time.edtf
            assert time.edtf.count("/") <= 1


@given(TEXTS)
@settings(max_examples=200, deadline=None)
def test_inferring_never_raises(text: str) -> None:
    assert infer_published(text) == infer_published(text)
