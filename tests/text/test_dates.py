"""Dates in words keep the precision that was stated."""

import pytest

from readout.text.dates import date_words, duration_words, stamp_words, year_of


@pytest.mark.parametrize(
    ("edtf", "part", "words"),
    [
        ("2026-02-04", None, "4 Feb 2026"),
        ("2026-02-04T20:00:00+07:00", None, "4 Feb 2026"),
        ("2026-04", None, "Apr 2026"),
        ("2026-04", "early", "early Apr 2026"),
        ("2026", None, "2026"),
        ("2026", "late", "late 2026"),
        ("2026-05-13/2026-05-15", None, "13–15 May 2026"),
        ("2025-10-30/2025-11-02", None, "30 Oct – 2 Nov 2025"),
        ("2025-12-30/2026-01-02", None, "30 Dec 2025 – 2 Jan 2026"),
        ("2026-01/2026-06", None, "Jan – Jun 2026"),
        ("2026-02-04/..", None, "from 4 Feb 2026"),
        ("../2025-12-31", None, "until 31 Dec 2025"),
        ("2026-21", None, "spring 2026"),
        ("2026-36", None, "4th quarter 2026"),
        ("202X", None, "2020s"),
        ("2026~", None, "about 2026"),
        ("2026-04?", None, "Apr 2026?"),
        ("2026-02-30", None, "2026-02-30"),
        ("", None, ""),
        (None, None, ""),
    ],
)
def test_dates_in_words(edtf: str | None, part: str | None, words: str) -> None:
    assert date_words(edtf, part) == words


@pytest.mark.parametrize(
    ("stamp", "words"),
    [("2025-11-25", "25 Nov 2025"), ("2025-11-25T08:30:00+07:00", "25 Nov 2025, 08:30"), (None, "undated")],
)
def test_publication_stamps_in_words(stamp: str | None, words: str) -> None:
    assert stamp_words(stamp) == words


@pytest.mark.parametrize(
    ("iso8601", "approximate", "words"),
    [
        ("PT1H", True, "about 1 hour"),
        ("PT1H30M", False, "1 hour 30 minutes"),
        ("P3D", False, "3 days"),
        ("P2W", False, "2 weeks"),
        ("PT0.5H", False, "PT0.5H"),
    ],
)
def test_durations_in_words(iso8601: str, approximate: bool, words: str) -> None:
    assert duration_words(iso8601, approximate) == words


def test_a_date_that_is_not_known_belongs_to_no_year() -> None:
    assert [year_of(edtf) for edtf in ("2026-02", "..", None)] == ["2026", "undated", "undated"]
