"""Watching: politeness, what is new, and servers that fail or lie."""

import gzip
import os
from collections.abc import Callable
from datetime import datetime
from http.server import BaseHTTPRequestHandler
from pathlib import Path

import pytest

from readout.collect.feeds import Item
from readout.collect.fetch import FetchError, Limits, Web
from readout.collect.politeness import Host, PoliteWeb
from readout.collect.seen import Seen, SeenError, SourceState
from readout.collect.watch_file import SourcesError, WatchedSource, WatchFile, read_watch_file, seconds_of, starter
from readout.collect.watching import Watcher, WatchEvent
from readout.model.records import Article

from .conftest import Hands, Site, page

LEAD = "Hai ngoại trưởng gặp nhau lần thứ ba trong năm, theo thông báo của nước chủ nhà."


def feed(*addresses: str) -> str:
    items = "".join(
        f"<item><title>Tin {n}</title><link>{address}</link><description>{LEAD}</description>"
        "<pubDate>Thu, 05 Feb 2026 08:30:00 +0700</pubDate></item>" for n, address in enumerate(addresses)
    )  # fmt: skip
    return f'<rss version="2.0"><channel><title>Báo Thử</title>{items}</channel></rss>'


class Desk:
    """A watch on the loopback server with hands on the clock."""

    def __init__(self, site: Site, clock: Hands, folder: Path) -> None:
        self.site, self.clock, self.kept = site, clock, list[Article]()
        self.place = folder / "watch.sqlite"

    def run(self, allowed: bool = True, **options: object) -> list[WatchEvent]:
        source = WatchedSource(name="Báo Thử", feed=f"{self.site.address}/rss", **options)  # type: ignore[arg-type]
        seen = Seen(self.place)
        with Web(Limits(bytes=1_000_000, seconds=2.0), allow_private=allowed) as web:
            try:
                watcher = Watcher(WatchFile(source=(source,)), seen, web, self.kept.append, self.clock)
                events = list(watcher.run(once=True))
                self.failed, self.next_at = watcher.failed, watcher.next_at()
                return events
            finally:
                seen.close()

    def later(self, seconds: float) -> None:
        self.clock.time += seconds


@pytest.fixture
def desk(site: Site, clock: Hands, tmp_path: Path) -> Desk:
    return Desk(site, clock, tmp_path)


def whats(events: list[WatchEvent]) -> list[str]:
    return [event.what for event in events]


def test_new_items_are_fetched_once(desk: Desk, site: Site) -> None:
    pages = [site.serve(f"/{n}.html", page(f"Hội đàm lần {n}")) for n in range(3)]
    site.serve("/rss", feed(*pages))
    assert whats(desk.run()) == ["polled", "kept", "kept", "kept"]
    assert sorted(article.url or "" for article in desk.kept) == pages
    assert desk.kept[0].published == "2026-02-05T08:30:00+07:00"
    assert desk.run() == [], "nothing is due"
    desk.later(3600)
    assert desk.run()[0].new == 0 and site.paths().count("/0.html") == 1


def test_only_what_changed_is_asked_for(desk: Desk, site: Site) -> None:
    site.serve("/rss", feed(), ETag='"one"', Last_Modified="Thu, 05 Feb 2026 01:30:00 GMT")
    desk.run()
    desk.later(3600)
    site.serve("/rss", b"", status=304)
    assert whats(desk.run()) == ["unchanged"]
    told = site.asked[-1].headers
    assert (told["if-none-match"], told["if-modified-since"]) == ('"one"', "Thu, 05 Feb 2026 01:30:00 GMT")


def test_a_host_is_asked_at_the_pace_of_its_robots_txt(desk: Desk, site: Site) -> None:
    site.serve("/robots.txt", "User-agent: *\nCrawl-delay: 7\nDisallow: /no/", "text/plain")
    site.serve("/rss", feed(site.serve("/1.html", page()), site.address + "/no/2.html"))
    events = desk.run()
    assert desk.clock.slept and max(desk.clock.slept) <= 7 and sum(desk.clock.slept) >= 7
    assert site.paths().count("/robots.txt") == 1 and "/no/2.html" not in site.paths()
    assert [event.detail for event in events if event.what == "failed"] == [
        "robots.txt does not allow it; only the lead is kept"]  # fmt: skip
    assert any(article.text.endswith(LEAD) for article in desk.kept)


def test_a_host_whose_robots_txt_fails_is_asked_later(desk: Desk, site: Site) -> None:
    site.serve("/robots.txt", "", status=503)
    site.serve("/rss", feed())
    (event,) = desk.run()
    assert event.what == "failed" and event.detail == "robots.txt cannot be read: HTTP 503"
    assert "/rss" not in site.paths()
    site.serve("/robots.txt", "", status=404)
    desk.later(7200)
    assert whats(desk.run()) == ["polled"]


