"""What people decide holds: through re-reading, re-linking and any order of arrival; and it can be undone."""

import msgspec
import pytest
from newsroom import Story, february, november

from readout.ledger import Ledger, LedgerError, NotFound
from readout.link.decisions import Words, akin_claims, same_words
from readout.model.answers import ContactQuery, LedgerContact
from readout.model.records import Evidence, Reading

WHY = {"who": "An", "why": "seen on both sides' sites"}


def call(name: str, day: str, people: str = "Trump Xi", published: str | None = None) -> Reading:
    story = Story(name, published or day)
    found = story.contact("phone-call", "held", people, day)
    story.said(found, people.split()[0], f"Words of {name}.", "trade")
    return story.reading()


def only(ledger: Ledger) -> LedgerContact:
    (found,) = ledger.contacts()
    return found


def test_a_corrected_field_stays_corrected_when_more_is_read(ledger: Ledger) -> None:
    ledger.add(call("a", "2025-11-24"))
    made = ledger.correct(only(ledger).id, "place.name", "Busan", **WHY)
    assert (made.number, made.old, made.new, made.who) == (1, None, "Busan", "An")
    ledger.add(call("b", "2025-11-24"))
    assert only(ledger).place and only(ledger).place.name == "Busan"
    assert only(ledger).reports == 2


def test_a_corrected_date_is_the_date_that_is_asked_for(ledger: Ledger) -> None:
    ledger.add(call("a", "2025-11-24"))
    ledger.correct(only(ledger).id, "time.edtf", "2025-11-23", **WHY)
    assert ledger.contacts(ContactQuery(since="2025-11-24", until="2025-11-24")) == ()
    assert len(ledger.contacts(ContactQuery(since="2025-11-23", until="2025-11-23"))) == 1


@pytest.mark.parametrize(
    ("field", "value"),
    [("time.edtf", "tomorrow"), ("mode", "telepathy"), ("evidence", []), ("id", "c-x"), ("topics", "trade")],
)
def test_what_a_field_cannot_be_is_refused(ledger: Ledger, field: str, value: object) -> None:
    ledger.add(call("a", "2025-11-24"))
    with pytest.raises(LedgerError):
        ledger.correct(only(ledger).id, field, value, **WHY)
    assert ledger.history() == ()


def test_a_correction_needs_a_reason(ledger: Ledger) -> None:
    ledger.add(call("a", "2025-11-24"))
    with pytest.raises(LedgerError):
        ledger.correct(only(ledger).id, "status", "denied", who="An", why=" ")


def test_merged_contacts_stay_one_when_more_is_read(ledger: Ledger) -> None:
    ledger.add_all([call("a", "2025-11-24"), call("b", "2025-11-20")])
    late, early = sorted(ledger.contacts(), key=lambda one: one.time.edtf or "", reverse=True)
    ledger.merge(early.id, late.id, **WHY)
    assert {one.article for one in only(ledger).history} == {one.id for one in ledger.articles()}
    ledger.add_all([call("c", "2025-11-20"), call("d", "2025-11-24")])
    assert only(ledger).reports == 4
    assert ledger.contact(early.id).id == only(ledger).id == late.id
    assert len(ledger.statements(late.id)) == 4


def test_contacts_of_other_countries_can_be_merged(ledger: Ledger) -> None:
    ledger.add_all([call("a", "2025-11-24"), call("b", "2025-11-24", "Trump Xi Putin")])
    first, second = ledger.contacts()
    ledger.merge(first.id, second.id, **WHY)
    assert only(ledger).reports == 2
    ledger.add(msgspec.structs.replace(call("b", "2025-11-24", "Trump Xi Putin"), statements=()))
    assert only(ledger).reports == 2


