"""What a source may be, and the articles in it: files, folders, addresses, feeds, lists, archives, standard input."""

import gzip
import io
import os
import re
import sys
import zlib
from collections.abc import Iterable, Iterator
from os import PathLike, fspath
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, cast

from readout.collect.article import ARTICLE_LIMIT, Origin, Problem, article_from
from readout.collect.compressed import Bomb, Decompressed, decompressed
from readout.collect.jsonl import articles_from_jsonl
from readout.collect.kinds import SNIFFED, Kind, ListError, kind_of_input, known
from readout.collect.plain import article_from_text
from readout.model.records import Article, Record

if TYPE_CHECKING:
    from readout.collect.feeds import Item, Listing
    from readout.collect.politeness import PoliteWeb

# What parses pages, lists and archives is loaded when the first of them comes: a text needs none of it.

STANDARD_INPUT = "-"
LIST_LIMIT = 50_000_000
"""Bytes of a feed, an outline or a sitemap; the sitemap protocol allows no more."""
DOWNLOAD_LIMIT = 100_000_000
"""Bytes of what is fetched from an address that a person names."""
_DEPTH = 3
"""Lists that lead to lists that lead to pages: an outline or an index of sitemaps, a feed or sitemap, a page."""


_ADDRESS = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*://")
_ONE_ARTICLE = ("text", "page", "mhtml")


def may_let_wait(source: str) -> bool:
    """Standard input or an address: nobody knows when its next article comes."""
    return source == STANDARD_INPUT or _ADDRESS.match(source) is not None


class Fetching(Record, frozen=True, kw_only=True):
    """How addresses are asked: `pages` fetches the page of every feed item, `allow_private` also asks hosts in the own
    network, `contact` is told in the user agent; without `lists` an address is one article, never a feed or archive."""

    pages: bool = False
    allow_private: bool = False
    contact: str | None = None
    lists: bool = True


def articles_from(
    sources: Iterable[str | PathLike[str]], published: str | None = None, fetching: Fetching | None = None
) -> Iterator[Article | Problem]:
    """Yield the articles of all sources in order; what cannot be read is a `Problem` and the rest goes on.

    A source is a path, a folder, an address (http, https) or `-` for standard input; what it is, its content tells.
    `published` (ISO 8601) dates the articles that carry no date of their own.
    """
    with _Collection(published, fetching or Fetching()) as collection:
        for source in sources:
            yield from collection.articles(fspath(source))


