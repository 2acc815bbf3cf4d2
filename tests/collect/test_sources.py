"""What a file argument may be, and what is said when it is not."""

import gzip
import io
import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from readout.collect import Problem, articles_from
from readout.collect.article import ARTICLE_LIMIT, Origin
from readout.collect.jsonl import lines_of
from readout.collect.plain import article_from_text
from readout.model.records import Article

TEXT = "Hai bộ trưởng gặp nhau ở Hà Nội."


def found(path: Path, published: str | None = None) -> list[Article | Problem]:
    return list(articles_from([path], published))


def articles(path: Path, published: str | None = None) -> list[Article]:
    return [item for item in found(path, published) if isinstance(item, Article)]


def problems(path: Path) -> list[str]:
    return [str(item).removeprefix(str(path)) for item in found(path) if isinstance(item, Problem)]


@pytest.mark.parametrize(
    ("content", "text", "published"),
    [
        (TEXT, TEXT, None),
        (f"date 2026-02-05\n\n{TEXT}", TEXT, "2026-02-05"),
        (f" date 2026-02-05 {TEXT}\n\nĐoạn hai.", f"{TEXT}\n\nĐoạn hai.", "2026-02-05"),
        (f"date 2026-02-05T08:30:00+07:00\n{TEXT}", TEXT, "2026-02-05T08:30:00+07:00"),
        (f"\ufeff{TEXT}\n", TEXT, None),
        (f"date nào cũng được. {TEXT}", f"date nào cũng được. {TEXT}", None),
        ("Đoạn một.\r\n\r\nĐoạn hai.", "Đoạn một.\n\nĐoạn hai.", None),
        ("Ti\u00ea\u0301ng Vi\u00ea\u0323t", "Tiếng Việt", None),
    ],
)
def test_a_text_file_is_one_article(tmp_path: Path, content: str, text: str, published: str | None) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(content.encode())
    (article,) = articles(path)
    assert (article.text, article.published) == (text, published)
    assert article.published_basis == ("given" if published else "unknown")


def test_a_date_for_articles_that_carry_none_does_not_replace_their_own(tmp_path: Path) -> None:
    dated, undated = tmp_path / "dated.txt", tmp_path / "undated.txt"
    dated.write_text(f"date 2026-02-05\n{TEXT}")
    undated.write_text(TEXT)
    given = [a.published for path in (dated, undated) for a in articles(path, "2020-01-01")]
    assert given == ["2026-02-05", "2020-01-01"]


def test_a_date_that_is_none_is_told_and_the_article_is_read_without_it(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(f"date 2026-13-45 {TEXT}")
    problem, article = found(path)
    assert isinstance(problem, Problem) and "'2026-13-45' is not ISO 8601" in problem.what and not problem.lost
    assert isinstance(article, Article) and (article.published, article.text) == (None, TEXT)


def test_the_same_text_is_the_same_article_wherever_it_lies(tmp_path: Path) -> None:
    one, two = tmp_path / "1.txt", tmp_path / "2.txt"
    one.write_text(TEXT)
    two.write_text(f"date 2026-02-05\n\n{TEXT}\n")
    assert articles(one)[0].id == articles(two)[0].id


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("a.txt", b"", "empty"),
        ("a.txt", b" \n\t\n", "empty"),
        ("a.txt", b"\xef\xbb\xbf", "empty"),
        ("a.txt", b"\x7fELF\x02\x01\x00\x00", "binary"),
        ("a.txt", b"\x01\x02\x03\x04\xff\xfe\x05", "binary"),
        ("a.txt", "Tiếng Việt".encode("utf-16"), "wrong encoding: UTF-16"),
        ("a.txt", "Hội đàm ở Hà Nội".encode("cp1258", "replace"), "wrong encoding: not UTF-8 (byte 0x"),
        ("a.html", b"", "empty"),
        ("a.html", b"\x89PNG\r\n\x00\x00", "binary"),
        ("a.html", b"<html><body></body></html>", "no article text"),
        ("a.jsonl", b"", "empty"),
        ("a.jsonl", b"\n\n", "empty"),
        ("a.jsonl.gz", b"not gzip", "broken gzip file"),
        ("a.jsonl.gz", gzip.compress(b'{"text": "x"}\n' * 999)[:-20], "broken gzip file"),
        ("a.txt", b"a" * (ARTICLE_LIMIT + 1), "more than 10 MB"),
        ("a", b"\x00\x01\x02", "binary"),
    ],
)
def test_what_is_no_article_is_one_problem_that_says_so(tmp_path: Path, name: str, content: bytes, told: str) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    (problem,) = (item for item in found(path) if isinstance(item, Problem))
    assert problem.lost and problem.what.startswith(told)


