"""Search: with and without diacritics, đ and d, phrases, Chinese, filters; the same on both databases."""

import unicodedata

import pytest
from newsroom import Story

from readout.ledger import Ledger, LedgerError, matching, searching
from readout.model.searching import SearchQuery, SearchResult


def find(ledger: Ledger, words: str, **filters: object) -> SearchResult:
    return ledger.search(SearchQuery(words=words, **filters))


def names(ledger: Ledger, words: str, **filters: object) -> list[str]:
    result = find(ledger, words, **filters)
    return sorted({ledger.article(one.article).name for one in result.hits})


@pytest.fixture
def archive(ledger: Ledger) -> Ledger:
    road = Story("road", "2025-11-01", "Thanh Niên")
    road.said(None, "Lâm", "Con đường phía trước còn dài.", "trade")
    sun = Story("sun", "2025-11-02", "Tuổi Trẻ")
    sun.said(None, "Trump", "Thái Bình Dương là đại dương lớn.", "trade")
    bare = Story("bare", "2025-11-03", "Thanh Niên")
    bare.said(None, "Trump", "Con duong phia truoc con dai.", "trade")
    call = Story("call", "2025-11-25", "VnExpress")
    found = call.contact("phone-call", "held", "Trump Xi", "2025-11-24", topics=("taiwan",))
    call.said(found, "Xi", "台湾回归中国是战后国际秩序的重要组成部分。", "taiwan")
    call.said(found, "Trump", "Chúng tôi nói về đậu nành, 12 triệu tấn.", "soybeans")
    ledger.add_all([one.reading() for one in (road, sun, bare, call)])
    return ledger


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("duong", ["bare", "road", "sun"]),
        ("đường", ["bare", "road"]),
        ("dương", ["bare", "sun"]),
        ("DƯƠNG", ["bare", "sun"]),
        ("con đường phía trước", ["bare", "road"]),
        ('"con đường"', ["bare", "road"]),
        ('"đường con"', []),
        ('"thai binh duong"', ["sun"]),
        ("dau nanh", ["call"]),
        ("đậu nành tấn", ["call"]),
        ("đầu nành", []),
        (unicodedata.normalize("NFD", "đậu nành"), ["call"]),
        ("台湾", ["call"]),
        ("战后国际秩序", ["call"]),
        ("台湾秩序", []),
        ("中", ["call"]),
        ("12", ["call"]),
        ("nothing", []),
    ],
)
def test_words_are_found_as_they_are_meant(archive: Ledger, words: str, expected: list[str]) -> None:
    assert names(archive, words) == expected


@pytest.mark.parametrize("words", ["", '""', "?!", "' OR 1=1 --"])
def test_a_query_is_words_and_never_syntax(archive: Ledger, words: str) -> None:
    if any(char.isalnum() for char in words):
        assert names(archive, words) == []
    else:
        with pytest.raises(LedgerError):
            find(archive, words)


@pytest.mark.parametrize("words", ["a AND b", "NEAR(a b)", "a:b", "a* b", "(", "a'b", "^a", "{a}", "a & !b", "a <-> b"])
def test_operators_of_the_databases_are_only_words(archive: Ledger, words: str) -> None:
    if words != "(":
        assert names(archive, words) == []


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        ({"publisher": "Thanh Niên"}, ["bare", "road"]),
        ({"since": "2025-11-02"}, ["bare", "sun"]),
        ({"until": "2025-11-01"}, ["road"]),
        ({"countries": ("VN",)}, ["road"]),
        ({"countries": ("US",)}, ["bare", "sun"]),
        ({"mode": "phone-call"}, []),
    ],
)
def test_filters(archive: Ledger, filters: dict[str, object], expected: list[str]) -> None:
    assert names(archive, "duong", **filters) == expected


