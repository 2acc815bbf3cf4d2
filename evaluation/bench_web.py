"""Requests per second and p95 of the start, contact and search pages: 16 clients on loopback, two worker processes.

    python evaluation/bench_web.py [--items N] [--ledger FILE]

The ledger holds 80,000 made-up readings and is kept in `build/` for the next run; `--ledger` measures one of yours
(it is only read). What is asked for comes from the ledger: the pages of its contacts, names of its people, its
countries and topics, pairs of words out of titles.

`new` asks for another address each time, so that no finished answer can be sent again. `in use` asks as readers do:
some contacts and some words much more often than others; the share of addresses asked before is told. The machine
that asks is the machine that answers.
"""

import argparse
import asyncio
import os
import random
import socket
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import accumulate
from pathlib import Path
from urllib.parse import quote

from readout.api import open_ledger
from readout.ledger import browsing
from readout.ledger.browsing import Browse
from readout.model.records import (
    Article,
    Contact,
    ContactTime,
    Evidence,
    Participant,
    Reading,
    Span,
    Speaker,
    Statement,
)
from readout.model.vocabulary import Mode
from readout.web.words import words as words_of

BUILD = Path(__file__).resolve().parents[1] / "build"
ITEMS, CLIENTS, WORKERS, REQUESTS = 80_000, 16, 2, 480
GOAL_MS = 150
COUNTRIES = "US CN RU UA VN JP KR KP IN PK IR IL FR DE GB IT PL TR SA EG TH KH LA ID MY PH SG AU CA BR".split()  # noqa: SIM905
TOPICS = "trade tariffs ukraine taiwan energy soybeans visits military iran climate investment migration".split()  # noqa: SIM905
BEGINNINGS = "b c ch d đ g gi h k kh l m n ng nh ph qu r s t th tr v x".split()  # noqa: SIM905
ENDINGS = "a ác ai àn anh ao ăm ân âu e ên eo i ía iên iệt o óc oi ông ôi ơn u uân ung uyên ư ước ương y".split()  # noqa: SIM905
WORDS = [f"{first}{last}" for first in BEGINNINGS for last in ENDINGS]
FREQUENT = list(accumulate(1 / number for number in range(1, len(WORDS) + 1)))
"""How often each word stands in the texts: the n-th 1/n as often as the first, as in a language."""
MADE = 2
"""Another number when what is made up changes."""
MODES: tuple[Mode, ...] = ("phone-call", "meeting", "talks", "visit")


def main() -> int:
    """Build the ledger where it is not there, start the server, ask, and print a line for each page."""
    options = _options()
    place = Path(options.ledger) if options.ledger else BUILD / f"bench-web-{options.items}.{MADE}.sqlite"
    if not place.exists():
        build(place, options.items)
    questions = questions_of(place)
    server, port = started(place)
    try:
        report("start", server.pid, port, ["/"] * REQUESTS)
        for name, paths in questions.items():
            report(f"{name}, new", server.pid, port, paths[:REQUESTS])
            report(f"{name}, in use", server.pid, port, repeated(paths[REQUESTS:] or paths))
    finally:
        server.terminate()
        server.wait(20)
    print(
        f"{place.name}, {CLIENTS} clients on loopback, {WORKERS} workers, {os.cpu_count()} processors, "
        f"load {os.getloadavg()[0]:.1f} (our own {WORKERS + 1} included); goal p95 under {GOAL_MS} ms"
    )
    return 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--items", type=int, default=ITEMS, help="size of the made-up ledger")
    parser.add_argument("--ledger", help="measure this SQLite ledger instead")
    return parser.parse_args()


