"""Lists and archives that did not come whole: what is whole is read, what is missing is said."""

import gzip
import json
import os
import time
from collections.abc import Callable
from pathlib import Path

import pytest
import zstandard

from readout.collect import Fetching, Problem, articles_from
from readout.collect.ending import ending_of
from readout.model.records import Article

from .conftest import Site, page
from .test_inputs import warc

LEAD = "Hai ngoại trưởng gặp nhau lần thứ ba trong năm, theo thông báo của nước chủ nhà."


def rss(inner: str = "") -> str:
    items = "".join(
        f"<item><title>Tin {n}</title><link>https://thu.example/{n}00</link><description>{LEAD} {n}.</description>"
        "</item>" for n in range(3)
    )  # fmt: skip
    return f'<?xml version="1.0"?><rss version="2.0"><channel><title>Thử</title>{inner}{items}</channel></rss>'


def atom() -> str:
    entries = "".join(
        f'<entry><title>Tin {n}</title><link href="https://thu.example/{n}00"/><id>urn:{n}</id><summary>{LEAD} {n}.'
        "</summary></entry>" for n in range(3)
    )  # fmt: skip
    return f'<feed xmlns="http://www.w3.org/2005/Atom"><title>Thử</title>{entries}</feed>'


def sitemap(*addresses: str) -> str:
    urls = "".join(f"<url><loc>{address}</loc></url>" for address in addresses)
    return f'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{urls}</urlset>'


