"""Uncertain dates (EDTF) for formats that know only days: the first and the last day that a date can mean."""

import re
from datetime import UTC, date, datetime

from readout.link.days import interval_of

_PARTS = frozenset({"21", "22", "23", "24", "33", "34", "35", "36", "40", "41"})
"""EDTF's numbers for seasons, quarters and halves of a year, which stand where a month does."""


def day_range(edtf: str | None, part: str | None = None) -> tuple[date, date] | None:
    """First and last day, inclusive; `part` (early, mid, late) is a third. None for an open interval and for what is no
    date."""
    if not edtf or any(end in ("", "..") for end in edtf.split("/")):
        return None
    found = interval_of(edtf, part)
    return (date.fromordinal(found.lo), date.fromordinal(found.hi)) if found else None


def precision(edtf: str | None) -> str:
    """`day`, `month`, `year`, `part` (season, quarter, half), `interval` or `unknown`."""
    bare = (edtf or "").rstrip("~?%")
    if "/" in bare:
        return "interval"
    if re.match(r"\d{4}-\d{2}-\d{2}", bare, re.ASCII):
        return "day"
    if found := re.fullmatch(r"\d{4}-(\d{2})", bare, re.ASCII):
        return "part" if found[1] in _PARTS else "month"
    return "year" if re.fullmatch(r"\d{4}", bare, re.ASCII) else "unknown"


def moment_of(stamp: str | None) -> datetime | None:
    """A publication stamp as a moment in UTC; a day without a time is its midnight in UTC."""
    try:
        moment = datetime.fromisoformat(stamp) if stamp else None
        if moment is None:
            return None
        return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)
    except (ValueError, OverflowError):
        return None
