"""Reports that place a contact in a week or a year only, and places that one report has wrong."""

import pytest
from test_contacts import groups

ONE = {
    "a year, remembered by its summit": (
        "2025-08-16 | summit | held | Trump Putin | 2025-08-15",
        "2026-01-28 | summit | held | Trump Putin | 2025",
    ),
    "a year, remembered by its country": (
        "2025-08-19 | meeting | held | Trump Putin | 2025-08-15 | - | US",
        "2026-01-28 | meeting | held | Trump Putin | 2025 | - | US",
    ),
    "a visit planned for the year": (
        "2025-11-25 | visit | planned | Trump CN | 2026 | - | CN",
        "2026-04-08 | visit | held | Trump CN | 2026-04-07/2026-04-09 | - | CN",
    ),
    "a week, and undated news of it": (
        "2025-10-27 | meeting | planned | Trump Xi | 2025-11-03/2025-11-09",
        "2025-11-06 | meeting | held | Trump Xi",
    ),
    "a call that one side announces, and the call": (
        "2025-12-10 | phone-call | planned | Trump RU",
        "2025-12-12 | phone-call | held | Putin Trump | 2025-12-11",
    ),
    "reports of one day, one of which has the wrong country": (
        "2025-08-15 | meeting | held | Trump Putin | 2025-08-15 | - | RU",
        "2025-08-16 | meeting | held | Trump Putin | 2025-08-15 | - | US",
        "2025-08-16 | meeting | held | Trump Putin | 2025-08-15",
    ),
}
TWO = {
    "a meeting proposed for next year, and one in January": (
        "2025-08-18 | meeting | proposed | Trump Zelensky | 2026",
        "2026-01-22 | meeting | held | Trump Zelensky | 2026-01-22",
    ),
    "a year in which they met, and one of its meetings": (
        "2026-01-28 | meeting | held | Trump Zelensky | 2025",
        "2025-08-19 | meeting | held | Trump Zelensky | 2025-08-18",
    ),
    "a call that one side announces, and one four days later": (
        "2025-12-10 | phone-call | planned | Trump RU",
        "2025-12-15 | phone-call | held | Putin Trump | 2025-12-14",
    ),
    "a call that one side announces, and somebody else's": (
        "2025-12-10 | phone-call | planned | Trump RU",
        "2025-12-11 | phone-call | held | Rubio RU | 2025-12-10",
    ),
    "a meeting that one side announces, and a meeting": (
        "2025-12-10 | meeting | planned | Trump RU",
        "2025-12-12 | meeting | held | Putin Trump | 2025-12-11",
    ),
    "a meeting planned for a fortnight, and undated talks": (
        "2025-10-16 | meeting | planned | Trump Putin | 2025-10-16/2025-10-30",
        "2025-10-22 | talks | held | Trump Putin",
    ),
    "two visits that begin on one day": (
        "2025-10-28 | visit | held | Trump JP KR | 2025-10-28 | - | JP",
        "2025-10-28 | visit | held | Trump JP KR | 2025-10-28 | - | KR",
    ),
    "meetings of one day in two countries, one side not named": (
        "2025-10-28 | meeting | held | Trump CN | 2025-10-28 | - | JP",
        "2025-10-28 | meeting | held | Trump CN | 2025-10-28 | - | KR",
    ),
}


@pytest.mark.parametrize("lines", ONE.values(), ids=ONE)
def test_one_contact(lines: tuple[str, ...]) -> None:
    assert groups(*lines) == [list(range(len(lines)))]


@pytest.mark.parametrize("lines", TWO.values(), ids=TWO)
def test_two_contacts(lines: tuple[str, ...]) -> None:
    assert groups(*lines) == [[0], [1]]


def test_undated_news_may_tell_of_the_meeting_just_before_the_week_of_a_plan() -> None:
    assert groups(
        "2025-10-31 | meeting | held | Trump Xi | 2025-10-30",
        "2025-10-27 | meeting | planned | Trump Xi | 2025-11-03/2025-11-09",
        "2025-11-06 | meeting | held | Trump Xi",
    ) == [[0], [1], [2]]