@pytest.fixture(autouse=True)
def hurry(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("readout.collect.politeness.Clock.sleep", lambda *_: None)


def added(*sources: object, **options: bool) -> tuple[list[Article], list[Problem]]:
    found = list(articles_from([str(one) for one in sources], fetching=Fetching(allow_private=True, **options)))
    return [one for one in found if isinstance(one, Article)], [one for one in found if isinstance(one, Problem)]


def written(folder: Path, name: str, content: str | bytes) -> Path:
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def upto(text: str, mark: str, more: int = 0) -> str:
    return text[: text.index(mark) + more]


BREAKS_OFF = "it breaks off in the middle; items read: "


@pytest.mark.parametrize(
    ("content", "titles", "told"),
    [
        (rss(), [0, 1, 2], None),
        (upto(rss(), "</rss>"), [0, 1, 2], None),
        (upto(rss(), "</channel>"), [0, 1, 2], BREAKS_OFF + "3"),
        (upto(rss(), f"{LEAD} 2", 20), [0, 1], BREAKS_OFF + "2"),
        (upto(rss(), "/200</link>", 2), [0, 1], BREAKS_OFF + "2"),
        (upto(rss(), "<item>", 9), [], BREAKS_OFF + "0"),
        (upto(rss(), "<channel>", 12), [], BREAKS_OFF + "0"),
        (upto(atom(), "<summary>", 30), [], BREAKS_OFF + "0"),
        (upto(atom(), "</feed>"), [0, 1, 2], BREAKS_OFF + "3"),
        (upto(rss("<!-- </rss> -->"), f"{LEAD} 1"), [0], BREAKS_OFF + "1"),
        (upto(rss("<description><![CDATA[</rss>]]></description>"), f"{LEAD} 1"), [0], BREAKS_OFF + "1"),
        (rss().replace("Tin 1", "Tin 1 & 2&nbsp;"), [0, 1, 2], None),
        (rss() + "\n<!-- máy chủ 7 -->", [0, 1, 2], None),
        ('<rss version="2.0"><channel><title>Thử</title></channel></rss>', [], "no item in it"),
    ],
)
def test_a_feed_that_breaks_off(tmp_path: Path, content: str | bytes, titles: list[int], told: str | None) -> None:
    articles, problems = added(written(tmp_path, "a.rss", content))
    assert [(one.title or "")[:5] for one in articles] == [f"Tin {n}" for n in titles]
    assert [one.what for one in problems] == ([told] if told else [])
    assert all(one.lost == one.what.startswith("it breaks off") for one in problems)
    assert all(one.text.endswith(".") for one in articles), "half a lead is none"


def test_a_json_feed_that_breaks_off_is_told(tmp_path: Path) -> None:
    feed = {"version": "https://jsonfeed.org/version/1.1", "title": "Thử", "items": [{"content_text": LEAD}]}
    whole = json.dumps(feed)
    articles, (told,) = added(written(tmp_path, "feed.json", whole[:-20]))
    assert not articles and told.lost and "not a JSON Feed" in told.what


@pytest.mark.parametrize("cut", ["</loc>", "</urlset>", "3.html"])
def test_a_sitemap_that_breaks_off_asks_for_no_half_address(site: Site, tmp_path: Path, cut: str) -> None:
    pages = [site.serve(f"/{n}.html", page(f"Hội đàm lần {n}")) for n in (1, 2, 3)]
    whole = sitemap(*pages)
    broken = whole[: whole.rindex(cut)]
    articles, (told,) = added(written(tmp_path, "a.xml", broken))
    number = 3 if cut == "</urlset>" else 2
    assert len(articles) == number and told.lost
    assert told.what == f"it breaks off in the middle; addresses read: {number}"
    assert {path for path in site.paths() if path != "/robots.txt"} == {f"/{n}.html" for n in range(1, number + 1)}


def test_an_outline_that_breaks_off_is_told(site: Site, tmp_path: Path) -> None:
    url = site.serve("/rss", rss())
    outline = f'<opml version="2.0"><body><outline xmlUrl="{url}"/><outline xmlUrl="{url}2'
    articles, (told,) = added(written(tmp_path, "a.opml", outline))
    assert len(articles) == 3 and told.lost and told.what == "it breaks off in the middle; feeds read: 1"
    assert "/rss2" not in site.paths()


def test_a_broken_feed_of_an_outline_is_told_by_its_own_address(site: Site, tmp_path: Path) -> None:
    url = site.serve("/rss", upto(rss(), "/200</link>"))
    _, (told,) = added(written(tmp_path, "a.opml", f'<opml><body><outline xmlUrl="{url}"/></body></opml>'))
    assert told.source == url and told.what == BREAKS_OFF + "2"


def test_a_feed_packed_and_cut_is_told(site: Site) -> None:
    """With the right Content-Length, so that the connection tells nothing."""
    cut = gzip.compress(rss().encode())[:-30]
    articles, (told,) = added(site.serve("/rss", cut, Content_Encoding="gzip"))
    assert not articles and told.lost and told.what == "broken content encoding"


LINES = b"".join(
    json.dumps({"id": f"{n}", "text": f"{LEAD} {os.urandom(40).hex()}"}).encode() + b"\n" for n in range(4000)
)


def framed(data: bytes) -> bytes:
    """Two frames and one to be skipped, as programs that write in parallel make them."""
    half = len(data) // 2
    skipped = b"\x50\x2a\x4d\x18\x04\x00\x00\x00abcd"
    return zstandard.compress(data[:half]) + skipped + zstandard.compress(data[half:])


@pytest.mark.parametrize("pack", [gzip.compress, zstandard.compress, framed])
def test_packed_lines_that_break_off_are_told(tmp_path: Path, pack: Callable[[bytes], bytes]) -> None:
    packed = pack(LINES)
    articles, problems = added(written(tmp_path, "a.jsonl.x", packed))
    assert len(articles) == 4000 and not problems
    articles, (told,) = added(written(tmp_path, "a.jsonl.x", packed[: len(packed) * 3 // 4]))
    assert 2000 < len(articles) < 4000 and told.lost and told.what.startswith("broken ")


@pytest.mark.parametrize("packed", [False, True])
@pytest.mark.parametrize("chunked", [False, True])
def test_an_archive_that_breaks_off_keeps_no_half_page(tmp_path: Path, packed: bool, chunked: bool) -> None:
    body = page("Hội đàm lần hai")
    parts = b"".join(b"%x\r\n%s\r\n" % (len(body[n : n + 99]), body[n : n + 99]) for n in range(0, len(body), 99))
    second = (parts + b"0\r\n\r\n", {"Transfer-Encoding": "chunked"}) if chunked else (body, {})
    data = warc(("https://thu.example/1", page(), {}), ("https://thu.example/2", *second))
    data = data if packed else gzip.decompress(data)
    name = "a.warc.gz" if packed else "a.warc"
    articles, problems = added(written(tmp_path, name, data))
    assert [one.title for one in articles] == ["Hội đàm ở Hà Nội", "Hội đàm lần hai"] and not problems
    assert articles[0].text.split("\n\n")[1:] == articles[1].text.split("\n\n")[1:]
    articles, (told,) = added(written(tmp_path, name, data[:-100]))
    assert [one.title for one in articles] == ["Hội đàm ở Hà Nội"] and told.lost


def test_a_saved_page_that_breaks_off_in_its_words_is_not_kept(tmp_path: Path) -> None:
    """What is missing behind the page are its pictures."""
    head = b'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="b"\r\n\r\n'
    picture = b"\r\n--b\r\nContent-Type: image/png\r\n\r\nabcdefgh\r\n--b--\r\n"
    whole = head + b"--b\r\nContent-Type: text/html\r\n\r\n" + page() + picture
    for data in (whole, whole[: whole.index(b"efgh")]):
        (article,), problems = added(written(tmp_path, "a.mhtml", data))
        assert article.title == "Hội đàm ở Hà Nội" and not problems
    articles, (told,) = added(written(tmp_path, "a.mhtml", whole[: whole.index(b"</p>")]))
    assert not articles and told.what == "the saved file breaks off in its page"


def test_what_is_more_than_anyone_reads_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("readout.collect.feeds.ITEMS_LIMIT", 2)
    articles, (told,) = added(written(tmp_path, "a.rss", rss()))
    assert len(articles) == 2 and not told.lost and told.what == "only 2 of its 3 entries are read"


@pytest.mark.parametrize("part", [b"<![CDATA[", b"<!--", b"</item", b"</", b"</a:"])
def test_the_end_is_looked_for_in_time(part: bytes) -> None:
    started = time.process_time()
    assert ending_of(part * (5_000_000 // len(part)), "item", "entry") == (0, False)
    assert time.process_time() - started < 5


@pytest.mark.parametrize("name", ["ftp://thu.example/a.html", "file:///etc/passwd", "gopher://thu.example"])
def test_an_address_of_another_kind_is_no_file_that_is_missing(name: str) -> None:
    _, (told,) = added(name)
    assert told.what == "only http and https addresses are asked"
