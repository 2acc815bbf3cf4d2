"""Atom: what is new in the ledger, the contacts with the newest report first."""

import heapq
import re
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from typing import NamedTuple

from readout.model.answers import LedgerContact
from readout.publish.dates import moment_of
from readout.publish.jsonld import event_name, iri
from readout.publish.selection import Source

ENTRIES = 100
"""Entries where no limit is asked for."""
UNDATED = datetime(1970, 1, 1, tzinfo=UTC)
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


class FeedEntry(NamedTuple):
    """One entry; `links` are pairs of a relation and an address."""

    id: str
    title: str
    updated: datetime
    summary: str
    published: datetime | None = None
    links: Sequence[tuple[str, str]] = ()
    topics: Sequence[str] = ()


def atom_feed(source: Source) -> bytes:
    """The feed of a selection, at most `query.limit` (else 100) entries."""
    number = source.selection.query.limit or ENTRIES
    newest = heapq.nlargest(number, source.contacts(), key=lambda one: (_updated(one), one.id))
    return feed_of("urn:readout:feed", "Readout: who spoke with whom", map(_entry, newest))


def feed_of(
    id: str, title: str, entries: Iterable[FeedEntry], links: Sequence[tuple[str, str]] = (), language: str = "en"
) -> bytes:
    """A feed (RFC 4287) with its entries in their order. Its own time is the newest entry's, never the clock's."""
    from feedgen.feed import FeedGenerator

    found = list(entries)
    feed = FeedGenerator()
    feed.id(id)
    feed.title(_xml(title))
    feed.language(language)
    feed.updated(max((one.updated for one in found), default=UNDATED))
    feed.author({"name": "readout"})
    feed.generator("readout")
    for relation, address in links:
        feed.link(href=_xml(address), rel=relation)
    for one in found:
        _add(feed, one)
    return bytes(feed.atom_str(pretty=True)) + b"\n"


def _add(feed: object, one: FeedEntry) -> None:
    entry = feed.add_entry(order="append")  # type: ignore[attr-defined]
    entry.id(one.id)
    entry.title(_xml(one.title))
    entry.updated(one.updated)
    if one.published:
        entry.published(one.published)
    entry.content(_xml(one.summary), type="text")
    for relation, address in one.links:
        entry.link(href=_xml(address), rel=relation)
    for topic in one.topics:
        entry.category({"term": topic})


def _entry(one: LedgerContact) -> FeedEntry:
    parties = ((party.person or party.office or "", party.country or "?") for party in one.participants)
    who = ", ".join(f"{name} ({country})".strip() for name, country in parties)
    reports = "; ".join(dict.fromkeys(f"{entry.publisher or 'unnamed'}: {entry.status}" for entry in one.history))
    links = [address for entry in one.history if (address := entry.url) and address.startswith(("http://", "https://"))]
    return FeedEntry(
        id=iri(one.id), title=f"{event_name(one)}, {one.time.edtf or 'date not known'}: {one.status}",
        updated=_updated(one), published=moment_of(one.first_published), summary=f"{who}. {reports}",
        links=[("related", link) for link in list(dict.fromkeys(links))[:10]], topics=one.topics,
    )  # fmt: skip


def _updated(one: LedgerContact) -> datetime:
    """When the newest report was published."""
    moments = [moment for entry in one.history if (moment := moment_of(entry.published))]
    return max(moments, default=UNDATED)


def _xml(words: str) -> str:
    """Without the characters that XML 1.0 cannot hold."""
    return _NOT_XML.sub("\ufffd", words)
