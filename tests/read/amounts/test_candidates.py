"""Where the candidates of a text lie: each is found at its own place, whatever stands before it."""

import pytest

from readout.read.amounts.candidates import Candidates
from readout.read.amounts.words import amount_grammar


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("5 tấn gạo", [(0, "5 tấn")]),
        ("Lô K5 tấn công, lô sau 5 tấn gạo", [(23, "5 tấn")]),
        ("Kho 5 tấnx và 5 tấn", [(4, "5"), (14, "5 tấn")]),
        ("🇻🇳 mua 5 tấn gạo và 5 tấn muối", [(7, "5 tấn"), (20, "5 tấn")]),
        ("“5 tấn”, “5 tấn”", [(1, "5 tấn"), (10, "5 tấn")]),
        ("5%-5%", [(0, "5%-5%")]),
        ("Không có con số nào", []),
        ("", []),
    ],
)
def test_candidates_lie_where_they_stand_between_edges(text: str, expected: list[tuple[int, str]]) -> None:
    candidates = Candidates(text, amount_grammar("vi").grammar)
    found = []
    while candidates.advance():
        found.append((candidates.start, text[candidates.start : candidates.end]))
    assert found == expected


def test_a_candidate_read_in_part_leaves_its_rest() -> None:
    text = "từ 3 đến 5 tấn"
    candidates = Candidates(text, amount_grammar("vi").grammar)
    assert candidates.advance()
    candidates.read_up_to(candidates.start + len("từ 3"))
    assert candidates.advance()
    assert text[candidates.start : candidates.end].endswith("5 tấn")
