"""Twenty page layouts, mirroring how Vietnamese papers and ministries mark up their pages, with words of our own.

`layouts/expected.toml` is the table: what must be read from each page. It was written with the pages, by hand.
"""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from readout.collect.article import Origin
from readout.collect.page import article_from_page
from readout.model.records import Article
from readout.text.layout import kind_of

FOLDER = Path(__file__).with_name("layouts")
TABLE: dict[str, dict[str, Any]] = tomllib.loads((FOLDER / "expected.toml").read_text("utf-8"))
ELSEWHERE = ("Đội tuyển thắng", "Quảng cáo", "Giấy phép", "toà soạn", "Bình luận", "Chia sẻ", "Trang chủ", "Facebook")


@pytest.fixture(params=sorted(TABLE))
def layout(request: pytest.FixtureRequest) -> tuple[Article, dict[str, Any]]:
    name = request.param
    (article,) = article_from_page((FOLDER / f"{name}.html").read_bytes(), Origin(source=name))
    assert isinstance(article, Article), article
    return article, TABLE[name]


def paragraphs(article: Article) -> list[tuple[str, str]]:
    """Each paragraph with its kind, as the readers of facts tell it by its form."""
    whole = article.text.split("\n\n")
    return [(kind_of(words, number, article.title is not None), words) for number, words in enumerate(whole)]


def of_kind(article: Article, *kinds: str) -> list[str]:
    return [words for kind, words in paragraphs(article) if kind in kinds]


def test_there_are_twenty_layouts_and_each_is_in_the_table() -> None:
    assert {path.stem for path in FOLDER.glob("*.html")} == set(TABLE) and len(TABLE) == 20


def test_title(layout: tuple[Article, dict[str, Any]]) -> None:
    article, expected = layout
    assert article.title == expected["title"] == of_kind(article, "title")[0]


def test_lead_and_body_in_order_and_nothing_else(layout: tuple[Article, dict[str, Any]]) -> None:
    article, expected = layout
    assert of_kind(article, "body") == [expected["lead"], *expected["body"], *expected.get("leftover", ())]


def test_captions_are_told_from_the_body(layout: tuple[Article, dict[str, Any]]) -> None:
    article, expected = layout
    assert of_kind(article, "caption", "credit") == expected["captions"]


def test_related_headlines_are_told_from_the_body(layout: tuple[Article, dict[str, Any]]) -> None:
    article, expected = layout
    assert sorted(of_kind(article, "headline")) == sorted([*expected["related"], *expected.get("short", ())])


def test_nothing_from_elsewhere_on_the_page(layout: tuple[Article, dict[str, Any]]) -> None:
    article, _ = layout
    assert not [words for words in ELSEWHERE if words in article.text]


def test_date_with_its_zone_where_the_page_tells_it(layout: tuple[Article, dict[str, Any]]) -> None:
    article, expected = layout
    assert (article.published, article.published_basis) == (expected["published"], "metadata")


def test_publisher_address_author_and_language(layout: tuple[Article, dict[str, Any]]) -> None:
    article, expected = layout
    told = (article.publisher, article.url, article.author, article.language)
    assert told == (expected.get("publisher"), expected.get("url"), expected.get("author"), "vi")