def test_a_missing_file_is_a_problem_and_the_rest_goes_on(tmp_path: Path) -> None:
    good = tmp_path / "a.txt"
    good.write_text(TEXT)
    items = articles_from(["nowhere.txt", good])
    assert [item.what if isinstance(item, Problem) else item.text for item in items] == ["no such file", TEXT]


def test_a_folder_is_the_known_files_in_it_in_order(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    (tmp_path / ".hidden").mkdir()
    outside = tmp_path.with_name(f"{tmp_path.name}-outside.txt")
    outside.write_text("Ở ngoài thư mục.")
    for name in ("c.txt", "a.txt", "b/d.txt", ".hidden/e.txt", "photo.jpg"):
        (tmp_path / name).write_text(f"{TEXT} {name}")
    (tmp_path / "leads-out.txt").symlink_to(outside)
    items = list(articles_from([tmp_path]))
    assert [one.text.split()[-1] for one in items if isinstance(one, Article)] == ["a.txt", "c.txt", "b/d.txt"]
    (told,) = [one for one in items if isinstance(one, Problem)]
    assert told.what == "2 files of other kinds passed over" and not told.lost


def test_json_lines_are_read_one_by_one_past_the_broken_ones(tmp_path: Path) -> None:
    path = tmp_path / "feed.jsonl"
    lines = [
        b'\xef\xbb\xbf{"id": 7, "text": "M\xe1\xbb\x99t", "unknown": {"field": [1]}}',
        b'{"id": "x", "text": "Hai"',
        b"",
        b"[1, 2]",
        b'{"id": "y", "text": 5}',
        b'{"id": "z", "text": "\xff"}',
        b'{"id": "e", "title": " ", "text": ""}',
        b'{"id": "t", "title": "Ch\xe1\xbb\x89 c\xc3\xb3 t\xc3\xadt", "published": "2026-02-05 08:30:00+07:00"}',
    ]
    path.write_bytes(b"\n".join(lines))
    assert [(a.id, a.title) for a in articles(path)] == [("7", None), ("t", "Chỉ có tít")]
    assert articles(path)[1].published == "2026-02-05T08:30:00+07:00"
    beginnings = [":2: broken JSON", ":4: not an article", ":5: not an article", ":6: broken JSON", ":7: empty"]
    assert [told[: len(start)] for told, start in zip(problems(path), beginnings, strict=True)] == beginnings


def test_the_title_is_the_first_paragraph_of_the_text(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl.gz"
    path.write_bytes(gzip.compress(json.dumps({"id": "1", "title": "Hai\nông  gặp nhau", "text": TEXT}).encode()))
    (article,) = articles(path)
    assert article.title == "Hai ông gặp nhau" and article.text == f"Hai ông gặp nhau\n\n{TEXT}"


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b' {"id": "1", "text": "x"}', "1"),
        (b"<html><p>", "page"),
        (b"Tin: {", "text"),
        (b"\xef\xbb\xbf{}", "jsonl"),
    ],
)
def test_standard_input_is_told_by_its_first_character(
    monkeypatch: pytest.MonkeyPatch, content: bytes, kind: str
) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BufferedReader(io.BytesIO(content))))  # type: ignore[arg-type]
    (item,) = articles_from(["-"])
    if kind == "1":
        assert isinstance(item, Article) and item.id == "1"
    elif kind == "text":
        assert isinstance(item, Article) and item.text == "Tin: {"
    else:
        told = {"page": "standard input: no article text", "jsonl": "standard input:1: empty"}[kind]
        assert isinstance(item, Problem) and str(item).startswith(told)


def test_a_line_too_long_for_an_article_is_passed_over() -> None:
    stream = io.BytesIO(b"short\n" + b"x" * 95 + b"\nnext\n" + b"y" * 30)
    assert list(lines_of(stream, limit=20)) == [(1, b"short\n"), (2, None), (3, b"next\n"), (4, None)]


@settings(deadline=None)
@given(st.binary(max_size=200) | st.text(max_size=200).map(lambda text: text.encode("utf-8", "surrogatepass")))
def test_any_bytes_are_an_article_or_a_problem_and_always_the_same(data: bytes) -> None:
    origin = Origin(source="x")
    items = list(article_from_text(data, origin))
    assert items == list(article_from_text(data, origin))
    assert [isinstance(item, Article) or item.lost for item in items][-1:] == [True]
