"""Killed processes, two writers at once: nothing corrupted, nothing doubled, nothing committed lost."""

import os
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest
from newsroom import Story
from sqlalchemy import Connection, event

from readout.ledger import Ledger, LedgerError, open_ledger
from readout.model.records import Reading

NewPlace = Callable[[], str]

WRITER = """
import sys
sys.path[:0] = {paths!r}
from test_durability_items import items
from readout.ledger import open_ledger
first, last = int(sys.argv[2]), int(sys.argv[3])
with open_ledger(sys.argv[1]) as ledger:
    ledger.add_all(items(first, last), lambda one, outcome: print(one.article.id, outcome, flush=True))
"""


def items(first: int, last: int) -> list[Reading]:
    readings = []
    for number in range(first, last):
        story = Story(f"item-{number}", f"2025-10-{1 + number % 28:02}", f"Paper {number % 4}")
        people = ("Trump Xi", "Rubio Wang", "Trump Putin")[number % 3]
        call = story.contact("phone-call", "held", people, f"2025-10-{1 + number % 5:02}")
        story.said(call, people.split()[0], "We spoke about trade.", "trade")
        story.promised("expected", 12e6, by="US", contact=call)
        readings.append(story.reading())
    return readings


def start(tmp_path: Path, place: str, first: int, last: int) -> subprocess.Popen[str]:
    tests = Path(__file__).parents[1]
    (tmp_path / "test_durability_items.py").write_text(
        f"import importlib.util\nspec = importlib.util.spec_from_file_location('d', {__file__!r})\n"
        "module = importlib.util.module_from_spec(spec)\nspec.loader.exec_module(module)\nitems = module.items\n"
    )
    paths = [str(tmp_path), str(tests / "link"), *sys.path]
    command = [sys.executable, "-c", WRITER.format(paths=paths), place, str(first), str(last)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True)


def healthy(place: str) -> None:
    if "://" in place:
        return
    connection = sqlite3.connect(place)
    assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
    connection.close()


def answers(place: str) -> tuple[object, ...]:
    with open_ledger(place) as ledger:
        return ledger.articles(), ledger.contacts(), ledger.commitments()


@pytest.mark.parametrize("after", [1, 60])
def test_a_killed_writer_loses_at_most_the_article_in_hand(new_place: NewPlace, tmp_path: Path, after: int) -> None:
    place, calm_place = new_place(), new_place()
    writer = start(tmp_path, place, 0, 5000)
    assert writer.stdout
    told = [writer.stdout.readline().split()[0] for _ in range(after)]
    os.kill(writer.pid, signal.SIGKILL)
    told += [line.split()[0] for line in writer.stdout.read().splitlines() if line.endswith("added")]
    writer.wait()
    healthy(place)
    with open_ledger(place) as ledger:
        stored = {one.name for one in ledger.articles()}
        assert set(told) <= stored
        assert len(stored) <= len(told) + 1
        assert sum(one.reports for one in ledger.contacts()) == len(stored)
        ledger.add_all(items(0, len(stored)))
    with open_ledger(calm_place) as calm:
        calm.add_all(items(0, len(stored)))
    assert answers(place) == answers(calm_place)


def test_two_writers_at_once_neither_corrupt_nor_double(new_place: NewPlace, tmp_path: Path) -> None:
    place, calm_place = new_place(), new_place()
    writers = [start(tmp_path, place, 0, 80), start(tmp_path, place, 40, 120)]
    told = [line.split()[1] for writer in writers for line in writer.communicate(timeout=120)[0].splitlines()]
    assert [writer.returncode for writer in writers] == [0, 0]
    assert told.count("added") == 120
    assert told.count("unchanged") == 40
    healthy(place)
    with open_ledger(calm_place) as calm:
        calm.add_all(items(0, 120))
    assert answers(place) == answers(calm_place)


def test_a_reader_does_not_wait_for_a_writer(tmp_path: Path) -> None:
    place = tmp_path / "ledger.sqlite"
    with open_ledger(str(place)) as ledger:
        ledger.add(items(0, 1)[0])
        blocker = sqlite3.connect(place, isolation_level=None)
        blocker.execute("BEGIN IMMEDIATE")
        began = time.monotonic()
        assert len(ledger.contacts()) == 1
        assert time.monotonic() - began < 5
        blocker.execute("ROLLBACK")
        blocker.close()


def test_a_full_disk_leaves_nothing_behind(tmp_path: Path) -> None:
    with open_ledger(str(tmp_path / "ledger.sqlite")) as ledger:
        fill_the_disk(ledger)


def fill_the_disk(ledger: Ledger) -> None:
    first, second = items(0, 2)
    ledger.add(first)
    before = ledger.contacts(), ledger.articles(), ledger.commitments()

    def no_room(connection: Connection) -> None:
        connection.exec_driver_sql("PRAGMA max_page_count = 1")

    long = msgspec.structs.replace(second, article=msgspec.structs.replace(second.article, text="words " * 50_000))
    event.listen(ledger._engine, "begin", no_room)
    with pytest.raises(LedgerError) as error:
        ledger.add(long)
    event.remove(ledger._engine, "begin", no_room)
    assert str(error.value) == "the ledger failed: database or disk is full"
    assert (ledger.contacts(), ledger.articles(), ledger.commitments()) == before


SMALL_DISK = """
import resource, sys
sys.path[:0] = {paths!r}
from test_durability_items import items
from readout.ledger import LedgerError, open_ledger
import signal
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (900_000, 900_000))
try:
    with open_ledger(sys.argv[1]) as ledger:
        ledger.add_all(items(0, 5000), lambda one, outcome: print(one.article.id, flush=True))
except LedgerError as error:
    print(error, file=sys.stderr)
    sys.exit(1)
"""


def test_a_disk_that_is_really_full_is_one_line_and_loses_nothing(tmp_path: Path) -> None:
    place = str(tmp_path / "ledger.sqlite")
    start(tmp_path, place, 0, 1).communicate()
    script = SMALL_DISK.format(paths=[str(tmp_path), str(Path(__file__).parents[1] / "link"), *sys.path])
    ran = subprocess.run([sys.executable, "-c", script, place], capture_output=True, text=True, timeout=120)
    assert ran.returncode == 1
    assert len(ran.stderr.splitlines()) == 1 and "the ledger failed" in ran.stderr
    healthy(place)
    with open_ledger(place) as ledger:
        assert {one.name for one in ledger.articles()} >= {*ran.stdout.split(), "item-0"}
        assert ledger.add(items(4999, 5000)[0]) == "added"
