"""For when and by when: the period and the deadline of a commitment among the words near it."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from readout.knowledge.tables import columns
from readout.model.records import Deadline, Time
from readout.read.analysis import View
from readout.read.tokens import Token

_SPAN: Final = re.compile(r"P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?")
_UNITS: Final = ("year", "month", "week", "day")
RELATIVE: Final = (" sau", " trước")
"""Ends of what counts from another event ("ba ngày sau cuộc gặp"): no time of the deed."""
HOUR, OPEN = "T", "/.."
PAST: Final = "hồi"
YEAR, DAY = "2026", "2026-02-04"
"""How long EDTF is for a year and for a day."""
TAIL: Final = ("cuối", "trước", "đến", "hết")
"""Beginnings of a time that say by themselves that it is the last day."""


class When:
    """Reads periods and deadlines of one article."""

    def __init__(self, text: str, language: str) -> None:
        self._text = text
        self._seasons = _seasons(language)

    def times(self, view: View, first: int, end: int, done: bool = False) -> tuple[Deadline | None, Deadline | None]:
        """(period, deadline) among the time expressions between two tokens.

        What is `done` has no deadline: the day up to which it was counted is its period. "Each year" is the period only
        where nothing else is named.
        """
        period = deadline = each = None
        for index in self._of_deed(view, first, end):
            stated = self._stated(view, index, first, done)
            if stated is None:
                continue
            record, before = view.tokens[index].record, view.tokens[index - 1] if index else None
            if isinstance(record, Time) and record.type == "SET":
                each = each or stated
            elif before is not None and before.has("since"):
                period = period if period and period.edtf else _open(stated, done) or period
            elif not done and _is_last(before, stated):
                deadline = deadline or _last_day(before, stated)
            else:
                period = period or stated
        return period or each, deadline

    def made(self, view: View, first: int, end: int, published: str | None) -> Deadline | None:
        """When it was promised: the last date between two tokens in front of the deed, where it lies behind the day of
        publication ("Năm 2013, Nga đồng ý bán …")."""
        dates = [i for i in self._of_deed(view, first, end) if _is_date(view.tokens[i])]
        if not dates or published is None or (dates[-1] and view.tokens[dates[-1] - 1].has("since")):
            return None
        time = view.tokens[dates[-1]].record
        if not isinstance(time, Time) or not time.edtf or time.edtf >= published[: len(time.edtf)]:
            return None
        return Deadline(edtf=time.edtf, text=time.text)

    def _of_deed(self, view: View, first: int, end: int) -> Iterator[int]:
        """The tokens between two, without the clauses that tell what came before ("sau đợt cắt giảm năm 2025")."""
        past = False
        for index in range(first, end):
            token = view.tokens[index]
            past = (past or token.has("aftermath")) and self._text[token.start : token.end] != ","
            if not past:
                yield index

    def _stated(self, view: View, index: int, first: int, done: bool) -> Deadline | None:
        """The time at one token, or None where it tells of something else: how early it was, another event."""
        token = view.tokens[index]
        if token.has("season"):
            return Deadline(text=self._text[token.start : token.end], name=token.value("season"))
        time = token.record
        if not isinstance(time, Time) or (not done and self._is_past(view, index)):
            return None
        season = None if time.edtf else self._seasons.get(time.text.lower())
        if season is None and _counts_from_event(time):
            return None
        if (done or time.type == "DURATION") and any(view.tokens[i].has("ahead") for i in range(first, index)):
            return None
        name = None if time.edtf else season or name_of(time)
        return Deadline(edtf=time.edtf, text=time.text, name=name)

    def _is_past(self, view: View, index: int) -> bool:
        """`hồi` tells the time of something that is past."""
        token = view.tokens[index]
        before = view.tokens[index - 1] if index else token
        return self._text.startswith(PAST, token.start) or self._text.endswith(PAST, before.start, before.end)


def _is_date(token: Token) -> bool:
    """A year, a month or a day that is known."""
    time = token.record
    return isinstance(time, Time) and time.type == "DATE" and time.edtf is not None and len(time.edtf) <= len(DAY)


def is_of_deed(told: Deadline | None, published: str | None, behind: bool) -> bool:
    """Whether a time can be that of a deed to come: neither an hour nor a day gone by, on which it was announced; a
    time that stands before the deed (not `behind` it) must last beyond the day of publication and its month.
    """
    if told is None or not told.edtf:
        return True
    if HOUR in told.edtf:
        return False
    if published is None or OPEN in told.edtf or (behind and len(told.edtf) != len(DAY)):
        return True
    last = told.edtf.rsplit("/", 1)[-1]
    return last > published[: len(last)] or (len(last) == len(YEAR) and last == published[: len(YEAR)])


@cache
def _seasons(language: str) -> dict[str, str]:
    words = columns(f"{language}/commitment_cues.tsv", "form", "class", "value")
    return {form: value for form, kind, value in words if kind == "season"}


def name_of(time: Time) -> str | None:
    """The English name of a length of time (`5 weeks`) or of a repetition (`each year`, `every 3 months`)."""
    found = _SPAN.fullmatch(time.iso8601 or "")
    told = [(int(n), unit) for n, unit in zip(found.groups(), _UNITS, strict=True) if n] if found else []
    if not told:
        return None
    if time.type == "SET" and told[0][0] == 1 and len(told) == 1:
        return f"each {told[0][1]}"
    words = " ".join(f"{n} {unit}{'' if n == 1 else 's'}" for n, unit in told)
    return f"every {words}" if time.type == "SET" else words


def is_season(told: Deadline | None) -> bool:
    """A season of trade, not a length of time or a repetition."""
    name = told.name if told else None
    return name is not None and not name[0].isdigit() and not name.startswith(("each ", "every "))


def _counts_from_event(time: Time) -> bool:
    """`ba ngày sau cuộc gặp`: no day is known."""
    return time.edtf is None and (time.text.endswith(RELATIVE) or (time.type == "DATE" and time.iso8601 is not None))


def _open(stated: Deadline, done: bool) -> Deadline | None:
    """From a day on: told of what was done since then; of a promise it is only the beginning."""
    if not stated.edtf or "/" in stated.edtf:
        return stated if done else None
    return Deadline(edtf=f"{stated.edtf}{OPEN}", text=stated.text)


def _is_last(before: Token | None, stated: Deadline) -> bool:
    return _ends_before(before) or (before is not None and before.has("by")) or stated.text.startswith(TAIL)


def _ends_before(before: Token | None) -> bool:
    return before is not None and any(entry.form == "trước" for entry in before.entries)


def _last_day(before: Token | None, stated: Deadline) -> Deadline:
    """The deadline; "before" a year or a month is by the end of the one in front of it.

    "Before the end of February" is by the end of February.
    """
    if not _ends_before(before):
        return stated
    edtf = stated.edtf if stated.text.startswith(TAIL) else last_before(stated.edtf)
    return Deadline(edtf=edtf, text=f"trước {stated.text}", name=stated.name)


def last_before(edtf: str | None) -> str | None:
    """The deadline of "before" a date, in EDTF: the year or month in front; a day stays as the article names it."""
    if edtf and re.fullmatch(r"\d{4}", edtf):
        return str(int(edtf) - 1)
    if edtf and re.fullmatch(r"\d{4}-(?:0[1-9]|1[0-2])", edtf):
        year, month = divmod(int(edtf[:4]) * 12 + int(edtf[5:]) - 2, 12)
        return f"{year}-{month + 1:02}"
    return edtf
