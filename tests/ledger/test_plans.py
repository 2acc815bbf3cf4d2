"""A plan that is put off or called off is one record with the plan before, whichever report comes first."""

from itertools import permutations

import pytest
from newsroom import Story

from readout.ledger import Ledger
from readout.model.answers import LedgerContact
from readout.model.records import Reading


def told(
    day: str, status: str, people: str, edtf: str | None = None, moved_from: str | None = None, mode: str = "meeting"
) -> Reading:
    """One article; its name is its day, status and date."""
    story = Story(f"{day} {status} {edtf} {people}", day)
    story.contact(mode, status, people, edtf, moved_from=moved_from)
    return story.reading()


def histories(ledger: Ledger) -> list[list[tuple[str, str | None]]]:
    return sorted([(entry.told_as, entry.edtf) for entry in one.history] for one in ledger.contacts())


PLANNED = told("2026-01-28", "planned", "Trump Putin", "2026-02-02")
AGAIN = told("2026-01-29", "planned", "US Putin", "2026-02-02")
PUT_OFF = told("2026-01-31", "planned", "Trump Putin", "2026-02-20", moved_from="2026-02-02")
LATER = told("2026-02-18", "planned", "Trump Putin", "2026-03-02", moved_from="")
HELD = told("2026-03-03", "held", "Trump Putin", "2026-03-02")
WHOLE = [
    ("planned", "2026-02-02"),
    ("planned", "2026-02-02"),
    ("postponed", "2026-02-20"),
    ("postponed", "2026-03-02"),
    ("held", "2026-03-02"),
]


@pytest.mark.parametrize("order", [*list(permutations(range(5)))[::17]], ids=str)
def test_planned_postponed_twice_and_held_is_one_contact(ledger: Ledger, order: tuple[int, ...]) -> None:
    readings = [PLANNED, AGAIN, PUT_OFF, LATER, HELD]
    for number in order:
        ledger.add(readings[number])
    assert histories(ledger) == [WHOLE]
    (one,) = ledger.contacts()
    assert [entry.moved_from for entry in one.history] == [None, None, "2026-02-02", None, None]
    assert (one.status, one.time.edtf, one.reports) == ("held", "2026-03-02", 5)
    rules = [step.rule for step in ledger.explain(one.id).steps]
    assert rules.count("link.contact.put-off") == 3


def test_a_report_that_no_longer_says_so_leaves_two_contacts(ledger: Ledger) -> None:
    ledger.add_all([PLANNED, PUT_OFF])
    first = ledger.contacts()[0].id
    assert len(ledger.contacts()) == 1
    ledger.add(told("2026-01-31", "planned", "Trump Putin", "2026-02-20"))
    assert [len(one.history) for one in ledger.contacts()] == [1, 1]
    assert ledger.contact(first).reports == 1


def test_plans_that_move_by_days_are_told_as_moved_where_nobody_says_so(ledger: Ledger) -> None:
    days = [("2026-01-30", "planned", "2026-02-02"), ("2026-02-01", "planned", "2026-02-05")]
    ledger.add_all([told(day, status, "Trump Xi", edtf) for day, status, edtf in days])
    ledger.add(told("2026-02-10", "held", "Trump Xi", "2026-02-09"))
    assert histories(ledger) == [[("planned", "2026-02-02"), ("postponed", "2026-02-05"), ("held", "2026-02-09")]]


TO_MARCH = told("2026-01-31", "planned", "Trump Putin", "2026-03", moved_from="2026-02-02")
SOME_DAY = told("2026-02-25", "planned", "Trump Putin", "2026-03-12")
THEN = told("2026-03-13", "held", "Trump Putin", "2026-03-12")


@pytest.mark.parametrize("order", list(permutations(range(4)))[::5], ids=str)
def test_what_is_put_off_for_a_month_keeps_its_history(ledger: Ledger, order: tuple[int, ...]) -> None:
    readings = [PLANNED, TO_MARCH, SOME_DAY, THEN]
    for number in order:
        ledger.add(readings[number])
    (found,) = ledger.contacts()
    assert [(entry.told_as, entry.edtf) for entry in found.history] == [
        ("planned", "2026-02-02"),
        ("postponed", "2026-03"),
        ("postponed", "2026-03-12"),
        ("held", "2026-03-12"),
    ]


