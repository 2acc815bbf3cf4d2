"""Event data, linked data and report, each checked with a reader that had no part in writing it."""

import csv
import io
import json
import re
from datetime import date
from typing import Any

import html5lib
import pytest
from rdflib import Graph, Namespace
from rdflib.namespace import RDF

from readout.api import ContactQuery, Ledger
from readout.model.answers import LedgerContact, ThreadVersion
from readout.model.records import ContactTime, Participant
from readout.publish.jsonld import _contact, event_name
from readout.publish.plover import EVENTS, QUADS, alpha3, contact_code, version_code
from readout.publish.report import NothingToReport

from .conftest import contact, written

OA, SCHEMA = Namespace("http://www.w3.org/ns/oa#"), Namespace("https://schema.org/")


@pytest.mark.parametrize(
    ("one", "us", "cn"),
    [
        (contact("phone-call", "held"), "041", "041"),
        (contact("video-call", "ongoing"), "041", "041"),
        (contact("visit", "held", ("guest", "host")), "042", "043"),
        (contact("visit", "held", ("guest", "participant")), "042", "043"),
        (contact("visit", "held", place="US"), "043", "042"),
        (contact("meeting", "held", place="CN"), "042", "043"),
        (contact("summit", "held", place="KR"), "044", "044"),
        (contact("talks", "held", place="SE"), "046", "046"),
        (contact("meeting", "held"), "040", "040"),
        (contact("letter", "held"), "040", "040"),
        (contact("talks", "held", third="TR"), "046", "046"),
        (contact("visit", "planned", ("guest", "host")), "036", "036"),
        (contact("visit", "invited", ("guest", "host")), None, "036"),
        (contact("meeting", "invited"), None, None),
        (contact("meeting", "proposed", ("initiator", "participant")), "036", None),
        (contact("meeting", "cancelled"), None, None),
        (contact("meeting", "denied"), None, None),
        (contact("meeting", "hypothetical"), None, None),
    ],
)
def test_codes_of_contacts(one: LedgerContact, us: str | None, cn: str | None) -> None:
    first, second = one.participants[:2]
    found = [code and code.cameo for code in (contact_code(one, first, second), contact_code(one, second, first))]
    assert found == [us, cn]
    if len(one.participants) == 3:
        mediated = contact_code(one, one.participants[2], first)
        assert mediated and mediated.cameo == "045"


@pytest.mark.parametrize(
    ("action", "stage", "code"),
    [
        ("buy", "pledged", ("AGREE", "0311")), ("buy", "agreed", ("AGREE", "0311")),
        ("sign", "agreed", ("AGREE", "030")),
        ("aid", "pledged", ("AGREE", "0331")), ("aid", "delivered", ("AID", "071")),
        ("buy", "delivered", ("COOPERATE", "061")), ("sign", "delivered", ("SUPPORT", "057")),
        ("buy", "refused", ("REJECT", "1211")), ("aid", "refused", ("REJECT", "1221")),
        ("buy", "suspended", ("SANCTION", "160")), ("buy", "considered", None), ("buy", "expected", None),
        ("raise-tariff", "pledged", ("THREATEN", "1312")), ("raise-tariff", "delivered", ("SANCTION", "163")),
        ("raise-tariff", "refused", None), ("suspend", "suspended", None), ("withdraw", "pledged", None),
        ("set-date", "delivered", ("AGREE", "036")), ("resume", "resumed", ("COOPERATE", "060")),
    ],
)  # fmt: skip
def test_codes_of_promises(action: str, stage: str, code: tuple[str, str] | None) -> None:
    found = version_code(ThreadVersion(action=action, stage=stage, article="a-x"))  # type: ignore[arg-type]
    assert (found and (found.type, found.cameo)) == code


def test_events_are_directed_and_hold_to_the_scheme(ledger: Ledger) -> None:
    rows = list(csv.DictReader(io.StringIO(written(ledger, "plover").decode(), newline="")))
    assert rows and list(rows[0]) == [column.name for column in EVENTS.columns]
    assert len({row["event_id"] for row in rows}) == len(rows)
    for row in rows:
        assert int(row["quad"]) == QUADS[row["event_type"]] and re.fullmatch(r"\d{3,4}", row["cameo_code"])
        assert row["actor_country"] != row["recipient_country"]
        assert not row["date_first"] or date.fromisoformat(row["date_first"]) <= date.fromisoformat(row["date_last"])
    calls = {(row["actor_code"], row["recipient_code"]) for row in rows if row["cameo_code"] == "041"}
    assert calls and all((other, actor) in calls for actor, other in calls)


