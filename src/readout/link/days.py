"""EDTF as an interval of days, at the precision that was stated.

Covers what a reading can hold: EDTF levels 0 and 1 without negative years, and the level 2 codes for quarters (33-36)
and half-years (40, 41). Days are proleptic Gregorian ordinals (`datetime.date.toordinal`).
"""

import calendar
import re
from datetime import date
from functools import lru_cache

from msgspec import Struct

_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})(?:T.*)?")
_MONTH = re.compile(r"(\d{4})-(\d{2}|XX)(?:-XX)?")
_YEAR = re.compile(r"(\d{2})(\d|X)(\d|X)")
_OPEN_REACH = 366
"""An open end is taken as at most a year away, so that it stays a bounded interval; an open interval that begins on a
stated day ("talks from 4 February on") is placed by that day."""

_SEASONS = {
    21: (3, 5),
    22: (6, 8),
    23: (9, 11),
    24: (12, 14),
    33: (1, 3),
    34: (4, 6),
    35: (7, 9),
    36: (10, 12),
    40: (1, 6),
    41: (7, 12),
}
"""Code to first and last month; month 14 is February of the next year. Source: EDTF (ISO 8601-2), 4.8."""


class Interval(Struct, frozen=True):
    """The days on which something may have happened: `lo` to `hi`, both included.

    `span` is true where the source gave first and last day of one lasting event, or exactly one day.
    """

    lo: int
    hi: int
    span: bool = False

    @property
    def exact(self) -> bool:
        """Whether it is one day."""
        return self.lo == self.hi

    @property
    def days(self) -> int:
        """Length in days."""
        return self.hi - self.lo + 1


def day_of(text: str | None) -> int | None:
    """Ordinal of the day that an ISO 8601 date or date-time begins with, as written (no change of time zone)."""
    match = _DAY.match(text or "")
    return _ordinal(*map(int, match.groups())) if match else None


def iso_day(ordinal: int) -> str:
    """`YYYY-MM-DD` of an ordinal."""
    return date.fromordinal(ordinal).isoformat()


@lru_cache(maxsize=16384)
def interval_of(edtf: str | None, part: str | None = None) -> Interval | None:
    """Days that `edtf` (narrowed by `part`: early, mid, late) allows; None where it is absent or not understood."""
    if not edtf:
        return None
    plain = re.sub(r"[~?%]", "", edtf.strip())
    if "/" in plain:
        return _between(*plain.split("/", 1))
    one = _one(plain)
    if one is None:
        return None
    return _narrow(one, part) if part else one


def _between(first: str, last: str) -> Interval | None:
    start, end = _one(first), _one(last)
    if start and end:
        span = start.exact and end.exact
        return Interval(start.lo, end.hi, span) if start.lo <= end.hi else None
    if start and start.exact:
        return start
    if start:
        return Interval(start.lo, start.lo + _OPEN_REACH)
    if end:
        return Interval(end.hi - _OPEN_REACH, end.hi)
    return None


def _one(text: str) -> Interval | None:
    if match := _DAY.fullmatch(text):
        day = _ordinal(*map(int, match.groups()))
        return Interval(day, day, True) if day else None
    if match := _MONTH.fullmatch(text):
        year = int(match[1])
        return _months(year, 1, 12) if match[2] == "XX" else _month(year, int(match[2]))
    if match := _YEAR.fullmatch(text):
        low = int(text.replace("X", "0"))
        high = int(text.replace("X", "9"))
        return Interval(date(max(low, 1), 1, 1).toordinal(), date(max(high, 1), 12, 31).toordinal())
    return None


def _month(year: int, number: int) -> Interval | None:
    if number in _SEASONS:
        return _months(year, *_SEASONS[number])
    return _months(year, number, number) if 1 <= number <= 12 else None


def _months(year: int, first: int, last: int) -> Interval | None:
    end_year, end_month = (year + 1, last - 12) if last > 12 else (year, last)
    if not 1 <= year < end_year + 1 <= 9999:
        return None
    last_day = calendar.monthrange(end_year, end_month)[1]
    return Interval(date(year, first, 1).toordinal(), date(end_year, end_month, last_day).toordinal())


def _ordinal(year: int, month: int, day: int) -> int | None:
    try:
        return date(year, month, day).toordinal()
    except ValueError:
        return None


def _narrow(whole: Interval, part: str) -> Interval:
    """A third of the interval."""
    third = whole.days // 3
    lo, hi = {
        "early": (whole.lo, whole.lo + third),
        "mid": (whole.lo + third, whole.hi - third),
        "late": (whole.hi - third, whole.hi),
    }.get(part, (whole.lo, whole.hi))
    return Interval(lo, hi)