@pytest.mark.parametrize(
    ("filters", "hits"),
    [
        ({}, 2),
        ({"mode": "phone-call"}, 2),
        ({"mode": "visit"}, 0),
        ({"status": "held"}, 2),
        ({"topic": "taiwan"}, 2),
        ({"person": "tap can"}, 0),
        ({"person": "xi jin"}, 2),
        ({"countries": ("US", "CN")}, 2),
        ({"countries": ("RU",)}, 0),
    ],
)
def test_filters_on_the_contact(archive: Ledger, filters: dict[str, object], hits: int) -> None:
    assert find(archive, "đậu nành", **filters).total == hits


def test_the_snippet_marks_the_words(archive: Ledger) -> None:
    for hit in find(archive, "đậu nành").hits:
        assert [hit.snippet[start:end] for start, end in hit.marks] == ["đậu", "nành"]
        text = archive.reading(hit.article).article.text
        assert text[hit.start : hit.start + len(hit.snippet)] == hit.snippet


def test_a_hit_leads_to_the_contact_of_the_statement_or_the_only_one_of_the_article(archive: Ledger) -> None:
    reports = {one.id: one.contacts for one in archive.articles()}
    hits = [hit for words in ("đậu nành", "con đường phía trước") for hit in find(archive, words).hits]
    for hit in hits:
        assert hit.id.startswith("s-") or (hit.contact is not None) == (reports[hit.article] == 1), hit
    assert {hit.contact is not None for hit in hits if hit.id.startswith("a-")} == {True, False}


def test_the_spelling_asked_for_comes_first(archive: Ledger) -> None:
    first = find(archive, "con đường phía trước").hits[0]
    assert archive.article(first.article).name == "road"


def test_names_are_found_too(archive: Ledger) -> None:
    assert [(one.name, one.contacts) for one in find(archive, "jinping").people] == [("Xi Jinping", 1)]


def test_pages_of_a_result_do_not_overlap(archive: Ledger) -> None:
    all_of = [one.id for one in find(archive, "duong").hits]
    pages = [one.id for offset in range(0, 6, 2) for one in find(archive, "duong", limit=2, offset=offset).hits]
    assert pages == all_of and len(all_of) == 6


def test_words_of_a_replaced_article_are_gone(archive: Ledger) -> None:
    other = Story("road", "2025-11-05", "Thanh Niên")
    other.said(None, "Lâm", "Cây cầu.", "trade")
    archive.add(other.reading())
    assert names(archive, '"con đường"') == ["bare"]
    assert names(archive, '"cây cầu"') == ["road"]


@pytest.mark.parametrize("number", [1, 2, 3, 50])
@pytest.mark.parametrize("words", ["duong", "trung quoc", "台湾", "con đường", "lacking"])
def test_words_of_many_passages_are_found_as_rare_ones_are(
    archive: Ledger, monkeypatch: pytest.MonkeyPatch, words: str, number: int
) -> None:
    def found() -> SearchResult:
        return archive.ask(lambda c: searching.search(c, SearchQuery(words=words), number))

    rare = found()
    monkeypatch.setattr(matching, "_FIRST", 1)
    assert found() == rare


@pytest.mark.parametrize("number", [1, 2, 5])
def test_the_newest_are_ranked_in_whatever_order_they_came(ledger: Ledger, another: Ledger, number: int) -> None:
    stories = []
    for day in ("2025-11-03", "2025-11-01", "2025-11-03", None, "2025-11-02"):
        story = Story(f"story-{len(stories)}", day, "Thanh Niên")
        story.said(None, "Trump", f"Con tàu thứ {len(stories)} đã rời cảng.", "trade")
        stories.append(story.reading())
    ledger.add_all(stories)
    another.add_all(reversed(stories))
    found = [one.ask(lambda c: searching.search(c, SearchQuery(words="con tàu"), number)) for one in (ledger, another)]
    assert found[0] == found[1]
    assert {ledger.article(hit.article).published for hit in found[0].hits[:2]} <= {"2025-11-03"}
    assert found[0].total == number and found[0].more