class _Collection:
    """One run: what was asked already, and the connections, made when the first address comes."""

    def __init__(self, published: str | None, fetching: Fetching) -> None:
        self.published, self.fetching = published, fetching
        self._asked: set[str] = set()
        self._web: PoliteWeb | None = None

    def __enter__(self) -> "_Collection":
        return self

    def __exit__(self, *_: object) -> None:
        if self._web:
            self._web.web.close()

    def articles(self, name: str) -> Iterator[Article | Problem]:
        """The articles of one source; never raises for what is in it."""
        try:
            if name.lower().startswith(("http://", "https://")):
                yield from self._of_address(name, 0, named=True)
            elif _ADDRESS.match(name):
                yield Problem(source=name, what="only http and https addresses are asked")
            elif name != STANDARD_INPUT and os.path.isdir(name):
                yield from self._of_folder(name)
            else:
                with _opened(name) as stream:
                    yield from self._of_stream(stream, name, 0)
        except (OSError, EOFError, zlib.error, Bomb, ListError) as error:
            yield Problem(source=name, what=_in_words(error))

    def _of_folder(self, folder: str) -> Iterator[Article | Problem]:
        """Every known file below the folder in order of name; links that lead out of it are not followed."""
        root, passed = Path(folder).resolve(), 0
        for above, inner, names in os.walk(folder):
            inner[:] = sorted(one for one in inner if not one.startswith(".") and not one.endswith("_files"))
            for name in sorted(names):
                path = Path(above) / name
                if name.startswith(".") or not known(name) or not path.resolve().is_relative_to(root):
                    passed += not name.startswith(".")
                else:
                    yield from self.articles(str(path))
        if passed:
            what = f"{passed} file{'' if passed == 1 else 's'} of other kinds passed over"
            yield Problem(source=folder, what=what, lost=False)

    def _of_stream(
        self, stream: BinaryIO, name: str, depth: int, address: str | None = None, charset: str | None = None
    ) -> Iterator[Article | Problem]:
        stream = decompressed(stream)
        if name.endswith(".gz") and address is None and not isinstance(getattr(stream, "raw", None), Decompressed):
            raise gzip.BadGzipFile
        kind = kind_of_input(stream.peek(SNIFFED)[:SNIFFED], address or name)  # type: ignore[attr-defined]
        if not self.fetching.lists and kind not in _ONE_ARTICLE:
            yield Problem(source=name, what="a list of articles, not one article")
        elif kind == "jsonl":
            yield from articles_from_jsonl(stream, name, self.published)
        elif kind == "warc":
            from readout.collect.warc import articles_from_warc

            yield from articles_from_warc(stream, name, self.published)
        else:
            limit = ARTICLE_LIMIT if kind in _ONE_ARTICLE else LIST_LIMIT
            data = stream.read(limit + 1)
            if len(data) > limit:
                yield Problem(source=name, what=f"more than {limit // 1_000_000} MB: not one article")
                return
            yield from self._of_data(data, kind, Origin(source=name), depth, address, charset)

    def _of_data(
        self, data: bytes, kind: Kind, origin: Origin, depth: int, address: str | None, charset: str | None
    ) -> Iterator[Article | Problem]:
        if kind == "page":
            from readout.collect.page import article_from_page

            yield from article_from_page(data, origin, self.published, address, charset)
        elif kind == "text":
            yield from article_from_text(data, origin, self.published)
        elif kind == "mhtml":
            yield from self._of_mhtml(data, origin)
        else:
            from readout.collect.lists import listing_of

            yield from self._of_listing(listing_of(kind, data, address), kind, origin, depth)

    def _of_listing(self, found: "Listing", kind: Kind, origin: Origin, depth: int) -> Iterator[Article | Problem]:
        for one in found.lists:
            yield from self._of_address(one, depth + 1)
        for item in found.items:
            if item.url and (self.fetching.pages or kind == "sitemap"):
                yield from page_of_item(self._polite(), item, self._asked)
            elif item.title or item.html:
                yield from article_from(item.found(), origin, self.published)
        if found.note or found.fault:
            yield origin.problem(found.fault or found.note or "", lost=bool(found.fault))
        elif not found.items and not found.lists:
            yield origin.problem("no item in it", lost=False)

    def _of_mhtml(self, data: bytes, origin: Origin) -> Iterator[Article | Problem]:
        from readout.collect.mhtml import page_of_mhtml
        from readout.collect.page import article_from_page

        try:
            page, charset = page_of_mhtml(data)
        except (ValueError, LookupError) as error:
            yield origin.problem(str(error))
        else:
            yield from article_from_page(page, origin, self.published, None, charset)

    def _of_address(self, url: str, depth: int, named: bool = False) -> Iterator[Article | Problem]:
        """What an address holds. One that a person names is asked at once; one out of a list as politely as can be."""
        from readout.collect.fetch import FetchError, Limits

        if url in self._asked:
            return
        self._asked.add(url)
        if depth > _DEPTH:
            yield Problem(source=url, what="lists within lists within lists: not followed")
            return
        limits = Limits(bytes=DOWNLOAD_LIMIT if named else LIST_LIMIT, seconds=120.0 if named else 60.0)
        limits = limits if self.fetching.lists else Limits()
        try:
            web = self._polite()
            answer = web.web.get(url, limits=limits) if named else web.get(url, limits=limits)
            stream = cast(BinaryIO, io.BufferedReader(cast(io.RawIOBase, io.BytesIO(answer.body))))
            yield from self._of_stream(stream, url, depth, answer.url, answer.charset)
        except (FetchError, ListError, Bomb, OSError, EOFError, zlib.error) as error:
            yield Problem(source=url, what=str(error) if isinstance(error, FetchError) else _in_words(error))

    def _polite(self) -> "PoliteWeb":
        from readout.collect.fetch import Web
        from readout.collect.politeness import PoliteWeb

        if self._web is None:
            web = Web(allow_private=self.fetching.allow_private, contact=self.fetching.contact)
            self._web = PoliteWeb(web)
        return self._web


def page_of_item(web: "PoliteWeb", item: "Item", asked: set[str] | None = None) -> Iterator[Article | Problem]:
    """The page of a feed or sitemap item; where it cannot be had, the item itself with its lead, after a problem."""
    from readout.collect.fetch import FetchError
    from readout.collect.page import article_from_page

    url = item.url or ""
    if asked is not None and url in asked:
        return
    if asked is not None:
        asked.add(url)
    origin = Origin(source=url)
    try:
        answer = web.get(url)
    except FetchError as error:
        has_lead = bool(item.html)
        yield origin.problem(f"{error}{'; only the lead of the feed is read' if has_lead else ''}", lost=not has_lead)
        if has_lead:
            yield from article_from(item.found(), origin)
        return
    yield from article_from_page(answer.body, origin, item.published, answer.url, answer.charset)


def _opened(name: str) -> BinaryIO:
    if name == STANDARD_INPUT:
        # A copy of the descriptor's reader would lose what is buffered; closing is left to the interpreter.
        return cast(BinaryIO, _Unclosed(sys.stdin.buffer))
    return open(name, "rb")


class _Unclosed(io.BufferedReader):
    """Standard input, which is not ours to close."""

    def __init__(self, stream: BinaryIO) -> None:
        super().__init__(_Raw(stream))


class _Raw(io.RawIOBase):
    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: "memoryview") -> int:  # type: ignore[override]
        read = getattr(self._stream, "read1", self._stream.read)
        data: bytes = read(len(buffer))
        buffer[: len(data)] = data
        return len(data)


def _in_words(error: Exception) -> str:
    if isinstance(error, FileNotFoundError):
        return "no such file"
    if isinstance(error, gzip.BadGzipFile | EOFError | zlib.error):
        return "broken gzip file"
    if isinstance(error, OSError):
        return (error.strerror or str(error)).lower()
    return str(error)
