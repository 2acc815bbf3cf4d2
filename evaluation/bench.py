"""Articles per second of `read`, beside trafilatura extracting one web page, in the same run; then the ledger's.

Articles are read as `readout read` and `readout add` read those of a file, and for comparison with one call of `read`
for each. They and the page are measured in turns, the page once after every hundred articles, and told as medians of
CPU time, because only their ratio can be compared between machines. The page is extracted with the settings that
trafilatura comes with; `fast=True` would take about half the time.
"""

import json
import platform
import statistics
import sys
import time
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path

import bench_ledger
from readout import compiled
from readout.api import read, reader, samples
from readout.collect import Problem, articles_from
from readout.model.records import Article, Reading

NEWS = Path(__file__).resolve().parents[2] / "shared" / "eval" / "raw" / "articles_2012_2017.jsonl.gz"
PAGE_BYTES = 110_000
ROUNDS = 5
TURN = 100
"""So many articles are read, then one page is extracted: a machine that others use as well is slow for both."""
GOAL = 30
"""Articles read in the time of one page: the project's goal, whichever way they are read."""


def main() -> int:
    """Print one line per set of articles and one for the page."""
    import trafilatura

    bundled, news = articles(Path(samples())), articles(NEWS) if NEWS.exists() else []
    page = synthetic_page(bundled)
    started = time.process_time()
    read(bundled[0])
    first = time.process_time() - started
    print(f"first reading (knowledge loaded): {first:.2f} s CPU; reading rules: {compiled.told()}")
    sets = {
        "samples": (bundled, at_once),
        "news": (news, at_once),
        "news, a call each": (news, one_by_one),
    }
    spent: dict[str, list[float]] = {name: [] for name in (*sets, "page")}
    trafilatura.extract(page)  # the first one loads what it needs
    for _ in range(ROUNDS):
        taken: list[float] = []
        for name, (found, how) in sets.items():
            spent[name].append(in_turns(how(found), lambda: trafilatura.extract(page), taken))
        spent["page"].append(statistics.mean(taken))
    pages = 1 / statistics.median(spent["page"])
    print(f"one page of {len(page.encode()) // 1000} KB by trafilatura, as it comes: {pages:.1f} pages/s")
    for name, (found, _) in sets.items():
        print(told(name, found, spent[name], pages))
    print(f"goal: {GOAL} × page · Python {platform.python_version()}, medians of {ROUNDS} rounds, CPU time, one core")
    print()
    return bench_ledger.main()


def articles(path: Path) -> list[Article]:
    """All articles of a file; a lost one ends the run."""
    found = list(articles_from([path]))
    problems = [item for item in found if isinstance(item, Problem) and item.lost]
    if problems:
        sys.exit(f"bench: {problems[0]}")
    return [item for item in found if isinstance(item, Article)]


def in_turns(readings: Iterator[Reading], page: Callable[[], object], pages: list[float]) -> float:
    """CPU seconds until all readings are there; those of the page in between are appended to `pages`."""
    seconds, more = 0.0, True
    while more:
        started = time.process_time()
        more = len(list(islice(readings, TURN))) == TURN
        seconds += time.process_time() - started
        pages.append(cpu_seconds(page))
    return seconds


def at_once(found: list[Article]) -> Iterator[Reading]:
    """The articles read as those of a file are read."""
    return reader()(found)


def one_by_one(found: list[Article]) -> Iterator[Reading]:
    """The articles read by a call for each."""
    return map(read, found)


def cpu_seconds(work: Callable[[], object]) -> float:
    """CPU seconds that the work takes in this process."""
    started = time.process_time()
    work()
    return time.process_time() - started


def told(name: str, found: list[Article], seconds: list[float], pages: float) -> str:
    """One line: how many articles, of what length, how fast, and how that compares with pages.

    The first round is told apart: what is compiled at its first use and what is remembered of words costs it more (of
    two sets of the same articles, that of the first).
    """
    if not found:
        return f"{name}: not here"
    rate = len(found) / statistics.median(seconds)
    mean = sum(len(article.text) for article in found) / len(found)
    length = f"{len(found)} articles of {mean / 1000:.1f} K characters"
    first = f"the first round {len(found) / seconds[0]:.0f}/s"
    return f"{name}: {length}: {rate:.0f} articles/s, {rate / pages:.1f} × page ({first})"


def synthetic_page(found: list[Article]) -> str:
    """A page as papers serve them: one article, and around it scripts, menus, teasers and a footer."""
    article = "".join(f"<p>{line}</p>" for line in found[0].text.split("\n") if line)
    teasers = [f'<li class="teaser"><a href="/tin/{n}.html"><img src="/anh/{n}.jpg" alt="">{item.title}</a></li>'
               for n, item in enumerate(found)]  # fmt: skip
    menu = "".join(f'<li><a href="/muc-{n}">Chuyên mục {n}</a></li>' for n in range(40))
    slots = json.dumps([f"slot-{n}" for n in range(200)])
    script = f"<script>window.tags={slots}</script>"
    head = f'<html lang="vi"><head><meta charset="utf-8"><title>{found[0].title}</title>{script}</head>'
    head += f"<body><nav><ul>{menu}</ul></nav>"
    tail = "<footer><p>Trang mẫu, không phải báo.</p></footer></body></html>"
    page = f"{head}<article><h1>{found[0].title}</h1>{article}</article><aside><ul>"
    number = 0
    while len((page + tail).encode()) < PAGE_BYTES:
        page += teasers[number % len(teasers)] + (script if number % 30 == 29 else "")
        number += 1
    return page + "</ul></aside>" + tail


if __name__ == "__main__":
    sys.exit(main())
