"""What an input is, told by its first bytes; its name is asked only where they do not tell."""

import re
from pathlib import PurePosixPath
from typing import Literal

Kind = Literal["text", "page", "jsonl", "feed", "json-feed", "outline", "sitemap", "warc", "mhtml"]

SNIFFED = 8192
"""Bytes that are looked at."""
_SUFFIXES: dict[str, Kind] = {
    ".txt": "text", ".text": "text", ".html": "page", ".htm": "page", ".xhtml": "page", ".jsonl": "jsonl",
    ".ndjson": "jsonl", ".rss": "feed", ".atom": "feed", ".opml": "outline", ".warc": "warc", ".mhtml": "mhtml",
    ".mht": "mhtml", ".xml": "feed", ".json": "json-feed",
}  # fmt: skip
_ROOTS: dict[str, Kind] = {
    "rss": "feed", "feed": "feed", "rdf": "feed", "channel": "feed", "opml": "outline", "urlset": "sitemap",
    "sitemapindex": "sitemap", "html": "page",
}  # fmt: skip
_COMPRESSED = (".gz", ".zst", ".zstd")
_PROLOG = re.compile(rb"\s*(?:<\?.*?\?>|<!--.*?-->|<!DOCTYPE[^>\[]*(?:\[.*?\])?\s*>)", re.DOTALL | re.IGNORECASE)
_ROOT = re.compile(rb"\s*<(?:[A-Za-z][\w.-]*:)?([A-Za-z][\w.-]*)")
_JSON_FEED = re.compile(rb'"version"\s*:\s*"https?:\\?/\\?/jsonfeed\.org')
_ENTITY = re.compile(rb"<!ENTITY", re.IGNORECASE)


class ListError(ValueError):
    """A feed, outline or sitemap that cannot be used; the message says why."""


def kind_of_input(beginning: bytes, name: str = "") -> Kind:
    """The kind of an input that begins with these (decompressed) bytes and has this name.

    A `.txt` is a text whatever stands in it. A `.html` that is a feed is a feed.
    """
    named = _SUFFIXES.get(suffix_of(name))
    beginning = beginning.removeprefix(b"\xef\xbb\xbf")
    if named in ("text", "jsonl"):
        return named
    if beginning.startswith(b"WARC/"):
        return "warc"
    if beginning.lstrip()[:1] in (b"{", b"["):
        return "json-feed" if _JSON_FEED.search(beginning) else "jsonl"
    if beginning.lstrip().startswith(b"<"):
        return _kind_of_markup(beginning, named)
    if re.match(rb"(?:From|MIME-Version|Snapshot-Content-Location|Content-Type):[^\n]*\n", beginning, re.IGNORECASE):
        return "mhtml" if b"multipart/related" in beginning.lower() else "text"
    return named if named in ("page", "warc", "mhtml") else "text"


def _kind_of_markup(beginning: bytes, named: Kind | None) -> Kind:
    rest = beginning
    while found := _PROLOG.match(rest):
        rest = rest[found.end() :]
    root = _ROOT.match(rest)
    return _ROOTS.get(root[1].decode("ascii").lower(), "page") if root else named or "page"


def suffix_of(name: str) -> str:
    """The last suffix in small letters, below a compression's own."""
    path = PurePosixPath(name.split("?", 1)[0].rstrip("/"))
    return (PurePosixPath(path.stem) if path.suffix.lower() in _COMPRESSED else path).suffix.lower()


def known(name: str) -> bool:
    """Whether the name says that it is an input, for files of a folder."""
    return suffix_of(name) in _SUFFIXES or name.lower().endswith((".warc.gz", ".jsonl.zst"))


def declares_entities(data: bytes) -> bool:
    """Whether an XML text declares entities of its own: the way to bombs and to local files. News feeds never do."""
    return _ENTITY.search(data) is not None
