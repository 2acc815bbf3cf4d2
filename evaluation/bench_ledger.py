"""The ledger at scale: articles per second into both databases, the cost of one more article as the ledger grows, how
fast it answers when it is large, and the memory that it takes.

    python evaluation/bench_ledger.py [--full] [--sizes 1000,4000,12000] [--sqlite] [--postgres URL]

The articles are the real feed of six months in ../shared/eval, where it is there (else the samples); more of them are
made by repeating their readings with shifted dates and other names. PostgreSQL is the throw-away server of the tests.
"""

import argparse
import gzip
import json
import os
import random
import re
import resource
import shutil
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack
from datetime import date, timedelta
from functools import partial
from importlib import import_module
from itertools import islice, pairwise
from pathlib import Path
from typing import Any, NamedTuple

import msgspec

from readout.api import (
    CommitmentQuery,
    ContactQuery,
    Ledger,
    Problem,
    Reading,
    SearchQuery,
    Stored,
    open_ledger,
    read_new,
    samples,
)

ROOT = Path(__file__).resolve().parents[1]
FEED = ROOT.parent / "shared" / "eval" / "raw" / "feed_2025-08_2026-01.jsonl.gz"
SMALL, FULL = "1000,4000,12000", "5000,20000,80000"
WORDS = (
    "điện đàm",
    "dau nanh",
    "Đài Loan",
    '"Nhà Trắng"',
    "Ukraine",
    "thuế quan",
    "hội đàm Tô Lâm",
    "Trump Putin",
    "ngừng bắn",
    "Trung Quốc",
    "tổng thống",
    "đường sắt",
    "thương mại",
    "Gaza",
    "Biển Đông",
    "Mỹ",
    "xuất khẩu gạo",
)
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_SHIFT = 186
"""Days by which each repetition of the real items is later."""


_APART = 50
"""Repetition from which the articles that are measured are taken: the same ones at every size, in years of their own,
so that what is compared is the size of the ledger and not what the articles hold."""

_ROUNDS, _EACH = 20, 100
"""Copies of the ledger at each size take the same articles in turns, in so many rounds of so many articles, so that
what the machine does beside falls on all sizes alike. The first round warms them up and does not count."""


class Cost(NamedTuple):
    """Milliseconds of one more article."""

    ours: float
    server: float
    clock: float

    @property
    def cpu(self) -> float:
        return self.ours + self.server


def main() -> int:
    """Print one line per measurement."""
    options = _options()
    sizes = [int(one) for one in (options.sizes or (FULL if options.full else SMALL)).split(",")]
    with ExitStack() as opened:
        folder = Path(opened.enter_context(tempfile.TemporaryDirectory()))
        homes = {"SQLite": _Home(folder)}
        if not options.sqlite and (server := _server(opened, options.postgres)):
            homes["PostgreSQL"] = _ServerHome(server)
        news = _some_items(folder, sizes[0])
        readings = _Readings(folder / "readings.jsonl", sizes[-1])
        for name, home in homes.items():
            _through_the_door(name, home.new("door"), news)
        for name, home in homes.items():
            _growth(name, home, readings, sizes)
    ours, workers = (
        resource.getrusage(who).ru_maxrss / 1024 for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    )
    print(
        f"memory: {ours:.0f} MB at most in the process that stores and answers, {workers:.0f} MB in the largest of "
        "its children (workers that read); goal under 500 MB"
    )
    return 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--full", action="store_true", help=f"sizes {FULL}")
    parser.add_argument("--sizes", help="articles at which the cost of one more is measured")
    parser.add_argument("--sqlite", action="store_true", help="not PostgreSQL")
    parser.add_argument("--postgres", help="a server, as postgresql://user@host")
    return parser.parse_args()


