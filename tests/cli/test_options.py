"""What the values of shared options may be, and where the ledger is named."""

from collections.abc import Callable
from pathlib import Path

import pytest
import typer
from typer.testing import Result

from readout.cli.values import code_of, first_day, last_day, pair_of

Run = Callable[..., Result]


@pytest.mark.parametrize("value", ["US-CN", "us-cn", "US–CN", "US,CN", " US CN "])
def test_a_pair_may_be_written_in_several_ways(value: str) -> None:
    assert pair_of(value) == ("US", "CN")


@pytest.mark.parametrize("value", ["AFRICAN-UNION-US", "AFRICAN-UNION,US", "african-union us"])
def test_an_organisation_may_have_a_hyphen(value: str) -> None:
    assert pair_of(value) == ("AFRICAN-UNION", "US")


@pytest.mark.parametrize(
    ("value", "told"),
    [
        ("US", "is not a pair"), ("US-CN-RU", "is not a pair"), ("", "is not a pair"), ("-", "is not a pair"),
        ("US-US", "names one side twice"), ("UK-GB", "names one side twice"), ("U-C", "'U' is not a country code"),
        ("ZZ-US", "'ZZ' is not a country code"), ("Mỹ-Nga", "is not a country code"), ("US-QQX9!", "'QQX9!' is not"),
        ("US-ABCD", "'ABCD' is not"),
    ],
)  # fmt: skip
def test_what_is_not_a_pair_is_wrong_usage(value: str, told: str) -> None:
    with pytest.raises(typer.BadParameter) as caught:
        pair_of(value)
    assert told in str(caught.value)


@pytest.mark.parametrize(
    ("value", "code"), [("vn", "VN"), ("UK", "GB"), ("NATO", "NATO"), ("EU", "EU"), ("opec+", "OPEC+")]
)
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


@pytest.mark.parametrize("order", [["--ledger", "PLACE", "contacts"], ["contacts", "--ledger", "PLACE"]])
def test_the_ledger_may_be_named_before_or_behind_the_command(
    run: Run, filled: Path, monkeypatch: pytest.MonkeyPatch, order: list[str]
) -> None:
    monkeypatch.setenv("READOUT_LEDGER", str(filled.with_name("nowhere.sqlite")))
    assert "1 contact" in run(*(str(filled) if word == "PLACE" else word for word in order)).stdout


def test_the_ledger_behind_the_command_counts(run: Run, filled: Path) -> None:
    elsewhere = filled.with_name("elsewhere.sqlite")
    assert "1 contact" in run("--ledger", elsewhere, "contacts", "--ledger", filled).stdout
    assert str(elsewhere) in run("--ledger", elsewhere, "contacts").stderr
