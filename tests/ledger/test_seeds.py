"""The two seed articles in one ledger: what `EXPECTED.md` calls "Across both"."""

import pytest
from newsroom import Story, february, november

from readout.ledger import Ledger
from readout.model.answers import CommitmentQuery, Comparison, ContactQuery, LedgerContact


@pytest.fixture(params=[(0, 1), (1, 0)], ids=["february first", "november first"])
def seeds(ledger: Ledger, request: pytest.FixtureRequest) -> Ledger:
    readings = (february(), november())
    for number in request.param:
        assert ledger.add(readings[number]) == "added"
    return ledger


def told(contact: LedgerContact) -> tuple[str, str, str | None, str | None, int]:
    return contact.mode, contact.status, contact.time.edtf, contact.time.part, contact.reports


def call_on(ledger: Ledger, day: str) -> Comparison:
    found = ledger.contacts(ContactQuery(countries=("US", "CN"), mode="phone-call", since=day, until=day))
    return ledger.compare(found[0].id)


def test_one_us_china_ledger(seeds: Ledger) -> None:
    assert [told(one) for one in seeds.timeline("US", "CN")] == [
        ("meeting", "held", "2025-10-30", None, 2),
        ("phone-call", "held", "2025-11-24", None, 1),
        ("phone-call", "held", "2026-02-04", None, 1),
        ("visit", "planned", "2026-04", None, 1),
        ("visit", "invited", "2026", "late", 1),
    ]


def test_the_busan_meeting_has_the_reports_of_both(seeds: Ledger) -> None:
    busan = seeds.timeline("CN", "US")[0]
    assert (busan.place.name, busan.place.country) == ("Busan", "KR")
    assert [(one.edtf, one.part) for one in busan.history] == [("2025-10-30", None), ("2025", "late")]
    assert busan.publishers == ("Thanh Niên", "Báo Tin tức")
    assert "link.contact.within" in [step.rule for step in seeds.explain(busan.id).steps]


def test_calls_of_one_pair_are_numbered(seeds: Ledger) -> None:
    calls = seeds.contacts(ContactQuery(countries=("US", "CN"), mode="phone-call"))
    series = "CN-US remote Xi Jinping, Donald Trump"
    assert [(one.series, one.series_number) for one in calls] == [(series, 1), (series, 2)]


def test_both_accounts_of_the_november_call(seeds: Ledger) -> None:
    found = call_on(seeds, "2025-11-24")
    states = {row.topic: (row.cells["US"].state, row.cells["CN"].state) for row in found.topics}
    assert states["trade"] == states["ukraine"] == ("raised", "raised")
    assert states["fentanyl"] == states["soybeans"] == ("raised", "not-mentioned")
    assert states["taiwan"] == ("stated-silence", "raised")
    assert states["international-order"] == ("not-mentioned", "raised")
    assert found.n_readouts == {"US": 1, "CN": 1}
    cell = next(row.cells["CN"] for row in found.topics if row.topic == "taiwan")
    assert cell.statements[0].publisher == "Thanh Niên"


def test_one_account_of_the_february_call(seeds: Ledger) -> None:
    found = call_on(seeds, "2026-02-04")
    assert len(found.topics) >= 9
    assert {row.cells["US"].state for row in found.topics} == {"raised"}
    assert {row.cells["CN"].state for row in found.topics} == {"no-readout"}
    assert found.as_of == "2026-02-05"
    assert found.silences[0].evidence.text == "CN did not mention anything."
    soybeans = next(row.cells["CN"] for row in found.topics if row.topic == "soybeans")
    assert soybeans.claimed_by == ("US",)


def test_one_soybean_thread(seeds: Ledger) -> None:
    (thread,) = seeds.commitments(CommitmentQuery(text="soybeans"))
    assert (thread.committer.country, thread.counterparty.country, thread.action) == ("CN", "US", "buy")
    told = {
        (one.stage, one.quantity.value, one.claimed_by.country if one.claimed_by else None) for one in thread.versions
    }
    assert told == {("expected", 12e6, "US"), ("ordered", 2e6, None), ("considered", 20e6, "US")}
    assert thread.versions[-1].stage == "considered"
    assert [(one.target.value, one.ratio) for one in thread.progress] == [(12e6, 0.1667)]


def test_an_older_account_is_compared_as_of_its_day(seeds: Ledger) -> None:
    contact = seeds.contacts(ContactQuery(mode="phone-call", since="2026-02-04"))[0]
    assert seeds.compare(contact.id, as_of="2026-02-04").topics == ()


def test_words_about_no_known_contact_are_left_out(ledger: Ledger) -> None:
    story = Story("loose", "2025-11-25")
    story.contact("phone-call", "held", "Trump Xi", "2025-11-24")
    story.said(None, "Trump", "I like soybeans.", "soybeans")
    ledger.add(story.reading())
    assert call_on(ledger, "2025-11-24").topics == ()


def test_what_the_other_side_says_was_agreed(ledger: Ledger) -> None:
    story = Story("agreed", "2025-11-25")
    call = story.contact("phone-call", "held", "Trump Xi", "2025-11-24")
    story.said(call, "Trump", "Both agreed on rare earths.", "rare-earths", force="agrees")
    story.said(call, "Xi", "We spoke of Taiwan.", "taiwan")
    story.promised("agreed", 25e6, by="Trump", contact=call)
    story.said(call, "Trump", "They will buy soybeans.", "soybeans")
    ledger.add(story.reading())
    cells = {row.topic: row.cells["CN"] for row in call_on(ledger, "2025-11-24").topics}
    assert {topic: cell.state for topic, cell in cells.items()} == {
        "rare-earths": "claimed-by-other",
        "soybeans": "claimed-by-other",
        "taiwan": "raised",
    }
    assert cells["rare-earths"].statements[0].content.text == "Both agreed on rare earths."
    assert cells["soybeans"].claims[0].evidence.text.startswith("CN agreed")


@pytest.mark.parametrize(
    ("thing", "topic"),
    [
        ("crude oil", "energy"),
        ("gas", "energy"),
        ("aircraft engines", "aviation"),
        ("wheat", "agriculture"),
        ("rare earths", "rare-earths"),
    ],
)
def test_goods_that_only_the_other_side_names_belong_to_their_topic(ledger: Ledger, thing: str, topic: str) -> None:
    story = Story("goods", "2025-11-25")
    call = story.contact("phone-call", "held", "Trump Xi", "2025-11-24")
    story.said(call, "Trump", "They agreed to buy.", topic)
    story.said(call, "Xi", "We spoke of Taiwan.", "taiwan")
    story.promised("agreed", 25e6, by="Trump", contact=call, thing=thing, hs=None)
    ledger.add(story.reading())
    cell = next(row.cells["CN"] for row in call_on(ledger, "2025-11-24").topics if row.topic == topic)
    assert (cell.state, cell.claimed_by) == ("claimed-by-other", ("US",))
