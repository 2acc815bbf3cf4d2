"""Read articles a chunk at a time, here or in processes of their own, and hand on the readings in their order."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from time import monotonic
from typing import TYPE_CHECKING

from msgspec import Struct

from readout.collect import Problem
from readout.model.records import Article, Reading
from readout.read.reading import read_articles

if TYPE_CHECKING:
    from concurrent.futures import Future

Known = Callable[[Sequence[Article]], Sequence[bool]]
"""For each article whether it is stored exactly as it is."""

CHUNK = 50
"""Articles that go to a process at once."""
_PATIENCE = 0.3
"""Seconds after which an article is read without waiting for more than the next one."""
_AHEAD = 3
"""Chunks per process that are read ahead of the writer: what bounds the memory."""


class Stored(Struct, frozen=True):
    """An article that was passed over, because the ledger holds it exactly so."""

    article: Article


Chunk = Sequence[Article | Problem | Stored]
Found = Reading | Problem | Stored


def readings_of(
    found: Iterable[Article | Problem], workers: int = 1, known: Known | None = None, chunk_size: int = CHUNK
) -> Iterator[Found]:
    """Yield a reading for each article, in order, by `workers` processes (1: by this one), at most `chunk_size` at a
    time: with 1 no article waits for the next."""
    chunks = _chunks(found, known, chunk_size)
    if workers == 1:
        for chunk in chunks:
            yield from with_readings(chunk, read_articles(unread(chunk)))
        return
    from readout.batch.processes import Readers  # who reads in this process alone starts without it

    with Readers(workers) as readers:
        ahead: deque[tuple[Chunk, Future[bytes] | None]] = deque()
        for chunk in chunks:
            ahead.append((chunk, readers.start(unread(chunk))))
            if len(ahead) > workers * _AHEAD:
                yield from readers.finish(*ahead.popleft())
        while ahead:
            yield from readers.finish(*ahead.popleft())


def unread(chunk: Chunk) -> list[Article]:
    """The articles of a chunk that are to be read."""
    return [one for one in chunk if isinstance(one, Article)]


def with_readings(chunk: Chunk, readings: Iterator[Reading]) -> Iterator[Found]:
    """The chunk with the reading of each article in its place."""
    for one in chunk:
        yield next(readings) if isinstance(one, Article) else one


def _chunks(found: Iterable[Article | Problem], known: Known | None, largest: int) -> Iterator[Chunk]:
    """A few articles at a time; the first ones, and those of a source that is slow all the time, one by one."""
    waiting = iter(found)
    size = 1
    while chunk := _chunk(waiting, size):
        size = min(size * 2, largest) if len(chunk) == size else 1
        yield _passed_over(chunk, known) if known else list(chunk)


def _chunk(waiting: Iterator[Article | Problem], size: int) -> list[Article | Problem]:
    """At most `size` articles, fewer where the source lets wait for them."""
    started = monotonic()
    chunk: list[Article | Problem] = []
    for one in waiting:
        chunk.append(one)
        if len(chunk) == size or monotonic() - started > _PATIENCE:
            break
    return chunk


def _passed_over(chunk: Sequence[Article | Problem], known: Known) -> list[Article | Problem | Stored]:
    articles = [one for one in chunk if isinstance(one, Article)]
    held = {id(one): holds for one, holds in zip(articles, known(articles), strict=True)}
    return [Stored(one) if isinstance(one, Article) and held[id(one)] else one for one in chunk]
