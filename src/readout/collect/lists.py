"""Lists of addresses: OPML outlines, sitemaps, news sitemaps and indexes of sitemaps."""

import io
from collections.abc import Iterator
from typing import Any

from readout.collect.feeds import ITEMS_LIMIT, Item, ListError
from readout.collect.kinds import declares_entities
from readout.collect.page_metadata import web_address
from readout.collect.stamps import stamp_of


def feeds_of_outline(data: bytes) -> list[str]:
    """The addresses of the feeds in an OPML file, each once, in order."""
    addresses = (web_address(one.get("xmlUrl") or one.get("xmlurl") or "") for one in _elements(data, "outline"))
    found = list(dict.fromkeys(address for address in addresses if address))[:ITEMS_LIMIT]
    if not found:
        raise ListError("no feed in the outline")
    return found


def items_of_sitemap(data: bytes) -> tuple[list[Item], list[str]]:
    """The pages of a sitemap with what a news sitemap says of them, the newest first, and the sitemaps of an index."""
    items: list[Item] = []
    inner: list[str] = []
    for element in _elements(data, "url", "sitemap"):
        told = {str(part.tag).rpartition("}")[2]: (part.text or "").strip() for part in element.iter() if
                isinstance(part.tag, str)}  # fmt: skip
        address = web_address(told.get("loc", ""))
        if address and str(element.tag).endswith("sitemap"):
            inner.append(address)
        elif address:
            items.append(Item(
                url=address, title=told.get("title"), publisher=told.get("name"), language=told.get("language"),
                published=stamp_of(told.get("publication_date")) or stamp_of(told.get("lastmod")),
            ))  # fmt: skip
        element.clear()
        if len(items) >= ITEMS_LIMIT * 10 or len(inner) >= ITEMS_LIMIT:
            break
    if not items and not inner:
        raise ListError("no address in the sitemap")
    items.sort(key=lambda item: item.published or "", reverse=True)
    return items[:ITEMS_LIMIT], inner


def _elements(data: bytes, *names: str) -> Iterator[Any]:
    """Elements by local name, one at a time; nothing is loaded, expanded or fetched for the document."""
    from lxml.etree import XMLSyntaxError, iterparse

    if declares_entities(data):
        raise ListError("the file declares entities of its own: refused")
    tags = [f"{{*}}{name}" for name in names]
    parse = iterparse(io.BytesIO(data), tag=tags, resolve_entities=False, no_network=True, load_dtd=False,
                      huge_tree=False, recover=True, remove_comments=True, remove_pis=True)  # fmt: skip
    try:
        for _, element in parse:
            yield element
    except XMLSyntaxError as error:
        raise ListError(f"broken XML: {str(error)[:120]}") from None
