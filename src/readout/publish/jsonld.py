"""Linked data: schema.org for contacts, articles and words, W3C Web Annotation selectors for every piece of evidence.

One JSON-LD 1.1 document, one node per line. The context is inside, so that nobody has to ask the network for it. What
schema.org has no term for (an uncertain date, a stage) has one under `urn:readout:`.

`eventStatus`: schema.org's EventScheduled is an event that "is taking place or has taken place on the startDate as
scheduled" (https://schema.org/EventScheduled), so it covers what is planned, ongoing and held. Invitations, proposals,
denied and hypothetical contacts have none: there is no such event. `readout:status` has the ledger's own word.
"""

import json
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Any

from readout.model.answers import CommitmentThread, LedgerArticle, LedgerContact, LedgerStatement
from readout.model.records import Evidence, Participant
from readout.publish.dates import day_range
from readout.publish.selection import Source

CONTEXT: dict[str, Any] = {
    "@vocab": "https://schema.org/",
    "schema": "https://schema.org/",
    "oa": "http://www.w3.org/ns/oa#",
    "dcterms": "http://purl.org/dc/terms/",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "readout": "urn:readout:",
    "url": {"@id": "schema:url", "@type": "@id"},
    "isBasedOn": {"@type": "@id"},
    "about": {"@type": "@id"},
    "superEvent": {"@type": "@id"},
    "eventStatus": {"@type": "@id"},
    "eventAttendanceMode": {"@type": "@id"},
    "startDate": {"@type": "xsd:date"},
    "endDate": {"@type": "xsd:date"},
    "oa:hasSource": {"@type": "@id"},
    "oa:hasBody": {"@type": "@id"},
    "oa:start": {"@type": "xsd:nonNegativeInteger"},
    "oa:end": {"@type": "xsd:nonNegativeInteger"},
}
"""Names of the document; the nodes are absolute."""
_AROUND = 32
_TEXTS = 64
_STATUS = {"held": "EventScheduled", "ongoing": "EventScheduled", "planned": "EventScheduled",
           "cancelled": "EventCancelled"}  # fmt: skip
_NAMED = 4
"""Parties that the name of an event tells; the rest is counted."""
_REMOTE = ("phone-call", "video-call", "letter")


def jsonld_lines(source: Source) -> Iterator[str]:
    """The document in pieces: articles, contacts, statements, commitments, each followed by its annotations."""
    yield '{"@context": ' + _json(CONTEXT) + ',\n"@graph": [\n'
    first = True
    for node in _nodes(source):
        yield ("" if first else ",\n") + _json(node)
        first = False
    yield "\n]}\n"


def _nodes(source: Source) -> Iterator[dict[str, Any]]:
    texts = _Texts(source)
    for article in source.articles():
        yield _article(article)
    for contact in source.contacts():
        yield _contact(contact)
        for entry in contact.history:
            yield from texts.annotations(contact.id, entry.article, entry.evidence)
    for statement in source.statements():
        yield _statement(statement)
        yield from texts.annotations(statement.id, statement.article, statement.evidence)
    for thread in source.threads():
        yield _thread(thread)
        for version in thread.versions:
            yield from texts.annotations(thread.id, version.article, version.evidence)


class _Texts:
    """The words around a piece of evidence; keeps the texts of the last articles that were asked for."""

    def __init__(self, source: Source) -> None:
        self._text_of = lru_cache(maxsize=_TEXTS)(lambda article: source.reading(article).article.text)

    def annotations(self, subject: str, article: str, evidence: Iterable[Evidence]) -> Iterator[dict[str, Any]]:
        """One annotation per piece of evidence; offsets count code points of the stored text."""
        text = self._text_of(article)
        for one in evidence:
            quote = {
                "@type": "oa:TextQuoteSelector",
                "oa:exact": one.text,
                "oa:prefix": text[max(0, one.start - _AROUND) : one.start],
                "oa:suffix": text[one.end : one.end + _AROUND],
            }
            position = {"@type": "oa:TextPositionSelector", "oa:start": one.start, "oa:end": one.end}
            target = {"oa:hasSource": iri(article), "oa:hasSelector": [position, quote]}
            yield {
                "@id": f"{iri(subject)}:evidence:{article}:{one.start}-{one.end}:{_safe(one.rule)}",
                "@type": "oa:Annotation",
                "oa:hasBody": iri(subject),
                "oa:hasTarget": target,
                "readout:rule": one.rule,
            }


def _article(one: LedgerArticle) -> dict[str, Any]:
    return _without_nothing({
        "@id": iri(one.id), "@type": "NewsArticle", "identifier": one.name, "url": web_iri(one.url),
        "headline": one.title,
        "publisher": {"@type": "Organization", "name": one.publisher} if one.publisher else None,
        "datePublished": one.published, "inLanguage": one.language,
    })  # fmt: skip


