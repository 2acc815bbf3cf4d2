"""Atom: what is new in the ledger, the contacts with the newest report first."""

import heapq
import re
from datetime import UTC, datetime

from readout.model.answers import LedgerContact
from readout.publish.dates import moment_of
from readout.publish.jsonld import event_name, iri
from readout.publish.selection import Source

ENTRIES = 100
"""Entries where no limit is asked for."""
_UNDATED = datetime(1970, 1, 1, tzinfo=UTC)
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def atom_feed(source: Source) -> bytes:
    """The feed, at most `query.limit` (else 100) entries. Its stamps are those of the reports, never the clock's."""
    from feedgen.feed import FeedGenerator

    number = source.selection.query.limit or ENTRIES
    newest = heapq.nlargest(number, source.contacts(), key=lambda one: (_updated(one), one.id))
    feed = FeedGenerator()
    feed.id("urn:readout:feed")
    feed.title("Readout: who spoke with whom")
    feed.updated(max((_updated(one) for one in newest), default=_UNDATED))
    feed.author({"name": "readout"})
    feed.generator("readout")
    for one in newest:
        _add_entry(feed, one)
    return bytes(feed.atom_str(pretty=True)) + b"\n"


def _add_entry(feed: object, one: LedgerContact) -> None:
    entry = feed.add_entry(order="append")  # type: ignore[attr-defined]
    entry.id(iri(one.id))
    entry.title(_xml(f"{event_name(one)}, {one.time.edtf or 'date not known'}: {one.status}"))
    entry.updated(_updated(one))
    published = moment_of(one.first_published)
    if published:
        entry.published(published)
    parties = ((party.person or party.office or "", party.country or "?") for party in one.participants)
    who = ", ".join(f"{name} ({country})".strip() for name, country in parties)
    reports = "; ".join(dict.fromkeys(f"{entry.publisher or 'unnamed'}: {entry.status}" for entry in one.history))
    entry.content(_xml(f"{who}. {reports}"), type="text")
    for link in list(dict.fromkeys(entry.url for entry in one.history if entry.url))[:10]:
        if link.startswith(("http://", "https://")):
            entry.link(href=_xml(link), rel="related")
    for topic in one.topics:
        entry.category({"term": topic})


def _updated(one: LedgerContact) -> datetime:
    """When the newest report was published."""
    moments = [moment for entry in one.history if (moment := moment_of(entry.published))]
    return max(moments, default=_UNDATED)


def _xml(words: str) -> str:
    """Without the characters that XML 1.0 cannot hold."""
    return _NOT_XML.sub("\ufffd", words)
