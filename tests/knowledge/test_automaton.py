"""The search for many forms: the same in a text of bytes as in one of characters."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readout.knowledge.automaton import MOST, Automaton

MANY = [chr(0x4E00 + code) for code in range(MOST + 1)]
"""More characters than there are bytes."""


@pytest.mark.parametrize(
    ("forms", "text", "found"),
    [
        (["gặp", "cuộc gặp", "gặp gỡ"], "cuộc gặp gỡ, gặp", [(1, 0, 8), (0, 13, 16)]),  # leftmost before longest
        (["hội đàm", "hội"], "hội đàm ở 東京: hội", [(0, 0, 7), (1, 14, 17)]),  # characters that no form has
        (["hội"], "\0 😀 hội \ud800", [(0, 4, 7)]),
        (["gì?", "gì"], "東 gì? gì", [(0, 2, 5), (1, 6, 8)]),  # the character that stands for all others
        (["a\0b"], "a\0b", [(0, 0, 3)]),
        (["😀 hội"], "x 😀 hội", [(0, 2, 7)]),
        ([*MANY, "hội"], "hội ? " + MANY[-1], [(MOST + 1, 0, 3), (MOST, 6, 7)]),
        ([], "hội", []),
    ],
)
def test_forms_and_offsets(forms: list[str], text: str, found: list[tuple[int, int, int]]) -> None:
    assert Automaton(forms).matches(text) == found


@given(st.lists(st.text("aăâ ?đ", min_size=1, max_size=4), max_size=6, unique=True), st.text("aăâ ?đ東", max_size=30))
def test_each_match_is_the_longest_of_its_form(forms: list[str], text: str) -> None:
    behind = 0
    for index, start, end in Automaton(forms).matches(text):
        assert text[start:end] == forms[index]
        assert not any(text.startswith(form, at) for form in forms for at in range(behind, start))
        assert not any(text.startswith(form, start) for form in forms if len(form) > end - start)
        behind = end
    assert not any(text.startswith(form, at) for form in forms for at in range(behind, len(text)))
