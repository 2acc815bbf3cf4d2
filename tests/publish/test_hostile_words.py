"""Words, names and addresses of strangers: whole in every format, and nowhere more than words."""

import csv
import io
import json
from pathlib import Path
from typing import Any

import html5lib
import pytest
from rdflib import Graph, Namespace

from readout.api import Ledger
from readout.publish import Selection, Source, export
from readout.publish.tables import TABLES

from .conftest import written

SAID = "Chúng tôi sẽ mua thêm </blockquote> đậu nành"
PUBLISHER = 'Báo "Thử" <b>& con'
ADDRESS = 'https://thu.example/"><script>'
SCHEMA = Namespace("https://schema.org/")


@pytest.fixture
def contact(ledger: Ledger) -> str:
    article = ledger.article("hostile")
    return next(one.id for one in ledger.contacts() if any(entry.article == article.id for entry in one.history))


def report(ledger: Ledger, contact: str) -> Any:
    data = written(ledger, "html", contact=contact)
    return html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(data, transport_encoding="utf-8")


def test_in_the_report_they_are_text(ledger: Ledger, contact: str) -> None:
    tree = report(ledger, contact)
    quotes = ["".join(one.itertext()) for one in tree.iter("blockquote")]
    assert any(quote.startswith(SAID + PUBLISHER) for quote in quotes), "the quotation, then who carried it"
    assert {one.tag for one in tree.iter()} & {"script", "b", "img", "iframe"} == set()
    assert ADDRESS in [one.get("href") for one in tree.iter("a")]
    assert all(not name.startswith("on") for one in tree.iter() for name in one.keys())  # noqa: SIM118


@pytest.mark.parametrize("table", ["statements", "articles"])
def test_in_the_tables_they_are_one_cell(ledger: Ledger, contact: str, table: str) -> None:
    stream = io.BytesIO()
    export(Source(ledger, Selection(contact=contact)), "csv", None, stream, table)
    rows = list(csv.DictReader(io.StringIO(stream.getvalue().decode(), newline=""), strict=True))
    assert all(set(row) == {column.name for column in TABLES[table].columns} for row in rows)
    cells = {cell for row in rows for cell in row.values()}
    assert (SAID in cells) if table == "statements" else {PUBLISHER + "\x08", ADDRESS} <= cells


def test_in_parquet_they_are_the_same(ledger: Ledger, contact: str, tmp_path: Path) -> None:
    import duckdb

    place = tmp_path / "articles.parquet"
    export(Source(ledger, Selection(contact=contact)), "parquet", place, io.BytesIO(), "articles")
    assert (PUBLISHER + "\x08", ADDRESS) in duckdb.sql(f"SELECT publisher, url FROM '{place}'").fetchall()


def test_in_the_linked_data_they_are_literals_and_addresses_are_addresses(ledger: Ledger, contact: str) -> None:
    data = written(ledger, "jsonld", contact=contact).decode()
    assert json.loads(data)["@graph"]
    graph = Graph().parse(data=data, format="json-ld")
    assert SAID in {str(one) for one in graph.objects(None, SCHEMA.text)}
    assert PUBLISHER + "\x08" in {str(one) for one in graph.objects(None, SCHEMA.name)}
    addresses = {str(one) for one in graph.objects(None, SCHEMA.url)}
    assert "https://thu.example/%22%3E%3Cscript%3E" in addresses
    Graph().parse(data=graph.serialize(format="nt"), format="nt")  # refuses what is no IRI
