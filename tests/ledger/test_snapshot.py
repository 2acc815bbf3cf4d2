"""A snapshot: many questions, one state of the ledger."""

from newsroom import Story

from readout.ledger import Ledger, open_ledger


def a_call(number: int) -> Story:
    story = Story(f"item-{number}", f"2025-10-{number:02}", "Paper")
    story.contact("phone-call", "held", "Trump Xi", f"2025-10-{number:02}")
    return story


def test_what_is_added_meanwhile_is_not_in_it(ledger: Ledger, place: str) -> None:
    ledger.add(a_call(1).reading())
    with ledger.snapshot() as before, open_ledger(place) as other:
        other.add(a_call(20).reading())
        assert len(before.articles()) == len(before.contacts()) == 1
        assert before.compare(before.contacts()[0].id).contact == before.contacts()[0].id
        assert len(ledger.articles()) == 2
    with ledger.snapshot() as after:
        assert len(after.articles()) == len(after.contacts()) == 2
