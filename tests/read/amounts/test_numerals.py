"""Numbers in figures and words."""

import pytest

from readout.read.amounts.numerals import figure_value, number_value


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("hai mốt", 21),
        ("ba mươi lăm", 35),
        ("một trăm linh hai", 102),
        ("bốn trăm tư", 440),
        ("một nghìn không trăm linh năm", 1005),
        ("hai triệu rưỡi", 2_500_000),
        ("ba phẩy sáu triệu", 3_600_000),
        ("âm mười hai", -12),
        ("20 nghìn tỷ", 20e12),
        ("1,5 triệu", 1_500_000),
        ("năm nghìn năm", None),
        ("hội nghị", None),
        ("", None),
    ],
)
def test_number(words: str, value: float | None) -> None:
    assert number_value(words) == value


@pytest.mark.parametrize(
    ("figure", "value"),
    [("1.234,5", 1234.5), ("20.000", 20000), ("14.7", 14.7), ("5,2", 5.2), ("1,234,567", 1234567), ("1.10.30", None)],
)
def test_figure(figure: str, value: float | None) -> None:
    assert figure_value(figure) == value
