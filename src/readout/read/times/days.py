"""Reading days: calendar days, ranges of days, weekdays, and days counted from today or from the day last spoken of."""

from datetime import date, timedelta

from readout.read.times import calendar, nearest
from readout.read.times.values import UNKNOWN, Slots, Surroundings, Value, day_value, range_value


def full_year(slots: Slots, at: Surroundings, suffix: str = "", shifted: bool = True) -> int | None:
    """The year that the slots state: in four figures, in two, or relative to the year of publication (if `shifted`)."""
    year = slots.get("year" + suffix)
    if year is not None:
        return int(year)
    short = slots.get("short-year" + suffix)
    if short is not None:
        return int(short) + (2000 if int(short) < 50 else 1900)
    shift = slots.get("shift" + suffix)
    if shift is not None and shifted and at.now:
        return at.now.year + int(shift)
    if slots.get("same-year" + suffix) is not None and at.spoken:
        return at.spoken.year
    return None


def calendar_day(slots: Slots, at: Surroundings, suffix: str = "") -> date | None:
    """The day that `day`, `month` and `year` name; what is missing is taken from the surroundings."""
    day, month = slots.get("day" + suffix), slots.get("month" + suffix)
    if day is None:
        return None
    if month is None:
        return _day_of_month(int(day), slots, at)
    year = full_year(slots, at, suffix)
    if year is None and at.now is None:
        return None
    if year is None and at.now and "nearby" + suffix in slots:
        return _next_or_last(int(day), int(month), at.now, int(slots["nearby" + suffix]))
    if year is None and at.year:
        year = at.year
    if year is not None:
        return calendar.make(year, int(month), int(day))
    assert at.now is not None
    return nearest.day_of_month(int(month), int(day), at.now, at.lean)


def _next_or_last(day: int, month: int, now: date, direction: int) -> date | None:
    """The day of this year, or of the next or the last where "tới" or "vừa qua" says so ("ngày 1-12 tới")."""
    found = calendar.make(now.year, month, day)
    if found and direction and (found - now).days * direction < 0:
        return calendar.make(now.year + direction, month, day)
    return found


def _day_of_month(day: int, slots: Slots, at: Surroundings) -> date | None:
    base = at.now
    if base is None:
        return None
    if "shift" in slots:
        month = calendar.shift(base.replace(day=1), "month", int(slots["shift"]))
        return calendar.make(month.year, month.month, day) if month else None
    return nearest.day_only(day, base, at.lean)


def day(slots: Slots, at: Surroundings) -> Value | None:
    """A calendar day; None where the calendar has no such day."""
    unlikely = slots.get("fraction-unlikely") or slots.get("falling")
    if unlikely and int(slots["day"]) <= int(slots["month"]):
        return None
    if "month-pair" in slots:
        slots = {"day": slots["day-pair"], "month": slots["month-pair"], "year": slots["year"]}
    found, with_month = calendar_day(slots, at), "month" in slots
    if found is None and with_month and (at.now or not calendar.make(2000, int(slots["month"]), int(slots["day"]))):
        return None
    return day_value(found, "relative" if "shift" in slots and not with_month else "stated", exact=with_month)


def day_range(slots: Slots, at: Surroundings) -> Value | None:
    """From one day to another; what the first does not state (month, year) it shares with the second."""
    end_slots = {key: slots[key] for key in slots if key.endswith(":2")}
    end = calendar_day(end_slots, at, ":2")
    if end is None:
        return Value(grain="day") if at.now is None else None
    month = int(slots.get("month", end.month))
    year = full_year(slots, at) or end.year
    begin = calendar.make(year, month, int(slots["day"]))
    if begin and begin > end and "month" in slots and "year" not in slots:
        begin = calendar.make(year - 1, month, int(slots["day"]))
    if begin is None or begin > end or (end - begin).days > 400:
        return None
    return range_value(begin, end, "day")


def day_range_of_unsaid_month(slots: Slots, at: Surroundings) -> Value | None:
    """From one day to another of the likeliest month."""
    begin = _day_of_month(int(slots["day"]), slots, at)
    if int(slots["day:2"]) <= int(slots["day"]):
        return None
    end = calendar.make(begin.year, begin.month, int(slots["day:2"])) if begin else None
    return range_value(begin, end, "day")


def deictic(slots: Slots, at: Surroundings) -> Value:
    """Today, yesterday, tomorrow …: counted from the publication."""
    offset = int(slots["day-word"] if "day-word" in slots else slots["near-day"])
    return day_value(calendar.shift(at.now, "day", offset) if at.now else None, "relative", offset=offset)


def same_day(slots: Slots, at: Surroundings) -> Value:
    """That day, the day after: counted from the day last spoken of, unknown where there is none."""
    return day_value(calendar.shift(at.spoken, "day", int(slots["same-day"])) if at.spoken else None, "relative")


def weekday_number(slots: Slots) -> int:
    return int(slots["weekday-proper"] if "weekday-proper" in slots else slots["weekday"])


def weekday(slots: Slots, at: Surroundings) -> Value:
    """A weekday by its name alone."""
    found = nearest.weekday(weekday_number(slots), at.now, at.lean) if at.now else None
    return day_value(found, "relative")


def weekday_shifted(slots: Slots, at: Surroundings) -> Value:
    """The next or the last such weekday, today excluded; "this" one is that of the running week."""
    if at.now is None:
        return day_value(None, "relative")
    number, shift = weekday_number(slots), int(slots["weekday-shift"])
    ahead = (number - at.now.isoweekday()) % 7
    offset = {1: ahead or 7, -1: ahead - 7, 0: number - at.now.isoweekday()}[shift]
    return day_value(calendar.shift(at.now, "day", offset), "relative")


def weekday_of_week(slots: Slots, at: Surroundings) -> Value:
    """A weekday of this, the last, the next week."""
    if at.now is None:
        return day_value(None, "relative")
    offset = weekday_number(slots) - at.now.isoweekday() + 7 * int(slots["shift"])
    return day_value(calendar.shift(at.now, "day", offset), "relative")


def weekend(slots: Slots, at: Surroundings) -> Value:
    """Friday to Sunday of a week: what is on a Friday is announced for the weekend as well.

    Without "this", "last" or "next" the nearest that the sentence allows.
    """
    if at.now is None:
        return Value(grain="day", basis="relative")
    shift = int(slots["shift"]) if "shift" in slots else (0 if at.lean() >= 0 or at.now.isoweekday() >= 6 else -1)
    if shift < 0 and at.now.isoweekday() == 7 and "shift" in slots:
        shift += 1
    saturday = at.now + timedelta(days=6 - at.now.isoweekday() + 7 * shift)
    return range_value(saturday - timedelta(days=1), saturday + timedelta(days=1), "day", "relative")


def vague(slots: Slots) -> Value:
    """A time that is spoken of but not fixed; a count ("gần một tháng sau cuộc gặp") is kept."""
    count = slots.get("count")
    if not count or "unit" not in slots:
        return UNKNOWN
    return Value(basis="unknown", counted=(float(count), str(slots["unit"])))
