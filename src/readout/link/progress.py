"""How much of a promise was done: every reported total against every claimed target, and whether it came in time."""

from collections.abc import Sequence
from datetime import date

from readout.link.commitments import party_code
from readout.link.days import Interval, day_of, interval_of
from readout.model.answers import Progress, ThreadVersion
from readout.model.records import Deadline, Quantity
from readout.model.vocabulary import Stage

DONE: tuple[Stage, ...] = ("ordered", "shipped", "delivered", "resumed")
AIMED: tuple[Stage, ...] = ("considered", "expected", "pledged", "agreed")
_NEAR = 0.02
"""Two quantities of one unit that differ by no more than this share are the same number."""
_TO_COME = ("next ", "end of the next ")
"""Beginnings of the names of seasons that have not begun."""
_OPEN = ".."
_LAST_DAY = date.max.toordinal()
"""The day of an undated report: after all others."""


def same_quantity(one: Quantity, other: Quantity) -> bool:
    """Same unit and basis, and numbers that differ by at most two in a hundred."""
    if (one.unit, one.basis) != (other.unit, other.basis):
        return False
    return abs(top_of(one) - top_of(other)) <= _NEAR * max(abs(top_of(one)), abs(top_of(other)))


def top_of(quantity: Quantity) -> float:
    """The number, of a range its upper end."""
    return quantity.value if quantity.high is None else quantity.high


def told(when: Deadline | None) -> str | None:
    """A deadline or period in EDTF, else in its words."""
    return (when.edtf or when.text) if when else None


def progress_of(versions: Sequence[ThreadVersion]) -> list[Progress]:
    """Every reported total against every target of the same unit that was claimed before it or on its day; of one
    target the totals in the order of the days up to which they were counted.
    """
    targets = _targets(versions)
    done = [one for one in versions if one.stage in DONE and one.quantity and one.quantity.basis == "total"]
    done.sort(key=_counted_to)
    return [found for target in targets for one in done if (found := _measure(target, one))]


def _counted_to(one: ThreadVersion) -> tuple[int, int]:
    """The day up to which a total was counted, as far as it is told, else that of publication; then the latter."""
    published = _published(one)
    last = _end_of(one.period)
    return (published if last is None else min(last, published), published)


def _published(one: ThreadVersion) -> int:
    return day_of(one.published) or _LAST_DAY


def _end_of(when: Deadline | None) -> int | None:
    """The last day of a period or a deadline; None where it is open or only has a name."""
    edtf = when.edtf if when else None
    interval = None if not edtf or edtf.endswith(_OPEN) else interval_of(edtf)
    return interval.hi if interval else None


def _targets(versions: Sequence[ThreadVersion]) -> list[ThreadVersion]:
    """The first claim of each target: one number by one last day (else in the words for it) by one claimant, whether
    "at least" stands before it or not, and whether it is for a time or by its end."""
    first: dict[tuple[object, ...], ThreadVersion] = {}
    for one in versions:
        if one.stage in AIMED and one.quantity and one.quantity.value > 0:
            number = (one.quantity.value, one.quantity.high, one.quantity.unit, one.quantity.basis)
            key = (number, _due(one), party_code(one.claimed_by))
            first.setdefault(key, one)
    return list(first.values())


def _due(target: ThreadVersion) -> object:
    """The last day of a target; without one the words for its deadline and its period."""
    last = _end_of(target.deadline)
    last = _end_of(target.period) if last is None else last
    return (told(target.deadline), told(target.period)) if last is None else last


def _measure(target: ThreadVersion, one: ThreadVersion) -> Progress | None:
    if target.quantity is None or one.quantity is None or target.quantity.unit != one.quantity.unit:
        return None
    if _published(one) < (day_of(target.published) or 0) or _other_period(target, one):
        return None
    return Progress(
        target=target.quantity,
        period=target.period,
        deadline=target.deadline,
        target_claimed_by=target.claimed_by,
        target_article=target.article,
        done=one.quantity,
        stage=one.stage,
        ratio=round(one.quantity.value / target.quantity.value, 4),
        late=_is_late(target, one),
        measured_by=one.measured_by,
        claimed_by=one.claimed_by,
        published=one.published,
        article=one.article,
    )


def _is_late(target: ThreadVersion, one: ThreadVersion) -> bool:
    """Counted up to a day after the last one of the target: nobody says how much of it was done in time."""
    end = _end_of(target.deadline)
    end = _end_of(target.period) if end is None else end
    return end is not None and end < _counted_to(one)[0] < _LAST_DAY


def _other_period(target: ThreadVersion, one: ThreadVersion) -> bool:
    """A total for another time than the target's: of a promise for each year or for a season to come, only a total that
    is told for the same one is part; else nothing that was counted up to a day before the target's time begins."""
    ours, theirs = told(target.period), told(one.period)
    if ours is not None and ours == theirs:
        return False
    if target.period and (target.period.name or "").startswith(_TO_COME):
        return True
    if target.quantity and target.quantity.basis == "per-period":
        return True
    begins = _interval(target.period)
    return begins is not None and begins.lo > _counted_to(one)[0]


def _interval(period: Deadline | None) -> Interval | None:
    return interval_of(period.edtf) if period else None


def shown(steps: Sequence[Progress]) -> tuple[Progress, ...]:
    """Of the numbers for one target, in their order, those that tell how far it is: the last that was counted in time,
    and the first that reached it where that was after the deadline; where none came in time, only one that is late."""
    in_time = [step for step in steps if not step.late]
    full = next((step for step in steps if step.ratio >= 1), None)
    late = full if full and full.late else None
    if in_time:
        return (in_time[-1], late) if late else (in_time[-1],)
    return (late or steps[-1],)
