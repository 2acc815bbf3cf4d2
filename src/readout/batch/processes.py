"""Processes that read chunks of articles; msgpack goes there and back."""

from collections.abc import Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context

import msgspec

from readout.batch.reading import Chunk, Found, unread, with_readings
from readout.batch.worker import live_with, read_packed
from readout.model.records import Article, Reading
from readout.read.reading import read_articles

_readings = msgspec.msgpack.Decoder(list[Reading])


class Readers:
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

    def finish(self, chunk: Chunk, future: Future[bytes] | None) -> Iterator[Found]:
        """What the chunk became, in its order."""
        readings: Iterator[Reading] = iter(())
        if future is not None:
            try:
                readings = iter(_readings.decode(future.result()))
            except BrokenProcessPool:
                readings = read_articles(unread(chunk))
        yield from with_readings(chunk, readings)

    def __enter__(self) -> "Readers":
        return self

    def __exit__(self, *_: object) -> None:
        self._pool.shutdown(wait=False, cancel_futures=True)
