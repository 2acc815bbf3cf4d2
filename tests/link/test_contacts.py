"""Which reports are one contact, as tables: reports first, then the groups that they must form."""

import pytest
from newsroom import Story
from sketched import groups, reports

from readout.link.contacts import link_contacts
from readout.link.reports import report_of

ONE = {
    "days of a forum's summit, with the delegation that each paper writes about": (
        "2025-08-30 | summit | ongoing | VN SCO | 2025-08-31 | - | Tianjin CN",
        "2025-09-01 | summit | ongoing | IN SCO CN | 2025-09-01 | - | CN | relative",
        "2025-09-01 | summit | held | SCO",
        "2025-09-02 | summit | held | VN SCO | 2025-08-31/2025-09-01",
    ),
    "a forum's summit as it was planned, and as it was held": (
        "2025-11-13 | summit | planned | VN G20",
        "2025-11-16 | summit | planned | VN G20 ZA | 2025-11-22/2025-11-23 | - | ZA",
        "2025-11-23 | summit | held | Xi G20 | 2025-11-22",
    ),
    "members at the summit of their union": (
        "2025-10-26 | summit | ongoing | VN ASEAN MY | 2025-10-26 | - | Kuala Lumpur MY",
        "2025-10-27 | summit | held | TH ASEAN | 2025-10-26",
    ),
    "the host of the year, whose place no report tells": (
        "2025-11-23 | summit | held | Lâm G20 ZA | 2025-11-22",
        "2025-11-24 | summit | held | Xi G20 | 2025-11-22",
    ),
    "a month in which a forum met": (
        "2025-11-01 | summit | held | VN APEC | 2025-10-31",
        "2025-12-20 | summit | held | KR APEC | 2025-10",
    ),
    "the same day": (
        "2025-11-25 | phone-call | held | Trump Xi | 2025-11-24",
        "2025-11-26 | phone-call | held | Xi Trump | 2025-11-24",
    ),
    "a call told as a video call": (
        "2026-02-04 | phone-call | held | Xi Putin | 2026-02-04",
        "2026-02-05 | video-call | held | Xi Putin | 2026-02-04",
    ),
    "countries only, and persons": (
        "2025-11-25 | phone-call | held | Trump Xi | 2025-11-24",
        "2025-11-25 | phone-call | held | US CN | 2025-11-24",
    ),
    "a month later, by the season and the country": (
        "2025-10-31 | meeting | held | Trump Xi | 2025-10-30 | - | Busan KR",
        "2026-02-05 | meeting | held | Xi Trump | 2025 | late | KR | relative",
    ),
    "undated, published the next day": (
        "2025-10-31 | meeting | held | Trump Xi | 2025-10-30",
        "2025-10-31 | meeting | held | Trump Xi",
    ),
    "undated, published three days after": (
        "2025-10-31 | meeting | held | Trump Xi | 2025-10-30",
        "2025-11-02 | meeting | held | Trump Xi",
    ),
    "undated, all of one news": (
        "2025-10-31 | phone-call | held | Trump Xi",
        "2025-10-31 | phone-call | held | Trump Xi",
        "2025-11-01 | phone-call | held | Trump Xi",
    ),
    "a plan with its day, and the meeting": (
        "2025-10-20 | meeting | planned | Trump Xi | 2025-10-30",
        "2025-10-31 | meeting | held | Trump Xi | 2025-10-30",
    ),
    "a plan without a day, and the meeting": (
        "2025-10-20 | meeting | planned | Trump Xi",
        "2025-10-31 | meeting | held | Trump Xi | 2025-10-30",
    ),
    "planned, postponed, held": (
        "2026-01-30 | meeting | planned | Trump Xi | 2026-02-02",
        "2026-02-01 | meeting | planned | Trump Xi | 2026-02-05",
        "2026-02-10 | meeting | held | Trump Xi | 2026-02-09",
    ),
    "a month, and the visit": (
        "2026-02-05 | visit | planned | Trump CN | 2026-04 | - | CN",
        "2026-04-08 | visit | held | Trump CN | 2026-04-07/2026-04-09 | - | CN",
    ),
    "days of one visit": (
        "2025-08-17 | visit | planned | Lâm KR | 2025-08-18/2025-08-22",
        "2025-08-20 | visit | ongoing | Lâm KR | 2025-08-20",
    ),
    "this morning in another time zone": (
        "2025-08-16 | meeting | held | Trump Putin | 2025-08-15 | - | US | stated",
        "2025-08-16 | meeting | held | Trump Putin | 2025-08-16 | - | US | relative",
    ),
    "news of a week later, whose place only the second tells": (
        "2025-08-16 | summit | held | Trump Putin | 2025-08-15 | - | Alaska US",
        "2025-08-22 | summit | held | Trump Putin",
        "2025-08-23 | summit | held | Trump Putin | - | - | Alaska US",
    ),
    "a plan told on the morning after, by its place": (
        "2025-08-16 | summit | held | Trump Putin | 2025-08-15 | - | Alaska US",
        "2025-08-16 | summit | planned | Trump Putin | - | - | Alaska US",
    ),
    "remembered by its place": (
        "2025-10-31 | meeting | held | Trump Xi | 2025-10-30 | - | Busan KR",
        "2026-01-15 | meeting | held | Trump Xi | - | - | Busan KR",
    ),
    "a summit remembered by its place, with nobody named": (
        "2025-10-31 | meeting | held | Trump Xi | 2025-10-30 | - | Busan KR",
        "2026-01-21 | summit | held | US CN | - | - | Busan KR",
    ),
    "remembered by the third country in which it was": (
        "2025-10-31 | meeting | held | Trump Xi | 2025-10-30 | - | Busan KR",
        "2026-01-15 | meeting | held | Trump Xi | - | - | KR",
    ),
    "planned, then cancelled, never dated": (
        "2025-10-17 | meeting | planned | Trump Putin",
        "2025-10-21 | meeting | cancelled | Trump Putin",
    ),
    "a summit that two countries plan, with nobody named or dated, and the summit": (
        "2025-08-09 | summit | planned | US RU",
        "2025-08-16 | summit | held | Trump Putin | 2025-08-15",
    ),
    "a meeting that one of its reports calls a summit, planned by two countries with nobody named": (
        "2025-10-29 | summit | planned | US CN",
        "2025-10-28 | summit | planned | Trump Xi | 2025-10-30",
        "2025-10-30 | meeting | held | Trump Xi | 2025-10-30",
    ),
    "a meeting of a week, and a summit that one of its reports calls a meeting": (
        "2025-08-12 | meeting | planned | US RU | 2025-08-11/2025-08-17",
        "2025-08-16 | summit | held | Trump Putin | 2025-08-15",
        "2025-08-16 | meeting | held | Trump Putin",
    ),
    "a call announced and made on one day, both undated": (
        "2025-11-24 | phone-call | planned | Trump Xi",
        "2025-11-24 | phone-call | held | Trump Xi",
    ),
    "a plan, and undated news of it within days": (
        "2025-11-26 | visit | planned | Lâm KR",
        "2025-12-01 | visit | ongoing | Lâm KR",
    ),
    "called off, and held on a stated day": (
        "2025-10-09 | meeting | planned | Trump Xi",
        "2025-10-10 | meeting | cancelled | Trump Xi",
        "2025-10-31 | meeting | held | Trump Xi | 2025-10-30",
    ),
    "talks of three countries, nobody named": (
        "2026-01-24 | meeting | held | RU UA US | 2026-01-23/2026-01-24",
        "2026-01-23 | talks | held | US RU UA",
        "2026-01-25 | talks | held | US RU UA | 2026-01-24",
        "2026-01-26 | talks | held | UA RU US",
    ),
    "a meeting of three countries with its day, and undated talks": (
        "2026-01-24 | meeting | held | RU UA US | 2026-01-23",
        "2026-01-26 | talks | held | US RU UA",
    ),
    "talks of three countries, nobody named, none dated": (
        "2026-01-24 | talks | held | RU UA US",
        "2026-01-24 | talks | held | US RU UA",
        "2026-01-25 | talks | held | US RU UA",
    ),
    "the summit of a month, remembered with countries only": (
        "2025-08-16 | summit | held | Trump Putin | 2025-08-15",
        "2025-11-26 | summit | held | RU US | 2025-08",
    ),
    "a month and the place, remembered with countries only": (
        "2025-08-16 | meeting | held | Trump Putin | 2025-08-15 | - | Anchorage US",
        "2025-11-26 | meeting | held | RU US | 2025-08 | - | Anchorage US",
    ),
    "a week, and countries only": (
        "2026-01-22 | talks | planned | RU UA | 2026-01-19/2026-01-25",
        "2026-01-24 | talks | held | RU UA | 2026-01-23",
    ),
}

