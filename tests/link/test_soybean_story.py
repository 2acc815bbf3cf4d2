"""The soybean story of the bundled samples: every number that was claimed, by whom, and what was measured of it."""

from functools import cache

import pytest

from readout.api import read_files, samples
from readout.link.threads import Claim, thread_record
from readout.model.answers import CommitmentThread, ThreadVersion
from readout.model.records import Reading


@cache
def story() -> CommitmentThread:
    claims = [
        Claim(f"{reading.article.id}.{one.id}", one, reading.article.id, reading.article)
        for reading in read_files([samples()])
        if isinstance(reading, Reading)
        for one in reading.commitments
        if one.object and one.object.name == "soybeans" and one.committer.country == "CN"
    ]
    return thread_record("k", claims)


def who(one: ThreadVersion) -> str | None:
    return one.measured_by or (one.claimed_by and (one.claimed_by.name or one.claimed_by.organisation))


def when(one: ThreadVersion) -> str | None:
    told = one.deadline or one.period
    return (told.edtf or told.name) if told else None


@pytest.mark.parametrize(
    ("sample", "stage", "million", "by_when", "source"),
    [
        ("sample-04", "agreed", 12, "2026-01", "Scott Bessent"),
        ("sample-04", "agreed", 25, "2026/2028", "Scott Bessent"),
        ("sample-06", "pledged", 12, "2025-11/2025-12", "White House"),
        ("sample-06", "pledged", 25, "2026/2028", "White House"),
        ("sample-07", "ordered", 0.332, "2025-11-14", "US Department of Agriculture"),
        ("sample-07", "pledged", 12, "2026-01", "Brooke Rollins"),
        ("sample-08", "ordered", 2, "2025-11-24", "US Department of Agriculture"),
        ("sample-08", "pledged", 12, "2025", "White House"),
        ("sample-10", "pledged", 87.5, "3 years 6 months", "Scott Bessent"),
        ("sample-11", "ordered", 2.85, "2025-10-30/..", "US Department of Agriculture"),
        ("sample-11", "pledged", 12, "2026-02-28", "Scott Bessent"),
        ("sample-12", "ordered", 8, None, "unnamed sources"),
        ("sample-12", "ordered", 8.5, None, "experts"),
        ("sample-12", "ordered", 6.9, "2025-10/..", "US Department of Agriculture"),
        ("sample-12", "pledged", 12, "2026-02", "Scott Bessent"),
        ("sample-13", "ordered", 12, None, "Scott Bessent"),
        ("sample-13", "expected", 25, "next season", "Scott Bessent"),
        ("sample-14", "considered", 20, "current season", "Donald Trump"),
        ("sample-14", "pledged", 25, "next season", "Donald Trump"),
        ("sample-16", "considered", 20, None, "Donald Trump"),
        ("sample-16", "pledged", 12, "2026-01", "Scott Bessent"),
        ("sample-16", "ordered", 0.332, "2025-11", "US Department of Agriculture"),
        ("sample-16", "ordered", 2.85, "2025-12", "US Department of Agriculture"),
        ("sample-16", "ordered", 12, None, "Scott Bessent"),
    ],
)
def test_number(sample: str, stage: str, million: float, by_when: str | None, source: str) -> None:
    told = [
        (one.stage, round(one.quantity.value / 1e6, 3), when(one), who(one))
        for one in story().versions
        if one.article == sample and one.quantity
    ]
    assert (stage, million, by_when, source) in told


def test_traders_told_of_a_range() -> None:
    assert [one.quantity.high for one in story().versions if one.quantity and one.quantity.high] == [10e6]


def test_beijing_confirmed_no_number() -> None:
    assert all("CN" not in one.confirmed_by for one in story().versions)


def test_the_last_measure_of_the_first_target_is_the_whole() -> None:
    steps = [one for one in story().progress if one.deadline and one.deadline.edtf == "2026-01"]
    assert (steps[0].done.value, steps[-1].ratio) == (332000, 1.0)


def test_a_promise_for_each_year_or_for_the_next_season_has_no_progress_yet() -> None:
    assert {one.target.value for one in story().progress} == {12e6, 20e6, 87.5e6}
