"""The contract of a reading, on the bundled samples and on any text: schema, offsets, references, bytes, growth."""

import gc
import json
import random
import time
from collections.abc import Iterator
from functools import cache
from typing import Any

import jsonschema
import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from told import PUBLISHED, article_of

from readout.api import read_files, samples
from readout.knowledge import load
from readout.model.records import Article, Reading
from readout.model.schema import reading_schema
from readout.read.reading import read_article
from readout.text import compose

ARTICLES = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
PUNCTUATION = [
    ",", ".", ".", "…", "?", "!", ":", ";", "-", "–", "(", ")", "“", "”", '"', "'", "‘", "’", "«", "»", "\n",
    "\n\n", "/", "%", "Ảnh: AFP", "\u00a0", "\u200b", "İ", "ß", "\u0301", "🇻🇳",
]  # fmt: skip
NUMBERS = [
    "4/2", "4.2.2026", "30/2", "99/99", "13/13/2026", "ngày 31/11", "năm 0", "năm 9999", "tháng 13",
    "1,5 triệu tấn", "0%", "12.000.000.000.000 USD", "quý 5", "ba giờ", "hôm qua", "tuần trước", "năm ngoái",
    "cuối năm", "29/2", "thứ hai", "-1", "1/0", "²", "٣", "½", "từ 4 đến 2/2", "20 - 10/1", "lúc 25:61",
    "thế kỷ 99", "những năm 1990",
]  # fmt: skip
FRAMES = [
    "điện đàm với", "gặp", "thăm", "sẽ gặp", "không gặp", "hủy cuộc gặp với", "cuộc điện đàm giữa", "và", "của",
    "tại", "nói", "cho biết", "mời", "nếu", "sau cuộc gặp với", "hai nhà lãnh đạo", "hai bên", "người đồng cấp",
    "lần lượt điện đàm với", "cam kết mua", "đậu tương", "theo Reuters", "đàm phán với", "trước thềm",
    "chuyến thăm", "ông", "bà", "không đề cập", "chủ trì lễ đón", "hội nghị thượng đỉnh", "gửi thư cho",
]  # fmt: skip
ACTORS = [
    "Tổng thống Mỹ Donald Trump", "ông Putin", "Thủ tướng Nhật Bản", "Tô Lâm", "Iran", "Nga", "EU",
    "phía Trung Quốc", "Nga - Ukraine", "Ngoại trưởng Pháp, Đức và Anh", "Washington", "Nhà Trắng",
    "Bộ Ngoại giao Trung Quốc", "Hà Nội", "Tổng thống", "bà Takaichi", "Tổng Bí thư", "Anh", "hai nước",
]  # fmt: skip