TWO = {
    "two guests who may have met each other at a forum's summit": (
        "2025-11-01 | summit | held | VN APEC | 2025-10-31 | - | KR",
        "2025-11-01 | summit | held | US CN APEC | 2025-10-31 | - | KR",
    ),
    "the host's talks with a guest of the summit": (
        "2025-09-02 | summit | held | VN SCO CN | 2025-09-01",
        "2025-09-02 | summit | held | Putin SCO Xi | 2025-09-01",
    ),
    "a union's summit, and its summit with an outsider": (
        "2025-10-27 | summit | held | VN ASEAN | 2025-10-26 | - | MY",
        "2025-10-27 | summit | held | US ASEAN | 2025-10-26 | - | MY",
    ),
    "a meeting of ministers of a forum, and its summit": (
        "2025-11-01 | summit | held | VN APEC | 2025-10-31",
        "2025-11-01 | meeting | held | VN APEC | 2025-10-31",
    ),
    "summits of one forum in two years": (
        "2024-11-20 | summit | held | VN G20 | 2024-11-18",
        "2025-11-24 | summit | held | VN G20 | 2025-11-22",
    ),
    "two summits of a forum in one month": (
        "2025-09-02 | summit | held | VN BRICS | 2025-09-01",
        "2025-09-09 | summit | held | VN BRICS | 2025-09-08",
    ),
    "another country's people at a forum": (
        "2025-11-24 | summit | held | Xi G20 | 2025-11-22",
        "2025-11-24 | summit | held | Wang G20 | 2025-11-22",
    ),
    "two calls in one week": (
        "2025-10-14 | phone-call | held | Trump Putin | 2025-10-13",
        "2025-10-17 | phone-call | held | Trump Putin | 2025-10-16",
    ),
    "two calls on stated days that are neighbours": (
        "2025-10-12 | phone-call | held | Trump Zelensky | 2025-10-11",
        "2025-10-13 | phone-call | held | Trump Zelensky | 2025-10-12",
    ),
    "a call and a meeting on one day": (
        "2025-10-12 | phone-call | held | Trump Xi | 2025-10-11",
        "2025-10-12 | meeting | held | Trump Xi | 2025-10-11",
    ),
    "other people of the same countries": (
        "2025-10-12 | meeting | held | Trump Xi | 2025-10-11",
        "2025-10-12 | meeting | held | Rubio Wang | 2025-10-11",
    ),
    "other countries of the same person": (
        "2025-10-12 | phone-call | held | Trump Xi | 2025-10-11",
        "2025-10-12 | phone-call | held | Trump Putin | 2025-10-11",
    ),
    "visits in both directions": (
        "2026-02-05 | visit | planned | Trump CN | 2026-04 | - | CN",
        "2026-02-05 | visit | invited | Xi US | 2026 | late | US",
    ),
    "another place": (
        "2025-10-31 | meeting | held | Trump Xi | 2025-10-30 | - | Busan KR",
        "2026-02-05 | meeting | held | Trump Xi | 2025 | late | CN",
    ),
    "a denial without a day": (
        "2025-10-31 | phone-call | held | Trump Xi | 2025-10-30",
        "2025-10-31 | phone-call | denied | Trump Xi",
    ),
    "undated, a month later": (
        "2025-10-31 | meeting | held | Trump Xi | 2025-10-30",
        "2025-11-30 | meeting | held | Trump Xi",
    ),
    "a plan that was cancelled, and a later meeting": (
        "2025-10-17 | meeting | cancelled | Trump Putin",
        "2025-11-10 | meeting | held | Trump Putin | 2025-11-09",
    ),
    "a plan for after the meeting": (
        "2025-10-31 | meeting | held | Trump Xi | 2025-10-30",
        "2025-10-31 | meeting | planned | Trump Xi",
    ),
    "a plan and old news, both undated, of one day": (
        "2025-08-23 | summit | planned | Trump Putin",
        "2025-08-23 | summit | held | Trump Putin",
    ),
    "countries only, undated, other kinds": (
        "2025-10-31 | meeting | held | Trump Xi | 2025-10-30",
        "2025-10-31 | talks | held | US CN",
    ),
    "countries only, undated, nobody named": ("2025-10-31 | talks | held | US CN", "2025-10-31 | talks | held | US CN"),
    "no date and no publication": ("- | meeting | held | Trump Xi", "- | meeting | held | Trump Xi"),
    "a summit planned with nobody named, and one three weeks later": (
        "2025-08-09 | summit | planned | US RU",
        "2025-08-31 | summit | held | Trump Putin | 2025-08-30",
    ),
    "a summit planned with nobody named, and a meeting": (
        "2025-08-09 | summit | planned | US RU",
        "2025-08-16 | meeting | held | Trump Putin | 2025-08-15",
    ),
    "a meeting announced on the day of news of another": (
        "2025-11-24 | meeting | planned | Trump Xi",
        "2025-11-24 | meeting | held | Trump Xi",
    ),
    "a meeting wished for, and undated talks": (
        "2025-09-05 | meeting | proposed | Trump Putin",
        "2025-09-07 | talks | held | Trump Putin",
    ),
    "an undated plan, and undated news two weeks later": (
        "2025-08-13 | meeting | planned | Trump Putin",
        "2025-08-26 | meeting | held | Trump Putin",
    ),
    "a wish for the year, and undated news": (
        "2025-08-26 | meeting | proposed | Trump Xi | 2025",
        "2025-08-27 | meeting | held | Trump Xi",
    ),
    "somebody's meeting planned for a month, and the leaders'": (
        "2025-10-13 | meeting | planned | US CN | 2025-10",
        "2025-10-28 | meeting | held | Trump Xi | 2025-10-27",
    ),
    "a call told on the eve of another": (
        "2025-10-11 | phone-call | held | Trump Zelensky",
        "2025-10-13 | phone-call | held | Trump Zelensky | 2025-10-12",
    ),
    "another host's talks with the same guest": (
        "2025-09-18 | meeting | held | Lâm Xi | 2025-09-17",
        "2025-09-19 | talks | held | Lâm CN",
    ),
    "talks of three countries, and a leader's meeting": (
        "2026-01-24 | meeting | held | Trump UA RU | 2026-01-23",
        "2026-01-25 | talks | held | RU UA US",
    ),
    "talks of three countries a week later": (
        "2026-01-24 | talks | held | RU UA US | 2026-01-23",
        "2026-01-31 | talks | held | RU UA US",
    ),
}


