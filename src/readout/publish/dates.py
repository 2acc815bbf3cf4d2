"""Uncertain dates (EDTF) for formats that know only days: the first and the last day that a date can mean."""

import calendar
import re
from datetime import UTC, date, datetime

_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})(?:T.*)?", re.ASCII)
_MONTH = re.compile(r"(\d{4})-(\d{2})", re.ASCII)
_YEAR = re.compile(r"(\d{4})", re.ASCII)
_DECADE = re.compile(r"(\d{3})X", re.ASCII)
# EDTF: 21-24 are seasons (of the north), 33-36 quarters, 40 and 41 halves: the month they begin in, months they last.
_PARTS = {"21": (3, 3), "22": (6, 3), "23": (9, 3), "24": (12, 3), "33": (1, 3), "34": (4, 3), "35": (7, 3),
          "36": (10, 3), "40": (1, 6), "41": (7, 6)}  # fmt: skip


def day_range(edtf: str | None) -> tuple[date, date] | None:
    """First and last day, inclusive; None for an open interval or a form that is not known."""
    if not edtf:
        return None
    start, _, end = edtf.partition("/")
    first, last = _range(start), _range(end) if end else _range(start)
    return (first[0], last[1]) if first and last and first[0] <= last[1] else None


def _range(edtf: str) -> tuple[date, date] | None:
    edtf = edtf.rstrip("~?%")
    try:
        if found := _DAY.fullmatch(edtf):
            day = date(int(found[1]), int(found[2]), int(found[3]))
            return day, day
        if found := _MONTH.fullmatch(edtf):
            month, months = _PARTS.get(found[2], (int(found[2]), 1))
            return date(int(found[1]), month, 1), _last(int(found[1]), month + months - 1)
        if found := _YEAR.fullmatch(edtf):
            return date(int(found[1]), 1, 1), date(int(found[1]), 12, 31)
        if found := _DECADE.fullmatch(edtf):
            return date(int(found[1]) * 10, 1, 1), date(int(found[1]) * 10 + 9, 12, 31)
    except ValueError:
        return None
    return None


def _last(year: int, month: int) -> date:
    year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    return date(year, month, calendar.monthrange(year, month)[1])


def precision(edtf: str | None) -> str:
    """`day`, `month`, `year`, `part` (season, quarter, half), `interval` or `unknown`."""
    if not edtf:
        return "unknown"
    bare = edtf.rstrip("~?%")
    if "/" in bare:
        return "interval"
    month = _MONTH.fullmatch(bare)
    if _DAY.fullmatch(bare):
        return "day"
    return ("part" if month[2] in _PARTS else "month") if month else "year" if _YEAR.fullmatch(bare) else "unknown"


def moment_of(stamp: str | None) -> datetime | None:
    """A publication stamp as a moment in UTC; a day without a time is its midnight in UTC."""
    try:
        moment = datetime.fromisoformat(stamp) if stamp else None
    except ValueError:
        return None
    if moment is None:
        return None
    try:
        return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)
    except OverflowError:
        return None
