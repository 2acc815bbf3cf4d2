"""`readout watch` as it is typed: exit codes, what it says, and what a kill leaves."""

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
from typer.testing import CliRunner, Result

from readout.api import open_ledger
from readout.cli.app import app

from .conftest import Site, page
from .test_watch import feed


class Typed:
    """The command in one folder; every run is a program of its own."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def sources(self, *addresses: str) -> Path:
        path = self.folder / "sources.toml"
        one = "[[source]]\nname = 'Báo {0}'\nfeed = '{1}'\n"
        path.write_text("[watch]\ndelay = 0.0\n" + "".join(one.format(*pair) for pair in enumerate(addresses)))
        return path

    def run(self, *arguments: object) -> Result:
        ledger = self.folder / "ledger.sqlite"
        return CliRunner().invoke(app, ["watch", *map(str, arguments), "--ledger", str(ledger)])


@pytest.fixture
def typed(tmp_path: Path) -> Typed:
    return Typed(tmp_path)


def test_one_round_ends_with_0_and_then_says_when_the_next_is_due(site: Site, typed: Typed) -> None:
    site.serve("/rss", feed())
    arguments = (typed.sources(site.address + "/rss"), "--once", "--allow-private")
    first, second = typed.run(*arguments), typed.run(*arguments)
    assert (first.exit_code, first.stdout, first.stderr) == (0, "Báo 0: 0 new\n", "")
    assert second.exit_code == 0 and second.stdout.startswith("nothing is due before 20")


@pytest.mark.parametrize("others", [[], ["/rss"]])
def test_a_round_in_which_a_source_could_not_be_had_ends_with_1(site: Site, typed: Typed, others: list[str]) -> None:
    site.serve("/rss", feed())
    sources = typed.sources(site.address + "/gone", *(site.address + one for one in others))
    done = typed.run(sources, "--once", "--allow-private")
    (line,) = done.stderr.splitlines()
    assert done.exit_code == 1 and line.startswith(f"Báo 0: failed {site.address}/gone: HTTP 404; asked again 20")
    assert done.stdout == "".join(f"Báo {n}: 0 new\n" for n, _ in enumerate(others, 1))


def test_what_may_not_be_asked_is_told_and_asked_at_once_when_it_may(site: Site, typed: Typed) -> None:
    site.serve("/rss", feed())
    sources = typed.sources(site.address + "/rss")
    refused = typed.run(sources, "--once")
    assert refused.exit_code == 1 and "127.0.0.1 is not a public address; not asked" in refused.stderr
    assert typed.run(sources, "--once", "--allow-private").exit_code == 0 and "/rss" in site.paths()


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ("source = 1", "source: must be a list, not a whole number"),
        ("[[source]]\nname = 'a'\nfeed = 'ftp://x/y'", "'ftp://x/y' is no web address (http or https)"),
        (None, "No such file or directory"),
    ],
)
def test_a_file_of_sources_that_is_none_is_wrong_usage(typed: Typed, content: str | None, told: str) -> None:
    path = typed.folder / "mine.toml"
    if content is not None:
        path.write_text(content)
    done = typed.run(path, "--once")
    (line,) = done.stderr.splitlines()
    assert done.exit_code == 2 and f"{path}: " in line and told in line
    assert not (typed.folder / "ledger.sqlite").exists()


@pytest.mark.parametrize("who", ["a@b.example\nX-Other: y", "Báo Mẫu", "a\x00b", "a\tb"])
@pytest.mark.parametrize("command", ["watch", "add"])
def test_who_asks_is_one_line_of_ascii(site: Site, typed: Typed, command: str, who: str) -> None:
    place = typed.sources(site.address + "/rss") if command == "watch" else site.address + "/rss"
    done = CliRunner().invoke(app, [command, str(place), "--asked-by", who, "--allow-private"])
    (line,) = done.stderr.splitlines()
    assert done.exit_code == 2 and "--asked-by: must be an address on one line" in line and not site.asked


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
