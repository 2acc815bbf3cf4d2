"""Reading stored articles again: what is gained, lost and changed, and that nothing is stored before it is asked."""

from collections.abc import Iterable, Iterator

import msgspec
from newsroom import Story, february, november

from readout.ledger import Ledger
from readout.model.records import Article, Reading


def better(articles: Iterable[Article]) -> Iterator[Reading]:
    """Reads a place where there was none, one statement less and one contact more than the reading that is stored."""
    known = {one.article.id: one for one in (february(), november())}
    for article in articles:
        old = known[article.id]
        if article.id != "seed-000":
            yield old
            continue
        call, *rest = old.contacts
        call = msgspec.structs.replace(call, id="x9", topics=("trade",))
        story = Story("seed-000", "2026-02-05")
        story.text = old.article.text
        story.contact("meeting", "planned", "Rubio Wang", "2026-03-01")
        said = tuple(msgspec.structs.replace(one, contact="x9") for one in old.statements[1:])
        new = msgspec.structs.replace(story.contacts[0], id="x1")
        yield msgspec.structs.replace(old, contacts=(call, *rest, new), statements=said, commitments=())


def test_what_is_different_is_told_before_it_is_stored(ledger: Ledger) -> None:
    ledger.add_all([february(), november()])
    before = ledger.contacts()
    found = [(new, told) for new, told in ledger.reread(better) if told]
    assert len(found) == 1
    told = found[0][1]
    assert [(one.kind, one.fact) for one in told.changes] == [
        ("changed", "contact"),
        ("gained", "contact"),
        ("lost", "statement"),
        ("lost", "commitment"),
    ]
    assert [(one.field, one.old, one.new) for one in told.changes[0].fields] == [
        ("topics", ["trade", "taiwan"], ["trade"])
    ]
    assert ledger.contacts() == before
    assert ledger.add_all(new for new, _ in found)["updated"] == 1
    assert len(ledger.contacts()) == len(before) + 1
    assert [told for _, told in ledger.reread(better) if told] == []


def test_one_text_in_two_papers_stays_one_contact_when_all_is_linked_again(ledger: Ledger) -> None:
    for number in range(2):
        story = Story(f"n{number}", "2026-03-21", f"Paper {number}")
        told = "The spokesman denies that the two leaders spoke by phone this week."
        story.contact("phone-call", "denied", "Putin Zelensky", words=told)
        ledger.add(story.reading())
    before = ledger.contacts()
    assert [one.reports for one in before] == [2]
    ledger.link(anew=True)
    assert ledger.contacts() == before