def test_a_split_takes_reports_out_for_good(ledger: Ledger) -> None:
    ledger.add_all([call(name, "2025-11-24") for name in "abc"])
    whole = only(ledger)
    made = ledger.split(whole.id, ["b"], **WHY)
    assert sorted(one.reports for one in ledger.contacts()) == [1, 2]
    assert ledger.contact(made.new["id"]).reports == 1
    ledger.add_all([call("d", "2025-11-24"), call("b", "2025-11-24", published="2025-11-25")])
    assert sorted(one.reports for one in ledger.contacts()) == [1, 3]
    assert ledger.contact(made.new["id"]).history[0].published == "2025-11-25"


def test_what_was_decided_can_be_undone(ledger: Ledger) -> None:
    ledger.add_all([call("a", "2025-11-24"), call("b", "2025-11-20"), call("c", "2025-11-24")])
    before = ledger.contacts()
    first, second = before
    made = [
        ledger.merge(first.id, second.id, **WHY),
        ledger.split(second.id, ["c"], **WHY),
        ledger.correct(second.id, "status", "denied", **WHY),
    ]
    assert ledger.contacts() != before
    for one in reversed(made):
        assert ledger.undo(one.number, who="Bình", why="it was right before").undone_who == "Bình"
    assert ledger.contacts() == before
    assert [one.kind for one in ledger.history()] == ["merge", "split", "correct"]
    with pytest.raises(LedgerError):
        ledger.undo(made[0].number, **WHY)
    with pytest.raises(NotFound):
        ledger.undo(99, **WHY)


def test_a_correction_outlives_a_reading_with_other_ids_and_words_around(ledger: Ledger) -> None:
    story = Story("a", "2025-11-24")
    story.contact("meeting", "held", "Rubio Wang", "2025-11-20")
    found = story.contact("phone-call", "held", "Trump Xi", "2025-11-24")
    story.said(found, "Trump", "Words.", "trade")
    whole = story.reading()
    ledger.add(msgspec.structs.replace(whole, contacts=whole.contacts[1:]))
    ledger.correct(only(ledger).id, "duration.iso8601", "PT1H", **WHY)
    renamed = [msgspec.structs.replace(one, id=f"x{number}") for number, one in enumerate(whole.contacts)]
    said = tuple(msgspec.structs.replace(one, contact="x1") for one in whole.statements)
    ledger.add(msgspec.structs.replace(whole, contacts=tuple(renamed), statements=said))
    assert {one.mode: one.duration and one.duration.iso8601 for one in ledger.contacts()} == {
        "meeting": None,
        "phone-call": "PT1H",
    }


def test_a_correction_whose_words_are_gone_says_so(ledger: Ledger) -> None:
    ledger.add(call("a", "2025-11-24"))
    ledger.correct(only(ledger).id, "status", "denied", **WHY)
    ledger.add(msgspec.structs.replace(call("a", "2025-11-24"), contacts=(), statements=()))
    assert [one.applies for one in ledger.history()] == [False]
    ledger.add(call("a", "2025-11-24"))
    assert [one.applies for one in ledger.history()] == [True]
    assert only(ledger).status == "denied"


def test_a_statement_is_corrected_and_compared_so(ledger: Ledger) -> None:
    ledger.add(call("a", "2025-11-24"))
    said = ledger.statements(only(ledger).id)[0]
    ledger.correct(said.id, "topics", ["taiwan"], **WHY)
    assert [row.topic for row in ledger.compare(only(ledger).id).topics] == ["taiwan"]
    ledger.add(msgspec.structs.replace(call("a", "2025-11-24"), times=()))
    assert ledger.statement(said.id).topics == ("taiwan",)
    ledger.undo(1, **WHY)
    assert ledger.statement(said.id).topics == ("trade",)


