"""What the values of shared options may be."""

import pytest
import typer

from readout.cli.options import code_of, first_day, last_day, pair_of


@pytest.mark.parametrize("value", ["US-CN", "us-cn", "US–CN", "US,CN", " US CN "])
def test_a_pair_may_be_written_in_several_ways(value: str) -> None:
    assert pair_of(value) == ("US", "CN")


@pytest.mark.parametrize("value", ["US", "US-CN-RU", "US-US", "", "-", "U-C", "Mỹ-Nga", "US-QQX9!"])
def test_what_is_not_a_pair_is_wrong_usage(value: str) -> None:
    with pytest.raises(typer.BadParameter):
        pair_of(value)


@pytest.mark.parametrize(("value", "code"), [("vn", "VN"), ("UK", "GB"), ("NATO", "NATO"), ("EU", "EU")])
def test_codes(value: str, code: str) -> None:
    assert code_of(value) == code


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        ("2026-02-04", "2026-02-04", "2026-02-04"),
        ("2026-02", "2026-02-01", "2026-02-28"),
        ("2024", "2024-01-01", "2024-12-31"),
        (None, None, None),
    ],
)
def test_a_month_or_a_year_means_all_its_days(value: str | None, first: str | None, last: str | None) -> None:
    assert (first_day(value), last_day(value)) == (first, last)


@pytest.mark.parametrize("value", ["yesterday", "2026-13", "2026-02-30", "0000", "4/2/2026", ""])
def test_what_is_not_a_date_is_wrong_usage(value: str) -> None:
    with pytest.raises(typer.BadParameter):
        first_day(value)
