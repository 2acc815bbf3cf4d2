"""Dates, spans and durations in English words, exactly as precise as they were stated."""

import re
from datetime import date

_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})(?:T.*)?", re.ASCII)
_MONTH = re.compile(r"(\d{4})-(0[1-9]|1[0-2])", re.ASCII)
_PART = re.compile(r"(\d{4})-(2[1-4]|3[3-6]|4[01])", re.ASCII)
_DECADE = re.compile(r"(\d{3})X", re.ASCII)
_DURATION = re.compile(
    r"P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?", re.ASCII
)
_UNITS = ("year", "month", "week", "day", "hour", "minute", "second")
# EDTF level 1 and 2: the numbers that stand for a part of a year.
_PARTS = {
    "21": "spring", "22": "summer", "23": "autumn", "24": "winter", "33": "1st quarter", "34": "2nd quarter",
    "35": "3rd quarter", "36": "4th quarter", "40": "first half", "41": "second half",
}  # fmt: skip


def date_words(edtf: str | None, part: str | None = None) -> str:
    """`2026-02-04` → `4 Feb 2026`, `2026` late → `late 2026`, an interval → `13–15 May 2026`; unknown forms stay as
    they are, no date is an empty string."""
    if not edtf:
        return ""
    words = _interval(*edtf.split("/", 1)) if "/" in edtf else _single(edtf)
    return f"{part} {words}" if part else words


def stamp_words(stamp: str | None) -> str:
    """A publication stamp: `25 Nov 2025`, or `25 Nov 2025, 08:30` where the time is known."""
    if not stamp:
        return "undated"
    day = date_words(stamp)
    clock = re.search(r"T(\d{2}:\d{2})", stamp)
    return f"{day}, {clock[1]}" if clock else day


def duration_words(iso8601: str, approximate: bool = False) -> str:
    """`PT1H30M` → `1 hour 30 minutes`, with `about` in front where it is approximate."""
    found = _DURATION.fullmatch(iso8601)
    counted = [(int(n), unit) for n, unit in zip(found.groups(), _UNITS, strict=True) if n] if found else []
    words = " ".join(f"{n} {unit}{'' if n == 1 else 's'}" for n, unit in counted) or iso8601
    return f"about {words}" if approximate else words


def year_of(edtf: str | None) -> str:
    """The year a date begins in, or `undated`."""
    found = re.match(r"\d{4}", edtf or "", re.ASCII)
    return found[0] if found else "undated"


def _single(edtf: str) -> str:
    edtf, qualifier = edtf.rstrip("~?%"), edtf[len(edtf.rstrip("~?%")) :]
    words = _certain(edtf)
    words = f"about {words}" if qualifier in ("~", "%") else words
    return f"{words}?" if qualifier in ("?", "%") else words


def _certain(edtf: str) -> str:
    if day := _day(edtf):
        return f"{day.day} {_month_name(day.month)} {day.year}"
    if month := _MONTH.fullmatch(edtf):
        return f"{_month_name(int(month[2]))} {month[1]}"
    if part := _PART.fullmatch(edtf):
        return f"{_PARTS[part[2]]} {part[1]}"
    if decade := _DECADE.fullmatch(edtf):
        return f"{decade[1]}0s"
    return edtf


def _interval(start: str, end: str) -> str:
    if start in ("", ".."):
        return f"until {_single(end)}"
    if end in ("", ".."):
        return f"from {_single(start)}"
    first, last = _day(start), _day(end)
    if first and last and first.year == last.year:
        month = "" if first.month == last.month else f" {_month_name(first.month)}"
        dash = "–" if not month else " – "
        return f"{first.day}{month}{dash}{last.day} {_month_name(last.month)} {last.year}"
    if _MONTH.fullmatch(start) and _MONTH.fullmatch(end) and start[:4] == end[:4]:
        return f"{_month_name(int(start[5:]))} – {_single(end)}"
    return f"{_single(start)} – {_single(end)}"


def _day(edtf: str) -> date | None:
    try:
        return date.fromisoformat(edtf[:10]) if _DAY.fullmatch(edtf) else None
    except ValueError:
        return None


def _month_name(month: int) -> str:
    """`Feb`, as Python writes it in every locale."""
    return date(2000, month, 1).ctime()[4:7]
