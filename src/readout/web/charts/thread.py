"""A promise along time: claimed targets as lines to their deadlines, reported amounts as points, by whose figures."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from readout.link.days import interval_of
from readout.model.answers import CommitmentThread, ThreadVersion
from readout.model.records import Deadline
from readout.web.charts.scale import Days, Tick, nice_ticks

WIDTH, HEIGHT, LEFT, RIGHT, TOP, BOTTOM = 960.0, 360.0, 104.0, 150.0, 20.0, 34.0
_COUNTED = ("items", None)
AIMED = ("considered", "expected", "pledged", "agreed")


class Target(NamedTuple):
    """A claimed amount: a line from the day of the claim to the deadline (`open` where none is told)."""

    x: float
    end: float
    y: float
    high: float | None
    open: bool
    number: int
    version: ThreadVersion
    labelled: bool


class Point(NamedTuple):
    """A reported amount; `source` numbers whose figures they are."""

    x: float
    y: float
    source: int
    number: int
    version: ThreadVersion


class Level(NamedTuple):
    """A mark of the amount axis."""

    y: float
    value: float


class Chart(NamedTuple):
    """What the template draws; amounts are all in `unit`."""

    width: float
    height: float
    unit: str | None
    targets: list[Target]
    points: list[Point]
    levels: list[Level]
    ticks: list[Tick]
    sources: list[str]


def chart(thread: CommitmentThread) -> Chart | None:
    """The chart of the thread in the unit that most versions use; None where no dated version has an amount.

    Ships, orders and shipments that were counted (`items`) are drawn only where nothing was measured.
    """
    dated = [(number, one, day) for number, one in enumerate(thread.versions)
             if one.quantity and (day := _published(one))]
    if not dated:
        return None
    units = [one.quantity.unit for _, one, _ in dated if one.quantity]
    unit = max(sorted(set(units), key=str), key=lambda one: (one not in _COUNTED, units.count(one)))
    shown = [(number, one, day) for number, one, day in dated if one.quantity and one.quantity.unit == unit]
    return _drawn(shown, unit)


def _drawn(shown: Sequence[tuple[int, ThreadVersion, int]], unit: str | None) -> Chart:
    ends = [_last_day(one.deadline) or _last_day(one.period) or day for _, one, day in shown]
    first, last = min(day for _, _, day in shown) - 6, max([*ends, *(day for _, _, day in shown)]) + 6
    scale = Days(first, min(last, first + 1500), LEFT, WIDTH - RIGHT)
    top = max((one.quantity.high or one.quantity.value) for _, one, _ in shown if one.quantity)
    values = nice_ticks(top)

    def height(value: float) -> float:
        return round(HEIGHT - BOTTOM - value / values[-1] * (HEIGHT - TOP - BOTTOM), 1)

    sources = sorted({source_of(one) for _, one, _ in shown if one.stage not in AIMED})
    targets: list[Target] = []
    points: list[Point] = []
    drawn: set[object] = set()
    for (number, one, day), end in zip(shown, ends, strict=True):
        if one.quantity is None or _same(one) in drawn:
            continue
        drawn.add(_same(one))
        y = height(one.quantity.value)
        if one.stage in AIMED:
            known = bool(one.deadline or one.period) and end > day
            y = _apart(y, targets)
            labelled = all(abs(y - target.y) > 22 for target in targets if target.labelled)
            high = height(one.quantity.high) if one.quantity.high else None
            targets.append(Target(scale.x(day), scale.x(end if known else last), y, high, not known, number, one,
                                  labelled))
        else:
            points.append(Point(scale.x(day), y, sources.index(source_of(one)), number, one))
    levels = [Level(height(value), value) for value in values]
    return Chart(WIDTH, HEIGHT, unit, targets, points, levels, scale.ticks(), sources)


def _same(one: ThreadVersion) -> object:
    """What makes two claimed targets the same line; reported amounts are all drawn."""
    told = [one.deadline.edtf or one.deadline.text if one.deadline else None,
            one.period.edtf or one.period.text if one.period else None]
    return (one.quantity, *told) if one.stage in AIMED else one


def _apart(y: float, targets: Sequence[Target]) -> float:
    """A height at which no other target is drawn: equal amounts stand side by side as parallel lines."""
    steps = (0.0, -5.0, 5.0, -10.0, 10.0, -15.0, 15.0)
    return next((y + step for step in steps if all(abs(y + step - one.y) > 4 for one in targets)), y)


def source_of(version: ThreadVersion) -> str:
    """Whose figures: the statistics, else who says it, else the paper."""
    claimed = version.claimed_by
    named = (claimed.name or claimed.organisation or claimed.country) if claimed else None
    return version.measured_by or named or version.publisher or version.article


def _published(version: ThreadVersion) -> int | None:
    try:
        return date.fromisoformat((version.published or "")[:10]).toordinal()
    except ValueError:
        return None


def _last_day(told: Deadline | None) -> int | None:
    found = interval_of(told.edtf, None) if told else None
    return found.hi if found else None
