"""Reading articles: one text, or files of any kind."""

from collections.abc import Iterable, Iterator
from os import PathLike, fspath
from pathlib import Path

from readout.batch import CHUNK, Stored, readings_of
from readout.collect import Fetching, Problem, articles_from
from readout.collect.article import Found, Origin, article_from, iso_date
from readout.collect.sources import may_let_wait
from readout.model.records import Article, Reading
from readout.read.reading import read_article


def read(article: Article | str, *, published: str | None = None, title: str | None = None) -> Reading:
    """Return the reading of one article, or of a text with its publication date (ISO 8601) and title.

    A pure function: the same text and date give the same reading. Raises ValueError for a date that is not ISO 8601
    and for a text without words.
    """
    return read_article(article if isinstance(article, Article) else _article(article, title, published))


def read_files(
    sources: Iterable[str | PathLike[str]], published: str | None = None, fetching: Fetching | None = None
) -> Iterator[Reading | Problem]:
    """Yield one reading per article of the sources (paths, folders, addresses, or `-` for standard input), in order.

    What cannot be read comes as a `Problem` in its place. `published` dates the articles that carry no date; `fetching`
    says how addresses are asked. Articles of files are read some at once, with standard input or an address among the
    sources each as it comes.
    """
    names = [fspath(source) for source in sources]
    chunk_size = 1 if any(map(may_let_wait, names)) else CHUNK
    every = readings_of(articles_from(names, published, fetching), chunk_size=chunk_size)
    return (found for found in every if not isinstance(found, Stored))


def samples() -> str:
    """Return the path of the bundled sample articles (JSON lines, written for this project)."""
    return str(Path(__file__).parents[1] / "samples" / "articles.jsonl")


def _article(text: str, title: str | None, published: str | None) -> Article:
    if published is not None and iso_date(published) is None:
        raise ValueError(f"publication date {published!r} is not ISO 8601")
    for found in article_from(Found(body=text, title=title, published=published), Origin(source="text")):
        if isinstance(found, Article):
            return found
    raise ValueError("there is no text to read")
