"""Days and amounts onto pixels, and where an axis has its marks."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple


class Tick(NamedTuple):
    """A mark of an axis: where, the EDTF month or year it stands for, and whether a year begins there."""

    x: float
    edtf: str
    major: bool


class Days(NamedTuple):
    """A linear scale from days (ordinals) to pixels."""

    first: int
    last: int
    left: float
    right: float

    def x(self, day: int) -> float:
        """Where the day lies, never outside the scale."""
        share = (min(max(day, self.first), self.last) - self.first) / max(1, self.last - self.first)
        return round(self.left + share * (self.right - self.left), 1)

    def ticks(self) -> list[Tick]:
        """Months, or quarters, half-years and years where months would stand too close."""
        step = next((months for months in (1, 2, 3, 6, 12, 24, 60) if self._fits(months)), 120)
        return [
            Tick(self.x(day.toordinal()), f"{day:%Y-%m}" if step < 12 else f"{day:%Y}", day.month == 1)
            for day in self._months(step)
        ]

    def _fits(self, months: int) -> bool:
        return (self.last - self.first) / (months * 30.4) * 78 <= self.right - self.left

    def _months(self, step: int) -> Iterator[date]:
        start = date.fromordinal(self.first)
        number = start.year * 12 + start.month - 1
        number += -number % step
        while True:
            day = date(number // 12, number % 12 + 1, 1)
            if day.toordinal() > self.last:
                return
            if day.toordinal() >= self.first:
                yield day
            number += step


def nice_ticks(top: float, wanted: int = 4) -> list[float]:
    """Round numbers from 0 to at least `top`."""
    if top <= 0:
        return [0.0, 1.0]
    raw = top / wanted
    power = 10 ** len(str(int(raw))) / 10 if raw >= 1 else 0.1
    step = next(power * factor for factor in (1, 2, 2.5, 5, 10, 20) if power * factor >= raw)
    return [step * number for number in range(int(-(-top // step)) + 1)]
