"""Targets of a promise: one number by one last day by one claimant is one, however it is worded."""

import pytest
from msgspec.structs import replace

from readout.link.progress import progress_of
from readout.link.threads import confirmed as told_by_others
from readout.link.threads import contradictions_of
from readout.model.answers import ThreadVersion
from readout.model.records import Deadline, Party, Quantity


def version(stage: str, value: float, day: str, comparator: str = "exactly", **when: Deadline) -> ThreadVersion:
    quantity = Quantity(value=value, unit="t", comparator=comparator)  # type: ignore[arg-type]
    return ThreadVersion(
        action="buy", stage=stage, quantity=quantity, claimed_by=Party(country="US"), published=day, article=day,  # type: ignore[arg-type]
        evidence=(), **when,
    )  # fmt: skip


YEAR_END = Deadline(text="trước cuối năm", edtf="2025")
TWO_MONTHS = Deadline(text="trong hai tháng cuối năm", edtf="2025-11/2025-12")
FEBRUARY, LAST_OF_FEBRUARY = Deadline(text="đến tháng 2", edtf="2026-02"), Deadline(text="đến 28/2", edtf="2026-02-28")


def aim(value: float, day: str, comparator: str = "exactly", **when: Deadline) -> ThreadVersion:
    return version("pledged", value, day, comparator, **when)


@pytest.mark.parametrize(("first", "second", "lines"), [
    (aim(12e6, "2025-11-01", "at-least", period=TWO_MONTHS), aim(12e6, "2025-11-02", deadline=YEAR_END), 1),
    (aim(12e6, "2025-11-01", deadline=FEBRUARY), aim(12e6, "2025-11-02", deadline=LAST_OF_FEBRUARY), 1),
    (aim(12e6, "2025-11-01", deadline=FEBRUARY), aim(12e6, "2025-11-02", deadline=YEAR_END), 2),
    (aim(12e6, "2025-11-01", deadline=FEBRUARY), aim(25e6, "2025-11-02", deadline=FEBRUARY), 2),
])  # fmt: skip
def test_how_many_targets_are_measured(first: ThreadVersion, second: ThreadVersion, lines: int) -> None:
    assert len(progress_of([first, second, version("ordered", 3e6, "2025-12-10")])) == lines


def test_deadlines_that_contradict_are_told_once_each() -> None:
    aims = [version("pledged", 12e6, "2025-11-01", deadline=one) for one in (FEBRUARY, YEAR_END, LAST_OF_FEBRUARY)]
    (found,) = contradictions_of(aims)
    assert found.values == ("2026-02", "2025") and found.versions == (0, 1, 2)


@pytest.mark.parametrize(("first", "second", "confirmed"), [
    (YEAR_END, FEBRUARY, ()), (FEBRUARY, LAST_OF_FEBRUARY, ("CN",)), (FEBRUARY, None, ("CN",)),
])  # fmt: skip
def test_nobody_confirms_another_deadline(first: Deadline, second: Deadline | None, confirmed: tuple[str, ...]) -> None:
    claim = aim(12e6, "2025-11-01", deadline=first)
    answer = replace(aim(12e6, "2025-11-02", deadline=second), claimed_by=Party(country="CN"))  # type: ignore[arg-type]
    assert told_by_others((claim, answer))[0].confirmed_by == confirmed
