"""Publication stamps as feeds, pages and sitemaps write them, as ISO 8601 with the offset where one is stated."""

import re
from collections.abc import Iterator
from datetime import datetime, timedelta, timezone

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_RFC822 = re.compile(
    r"(?:[A-Za-z]{3,9},?\s+)?(\d{1,2})[ -]([A-Za-z]{3})[a-z]*[ -](\d{4})"
    r"(?:,?\s+(\d{1,2}):(\d{2})(?::(\d{2}))?)?\s*(.*)",
    re.ASCII,
)
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ]+(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?\s*(.*))?", re.ASCII)
_OFFSET = re.compile(r"(?:GMT|UTC|UT)?\s*([+-])(\d{1,2})(?::?(\d{2}))?", re.ASCII | re.IGNORECASE)
_ZONES = {"z": 0, "gmt": 0, "utc": 0, "ut": 0, "est": -5, "edt": -4, "cst": -6, "cdt": -5, "mst": -7, "mdt": -6,
          "pst": -8, "pdt": -7, "ict": 7}  # fmt: skip

HANOI = timezone(timedelta(hours=7))

_DAY = r"(?P<day>\d{1,2})\s*(?:[/.-]|tháng)\s*(?P<month>\d{1,2})\s*(?:[/.,-]|năm)\s*(?P<year>\d{4})"
_CLOCK = r"(?P<hour>\d{1,2})\s*(?::|h|giờ)\s*(?P<minute>\d{2})(?::\d{2})?\s*(?P<half>AM|PM|SA|CH)?"
_BETWEEN = r"[\s,|•·/-]*(?:(?:thứ|chủ)\s+\w+|lúc|ngày|cập nhật|\(?GMT\s*\+\s*7\)?)?[\s,|•·/-]*(?:ngày)?\s*"
_ZONE = r"(?P<zone>\s*[|,(-]?\s*(?:GMT|UTC)\s*\+\s*0?7(?::00)?)?"
_DAY_FIRST = re.compile(rf"(?<!\d){_DAY}{_BETWEEN}{_CLOCK}{_ZONE}", re.IGNORECASE)
_CLOCK_FIRST = re.compile(rf"(?<!\d){_CLOCK}{_ZONE}{_BETWEEN}{_DAY}", re.IGNORECASE)


def stamp_of(value: str | None) -> str | None:
    """An RFC 822 or ISO 8601 stamp as ISO 8601 to the second; a bare day stays a day; None for any other form.

    `GMT+7` is understood. A zone that is not known makes a stamp without offset, not a wrong one. `2/5/2026` is None:
    nobody knows which of the two is the month.
    """
    value = " ".join((value or "").split())
    if found := _ISO.fullmatch(value):
        year, month, day, hour, minute, second, zone = found.groups()
    elif found := _RFC822.fullmatch(value):
        day, name, year, hour, minute, second, zone = found.groups()
        month = str(_MONTHS.index(name.lower()) + 1 if name.lower() in _MONTHS else 0)
    else:
        return None
    try:
        if hour is None:
            return f"{datetime(int(year), int(month), int(day)):%Y-%m-%d}"
        moment = datetime(int(year), int(month), int(day), int(hour), int(minute), int(second or 0))
    except ValueError:
        return None
    return moment.replace(tzinfo=_zone(zone or "")).isoformat()


def _zone(words: str) -> timezone | None:
    words = words.strip().strip("()").strip()
    if words.lower() in _ZONES:
        return timezone(timedelta(hours=_ZONES[words.lower()]))
    found = _OFFSET.fullmatch(words)
    if not found:
        return None
    offset = timedelta(hours=int(found[2]), minutes=int(found[3] or 0))
    return timezone(-offset if found[1] == "-" else offset) if offset < timedelta(hours=15) else None


def visible_stamps(text: str) -> Iterator[datetime]:
    """The stamps with a clock time in words people read (`Thứ năm, 5/2/2026, 08:30 (GMT+7)`), in order.

    With an offset only where GMT+7 stands beside it.
    """
    found = [*_DAY_FIRST.finditer(text), *_CLOCK_FIRST.finditer(text)]
    for match in sorted(found, key=lambda one: one.start()):
        try:
            hour = int(match["hour"])
            half = (match["half"] or "").upper()
            hour += 12 if half in ("PM", "CH") and hour < 12 else -12 if half in ("AM", "SA") and hour == 12 else 0
            moment = datetime(int(match["year"]), int(match["month"]), int(match["day"]), hour, int(match["minute"]))
        except ValueError:
            continue
        said = match["zone"] or re.search(r"(?:GMT|UTC)\s*\+\s*0?7", match.group(), re.IGNORECASE)
        yield moment.replace(tzinfo=HANOI) if said else moment


def corrected(stamp: str, seen: list[datetime]) -> str:
    """The declared stamp, corrected where the page shows the same moment seven hours away.

    Some papers write UTC and call it +07:00, some write local time and call it UTC. Only a visible time that is the
    declared clock time plus exactly seven hours (or the declared clock time itself, called UTC) proves it; where any
    visible time agrees with the declared moment, nothing is changed.
    """
    declared = datetime.fromisoformat(stamp) if "T" in stamp else None
    if declared is None or declared.tzinfo is None or not seen:
        return stamp
    local = [moment.replace(tzinfo=HANOI) for moment in seen]
    if any(_same_minute(moment, declared) for moment in local):
        return stamp
    as_hanoi = declared.replace(tzinfo=HANOI)
    for moment in local:
        if declared.utcoffset() == timedelta(hours=7) and _same_minute(moment - timedelta(hours=7), declared):
            return moment.replace(second=declared.second).isoformat()
        if declared.utcoffset() == timedelta(0) and _same_minute(moment, as_hanoi):
            return as_hanoi.isoformat()
    return stamp


def _same_minute(one: datetime, other: datetime) -> bool:
    return abs(one - other) < timedelta(minutes=2)
