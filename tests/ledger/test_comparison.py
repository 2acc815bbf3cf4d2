"""Whose account words stand in, who was first, and silences beside what others say."""

import pytest
from newsroom import Story

from readout.ledger import Ledger
from readout.model.answers import Cell, Comparison, ContactQuery


def compared(ledger: Ledger, *stories: Story) -> Comparison:
    for story in stories:
        ledger.add(story.reading())
    return ledger.compare(ledger.contacts(ContactQuery(mode="phone-call"))[0].id)


def call(name: str, published: str | None) -> tuple[Story, str]:
    story = Story(name, published)
    return story, story.contact("phone-call", "held", "Trump Xi", "2025-11-24")


def cells(found: Comparison, topic: str) -> tuple[Cell, Cell]:
    row = next(row for row in found.topics if row.topic == topic)
    return row.cells["US"], row.cells["CN"]


def test_what_both_say_together_is_raised_by_both(ledger: Ledger) -> None:
    story, on = call("both", "2025-11-25")
    story.said(on, "Xi", "Both agreed on trade.", "trade", force="agrees", beside=("Trump",))
    found = compared(ledger, story)
    assert [cell.state for cell in cells(found, "trade")] == ["raised", "raised"]
    assert found.n_readouts == {"US": 1, "CN": 1}
    assert found.statements[0].accounts == ("CN", "US")


def test_words_put_into_the_other_mouth_are_in_the_account_of_who_tells_them(ledger: Ledger) -> None:
    story, on = call("told", "2025-11-25")
    story.said(on, "Trump", "Trump said that he understands Taiwan.", "taiwan", account_of="CN")
    ours, theirs = cells(compared(ledger, story), "taiwan")
    assert (ours.state, ours.claimed_by, theirs.state) == ("no-readout", ("CN",), "raised")
    assert ours.statements == theirs.statements


def test_a_stated_silence_stands_beside_what_the_other_side_tells(ledger: Ledger) -> None:
    story, on = call("silent", "2025-11-25")
    story.said(on, "Trump", "We spoke of trade.", "trade")
    story.said(on, "Trump", "Trump said that he understands Taiwan.", "taiwan", account_of="CN")
    story.silent("US", "taiwan", on)
    ours, _ = cells(compared(ledger, story), "taiwan")
    assert (ours.state, ours.claimed_by, len(ours.silences), len(ours.statements)) == ("stated-silence", ("CN",), 1, 1)


def test_a_silence_that_another_article_states_stands_beside_own_words(ledger: Ledger) -> None:
    said, on = call("said", "2025-11-25")
    said.said(on, "Trump", "We spoke of Taiwan.", "taiwan")
    silent, on = call("silent", "2025-11-26")
    silent.silent("US", "taiwan", on)
    ours, _ = cells(compared(ledger, said, silent), "taiwan")
    assert (ours.state, len(ours.silences)) == ("raised", 1)


@pytest.mark.parametrize(
    ("american", "chinese", "side", "together"),
    [
        ("2025-11-24T20:00", "2025-11-25T08:00", "US", ()),
        ("2025-11-25T08:00", "2025-11-24T20:00", "CN", ()),
        ("2025-11-25", "2025-11-25T08:00", None, ("US", "CN")),
        ("2025-11-25", None, "US", ()),
    ],
)
def test_who_was_first(
    ledger: Ledger, american: str, chinese: str | None, side: str | None, together: tuple[str, ...]
) -> None:
    ours, on = call("ours", american)
    ours.said(on, "Trump", "We spoke of trade.", "trade")
    theirs, on = call("theirs", chinese)
    theirs.said(on, "Xi", "We spoke of Taiwan.", "taiwan")
    first = compared(ledger, ours, theirs).first
    assert first is not None
    assert (first.side, first.together, first.same_article) == (side, together, not together)


def test_nobody_was_first_where_one_article_holds_both(ledger: Ledger) -> None:
    story, on = call("both", "2025-11-25")
    story.said(on, "Trump", "We spoke of trade.", "trade")
    story.said(on, "Xi", "We spoke of Taiwan.", "taiwan")
    first = compared(ledger, story).first
    assert first is not None
    assert (first.side, first.together, first.same_article) == (None, ("US", "CN"), True)


def test_names_and_tone_are_listed(ledger: Ledger) -> None:
    story, on = call("words", "2025-11-25")
    story.said(on, "Trump", "Cuộc chiến ở Ukraine thật tồi tệ.", "ukraine")
    story.said(on, "Trump", "Đó là một cuộc gọi tuyệt vời.", force="praises")
    story.said(on, "Xi", "Cuộc khủng hoảng Ukraine cần một lời giải công bằng.", "ukraine", force="urges")
    found = compared(ledger, story)
    assert [(one.thing, one.names) for one in found.names] == [
        ("war in Ukraine", {"US": ("cuộc chiến ở Ukraine",), "CN": ("cuộc khủng hoảng Ukraine",)})
    ]
    assert {side: (tone.forces, tone.words) for side, tone in found.tone.items()} == {
        "US": ({"praises": 1, "says": 1}, ("tuyệt vời", "tồi tệ")),
        "CN": ({"urges": 1}, ("công bằng",)),
    }


def test_one_name_for_a_thing_is_no_difference(ledger: Ledger) -> None:
    story, on = call("same", "2025-11-25")
    story.said(on, "Trump", "Biển Đông phải tự do.", "south-china-sea")
    story.said(on, "Xi", "Biển Đông là ưu tiên.", "south-china-sea")
    assert compared(ledger, story).names == ()


@pytest.mark.parametrize(
    ("promised", "wanted"),
    [
        # what was bought so far is no other number than what is to be bought
        ([("Trump", "expected", 12e6, None), ("Xi", "ordered", 2e6, None)], [("one-sided", 1), ("one-sided", 1)]),
        # nor is one season's target another one's
        ([("Trump", "pledged", 20e6, "2026"), ("Xi", "pledged", 25e6, "2027")], [("one-sided", 1), ("one-sided", 1)]),
        # two numbers for one target; who names no season speaks of the only one that is named
        ([("Trump", "pledged", 20e6, "2026"), ("Xi", "considered", 12e6, "2026")], [("quantity", 2)]),
        ([("Trump", "pledged", 20e6, "2026"), ("Xi", "considered", 12e6, None)], [("quantity", 2)]),
        ([("Trump", "pledged", 20e6, "2026"), ("Xi", "agreed", 20e6, "2026")], []),
    ],
)
def test_like_is_compared_with_like(
    ledger: Ledger, promised: list[tuple[str, str, float, str | None]], wanted: list[tuple[str, int]]
) -> None:
    story, on = call("numbers", "2025-11-25")
    for name, stage, tonnes, period in promised:
        story.promised(stage, tonnes, by=name, period=period, contact=on)
    assert [(one.kind, len(one.claims)) for one in compared(ledger, story).differences] == wanted


def test_a_reprint_is_no_further_readout(ledger: Ledger) -> None:
    words = "The two leaders spoke for an hour about trade, farm goods, shipping and the border, as the palace put it."
    stories = [call(name, "2025-11-25") for name in ("wire", "reprint", "own")]
    for number, (story, on) in enumerate(stories):
        story.said(on, "Trump", words if number < 2 else f"He told reporters something else. {words[:40]}", "trade")
        story.said(on, "Xi", words, "taiwan")
    found = compared(ledger, *(story for story, _ in stories))
    assert found.n_readouts == {"US": 2, "CN": 2}
    assert [cell.n_readouts for cell in cells(found, "taiwan")] == [2, 2]
    assert len(found.statements) == 6
