"""Which function reads which kind of rule: the `means` of the rule files."""

from collections.abc import Callable
from typing import Final

from readout.read.times import counted, days, periods
from readout.read.times.values import Slots, Surroundings, Value

Reader = Callable[[Slots, Surroundings], Value | None]

WORDS_ALONE: Final[dict[str, Callable[[Slots], Value | None]]] = {
    "vague": days.vague,
    "event-distance": counted.event_distance,
    "year": periods.year,
    "year-before-christ": periods.year_before_christ,
    "year-range": periods.year_range,
    "decade": periods.decade,
    "century": periods.century,
    "duration": counted.duration,
    "half-duration": counted.half_duration,
    "set": counted.repetition,
}
"""Kinds that the words say whole, wherever and whenever they stand."""

READERS: Final[dict[str, Reader]] = {
    "day": days.day,
    "day-range": days.day_range,
    "day-range-of-unsaid-month": days.day_range_of_unsaid_month,
    "deictic": days.deictic,
    "same-day": days.same_day,
    "weekday": days.weekday,
    "weekday-shifted": days.weekday_shifted,
    "weekday-of-week": days.weekday_of_week,
    "weekend": days.weekend,
    "month": periods.month,
    "month-range": periods.month_range,
    "quarter": periods.quarter,
    "half-year": periods.half_year,
    "months-of-year": periods.months_of_year,
    "relative": periods.relative,
    "running": periods.running,
    "to-date": periods.to_date,
    "season": periods.season,
    "ago": counted.ago,
    "hence": counted.hence,
    "hence-range": counted.hence_range,
    "before-that": counted.before_that,
    "day-before": counted.day_before,
    "after-that": counted.after_that,
    "hours-after": counted.hours_after,
    "past-range": counted.past_range,
    "next-range": counted.next_range,
    "next-hours": counted.next_hours,
    "within": counted.within,
    "ahead": counted.ahead,
    "clock": counted.clock,
    "holiday": counted.holiday,
}
"""Kinds that depend on the day of publication or on what was said before."""