def questions_of(place: Path) -> dict[str, list[str]]:
    """Addresses of contact pages and of searches, all different, in an order of chance."""
    chance, words = random.Random(2), words_of("vi")
    with open_ledger(str(place)) as book:
        found = book.ask(lambda c: browsing.page(c, Browse(status="held", limit=4 * REQUESTS)))
        titles = [
            one.title.split() for one in book.ask(lambda c: browsing.articles(c, None, 8 * REQUESTS)) if one.title
        ]
    parties = [[one for one in contact.participants if one.country] for contact in found]
    names = {one.person for party in parties for one in party if one.person}
    pairs = {" ".join(words.country(one.country) for one in party[:2]) for party in parties}
    topics = {words.topic(topic) for contact in found for topic in contact.topics}
    starts = [(title, chance.randrange(len(title) - 1)) for title in titles if len(title) > 2]
    written = {" ".join(title[at : at + 2]) for title, at in starts}
    asked = [*chance.sample(sorted(names), min(len(names), REQUESTS)), *sorted(topics),
             *chance.sample(sorted(pairs), min(len(pairs), REQUESTS // 2)),
             *chance.sample(sorted(written), min(len(written), REQUESTS))]  # fmt: skip
    searches = [f"/search?q={quote(one)}" for one in dict.fromkeys(asked)]
    contacts = [f"/contacts/{one.id}" for one in found]
    chance.shuffle(searches)
    chance.shuffle(contacts)
    return {"contact": contacts, "search": searches}


def repeated(paths: list[str]) -> list[str]:
    """As readers ask: the n-th most wanted address 1/n as often as the first (Zipf)."""
    weights = [1 / number for number in range(1, len(paths) + 1)]
    return random.Random(3).choices(paths, weights, k=REQUESTS)


def build(place: Path, items: int) -> None:
    """Fill a new ledger; a broken build leaves no ledger behind."""
    BUILD.mkdir(exist_ok=True)
    unfinished = place.with_suffix(".part")
    for old in BUILD.glob(f"{unfinished.name}*"):
        old.unlink()
    started_at = time.monotonic()
    with open_ledger(str(unfinished)) as book:
        book.add_all(readings(items))
    os.replace(unfinished, place)
    print(f"ledger of {items} items made in {time.monotonic() - started_at:.0f} s")


def readings(items: int) -> Iterator[Reading]:
    """Made-up readings: several reports for each event, other people and days all the time, no two texts alike."""
    chance = random.Random(1)
    for number in range(items):
        event = random.Random(number // 4)
        day = date(2024, 1, 1) + timedelta(days=event.randrange(700))
        yield reading(number, day, event, chance)


def reading(number: int, day: date, event: random.Random, chance: random.Random) -> Reading:
    """One article on one event with two statements."""
    sides = event.sample(COUNTRIES, 2)
    people = [event.randrange(400) for _ in sides]
    words = [" ".join(chance.choices(WORDS, cum_weights=FREQUENT, k=18)) for _ in range(20)]
    text = ". ".join(words)
    parties = tuple(
        Participant(person=name_of(who), person_id=f"nhan-vat-{who}", country=side)
        for who, side in zip(people, sides, strict=True)
    )
    topics = tuple(event.sample(TOPICS, 3))
    contact = Contact(
        id="c1",
        mode=event.choice(MODES),
        status="held",
        participants=parties,
        topics=topics,
        time=ContactTime(edtf=day.isoformat(), basis="stated"),
        evidence=(_evidence(text, words[0]),),
    )
    said = tuple(
        Statement(id=f"s{n}", contact="c1", kind="indirect", topics=(topics[n],), content=_span(text, words[n + 1]),
                  speaker=Speaker(name=parties[n].person, person_id=parties[n].person_id, country=sides[n]),
                  evidence=(_evidence(text, words[n + 1]),))
        for n in range(2)
    )  # fmt: skip
    article = Article(id=f"item-{number}", publisher=f"Báo {number % 12}", title=" ".join(words[0].split()[:9]),
                      published=(day + timedelta(days=number % 2)).isoformat(), published_basis="given", language="vi",
                      text=text)  # fmt: skip
    return Reading(article=article, contacts=(contact,), statements=said)


def name_of(number: int) -> str:
    """The name of a made-up person: three words, in no order of theirs."""
    return " ".join(random.Random(number).choices(WORDS, k=3)).title()


def _span(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start=start, end=start + len(words), text=words)


def _evidence(text: str, words: str) -> Evidence:
    found = _span(text, words)
    return Evidence(start=found.start, end=found.end, text=found.text, rule="bench")


def started(place: Path) -> tuple[subprocess.Popen[bytes], int]:
    """The server as its own process, once it answers."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = int(free.getsockname()[1])
    command = [sys.executable, "-m", "readout", "serve", "--ledger", str(place), "--port", str(port), "--workers",
               str(WORKERS), "--rate", "0"]  # fmt: skip
    server = subprocess.Popen(command, stderr=subprocess.DEVNULL)
    for _ in range(600):
        try:
            socket.create_connection(("127.0.0.1", port), 1).close()
            break
        except OSError:
            time.sleep(0.1)
    warm = [f"/{kind}?sort=oldest&page={number}" for kind in ("contacts", "search") for number in range(2, 34)]
    asyncio.run(asked(port, ["/", *warm]))  # both workers are awake and have seen the ledger
    return server, port


def report(name: str, server: int, port: int, paths: list[str]) -> None:
    """Ask for all paths and print what it took; CPU is that of the server and its workers."""
    begun, worked = time.monotonic(), cpu_of(server)
    taken = sorted(asyncio.run(asked(port, paths)))
    rate = len(paths) / (time.monotonic() - begun)
    cpu = (cpu_of(server) - worked) * 1000 / len(paths)
    p95 = taken[int(len(taken) * 0.95) - 1] * 1000
    print(
        f"{name}: {rate:.0f} requests/s, median {statistics.median(taken) * 1000:.0f} ms, p95 {p95:.0f} ms "
        f"({len(paths)} requests, {100 * (1 - len(set(paths)) / len(paths)):.0f} % asked before; "
        f"{cpu:.1f} ms of the server's CPU each)",
        flush=True,
    )


def cpu_of(process: int) -> float:
    """Seconds of CPU that a process and its children have used; 0 where the system does not tell (`/proc`)."""
    try:
        fields = Path(f"/proc/{process}/stat").read_text().rsplit(")", 1)[1].split()
        children = Path(f"/proc/{process}/task/{process}/children").read_text().split()
    except OSError:
        return 0.0
    own = (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
    return own + sum(cpu_of(int(child)) for child in children)


async def asked(port: int, paths: list[str]) -> list[float]:
    """Seconds that each answer took; `CLIENTS` connections take the paths from one list."""
    waiting = list(reversed(paths))
    taken: list[float] = []

    async def client() -> None:
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        while waiting:
            path = waiting.pop()
            begun = time.monotonic()
            writer.write(f"GET {path} HTTP/1.1\r\nHost: bench\r\nAccept-Encoding: gzip\r\n\r\n".encode())
            head = await reader.readuntil(b"\r\n\r\n")
            if not head.startswith(b"HTTP/1.1 200"):
                raise RuntimeError(f"{path}: {head[:60]!r}")
            length = int(head.lower().split(b"content-length:")[1].split(b"\r\n")[0])
            await reader.readexactly(length)
            taken.append(time.monotonic() - begun)
        writer.close()

    await asyncio.gather(*(client() for _ in range(min(CLIENTS, len(paths)))))
    return taken


if __name__ == "__main__":
    sys.exit(main())
