"""What a page declares about its article: JSON-LD, then OpenGraph and other meta elements, then the page itself."""

import json
import re
from collections.abc import Iterator
from typing import Any, cast
from urllib.parse import urljoin, urlsplit

from lxml.html import HtmlElement

from readout.collect.stamps import stamp_of
from readout.model.records import Record

_ARTICLE_TYPES = re.compile(r"(?:.*Article|.*Posting|Report|WebPage)$")
_SITE_TAIL = re.compile(r"\s+[-–—|•]\s+[^-–—|•]{2,60}$")
_JSON_LIMIT = 1_000_000
_TITLES = ("og:title", "twitter:title", "title")
_STAMPS = (
    "article:published_time", "article:published", "og:published_time", "datepublished", "pubdate", "publishdate",
    "publish-date", "dc.date.issued", "dc.date", "date", "parsely-pub-date", "sailthru.date", "its_publication",
)  # fmt: skip
_SPACE = re.compile(r"\s+")


class Declared(Record, frozen=True, kw_only=True):
    """The page's own word on its article; every field may be missing, `stamps` in order of trust."""

    title: str | None = None
    headline: str | None = None
    """The words of the heading element, where there is exactly one candidate."""
    description: str | None = None
    publisher: str | None = None
    author: str | None = None
    url: str | None = None
    stamps: tuple[str, ...] = ()
    language: str | None = None


def declared_by(tree: HtmlElement, address: str | None) -> Declared:
    """Read the head, the JSON-LD blocks and the heading. `address` is where the page was fetched from, or None."""
    meta = _meta(tree)
    linked = _article_of(list(_json_ld(tree)))
    title = _first(linked.get("headline"), *(meta.get(name) for name in _TITLES), _text(tree.find(".//title")))
    return Declared(
        title=_without_site(title, meta.get("og:site_name")),
        headline=heading(tree, title),
        description=_first(meta.get("og:description"), meta.get("description"), linked.get("description")),
        publisher=_first(_name(linked.get("publisher")), meta.get("og:site_name"), meta.get("application-name")),
        author=_author(_name(linked.get("author")), meta.get("author"), meta.get("article:author")),
        url=_address(tree, meta, address),
        stamps=tuple(_stamps(linked, meta, tree)),
        language=_first(tree.get("lang"), meta.get("og:locale"), linked.get("inLanguage")),
    )


def heading(tree: HtmlElement, title: str | None) -> str | None:
    """The first h1 that is not the site's name: one whose words the declared title holds, else the longest."""
    found = [words for element in tree.iter("h1") if len(words := _text(element) or "") > 8]
    same = [words for words in found if title and (words.lower() in title.lower() or title.lower() in words.lower())]
    return next(iter(same or sorted(found, key=len, reverse=True)), None)


def _meta(tree: HtmlElement) -> dict[str, str]:
    found: dict[str, str] = {}
    for element in tree.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop")
        content = element.get("content")
        if name and content and content.strip():
            found.setdefault(name.lower(), _SPACE.sub(" ", content).strip())
    return found


def _json_ld(tree: HtmlElement) -> Iterator[dict[str, Any]]:
    for element in tree.iter("script"):
        text = element.text or ""
        if "ld+json" not in (element.get("type") or "") or len(text) > _JSON_LIMIT:
            continue
        try:
            whole = json.loads(text.strip().rstrip(";"), strict=False)
        except (ValueError, RecursionError):
            continue
        for part in whole if isinstance(whole, list) else [whole]:
            if isinstance(part, dict):
                graph = part.get("@graph")
                yield from (node for node in (graph if isinstance(graph, list) else [part]) if isinstance(node, dict))


def _article_of(nodes: list[dict[str, Any]]) -> dict[str, Any]:
    """The node that describes the article; a web page only where there is nothing better."""

    def kinds(node: dict[str, Any]) -> list[str]:
        kind = node.get("@type")
        return [one for one in (kind if isinstance(kind, list) else [kind]) if isinstance(one, str)]

    fitting = [node for node in nodes if any(_ARTICLE_TYPES.match(kind) for kind in kinds(node))]
    return min(fitting, key=lambda node: "WebPage" in kinds(node), default={})


def _name(value: Any) -> str | None:
    if isinstance(value, list):
        return ", ".join(name for one in value[:5] if (name := _name(one))) or None
    if isinstance(value, dict):
        value = value.get("name")
    return value if isinstance(value, str) and value.strip() else None


def _author(*values: str | None) -> str | None:
    """The first name; an address of a profile is none."""
    named = (one for one in values if one and not one.startswith(("http://", "https://")) and len(one) <= 120)
    return next(named, None)


def _stamps(linked: dict[str, Any], meta: dict[str, str], tree: HtmlElement) -> Iterator[str]:
    values = [linked.get("datePublished"), *(meta.get(name) for name in _STAMPS)]
    values += [element.get("datetime") for element in tree.iter("time")][:3]
    for value in values:
        if isinstance(value, str) and (stamp := stamp_of(value)):
            yield stamp


def _address(tree: HtmlElement, meta: dict[str, str], address: str | None) -> str | None:
    """The canonical address; of a fetched page only where it is the same host's, so that nobody speaks for others."""
    links = [one.get("href") for one in tree.iter("link") if "canonical" in (one.get("rel") or "").lower().split()]
    for value in [*links, meta.get("og:url")]:
        found = web_address(urljoin(address or "", (value or "").strip()))
        if value and found and (address is None or same_site(found, address)):
            return found
    return address


def web_address(value: str) -> str | None:
    """The address without its fragment where it is a web address; None else."""
    try:
        parts = urlsplit(value)
        host = parts.hostname
    except ValueError:
        return None
    return parts._replace(fragment="").geturl() if parts.scheme in ("http", "https") and host else None


def same_site(one: str, other: str) -> bool:
    """Whether two addresses are of one host, counting www., m. and amp. as the same."""
    return _site(one) == _site(other)


def _site(address: str) -> str:
    return re.sub(r"^(?:www|m|amp|mobile)\.", "", urlsplit(address).netloc.lower())


def _without_site(title: str | None, site: str | None) -> str | None:
    if title and site and title.lower().endswith(site.lower()):
        return title[: -len(site)].rstrip(" -–—|•") or title
    return _SITE_TAIL.sub("", title) if title and len(title) > 40 and " | " in title else title


def _first(*values: Any) -> str | None:
    return next((_SPACE.sub(" ", one).strip() for one in values if isinstance(one, str) and one.strip()), None)


def _text(element: HtmlElement | None) -> str | None:
    return None if element is None else _SPACE.sub(" ", cast(str, element.text_content())).strip() or None
