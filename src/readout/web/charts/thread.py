"""A promise along time: claimed targets as lines to their deadlines, reported amounts as points, by whose figures."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from readout.link.days import interval_of
from readout.model.answers import CommitmentThread, ThreadVersion
from readout.model.records import Deadline
from readout.web.charts.scale import Days, Tick, nice_ticks

WIDTH, HEIGHT, LEFT, RIGHT, TOP, BOTTOM = 960.0, 360.0, 104.0, 190.0, 20.0, 34.0
_COUNTED = ("cargoes", "items", "ships", None)
AIMED = ("considered", "expected", "pledged", "agreed")
_FAR = 4
"""So many times what was reported a target is, before the scale of amounts is bent."""
_Dated = tuple[int, ThreadVersion, int]
"""The number of a version, the version, and the day on which it was published."""


class Target(NamedTuple):
    """A claimed amount: a line from the day of the claim to the deadline (`open` where none is told).

    `beyond` where the deadline lies outside of the chart.
    """

    x: float
    end: float
    y: float
    high: float | None
    open: bool
    beyond: bool
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
    """What the template draws; amounts are all in `unit`. `bent` where the scale of amounts is narrower upwards."""

    width: float
    height: float
    unit: str | None
    targets: list[Target]
    points: list[Point]
    levels: list[Level]
    ticks: list[Tick]
    sources: list[str]
    bent: bool


class Amounts(NamedTuple):
    """Amounts onto heights: evenly, or by their square roots where what was reported would lie at the bottom."""

    top: float
    bent: bool

    def height(self, value: float) -> float:
        share = (value / self.top) ** (0.5 if self.bent else 1)
        return round(HEIGHT - BOTTOM - share * (HEIGHT - TOP - BOTTOM), 1)

    def levels(self) -> list[Level]:
        """Marks of the axis, none so near to another that their words would touch."""
        found: list[Level] = []
        for value in sorted({*nice_ticks(self.top), *(_finer(self.top) if self.bent else ())}):
            if value <= self.top and (not found or found[-1].y - self.height(value) >= 24):
                found.append(Level(self.height(value), value))
        return found


def chart(thread: CommitmentThread) -> Chart | None:
    """The chart of the thread in the unit that most versions use; None where no dated version has an amount.

    Ships, cargoes and orders that were counted are drawn only where nothing was measured.
    """
    dated = [
        (number, one, day) for number, one in enumerate(thread.versions) if one.quantity and (day := _published(one))
    ]
    if not dated:
        return None
    units = [one.quantity.unit for _, one, _ in dated if one.quantity]
    unit = max(sorted(set(units), key=str), key=lambda one: (one not in _COUNTED, units.count(one)))
    shown = [(number, one, day) for number, one, day in dated if one.quantity and one.quantity.unit == unit]
    return _drawn(shown, unit)


def _drawn(shown: Sequence[_Dated], unit: str | None) -> Chart:
    scale, amounts = _days(shown), _amounts(shown)
    sources = sorted({source_of(one) for _, one, _ in shown if one.stage not in AIMED})
    targets: list[Target] = []
    points: list[Point] = []
    for number, one, day in _each_once(shown):
        if one.quantity is None:
            continue
        y = amounts.height(one.quantity.value)
        if one.stage in AIMED:
            high = amounts.height(one.quantity.high) if one.quantity.high else None
            targets.append(_target(number, one, day, scale, _apart(y, targets), high, targets))
        else:
            points.append(Point(scale.x(day), y, sources.index(source_of(one)), number, one))
    return Chart(WIDTH, HEIGHT, unit, targets, points, amounts.levels(), scale.ticks(), sources, amounts.bent)


def _target(
    number: int, one: ThreadVersion, day: int, scale: Days, y: float, high: float | None, drawn: Sequence[Target]
) -> Target:
    end = _end(one, day)
    known = end > day
    labelled = all(abs(y - other.y) > 22 for other in drawn if other.labelled)
    return Target(scale.x(day), scale.x(end if known else scale.last), y, high, not known, end > scale.last, number,
                  one, labelled)  # fmt: skip


def _days(shown: Sequence[_Dated]) -> Days:
    """From the first report on; a deadline far behind the last one would leave no room for what was reported."""
    days = [day for _, _, day in shown]
    first, newest = min(days) - 6, max(days)
    last = max([newest, *(_end(one, day) for _, one, day in shown)]) + 6
    return Days(first, min(last, newest + max(90, newest - first)), LEFT, WIDTH - RIGHT)


def _amounts(shown: Sequence[_Dated]) -> Amounts:
    told = [(one.stage in AIMED, one.quantity.high or one.quantity.value) for _, one, _ in shown if one.quantity]
    top = max(value for _, value in told)
    reported = max((value for aimed, value in told if not aimed), default=top)
    return Amounts(nice_ticks(top)[-1], top > _FAR * reported)


def _finer(top: float) -> list[float]:
    """Round numbers below the first even mark."""
    return [top * share for share in (0.01, 0.02, 0.05, 0.1)]


def _each_once(shown: Sequence[_Dated]) -> Iterator[_Dated]:
    drawn: set[object] = set()
    for number, one, day in shown:
        if _same(one) not in drawn:
            drawn.add(_same(one))
            yield number, one, day


def _end(one: ThreadVersion, day: int) -> int:
    """The last day of the deadline or the period; the day itself where neither is known."""
    return _last_day(one.deadline) or _last_day(one.period) or day


def _same(one: ThreadVersion) -> object:
    """What makes two claimed targets the same line; reported amounts are all drawn."""
    told = [
        one.deadline.edtf or one.deadline.text if one.deadline else None,
        one.period.edtf or one.period.text if one.period else None,
    ]
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
