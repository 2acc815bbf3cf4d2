"""Reading months, quarters, seasons, years, decades and centuries, stated or counted from the publication."""

from datetime import date

from readout.model.vocabulary import Part
from readout.read.times import calendar, nearest
from readout.read.times.days import full_year
from readout.read.times.values import Slots, Surroundings, Value, grain_value, range_value


def part_of(slots: Slots, suffix: str = "") -> Part | None:
    """ "early", "mid" or "late" where the expression says so."""
    end = slots.get("vague-end" + suffix)
    return end if end in ("early", "mid", "late") else None


def _month_day(slots: Slots, at: Surroundings, suffix: str = "", year: int | None = None) -> date | None:
    """First day of the month that is named."""
    number = int(slots["month" + suffix])
    stated = full_year(slots, at, suffix, shifted=False) or year
    if stated is not None:
        return calendar.make(stated, number, 1)
    if at.year:
        return calendar.make(at.year, number, 1)
    return nearest.month(number, at.now, at.lean) if at.now else None


def month(slots: Slots, at: Surroundings) -> Value | None:
    """A month of a stated year ("tháng 4 năm ngoái"), a shifted one ("tháng 3 tới") or the likeliest."""
    if "shift" not in slots:
        return grain_value(_month_day(slots, at), "month", part=part_of(slots))
    if slots.get("shift-of-year"):
        year = full_year(slots, at)
        day = calendar.make(year, int(slots["month"]), 1) if year else None
        return grain_value(day, "month", "relative", part_of(slots))
    return grain_value(_shifted_month(slots, at), "month", "relative", part_of(slots))


def _shifted_month(slots: Slots, at: Surroundings) -> date | None:
    """The next, the last such month from the publication on; "this" is the likeliest."""
    if at.now is None:
        return None
    number, shift = int(slots["month"]), int(slots["shift"])
    if shift == 0:
        return nearest.month(number, at.now, lambda: 0)
    year = at.now.year
    if shift > 0 and number < at.now.month:
        year += 1
    if shift < 0 and number > at.now.month:
        year -= 1
    return calendar.make(year, number, 1)


def month_range(slots: Slots, at: Surroundings) -> Value | None:
    """From one month to another; the first takes its year from the second."""
    end = _month_day(slots, at, ":2") if "year:2" in slots or "year" not in slots else None
    year = full_year(slots, at)
    if end is None and year:
        end = calendar.make(year + (int(slots["month:2"]) < int(slots["month"])), int(slots["month:2"]), 1)
    if end is None:
        return grain_value(None, "month")
    begin = calendar.make(year or end.year, int(slots["month"]), 1)
    if begin and begin > end and not year:
        begin = calendar.make(end.year - 1, int(slots["month"]), 1)
    return range_value(begin, end, "month") if begin and begin < end else None


def year(slots: Slots) -> Value | None:
    """A year in figures."""
    number = slots.get("year", slots.get("early-year"))
    day = calendar.make(int(number), 1, 1) if number is not None else None
    return grain_value(day, "year", part=part_of(slots)) if day else None


def year_before_christ(slots: Slots) -> Value:
    """Years before Christ: EDTF counts from a year 0, so that 179 BC is -0178."""
    number = int(slots["any-year"]) - 1
    return Value(edtf=f"-{number:04}" if number else "0000", grain="year")


def year_range(slots: Slots) -> Value | None:
    """From one year to another, "2025/26" included."""
    begin = int(slots["year"])
    end = int(slots["year:2"]) if "year:2" in slots else begin // 100 * 100 + int(slots["short-year:2"])
    if not begin < end <= begin + 150:
        return None
    return range_value(calendar.make(begin, 1, 1), calendar.make(end, 1, 1), "year")


def _period(slots: Slots, at: Surroundings, grain: str, number: int) -> Value | None:
    stated = full_year(slots, at)
    if stated is not None:
        day = calendar.make(stated, (number - 1) * calendar.MONTHS[grain] + 1, 1)
    elif at.now is None:
        day = None
    elif grain == "half-year":
        day = calendar.make(at.now.year, (number - 1) * 6 + 1, 1)
    else:
        day = nearest.period(grain, number, at.now, at.lean)
    return grain_value(day, grain, "relative" if "shift" in slots else "stated", part_of(slots))


def quarter(slots: Slots, at: Surroundings) -> Value | None:
    """A quarter, as the interval of its three months."""
    return _period(slots, at, "quarter", int(slots["quarter"]))


def half_year(slots: Slots, at: Surroundings) -> Value | None:
    """The first or the second half of a year."""
    return _period(slots, at, "half-year", int(slots["half"]))


def months_of_year(slots: Slots, at: Surroundings) -> Value | None:
    """The first nine months, the last three months of a year."""
    count = int(slots["count"] or 0)
    year = full_year(slots, at) or (at.now.year if at.now else None)
    if not 1 <= count <= 11:
        return None
    if year is None:
        return grain_value(None, "month")
    start = 1 if int(slots["half"]) == 1 else 13 - count
    return range_value(calendar.make(year, start, 1), calendar.make(year, start + count - 1, 1), "month")


def relative(slots: Slots, at: Surroundings) -> Value | None:
    """This, the last, the next week, month, year …"""
    grain, count = str(slots["long-unit"]), int(slots["shift"])
    if at.now is None:
        return grain_value(None, grain, "relative", part_of(slots))
    base = calendar.first(at.now, grain) if grain != "week" else at.now
    return grain_value(calendar.shift(base, grain, count), grain, "relative", part_of(slots))


def running(slots: Slots, at: Surroundings) -> Value | None:
    """The beginning, the middle, the end of the year or month that runs (the end of a week is a weekend)."""
    if slots["running"] == "week":
        return None
    return grain_value(at.now, str(slots["running"]), "relative", part_of(slots))


def to_date(slots: Slots, at: Surroundings) -> Value:
    """From the beginning of the year, month or week up to the publication."""
    if at.now is None:
        return Value(grain="day", basis="relative")
    return range_value(calendar.first(at.now, str(slots["running"])), at.now, "day", "relative")


def season(slots: Slots, at: Surroundings) -> Value:
    """A season as EDTF code 21 (spring) to 24 (winter); without a year the running one's."""
    code = int(slots["season"])
    year = full_year(slots, at) or (at.now.year if at.now else None)
    basis = "relative" if "year" not in slots else "stated"
    return Value(
        edtf=f"{year:04}-{code}" if year else None,
        grain="season",
        part=part_of(slots),
        basis="relative" if basis == "relative" else "stated",
    )


def decade(slots: Slots) -> Value | None:
    """A decade by its first year, or by its two figures ("thập niên 90")."""
    first = int(slots["decade"]) if "decade" in slots else 1900 + int(slots["decade-digits"])
    return grain_value(calendar.make(first, 1, 1), "decade", part=part_of(slots))


def century(slots: Slots) -> Value | None:
    """A century by its number: the 21st is 20XX."""
    number = int(slots["century"])
    return Value(edtf=f"{number - 1:02}XX", grain="century", part=part_of(slots))