APART = {
    "other people": [PLANNED, told("2026-01-31", "planned", "Rubio RU", "2026-02-20", moved_from="2026-02-02")],
    "another day": [PLANNED, told("2026-01-31", "planned", "Trump Putin", "2026-02-20", moved_from="2026-02-03")],
    "a plan that was held": [told("2026-02-03", "held", "Trump Putin", "2026-02-02"), PUT_OFF],
    "a plan told after it was moved": [
        told("2026-02-01", "planned", "Trump Putin", "2026-02-02"),
        told("2026-01-31", "planned", "Trump Putin", "2026-02-20", moved_from="2026-02-02"),
    ],
    "too far": [PLANNED, told("2026-01-31", "planned", "Trump Putin", "2026-06-20", moved_from="2026-02-02")],
    "a week-wide plan of others that is called off": [
        told("2026-01-18", "planned", "Trump Putin", "2026-01-19/2026-01-25"),
        told("2026-01-20", "cancelled", "Trump Zelensky"),
    ],
    "called off when it was over": [
        told("2026-01-18", "planned", "RU UA", "2026-01-19/2026-01-25", mode="talks"),
        told("2026-01-28", "cancelled", "RU UA", mode="talks"),
    ],
    "a leader's meeting, and talks of nobody named": [
        told("2026-01-18", "planned", "Putin Zelensky", "2026-01-19/2026-01-25"),
        told("2026-01-20", "cancelled", "RU UA"),
    ],
}


@pytest.mark.parametrize("readings", APART.values(), ids=APART)
def test_two_contacts(ledger: Ledger, readings: list[Reading]) -> None:
    ledger.add_all(readings)
    assert len(ledger.contacts()) == 2


def test_of_two_open_plans_nobody_knows_which_was_put_off(ledger: Ledger) -> None:
    plans = [told("2026-01-28", "planned", "Trump Putin", day) for day in ("2026-02-02", "2026-02-12")]
    ledger.add_all([*plans, told("2026-01-31", "planned", "Trump Putin", "2026-02-24", moved_from="")])
    assert [len(one.history) for one in ledger.contacts()] == [1, 1, 1]


def called(status: str) -> tuple[Reading, Reading, Reading]:
    return (
        told("2026-01-18", "planned", "RU UA", "2026-01-19/2026-01-25", mode="talks"),
        told("2026-01-20", "cancelled", "RU UA", mode="talks"),
        told("2026-01-24", status, "RU UA", "2026-01-23", mode="talks"),
    )


@pytest.mark.parametrize("order", list(permutations(range(3))), ids=str)
def test_a_cancellation_without_a_day_means_the_only_open_plan(
    ledger: Ledger, another: Ledger, order: tuple[int, ...]
) -> None:
    readings = called("held")
    for number in order:
        ledger.add(readings[number])
    assert [entry.status for entry in one(ledger).history] == ["planned", "cancelled", "held"]
    another.add_all([readings[number] for number in order if number < 2])
    assert one(another).status == "cancelled"
    assert "link.contact.called-off" in [step.rule for step in another.explain(one(another).id).steps]


def one(ledger: Ledger) -> LedgerContact:
    (found,) = ledger.contacts()
    return found


def test_a_cancellation_of_one_of_two_plans_stays_alone(ledger: Ledger) -> None:
    plans = [told("2026-01-18", "planned", "Trump Putin", day) for day in ("2026-01-22/2026-01-29", "2026-02-12")]
    ledger.add_all([*plans, told("2026-01-20", "cancelled", "Trump Putin")])
    assert len(ledger.contacts()) == 3


def test_what_people_merge_stays_merged_where_plans_move(ledger: Ledger) -> None:
    other = told("2026-01-28", "planned", "Trump Putin", "2026-02-10", mode="phone-call")
    ledger.add_all([PLANNED, other])
    plan, call = ledger.contacts()
    ledger.merge(plan.id, call.id, who="An", why="told as one")
    ledger.add_all([PUT_OFF, HELD])
    assert {entry.edtf for entry in ledger.contact(call.id).history} >= {"2026-02-02", "2026-02-10"}
    assert sum(found.reports for found in ledger.contacts()) == 4