class _Home:
    """Where new ledgers of one kind lie."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def new(self, name: str) -> str:
        """A place for a ledger."""
        return str(self._folder / f"{name}.sqlite")

    def copy(self, place: str, name: str) -> str:
        """The ledger at a place that nobody has open, once more."""
        return str(shutil.copy(place, self.new(name)))


class _ServerHome(_Home):
    """Databases of a PostgreSQL server."""

    def __init__(self, server: Any) -> None:
        self._server = server

    def new(self, name: str) -> str:
        return str(self._server.database())

    def copy(self, place: str, name: str) -> str:
        return str(self._server.database(like=place))


def _server(opened: ExitStack, given: str | None) -> Any:
    sys.path.insert(0, str(ROOT / "tests" / "ledger"))
    cluster = import_module("cluster")
    if given:
        return cluster.Server(given)
    if missing := cluster.why_not():
        print(f"PostgreSQL: not measured, {missing}")
        return None
    return cluster.Server(opened.enter_context(cluster.running()))


def _some_items(folder: Path, number: int) -> Path:
    """The first items of the feed as a file of their own."""
    path = folder / "news.jsonl"
    source = FEED if FEED.exists() else Path(samples())
    with gzip.open(source, "rt", encoding="utf-8") if source.suffix == ".gz" else source.open() as lines:
        path.write_text("".join(islice(lines, number)))
    return path


class _Readings:
    """The readings of the real items, in a file: held in memory they would be most of what is measured."""

    def __init__(self, path: Path, number: int) -> None:
        self.path = path
        source = FEED if FEED.exists() else Path(samples())
        found = (one for one in read_new([source], None, workers=2) if not isinstance(one, Problem | Stored))
        with path.open("wb") as file:
            file.writelines(msgspec.json.encode(one) + b"\n" for one in islice(found, number))

    def __iter__(self) -> Iterator[Reading]:
        with self.path.open("rb") as file:
            yield from (msgspec.json.decode(line, type=Reading) for line in file)


def _through_the_door(name: str, place: str, news: Path) -> None:
    """`readout add --workers 2`, in this process: files in, linked records out."""
    with open_ledger(place) as ledger:
        began = time.perf_counter()
        readings = (one for one in read_new([news], ledger.holds, workers=2) if not isinstance(one, Problem | Stored))
        number = sum(ledger.add_all(readings).values())
        seconds = time.perf_counter() - began
    print(f"{name}: {number} articles read by 2 workers and stored in {seconds:.0f} s: {number / seconds:.0f} a second")


def _growth(name: str, home: _Home, readings: Iterable[Reading], sizes: Sequence[int]) -> None:
    place = home.new("growth")
    stream = _repeated(readings)
    copies: list[str] = []
    for before, size in pairwise([0, *sizes]):
        with open_ledger(place) as ledger:
            ledger.add_all(islice(stream, size - before))
        copies.append(home.copy(place, f"growth-{size}"))
    costs = _costs(copies, readings, min(_EACH, max(sizes[0] // _ROUNDS, 1)))
    for size, cost in zip(sizes, costs, strict=True):
        print(f"{name}: one more article at {size}: {_told(cost)}")
    with open_ledger(place) as ledger:
        alone = [_spent(partial(ledger.add, one))[0] for one in islice(stream, 100)]
        print(
            f"{name}: from {sizes[0]} to {sizes[-1]} articles the cost of one more changes by "
            f"{_change(costs[0].cpu, costs[-1].cpu)} of CPU, {_change(costs[0].clock, costs[-1].clock)} by the clock "
            f"(goal under +20 %); added alone: {statistics.median(alone):.1f} ms, "
            f"p95 {_p95(alone):.1f} ms"
        )
        _answers(name, ledger, place, sizes[-1])


def _costs(places: Sequence[str], readings: Iterable[Reading], each: int) -> list[Cost]:
    """What one more article costs at each place, on average over the rounds."""
    stream = iter(readings)
    found: list[list[Cost]] = [[] for _ in places]
    with ExitStack() as opened:
        ledgers = [opened.enter_context(open_ledger(place)) for place in places]
        for turn in range(_ROUNDS + 1):
            batch = [_changed(one, _APART) for one in islice(stream, each)]
            for at in sorted(range(len(places)), key=lambda at: (at + turn) % len(places)):
                found[at].append(_cost(ledgers[at], places[at], batch))
    return [Cost(*(statistics.mean(values) for values in zip(*costs[1:], strict=True))) for costs in found]


def _told(cost: Cost) -> str:
    cpu = f"{cost.ours:.2f} ms CPU of ours" + (f" and {cost.server:.2f} of the server's" if cost.server else "")
    return f"{cpu}, {cost.clock:.2f} ms by the clock (mean of {_ROUNDS} turns)"


def _change(first: float, last: float) -> str:
    return f"{100 * (last / first - 1):+.0f} %"


def _cost(ledger: Ledger, place: str, batch: Sequence[Reading]) -> Cost:
    """Of each of these readings, added together."""
    began, worked, served = time.perf_counter(), time.process_time(), _server_seconds(place)
    ledger.add_all(batch)
    spent = (time.process_time() - worked, _server_seconds(place) - served, time.perf_counter() - began)
    return Cost(*(1000 * one / len(batch) for one in spent))


def _server_seconds(place: str) -> float:
    """CPU that PostgreSQL has spent for our connections; 0 for SQLite, and for a server on another machine."""
    if not place.startswith("postgresql:"):
        return 0.0
    import psycopg

    with psycopg.connect(place) as connection:
        found = connection.execute(
            "SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid() "
            "AND backend_type = 'client backend'"
        ).fetchall()
    stats = [Path(f"/proc/{pid}/stat") for (pid,) in found]
    fields = [one.read_text().rsplit(")", 1)[1].split() for one in stats if one.exists()]
    return sum(int(one[11]) + int(one[12]) for one in fields) / os.sysconf("SC_CLK_TCK")


def _answers(name: str, ledger: Ledger, place: str, size: int) -> None:
    chance = random.Random(7)
    contacts = ledger.contacts()
    many = [one for one in contacts if one.reports > 1] or list(contacts)
    questions: dict[str, list[Callable[[], object]]] = {
        "contacts": [_ask_contacts(ledger, chance.choice(contacts), kind) for kind in range(4) for _ in range(25)],
        "compare": [partial(ledger.compare, chance.choice(many).id) for _ in range(60)],
        "search": [partial(ledger.search, SearchQuery(words=words)) for words in WORDS * 3],
        "commitments": [lambda: ledger.commitments(CommitmentQuery(text="soybeans"))] * 5,
    }
    for what, asked in questions.items():
        served = _server_seconds(place)
        clock, ours = zip(*map(_spent, asked), strict=True)
        served = 1000 * (_server_seconds(place) - served) / len(asked)
        print(
            f"{name}: {what} at {size} articles ({len(contacts)} contacts): median {statistics.median(clock):.1f} ms, "
            f"p95 {_p95(clock):.1f} ms (goal under 50 ms); CPU of ours: median {statistics.median(ours):.1f} ms, p95 "
            f"{_p95(ours):.1f} ms"
            + (f", of the server's on average {served:.1f} ms" if served else "")
            + f"; load {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores"
        )


def _spent(work: Callable[[], object]) -> tuple[float, float]:
    """Milliseconds by the clock, and of our CPU."""
    began, worked = time.perf_counter(), time.process_time()
    work()
    return 1000 * (time.perf_counter() - began), 1000 * (time.process_time() - worked)


def _ask_contacts(ledger: Ledger, one: Any, kind: int) -> Callable[[], object]:
    countries = tuple(dict.fromkeys(who.country for who in one.participants if who.country))[:2]
    day = (one.time.edtf or one.first_published or "2025-10-01")[:10]
    queries = [
        ContactQuery(countries=countries, limit=50),
        ContactQuery(since=day, until=day),
        ContactQuery(person=next((who.person for who in one.participants if who.person), "Trump"), limit=50),
        ContactQuery(mode=one.mode, status=one.status, topic=one.topics[0] if one.topics else None, limit=50),
    ]
    return partial(ledger.contacts, queries[kind])


def _p95(values: Sequence[float]) -> float:
    return sorted(values)[int(0.95 * (len(values) - 1))]


def _repeated(readings: Iterable[Reading]) -> Iterator[Reading]:
    """The readings again and again, each time half a year later and with other people."""
    number = 0
    while True:
        yield from readings if number == 0 else (_changed(one, number) for one in readings)
        number += 1


def _changed(reading: Reading, number: int) -> Reading:
    """Another article: its id, its dates and its people are others; its words and countries stay."""
    whole = json.loads(msgspec.json.encode(reading))
    article = whole["article"]
    article["id"] += f"-{number}"
    article["url"] = article["url"] and f"{article['url']}#{number}"
    article["published"] = _later(article["published"], number)
    for fact in whole["contacts"]:
        fact["time"] = fact.get("time", {})
        fact["time"]["edtf"] = _later(fact["time"].get("edtf"), number)
        for one in fact.get("participants", ()):
            _rename(one, "person", number)
    for fact in whole["statements"]:
        _rename(fact["speaker"], "name", number)
    return msgspec.convert(whole, Reading)


def _later(text: str | None, number: int) -> str | None:
    def moved(match: re.Match[str]) -> str:
        return (date.fromisoformat(match[0]) + timedelta(days=_SHIFT * number)).isoformat()

    return _DAY.sub(moved, text) if text else text


def _rename(one: dict[str, Any], field: str, number: int) -> None:
    if one.get(field):
        one[field] += f" {chr(64 + number)}"
    if one.get("person_id"):
        one["person_id"] += f"-{number}"


if __name__ == "__main__":
    sys.exit(main())
