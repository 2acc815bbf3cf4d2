"""The public verbs: read one text, read files, find the samples."""

from pathlib import Path

import pytest

import readout.api
from readout.api import Article, Problem, Reading, read, read_files, samples

TEXT = "Hai bộ trưởng ngoại giao hội đàm ở Hà Nội."


def test_every_public_name_can_be_had() -> None:
    assert all(getattr(readout.api, name) is not None for name in readout.api.__all__)
    with pytest.raises(AttributeError, match="no attribute 'everything'"):
        _ = readout.api.everything


def test_a_text_is_read_with_its_title_and_date() -> None:
    article = read(TEXT, title="Hội đàm", published="2026-02-05").article
    assert (article.title, article.published, article.published_basis) == ("Hội đàm", "2026-02-05", "given")
    assert article.text == f"Hội đàm\n\n{TEXT}"


def test_an_article_whose_text_leaves_the_title_out_is_read_from_its_first_paragraph() -> None:
    told = "Sáng 5/2, bà Takaichi nói: “Nhật Bản và Hàn Quốc cần nối lại hợp tác về bán dẫn”."
    made = Article(id="x", title="Hội đàm", text=told, published="2026-02-05")
    assert [one.content.text for one in read(made).statements] == [told[told.index("Nhật") : told.index("”")]]


def test_reading_is_a_pure_function_of_the_article() -> None:
    article = Article(id="1", text=TEXT, published="2026-02-05", published_basis="given")
    assert read(article) == read(article)
    assert read(TEXT) == read(TEXT)


@pytest.mark.parametrize(("text", "published"), [("", None), (" \n ", None), (TEXT, "yesterday"), (TEXT, "2026-02-30")])
def test_what_cannot_be_read_is_a_value_error(text: str, published: str | None) -> None:
    with pytest.raises(ValueError):
        read(text, published=published)


def test_files_come_in_order_with_problems_in_their_place(tmp_path: Path) -> None:
    good = tmp_path / "a.txt"
    good.write_text(TEXT)
    assert [type(item) for item in read_files([good, tmp_path / "none.txt", good])] == [Reading, Problem, Reading]


def test_the_samples_are_marked_as_samples() -> None:
    found = [item for item in read_files([samples()]) if isinstance(item, Reading)]
    assert len(found) >= 24 and all(item.article.id.startswith("sample-") for item in found)
