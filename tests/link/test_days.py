"""EDTF as days: the interval that a stated date allows."""

import pytest

from readout.link.days import day_of, interval_of, iso_day

CASES = [
    ("2026-02-04", None, "2026-02-04", "2026-02-04"),
    ("2026-02-04T20:30:00+07:00", None, "2026-02-04", "2026-02-04"),
    ("2026-02-04~", None, "2026-02-04", "2026-02-04"),
    ("2026-02", None, "2026-02-01", "2026-02-28"),
    ("2025-10", "late", "2025-10-21", "2025-10-31"),
    ("2025", None, "2025-01-01", "2025-12-31"),
    ("2025", "late", "2025-09-01", "2025-12-31"),
    ("2025", "early", "2025-01-01", "2025-05-02"),
    ("202X", None, "2020-01-01", "2029-12-31"),
    ("2025-24", None, "2025-12-01", "2026-02-28"),
    ("2025-36", None, "2025-10-01", "2025-12-31"),
    ("2026-05-13/2026-05-15", None, "2026-05-13", "2026-05-15"),
    ("2026-02-04/..", None, "2026-02-04", "2026-02-04"),
    ("2025-11/2025-12", None, "2025-11-01", "2025-12-31"),
]


@pytest.mark.parametrize(("edtf", "part", "first", "last"), CASES)
def test_days_of(edtf: str, part: str | None, first: str, last: str) -> None:
    found = interval_of(edtf, part)
    assert found and (iso_day(found.lo), iso_day(found.hi)) == (first, last)


@pytest.mark.parametrize(
    "edtf", [None, "", "soon", "2026-13", "2026-02-30", "2026-02-05/2026-02-04", "-0001", "0000-99"]
)
def test_no_days_of(edtf: str | None) -> None:
    assert interval_of(edtf) is None


def test_a_publication_day_is_the_day_that_is_written() -> None:
    assert iso_day(day_of("2025-08-15T23:30:00+07:00") or 0) == "2025-08-15"
    assert day_of("yesterday") is None
