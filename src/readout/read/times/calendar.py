"""Calendar arithmetic in grains, and EDTF at exactly a grain: nothing here knows a language.

A point in time is a `datetime.date` that stands for its whole grain: any day of a month stands for the month.
"""

from calendar import monthrange
from datetime import date, timedelta
from typing import Final, get_args

from readout.model.vocabulary import Grain

GRAINS: Final[frozenset[str]] = frozenset(get_args(Grain))
MONTHS: Final = {"month": 1, "quarter": 3, "half-year": 6, "year": 12, "decade": 120, "century": 1200}


def make(year: int, month: int, day: int) -> date | None:
    """The date, or None where the calendar has no such day."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def shift(day: date, grain: str, count: int) -> date | None:
    """`day` moved by `count` grains; None where that leaves the years 1 to 9999."""
    try:
        if grain in ("day", "week"):
            return day + timedelta(count * (7 if grain == "week" else 1))
        if grain in ("second", "minute", "hour"):
            seconds = {"second": 1, "minute": 60, "hour": 3600}[grain]
            return day + timedelta(count * seconds // 86400)
        months = day.year * 12 + day.month - 1 + count * MONTHS[grain]
        year, month = divmod(months, 12)
        length = 28 if day.day <= 28 else monthrange(year, month + 1)[1]
        return date(year, month + 1, min(day.day, length))
    except (ValueError, OverflowError):
        return None


def first(day: date, grain: str) -> date:
    """The first day of the grain that `day` falls in (a week begins on Monday)."""
    if grain == "week":
        return day - timedelta(days=min(day.weekday(), day.toordinal() - 1))
    if grain not in MONTHS:
        return day
    if grain in ("decade", "century"):
        span = 10 if grain == "decade" else 100
        return date(max(1, day.year // span * span), 1, 1)
    length = MONTHS[grain]
    return date(day.year, (day.month - 1) // length * length + 1, 1)


def last(day: date, grain: str) -> date:
    """The last day of the grain that `day` falls in."""
    begin = first(day, grain)
    following = shift(begin, grain, 1) if grain in MONTHS or grain in ("day", "week") else None
    if following is None:
        return begin
    return following - timedelta(days=1)


def edtf(day: date, grain: str) -> str:
    """`day` as EDTF at the precision of `grain`; weeks, quarters and half-years are intervals."""
    written = day.isoformat()
    if grain == "year":
        return written[:4]
    if grain == "decade":
        return written[:3] + "X"
    if grain == "century":
        return written[:2] + "XX"
    if grain == "month":
        return written[:7]
    if grain in ("quarter", "half-year"):
        return f"{edtf(first(day, grain), 'month')}/{edtf(last(day, grain), 'month')}"
    if grain == "week":
        return f"{first(day, grain).isoformat()}/{last(day, grain).isoformat()}"
    return written


def interval(begin: date, end: date, grain: str) -> str:
    """EDTF interval between two points of one grain; a single grain is no interval."""
    low, high = (edtf(point, grain).split("/") for point in (begin, end))
    return low[0] if low[0] == high[-1] else f"{low[0]}/{high[-1]}"


def iso_duration(count: float, grain: str, extra: str = "") -> str:
    """ISO 8601 duration of `count` grains: PT1H, P2D, P3W, P10Y; `extra` is appended ("30M" after hours)."""
    factor, letter = {
        "second": (1, "S"),
        "minute": (1, "M"),
        "hour": (1, "H"),
        "day": (1, "D"),
        "week": (1, "W"),
        "month": (1, "M"),
        "quarter": (3, "M"),
        "half-year": (6, "M"),
        "year": (1, "Y"),
        "decade": (10, "Y"),
        "century": (100, "Y"),
    }[grain]
    prefix = "PT" if grain in ("second", "minute", "hour") else "P"
    return f"{prefix}{count * factor:g}{letter}{extra}"


def grain_of(name: str) -> Grain:
    """Check that `name` is a grain of the contract."""
    if name not in GRAINS:
        raise ValueError(f"no grain: {name}")
    return name  # type: ignore[return-value]
