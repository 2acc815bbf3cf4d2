"""The missing year, month or week of a date: the one that the sentence and the publication date make most likely."""

from collections.abc import Callable, Iterable
from datetime import date
from typing import Final

from readout.read.times import calendar

Lean = Callable[[], int]
"""Asks the sentence: see Surroundings."""
_AGAINST: Final = 4.0
"""How much farther a date is thought to be when it lies on the other side than the sentence tells."""
_AHEAD: Final = 1.25
"""How much farther the future is thought to be when the sentence does not tell: news report."""
_CLOSE: Final = 72
"""A day at most so far away is more than four times as near as the same day of the years before and after."""


def cost(distance: int, lean: int, slack: int = 1) -> float:
    """How unlikely a date is that lies `distance` days (or months) from the publication; `lean` as in Surroundings."""
    if lean and distance * lean < -slack:
        return abs(distance) * _AGAINST
    if not lean and distance > 0:
        return distance * _AHEAD
    return float(abs(distance))


def _best(days: Iterable[date | None], now: date, lean: Lean) -> date | None:
    """The likeliest of `days`; the sentence is asked only where it can matter."""
    found = sorted((day for day in days if day), key=lambda day: abs((day - now).days))
    if len(found) < 2 or abs((found[0] - now).days) * _AGAINST < abs((found[1] - now).days):
        return found[0] if found else None
    told = lean()
    return min(found, key=lambda day: cost((day - now).days, told))


def day_of_month(month: int, day: int, now: date, lean: Lean) -> date | None:
    """The likeliest day and month, of the years around `now`."""
    this = calendar.make(now.year, month, day)
    if this is not None and abs((this - now).days) <= _CLOSE:
        return this
    near = _best((calendar.make(now.year + n, month, day) for n in (-1, 0, 1)), now, lean)
    return near or _best((calendar.make(now.year + n, month, day) for n in range(-8, 9)), now, lean)


def month(number: int, now: date, lean: Lean) -> date:
    """The likeliest month of that number, as its first day."""
    this = now.year * 12 + now.month - 1
    ahead = (number - now.month) % 12
    distance = min((ahead, ahead - 12), key=abs)
    if abs(distance) > 2:
        told = lean()
        distance = min((ahead, ahead - 12), key=lambda months: cost(months, told, slack=0))
    return date((this + distance) // 12, number, 1)


def day_only(day: int, now: date, lean: Lean) -> date | None:
    """The likeliest day of that number, of the months around `now`."""
    months = (calendar.shift(now.replace(day=1), "month", n) for n in (-1, 0, 1))
    return _best((calendar.make(m.year, m.month, day) for m in months if m), now, lean)


def weekday(number: int, now: date, lean: Lean) -> date | None:
    """The likeliest day with ISO weekday `number`: today, else the last one, the next one where the sentence plans."""
    ahead = (number - now.isoweekday()) % 7
    if ahead == 0:
        return now
    return calendar.shift(now, "day", ahead if lean() > 0 else ahead - 7)


def period(grain: str, number: int, now: date, lean: Lean) -> date | None:
    """The likeliest quarter or half-year of that number, as its first day."""
    first_month = (number - 1) * calendar.MONTHS[grain] + 1
    return month(first_month, calendar.first(now, grain), lean) if first_month <= 12 else None
