"""Reading in processes: the same readings in the same order, whatever happens to a process."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from readout.api import samples
from readout.batch import Stored, reading, readings_of
from readout.collect import Problem, articles_from
from readout.model.records import Article, Reading


def articles() -> list[Article]:
    return [one for one in articles_from([samples()]) if isinstance(one, Article)]


def test_processes_read_what_one_process_reads() -> None:
    found = [*articles(), Problem(source="x", what="broken"), *articles()]
    assert list(readings_of(found, workers=2)) == list(readings_of(found))


def test_what_is_known_is_not_read() -> None:
    def every_second(asked: Sequence[Article]) -> list[bool]:
        return [one.id in known for one in asked]

    known = {one.id for one in articles()[::2]}
    found = list(readings_of(articles(), known=every_second))
    assert [isinstance(one, Stored) for one in found] == [one.id in known for one in articles()]


@pytest.mark.parametrize(("waits", "waiting"), [(0.02, 0), (0, 7)])
def test_articles_of_a_slow_source_wait_for_no_others(
    monkeypatch: pytest.MonkeyPatch, waits: float, waiting: int
) -> None:
    monkeypatch.setattr(reading, "_PATIENCE", 0.01 if waits else 10)
    taken: list[Article] = []

    def source() -> Iterator[Article]:
        for one in articles()[:15]:
            time.sleep(waits)
            taken.append(one)
            yield one

    ahead = [len(taken) - number for number, _ in enumerate(readings_of(source()), 1)]
    assert max(ahead) == waiting
    assert len(ahead) == 15


def test_chunks_of_one_let_no_article_wait() -> None:
    taken: list[Article] = []

    def source() -> Iterator[Article]:
        for one in articles()[:15]:
            taken.append(one)
            yield one

    assert all(len(taken) == number for number, _ in enumerate(readings_of(source(), chunk_size=1), 1))


def test_a_killed_process_costs_no_article() -> None:
    found = readings_of(articles() * 8, workers=2)
    first = next(found)
    readers = children(os.getpid())
    assert readers
    for child in readers:
        os.kill(child, signal.SIGKILL)
    rest = list(found)
    assert [one.article.id for one in (first, *rest) if isinstance(one, Reading)] == [one.id for one in articles()] * 8


def children(parent: int) -> list[int]:
    command = ["ps", "-ww", "-o", "pid=", "-o", "args=", "--ppid", str(parent)]
    listed = subprocess.run(command, capture_output=True, text=True).stdout
    return [int(line.split()[0]) for line in listed.splitlines() if "spawn_main" in line]


def test_a_killed_parent_leaves_no_process_behind(tmp_path: Path) -> None:
    script = tmp_path / "long.py"
    script.write_text(
        "from readout.batch import readings_of\nfrom readout.collect import articles_from\n"
        "from readout.api import samples\nimport itertools\n"
        "if __name__ == '__main__':\n"
        "    found = list(articles_from([samples()]))\n"
        "    for one in readings_of(itertools.cycle(found), workers=2):\n        print(one.article.id, flush=True)\n"
    )
    parent = subprocess.Popen([sys.executable, str(script)], stdout=subprocess.PIPE)
    assert parent.stdout and parent.stdout.readline()
    started = children(parent.pid)
    assert started
    parent.kill()
    parent.wait()
    until = time.monotonic() + 20
    while any(alive(one) for one in started) and time.monotonic() < until:
        time.sleep(0.1)
    assert not any(alive(one) for one in started)


def alive(process: int) -> bool:
    try:
        return "Z" not in Path(f"/proc/{process}/stat").read_text().rsplit(")", 1)[1].split()[0]
    except OSError:
        return False