def test_commitments_are_corrected_merged_and_split(ledger: Ledger) -> None:
    ledger.add_all([february(), november()])
    (soy,) = ledger.commitments()
    story = Story("beans", "2026-01-02")
    story.promised("pledged", 5e6, thing="soya", hs=None)
    ledger.add(story.reading())
    (other,) = (one for one in ledger.commitments() if one.id != soy.id)
    ledger.merge(other.id, soy.id, **WHY)
    assert [len(one.versions) for one in ledger.commitments()] == [4]
    ledger.correct(soy.id, "stage", "delivered", of="beans", **WHY)
    assert [one.stage for one in ledger.thread(soy.id).versions].count("delivered") == 1
    made = ledger.split(soy.id, ["beans"], **WHY)
    assert sorted(len(one.versions) for one in ledger.commitments()) == [1, 3]
    assert ledger.thread(made.new["id"]).versions[0].stage == "delivered"
    for number in (3, 2, 1):
        ledger.undo(number, **WHY)
    assert {one.id for one in ledger.commitments()} == {soy.id, other.id}
    assert ledger.thread(other.id).versions[0].stage == "pledged"


def goods(*things: str, numbers: tuple[int, ...] = ()) -> Reading:
    """Purchases that one sentence tells of; `numbers` are those of their ids."""
    story = Story("goods", "2025-11-02")
    for thing in things:
        story.promised("agreed", None, thing=thing, hs=None)
    made = story.reading()
    words = made.commitments[0].evidence
    claims = (msgspec.structs.replace(one, evidence=words) for one in made.commitments)
    named = [
        msgspec.structs.replace(one, id=f"k{number}") for one, number in zip(claims, numbers or range(9), strict=False)
    ]
    article = msgspec.structs.replace(made.article, text="One sentence tells of all. " * 9)
    return msgspec.structs.replace(made, article=article, commitments=tuple(named))


def test_one_claim_is_corrected_alone(ledger: Ledger, another: Ledger) -> None:
    for book in (ledger, another):
        book.add_all([february(), november()])
        (soy,) = book.commitments()
        claim = soy.versions[1]
        made = book.correct(str(claim.id), "quantity.value", 5e6, **WHY)
        assert (made.subject, made.old, made.new) == (claim.id, claim.quantity and claim.quantity.value, 5e6)
        book.add(msgspec.structs.replace(november(), times=()))
        book.link(anew=True)
        told = [one.quantity and one.quantity.value for one in book.thread(soy.id).versions]
        assert told == [5e6 if one.id == claim.id else one.quantity and one.quantity.value for one in soy.versions]
        for about in (str(claim.id), soy.id):
            assert [one.number for one in book.history(about)] == [1]
        with pytest.raises(LedgerError):
            book.merge(str(claim.id), soy.id, **WHY)
        with pytest.raises(LedgerError):
            book.split(str(claim.id), [claim.article], **WHY)
        book.undo(1, **WHY)
        assert book.thread(soy.id) == soy


def test_a_claim_that_another_thing_is_meant_leaves_the_thread_alone(ledger: Ledger) -> None:
    ledger.add_all([november()])
    (soy,) = ledger.commitments()
    ledger.correct(str(soy.versions[0].id), "object.hs", "1005", **WHY)
    assert sorted(len(one.versions) for one in ledger.commitments()) == [1, 1]
    ledger.undo(1, **WHY)
    assert ledger.commitments() == (soy,)


def test_of_claims_in_one_sentence_the_right_one_stays_corrected(ledger: Ledger) -> None:
    ledger.add(goods("soybeans", "sorghum", "beef"))
    sorghum = next(one for one in ledger.commitments() if one.object and one.object.name == "sorghum")
    ledger.correct(str(sorghum.versions[0].id), "stage", "delivered", **WHY)
    ledger.add(goods("beef", "corn", "sorghum", numbers=(1, 2, 7)))
    stages = {one.object.name: one.versions[0].stage for one in ledger.commitments() if one.object}
    assert stages == {"beef": "agreed", "corn": "agreed", "sorghum": "delivered"}
    ledger.add(goods("beef", "corn"))
    assert [one.applies for one in ledger.history()] == [False]
    assert {one.versions[0].stage for one in ledger.commitments()} == {"agreed"}


