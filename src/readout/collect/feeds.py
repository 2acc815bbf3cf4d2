"""Feeds: RSS, Atom and JSON Feed as items, and an item as an article whose text is its content or its lead."""

import hashlib
import io
import re
from typing import Any
from urllib.parse import urljoin, urlsplit

import msgspec

from readout.collect.article import Found
from readout.collect.ending import ending_of
from readout.collect.kinds import ListError, declares_entities
from readout.collect.page_metadata import web_address
from readout.collect.stamps import stamp_of
from readout.collect.tags import has_crowded_tag
from readout.model.records import Record
from readout.text.papers import paper_of

_RSS = re.compile(r"\bRSS(?:\s*Feeds?)?\b|\bFeeds?\b", re.IGNORECASE)
ITEMS_LIMIT = 5_000
"""Items of one feed or sitemap that are looked at; feeds carry 10 to 200."""


class Item(Record, frozen=True, kw_only=True):
    """One entry of a feed or sitemap."""

    url: str | None = None
    id: str | None = None
    title: str | None = None
    published: str | None = None
    author: str | None = None
    language: str | None = None
    publisher: str | None = None
    html: str | None = None
    """The content, else the lead, as the feed gives it."""

    def found(self) -> Found:
        """The item as an article: its text is what the feed carries."""
        return Found(
            body=words_of_html(self.html or ""), id=self.url or self.id, url=self.url, publisher=self.publisher,
            title=words_of_html(self.title or ""), published=self.published, language=self.language,
            author=self.author, basis="metadata",
        )  # fmt: skip


class Listing(Record, frozen=True, kw_only=True):
    """What a feed, an outline or a sitemap leads to, and what of it could not be had."""

    items: tuple[Item, ...] = ()
    lists: tuple[str, ...] = ()
    """Feeds of an outline, sitemaps of an index."""
    fault: str | None = None
    """What of it could not be read."""
    note: str | None = None
    """What of it was left out, because it is more than anyone reads."""


def items_of_feed(data: bytes, address: str | None = None) -> Listing:
    """The items of RSS 0.9 to 2.0, RDF or Atom, in UTF-8. `address` is where it was fetched, for relative links."""
    import feedparser

    if declares_entities(data):
        raise ListError("the feed declares entities of its own: refused")
    feed = feedparser.parse(
        io.BytesIO(data), resolve_relative_uris=False, sanitize_html=True,
        response_headers={"content-type": "application/xml; charset=utf-8"},
    )  # fmt: skip
    if not feed.entries and not feed.version:
        raise ListError("not a feed")
    ending = ending_of(data, "item", "entry")
    # The item in which a feed breaks off may be half a sentence under half an address.
    entries = feed.entries if ending.whole else feed.entries[: ending.closed]
    return Listing(
        items=tuple(_item(entry, feed.feed, address) for entry in entries[:ITEMS_LIMIT]),
        fault=ending.fault(len(entries), "items"), note=beyond(len(entries), ITEMS_LIMIT),
    )  # fmt: skip


def _item(entry: Any, feed: Any, address: str | None) -> Item:
    link = entry.get("link")
    url = web_address(urljoin(feed.get("link") or address or "", link)) if link else None
    contents = [one.get("value") or "" for one in entry.get("content", [])]
    return Item(
        url=url,
        id=None if url else _named(entry.get("id") or entry.get("title") or "", address),
        title=entry.get("title"),
        published=stamp_of(entry.get("published") or entry.get("updated") or entry.get("created")),
        author=entry.get("author"),
        language=feed.get("language"),
        publisher=_name(feed.get("title"), url or address),
        html=max([*contents, entry.get("summary") or ""], key=len),
    )


def beyond(number: int, limit: int) -> str | None:
    """What is said of a list that is longer than anyone reads."""
    return f"only {limit:,} of its {number:,} entries are read" if number > limit else None


class _Author(msgspec.Struct):
    name: str | None = None


class _JsonItem(msgspec.Struct):
    id: str | int | None = None
    url: str | None = None
    external_url: str | None = None
    title: str | None = None
    content_html: str | None = None
    content_text: str | None = None
    summary: str | None = None
    date_published: str | None = None
    authors: list[_Author] = []
    author: _Author | None = None
    language: str | None = None


class _JsonFeed(msgspec.Struct):
    version: str
    title: str | None = None
    language: str | None = None
    home_page_url: str | None = None
    items: list[_JsonItem] = []


def items_of_json_feed(data: bytes, address: str | None = None) -> Listing:
    """The items of a JSON Feed, version 1 or 1.1."""
    try:
        feed = msgspec.json.decode(data, type=_JsonFeed)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise ListError(f"not a JSON Feed: {error}") from None
    items = tuple(_json_item(item, feed, address) for item in feed.items[:ITEMS_LIMIT])
    return Listing(items=items, note=beyond(len(feed.items), ITEMS_LIMIT))


def _json_item(item: _JsonItem, feed: _JsonFeed, address: str | None) -> Item:
    link = item.url or item.external_url
    url = web_address(urljoin(feed.home_page_url or address or "", link)) if link else None
    text = (item.content_text or "").replace("&", "&amp;").replace("<", "&lt;").replace("\n", "<br>")
    authors = [*item.authors, *([item.author] if item.author else [])]
    return Item(
        url=url,
        id=None if url else _named(str(item.id or item.title or ""), address),
        title=item.title and item.title.replace("&", "&amp;").replace("<", "&lt;"),
        published=stamp_of(item.date_published),
        author=", ".join(one.name for one in authors if one.name) or None,
        language=item.language or feed.language,
        publisher=_name(feed.title, url or address),
        html=item.content_html or text or item.summary,
    )


def words_of_html(html: str) -> str:
    """The paragraphs of a piece of HTML as text; pictures and links are left out, their words stay."""
    if "<" not in html and "&" not in html:
        return html.strip()
    if has_crowded_tag(html):
        return ""
    from lxml.html import HTMLParser, fragment_fromstring

    from readout.collect.page_blocks import blocks_of

    try:
        parser = HTMLParser(no_network=True, huge_tree=False, remove_comments=True, remove_pis=True)
        tree: Any = fragment_fromstring(html.replace("\0", ""), create_parent="div", parser=parser)
    except ValueError:
        return ""
    return "\n\n".join(block.text for block in blocks_of(tree))


def _named(name: str, address: str | None) -> str | None:
    """An id for an item without an address: its own, kept apart by feed, since feeds count alike."""
    if not name:
        return None
    return "feed-" + hashlib.sha256(f"{address or ''}\n{name}".encode()).hexdigest()[:16]


def _name(title: str | None, address: str | None) -> str | None:
    """The paper: the part of the feed's title that its host is named for, else the whole title, else the host."""
    words = " ".join(_RSS.sub(" ", title or "").split()).strip(" -–—|:")
    return paper_of(words, address) or (urlsplit(address).hostname if address else None)