@pytest.mark.parametrize("lines", ONE.values(), ids=ONE)
def test_one_contact(lines: tuple[str, ...]) -> None:
    assert groups(*lines) == [list(range(len(lines)))]


@pytest.mark.parametrize("lines", TWO.values(), ids=TWO)
def test_two_contacts(lines: tuple[str, ...]) -> None:
    assert groups(*lines) == [[0], [1]]


def test_an_undated_report_between_two_calls_stays_alone() -> None:
    assert groups(
        "2025-10-14 | phone-call | held | Trump Putin | 2025-10-13",
        "2025-10-17 | phone-call | held | Trump Putin | 2025-10-15",
        "2025-10-17 | phone-call | held | Trump Putin",
    ) == [[0], [1], [2]]


def test_a_vague_report_of_one_of_two_meetings_stays_alone() -> None:
    assert groups(
        "2025-10-14 | meeting | held | Trump Putin | 2025-10-13",
        "2025-10-27 | meeting | held | Trump Putin | 2025-10-25",
        "2025-11-17 | meeting | held | Trump Putin | 2025-10",
    ) == [[0], [1], [2]]


def test_an_undated_plan_is_the_meeting_of_these_days_and_not_the_next_one() -> None:
    meetings = (
        "2025-12-29 | meeting | held | Trump Zelensky | 2025-12-28",
        "2026-01-23 | meeting | held | Trump Zelensky | 2026-01-22",
    )
    assert groups("2025-12-27 | meeting | planned | Trump Zelensky", *meetings) == [[0, 1], [2]]
    assert groups("2025-12-24 | meeting | planned | Trump Zelensky", *meetings) == [[0], [1], [2]]


