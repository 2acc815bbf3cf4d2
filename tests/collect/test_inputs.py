"""Every kind of input, from a file and from the loopback server: what becomes an article, what is told."""

import gzip
import io
import json
import time
from pathlib import Path

import pytest
import zstandard

from readout.collect import Fetching, Problem, articles_from
from readout.model.records import Article

from .conftest import PARAGRAPHS, Site, page

ALLOWED = Fetching(allow_private=True)
LEAD = "Hai ngoại trưởng gặp nhau lần thứ ba trong năm, theo thông báo của nước chủ nhà."

RSS = f"""<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0"><channel><title>Thế giới - Báo Thử RSS</title><link>https://thu.example</link>
<item><title>Gặp lần thứ ba</title><link>https://thu.example/ba.html</link><guid>17</guid>
<pubDate>Thu, 05 Feb 2026 08:30:00 GMT+7</pubDate>
<description><![CDATA[<a href="x"><img src="a.jpg"></a></br>{LEAD}]]></description></item>
<item><title>Tin &amp; ảnh</title><guid isPermaLink="false">18</guid><description>{LEAD}</description></item>
</channel></rss>"""
ATOM = f"""<?xml version="1.0"?><!-- a comment --><feed xmlns="http://www.w3.org/2005/Atom"><title>Báo Thử</title>
<id>urn:x</id><updated>2026-02-05T01:30:00Z</updated><entry><title>Gặp lần thứ ba</title><id>urn:x:1</id>
<link href="https://thu.example/ba.html"/><published>2026-02-05T08:30:00+07:00</published>
<summary>{LEAD}</summary><author><name>Thu Mẫu</name></author></entry></feed>"""
JSON_FEED = json.dumps({
    "version": "https://jsonfeed.org/version/1.1", "title": "Báo Thử", "language": "vi",
    "items": [{"id": "1", "url": "https://thu.example/ba.html", "title": "Gặp lần thứ ba", "content_text": LEAD,
               "date_published": "2026-02-05T08:30:00+07:00", "authors": [{"name": "Thu Mẫu"}]}],
})  # fmt: skip


def sitemap(*addresses: str) -> str:
    urls = "".join(
        f"<url><loc>{address}</loc><news:news><news:publication><news:name>Báo Thử</news:name><news:language>vi"
        "</news:language></news:publication><news:publication_date>2026-02-05T08:30:00+07:00</news:publication_date>"
        f"<news:title>Tin {number}</news:title></news:news></url>" for number, address in enumerate(addresses)
    )  # fmt: skip
    return (
        '<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" '
        f'xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">{urls}</urlset>'
    )


def outline(*addresses: str) -> str:
    lines = "".join(f'<outline type="rss" text="x" xmlUrl="{address}"/>' for address in addresses)
    return f'<?xml version="1.0"?><opml version="2.0"><body><outline text="Báo">{lines}</outline></body></opml>'


def warc(*pages: tuple[str, bytes, dict[str, str]], status: str = "200 OK") -> bytes:
    """An archive put together by hand after ISO 28500: one gzip member per record."""
    whole = b""
    for address, body, headers in pages:
        told = "".join(f"{name}: {value}\r\n" for name, value in headers.items())
        content = f"HTTP/1.1 {status}\r\nContent-Type: text/html; charset=utf-8\r\n{told}\r\n".encode() + body
        head = (
            f"WARC/1.1\r\nWARC-Type: response\r\nWARC-Target-URI: {address}\r\nWARC-Date: 2026-02-05T01:30:00Z\r\n"
            "WARC-Record-ID: <urn:uuid:00000000-0000-4000-8000-000000000000>\r\n"
            f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(content)}\r\n\r\n"
        )
        whole += gzip.compress(head.encode() + content + b"\r\n\r\n")
    return whole


def written(folder: Path, name: str, content: bytes | str) -> Path:
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def added(*sources: object, fetching: Fetching | None = None) -> tuple[list[Article], list[str]]:
    items = list(articles_from([str(one) for one in sources], fetching=fetching))
    return [one for one in items if isinstance(one, Article)], [str(one) for one in items if isinstance(one, Problem)]


