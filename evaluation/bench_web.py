"""Requests per second and p95 of the start, contact and search pages: 16 clients on loopback, two worker processes.

    python evaluation/bench_web.py [ITEMS]

The ledger holds ITEMS (80,000) made-up readings and is kept in `build/` for the next run. Contact and search pages are
asked for with another address each time, so that no finished answer can be sent again; the start page is what it is.
"""

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

BUILD = Path(__file__).resolve().parents[1] / "build"
ITEMS, CLIENTS, WORKERS, REQUESTS = 80_000, 16, 2, 480
GOAL_MS = 150
COUNTRIES = "US CN RU UA VN JP KR KP IN PK IR IL FR DE GB IT PL TR SA EG TH KH LA ID MY PH SG AU CA BR".split()  # noqa: SIM905
TOPICS = "trade tariffs ukraine taiwan energy soybeans visits military iran climate investment migration".split()  # noqa: SIM905
WORDS = (  # noqa: SIM905
    "hai bên nhất trí thúc đẩy hợp tác thương mại an ninh khu vực hòa bình đàm phán thỏa thuận kinh tế năng lượng "
    "đầu tư quan hệ chiến lược toàn diện lãnh đạo khẳng định ủng hộ mạnh mẽ đối thoại căng thẳng biên giới quân đội "
    "ngừng bắn viện trợ thuế quan nông sản xuất khẩu nhập khẩu doanh nghiệp thị trường công nghệ hội nghị chuyến thăm"
).split()
MODES: tuple[Mode, ...] = ("phone-call", "meeting", "talks", "visit")


def main() -> int:
    """Build the ledger where it is not there, start the server, ask, and print a line for each page."""
    items = int(sys.argv[1]) if len(sys.argv) > 1 else ITEMS
    place = BUILD / f"bench-web-{items}.sqlite"
    if not place.exists():
        build(place, items)
    with open_ledger(str(place)) as book:
        found = book.ask(lambda c: browsing.page(c, Browse(status="held", limit=5000)))
    ids = random.Random(2).sample([one.id for one in found], min(REQUESTS, len(found)))
    names = [f"Nhân vật {number}" for number in range(REQUESTS)]
    server, port = started(place)
    try:
        report("start", port, ["/"] * REQUESTS)
        report("contact", port, [f"/contacts/{one}" for one in ids])
        words = [f"{name} {WORDS[number % len(WORDS)]}" for number, name in enumerate(names)]
        report("search", port, [f"/search?q={quote(one)}" for one in words])
    finally:
        server.terminate()
        server.wait(20)
    print(f"{items} items, {CLIENTS} clients on loopback, {WORKERS} workers; goal p95 under {GOAL_MS} ms")
    return 0


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
    words = [" ".join(chance.choices(WORDS, k=18)) for _ in range(8)]
    text = ". ".join(words)
    parties = tuple(Participant(person=f"Nhân vật {who}", person_id=f"nhan-vat-{who}", country=side)
                    for who, side in zip(people, sides, strict=True))
    topics = tuple(event.sample(TOPICS, 3))
    contact = Contact(id="c1", mode=event.choice(MODES), status="held", participants=parties, topics=topics,
                      time=ContactTime(edtf=day.isoformat(), basis="stated"), evidence=(_evidence(text, words[0]),))
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
    asyncio.run(asked(port, ["/", "/search?q=a", "/contacts"] * 8))
    return server, port


def report(name: str, port: int, paths: list[str]) -> None:
    """Ask for all paths and print what it took."""
    begun = time.monotonic()
    taken = sorted(asyncio.run(asked(port, paths)))
    rate = len(paths) / (time.monotonic() - begun)
    p95 = taken[int(len(taken) * 0.95) - 1] * 1000
    print(f"{name}: {rate:.0f} requests/s, median {statistics.median(taken) * 1000:.0f} ms, p95 {p95:.0f} ms")


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
