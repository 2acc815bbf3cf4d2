"""Every limit of the table in docs/reference/inputs.md that no other test shows: what happens instead."""

import os
from pathlib import Path

import pytest
import zstandard

from readout.collect import Fetching, Problem, articles_from
from readout.collect.fetch import Limits, Web
from readout.collect.politeness import PoliteWeb, TooSoon
from readout.model.records import Article

from .conftest import Hands, Site, page
from .test_inputs import LEAD, outline, sitemap, warc

ALLOWED = Fetching(allow_private=True)


def added(*sources: object, fetching: Fetching | None = None) -> tuple[list[Article], list[str]]:
    found = list(articles_from([str(one) for one in sources], None, fetching))
    return [one for one in found if isinstance(one, Article)], [str(one) for one in found if isinstance(one, Problem)]


def written(folder: Path, name: str, data: str | bytes) -> Path:
    path = folder / name
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return path


def rss(number: int) -> str:
    items = "".join(f"<item><title>Tin {n}</title><description>{LEAD}</description></item>" for n in range(number))
    return f"<rss version='2.0'><channel><title>x</title>{items}</channel></rss>"


def test_a_feed_gives_its_first_items_only(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("readout.collect.feeds.ITEMS_LIMIT", 3)
    articles, _ = added(written(tmp_path, "a.rss", rss(5)))
    assert [one.title for one in articles] == ["Tin 0", "Tin 1", "Tin 2"]


def test_a_sitemap_and_an_outline_give_their_first_items_only(
    site: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("readout.collect.lists.ITEMS_LIMIT", 2)
    pages = [site.serve(f"/{n}.html", page(f"Hội đàm lần {n}")) for n in range(4)]
    assert len(added(written(tmp_path, "a.xml", sitemap(*pages)), fetching=ALLOWED)[0]) == 2
    feeds = [site.serve(f"/{n}.rss", rss(1)) for n in range(4)]
    added(written(tmp_path, "a.opml", outline(*feeds)), fetching=ALLOWED)
    assert [path for path in site.paths() if path.endswith(".rss")] == ["/0.rss", "/1.rss"]


@pytest.mark.parametrize(
    ("name", "limit", "data"), [("a.rss", "LIST_LIMIT", rss(50)), ("a.html", "ARTICLE_LIMIT", page())]
)
def test_a_file_that_is_too_large_is_one_problem(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, limit: str, data: str | bytes
) -> None:
    monkeypatch.setattr(f"readout.collect.sources.{limit}", 300)
    articles, (told,) = added(written(tmp_path, name, data))
    assert not articles and told.endswith("MB: not one article")


def test_an_index_that_leads_to_itself_ends(site: Site) -> None:
    index = f'<sitemapindex xmlns="x"><sitemap><loc>{site.address}/a.xml</loc></sitemap></sitemapindex>'
    articles, _ = added(site.serve("/a.xml", index), fetching=ALLOWED)
    assert not articles and site.paths().count("/a.xml") == 1


def test_lists_within_lists_within_lists_are_not_followed(site: Site) -> None:
    for n in range(6):
        inner = f'<sitemapindex xmlns="x"><sitemap><loc>{site.address}/{n + 1}.xml</loc></sitemap></sitemapindex>'
        site.serve(f"/{n}.xml", inner)
    _, problems = added(f"{site.address}/0.xml", fetching=ALLOWED)
    assert "lists within lists within lists: not followed" in problems[-1] and "/5.xml" not in site.paths()


def test_a_record_of_an_archive_that_claims_too_much_ends_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("readout.collect.warc.RECORD_LIMIT", 100)
    articles, problems = added(written(tmp_path, "a.warc.gz", warc(("https://thu.example/1", page(), {}))))
    assert not articles and problems[0].endswith("a record of more than 2 GB; the rest of the archive was not read")


def test_a_link_that_leads_out_of_the_folder_is_not_followed(tmp_path: Path) -> None:
    secret = written(tmp_path, "secret.txt", LEAD)
    folder = tmp_path / "folder"
    folder.mkdir()
    os.symlink(secret, folder / "a.txt")
    os.symlink(tmp_path, folder / "up")
    articles, problems = added(folder)
    assert not articles and problems == [f"{folder}: 1 file of other kinds passed over"]


def test_zstd_that_wants_a_huge_window_is_refused(tmp_path: Path) -> None:
    wide = zstandard.ZstdCompressionParameters.from_level(3, window_log=28)
    data = zstandard.ZstdCompressor(compression_params=wide).compressobj()
    packed = data.compress(LEAD.encode() * 100) + data.flush()
    articles, problems = added(written(tmp_path, "a.jsonl.zst", packed))
    assert not articles and len(problems) == 1 and "zstd" in problems[0]


def polite(site: Site, clock: Hands) -> PoliteWeb:
    site.serve("/", page())
    return PoliteWeb(Web(Limits(seconds=2.0), allow_private=True), clock=clock)


def test_a_crawl_delay_of_years_is_a_day_and_nobody_waits_for_it(site: Site, clock: Hands) -> None:
    site.serve("/robots.txt", "User-agent: *\nCrawl-delay: 99999999\n", "text/plain")
    web = polite(site, clock)
    web.get(f"{site.address}/")
    assert web.ready_at(f"{site.address}/") - clock.now() == 86_400
    with pytest.raises(TooSoon, match="asks to wait 86400 seconds"):
        web.get(f"{site.address}/")
    assert sum(clock.slept) <= 90 and site.paths().count("/") == 1


@pytest.mark.parametrize("delay", ["-5", "soon", "nan", "inf", "1e400"])
def test_a_crawl_delay_that_is_none_is_none(site: Site, clock: Hands, delay: str) -> None:
    site.serve("/robots.txt", f"User-agent: *\nCrawl-delay: {delay}\n", "text/plain")
    web = polite(site, clock)
    web.get(f"{site.address}/")
    assert 0 < web.ready_at(f"{site.address}/") - clock.now() <= 86_400


def test_a_robots_txt_that_is_too_large_is_asked_for_later(site: Site, clock: Hands) -> None:
    site.serve("/robots.txt", b"# " + b"x" * 600_000, "text/plain")
    with pytest.raises(Exception, match=r"robots\.txt cannot be read: more than 0\.5 MB"):
        polite(site, clock).get(f"{site.address}/")
    assert "/" not in site.paths()


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.rss", rss(9)), ("a.opml", outline(*["https://paper.example/rss"] * 20)),
        ("a.xml", sitemap(*[f"https://paper.example/{n}" for n in range(9)])),
        ("a.json", '{"version": "https://jsonfeed.org/version/1", "items": [' + ", ".join(["{}"] * 20) + "]}"),
    ],
)  # fmt: skip
def test_a_list_of_too_many_elements_is_refused_before_it_is_parsed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, data: str
) -> None:
    monkeypatch.setattr("readout.collect.lists.PARTS_LIMIT", 15)
    articles, (told,) = added(written(tmp_path, name, data))
    assert not articles and told.endswith(f"{name}: more than 15 elements: no list of articles")