@pytest.fixture(autouse=True)
def hurry(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("readout.collect.politeness.Clock.sleep", lambda *_: None)


@pytest.mark.parametrize(
    ("name", "content"), [("a.xml", RSS), ("feed", ATOM), ("feed.json", JSON_FEED), ("a.html", RSS)]
)
def test_a_feed_is_known_by_its_content_and_its_items_are_articles(tmp_path: Path, name: str, content: str) -> None:
    articles, problems = added(written(tmp_path, name, content))
    first = articles[0]
    assert not problems and first.text == f"Gặp lần thứ ba\n\n{LEAD}"
    assert (first.url, first.id, first.publisher) == ("https://thu.example/ba.html",) * 2 + ("Báo Thử",)
    assert (first.published, first.published_basis, first.language) == ("2026-02-05T08:30:00+07:00", "metadata", "vi")
    assert first.author == (None if content == RSS else "Thu Mẫu")


def test_items_without_an_address_keep_ids_of_their_own(tmp_path: Path) -> None:
    (_, second), _ = added(written(tmp_path, "a.rss", RSS))
    assert second.id.startswith("feed-") and second.title == "Tin & ảnh" and second.url is None


def test_a_feed_from_an_address_gives_leads_or_on_request_pages(site: Site) -> None:
    site.serve("/ba.html", page(head='<meta property="article:published_time" content="2026-02-05T08:30:00+07:00">'))
    url = site.serve("/rss", RSS.replace("https://thu.example", site.address), "text/html")
    assert added(url, fetching=ALLOWED)[0][0].text.endswith(LEAD) and site.paths() == ["/rss"]
    articles, _ = added(url, fetching=Fetching(allow_private=True, pages=True))
    assert PARAGRAPHS[1] in articles[0].text and articles[0].id == site.address + "/ba.html"


def test_a_page_that_does_not_come_leaves_the_lead_of_its_feed(site: Site) -> None:
    url = site.serve("/rss", RSS.replace("https://thu.example", site.address))
    articles, problems = added(url, fetching=Fetching(allow_private=True, pages=True))
    assert articles[0].text.endswith(LEAD) and "HTTP 404; only the lead of the feed is read" in problems[0]


def test_an_outline_is_all_its_feeds(site: Site, tmp_path: Path) -> None:
    feeds = [site.serve("/1", RSS), site.serve("/2", ATOM), site.address + "/gone"]
    articles, problems = added(written(tmp_path, "feeds.opml", outline(*feeds, feeds[0])), fetching=ALLOWED)
    assert len(articles) == 3 and len(problems) == 1 and "/gone: HTTP 404" in problems[0]
    assert site.paths().count("/1") == 1


def test_a_news_sitemap_and_an_index_lead_to_pages(site: Site) -> None:
    pages = [site.serve(f"/{n}.html", page(f"Hội đàm lần {n}")) for n in (1, 2)]
    site.serve("/news.xml", gzip.compress(sitemap(*pages).encode()), "application/gzip")
    index = f'<sitemapindex xmlns="x"><sitemap><loc>{site.address}/news.xml</loc></sitemap></sitemapindex>'
    articles, problems = added(site.serve("/sitemap.xml", index), fetching=ALLOWED)
    assert [one.title for one in articles] == ["Hội đàm lần 1", "Hội đàm lần 2"] and not problems
    assert [one.published for one in articles] == ["2026-02-05T08:30:00+07:00"] * 2


def test_a_page_from_an_address_has_it_as_its_url(site: Site) -> None:
    site.serve("/new.html", page())
    (article,), _ = added(site.serve("/old.html", "", status=301, Location="/new.html"), fetching=ALLOWED)
    assert article.url == article.id == site.address + "/new.html"


def test_a_page_cannot_pretend_to_be_another_host(site: Site) -> None:
    lie = page(head='<link rel="canonical" href="https://vnexpress.example/that.html">')
    (article,), _ = added(site.serve("/lie.html", lie), fetching=ALLOWED)
    assert article.url == site.address + "/lie.html"


def test_a_saved_page_with_its_pictures_in_one_file(tmp_path: Path) -> None:
    import quopri

    body = quopri.encodestring(page()).decode()
    whole = (
        "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://thu.example/a\r\nMIME-Version: 1.0\r\n"
        'Content-Type: multipart/related; type="text/html"; boundary="--b"\r\n\r\n----b\r\nContent-Type: text/html\r\n'
        f"Content-Transfer-Encoding: quoted-printable\r\n\r\n{body}\r\n----b--\r\n"
    )
    (article,), _ = added(written(tmp_path, "saved.mhtml", whole))
    assert article.title == "Hội đàm ở Hà Nội" and PARAGRAPHS[0] in article.text


@pytest.mark.parametrize("name", ["crawl.warc.gz", "crawl"])
def test_an_archive_is_its_pages(tmp_path: Path, name: str) -> None:
    packed = gzip.compress(page("Hội đàm lần hai"))
    data = warc(("https://thu.example/1", page("Hội đàm lần một"), {}),
                ("https://thu.example/2", packed, {"Content-Encoding": "gzip"}))  # fmt: skip
    articles, problems = added(written(tmp_path, name, data))
    assert [(one.title, one.url) for one in articles] == [
        ("Hội đàm lần một", "https://thu.example/1"), ("Hội đàm lần hai", "https://thu.example/2")]  # fmt: skip
    assert not problems


def test_a_bomb_in_an_archive_costs_only_itself(tmp_path: Path) -> None:
    bomb = gzip.compress(b"\0" * 30_000_000)
    data = warc(("https://thu.example/bomb", bomb, {"Content-Encoding": "gzip"}), ("https://thu.example/2", page(), {}))
    articles, problems = added(written(tmp_path, "a.warc.gz", data))
    assert len(articles) == 1 and problems[0].endswith("#https://thu.example/bomb: decompresses to more than 10 MB")


def test_an_archive_of_errors_says_so(tmp_path: Path) -> None:
    data = warc(("https://thu.example/1", page(), {}), status="404 Not Found")
    assert added(written(tmp_path, "a.warc.gz", data))[1][0].endswith("no web page in the archive")


@pytest.mark.parametrize("pack", [gzip.compress, zstandard.ZstdCompressor().compress])
def test_packed_lines_are_known_by_their_first_bytes(tmp_path: Path, pack: object) -> None:
    line = json.dumps({"id": "1", "text": LEAD}).encode() + b"\n"
    for name in ("a.jsonl.gz" if pack is gzip.compress else "a.jsonl.zst", "download"):
        (article,), problems = added(written(tmp_path, name, pack(line)))  # type: ignore[operator]
        assert (article.id, article.text) == ("1", LEAD) and not problems


def test_packed_lines_may_come_through_a_pipe(monkeypatch: pytest.MonkeyPatch) -> None:
    data = zstandard.ZstdCompressor().compress(json.dumps({"id": "1", "text": LEAD}).encode())
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BufferedReader(io.BytesIO(data))))  # type: ignore[arg-type]
    assert added("-")[0][0].id == "1"


