"""What a FILE may be, and the articles in it: text, page or JSON lines, plain or gzipped, or standard input."""

import gzip
import sys
import zlib
from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager, nullcontext
from os import PathLike, fspath
from pathlib import Path
from typing import BinaryIO, Literal, cast

from readout.collect.article import ARTICLE_LIMIT, Origin, Problem
from readout.collect.jsonl import articles_from_jsonl
from readout.collect.page import article_from_page
from readout.collect.plain import article_from_text
from readout.model.records import Article

STANDARD_INPUT = "-"
Kind = Literal["text", "page", "jsonl"]
_KINDS: dict[str, Kind] = {
    ".txt": "text", ".text": "text", ".html": "page", ".htm": "page", ".xhtml": "page",
    ".jsonl": "jsonl", ".ndjson": "jsonl",
}  # fmt: skip


def articles_from(
    sources: Iterable[str | PathLike[str]], published: str | None = None
) -> Iterator[Article | Problem]:
    """Yield the articles of all sources in order; what cannot be read is a `Problem` and the rest goes on.

    A source is a path or `-` for standard input; the kind is told by the suffix, else by the first character (`{` JSON
    lines, `<` a page). `published` (ISO 8601) dates the articles that carry no date of their own.
    """
    for source in sources:
        name = fspath(source)
        try:
            with _opened(name) as stream:
                yield from _articles_in(stream, name, published)
        except (OSError, EOFError, zlib.error) as error:
            yield Problem(source=name, what=_in_words(error))


def _opened(name: str) -> AbstractContextManager[BinaryIO]:
    if name == STANDARD_INPUT:
        return nullcontext(sys.stdin.buffer)
    if name.endswith(".gz"):
        return cast(BinaryIO, gzip.open(name, "rb"))
    return open(name, "rb")


def _articles_in(stream: BinaryIO, name: str, published: str | None) -> Iterator[Article | Problem]:
    kind = _KINDS.get(Path(name.removesuffix(".gz")).suffix.lower()) or _kind_by_beginning(stream)
    if kind == "jsonl":
        yield from articles_from_jsonl(stream, name, published)
        return
    origin = Origin(source=name)
    data = stream.read(ARTICLE_LIMIT + 1)
    if len(data) > ARTICLE_LIMIT:
        yield origin.problem(f"more than {ARTICLE_LIMIT // 1_000_000} MB: not one article")
    elif kind == "page":
        yield from article_from_page(data, origin, published)
    else:
        yield from article_from_text(data, origin, published)


def _kind_by_beginning(stream: BinaryIO) -> Kind:
    """Look at the first character without taking it from the stream."""
    peek = getattr(stream, "peek", None)
    beginning = (peek(1024) if peek else b"").removeprefix(b"\xef\xbb\xbf").lstrip()
    return "jsonl" if beginning.startswith(b"{") else "page" if beginning.startswith(b"<") else "text"


def _in_words(error: OSError | EOFError | zlib.error) -> str:
    if isinstance(error, FileNotFoundError):
        return "no such file"
    if isinstance(error, IsADirectoryError):
        return "a directory; name the files in it"
    if isinstance(error, gzip.BadGzipFile | EOFError | zlib.error):
        return "broken gzip file"
    return (error.strerror or str(error)) if isinstance(error, OSError) else str(error)
