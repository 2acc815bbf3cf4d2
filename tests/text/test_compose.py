"""The stored text: NFC, one kind of line end, the title as first paragraph, nothing that UTF-8 cannot hold."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readout.text import compose

ANY = st.text(st.characters(codec=None), max_size=200)
"""Arbitrary code points, lone surrogates among them."""

COMPOSED = [
    # title, body, stored
    (None, "Hai bên hội đàm.", "Hai bên hội đàm."),
    ("", "Hai bên hội đàm.", "Hai bên hội đàm."),
    ("  \n ", "Hai bên hội đàm.", "Hai bên hội đàm."),
    ("Hội đàm tại Huế", "Hai bên ngồi lại.", "Hội đàm tại Huế\n\nHai bên ngồi lại."),
    ("  Hội đàm tại Huế \n", "Hai bên ngồi lại.", "Hội đàm tại Huế\n\nHai bên ngồi lại."),
    ("Chỉ có đầu đề", "", "Chỉ có đầu đề\n\n"),
    (None, "một\r\nhai\rba\nbốn", "một\nhai\nba\nbốn"),
    (None, "một\u2028hai\u2029ba", "một\nhai\n\nba"),
    (None, "một\x0bhai\x0cba\x85bốn", "một\nhai\n\nba\nbốn"),
    (None, unicodedata.normalize("NFD", "Thủ tướng thăm Huế"), "Thủ tướng thăm Huế"),
    (unicodedata.normalize("NFD", "Điện đàm"), "Ổn.", "Điện đàm\n\nỔn."),
    (None, "lỗi \ud83d mã", "lỗi \ufffd mã"),
    (None, "lỗi \udc00\ud800 mã", "lỗi \ufffd\ufffd mã"),
    (None, "cờ 🇻🇳 và 😀", "cờ 🇻🇳 và 😀"),
]


@pytest.mark.parametrize(("title", "body", "stored"), COMPOSED)
def test_stored_text(title: str | None, body: str, stored: str) -> None:
    assert compose(title, body) == stored


@given(ANY, ANY)
def test_every_text_becomes_one_that_can_be_stored(title: str, body: str) -> None:
    stored = compose(title, body)
    assert stored.encode("utf-8").decode("utf-8") == stored
    assert unicodedata.is_normalized("NFC", stored)
    assert not set(stored) & set("\r\u2028\u2029\x0b\x0c\x85")


@given(ANY)
def test_composing_again_changes_nothing(body: str) -> None:
    once = compose(None, body)
    assert compose(None, once) == once


@given(ANY, ANY)
def test_the_title_is_the_beginning_and_an_empty_line_follows(title: str, body: str) -> None:
    stored = compose(title, body)
    if compose(None, title.strip()).strip():
        assert "\n\n" in stored
        assert stored.endswith(compose(None, body))


def test_decomposed_and_composed_letters_are_one_text() -> None:
    words = "Tổng Bí thư Tô Lâm hội đàm với Thủ tướng Ý"
    assert compose(None, unicodedata.normalize("NFD", words)) == compose(None, words)
