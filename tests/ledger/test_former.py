"""An id that a contact had leads to today's contact: after a date became known, a correction, a merge, new rules."""

import pytest
from newsroom import Story

from readout.ledger import Ledger, NotFound
from readout.model.records import Reading

WHY = {"who": "An", "why": "seen on both sides' sites"}


def call(name: str, day: str, published: str | None = None) -> Reading:
    story = Story(name, published or day)
    story.contact("phone-call", "held", "Trump Xi", day)
    return story.reading()


def undated(name: str, published: str) -> Reading:
    story = Story(name, published)
    story.contact("phone-call", "held", "Trump Xi")
    return story.reading()


def only_id(ledger: Ledger) -> str:
    (found,) = ledger.contacts()
    return found.id


@pytest.fixture
def dated_later(ledger: Ledger) -> tuple[Ledger, str]:
    """A ledger with one call, and the id that it had before its day was known."""
    ledger.add(undated("news", "2025-11-25"))
    old = only_id(ledger)
    ledger.add(call("report", "2025-11-24"))
    assert only_id(ledger) != old
    return ledger, old


def test_the_id_from_before_the_day_was_known(dated_later: tuple[Ledger, str]) -> None:
    ledger, old = dated_later
    new = only_id(ledger)
    assert ledger.contact(old).id == ledger.compare(old).contact == ledger.explain(old).subject == new
    assert ledger.contact(f" {old.upper()} ").id == new


def test_what_was_decided_stands_under_the_former_id_too(dated_later: tuple[Ledger, str]) -> None:
    ledger, old = dated_later
    ledger.correct(old, "status", "denied", **WHY)
    assert [one.field for one in ledger.history(old)] == ["status"]
    assert ledger.contact(old).status == "denied"


def test_a_former_id_lasts_when_all_is_linked_anew(dated_later: tuple[Ledger, str]) -> None:
    ledger, old = dated_later
    ledger.link(anew=True)
    assert ledger.contact(old).id == only_id(ledger)


def test_the_rules_that_link_may_change(ledger: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    ledger.add(call("a", "2025-11-24"))
    old = only_id(ledger)
    with monkeypatch.context() as rules:
        rules.setattr("readout.link.contacts._free_id", lambda node, taken: f"c-new{len(taken)}")
        ledger.link(anew=True)
        assert only_id(ledger) == "c-new0"
    assert ledger.contact(old).id == "c-new0"


def test_the_rules_that_compare_may_change(ledger: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as rules:
        rules.setattr("readout.link.reports.forum_of", lambda contact, year: None)
        for name, people in (("a", "VN G20"), ("b", "Xi G20 ZA")):
            story = Story(name, "2025-11-23")
            story.contact("summit", "held", people, "2025-11-22")
            ledger.add(story.reading())
        before = [one.id for one in ledger.contacts()]
    assert len(before) == 2
    ledger.link(anew=True)
    assert {ledger.contact(one).id for one in before} == {only_id(ledger)}


def test_a_corrected_article_gives_its_contact_another_day(ledger: Ledger) -> None:
    ledger.add(call("a", "2025-11-23", published="2025-11-25"))
    old = only_id(ledger)
    ledger.add(call("a", "2025-11-24", published="2025-11-26"))
    assert ledger.contact(old).id == only_id(ledger) != old


def test_a_merged_contact_whose_day_becomes_known(ledger: Ledger) -> None:
    ledger.add_all([undated("news", "2025-11-25"), call("b", "2025-10-02")])
    first, second = (one.id for one in ledger.contacts())
    ledger.merge(second, first, **WHY)
    ledger.add(call("report", "2025-11-24"))
    assert ledger.contact(second).id == only_id(ledger)


def test_the_id_of_a_split_that_was_undone(ledger: Ledger) -> None:
    ledger.add_all([call("a", "2025-11-24"), call("b", "2025-11-24")])
    whole = only_id(ledger)
    made = ledger.split(whole, ["a"], **WHY)
    assert ledger.contact(made.new["id"]).id != whole
    ledger.undo(made.number, **WHY)
    assert ledger.contact(made.new["id"]).id == whole


def test_a_contact_that_is_told_no_more_is_not_found(ledger: Ledger) -> None:
    ledger.add(call("a", "2025-11-24"))
    old = only_id(ledger)
    ledger.add(Story("a", "2025-11-25").reading())
    with pytest.raises(NotFound):
        ledger.contact(old)