def _contact(one: LedgerContact) -> dict[str, Any]:
    days, status = day_range(one.time.edtf, one.time.part), _STATUS.get(one.status)
    online = one.mode in _REMOTE
    attendance = "OnlineEventAttendanceMode" if online else "OfflineEventAttendanceMode"
    return _without_nothing({
        "@id": iri(one.id), "@type": "Event", "name": event_name(one), "additionalType": one.mode,
        "startDate": days[0].isoformat() if days else None, "endDate": days[1].isoformat() if days else None,
        "readout:edtf": one.time.edtf, "readout:datePart": one.time.part, "readout:status": one.status,
        "eventStatus": f"https://schema.org/{status}" if status else None,
        "eventAttendanceMode": f"https://schema.org/{attendance}",
        "duration": one.duration.iso8601 if one.duration else None,
        "location": _place(one), "attendee": [_party(party) for party in one.participants],
        "keywords": list(one.topics), "superEvent": iri(one.part_of) if one.part_of else None,
    })  # fmt: skip


def event_name(one: LedgerContact) -> str:
    """`phone call: Donald Trump (US), Xi Jinping (CN)`; an office or a country where no person is named."""
    who = list(dict.fromkeys(party_name(party) for party in one.participants))
    more = len(who) - _NAMED
    told = who if more <= 1 else [*who[:_NAMED], f"{more} more"]
    mode = one.mode.replace("-", " ")
    return f"{mode}: {', '.join(told)}" if told else mode


def party_name(party: Participant) -> str:
    """`Donald Trump (US)`, `foreign minister (KR)`, or the country alone where nobody is named."""
    name = party.person or (party.office or "").replace("-", " ")
    return f"{name} ({party.country})" if name and party.country else name or party.country or "side not known"


def _place(one: LedgerContact) -> dict[str, Any] | None:
    if one.place is None:
        return None
    address = {"@type": "PostalAddress", "addressCountry": one.place.country} if one.place.country else None
    return _without_nothing({"@type": "Place", "name": one.place.name, "address": address})


def _party(party: Participant) -> dict[str, Any]:
    side = {"@type": "Organization", "identifier": party.country} if party.country else None
    if not party.person:
        return _without_nothing({**(side or {"@type": "Organization"}), "readout:role": party.role})
    return _without_nothing({
        "@id": f"urn:readout:person:{_safe(party.person_id)}" if party.person_id else None, "@type": "Person",
        "name": party.person, "affiliation": side,
    })  # fmt: skip


def _statement(one: LedgerStatement) -> dict[str, Any]:
    who = one.speaker
    speaker = {"@type": "Person", "name": who.name} if who.name else {
        "@type": "Organization", "name": who.organisation or who.country}  # fmt: skip
    return _without_nothing({
        "@id": iri(one.id), "@type": "Quotation" if one.kind == "direct" else "Statement", "text": one.content.text,
        "creator": speaker if any(speaker.values()) else None, "about": iri(one.contact) if one.contact else None,
        "isBasedOn": iri(one.article), "readout:force": one.force, "readout:medium": one.medium,
        "readout:side": who.country, "keywords": list(one.topics),
    })  # fmt: skip


def _thread(one: CommitmentThread) -> dict[str, Any]:
    return _without_nothing({
        "@id": iri(one.id), "@type": "PlanAction", "name": " ".join(
            part for part in (one.action, one.object.name if one.object else None) if part),
        "agent": {"@type": "Organization", "identifier": one.committer.country} if one.committer.country else None,
        "participant": {"@type": "Organization", "identifier": one.counterparty.country}
        if one.counterparty and one.counterparty.country else None,
        "readout:version": [_without_nothing({
            "readout:stage": version.stage, "readout:quantity": version.quantity.value if version.quantity else None,
            "readout:unit": version.quantity.unit if version.quantity else None,
            "readout:deadline": version.deadline.edtf if version.deadline else None,
            "datePublished": version.published, "isBasedOn": iri(version.article),
        }) for version in one.versions],
    })  # fmt: skip


def iri(identifier: str) -> str:
    """The name of a record of the ledger."""
    return f"urn:readout:{identifier}"


def web_iri(url: str | None) -> str | None:
    """A web address with only the characters that an IRI may hold; None for anything else, which is no link."""
    from urllib.parse import quote

    if not url or not url.startswith(("http://", "https://")):
        return None
    return quote(url, safe="%/:=&?~#+!$,;'@()*[]")


def _safe(words: str) -> str:
    from urllib.parse import quote

    return quote(words, safe="")


def _without_nothing(node: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in node.items() if value not in (None, [], {})}


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)