def test_retry_after_is_obeyed(desk: Desk, site: Site) -> None:
    url = site.address + "/1.html"
    site.serve("/rss", feed(url))
    site.serve("/1.html", "", status=429, Retry_After="600")
    started = desk.clock.time
    assert whats(desk.run()) == ["polled", "postponed"]
    assert site.paths().count("/1.html") == 1, "a round ends rather than wait for ten minutes"
    site.serve("/1.html", page())
    desk.later(60)
    assert desk.run() == []
    desk.later(600)
    assert "kept" in whats(desk.run()) and desk.clock.time - started >= 600


def test_errors_are_tried_again_ever_later_and_then_the_lead_is_kept(desk: Desk, site: Site) -> None:
    site.serve("/rss", feed(site.address + "/1.html"))
    site.serve("/1.html", "", status=500)
    seen = []
    for _ in range(12):
        seen += whats(desk.run(every="1d"))
        desk.later(7200)
    assert [seen.count(what) for what in ("postponed", "failed", "kept")] == [4, 1, 1]
    assert site.paths().count("/1.html") == 5 and desk.kept[0].text.endswith(LEAD)


def lying_length(handler: BaseHTTPRequestHandler) -> None:
    handler.send_response(200)
    handler.send_header("Content-Length", "10")
    handler.end_headers()
    handler.wfile.write(b"x" * 100_000)


def endless(handler: BaseHTTPRequestHandler) -> None:
    handler.send_response(200)
    handler.end_headers()
    while True:
        handler.wfile.write(b"<item>" * 10_000)


@pytest.mark.parametrize(
    "lie",
    [
        lambda site: site.do("/rss", lying_length),
        lambda site: site.do("/rss", endless),
        lambda site: site.serve("/rss", page(), "application/rss+xml"),
        lambda site: site.serve("/rss", b"\x00\x01\x02", "application/rss+xml"),
        lambda site: site.serve("/rss", "", status=302, Location="/rss"),
        lambda site: site.serve("/rss", "", status=302, Location="http://169.254.169.254/latest"),
        lambda site: site.serve("/rss", "{}", "application/feed+json"),
        lambda site: site.serve("/rss", "", status=304),
    ],
)
def test_a_source_that_lies_costs_only_its_turn(desk: Desk, site: Site, lie: Callable[[Site], str]) -> None:
    lie(site)
    desk.run()
    assert not desk.kept
    desk.later(7200)
    site.serve("/rss", feed(site.serve("/1.html", page())))
    assert "kept" in whats(desk.run())


def test_a_feed_that_breaks_off_is_told_and_asked_for_whole(desk: Desk, site: Site) -> None:
    pages = [site.serve(f"/{n}.html", page(f"Hội đàm lần {n}")) for n in range(3)]
    whole = feed(*pages)
    site.serve("/rss", whole[: whole.rindex("<pubDate>")], ETag='"one"')
    events = desk.run()
    assert whats(events) == ["polled", "failed", "kept", "kept"] and desk.failed == {"Báo Thử"}
    assert events[1].detail == "it breaks off in the middle; items read: 2"
    site.serve("/rss", whole)
    desk.later(3600)
    assert whats(desk.run()) == ["polled", "kept"] and not desk.failed
    assert "if-none-match" not in [one for one in site.asked if one.path == "/rss"][-1].headers


def test_a_broken_sitemap_of_an_index_costs_only_itself(desk: Desk, site: Site) -> None:
    urls = "".join(f"<url><loc>{site.serve(f'/{n}.html', page(f'Tin {n}'))}</loc></url>" for n in range(2))
    site.serve("/good.xml.gz", gzip.compress(f"<urlset>{urls}</urlset>".encode()), "application/gzip")
    site.serve("/cut.xml.gz", gzip.compress(b"<urlset>" + os.urandom(500))[:200], "application/gzip")
    inner = "".join(f"<sitemap><loc>{site.address}/{name}</loc></sitemap>" for name in (
        "gone.xml", "cut.xml.gz", "good.xml.gz"))  # fmt: skip
    site.serve("/rss", f"<sitemapindex>{inner}</sitemapindex>")
    events = desk.run()
    assert whats(events) == ["polled", "failed", "kept", "kept"]
    assert events[1].detail == (f"{site.address}/gone.xml: HTTP 404; {site.address}/cut.xml.gz: broken compression")


