"""Saved web pages: text, lead, date and paper, from pages written for these tests."""

import pytest

from readout.collect.article import Origin, Problem
from readout.collect.page import article_from_page
from readout.model.records import Article

FIRST = "Ngoại trưởng hai nước hội đàm tại Hà Nội sáng nay và thống nhất sẽ gặp lại vào mùa thu, theo thông cáo chung."
SECOND = "Theo thông cáo, hai bên bàn về thương mại, về hàng không và về một hiệp định đầu tư mà cả hai chờ đợi đã lâu."


def page(head: str = "", body: str = f"<h1>Hội đàm ở Hà Nội</h1><p>{FIRST}</p><p>{SECOND}</p>") -> bytes:
    title = '<title>Hội đàm ở Hà Nội - Báo Thử</title><meta property="og:title" content="Hội đàm ở Hà Nội">'
    whole = f'<head><meta charset="utf-8">{title}{head}</head><body><article>{body}</article></body>'
    return f'<html lang="vi">{whole}</html>'.encode()


def article(data: bytes, published: str | None = None) -> Article:
    (item,) = article_from_page(data, Origin(source="a.html"), published)
    assert isinstance(item, Article), item
    return item


def test_title_and_text_become_one_text() -> None:
    read = article(page())
    assert read.title == "Hội đàm ở Hà Nội"
    assert read.text == f"Hội đàm ở Hà Nội\n\n{FIRST}\n\n{SECOND}"


def test_paper_and_address_come_from_the_page() -> None:
    head = '<meta property="og:site_name" content="Báo Thử"><link rel="canonical" href="https://thu.invalid/a.html">'
    read = article(page(head))
    assert (read.publisher, read.url) == ("Báo Thử", "https://thu.invalid/a.html")


@pytest.mark.parametrize(
    ("stamp", "published"),
    [
        ("2026-02-05T08:30:00+07:00", "2026-02-05T08:30:00+07:00"),
        ("2026-02-05T08:30:00Z", "2026-02-05T08:30:00+00:00"),
        ("2026-02-05", "2026-02-05"),
    ],
)
def test_the_date_is_the_one_that_the_page_declares(stamp: str, published: str) -> None:
    read = article(page(f'<meta property="article:published_time" content="{stamp}">'))
    assert (read.published, read.published_basis) == (published, "metadata")


def test_a_page_without_a_date_has_none_unless_one_is_given() -> None:
    assert article(page()).published_basis == "unknown"
    assert article(page(), "2026-02-05").published_basis == "given"


def test_a_lead_that_stands_only_in_the_description_is_put_first() -> None:
    lead = "Hai ngoại trưởng gặp nhau lần thứ ba trong năm."
    assert article(page(f'<meta name="description" content="{lead}">')).text.split("\n\n")[1] == lead


@pytest.mark.parametrize("description", [FIRST, FIRST[:80] + "...", "Hội đàm ở Hà Nội", ""])
def test_a_description_that_repeats_the_text_is_not_added(description: str) -> None:
    assert article(page(f'<meta name="description" content="{description}">')).text.count(FIRST[:60]) == 1
    assert len(article(page(f'<meta name="description" content="{description}">')).text) == len(article(page()).text)


@pytest.mark.parametrize("data", [b"<", b"<html>" + b"<div>" * 5000, b"<script>alert(1)</script>"])
def test_a_page_without_an_article_is_a_problem(data: bytes) -> None:
    (item,) = article_from_page(data, Origin(source="a.html"))
    assert isinstance(item, Problem) and item.lost
