"""Atom: what is new in the ledger, the contacts with the newest report first.

An entry carries its words itself. The articles are its `related` links: RFC 4287 (4.1.3) allows one alternate, and none
of several articles is the entry in another form.
"""

import heapq
import re
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from typing import Any, NamedTuple
from urllib.parse import urlencode

from readout.model.answers import LedgerContact
from readout.publish.dates import moment_of
from readout.publish.jsonld import event_name, iri, party_name, web_iri
from readout.publish.selection import Source
from readout.text.dates import date_words

ATOM = "http://www.w3.org/2005/Atom"
ENTRIES = 100
"""Entries where no limit is asked for."""
UNDATED = datetime(1970, 1, 1, tzinfo=UTC)
_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
_SOURCES = 10
"""Articles that an entry links to; the first to report."""
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


class FeedEntry(NamedTuple):
    """One entry; `links` are pairs of a relation and a web address, with at most one `alternate`."""

    id: str
    title: str
    updated: datetime
    summary: str
    published: datetime | None = None
    links: Sequence[tuple[str, str]] = ()
    topics: Sequence[str] = ()


def atom_feed(source: Source) -> bytes:
    """The feed of a selection: the contacts reported last, at most `query.limit` (else 100)."""
    number = source.selection.query.limit or ENTRIES
    whole = source.without_limit()
    newest = heapq.nlargest(number, whole.contacts(), key=lambda one: (_updated(one), one.id))
    return feed_of(_feed_id(source), "Readout: who spoke with whom", map(_entry, newest))


def feed_of(
    id: str, title: str, entries: Iterable[FeedEntry], links: Sequence[tuple[str, str]] = (), language: str = "en"
) -> bytes:
    """A feed (RFC 4287) with its entries in their order. Its own time is the newest entry's, never the clock's."""
    from lxml.builder import ElementMaker
    from lxml.etree import tostring

    found = list(entries)
    make = ElementMaker(namespace=ATOM, nsmap={None: ATOM})
    feed = make.feed(
        {_LANGUAGE: language},
        make.id(web_iri(id) or id),
        make.title(_xml(title)),
        make.updated(max((one.updated for one in found), default=UNDATED).isoformat()),
        make.author(make.name("readout")),
        make.generator("readout"),
        *_links(make, links),
        *(_written(make, one) for one in found),
    )
    return bytes(tostring(feed, encoding="utf-8", xml_declaration=True, pretty_print=True))


def _written(make: Any, one: FeedEntry) -> Any:
    return make.entry(
        make.id(one.id),
        make.title(_xml(one.title)),
        make.updated(one.updated.isoformat()),
        *([make.published(one.published.isoformat())] if one.published else []),
        make.content(_xml(one.summary), type="text"),
        *_links(make, one.links),
        *(make.category(term=topic) for topic in one.topics),
    )


def _links(make: Any, links: Sequence[tuple[str, str]]) -> list[Any]:
    """Addresses that are none are left out."""
    return [make.link(rel=relation, href=found) for relation, address in links if (found := web_iri(address))]


def _feed_id(source: Source) -> str:
    """An id for each selection: feeds of two pairs are two feeds."""
    asked = source.selection.query
    told = {name: value for name in asked.__struct_fields__ if (value := getattr(asked, name)) and name != "limit"}
    told |= {"contact": source.selection.contact} if source.selection.contact else {}
    return "urn:readout:feed" + (f":{urlencode(told, doseq=True)}" if told else "")


def _entry(one: LedgerContact) -> FeedEntry:
    who = ", ".join(dict.fromkeys(map(party_name, one.participants)))
    reports = "; ".join(dict.fromkeys(f"{entry.publisher or 'unnamed'}: {entry.status}" for entry in one.history))
    sources = list(dict.fromkeys(entry.url for entry in one.history if entry.url))
    return FeedEntry(
        id=iri(one.id), title=f"{event_name(one)}, {_date(one)}: {one.status}",
        updated=_updated(one), published=moment_of(one.first_published), summary=f"{who}. {reports}",
        links=[("related", link) for link in sources[:_SOURCES]], topics=one.topics,
    )  # fmt: skip


def _date(one: LedgerContact) -> str:
    return date_words(one.time.edtf, one.time.part) or "date not known"


def _updated(one: LedgerContact) -> datetime:
    """When the newest report was published."""
    moments = [moment for entry in one.history if (moment := moment_of(entry.published))]
    return max(moments, default=UNDATED)


def _xml(words: str) -> str:
    """Without the characters that XML 1.0 cannot hold."""
    return _NOT_XML.sub("\ufffd", words)
