"""The same article: corrected versions, reprints and light edits."""

from itertools import permutations

import msgspec
import pytest
from newsroom import Story

from readout.ledger import Ledger
from readout.model.records import Reading

WIRE = (
    "Tổng thống Mỹ Donald Trump và Chủ tịch Trung Quốc Tập Cận Bình đã điện đàm hôm 24/11 về thương mại, Đài Loan "
    "và Ukraine, theo thông báo của Nhà Trắng và Bộ Ngoại giao Trung Quốc đưa ra cùng ngày."
)
OTHER = (
    "Bắc Kinh cho hay ông Tập nói với ông Trump rằng việc Đài Loan trở về là một phần quan trọng của trật tự quốc "
    "tế sau chiến tranh, trong cuộc trao đổi dài khoảng một giờ giữa hai bên vào tối thứ hai."
)


def wire(name: str, publisher: str, text: str, published: str = "2025-11-25T08:00:00+07:00") -> Reading:
    story = Story(name, published, publisher)
    story.text = f"{text}\n\n"
    story.contact("phone-call", "held", "Trump Xi", "2025-11-24")
    return story.reading()


def test_one_text_in_several_papers_is_told_as_such(ledger: Ledger) -> None:
    edited = WIRE.replace("đã điện đàm", "vừa điện đàm")
    ledger.add_all(
        [
            wire("a", "VnExpress", WIRE),
            wire("b", "Tuổi Trẻ", WIRE),
            wire("c", "Thanh Niên", edited),
            wire("d", "Báo Khác", OTHER),
        ]
    )
    (call,) = ledger.contacts()
    assert (call.reports, call.texts) == (4, 2)
    assert sorted(call.same_text[0].publishers) == ["Thanh Niên", "Tuổi Trẻ", "VnExpress"]
    assert {one.name for one in ledger.copies("a")} == {"b", "c"}
    assert ledger.copies("d") == ()


def test_a_corrected_article_counts_and_the_old_one_is_kept(ledger: Ledger) -> None:
    ledger.add(wire("a", "VnExpress", WIRE))
    assert ledger.add(wire("a", "VnExpress", OTHER, "2025-11-25T09:00:00+07:00")) == "updated"
    assert [one.text[:20] for one in ledger.versions("a")] == [WIRE[:20]]
    assert ledger.reading("a").article.text.startswith(OTHER)
    assert ledger.contacts()[0].reports == 1


@pytest.mark.parametrize("late", ["2025-11-25T02:00:00+00:00", "2025-11-26"])
def test_an_older_version_that_comes_late_changes_no_answer(ledger: Ledger, late: str) -> None:
    ledger.add(wire("a", "VnExpress", OTHER, late))
    before = ledger.contacts()
    assert ledger.add(wire("a", "VnExpress", WIRE)) == "unchanged"
    assert ledger.contacts() == before
    assert len(ledger.versions("a")) == 1
    ledger.add(wire("a", "VnExpress", WIRE))
    assert len(ledger.versions("a")) == 1


def test_the_same_address_under_another_id_is_one_article(ledger: Ledger) -> None:
    first, second = wire("a", "VnExpress", WIRE), wire("b", "VnExpress", OTHER, "2025-11-25T08:10:00+07:00")
    ledger.add(first)
    moved = msgspec.structs.replace(second, article=msgspec.structs.replace(second.article, url=first.article.url))
    assert ledger.add(moved) == "updated"
    assert [one.name for one in ledger.articles()] == ["b"]
    assert len(ledger.versions("b")) == 1


def test_a_better_reading_of_the_same_text_is_no_new_version(ledger: Ledger) -> None:
    one = wire("a", "VnExpress", WIRE)
    ledger.add(one)
    assert ledger.add(msgspec.structs.replace(one, contacts=())) == "updated"
    assert ledger.versions("a") == ()
    assert ledger.holds([one.article, wire("a", "VnExpress", OTHER).article]) == [True, False]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param(("a", WIRE, "2025-11-25"), ("a", WIRE + OTHER, "2025-11-25"), id="the longer of one day"),
        pytest.param(("a", WIRE + OTHER, "2025-11-25"), ("a", WIRE, "2025-11-25T00:30:00+00:00"), id="with an hour"),
        pytest.param(("a", WIRE + OTHER, None), ("a", WIRE, "2025-11-25"), id="with a date"),
        pytest.param(("a", WIRE, None), ("a", WIRE + OTHER, None), id="the longer, without a date"),
        pytest.param(("a", WIRE, "2025-11-25"), ("b", WIRE + OTHER, "2025-11-25"), id="of one address"),
        pytest.param(("a", WIRE, "2025-11"), ("a", WIRE + OTHER, "in autumn"), id="of a month"),
    ],
)
def test_which_version_counts_does_not_depend_on_the_order(
    ledger: Ledger, another: Ledger, one: tuple[str, str, str], other: tuple[str, str, str]
) -> None:
    first, second = (
        msgspec.structs.replace(
            made, article=msgspec.structs.replace(made.article, url="https://example.org/a", published=when)
        )
        for name, text, when in (one, other)
        for made in [wire(name, "VnExpress", text)]
    )
    ledger.add_all([first, second, first])
    another.add_all([second, first])
    for book in (ledger, another):
        assert book.reading(book.articles()[0].id) == (first if one[2] == "2025-11" else second)
        assert [version.article for version in book.versions(book.articles()[0].id)] == [book.articles()[0].id]
    assert ledger.articles() == another.articles()
    assert ledger.versions(ledger.articles()[0].id) == another.versions(another.articles()[0].id)


@pytest.mark.parametrize("order", list(permutations(range(3))), ids=str)
def test_articles_that_share_a_version_are_one(ledger: Ledger, order: tuple[int, ...]) -> None:
    """The paper moved the article: the oldest has its first id, the newest its last address, one between has both."""
    given = [
        ("a", "https://example.org/a", "2025-11-25"),
        ("a", "https://example.org/b", "2025-11-24"),
        ("b", "https://example.org/b", "2025-11-26"),
    ]
    made = [
        msgspec.structs.replace(one, article=msgspec.structs.replace(one.article, id=name, url=url, published=day))
        for name, url, day in given
        for one in [wire(name, "VnExpress", WIRE)]
    ]
    for number in order:
        ledger.add(made[number])
    assert [(one.name, one.published) for one in ledger.articles()] == [("b", "2025-11-26")]
    assert [one.published for one in ledger.versions("b")] == ["2025-11-24", "2025-11-25"]
    assert ledger.contacts()[0].reports == 1
    assert {ledger.article(one).name for one in ("a", "b", given[0][1], given[1][1])} == {"b"}


def test_a_section_of_a_paper_is_no_other_paper(ledger: Ledger) -> None:
    for number, (publisher, host) in enumerate(
        [("VnExpress", "vnexpress.net"), ("VnExpress - Thế Giới", "vnexpress.net"), ("Tin - Ảnh", "example.org")]
    ):
        one = wire(f"n{number}", publisher, WIRE if number else OTHER)
        article = msgspec.structs.replace(one.article, url=f"https://{host}/{number}.html")
        ledger.add(msgspec.structs.replace(one, article=article))
    assert set(ledger.contacts()[0].publishers) == {"VnExpress", "Tin - Ảnh"}
    assert ledger.reading("n1").article.publisher == "VnExpress - Thế Giới"
