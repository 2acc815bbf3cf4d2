"""Requests that meet a bad host: what happens instead, within which time, and never to whom."""

import gzip
import re
import socket
import threading
import time
import zlib
from http.server import BaseHTTPRequestHandler
from typing import Any

import pytest

from readout.collect.addresses import is_public
from readout.collect.fetch import FetchError, Limits, Web, retry_after

from .conftest import Site, page

SMALL = Limits(bytes=1_000_000, seconds=1.5)


@pytest.fixture
def web() -> Web:
    return Web(SMALL, allow_private=True, contact="desk@example.org")


def refusal(web: Web, url: str) -> FetchError:
    started = time.monotonic()
    with pytest.raises(FetchError) as caught:
        web.get(url)
    assert time.monotonic() - started < 4, "the deadline holds whatever the server does"
    return caught.value


@pytest.mark.parametrize(
    ("address", "public"),
    [
        ("93.184.215.14", True), ("2606:2800:21f:cb07:6820:80da:af6b:8b2c", True), ("127.0.0.1", False),
        ("10.1.2.3", False), ("172.16.0.1", False), ("192.168.1.1", False), ("169.254.169.254", False),
        ("100.64.0.1", False), ("0.0.0.0", False), ("224.0.0.1", False), ("255.255.255.255", False), ("::1", False),
        ("fe80::1%eth0", False), ("fc00::1", False), ("::ffff:127.0.0.1", False), ("64:ff9b::7f00:1", False),
        ("64:ff9b::a01:203", False), ("2002:7f00:1::", False), ("::", False), ("ff02::1", False), ("fec0::1", False),
        ("nonsense", False),
    ],
)  # fmt: skip
def test_which_addresses_are_public(address: str, public: bool) -> None:
    assert is_public(address) is public


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "[::1]", "0.0.0.0", "2130706433", "0x7f.1", "127.1"])
def test_the_own_network_is_not_asked_unless_allowed(site: Site, host: str) -> None:
    port = site.address.rsplit(":", 1)[1]
    refused = refusal(Web(SMALL), f"http://{host}:{port}/")
    assert not site.asked and ("not a public address" in str(refused) or "connection failed" in str(refused))


PLACES = {"thu.example": "127.0.0.1", "inner.example": "192.168.1.5"}


