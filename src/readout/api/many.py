"""Many articles: read by several processes, and those that are stored already passed over; read again."""

from collections.abc import Callable, Iterable, Iterator
from os import PathLike

from readout.batch import Stored, readings_of
from readout.batch.reading import Known
from readout.collect import Fetching, Problem, articles_from
from readout.model.records import Article, Reading


def read_new(
    sources: Iterable[str | PathLike[str]],
    known: Known | None,
    published: str | None = None,
    fetching: Fetching | None = None,
    workers: int = 1,
) -> Iterator[Reading | Problem | Stored]:
    """Like `read_files`, by `workers` processes, without reading what `known` (`Ledger.holds`) says is stored."""
    yield from readings_of(articles_from(sources, published, fetching), workers, known)


def reader(workers: int = 1) -> Callable[[Iterable[Article]], Iterator[Reading]]:
    """Reads articles, in order, by `workers` processes: faster than a call of `read` for each; for `Ledger.reread`."""

    def again(articles: Iterable[Article]) -> Iterator[Reading]:
        yield from (found for found in readings_of(articles, workers) if isinstance(found, Reading))

    return again
