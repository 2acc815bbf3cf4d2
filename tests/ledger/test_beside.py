"""What stands beside a contact in its series: those before and after it, also those that no report dates."""

import pytest
from newsroom import Story

from readout.ledger import Ledger
from readout.ledger.beside import neighbours
from readout.model.answers import ContactQuery, LedgerContact


@pytest.fixture
def calls(ledger: Ledger) -> tuple[LedgerContact, ...]:
    """Calls of one series: dated, without a day, only planned, dated."""
    for name, published, status, edtf in (
        ("first", "2025-09-20", "held", "2025-09-19"),
        ("undated", "2025-11-10", "held", None),
        ("planned", "2025-11-20", "planned", "2025-11-28"),
        ("last", "2025-12-16", "held", "2025-12-15"),
    ):
        story = Story(name, published)
        story.contact("phone-call", status, "Trump Xi", edtf)
        ledger.add(story.reading())
    return ledger.contacts(ContactQuery(mode="phone-call"))


def beside(ledger: Ledger, one: LedgerContact) -> tuple[str | None, str | None]:
    found = ledger.ask(lambda connection: neighbours(connection, one))
    return found.before and found.before.id, found.after and found.after.id


def test_neighbours_are_those_that_took_place_with_or_without_a_day(
    ledger: Ledger, calls: tuple[LedgerContact, ...]
) -> None:
    first, undated, planned, last = calls
    assert undated.time.edtf is None
    assert beside(ledger, first) == (None, undated.id)
    assert beside(ledger, undated) == (first.id, last.id)
    assert beside(ledger, last) == (undated.id, None)
    assert beside(ledger, planned) == (None, None)


def test_the_ministers_calls_are_another_series(ledger: Ledger, calls: tuple[LedgerContact, ...]) -> None:
    for name, people, edtf in (("ministers", "Rubio Wang", "2025-10-02"), ("nobody named", "US CN", "2025-10-09")):
        story = Story(name, edtf)
        story.contact("phone-call", "held", people, edtf)
        ledger.add(story.reading())
    numbers = [(one.series, one.series_number) for one in ledger.contacts() if one.series_number]
    leaders = "CN-US remote Xi Jinping, Donald Trump"
    assert numbers == [
        (leaders, 1), ("CN-US remote Wang Yi, Marco Rubio", 1), ("CN-US remote", 1), (leaders, 2),
    ]  # fmt: skip
