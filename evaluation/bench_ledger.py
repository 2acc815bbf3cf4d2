"""The ledger at scale: articles per second into both databases, the cost of one more article as the ledger grows, how
fast it answers when it is large, and the memory that it takes.

    python evaluation/bench_ledger.py [--full] [--sizes 1000,4000,12000] [--sqlite] [--postgres URL]

The articles are the real feed of six months in ../shared/eval, where it is there (else the samples); more of them are
made by repeating their readings with shifted dates and other names. PostgreSQL is the throw-away server of the tests.
"""

import argparse
import gzip
import json
import random
import re
import resource
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from datetime import date, timedelta
from functools import partial
from importlib import import_module
from itertools import islice
from pathlib import Path
from typing import Any

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
WORDS = ("điện đàm", "dau nanh", "Đài Loan", '"Nhà Trắng"', "Ukraine", "thuế quan", "hội đàm Tô Lâm", "Trump Putin",
         "ngừng bắn", "Trung Quốc", "tổng thống", "đường sắt", "thương mại", "Gaza", "Biển Đông", "Mỹ", "xuất khẩu gạo")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_SHIFT = 186
"""Days by which each repetition of the real items is later."""


_APART = 50
"""Repetition from which the articles that are measured are taken: the same ones at every size, in years of their own,
so that what is compared is the size of the ledger and not what the articles hold."""


def main() -> int:
    """Print one line per measurement."""
    options = _options()
    sizes = [int(one) for one in (options.sizes or (FULL if options.full else SMALL)).split(",")]
    with ExitStack() as opened:
        folder = Path(opened.enter_context(tempfile.TemporaryDirectory()))
        places: dict[str, Callable[[str], str]] = {"SQLite": lambda name: str(folder / f"{name}.sqlite")}
        if not options.sqlite and (server := _server(opened, options.postgres)):
            places["PostgreSQL"] = partial(_database, server)
        news = _some_items(folder, sizes[0])
        readings = list(_read(FEED if FEED.exists() else Path(samples()), sizes[-1]))
        for name, place in places.items():
            _through_the_door(name, place("door"), news)
        for name, place in places.items():
            _growth(name, place("growth"), readings, sizes)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"memory: {peak:.0f} MB at most (the readings that are repeated are held in it)")
    return 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--full", action="store_true", help=f"sizes {FULL}")
    parser.add_argument("--sizes", help="articles at which the cost of one more is measured")
    parser.add_argument("--sqlite", action="store_true", help="not PostgreSQL")
    parser.add_argument("--postgres", help="a server, as postgresql://user@host")
    return parser.parse_args()


def _server(opened: ExitStack, given: str | None) -> Any:
    sys.path.insert(0, str(ROOT / "tests" / "ledger"))
    cluster = import_module("cluster")
    if given:
        return cluster.Server(given)
    if missing := cluster.why_not():
        print(f"PostgreSQL: not measured, {missing}")
        return None
    return cluster.Server(opened.enter_context(cluster.running()))


def _database(server: Any, _: str) -> str:
    return str(server.database())


def _some_items(folder: Path, number: int) -> Path:
    """The first items of the feed as a file of their own."""
    path = folder / "news.jsonl"
    source = FEED if FEED.exists() else Path(samples())
    with (gzip.open(source, "rt", encoding="utf-8") if source.suffix == ".gz" else source.open()) as lines:
        path.write_text("".join(islice(lines, number)))
    return path


def _read(source: Path, number: int) -> Iterator[Reading]:
    found = (one for one in read_new([source], None, workers=2) if not isinstance(one, Problem | Stored))
    yield from islice(found, number)


def _through_the_door(name: str, place: str, news: Path) -> None:
    """`readout add --workers 2`, in this process: files in, linked records out."""
    with open_ledger(place) as ledger:
        began = time.perf_counter()
        readings = (one for one in read_new([news], ledger.holds, workers=2) if not isinstance(one, Problem | Stored))
        number = sum(ledger.add_all(readings).values())
        seconds = time.perf_counter() - began
    print(f"{name}: {number} articles read by 2 workers and stored in {seconds:.0f} s: {number / seconds:.0f} a second")


def _growth(name: str, place: str, readings: Sequence[Reading], sizes: Sequence[int]) -> None:
    costs: dict[int, float] = {}
    with open_ledger(place) as ledger:
        stream = _repeated(readings)
        stored = 0
        measured = max(min(1000, sizes[0] // 4), 1)
        for number, size in enumerate(sizes):
            ledger.add_all(islice(stream, size - measured - stored))
            last = [_changed(one, _APART + number) for one in readings[:measured]]
            began, worked = time.perf_counter(), time.process_time()
            ledger.add_all(last)
            wall = 1000 * (time.perf_counter() - began) / measured
            costs[size] = 1000 * (time.process_time() - worked) / measured
            stored = size
            print(f"{name}: one more article at {size}: {costs[size]:.2f} ms CPU of ours, {wall:.2f} ms by the clock")
        alone = [_seconds(partial(ledger.add, one)) for one in islice(stream, 100)]
        growth = 100 * (costs[sizes[-1]] / costs[sizes[0]] - 1)
        print(f"{name}: from {sizes[0]} to {sizes[-1]} articles the cost of one more (CPU) changes by {growth:+.0f} %; "
              f"added alone: {1000 * statistics.median(alone):.1f} ms, p95 {1000 * _p95(alone):.1f} ms")
        _answers(name, ledger, stored)


def _answers(name: str, ledger: Ledger, size: int) -> None:
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
        spent = [_seconds(one) for one in asked]
        median = 1000 * statistics.median(spent)
        print(f"{name}: {what} at {size} articles ({len(contacts)} contacts): median {median:.1f} ms, "
              f"p95 {1000 * _p95(spent):.1f} ms")


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


def _seconds(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def _p95(values: Sequence[float]) -> float:
    return sorted(values)[int(0.95 * (len(values) - 1))]


def _repeated(readings: Sequence[Reading]) -> Iterator[Reading]:
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
