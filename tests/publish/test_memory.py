"""Exports stream: a ledger of many times the size takes about the same memory."""

import gc
import io
import sys
import tracemalloc
from collections.abc import Callable, Iterable
from datetime import date, timedelta
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest

from readout.api import ContactQuery, open_ledger
from readout.publish import Selection, Source, export
from readout.publish.writing import FORMATS, Format

sys.path.append(str(Path(__file__).parents[1] / "link"))

from newsroom import Story

SIDES = ("US", "CN", "VN", "RU", "FR", "DE", "JP", "KR", "IN", "GB", "LA", "KH", "TH", "ID", "MY", "SG", "PH", "AU")
SMALL, LARGE = 120, 480
_THRESHOLDS = (700, 10, 10)
PAIR = Selection(query=ContactQuery(countries=("US", "CN")))


class Nowhere(io.RawIOBase):
    def writelines(self, parts: Iterable[Any]) -> None:
        self.size = sum(map(len, parts))


def ledger_of(path: Path, number: int) -> None:
    """So many articles, each with a contact, a statement and a promise that no other tells."""
    pairs = list(combinations(SIDES, 2))
    readings = []
    for n in range(number):
        day = date(2024, 1, 1) + timedelta(days=n // 3)
        one, two = pairs[n * 7 % len(pairs)]
        story = Story(f"item-{n:05}", day.isoformat(), f"Báo {n % 7}")
        call = story.contact("phone-call", "planned" if n % 2 else "held", f"{one} {two}", day.isoformat())
        story.said(call, one, f"Hai bên bàn về thương mại, lần {n}. " * 8, "trade")
        story.promised("pledged", 1e6 + n, committer=one, counterparty=two, thing=f"thing {n}", hs=None,
                       deadline=(day + timedelta(days=90)).isoformat(), contact=call)  # fmt: skip
        readings.append(story.reading())
    with open_ledger(str(path)) as book:
        book.add_all(readings)


@pytest.fixture(scope="module")
def places(tmp_path_factory: pytest.TempPathFactory) -> dict[int, Path]:
    folder = tmp_path_factory.mktemp("memory")
    for number in (SMALL, LARGE):
        ledger_of(folder / f"{number}.sqlite", number)
    return {number: folder / f"{number}.sqlite" for number in (SMALL, LARGE)}


def peak(done: Callable[[], object]) -> int:
    """Bytes that were in use at once. What was there before is frozen, and Python's own thresholds hold, so that
    garbage is collected as it comes: a server of the pages, once started in this process, lets 20,000 objects wait."""
    done()  # what is loaded and cached once
    gc.collect()
    gc.freeze()
    thresholds = gc.get_threshold()
    gc.set_threshold(*_THRESHOLDS)
    tracemalloc.start()
    try:
        done()
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
        gc.set_threshold(*thresholds)
        gc.unfreeze()


def growth(places: dict[int, Path], done: Callable[[Source], object]) -> int:
    peaks = {}
    for number, path in places.items():
        with open_ledger(str(path)) as book:
            peaks[number] = peak(lambda book=book: done(Source(book)))  # type: ignore[misc]
    return peaks[LARGE] - peaks[SMALL]


@pytest.fixture(scope="module")
def held(places: dict[int, Path]) -> int:
    """What the records of one kind would take."""
    return growth(places, lambda source: list(source.contacts()))


@pytest.mark.parametrize("format", FORMATS)
def test_memory_does_not_follow_the_ledger(
    places: dict[int, Path], held: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, format: Format
) -> None:
    monkeypatch.setattr("readout.publish.selection.BATCH", 20)
    monkeypatch.setattr("readout.publish.parquet_tables.GROUP", 50)
    output = tmp_path / "out" if format in ("csv", "parquet") else None

    def written(source: Source) -> None:
        selected = Source(source.ledger, PAIR) if format == "html" else source
        export(selected, format, output, Nowhere())  # type: ignore[arg-type]

    assert growth(places, written) < held / 3
