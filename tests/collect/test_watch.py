"""Watching: politeness, what is new, what a kill leaves, and servers that fail or lie."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler
from pathlib import Path

import pytest

from readout.api import open_ledger
from readout.collect.fetch import Limits, Web
from readout.collect.politeness import Host, PoliteWeb
from readout.collect.seen import Seen, SeenError
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

    def run(self, **options: object) -> list[WatchEvent]:
        source = WatchedSource(name="Báo Thử", feed=f"{self.site.address}/rss", **options)  # type: ignore[arg-type]
        seen = Seen(self.place)
        with Web(Limits(bytes=1_000_000, seconds=2.0), allow_private=True) as web:
            try:
                watcher = Watcher(WatchFile(source=(source,)), seen, web, self.kept.append, self.clock)
                return list(watcher.run(once=True))
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
    assert event.what == "failed" and "robots.txt cannot be read" in (event.detail or "")
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


def test_a_killed_watch_goes_on_where_it_was(site: Site, tmp_path: Path) -> None:
    """Killed without warning while a page is on its way; the next run fetches what is missing and nothing twice."""

    def slow(number: int) -> Callable[[BaseHTTPRequestHandler], None]:
        def answer(handler: BaseHTTPRequestHandler) -> None:
            time.sleep(0.3)
            body = page(f"Hội đàm lần {number}")
            handler.send_response(200)
            handler.send_header("Content-Type", "text/html")
            handler.send_header("Content-Length", str(len(body)))
            handler.end_headers()
            handler.wfile.write(body)

        return answer

    pages = [site.do(f"/{n}.html", slow(n)) for n in range(6)]
    site.serve("/rss", feed(*pages), ETag='"one"')
    sources, ledger = tmp_path / "sources.toml", tmp_path / "ledger.sqlite"
    sources.write_text(f"[watch]\ndelay = 0.0\n[[source]]\nname = 'Báo Thử'\nfeed = '{site.address}/rss'\n")
    command = [sys.executable, "-m", "readout", "watch", str(sources), "--allow-private", "--ledger", str(ledger)]
    first = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    deadline = time.monotonic() + 30
    while sum(path.endswith(".html") for path in site.paths()) < 3 and time.monotonic() < deadline:
        time.sleep(0.02)
    os.kill(first.pid, signal.SIGKILL)
    first.wait()
    done = subprocess.run([*command, "--once", "--json"], capture_output=True, text=True, timeout=60)
    assert done.returncode == 0, done.stderr
    with open_ledger(str(ledger)) as book:
        assert sorted(one.url or "" for one in book.articles()) == sorted(pages)
    asked = sorted(site.paths().count(f"/{n}.html") for n in range(6))
    assert asked[:5] == [1] * 5, "only the one in hand is asked again"
    assert all(json.loads(line)["what"] in ("kept", "polled", "unchanged") for line in done.stdout.splitlines())


def test_a_watch_ends_cleanly_when_it_is_asked_to(site: Site, tmp_path: Path) -> None:
    site.serve("/rss", feed())
    sources = tmp_path / "sources.toml"
    sources.write_text(f"[[source]]\nname = 'Báo Thử'\nfeed = '{site.address}/rss'\n")
    ledger = str(tmp_path / "a.sqlite")
    command = [sys.executable, "-m", "readout", "watch", str(sources), "--allow-private", "--ledger", ledger]
    running = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    assert running.stdout and "0 new" in running.stdout.readline()
    running.send_signal(signal.SIGTERM)
    _, told = running.communicate(timeout=20)
    assert running.returncode == 0 and told == "readout: stopped; the next watch goes on here\n"
