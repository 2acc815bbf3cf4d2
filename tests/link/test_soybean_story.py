"""The soybean story of the bundled samples: every number that was claimed, by whom, and what was measured of it."""

from functools import cache

import pytest

from readout.api import read_files, samples
from readout.link.progress import shown
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


STORY = {
    "sample-04": [
        "agreed no number, Donald Trump",
        "agreed 12 by 2026-01, Scott Bessent",
        "agreed 25/ 2026/2028, Scott Bessent",
    ],
    "sample-06": [
        "expected 12 None, None",
        "pledged >=12 2025-11/2025-12, White House",
        "pledged >=25/ 2026/2028, White House",
        "pledged >=12 by 2026-01, Scott Bessent",
    ],
    "sample-07": [
        "ordered 0.332 2025-11-14, US Department of Agriculture",
        "pledged 12 by 2026-01, Brooke Rollins",
        "pledged 25/ 3 years, United States",
    ],
    "sample-08": [
        "ordered nearly 2 2025-11-24, US Department of Agriculture",
        "pledged 12 by 2025, White House",
    ],
    "sample-10": [
        "ordered >=10 ships 2025-11-25/.., traders",
        "pledged 87.5 3 years 6 months, Scott Bessent",
    ],
    "sample-11": [
        "ordered 2.85 2025-10-30/.., US Department of Agriculture",
        "pledged 12 2025-11/2025-12, White House",
        "pledged 12 by 2026-02-28, Scott Bessent",
    ],
    "sample-12": [
        "ordered 10 ships+ 2026-01-05/2026-01-11, traders",
        "ordered 8.5-10 None, experts",
        "ordered >=8 None, unnamed sources",
        "ordered nearly 6.9 2025-10/.., US Department of Agriculture",
        "pledged 12 by 2026-02, Scott Bessent",
    ],
    "sample-13": [
        "ordered 12 None, Scott Bessent",
        "expected 25 next season, Scott Bessent",
        "ordered 12 None, traders",
        "ordered >8 2026-01-08, US Department of Agriculture",
    ],
    "sample-14": [
        "considered 20 current season, Donald Trump",
        "ordered 12 None, None",
        "pledged 25 next season, Donald Trump",
    ],
    "sample-16": [
        "considered 20 None, Donald Trump",
        "pledged 25 next season, None",
        "pledged 12 by 2026-01, Scott Bessent",
        "pledged 12 by 2025, White House",
        "pledged 12 by 2026-02, Scott Bessent",
        "ordered 0.332 2025-11, US Department of Agriculture",
        "ordered nearly 2 2025-11-24, US Department of Agriculture",
        "ordered 2.85 2025-12, US Department of Agriculture",
        "ordered 12 None, Scott Bessent",
    ],
}
"""Every version of the thread, sample by sample, as its words tell it: nothing is missing and nothing invented."""


@pytest.mark.parametrize("sample", STORY)
def test_each_sample_tells_its_numbers_and_no_other(sample: str) -> None:
    assert sorted(line(one) for one in story().versions if one.article == sample) == sorted(STORY[sample])


def test_no_other_sample_tells_of_soybeans() -> None:
    assert {one.article for one in story().versions} == set(STORY)


def line(one: ThreadVersion) -> str:
    """`pledged >=25/ 2026/2028, White House`: stage, million tonnes (else value and unit), `by` or for when, source."""
    amount = one.quantity
    if amount is None:
        return f"{one.stage} no number, {who(one)}"
    ships = amount.unit != "tonne"
    value = f"{amount.value:g} {amount.unit}" if ships else f"{amount.value / 1e6:g}"
    high = f"-{amount.high / 1e6:g}" if amount.high else ""
    sign = "nearly " if amount.nearly else {"=": "", "range": ""}.get(amount.comparator, amount.comparator)
    basis = {"additional": "+", "per-period": "/"}.get(amount.basis, "")
    by = "by " if one.deadline else ""
    return f"{one.stage} {sign}{value}{high}{basis} {by}{when(one)}, {who(one)}"


def test_traders_told_of_a_range() -> None:
    assert [one.quantity.high for one in story().versions if one.quantity and one.quantity.high] == [10e6]


def test_beijing_confirmed_no_number() -> None:
    assert all("CN" not in one.confirmed_by for one in story().versions)


def test_the_last_measure_of_the_first_target_is_the_whole() -> None:
    steps = [one for one in story().progress if one.deadline and one.deadline.edtf == "2026-01"]
    assert (steps[0].done.value, steps[-1].ratio) == (332000, 1.0)


def test_a_promise_for_each_year_or_for_the_next_season_has_no_progress_yet() -> None:
    assert {one.target.value for one in story().progress} == {12e6, 20e6, 87.5e6}


def test_every_number_of_the_autumn_counts_for_the_last_two_months_of_the_year() -> None:
    steps = [one for one in story().progress if one.period and one.period.edtf == "2025-11/2025-12"]
    assert {one.done.value for one in steps if not one.late} == {332e3, 2e6, 2.85e6}
    assert [(one.ratio, one.late) for one in shown(steps)] == [(0.2375, False), (1.0, True)]