@pytest.mark.parametrize(
    ("two", "three"),
    [("US", "USA"), ("CN", "CHN"), ("VN", "VNM"), ("DE", "DEU"), ("FR", "FRA"), ("RO", "ROU"), ("CZ", "CZE"),
     ("MM", "MMR"), ("EU", "EU"), ("NATO", "NATO")],
)  # fmt: skip
def test_country_codes(two: str, three: str) -> None:
    assert alpha3(two) == three


@pytest.fixture(scope="module")
def graph(place: Any) -> Graph:
    from readout.api import open_ledger

    with open_ledger(str(place)) as book:
        return Graph().parse(data=written(book, "jsonld").decode(), format="json-ld")


def test_rdflib_reads_the_linked_data(graph: Graph, ledger: Ledger) -> None:
    events = set(graph.subjects(RDF.type, SCHEMA.Event))
    assert {str(one) for one in events} == {f"urn:readout:{one.id}" for one in ledger.contacts()}
    assert len(set(graph.subjects(RDF.type, SCHEMA.NewsArticle))) == len(ledger.articles())


def test_every_annotation_selects_the_exact_words(graph: Graph, ledger: Ledger) -> None:
    texts = {f"urn:readout:{one.id}": ledger.reading(one.id).article.text for one in ledger.articles()}
    annotations = set(graph.subjects(RDF.type, OA.Annotation))
    assert len(annotations) > 100
    for annotation in annotations:
        target = graph.value(annotation, OA.hasTarget)
        text = texts[str(graph.value(target, OA.hasSource))]
        selectors = {graph.value(one, RDF.type): one for one in graph.objects(target, OA.hasSelector)}
        position, quote = selectors[OA.TextPositionSelector], selectors[OA.TextQuoteSelector]
        start, end = (int(str(graph.value(position, name))) for name in (OA.start, OA.end))
        exact, prefix, suffix = (str(graph.value(quote, name)) for name in (OA.exact, OA.prefix, OA.suffix))
        assert text[start:end] == exact and text[:start].endswith(prefix) and text[end:].startswith(suffix)


def test_the_linked_data_is_json_line_by_line(ledger: Ledger) -> None:
    first, *nodes, last = written(ledger, "jsonld").decode().rstrip("\n").split("\n")
    assert first.startswith('{"@context": ') and last == "]}" and nodes[0] == '"@graph": ['
    assert all(json.loads(line.rstrip(","))["@id"] for line in nodes[1:])


@pytest.mark.parametrize(
    ("status", "word"),
    [("held", "EventScheduled"), ("planned", "EventScheduled"), ("cancelled", "EventCancelled"), ("denied", None),
     ("invited", None), ("hypothetical", None)],
)  # fmt: skip
def test_only_what_takes_place_has_a_status_of_schema_org(status: Any, word: str | None) -> None:
    assert _contact(contact("meeting", status)).get("eventStatus") == (word and f"https://schema.org/{word}")


@pytest.mark.parametrize(
    ("parties", "name"),
    [
        ([("Donald Trump", None, "US"), ("Xi Jinping", None, "CN")], "summit: Donald Trump (US), Xi Jinping (CN)"),
        ([(None, "foreign-minister", "KR"), (None, None, "VN")], "summit: foreign minister (KR), VN"),
        ([(None, None, code) for code in ("US", "CN", "VN", "RU", "FR", "DE")], "summit: US, CN, VN, RU, 2 more"),
        ([], "summit"),
    ],
)
def test_names_of_events(parties: list[tuple[str | None, str | None, str]], name: str) -> None:
    told = tuple(Participant(person=person, office=office, country=country) for person, office, country in parties)
    assert event_name(LedgerContact(id="c", mode="summit", status="held", participants=told,
                                    time=ContactTime())) == name  # fmt: skip


@pytest.mark.parametrize("kind", ["pair", "contact"])
def test_a_strict_parser_reads_the_report_and_it_needs_nothing_else(ledger: Ledger, kind: str) -> None:
    pair = ContactQuery(countries=("US", "CN"))
    one = max(ledger.contacts(pair), key=lambda found: found.reports)
    data = written(ledger, "html", **({"query": pair} if kind == "pair" else {"contact": one.id}))
    tree = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(data, transport_encoding="utf-8")
    names = {element.tag for element in tree.iter() if isinstance(element.tag, str)}
    assert not names & {"script", "iframe", "img", "link", "object", "form"} and "table" in names
    assert all(a.get("href", "").startswith(("http://", "https://")) for a in tree.iter("a"))
    assert b"url(" not in data and b"@import" not in data and b"@media print" in data


def test_a_report_is_about_something(ledger: Ledger) -> None:
    with pytest.raises(NothingToReport):
        written(ledger, "html")