@pytest.mark.parametrize("pack", [gzip.compress, zstandard.ZstdCompressor().compress])
def test_a_bomb_of_lines_ends_early(tmp_path: Path, pack: object, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("readout.collect.compressed.BOMB_FREE", 1_000_000)
    data = pack(b"\n" * 6_000_000)  # type: ignore[operator]
    _, (told,) = added(written(tmp_path, "a.jsonl.gz" if pack is gzip.compress else "a.jsonl.zst", data))
    assert "decompression bomb: more than 400 times its size" in told


def test_a_broken_zstd_file_is_one_problem(tmp_path: Path) -> None:
    data = zstandard.ZstdCompressor().compress(b"x" * 100_000)
    _, problems = added(written(tmp_path, "a.jsonl.zst", data[:12] + b"\xff" * 20))
    assert len(problems) == 1 and "broken zstd" in problems[0]


ENTITY = '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>'
LAUGHS = '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>'


@pytest.mark.parametrize("prolog", [ENTITY, LAUGHS])
@pytest.mark.parametrize(
    "body",
    [
        "<rss version='2.0'><channel><item><title>&e;&b;</title></item></channel></rss>",
        "<urlset><url><loc>https://thu.example/&e;&b;</loc></url></urlset>",
        "<opml><body><outline xmlUrl='https://thu.example/&e;&b;'/></body></opml>",
    ],
)
def test_xml_with_entities_of_its_own_is_refused(tmp_path: Path, prolog: str, body: str) -> None:
    articles, problems = added(written(tmp_path, "a.xml", prolog + body))
    assert not articles and "declares entities of its own: refused" in problems[0]


def test_a_feed_that_is_the_name_of_a_file_opens_no_file(tmp_path: Path) -> None:
    secret = written(tmp_path, "secret.rss", RSS)
    articles, problems = added(written(tmp_path, "a.rss", f"<rss>{secret}</rss>"))
    assert not articles and problems


@pytest.mark.parametrize("content", [b"<rss>", b"<urlset>", b"<opml/>", b"<feed", b"<sitemapindex/>", b"<rss>\xff\x00"])
def test_a_list_without_anything_in_it_is_told(tmp_path: Path, content: bytes) -> None:
    articles, problems = added(written(tmp_path, "a.xml", content))
    assert not articles and len(problems) == 1


def test_the_own_network_is_not_asked_for_anything(site: Site, tmp_path: Path) -> None:
    url = site.serve("/", page())
    sources = [url, written(tmp_path, "a.opml", outline(url + "a")), written(tmp_path, "b.xml", sitemap(url + "b"))]
    articles, problems = added(*sources)
    assert not articles and not site.asked
    assert len(problems) == 3 and all("not a public address" in told for told in problems)


def test_pages_of_a_list_are_asked_as_robots_txt_allows(site: Site, tmp_path: Path) -> None:
    site.serve("/robots.txt", "User-agent: readout\nDisallow: /private/\nCrawl-delay: 9\n", "text/plain")
    pages = [site.serve("/private/1.html", page()), site.serve("/2.html", page())]
    articles, problems = added(written(tmp_path, "a.xml", sitemap(*pages)), fetching=ALLOWED)
    assert [one.url for one in articles] == [pages[1]] and "robots.txt does not allow it" in problems[0]
    assert "/private/1.html" not in site.paths()


@pytest.mark.parametrize(
    "data",
    [b"<html>" + b"<div>" * 100_000 + b"x", b"<p>x</p>" * 200_000, b"<html>" + b"<table><tr><td>" * 50_000,
     b"<html>" + b"<b>" * 100_000 + b"x"],
)  # fmt: skip
def test_a_page_made_to_exhaust_is_told_soon(tmp_path: Path, data: bytes) -> None:
    started = time.process_time()
    articles, (told,) = added(written(tmp_path, "a.html", data))
    assert not articles and told.endswith(": the page has too many or too deep elements")
    assert time.process_time() - started < 5


def test_a_page_reads_no_file_whatever_it_declares(tmp_path: Path) -> None:
    secret = written(tmp_path, "secret.txt", "mật khẩu")
    inside = f"<p>&e;</p><object data='{secret.as_uri()}'></object><iframe src='{secret.as_uri()}'></iframe>"
    prolog = f'<?xml version="1.0"?><!DOCTYPE html [<!ENTITY e SYSTEM "{secret.as_uri()}">]>'
    data = prolog.encode() + page(body=inside + f"<xi:include href='{secret.as_uri()}' parse='text'/>")
    (article,), _ = added(written(tmp_path, "a.xhtml", data))
    assert PARAGRAPHS[0] in article.text and "mật khẩu" not in article.text


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The two ministers met in Hanoi on Monday and agreed to meet again in the autumn, a statement said.", "en"),
        ("中国外交部发言人表示，两国元首就双边关系和共同关心的问题深入交换意见。", "zh"),
        ("Министры иностранных дел обсудили по телефону подготовку предстоящего визита.", "ru"),
        ("両首脳は電話で会談し、貿易問題について意見を交わしました。", "ja"),
    ],
)
def test_a_language_that_cannot_be_read_is_stored_and_told(tmp_path: Path, text: str, language: str) -> None:
    from readout.read import read_article

    (article,), (told,) = added(written(tmp_path, "a.txt", text))
    assert article.language == language and article.text == text
    assert f"language '{language}' cannot be read yet; stored without facts" in told
    reading = read_article(article)
    assert not (reading.contacts or reading.statements or reading.times or reading.amounts)


@pytest.mark.parametrize(("declared", "language"), [("vi", "vi"), ("en", "en")])
def test_a_short_text_full_of_names_is_in_the_language_it_is_said_to_be(
    tmp_path: Path, declared: str, language: str
) -> None:
    line = {"id": "1", "language": declared, "text": "Ngày 16/5/2025 tại Istanbul, phái đoàn Nga và phái đoàn Ukraine "
            "do ông Vladimir Medinsky, ông Rustem Umerov làm trưởng đoàn đàm phán vòng 1."}  # fmt: skip
    (article,), _ = added(written(tmp_path, "a.jsonl", json.dumps(line).encode()))
    assert article.language == language


def test_vietnamese_is_known_whatever_the_page_declares(tmp_path: Path) -> None:
    (article,), problems = added(written(tmp_path, "a.html", page().replace(b'lang="vi"', b'lang="en"')))
    assert article.language == "vi" and not problems