def test_what_failed_is_told_with_the_time_at_which_it_is_asked_again(desk: Desk, site: Site) -> None:
    site.serve("/rss", "", status=500)
    told = []
    for _ in range(3):
        (event,) = desk.run()
        assert event.next_at and "; asked again " in str(event)
        wait = datetime.fromisoformat(event.next_at).timestamp() - desk.clock.now()
        told.append(round(wait))
        desk.later(wait - 120)
        assert desk.run() == [] and desk.next_at == event.next_at
        desk.later(120)
    assert told == [1800, 3600, 7200]


def test_our_own_refusal_is_no_failure_of_the_source(desk: Desk, site: Site) -> None:
    """Told, and asked as soon as another run may: nothing about it is kept."""
    site.serve("/rss", feed(site.serve("/1.html", page())))
    (event,) = desk.run(allowed=False)
    assert event.what == "failed" and event.detail == "127.0.0.1 is not a public address; not asked"
    assert desk.failed == {"Báo Thử"} and not site.asked
    assert whats(desk.run()) == ["polled", "kept"]


def test_a_source_that_robots_txt_forbids_is_asked_when_it_may_be(desk: Desk, site: Site) -> None:
    site.serve("/robots.txt", "User-agent: *\nDisallow: /", "text/plain")
    site.serve("/rss", feed())
    for _ in range(3):
        assert [event.detail for event in desk.run()] == ["robots.txt does not allow it"]
        desk.later(3600)
    site.serve("/robots.txt", "", status=404)
    desk.later(86_400)
    assert whats(desk.run()) == ["polled"] and site.paths().count("/robots.txt") == 2


def test_a_redirect_into_the_own_network_is_a_failure_of_the_source(desk: Desk, site: Site) -> None:
    site.serve("/rss", "", status=302, Location="http://[::1]:1/")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("readout.collect.addresses.is_public", lambda address: address != "::1")
        (event,) = desk.run(allowed=False)
        assert event.detail == "::1 is not a public address; not asked"
        desk.later(60)
        assert desk.run(allowed=False) == []


def test_pages_that_lie_cost_only_themselves(desk: Desk, site: Site) -> None:
    addresses = [
        site.serve("/image.html", b"\x89PNG\r\n\x00\x00", "text/html"),
        site.serve("/empty.html", ""),
        site.serve("/away.html", "", status=302, Location="file:///etc/passwd"),
        site.serve("/theirs.html", page(head='<link rel="canonical" href="https://vnexpress.example/1.html">')),
        "javascript:alert(1)",
        "file:///etc/passwd",
    ]
    site.serve("/rss", feed(*addresses))
    desk.run()
    assert all((article.url or site.address).startswith(site.address) for article in desk.kept)
    assert not any("root:" in article.text for article in desk.kept)


def test_a_feed_of_leads_needs_no_pages(desk: Desk, site: Site) -> None:
    site.serve("/rss", feed(site.address + "/1.html"))
    assert whats(desk.run(pages=False)) == ["polled", "kept"] and site.paths() == ["/robots.txt", "/rss"]


def test_a_first_visit_takes_the_newest_and_only_takes_some(desk: Desk, site: Site) -> None:
    site.serve("/rss", feed(*(f"{site.address}/{part}/{n}.html" for n in range(5) for part in ("the-gioi", "xe"))))
    events = desk.run(pages=False, first=2, only=("/the-gioi/",))
    assert events[0].new == 2 and [a.title for a in desk.kept] == ["Tin 0", "Tin 2"]


def test_what_was_seen_survives_and_a_file_of_another_program_is_left_alone(tmp_path: Path) -> None:
    seen = Seen(tmp_path / "a.sqlite")
    seen.hosts["https://thu.example"] = Host(next_at=5.0, robots="x")
    seen.close()
    again = Seen(tmp_path / "a.sqlite")
    assert again.hosts["https://thu.example"] == Host(next_at=5.0, robots="x") and list(again.hosts)
    other = tmp_path / "other.sqlite"
    other.write_bytes(b"not a database" * 100)
    with pytest.raises(SeenError):
        Seen(other)
    assert other.read_bytes() == b"not a database" * 100


def test_a_store_that_cannot_be_made_is_said_without_the_words_of_a_machine() -> None:
    with pytest.raises(SeenError, match=r"^/proc/no/watch\.sqlite: No such file or directory$"):
        Seen(Path("/proc/no/watch.sqlite"))


