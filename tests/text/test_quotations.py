"""Quotations by their marks, also over several paragraphs; apostrophes and unclosed marks are none."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readout.text import compose
from readout.text.quotations import MARKS, quotations_of

CASES = [
    # text, what is quoted
    ("Ông gọi đây là “bước ngoặt”.", ["bước ngoặt"]),
    ('Ông gọi đây là "bước ngoặt".', ["bước ngoặt"]),
    ("Ông gọi đây là «bước ngoặt».", ["bước ngoặt"]),
    ("Ông gọi đây là „bước ngoặt“.", ["bước ngoặt"]),
    ("Ông gọi đây là ‘bước ngoặt’.", ["bước ngoặt"]),
    ("Ông gọi đây là 'bước ngoặt'.", ["bước ngoặt"]),
    ("Ông gọi đây là 「bước ngoặt」.", ["bước ngoặt"]),
    ("Ông gọi đây là 『bước ngoặt』.", ["bước ngoặt"]),
    ("Từ “hòa bình” đến “hợp tác”.", ["hòa bình", "hợp tác"]),
    ("Ông kể: “Bà ấy bảo ‘hãy đợi’ rồi đi”.", ["Bà ấy bảo ‘hãy đợi’ rồi đi"]),
    ("Ông kể: “Tờ báo «Le Monde» viết thế”.", ["Tờ báo «Le Monde» viết thế"]),
    ("“Chúng tôi sẽ trở lại”, ông nói, “khi mọi thứ sẵn sàng”.", ["Chúng tôi sẽ trở lại", "khi mọi thứ sẵn sàng"]),
    # over paragraphs: each new paragraph opens again, the last one closes
    ("“Đoạn một chưa hết.\n\n“Đoạn hai khép lại”, ông nói.", ["Đoạn một chưa hết.", "Đoạn hai khép lại"]),
    ("“Đoạn một.\n\n“Đoạn hai.\n\n“Đoạn ba”.", ["Đoạn một.", "Đoạn hai.", "Đoạn ba"]),
    # unclosed
    ("Ông nói “chúng tôi chờ.\n\nPhiên họp khép lại.", []),
    ('Ông nói: "Chúng tôi chờ.\n\nPhiên họp khép lại.', ["Chúng tôi chờ."]),
    ("Ông nói: “Chúng tôi chờ.", ["Chúng tôi chờ."]),
    ("Ông nói “chúng tôi chờ.\n\nBà gọi đó là “sai lầm”.", ["chúng tôi chờ.", "sai lầm"]),
    ('Màn hình 27" đặt ở cuối phòng.\n\nÔng nói "xin chào".', ["xin chào"]),
    # apostrophes
    ("Đoàn Cote d'Ivoire và Badr al-Busa'idi đến Sana'a.", []),
    ("Ông O’Brien gặp bà D’Souza.", []),
    ("Ông O'Brien nói 'được' rồi đi.", ["được"]),
    # nothing between the marks
    ('Chỉ có “” và "".', []),
    ("Không có dấu nào.", []),
    ("", []),
]

PIECES = st.sampled_from([*MARKS, *MARKS, "ông", "a", " ", " ", "\n", "\n\n", ".", ",", "Cote d'Ivoire", "İ", "🇻🇳"])
TEXTS = st.one_of(st.text(max_size=150), st.lists(PIECES, max_size=60).map("".join))


@pytest.mark.parametrize(("text", "quoted"), CASES)
def test_quoted_words(text: str, quoted: list[str]) -> None:
    assert [text[q.start : q.end] for q in quotations_of(text)] == quoted


def test_the_outer_offsets_hold_the_marks() -> None:
    text = "Ông nói “vâng”."
    (found,) = quotations_of(text)
    assert text[found.outer_start : found.outer_end] == "“vâng”"


def test_a_mark_that_is_never_closed_does_not_swallow_the_article() -> None:
    text = "Ông nói “chờ. " + "Tin tiếp theo dài thêm. " * 400 + "Bà nói “xong”."
    assert all(q.end - q.start < 7000 for q in quotations_of(text))


@given(TEXTS)
def test_quotations_are_valid_in_order_and_apart(raw: str) -> None:
    text = compose(None, raw)
    here = 0
    for found in quotations_of(text):
        assert here <= found.outer_start < found.start < found.end <= found.outer_end <= len(text)
        assert text[found.outer_start] in MARKS
        here = found.outer_end


@given(TEXTS)
def test_the_same_text_has_the_same_quotations(text: str) -> None:
    assert quotations_of(text) == quotations_of(text)