@pytest.fixture
def outside(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The loopback server under a name, taken for the only public host; what is connected to is noted."""
    connected: list[str] = []
    really = socket.create_connection

    def connect(address: tuple[str, int], *rest: Any, **named: Any) -> socket.socket:
        connected.append(address[0])
        return really(address, *rest, **named)

    monkeypatch.setattr(socket, "create_connection", connect)
    monkeypatch.setattr("readout.collect.addresses.is_public", lambda address: address == "127.0.0.1")
    return connected


@pytest.mark.parametrize(
    "target",
    ["http://10.0.0.1/", "http://[::1]:{port}/", "http://169.254.169.254/latest/meta-data/", "http://inner.example/",
     "//192.168.0.1/", "https://10.0.0.1/"],
)  # fmt: skip
def test_a_redirect_into_the_own_network_is_not_followed(site: Site, outside: list[str], target: str) -> None:
    port = site.address.rsplit(":", 1)[1]
    site.serve("/start", "", status=302, Location=target.format(port=port))
    web = Web(SMALL, resolver=lambda host, _: [PLACES.get(host, host)])
    assert "is not a public address; not asked" in str(refusal(web, f"http://thu.example:{port}/start"))
    assert [one.path for one in site.asked] == ["/start"] and outside == ["127.0.0.1"]


def test_a_name_that_moves_into_the_own_network_after_a_redirect_is_not_asked_again(
    site: Site, outside: list[str]
) -> None:
    port = site.address.rsplit(":", 1)[1]
    site.serve("/start", "", status=302, Location="/next", Connection="close")
    answers = iter(["127.0.0.1", "10.0.0.1"])
    web = Web(SMALL, resolver=lambda *_: [next(answers)])
    assert "thu.example is not a public address" in str(refusal(web, f"http://thu.example:{port}/start"))
    assert [one.path for one in site.asked] == ["/start"] and outside == ["127.0.0.1"]


def test_only_the_checked_address_is_connected_to(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    """A name that answers with a public address first and a private one next: the second is never asked for."""
    asked: list[str] = []
    connected: list[str] = []

    def rebinding(host: str, port: int) -> list[str]:
        asked.append(host)
        return ["93.184.215.14"] if len(asked) == 1 else ["127.0.0.1"]

    def connect(address: tuple[str, int], *_: object, **__: object) -> socket.socket:
        connected.append(address[0])
        raise ConnectionRefusedError

    monkeypatch.setattr(socket, "create_connection", connect)
    refusal(Web(SMALL, resolver=rebinding), "http://rebind.example/")
    assert (asked, connected) == (["rebind.example"], ["93.184.215.14"])


def test_a_name_with_one_private_address_among_public_ones_is_refused() -> None:
    web = Web(SMALL, resolver=lambda *_: ["93.184.215.14", "10.0.0.1"])
    assert "not a public address" in str(refusal(web, "http://mixed.example/"))


@pytest.mark.parametrize(
    "target", ["file:///etc/passwd", "ftp://127.0.0.1/x", "gopher://127.0.0.1/", "http://u:p@127.0.0.1/"]
)
def test_a_redirect_to_another_kind_of_address_is_not_followed(site: Site, web: Web, target: str) -> None:
    url = site.serve("/", "", status=302, Location=target)
    assert "not a web address" in str(refusal(web, url))


def test_redirects_end(site: Site, web: Web) -> None:
    url = site.serve("/loop", "", status=301, Location="/loop")
    assert str(refusal(web, url)) == "more than 5 redirects" and len(site.asked) == 6


def test_a_redirect_within_the_limits_is_followed_and_told(site: Site, web: Web) -> None:
    site.serve("/new", page())
    answer = web.get(site.serve("/old", "", status=301, Location="/new"))
    assert answer.url == site.address + "/new" and b"<h1>" in answer.body


def slowly(handler: BaseHTTPRequestHandler) -> None:
    handler.send_response(200)
    handler.end_headers()
    for _ in range(100):
        handler.wfile.write(b"<p>")
        time.sleep(0.1)


def slow_headers(handler: BaseHTTPRequestHandler) -> None:
    handler.wfile.write(b"HTTP/1.1 200 OK\r\n")
    for number in range(100):
        handler.wfile.write(b"X-%d: y\r\n" % number)
        time.sleep(0.1)


def endless(handler: BaseHTTPRequestHandler) -> None:
    handler.send_response(200)
    handler.end_headers()
    while True:
        handler.wfile.write(b"<p>" * 20_000)


def endless_headers(handler: BaseHTTPRequestHandler) -> None:
    handler.wfile.write(b"HTTP/1.1 200 OK\r\n")
    while True:
        handler.wfile.write(b"X-Header: " + b"y" * 10_000 + b"\r\n")


def silence(handler: BaseHTTPRequestHandler) -> None:
    time.sleep(5)


def broken_off(handler: BaseHTTPRequestHandler) -> None:
    handler.send_response(200)
    handler.send_header("Content-Length", "5000")
    handler.end_headers()
    handler.wfile.write(b"<html>")


@pytest.mark.parametrize(
    ("behaviour", "told", "again"),
    [
        (slowly, "no whole answer within 1.5 seconds", True), (slow_headers, "no whole answer", True),
        (silence, "no whole answer", True), (endless, "more than 1 MB", False), (broken_off, "connection failed", True),
        (endless_headers, "connection failed", True),
    ],
)  # fmt: skip
def test_slow_endless_and_broken_answers(site: Site, web: Web, behaviour: object, told: str, again: bool) -> None:
    refused = refusal(web, site.do("/", behaviour))  # type: ignore[arg-type]
    assert str(refused).startswith(told) and refused.again is again


def test_why_a_connection_failed_is_told_in_words(site: Site, web: Web) -> None:
    closed = socket.socket()
    closed.bind(("127.0.0.1", 0))
    port = closed.getsockname()[1]
    assert str(refusal(web, f"http://127.0.0.1:{port}/")) == "connection failed: connection refused"
    assert str(refusal(web, "http://nirgends.invalid/")) == "connection failed: no such host: nirgends.invalid"
    secure = site.address.replace("http:", "https:")
    told = str(refusal(web, secure))
    assert told.startswith("connection failed: ") and not re.search(r"[\[\]()]|_ssl|Errno", told)


@pytest.mark.parametrize("encoding", ["gzip", "deflate"])
def test_a_bomb_is_told_and_never_unpacked_whole(site: Site, web: Web, encoding: str) -> None:
    data = b"\0" * 50_000_000
    bomb = gzip.compress(data) if encoding == "gzip" else zlib.compress(data)
    assert str(refusal(web, site.serve("/", bomb, Content_Encoding=encoding))) == "decompresses to more than 1 MB"


def test_an_encoding_that_was_not_asked_for_is_refused(site: Site, web: Web) -> None:
    assert "was not asked for" in str(refusal(web, site.serve("/", b"\x0b\x02\x80", Content_Encoding="br")))
    assert "broken content encoding" in str(refusal(web, site.serve("/2", b"no gzip", Content_Encoding="gzip")))


def test_a_compressed_page_arrives_whole(site: Site, web: Web) -> None:
    url = site.serve("/", gzip.compress(page()), Content_Encoding="gzip")
    assert web.get(url).body == page() and site.asked[0].headers["accept-encoding"] == "gzip"


def test_the_program_says_who_it_is_and_keeps_no_cookies(site: Site, web: Web) -> None:
    url = site.serve("/", page(), Set_Cookie="track=1")
    web.get(url)
    web.get(url)
    told = site.asked[1].headers
    assert told["user-agent"].startswith("readout/") and "desk@example.org" in told["user-agent"]
    assert "cookie" not in told


@pytest.mark.parametrize(
    ("status", "again"), [(404, False), (410, False), (403, False), (429, True), (500, True), (503, True)]
)
def test_which_errors_are_worth_another_try(site: Site, web: Web, status: int, again: bool) -> None:
    refused = refusal(web, site.serve("/", "", status=status, Retry_After="120"))
    assert (refused.status, refused.again, refused.after) == (status, again, 120)


@pytest.mark.parametrize(
    ("header", "seconds"),
    [
        ("30", 30), ("999999999", 86_400), ("-5", None), ("soon", None), ("", None), (None, None), ("1e9", None),
        ("Thu, 05 Feb 2026 10:00:00 GMT", 600), ("Thu, 05 Feb 2025 10:00:00 GMT", 0), ("Thu, 99 Feb 2026 10:00", None),
    ],
)  # fmt: skip
def test_retry_after(header: str | None, seconds: float | None) -> None:
    assert retry_after(header, now=1770285000.0) == seconds


def test_no_thread_is_left_behind(web: Web, site: Site) -> None:
    before = threading.active_count()
    web.get(site.serve("/", page()))
    web.close()
    time.sleep(0.05)
    assert threading.active_count() <= before + 1
