"""Web archives: every successful HTML response of a WARC file is a page."""

import io
import zlib
from collections.abc import Iterator, Mapping
from typing import Any, BinaryIO

from readout.collect.article import ARTICLE_LIMIT, Origin, Problem
from readout.collect.compressed import Bomb, inflated
from readout.collect.page import article_from_page
from readout.collect.page_metadata import web_address
from readout.model.records import Article

RECORD_LIMIT = 2_000_000_000
"""A record that says it is longer ends the reading of its file: nothing after it can be trusted to come soon."""


def articles_from_warc(stream: BinaryIO, source: str, published: str | None = None) -> Iterator[Article | Problem]:
    """Read record by record; images, scripts, redirects and errors are passed over without a word."""
    from fastwarc.warc import ArchiveIterator, WarcRecordType

    seen = False
    kinds: Any = WarcRecordType.response | WarcRecordType.resource
    try:
        record: Any
        for record in ArchiveIterator(
                _Positioned(stream), record_types=kinds, parse_http=True, auto_decode="transfer"):  # fmt: skip
            origin = Origin(source=f"{source}#{record.headers.get('WARC-Target-URI', '?')[:200]}")
            if record.content_length > RECORD_LIMIT:
                yield origin.problem("a record of more than 2 GB; the rest of the archive was not read")
                return
            if not _is_page(record):
                continue
            seen = True
            yield from _article(record, origin, published)
    except (RuntimeError, ValueError, EOFError, zlib.error) as error:
        why = "it breaks off" if isinstance(error, EOFError) else str(error)[:120]
        yield Problem(source=source, what=f"broken archive: {why}")
        return
    except BaseException as error:
        # The Rust of FastWARC ends in a panic, which is no Exception, where an archive surprises it.
        if type(error).__name__ != "PanicException":
            raise
        yield Problem(source=source, what="broken archive")
        return
    if not seen:
        yield Problem(source=source, what="no web page in the archive")


class _Positioned(io.RawIOBase):
    """A stream that only goes forward and can say where it is, which is all of seeking that FastWARC needs."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream, self._at = stream, 0

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def tell(self) -> int:
        return self._at

    def read(self, size: int = -1) -> bytes:
        data: bytes = self._stream.read1(size if size >= 0 else 1 << 16)  # type: ignore[attr-defined]
        self._at += len(data)
        return data

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        target = offset + (self._at if whence == io.SEEK_CUR else 0)
        if whence == io.SEEK_END or target < self._at:
            raise OSError("the archive is read forward only")
        while self._at < target and self.read(min(target - self._at, 1 << 20)):
            pass
        return self._at


def _is_page(record: Any) -> bool:
    http = record.http_headers
    if http is not None and http.status_code != 200:
        return False
    kind = (record.http_content_type if http is not None else record.headers.get("Content-Type")) or ""
    return "html" in kind.lower()


def _article(record: Any, origin: Origin, published: str | None) -> Iterator[Article | Problem]:
    data = record.reader.read(ARTICLE_LIMIT + 1)
    if len(data) > ARTICLE_LIMIT:
        yield origin.problem(f"more than {ARTICLE_LIMIT // 1_000_000} MB: not one article")
        return
    http: Mapping[str, str] = {} if record.http_headers is None else record.http_headers
    if len(data) < record.content_length and not http.get("Transfer-Encoding"):
        yield origin.problem("the archive breaks off in it")
        return
    encoding = http.get("Content-Encoding") or ""
    try:
        data = inflated(data, encoding, ARTICLE_LIMIT)
    except (Bomb, ValueError) as error:
        yield origin.problem(str(error))
        return
    address = web_address(record.headers.get("WARC-Target-URI", "").strip("<>"))
    yield from article_from_page(data, origin, published, address, record.http_charset)
