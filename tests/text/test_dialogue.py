"""Turns of a dialogue: paragraphs that begin with a dash."""

from readout.text.dialogue import turns_of

TEXT = "Ông trả lời báo giới.\n– Nga đợi gì?\n– Chúng tôi đợi Mỹ.\n\n- Một việc khác.\nHết - hay chưa?\n-5 độ ở Moskva."


def test_turns_with_their_words() -> None:
    found = [(TEXT[one.start : one.end], one.asks, one.answers) for one in turns_of(TEXT)]
    assert found == [
        ("Nga đợi gì?", True, False),
        ("Chúng tôi đợi Mỹ.", False, True),
        ("Một việc khác.", False, False),
    ]
    assert [TEXT[one.mark] for one in turns_of(TEXT)] == ["–", "–", "-"]


def test_no_turn_without_a_dash_in_front() -> None:
    assert turns_of("Mỹ - Trung đàm phán – lần thứ hai.") == []
