"""The calendar: read by two programs that had no part in writing it; no date more precise than it was told."""

import re
import sys
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import vobject
from icalendar import Calendar
from msgspec.structs import replace

from readout.api import ContactQuery, Ledger, open_ledger
from readout.publish.calendar import CalendarEntry, calendar_of, state_of
from readout.publish.dates import day_range

from .conftest import written

sys.path.append(str(Path(__file__).parents[1] / "link"))

from newsroom import Story


def test_vobject_and_icalendar_read_the_calendar(ledger: Ledger) -> None:
    data = written(ledger, "ics").decode()
    calendar = vobject.readOne(data)
    other = {str(one["UID"]): str(one["SUMMARY"]) for one in Calendar.from_ical(data).walk("VEVENT")}
    assert other == {one.uid.value: one.summary.value for one in calendar.vevent_list}
    assert data.count("BEGIN:VEVENT") == len(calendar.vevent_list) > 0
    assert all(len(line.encode()) <= 75 for line in data.split("\r\n")) and "\n" not in data.replace("\r\n", "")
    uids = [one.uid.value for one in calendar.vevent_list]
    assert len(set(uids)) == len(uids)
    for one in calendar.vevent_list:
        assert one.dtstart.value < one.dtend.value
    planned = [one for one in ledger.contacts(ContactQuery(status="planned")) if day_range(one.time.edtf)]
    assert {f"{one.id}@readout" for one in planned} <= set(uids)


def test_a_month_is_not_its_first_day_in_the_calendar(ledger: Ledger) -> None:
    entries = vobject.readOne(written(ledger, "ics").decode()).vevent_list
    meetings = [one for one in entries if not one.summary.value.startswith("Deadline")]
    months = [one for one in meetings if "only the month is known" in one.summary.value]
    whole = [one for one in months if not re.search(r"early|mid|late", one.summary.value)]
    assert whole and all((one.dtend.value - one.dtstart.value).days >= 28 for one in whole)
    parts = [one for one in months if one not in whole]
    assert parts and all(10 <= (one.dtend.value - one.dtstart.value).days <= 12 for one in parts)


def test_a_unit_that_is_the_thing_itself_is_said_once(tmp_path: Path) -> None:
    story = Story("planes", "2026-03-12", "Báo 1")
    story.promised("pledged", 20, committer="VN", thing="aircraft", hs=None, deadline="2027")
    (promise,) = story.commitments
    assert promise.quantity is not None
    story.commitments[:] = [replace(promise, quantity=replace(promise.quantity, unit="aircraft"))]
    with open_ledger(str(tmp_path / "l.sqlite")) as book:
        book.add(story.reading())
        (entry,) = vobject.readOne(written(book, "ics").decode()).vevent_list
        (thread,) = book.commitments()
        facts = [step.what for step in book.explain(thread.id).steps]
    assert entry.summary.value.startswith("Deadline: VN buy 20 aircraft (")
    assert "VN pledged buy =20 aircraft" in facts


def test_the_calendar_names_who_meets(ledger: Ledger) -> None:
    entries = vobject.readOne(written(ledger, "ics").decode()).vevent_list
    assert any("Donald Trump (US), Xi Jinping (CN)" in one.summary.value for one in entries)


@pytest.mark.parametrize(
    ("status", "state"),
    [("planned", "TENTATIVE"), ("invited", "TENTATIVE"), ("hypothetical", "TENTATIVE"), ("held", "CONFIRMED"),
     ("ongoing", "CONFIRMED"), ("cancelled", "CANCELLED"), ("denied", "CANCELLED")],
)  # fmt: skip
def test_what_a_calendar_calls_a_status(status: Any, state: str) -> None:
    assert state_of(status) == state


@pytest.mark.parametrize(
    ("edtf", "days"),
    [
        ("2026-02-04", ("2026-02-04", "2026-02-04")), ("2026-02", ("2026-02-01", "2026-02-28")),
        ("2026", ("2026-01-01", "2026-12-31")), ("2026-05-13/2026-05-15", ("2026-05-13", "2026-05-15")),
        ("2026/..", None), ("2026-24", ("2026-12-01", "2027-02-28")), ("2026-34", ("2026-04-01", "2026-06-30")),
        ("2026-41", ("2026-07-01", "2026-12-31")), ("2026~", ("2026-01-01", "2026-12-31")),
        ("202X", ("2020-01-01", "2029-12-31")), ("2026-02-30", None), ("../2026", None), ("", None), (None, None),
    ],
)  # fmt: skip
def test_days_of_uncertain_dates(edtf: str | None, days: tuple[str, str] | None) -> None:
    found = day_range(edtf)
    assert (found and (found[0].isoformat(), found[1].isoformat())) == days


def test_a_limit_takes_what_comes_next(ledger: Ledger) -> None:
    """Next after the newest article; nothing that is over as long as something is to come."""
    newest = date.fromisoformat(max(one.published or "" for one in ledger.articles())[:10])
    whole = vobject.readOne(written(ledger, "ics").decode()).vevent_list
    coming = sorted((one.dtstart.value, one.uid.value) for one in whole if one.dtend.value > newest)
    assert 3 < len(coming) < len(whole), "the samples have plans behind and ahead"
    some = vobject.readOne(written(ledger, "ics", query=ContactQuery(limit=3)).decode()).vevent_list
    assert len(some) == 3 and all(one.dtend.value > newest for one in some)
    after = [max(one.dtstart.value, newest) for one in some]
    assert max(after) <= min(day for day, uid in coming if uid not in {one.uid.value for one in some})
    asked = vobject.readOne(written(ledger, "ics", query=ContactQuery(limit=1, since="2025-11-01")).decode()).vevent
    assert asked.dtend.value > date(2025, 11, 1)


def test_the_words_of_an_entry_are_for_people(ledger: Ledger) -> None:
    for one in vobject.readOne(written(ledger, "ics").decode()).vevent_list:
        told = one.description.value
        assert not re.search(r"\d{4}-\d{2}|None|unknown", told) and told.startswith(("Status: ", "Stage: "))


def test_words_of_strangers_make_no_entry_and_no_line_of_their_own() -> None:
    wild = "x\r\nEND:VEVENT\r\nBEGIN:VEVENT\nSUMMARY:y;\\n,\x0b\x00"
    entry = CalendarEntry("u", date(2026, 2, 4), date(2026, 2, 4), wild, "TENTATIVE", None, [wild], wild,
                          "javascript:alert(1)", [wild])  # fmt: skip
    data = b"".join(calendar_of([entry])).decode()
    (one,) = vobject.readOne(data).vevent_list
    words = "x END:VEVENT BEGIN:VEVENT SUMMARY:y;\\n,"
    told = [one.summary.value, one.description.value, one.location.value]
    assert [value.rstrip(" \ufffd") for value in told] == [words] * 3
    assert not hasattr(one, "url") and data.count("\r\nEND:VEVENT") == 1
    (other,) = Calendar.from_ical(data).walk("VEVENT")
    assert str(other["SUMMARY"]).startswith(words)
