"""Lists of addresses: OPML outlines, sitemaps, news sitemaps and indexes of sitemaps; and any list by its kind."""

import io
from collections.abc import Iterator
from itertools import islice
from typing import Any

from msgspec.structs import replace

from readout.collect.ending import Ending, ending_of
from readout.collect.feeds import ITEMS_LIMIT, Item, Listing, beyond, items_of_feed, items_of_json_feed
from readout.collect.kinds import Kind, ListError, declares_entities
from readout.collect.page_encoding import broken_words, page_text
from readout.collect.page_metadata import web_address
from readout.collect.stamps import stamp_of

PARTS_LIMIT = 1_500_000
"""Tags or objects of one list. Fifty megabytes of empty ones would make gigabytes of what parsers build of them; the
fullest sitemap that the protocol allows, 50,000 pages with thirty tags each, has as many."""


def listing_of(kind: Kind, data: bytes, address: str | None = None) -> Listing:
    """What a list of this kind leads to; `address` is where it was fetched. Raises ListError."""
    if data.count(b"{" if kind == "json-feed" else b"<") > PARTS_LIMIT:
        raise ListError(f"more than {PARTS_LIMIT:,} elements: no list of articles")
    if kind == "json-feed":
        return items_of_json_feed(data, address)
    if kind not in ("outline", "sitemap", "feed"):
        raise ListError("neither a feed nor a sitemap")
    # Parsers take one stray byte for a sign that all of it is in another encoding.
    told = page_text(data)
    if told is None:
        raise ListError("its encoding cannot be told: not UTF-8")
    data = told.text.encode("utf-8")
    found = feeds_of_outline(data) if kind == "outline" else items_of_sitemap(data) if kind == "sitemap" else (
        items_of_feed(data, address))  # fmt: skip
    return replace(found, note=broken_words(told.broken)) if told.broken and not found.note else found


def feeds_of_outline(data: bytes) -> Listing:
    """The addresses of the feeds in an OPML file, each once, in order."""
    addresses = (web_address(one.get("xmlUrl") or one.get("xmlurl") or "") for one in _elements(data, "outline"))
    found = tuple(dict.fromkeys(address for address in addresses if address))
    ending = ending_of(data, "opml")
    if not found:
        raise ListError("no feed in the outline")
    fault, note = ending.fault(len(found), "feeds"), beyond(len(found), ITEMS_LIMIT)
    return Listing(lists=found[:ITEMS_LIMIT], fault=fault, note=note)


def items_of_sitemap(data: bytes) -> Listing:
    """The pages of a sitemap with what a news sitemap says of them, the newest first, and the sitemaps of an index."""
    ending = ending_of(data, "url", "sitemap")
    items: list[Item] = []
    inner: list[str] = []
    number = 0
    # The element in which a sitemap breaks off may hold half an address.
    for element in islice(_elements(data, "url", "sitemap"), None if ending.whole else ending.closed):
        number += 1
        _take(element, items, inner)
        element.clear()
        if len(items) >= ITEMS_LIMIT * 10 or len(inner) >= ITEMS_LIMIT:
            ending = Ending(number, ending.whole)
            break
    if not items and not inner:
        raise ListError(ending.fault(0, "addresses") or "no address in the sitemap")
    items.sort(key=lambda item: item.published or "", reverse=True)
    return Listing(items=tuple(items[:ITEMS_LIMIT]), lists=tuple(inner), fault=ending.fault(number, "addresses"),
                   note=beyond(len(items), ITEMS_LIMIT))  # fmt: skip


def _take(element: Any, items: list[Item], inner: list[str]) -> None:
    parts = (part for part in element.iter() if isinstance(part.tag, str))
    told = {str(part.tag).rpartition("}")[2]: (part.text or "").strip() for part in parts}
    address = web_address(told.get("loc", ""))
    if address and str(element.tag).endswith("sitemap"):
        inner.append(address)
    elif address:
        items.append(Item(
            url=address, title=told.get("title"), publisher=told.get("name"), language=told.get("language"),
            published=stamp_of(told.get("publication_date")) or stamp_of(told.get("lastmod")),
        ))  # fmt: skip


def _elements(data: bytes, *names: str) -> Iterator[Any]:
    """Elements of a UTF-8 text by local name, one at a time; nothing is loaded, expanded or fetched for it."""
    from lxml.etree import XMLSyntaxError, iterparse

    if declares_entities(data):
        raise ListError("the file declares entities of its own: refused")
    tags = [f"{{*}}{name}" for name in names]
    parse = iterparse(
        io.BytesIO(data), tag=tags, resolve_entities=False, no_network=True, load_dtd=False, encoding="utf-8",
        huge_tree=False, recover=True, remove_comments=True, remove_pis=True,
    )  # fmt: skip
    try:
        for _, element in parse:
            yield element
    except XMLSyntaxError as error:
        raise ListError(f"broken XML: {str(error)[:120]}") from None
