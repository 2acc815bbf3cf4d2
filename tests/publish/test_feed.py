"""The feed: valid by RFC 4287 (`atom.rng` and the rules that compare elements), read by feedparser, newest first."""

import io
from collections import Counter
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import feedparser
import pytest
from lxml import etree

from readout.api import ContactQuery, Ledger
from readout.publish.atom import FeedEntry, feed_of

from .conftest import written

SCHEMA = etree.RelaxNG(file=str(Path(__file__).with_name("atom.rng")))
ATOM = "{http://www.w3.org/2005/Atom}"
NOW = datetime(2026, 2, 5, tzinfo=UTC)


def faults(data: bytes) -> list[str]:
    """What RFC 4287 forbids in this document."""
    tree = etree.fromstring(data)
    SCHEMA.validate(tree)
    found = [error.message for error in SCHEMA.error_log]
    for element in (tree, *tree.iter(f"{ATOM}entry")):
        kinds = Counter((one.get("type"), one.get("hreflang")) for one in element.findall(f"{ATOM}link")
                        if one.get("rel", "alternate") == "alternate")  # fmt: skip
        found += [f"{number} alternate links of one kind" for number in kinds.values() if number > 1]
        if element is not tree and element.find(f"{ATOM}content") is None and not kinds:
            found.append("an entry without content has no alternate")
    names = Counter((one.findtext(f"{ATOM}id"), one.findtext(f"{ATOM}updated")) for one in tree.iter(f"{ATOM}entry"))
    return found + [f"{number} entries are {name}" for name, number in names.items() if number > 1]


@pytest.mark.parametrize(
    "selection",
    [
        {}, {"query": ContactQuery(limit=10)}, {"query": ContactQuery(countries=("US", "CN"), since="2026-01-01")},
        {"query": ContactQuery(person="không ai cả & <ai>")},
    ],
)  # fmt: skip
def test_the_feed_is_valid(ledger: Ledger, selection: dict[str, Any]) -> None:
    assert faults(written(ledger, "atom", **selection)) == []


@pytest.mark.parametrize(
    ("good", "bad"),
    [
        ('rel="related"', ""), ("<updated>2026-02-05T", "<updated>2026-02-05 "), ("+00:00</updated>", "</updated>"),
        ('href="https://thu.example/1"', 'href="https://thu.example/a b"'), ("<name>readout</name>", ""),
        ('<category term="trade"/>', "<category/>"), ("<id>urn:x:1</id>", "<id/>"), ("<id>urn:x</id>", ""),
        ("<title>Hai</title>", ""), ("<id>urn:x:2</id>", "<id>urn:x:1</id>"),
    ],
)  # fmt: skip
def test_the_check_of_a_feed_can_fail(good: str, bad: str) -> None:
    links = [("related", "https://thu.example/1"), ("related", "https://thu.example/2")]
    one = FeedEntry("urn:x:1", "Một", NOW, "Hai bên gặp nhau.", links=links, topics=["trade"])
    data = feed_of("urn:x", "Thử", [one, one._replace(id="urn:x:2", title="Hai")]).decode()
    assert faults(data.encode()) == [] and good in data
    assert faults(data.replace(good, bad).encode())


def test_feedparser_reads_what_the_ledger_says(ledger: Ledger) -> None:
    feed = feedparser.parse(io.BytesIO(written(ledger, "atom", query=ContactQuery(countries=("US", "CN")))))
    assert not feed.bozo and feed.version == "atom10" and feed.feed.updated == feed.entries[0].updated
    told = {one.id: one for one in feed.entries}
    for contact in ledger.contacts(ContactQuery(countries=("US", "CN"))):
        entry = told[f"urn:readout:{contact.id}"]
        assert entry.title.endswith(f": {contact.status}") and "(US), (" not in entry.content[0].value
        sources = [link.href for link in entry.links if link.rel == "related"]
        addresses = list(dict.fromkeys(one.url for one in contact.history if one.url))
        assert len(sources) == min(len(addresses), 10) and {link.rel for link in entry.links} <= {"related"}
        assert {one.term for one in entry.get("tags", [])} == set(contact.topics)


def test_a_limit_takes_the_newest(ledger: Ledger) -> None:
    whole = feedparser.parse(io.BytesIO(written(ledger, "atom"))).entries
    some = feedparser.parse(io.BytesIO(written(ledger, "atom", query=ContactQuery(limit=3)))).entries
    assert [one.id for one in some] == [one.id for one in whole[:3]] and len(whole) > 3
    stamps = [one.updated_parsed for one in whole]
    assert stamps == sorted(stamps, reverse=True)
    newest = max(entry.published or "" for one in ledger.contacts() for entry in one.history)
    assert datetime.fromisoformat(some[0].updated) == datetime.fromisoformat(newest)


def test_two_selections_are_two_feeds(ledger: Ledger) -> None:
    pair = ("US", "CN")
    queries = [ContactQuery(), ContactQuery(countries=pair), ContactQuery(countries=pair, topic="trade")]
    feeds = [feedparser.parse(io.BytesIO(written(ledger, "atom", query=one))).feed.id for one in queries]
    assert len(set(feeds)) == 3
    assert feeds[0] == feedparser.parse(io.BytesIO(written(ledger, "atom", query=ContactQuery(limit=2)))).feed.id


def test_words_and_addresses_of_strangers_stay_what_they_are(ledger: Ledger) -> None:
    article = ledger.article("hostile")
    one = next(found for found in ledger.contacts() if any(entry.article == article.id for entry in found.history))
    data = written(ledger, "atom", contact=one.id)
    entry = etree.fromstring(data).find(f"{ATOM}entry")
    assert entry is not None and 'Báo "Thử" <b>& con\ufffd: held' in (entry.findtext(f"{ATOM}content") or "")
    assert "https://thu.example/%22%3E%3Cscript%3E" in [link.get("href") for link in entry.iter(f"{ATOM}link")]
    no_links = [("related", address) for address in ("javascript:alert(1)", "ftp://thu.example/1", "thu.example")]
    assert b"<link" not in feed_of("urn:x", "x", [FeedEntry("urn:y", "y", NOW, "z", links=no_links)], no_links)
