"""Read articles in processes of their own and hand the readings to the one writer, in the order of the articles."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from itertools import islice
from multiprocessing import get_context

import msgspec
from msgspec import Struct

from readout.batch.worker import live_with, read_packed
from readout.collect import Problem
from readout.model.records import Article, Reading
from readout.read.reading import read_article

Known = Callable[[Sequence[Article]], Sequence[bool]]
"""For each article whether it is stored exactly as it is."""

_CHUNK = 50
"""Articles that go to a process at once."""
_AHEAD = 3
"""Chunks per process that are read ahead of the writer: what bounds the memory."""

_readings = msgspec.msgpack.Decoder(list[Reading])


class Stored(Struct, frozen=True):
    """An article that was passed over, because the ledger holds it exactly so."""

    article: Article


Found = Reading | Problem | Stored


def readings_of(found: Iterable[Article | Problem], workers: int = 1, known: Known | None = None) -> Iterator[Found]:
    """Yield a reading for each article, in order, by `workers` processes (1: by this one)."""
    chunks = _chunks(found, known)
    if workers == 1:
        for chunk in chunks:
            for one in chunk:
                yield read_article(one) if isinstance(one, Article) else one
        return
    with _Readers(workers) as readers:
        ahead: deque[tuple[list[Article | Problem | Stored], Future[bytes] | None]] = deque()
        for chunk in chunks:
            ahead.append((chunk, readers.start([one for one in chunk if isinstance(one, Article)])))
            if len(ahead) > workers * _AHEAD:
                yield from readers.finish(*ahead.popleft())
        while ahead:
            yield from readers.finish(*ahead.popleft())


def _chunks(found: Iterable[Article | Problem], known: Known | None) -> Iterator[list[Article | Problem | Stored]]:
    """A few articles at a time, the first ones one by one, so that a slow source shows that something happens."""
    waiting = iter(found)
    size = 1
    while chunk := list(islice(waiting, size)):
        yield _passed_over(chunk, known) if known else list(chunk)
        size = min(size * 2, _CHUNK)


def _passed_over(chunk: Sequence[Article | Problem], known: Known) -> list[Article | Problem | Stored]:
    articles = [one for one in chunk if isinstance(one, Article)]
    held = {id(one): holds for one, holds in zip(articles, known(articles), strict=True)}
    return [Stored(one) if isinstance(one, Article) and held[id(one)] else one for one in chunk]


class _Readers:
    """Processes that read; where one dies, its articles are read here and the others begin anew."""

    def __init__(self, workers: int) -> None:
        self._workers = workers
        self._pool = self._made()

    def _made(self) -> ProcessPoolExecutor:
        return ProcessPoolExecutor(self._workers, mp_context=get_context("spawn"), initializer=live_with)

    def start(self, articles: list[Article]) -> Future[bytes] | None:
        """Begin to read; None where there is nothing to read."""
        if not articles:
            return None
        packed = msgspec.msgpack.encode(articles)
        try:
            return self._pool.submit(read_packed, packed)
        except BrokenProcessPool:
            self._pool = self._made()
            return self._pool.submit(read_packed, packed)

    def finish(self, chunk: list[Article | Problem | Stored], future: Future[bytes] | None) -> Iterator[Found]:
        """What the chunk became, in its order."""
        readings: Iterator[Reading] = iter(())
        if future is not None:
            try:
                readings = iter(_readings.decode(future.result()))
            except BrokenProcessPool:
                readings = (read_article(one) for one in chunk if isinstance(one, Article))
        for one in chunk:
            yield next(readings) if isinstance(one, Article) else one

    def __enter__(self) -> "_Readers":
        return self

    def __exit__(self, *_: object) -> None:
        self._pool.shutdown(wait=False, cancel_futures=True)