def test_backoff_doubles_and_ends_with_a_good_answer(site: Site, clock: Hands) -> None:
    site.serve("/robots.txt", "", status=404)
    polite = PoliteWeb(Web(Limits(seconds=2.0), allow_private=True), clock=clock)
    url = site.serve("/", "", status=503)
    waits = []
    for _ in range(3):
        with pytest.raises(Exception, match="503"):
            polite.get(url)
        waits.append(polite.ready_at(url) - clock.now())
    assert [round(wait) for wait in waits] == [30, 60, 120]
    site.serve("/", page())
    with pytest.raises(Exception, match="asks to wait 120 seconds"):
        polite.get(url)  # nobody waits that long, and it is no failure of the host
    assert round(polite.ready_at(url) - clock.now()) == 120
    clock.sleep(120)
    polite.get(url)
    assert polite.ready_at(url) - clock.now() <= 2


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ("source = 1", "sources.toml: source: must be a list, not a whole number"),
        ("source = [1]", "source 1: must be a table, not a whole number"),
        ("[[source]]\nname = 'a'\nfeed = 'https://x.example'\nfirst = 'x'", "source 1, first: must be a whole number"),
        ("[[source]]\nfeed = 'https://x.example'", "source 1: there is no `name`"),
        ("[[source]]\nname = 'a'", "needs either a feed or a sitemap"),
        ("[[source]]\nname = 'a'\nfeed = 'ftp://x'", "is no web address"),
        ("[[source]]\nname = 'a'\nfeed = 'https://x.example'\nevery = 'often'", "is no time"),
        ("[[source]]\nname = 'a'\nfeed = 'https://x.example'\nevery = 5", "more than once a minute"),
        ("watch.delay = -1\n[[source]]\nname = 'a'\nfeed = 'https://x.example'", "delay: must be seconds from 0"),
        ("watch.delay = nan\n[[source]]\nname = 'a'\nfeed = 'https://x.example'", "delay: must be seconds from 0"),
        ("[[source]]\nname = 'a'\nfeed = 'https://x.example'\nfirst = -3", "'a': first must be 0 or more"),
        (
            "[[source]]\nname = 'a'\nfeed = 'https://x.example'\n[[source]]\nname = 'b'\nfeed = 'https://x.example'",
            "two sources have the address https://x.example",
        ),
        ("watch.asked_by = 'Báo'\n[[source]]\nname = 'a'\nfeed = 'https://x.example'", "asked_by: must be an address"),
        ("[[source]]\nname = 'a'\nfed = 'https://x.example'", "source 1: there is an unknown field `fed`"),
        ("[[source]]\nname = 'a'\nfeed = 'https://x.example'\n" * 2, "two sources are called"),
        ("source = []", "no source in it"),
        ("[[", "sources.toml: "),
    ],
)
def test_a_wrong_file_of_sources_is_one_line(tmp_path: Path, content: str, told: str) -> None:
    path = tmp_path / "sources.toml"
    path.write_text(content)
    with pytest.raises(SourcesError) as caught:
        read_watch_file(path)
    assert told in str(caught.value) and "\n" not in str(caught.value)


def test_the_starter_file_is_a_file_of_sources(tmp_path: Path) -> None:
    path = tmp_path / "sources.toml"
    path.write_text(starter())
    assert len(read_watch_file(path).source) >= 20


@pytest.mark.parametrize(("every", "seconds"), [("30m", 1800), ("2h", 7200), ("1d", 86_400), (90, 90), ("90s", 90)])
def test_times(every: str | int, seconds: float) -> None:
    assert seconds_of(every) == seconds


def test_the_host_that_asked_for_patience_gets_it_not_the_one_that_led_there(site: Site, clock: Hands) -> None:
    other = site.address.replace("127.0.0.1", "localhost")
    site.serve("/busy", "", status=429, Retry_After="600")
    url = site.serve("/1.html", "", status=302, Location=f"{other}/busy")
    with Web(Limits(seconds=2.0), allow_private=True) as web:
        polite = PoliteWeb(web, clock=clock)
        with pytest.raises(FetchError, match="HTTP 429"):
            polite.get(url)
        assert polite.ready_at(f"{other}/2.html") == clock.time + 600
        assert polite.ready_at(url) <= clock.time + 2


def test_a_source_whose_host_is_slow_does_not_hide_the_others(tmp_path: Path) -> None:
    seen = Seen(tmp_path / "watch.sqlite")
    many = [Item(url=f"https://slow.example/{n}") for n in range(1_000)]
    seen.polled("slow", SourceState(), many, 1.0)
    seen.polled("quick", SourceState(), [Item(url="https://quick.example/1")], 2.0)
    waiting = [one.item.url for one in seen.waiting(["slow", "quick"])]
    seen.close()
    assert waiting[0] == "https://slow.example/0" and "https://quick.example/1" in waiting and len(waiting) < 1_000


def test_what_a_list_leaves_out_is_told(desk: Desk, site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("readout.collect.feeds.ITEMS_LIMIT", 2)
    site.serve("/rss", feed(*(site.address + f"/{n}" for n in range(3))))
    (event,) = (one for one in desk.run() if one.what == "polled")
    assert str(event) == "Báo Thử: 2 new (only 2 of its 3 entries are read)"