def told_together(contacts: str) -> Reading:
    """Contacts that one sentence tells of: `mode people, mode people`."""
    story = Story("together", "2025-11-24")
    for one in contacts.split(", "):
        mode, people = one.split(" ", 1)
        story.contact(mode, "held", people, "2025-11-24")
    made = story.reading()
    words = (msgspec.structs.replace(made.contacts[0].evidence[0], start=0, end=20),)
    article = msgspec.structs.replace(made.article, text="One sentence tells of all. " * 9)
    told = tuple(msgspec.structs.replace(one, evidence=words) for one in made.contacts)
    return msgspec.structs.replace(made, article=article, contacts=told)


@pytest.mark.parametrize(
    ("before", "after", "corrected"),
    [
        ("talks US RU, talks CN JP", "talks US RU, talks CN JP", "RU US"),
        ("talks US RU, talks CN JP", "talks CN JP, talks US RU UA", "RU UA US"),
        ("talks US RU UA, talks CN JP", "talks CN JP, talks US RU", "RU US"),
        ("talks US RU, talks CN JP", "talks CN JP, meeting US RU", "RU US"),
        ("talks US RU, talks CN JP", "talks CN JP, talks US UA", None),
        ("talks US RU, talks CN JP", "talks US RU UA, talks US RU CN", None),
        ("talks US RU, talks CN JP", "talks CN JP, talks IN JP", None),
    ],
)
def test_of_contacts_in_one_sentence_a_better_reading_keeps_the_correction(
    ledger: Ledger, before: str, after: str, corrected: str | None
) -> None:
    ledger.add(told_together(before))
    (first,) = (one for one in ledger.contacts() if "US" in {who.country for who in one.participants})
    ledger.correct(first.id, "place.name", "Anchorage", **WHY)
    ledger.add(told_together(after))
    found = [one for one in ledger.contacts() if one.place and one.place.name == "Anchorage"]
    countries = [" ".join(sorted(who.country or "" for who in one.participants)) for one in found]
    assert countries == ([corrected] if corrected else [])
    assert [one.applies for one in ledger.history()] == [corrected is not None]


@pytest.mark.parametrize(
    ("marks", "mark", "found"),
    [
        ("buy beef, invest sorghum", "buy sorghum", "2"),
        ("buy beef, buy sorghum", "invest beef", "1"),
        ("invest beef, sell beef", "buy beef", None),
        ("buy beef, sell corn", "buy sorghum", None),
        ("buy , sell ", "invest ", None),
    ],
)
def test_a_claim_is_found_again_by_its_object(marks: str, mark: str, found: str | None) -> None:
    words = (Evidence(start=0, end=20, text="", rule=""),)
    facts = {str(number): Words(words, one) for number, one in enumerate(marks.split(", "), 1)}
    assert same_words(0, 20, facts, mark, akin_claims) == found


def test_the_history_of_a_record_names_its_corrections(ledger: Ledger) -> None:
    ledger.add_all([call("a", "2025-11-24"), call("b", "2025-11-20")])
    first, second = ledger.contacts()
    ledger.correct(first.id, "status", "denied", **WHY)
    ledger.merge(first.id, second.id, **WHY)
    assert [one.kind for one in ledger.history(second.id)] == ["correct", "merge"]
    assert [one.kind for one in ledger.history(first.id)] == ["correct", "merge"]
    article = ledger.article("b")
    for name in (article.id, "b", article.url):
        assert len(ledger.history(name)) == 2
    with pytest.raises(NotFound):
        ledger.history("nothing")


def test_decisions_and_readings_in_another_order_give_the_same_contacts(ledger: Ledger, another: Ledger) -> None:
    readings = [call("a", "2025-11-24"), call("b", "2025-11-20"), call("c", "2025-11-24"), call("d", "2025-11-20")]
    ledger.add_all(readings)
    another.add_all(readings[:2])
    for one in (ledger, another):
        early, late = one.contacts()
        one.merge(early.id, late.id, **WHY)
        one.correct(late.id, "status", "denied", **WHY)
    another.add_all(reversed(readings))
    assert ledger.contacts() == another.contacts()
