"""Killed processes, two writers at once: nothing corrupted, nothing doubled, nothing committed lost."""

import os
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import msgspec
import pytest
from newsroom import Story
from sqlalchemy import Connection, event

from readout.ledger import Ledger, LedgerError, open_ledger
from readout.model.records import Reading

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


def start(tmp_path: Path, first: int, last: int) -> subprocess.Popen[str]:
    tests = Path(__file__).parents[1]
    (tmp_path / "test_durability_items.py").write_text(
        f"import importlib.util\nspec = importlib.util.spec_from_file_location('d', {__file__!r})\n"
        "module = importlib.util.module_from_spec(spec)\nspec.loader.exec_module(module)\nitems = module.items\n")
    paths = [str(tmp_path), str(tests / "link"), *sys.path]
    command = [sys.executable, "-c", WRITER.format(paths=paths), str(tmp_path / "ledger.sqlite"), str(first), str(last)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True)


def healthy(place: Path) -> None:
    connection = sqlite3.connect(place)
    assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
    connection.close()


def answers(place: Path) -> tuple[object, ...]:
    with open_ledger(str(place)) as ledger:
        return ledger.articles(), ledger.contacts(), ledger.commitments()


@pytest.mark.parametrize("after", [1, 40, 400])
def test_a_killed_writer_loses_at_most_the_article_in_hand(tmp_path: Path, after: int) -> None:
    place = tmp_path / "ledger.sqlite"
    writer = start(tmp_path, 0, 5000)
    assert writer.stdout
    told = [writer.stdout.readline().split()[0] for _ in range(after)]
    os.kill(writer.pid, signal.SIGKILL)
    told += [line.split()[0] for line in writer.stdout.read().splitlines() if line.endswith("added")]
    writer.wait()
    healthy(place)
    with open_ledger(str(place)) as ledger:
        stored = {one.name for one in ledger.articles()}
        assert set(told) <= stored
        assert len(stored) <= len(told) + 1
        assert sum(one.reports for one in ledger.contacts()) == len(stored)
        ledger.add_all(items(0, len(stored)))
    with open_ledger(str(tmp_path / "calm.sqlite")) as calm:
        calm.add_all(items(0, len(stored)))
    assert answers(place) == answers(tmp_path / "calm.sqlite")


def test_two_writers_at_once_neither_corrupt_nor_double(tmp_path: Path) -> None:
    place = tmp_path / "ledger.sqlite"
    writers = [start(tmp_path, 0, 260), start(tmp_path, 140, 400)]
    told = [line.split()[1] for writer in writers for line in writer.communicate(timeout=120)[0].splitlines()]
    assert [writer.returncode for writer in writers] == [0, 0]
    assert told.count("added") == 400
    assert told.count("unchanged") == 120
    healthy(place)
    with open_ledger(str(tmp_path / "calm.sqlite")) as calm:
        calm.add_all(items(0, 400))
    assert answers(place) == answers(tmp_path / "calm.sqlite")


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


def test_a_full_disk_leaves_nothing_behind(ledger: Ledger) -> None:
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
