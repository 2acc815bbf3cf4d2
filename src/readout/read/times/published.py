"""Inferring the day of publication from the text's own dates, where they allow it."""

from collections.abc import Iterator
from datetime import date
from itertools import pairwise
from typing import Final

from readout.read.times import calendar
from readout.read.times.context import is_limit, lean
from readout.read.times.grammar import TimeGrammar, time_grammar
from readout.read.times.tagger import Found, find_times, joins

_REACH: Final = 200
"""A day and month without a year is taken to lie at most so many days from the full date that gives it its year."""

_TOUCH: Final = 7
"""A date without a year so many days after one with a year needs no other tie."""
_NEAR: Final = 40
"""Dates without a year farther back than this beside a last date with a year leave the year open."""
_OLDEST: Final = 1995
"""Where the last date is older, the text tells history: there were no news pages before."""
_DAYS: Final = {"day": 1, "week": 7, "month": 30}


def infer_published(text: str, language: str = "vi") -> date | None:
    """The day of publication that `text` tells, or None where its dates do not allow to say.

    "Today" or "yesterday" beside a date with a year tells it. Else it is the last day told as past, where a date with a
    year (in the running text, no limit such as "từ 1/1/2026", no plan) gives the year, and the text ties the two: it
    counts about as many days, weeks or months as lie between them, or they lie within days of each other; a text whose
    dates all have years is taken at the last of them. None where a year is told that comes after it.
    """
    grammar = time_grammar(language, text)
    stated = find_times(text, None, grammar)
    full = _events(text, [found for found in stated if found.value.exact and found.value.day], grammar)
    if not full:
        return None
    anchor = max(full)
    if anchor.year < _OLDEST or _later_year(text, stated, anchor, grammar):
        return None
    resolved = find_times(text, anchor, grammar)
    today = _today(text, resolved)
    if today:
        return today
    days = _events(text, [found for found in resolved if found.value.exact], grammar)
    latest = max([day for day in days if (day - anchor).days <= _REACH], default=anchor)
    if latest == anchor:
        stray = any((anchor - day).days > _NEAR for day in days)
        return None if stray or _counts_back(resolved) else anchor
    return latest if _tied(anchor, latest, resolved) else None


def _events(text: str, found: list[Found], grammar: TimeGrammar) -> list[date]:
    """The days of `found` on which something happened: no plans, no limits."""
    return [
        item.value.day
        for item in found
        if item.value.day
        and lean(grammar.cues, text, item.start, item.end) <= 0
        and not is_limit(grammar.limits, text, item.start, item.end)
    ]


def _tied(anchor: date, latest: date, found: list[Found]) -> bool:
    """Does the text say by how much `latest` follows `anchor`, or do they nearly touch?"""
    distance = (latest - anchor).days
    return distance <= _TOUCH or any(abs(length - distance) <= length / 4 + 2 for length in _lengths(found))


def _lengths(found: list[Found]) -> Iterator[float]:
    """The lengths in days of what the text counts: "3 tuần trước", "gần một tháng sau"."""
    for item in found:
        if item.value.counted is not None:
            count, grain = item.value.counted
            if grain in _DAYS:
                yield count * _DAYS[grain]


def _counts_back(found: list[Found]) -> bool:
    """Does the text count weeks or months? Then the one day it names may be what it counts to."""
    return any(item.value.counted is not None and item.value.counted[1] in ("week", "month") for item in found)


def _later_year(text: str, stated: list[Found], anchor: date, grammar: TimeGrammar) -> bool:
    """Does the text speak of a year after `anchor` as one that has come? 1975 does not date an article of 2025."""
    for item in stated:
        edtf = item.value.edtf or ""
        if item.value.grain not in ("year", "month") or not edtf[:4].isdecimal():
            continue
        ahead = int(edtf[:4]) - anchor.year
        told = lean(grammar.cues, text, item.start, item.end)
        if (ahead > 1 and told <= 0) or (ahead == 1 and told < 0):
            return True
    return False


def _today(text: str, found: list[Found]) -> date | None:
    """The day of publication from "hôm nay, 24/11/2025" or "tối qua (24/11)"."""
    for left, right in pairwise(found):
        offset = left.value.offset
        if offset is not None and right.value.exact and right.value.day and joins(text, left, right):
            return calendar.shift(right.value.day, "day", -offset)
    return None