@cache
def words() -> list[str]:
    """Words of every class of the lexicon: a random sixth of its forms, always the same, as they are written."""
    lexicon = load().lexicon
    forms = sorted({entry.form for form in lexicon.forms() for entry in lexicon.entries_of(form)})
    return random.Random(11).sample(forms, len(forms) // 6)


def pieces() -> st.SearchStrategy[str]:
    plain = st.one_of(
        st.sampled_from(FRAMES),
        st.sampled_from(ACTORS),
        st.sampled_from(ACTORS),
        st.sampled_from(words()),
        st.sampled_from(NUMBERS),
        st.sampled_from(PUNCTUATION),
    )
    return st.one_of(plain, plain, plain, plain.map(str.upper), plain.map(str.title), st.text(max_size=4))


SHUFFLED = st.lists(st.deferred(pieces), max_size=60).map(" ".join)
GLUED = st.lists(st.deferred(pieces), max_size=30).map("".join)
TEXTS = st.one_of(SHUFFLED, SHUFFLED, GLUED, st.text(max_size=300))
DAYS = st.one_of(
    st.none(), st.just(PUBLISHED), st.dates().map(str), st.sampled_from(["0001-01-01", "9999-12-31", "2024-02-29"])
)


@cache
def validator() -> jsonschema.Draft202012Validator:
    jsonschema.Draft202012Validator.check_schema(reading_schema())
    return jsonschema.Draft202012Validator(reading_schema())


@cache
def sample_readings() -> list[Reading]:
    found = [reading for reading in read_files([samples()]) if isinstance(reading, Reading)]
    assert len(found) >= 24
    return found


def article(title: str | None, body: str, published: str | None) -> Article:
    return Article(
        id="any",
        title=title,
        published=published,
        published_basis="given" if published else "unknown",
        text=compose(title, body),
    )


def objects(value: Any) -> Iterator[dict[str, Any]]:
    """Every object inside a JSON value, the outer ones first."""
    if isinstance(value, dict):
        yield value
        for inner in value.values():
            yield from objects(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from objects(inner)


def assert_holds(reading: Reading) -> None:
    """Fail unless the reading keeps every promise of the contract that can be seen in it alone."""
    data = json.loads(msgspec.json.encode(reading))
    errors = [error.message for error in validator().iter_errors(data)]
    assert not errors, errors[:3]
    text = data["article"]["text"]
    for found in objects(data):
        if {"start", "end", "text"} <= found.keys():
            assert 0 <= found["start"] < found["end"] <= len(text), found
            assert text[found["start"] : found["end"]] == found["text"], found
    assert_references(data)
    assert_evidence(data)


def assert_references(data: dict[str, Any]) -> None:
    """Ids are unique over the whole reading, and what names a contact names one of this reading."""
    ids = [record["id"] for kind in ("contacts", "statements", "commitments") for record in data[kind]]
    assert len(ids) == len(set(ids))
    contacts = {contact["id"] for contact in data["contacts"]}
    for kind in ("statements", "commitments", "silences"):
        assert {record["contact"] for record in data[kind] if record["contact"]} <= contacts, kind
    known = load()
    people, topics = known.people.by_id, known.topics
    for found in objects(data):
        if found.get("person_id"):
            assert found["person_id"] in people
        if "topics" in found:
            assert set(found["topics"]) <= topics.keys()
        if found.get("country") and "role" in found:
            assert found["country"] in known.country_codes | known.organisations.keys()


def assert_evidence(data: dict[str, Any]) -> None:
    """Every fact names the words and the rule that it was read from; a contact has parties of two sides or a summit."""
    for kind in ("contacts", "statements", "commitments", "figures", "silences"):
        for record in data[kind]:
            assert record["evidence"] and all(evidence["rule"] for evidence in record["evidence"]), record
    for contact in data["contacts"]:
        sides = [p["country"] for p in contact["participants"]]
        assert all(sides) and (len(set(sides)) > 1 or contact["mode"] == "summit"), contact
        assert len({(p["country"], p["person"]) for p in contact["participants"]}) == len(sides), contact
    for kind in ("times", "amounts"):
        starts = [record["start"] for record in data[kind]]
        assert starts == sorted(starts)


@pytest.mark.parametrize("number", range(38))
def test_samples_hold_to_the_contract(number: int) -> None:
    if number < len(sample_readings()):
        assert_holds(sample_readings()[number])


@ARTICLES
@given(TEXTS, DAYS)
def test_any_text_holds_to_the_contract(body: str, published: str | None) -> None:
    assert_holds(read_article(article(None, body, published)))


@ARTICLES
@given(SHUFFLED, TEXTS)
def test_any_title_and_text_hold_to_the_contract(title: str, body: str) -> None:
    assert_holds(read_article(article(title, body, PUBLISHED)))


@ARTICLES
@given(
    st.lists(
        st.tuples(
            st.sampled_from(ACTORS),
            st.sampled_from(FRAMES),
            st.sampled_from(ACTORS),
            st.sampled_from(NUMBERS),
            st.sampled_from([".", ",", ". Ông", ".\n\n", "; còn", " rằng", " (", '", ', "”. “"]),
        ),
        max_size=12,
    )
)
def test_texts_that_look_like_news_hold_to_the_contract(clauses: list[tuple[str, ...]]) -> None:
    body = " ".join(f"{a} {cue} {b} {when}{end}" for a, cue, b, when, end in clauses)
    assert_holds(read_article(article(None, body, PUBLISHED)))


@settings(max_examples=60, deadline=None)
@given(TEXTS, DAYS)
def test_the_same_input_gives_the_same_bytes(body: str, published: str | None) -> None:
    once, again = (msgspec.json.encode(read_article(article(None, body, published))) for _ in range(2))
    assert once == again


def test_a_sample_read_after_all_others_gives_the_same_bytes() -> None:
    for reading in sample_readings()[::5]:
        again = read_article(reading.article)
        assert msgspec.json.encode(again) == msgspec.json.encode(reading)


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "\n\n",
        ".",
        "“",
        "”" * 50,
        "(" * 500,
        "Anh " * 500,
        "và " * 500,
        "- " * 500,
        "0" * 500,
        "Nga - " * 200,
        "4/2 " * 200,
        "ông " * 300,
        "“ông" * 200,
        "\u0301" * 100,
        "\ud83d",
    ],
)
def test_odd_texts_hold_to_the_contract(text: str) -> None:
    assert_holds(read_article(article(None, text, PUBLISHED)))


