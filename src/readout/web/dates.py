"""Dates, spans and durations in words, exactly as precise as they were stated (EDTF in, words out)."""

import re
from datetime import date
from functools import lru_cache

from babel.dates import get_month_names

from readout.web.language import Language
from readout.web.language import message as _

_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})(?:T.*)?", re.ASCII)
_MONTH = re.compile(r"(\d{4})-(0[1-9]|1[0-2])", re.ASCII)
_PART = re.compile(r"(\d{4})-(2[1-4]|3[3-6]|4[01])", re.ASCII)
_YEAR = re.compile(r"[12]\d{3}", re.ASCII)
_DECADE = re.compile(r"(\d{3})X", re.ASCII)
_DURATION = re.compile(
    r"P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?", re.ASCII
)
_UNITS = (
    (_("%(num)s year"), _("%(num)s years")), (_("%(num)s month"), _("%(num)s months")),
    (_("%(num)s week"), _("%(num)s weeks")), (_("%(num)s day"), _("%(num)s days")),
    (_("%(num)s hour"), _("%(num)s hours")), (_("%(num)s minute"), _("%(num)s minutes")),
    (_("%(num)s second"), _("%(num)s seconds")),
)  # fmt: skip
# EDTF level 1 and 2: the numbers that stand for a part of a year.
_YEAR_PARTS = {
    "21": _("spring %(year)s"), "22": _("summer %(year)s"), "23": _("autumn %(year)s"), "24": _("winter %(year)s"),
    "33": _("first quarter of %(year)s"), "34": _("second quarter of %(year)s"),
    "35": _("third quarter of %(year)s"), "36": _("fourth quarter of %(year)s"),
    "40": _("first half of %(year)s"), "41": _("second half of %(year)s"),
}  # fmt: skip
_VAGUE = {"early": _("early %(when)s"), "mid": _("mid-%(when)s"), "late": _("late %(when)s")}


class Dates:
    """Dates in one language."""

    def __init__(self, language: Language) -> None:
        self._language = language
        self._t = language.gettext
        self._months = get_month_names("abbreviated", locale=language.locale)
        self._certain = lru_cache(maxsize=4096)(self._told)

    def edtf(self, edtf: str | None, part: str | None = None) -> str:
        """`2026-02-04` → `4 Feb 2026`; an interval → `13–15 May 2026`; unknown forms stay, no date is empty."""
        if not edtf:
            return ""
        words = self._interval(*edtf.split("/", 1)) if "/" in edtf else self._single(edtf)
        return self._t(_VAGUE[part]) % {"when": words} if part in _VAGUE else words

    def stamp(self, stamp: str | None) -> str:
        """The day of a publication stamp."""
        return self.edtf(stamp) if stamp else self._t("undated")

    def clock(self, stamp: str | None) -> str:
        """`25 Nov 2025, 08:30` where the time is known."""
        time = re.search(r"T(\d{2}:\d{2})", stamp or "")
        return f"{self.stamp(stamp)}, {time[1]}" if time else self.stamp(stamp)

    def duration(self, iso8601: str, approximate: bool = False) -> str:
        """`PT1H30M` → `1 hour 30 minutes`."""
        found = _DURATION.fullmatch(iso8601)
        numbers = found.groups() if found else ()
        parts = [
            self._t(one if int(n) == 1 else many) % {"num": int(n)}
            for n, (one, many) in zip(numbers, _UNITS, strict=False)
            if n
        ]
        words = " ".join(parts) or iso8601
        return self._t("about %(what)s") % {"what": words} if approximate else words

    def month(self, year_month: str) -> str:
        """`2025-11` → `Nov 2025`."""
        return self._certain(year_month)

    def _single(self, edtf: str) -> str:
        bare = edtf.rstrip("~?%")
        words = self._certain(bare)
        qualifier = edtf[len(bare) :]
        words = self._t("about %(what)s") % {"what": words} if qualifier in ("~", "%") else words
        return f"{words}?" if qualifier in ("?", "%") else words

    def _told(self, edtf: str) -> str:
        if day := _day(edtf):
            return self._day_words(day)
        if month := _MONTH.fullmatch(edtf):
            return self._month_words(int(month[2]), month[1])
        if part := _PART.fullmatch(edtf):
            return self._t(_YEAR_PARTS[part[2]]) % {"year": part[1]}
        if decade := _DECADE.fullmatch(edtf):
            return self._t("the %(decade)ss") % {"decade": decade[1] + "0"}
        return self._t("%(year)s") % {"year": edtf} if _YEAR.fullmatch(edtf) else edtf

    def _day_words(self, day: date) -> str:
        if self._language.code == "vi":
            return f"{day.day}/{day.month}/{day.year}"
        return f"{day.day} {self._months[day.month]} {day.year}"

    def _month_words(self, month: int, year: str) -> str:
        if self._language.code == "vi":
            return f"tháng {month}/{year}"
        return f"{self._months[month]} {year}"

    def _interval(self, start: str, end: str) -> str:
        if start in ("", ".."):
            return self._t("until %(when)s") % {"when": self._single(end)}
        if end in ("", ".."):
            return self._t("from %(when)s") % {"when": self._single(start)}
        first, last = _day(start), _day(end)
        if first and last and (first.year, first.month) == (last.year, last.month):
            return f"{first.day}–{self._day_words(last)}"
        return f"{self._single(start)} – {self._single(end)}"


def _day(edtf: str) -> date | None:
    try:
        return date.fromisoformat(edtf[:10]) if _DAY.fullmatch(edtf) else None
    except ValueError:
        return None
