"""Reading counted times: so long ago, from now, after; durations, repetitions, clock times, holidays."""

from datetime import date, timedelta
from functools import cache
from typing import Final

from readout.read.times import calendar, nearest
from readout.read.times.days import full_year
from readout.read.times.values import UNKNOWN, Slots, Surroundings, Value, day_value, grain_value, range_value

_MOST: Final = 3000


def _count(slots: Slots) -> float | None:
    count = slots.get("count")
    return float(count) if count is not None and 0 < float(count) <= _MOST else None


def _moved(base: date | None, slots: Slots, sign: int) -> Value | None:
    """`base` moved by the counted grains, at the precision of the grain."""
    count, grain = _count(slots), str(slots["unit"])
    if count is None:
        return None
    if grain in ("second", "minute", "hour"):
        hours = count / {"second": 3600, "minute": 60, "hour": 1}[grain]
        return day_value(calendar.shift(base, "day", sign * int(hours // 24)) if base else None, "relative")
    moved = calendar.shift(base, grain, sign * round(count)) if base else None
    return grain_value(moved, grain, "relative", counted=(count, grain))


def ago(slots: Slots, at: Surroundings) -> Value | None:
    """Three weeks ago: the week that lies three weeks before the publication; "more than" three weeks ago: that week
    or the one before it."""
    found, count = _moved(at.now, slots, -1), _count(slots)
    if slots.get("approximately") != ">" or slots["unit"] != "week" or count is None or found is None:
        return found
    earlier = _moved(at.now, {**slots, "count": count + 1}, -1)
    if not (found.edtf and earlier and earlier.edtf):
        return found
    edtf = f"{earlier.edtf.partition('/')[0]}/{found.edtf.rpartition('/')[2]}"
    return found.told_as(edtf, found.day, found.basis)


def hence(slots: Slots, at: Surroundings) -> Value | None:
    """In two weeks."""
    return _moved(at.now, slots, +1)


def hence_range(slots: Slots, at: Surroundings) -> Value | None:
    """In two to three months: from the one to the other."""
    first, last = hence(slots, at), hence({**slots, "count": slots.get("count:2")}, at)
    if first is None or last is None:
        return None
    if first.edtf is None or last.edtf is None or first.edtf >= last.edtf:
        return first.told_as(None, first.day, first.basis)
    edtf = f"{first.edtf.partition('/')[0]}/{last.edtf.rpartition('/')[2]}"
    return first.told_as(edtf, None, first.basis)


def before_that(slots: Slots, at: Surroundings) -> Value | None:
    """Two days before that: counted from the day last spoken of."""
    return _moved(at.spoken, slots, -1)


def day_before(slots: Slots, at: Surroundings) -> Value | None:
    """The day before the one last spoken of, else before today."""
    del slots
    return _moved(at.spoken or at.now, {"count": 1, "unit": "day"}, -1)


def after_that(slots: Slots, at: Surroundings) -> Value | None:
    """Two months later: counted from the day last spoken of, else unknown."""
    if at.spoken is None:
        return UNKNOWN
    return _moved(at.spoken, {**slots, "unit": slots["calendar-unit"]}, +1)


def event_distance(slots: Slots) -> Value:
    """Two days after some event: when is unknown, but a plain count of days or weeks is kept as the distance."""
    count, grain = _count(slots), str(slots["unit"])
    if count is None or not count.is_integer() or grain not in ("day", "week") or "approximately" in slots:
        return UNKNOWN
    return Value(iso8601=calendar.iso_duration(count, grain), basis="unknown")


def hours_after(slots: Slots, at: Surroundings) -> Value | None:
    """A few hours later: on the day last spoken of."""
    if "count" in slots and (_count(slots) or 99) > 12 and slots["short-unit"] == "hour":
        return UNKNOWN
    return day_value(at.spoken, "relative")


def _around(slots: Slots, at: Surroundings, sign: int) -> Value | None:
    """The counted grains that end before the running one, or begin after it; days of weeks are counted in days."""
    count, grain = _count(slots), str(slots["unit"])
    if count is None:
        return None
    if grain in ("second", "minute", "hour"):
        return Value(grain="day", basis="relative", edtf=at.now.isoformat() if at.now and count <= 24 else None)
    if at.now is None:
        return Value(grain=calendar.grain_of(grain), basis="relative")
    near, far = calendar.shift(at.now, grain, sign), calendar.shift(at.now, grain, sign * round(count))
    begin, end = (near, far) if sign > 0 else (far, near)
    return range_value(begin, end, grain, "relative")


def past_range(slots: Slots, at: Surroundings) -> Value | None:
    """The last three days, the past ten years."""
    return _around(slots, at, -1)


def next_range(slots: Slots, at: Surroundings) -> Value | None:
    """The coming ten days."""
    return _around(slots, at, +1)


def next_hours(slots: Slots, at: Surroundings) -> Value | None:
    """Within the next few hours: today."""
    del slots
    return day_value(at.now, "relative")


def within(slots: Slots, at: Surroundings) -> Value | None:
    """Within the coming two weeks: from today on."""
    count, grain = _count(slots), str(slots["unit"])
    if count is None or at.now is None or grain not in ("day", "week", "month", "year"):
        return _around(slots, at, +1)
    return range_value(at.now, calendar.shift(at.now, grain, round(count)), "day", "relative")


def ahead(slots: Slots, at: Surroundings) -> Value | None:
    """In four weeks' time: the one week, month or day that is so far ahead."""
    count, grain = _count(slots), str(slots["unit"])
    if count is None or at.now is None or grain not in ("day", "week", "month", "year"):
        return _around(slots, at, +1)
    return grain_value(calendar.shift(at.now, grain, round(count)), grain, "relative")


def duration(slots: Slots) -> Value | None:
    """A length of time as ISO 8601."""
    grain = str(slots.get("unit", "hour" if "count" in slots else "minute"))
    if "unit" not in slots and "minute" in slots:
        hours = f"{int(slots['count'])}H" if "count" in slots else ""
        seconds = f"{int(slots['second'])}S" if "second" in slots else ""
        return Value("DURATION", iso8601=f"PT{hours}{int(slots['minute'])}M{seconds}", grain="minute")
    count = slots.get("count")
    if count is None or float(count) <= 0:
        return None
    if slots.get("half-hour") and grain == "hour" and float(count).is_integer():
        return Value("DURATION", iso8601=calendar.iso_duration(float(count), grain, "30M"), grain="minute")
    amount = float(count) + (0.5 if slots.get("half-hour") else 0)
    if grain == "year" and not amount.is_integer():
        return Value("DURATION", iso8601=f"P{int(amount)}Y{round(amount % 1 * 12)}M", grain="month")
    return Value("DURATION", iso8601=calendar.iso_duration(amount, grain), grain=calendar.grain_of(grain))


def half_duration(slots: Slots) -> Value | None:
    """Half an hour, half a year."""
    halves = {"hour": "PT30M", "day": "PT12H", "month": "P15D", "year": "P6M", "decade": "P5Y", "century": "P50Y"}
    grain = str(slots["halved"])
    return Value("DURATION", iso8601=halves[grain], grain=calendar.grain_of(grain))


def repetition(slots: Slots) -> Value | None:
    """Every year, every month (ISO 8601 period), or a day of every year (EDTF without year)."""
    if "month" in slots:
        month, day = int(slots["month"]), int(slots["day"])
        found = calendar.make(2000, month, day)
        return Value("SET", edtf=f"XXXX-{month:02}-{day:02}", iso8601="P1Y", grain="day") if found else None
    grain = str(slots["every"])
    return Value("SET", iso8601=calendar.iso_duration(1, grain), grain=calendar.grain_of(grain))


_NOON_AND_LATER: Final = {"noon": 10, "afternoon": 12, "evening": 12, "night": 12}


def clock(slots: Slots, at: Surroundings) -> Value | None:
    """A clock time: on the day it names, else on the day last spoken of, else on the day of publication."""
    if "bare-part-of-day" in slots:
        hour, minute = int(slots["bare-part-of-day"]), None
    else:
        hour = int(slots["hour"] if "hour" in slots else slots["hour-digits"])
        minute = slots.get("minute", slots.get("minute-pair", slots.get("half-hour")))
    part = slots.get("part-of-day")
    if part in _NOON_AND_LATER and hour <= 12 and not (part == "night" and (hour < 6 or hour == 12)):
        hour = hour % 12 + 12 if hour < _NOON_AND_LATER[str(part)] else hour
    if slots.get("minus") and minute is not None:
        hour, minute = hour - 1, 60 - int(minute)
    if hour == 24 or hour < 0 or (minute is not None and int(minute) > 59):
        return None
    base = at.now if "near-day" in slots else at.spoken or at.now
    if base and "near-day" in slots:
        base = base + timedelta(days=int(slots["near-day"]))
    time = f"{hour:02}:{int(minute or 0):02}" + (f":{slots['second-pair']:02}" if "second-pair" in slots else "")
    edtf = f"{base.isoformat()}T{time}" if base else None
    return Value("TIME", edtf=edtf, grain="hour" if minute is None else "minute", day=base, basis="stated")


def holiday(slots: Slots, at: Surroundings) -> Value | None:
    """A feast on its day in the year that is stated or likeliest."""
    rule = str(slots["holiday"])
    year = full_year(slots, at)
    if year is not None:
        return day_value(_holiday(rule, year), "holiday")
    if at.now is None:
        return day_value(None, "holiday")
    days = [day for n in (-1, 0, 1) if (day := _holiday(rule, at.now.year + n))]
    now, told = at.now, at.lean()
    return day_value(min(days, key=lambda d: nearest.cost((d - now).days, told)) if days else None, "holiday")


@cache
def _holiday(rule: str, year: int) -> date | None:
    """The day of `rule` (MM-DD, or CC:Name after the `holidays` library) in `year`."""
    country, _, name = rule.partition(":")
    if not name:
        return calendar.make(year, int(rule[:2]), int(rule[3:]))
    if not 1950 <= year <= 2100:
        return None
    from holidays import country_holidays

    found = country_holidays(country, years=year, language="en_US")
    return next((day for day in sorted(found) if found[day] == name), None)
