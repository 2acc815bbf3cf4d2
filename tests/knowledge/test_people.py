"""Who held which office on which day."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readout.knowledge import load
from readout.knowledge.people import People

HOLDERS = [
    # office, country, day, who
    ("president", "US", "2012-06-01", ["barack-obama"]),
    ("president", "US", "2017-01-19", ["barack-obama"]),
    ("president", "US", "2018-06-12", ["donald-trump"]),
    ("president", "US", "2021-06-16", ["joe-biden"]),
    ("president", "US", "2025-01-19", ["joe-biden"]),
    ("president", "US", "2026-02-04", ["donald-trump"]),
    ("prime-minister", "JP", "2025-09-15", ["shigeru-ishiba"]),
    ("prime-minister", "JP", "2025-11-15", ["sanae-takaichi"]),
    ("prime-minister", "JP", "2022-05-01", ["fumio-kishida"]),
    ("prime-minister", "GB", "2023-05-01", ["rishi-sunak"]),
    ("prime-minister", "GB", "2025-05-01", ["keir-starmer"]),
    ("prime-minister", "DE", "2020-01-01", ["angela-merkel"]),
    ("prime-minister", "DE", "2025-01-01", ["olaf-scholz"]),
    ("prime-minister", "DE", "2026-01-01", ["friedrich-merz"]),
    ("president", "KR", "2024-06-01", ["yoon-suk-yeol"]),
    ("president", "KR", "2025-08-25", ["lee-jae-myung"]),
    ("president", "FR", "2013-01-01", ["francois-hollande"]),
    ("president", "FR", "2026-01-01", ["emmanuel-macron"]),
    ("president", "RU", "2026-01-01", ["vladimir-putin"]),
    ("president", "UA", "2018-01-01", ["petro-poroshenko"]),
    ("president", "UA", "2026-01-01", ["volodymyr-zelensky"]),
    ("general-secretary", "VN", "2024-01-01", ["nguyen-phu-trong"]),
    ("general-secretary", "VN", "2025-01-01", ["to-lam"]),
    ("general-secretary", "CN", "2020-01-01", ["xi-jinping"]),
    ("prime-minister", "CN", "2022-01-01", ["li-keqiang"]),
    ("prime-minister", "CN", "2025-01-01", ["li-qiang"]),
    ("prime-minister", "IN", "2026-01-01", ["narendra-modi"]),
    ("foreign-minister", "US", "2024-06-01", ["antony-blinken"]),
    ("foreign-minister", "US", "2025-06-01", ["marco-rubio"]),
    ("secretary-general", "UN", "2016-01-01", ["ban-ki-moon"]),
    ("secretary-general", "UN", "2025-01-01", ["antonio-guterres"]),
    ("secretary-general", "NATO", "2024-01-01", ["jens-stoltenberg"]),
    ("secretary-general", "NATO", "2025-01-01", ["mark-rutte"]),
    ("president", "US", None, []),  # without a date nobody is certain
    ("president", "GB", "2026-01-01", []),  # no such office
    ("no-such-office", "US", "2026-01-01", []),
]
NAMES = [("an", "An", "m", ""), ("binh", "Bình", "f", "")]
ROWS = [
    ("an", "president", "AA", "2020", "2022-06"),
    ("binh", "president", "AA", "2022-07-01", ""),
    ("an", "envoy", "UN", "2023-03", "2024"),
]


@pytest.mark.parametrize(("office", "country", "day", "who"), HOLDERS)
def test_holders_of_an_office_on_a_day(office: str, country: str, day: str | None, who: list[str]) -> None:
    assert load().people.holders(office, country, day) == who


@pytest.mark.parametrize(
    ("day", "who"),
    [
        ("2019-12-31", []),
        ("2020-01-01", ["an"]),
        ("2022-06-30", ["an"]),
        ("2022-07-01", ["binh"]),
        ("2099-01-01", ["binh"]),
    ],
)
def test_partial_dates_cover_their_whole_month_or_year(day: str, who: list[str]) -> None:
    assert People.from_tables(NAMES, ROWS).holders("president", "AA", day) == who


@pytest.mark.parametrize(
    ("day", "country"),
    [
        ("2021-01-01", "AA"),
        ("2023-03-01", "UN"),
        ("2024-12-31", "UN"),
        ("2010-01-01", "AA"),
        ("2030-01-01", "UN"),
        (None, "UN"),
    ],
)
def test_a_person_acts_for_the_nearest_office(day: str | None, country: str) -> None:
    assert People.from_tables(NAMES, ROWS).country("an", day) == country


def test_a_person_without_offices_acts_for_nobody() -> None:
    assert People.from_tables(NAMES, []).country("an", "2026-01-01") is None


def test_an_office_that_only_one_side_has_names_the_side() -> None:
    people = People.from_tables(NAMES, ROWS)
    assert (people.only_country("envoy"), people.only_country("president"), people.only_country("pope")) == (
        "UN",
        "AA",
        None,
    )


def test_the_top_offices_have_one_holder_at_a_time() -> None:
    people = load().people
    for country in ("US", "CN", "RU", "UA", "FR", "DE", "GB", "JP", "KR", "IN", "VN"):
        for office in ("president", "prime-minister", "general-secretary"):
            for day in ("2013-06-15", "2018-06-15", "2023-06-15", "2026-01-15"):
                assert len(people.holders(office, country, day)) <= 1, (office, country, day)


@given(
    st.dates().map(str),
    st.sampled_from(["president", "prime-minister", "foreign-minister"]),
    st.sampled_from(["US", "JP", "VN", "EU", "??"]),
)
def test_every_answer_names_somebody_whose_tenure_covers_the_day(day: str, office: str, country: str) -> None:
    people = load().people
    for person in people.holders(office, country, day):
        assert person in people.by_id
        assert any(t.office == office and t.country == country for t in people.offices(person, day))