def test_a_plan_finds_people_whom_only_undated_news_of_the_meeting_name() -> None:
    assert groups(
        "2025-08-17 | meeting | planned | Trump Zelensky",
        "2025-08-18 | meeting | held | Zelensky US | 2025-08-18",
        "2025-08-19 | meeting | held | Trump Zelensky",
    ) == [[0, 1, 2]]


def test_a_plan_told_when_its_days_were_over_is_not_what_those_days_are_remembered_for() -> None:
    assert groups(
        "2025-08-16 | summit | held | Trump Putin | 2025-08-15",
        "2025-09-05 | summit | proposed | Trump Putin | 2025-08",
        "2025-12-19 | summit | held | Trump Putin | 2025-08",
    ) == [[0, 2], [1]]


def test_a_plan_that_was_called_off_did_not_come_true_in_undated_news() -> None:
    assert groups(
        "2025-10-17 | summit | planned | Trump Putin",
        "2025-10-21 | summit | cancelled | Trump Putin",
        "2025-10-22 | summit | held | Trump Putin",
    ) == [[0, 1], [2]]


def test_countries_alone_do_not_bridge_two_meetings_of_one_day() -> None:
    assert groups(
        "2025-10-12 | meeting | held | Trump Xi | 2025-10-11",
        "2025-10-12 | meeting | held | Rubio Wang | 2025-10-11",
        "2025-10-12 | meeting | held | US CN | 2025-10-11",
    ) == [[0], [1], [2]]


def test_two_contacts_of_one_article_are_not_joined_without_a_day() -> None:
    story = Story("one", "2025-10-31")
    for _ in range(2):
        story.contact("phone-call", "held", "Trump Xi")
    reading = story.reading()
    given = [report_of(reading.article, "a-1", one) for one in reading.contacts]
    assert len(link_contacts(given)["CN-US"].roots) == 2


def test_every_report_says_why_it_is_where_it_is() -> None:
    linked = link_contacts(
        reports("2025-10-31 | meeting | held | Trump Xi | 2025-10-30", "2025-10-31 | meeting | held | Trump Xi")
    )["CN-US"]
    rules = sorted(join.rule for join in linked.reports.values())
    assert rules == ["link.contact.alone", "link.contact.just-published"]
    assert all(join.why for join in linked.reports.values())