@pytest.mark.parametrize("collecting", [True, False])
def test_a_reading_leaves_the_collector_of_cycles_as_it_was(monkeypatch: pytest.MonkeyPatch, collecting: bool) -> None:
    article = article_of("Ngày 4/2, Tổng thống Nga Vladimir Putin điện đàm với Thủ tướng Ấn Độ Narendra Modi.")
    monkeypatch.setattr(gc, "isenabled", lambda: collecting)
    switched: list[str] = []
    monkeypatch.setattr(gc, "disable", lambda: switched.append("off"))
    monkeypatch.setattr(gc, "enable", lambda: switched.append("on"))
    assert len(read_article(article).contacts) == 1
    assert switched == ["off", "on"][: 1 + collecting]


def test_readings_leave_nothing_to_the_collector_of_cycles() -> None:
    articles = [reading.article for reading in sample_readings()]  # read once before: what is made once is made
    gc.collect()
    gc.disable()
    try:
        for article in articles:
            read_article(article)
        assert gc.collect() == 0
    finally:
        gc.enable()


def test_an_article_in_another_language_comes_back_without_facts() -> None:
    given_article = msgspec.structs.replace(article_of("Nga và Mỹ đàm phán ngày 4/2."), language="en")
    assert read_article(given_article) == Reading(article=given_article)


def test_an_article_without_a_date_gets_the_one_that_its_text_tells_or_none() -> None:
    reading = read_article(article_of("Nga và Mỹ im lặng.", None))
    assert (reading.article.published, reading.article.published_basis) == (None, "unknown")


NEWS = (
    "Tổng thống Mỹ Donald Trump hôm {day}/1 điện đàm với Tổng thống Nga Vladimir Putin về Ukraine. Ông "
    "nói “chúng tôi sẽ còn trao "
    "đổi”, theo Reuters.\n\nNhà Trắng cho biết Trung Quốc cam kết mua {day} triệu tấn đậu tương trong "
    "năm nay, còn Thủ tướng Nhật "
    "Bản Sanae Takaichi sẽ thăm Pháp vào tháng {month}.\n\n"
)


def seconds(text: str) -> float:
    given_article = article(None, text, PUBLISHED)
    began = time.process_time()
    read_article(given_article)
    return time.process_time() - began


def news(size: int, paragraphs: bool = True, stops: bool = True) -> str:
    """About `size` characters of news; without paragraphs one line, without stops one sentence."""
    text = "".join(NEWS.format(day=1 + n % 28, month=1 + n % 12) for n in range(size // 250))
    text = text if paragraphs else text.replace("\n", " ")
    return (text if stops else text.replace(". ", ", "))[:size]


@pytest.mark.parametrize(
    ("size", "shape"),
    [
        (50_000, {}),
        (25_000, {"paragraphs": False}),
        (6_000, {"paragraphs": False, "stops": False}),
    ],
)
def test_the_cost_of_a_reading_grows_about_linearly(size: int, shape: dict[str, bool]) -> None:
    """Four times the text costs less than nine times as much: the least CPU time of three readings of each.

    A quadratic step costs sixteen times; a garbage collector and caches that no longer hold it all, about five.
    """
    once, fourfold = news(size, **shape), news(4 * size, **shape)
    assert len(once) * 4 == len(fourfold)
    seconds(once[:5000])
    assert min(seconds(fourfold) for _ in range(3)) < 9 * min(seconds(once) for _ in range(3))
