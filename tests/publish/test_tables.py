"""CSV and Parquet, read back with DuckDB and pyarrow: every row, every type, the same bytes each time."""

import csv
import io
import json
from pathlib import Path
from typing import Any

import duckdb
import pytest
from pyarrow import parquet

from readout.api import ContactQuery, Ledger
from readout.publish import Selection, Source, export
from readout.publish.tables import TABLES


@pytest.fixture(scope="module")
def folders(place: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    from readout.api import open_ledger

    folder = tmp_path_factory.mktemp("tables")
    with open_ledger(str(place)) as book:
        for name in ("csv", "parquet"):
            export(Source(book), name, folder / name, io.BytesIO())  # type: ignore[arg-type]
    return {"csv": folder / "csv", "parquet": folder / "parquet"}


@pytest.mark.parametrize("name", sorted(TABLES))
def test_duckdb_reads_the_same_rows_from_both(folders: dict[str, Path], ledger: Ledger, name: str) -> None:
    table = TABLES[name]
    expected = list(table.rows(Source(ledger)))
    assert expected, "the samples fill every table"
    types = {"string": "VARCHAR", "integer": "BIGINT", "number": "DOUBLE"}
    told = "{" + ", ".join(f"'{column.name}': '{types[column.type]}'" for column in table.columns) + "}"
    path = folders["csv"] / f"{name}.csv"
    from_csv = duckdb.sql(
        f"SELECT * FROM read_csv('{path}', header=true, columns={told}, nullstr='', quote='\"', escape='\"', "
        "new_line='\\r\\n', strict_mode=false)"
    ).fetchall()
    from_parquet = duckdb.sql(f"SELECT * FROM '{folders['parquet'] / f'{name}.parquet'}'").fetchall()
    assert from_parquet == expected
    assert len(from_csv) == len(expected) and [row[0] for row in from_csv] == [row[0] for row in expected]


@pytest.mark.parametrize("name", sorted(TABLES))
def test_the_csv_goes_round(folders: dict[str, Path], ledger: Ledger, name: str) -> None:
    table = TABLES[name]
    with open(folders["csv"] / f"{name}.csv", encoding="utf-8", newline="") as stream:
        header, *rows = csv.reader(stream)
    assert header == [column.name for column in table.columns]
    convert = {"string": str, "integer": int, "number": float}
    back = [
        tuple(convert[column.type](cell) if cell else None for cell, column in zip(row, table.columns, strict=True))
        for row in rows
    ]
    assert back == list(table.rows(Source(ledger)))


@pytest.mark.parametrize("name", sorted(TABLES))
def test_parquet_carries_types_and_meanings(folders: dict[str, Path], name: str) -> None:
    schema = parquet.read_schema(folders["parquet"] / f"{name}.parquet")
    types = {"string": "string", "int64": "integer", "double": "number"}
    told = [(field.name, types[str(field.type)], field.metadata[b"description"].decode()) for field in schema]
    assert told == [tuple(column) for column in TABLES[name].columns]


def test_the_data_dictionary_goes_with_the_tables(folders: dict[str, Path]) -> None:
    with open(folders["csv"] / "columns.csv", encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream))
    assert [(row["table"], row["column"]) for row in rows] == [
        (table.name, column.name) for table in TABLES.values() for column in table.columns]  # fmt: skip
    assert all(row["meaning"].endswith((".", "…")) for row in rows)
    package = json.loads((folders["csv"] / "datapackage.json").read_text("utf-8"))
    assert {one["path"] for one in package["resources"]} == {f"{name}.csv" for name in TABLES}


def test_filters_hold_for_every_table(ledger: Ledger) -> None:
    source = Source(ledger, Selection(query=ContactQuery(countries=("US", "CN"), mode="phone-call")))
    wanted = {contact.id for contact in ledger.contacts(ContactQuery(countries=("US", "CN"), mode="phone-call"))}
    rows = {name: list(table.rows(source)) for name, table in TABLES.items()}
    assert {row[0] for row in rows["contacts"]} == {row[0] for row in rows["participants"]} == wanted
    assert {row[1] for row in rows["statements"]} <= wanted
    assert 0 < len(rows["articles"]) < len(ledger.articles())


def test_a_period_has_what_belongs_to_no_contact_too(ledger: Ledger) -> None:
    """By the day of publication; what is told of a contact goes with its contact. Other filters are about contacts."""
    whole, since = Source(ledger), "2026-01-01"
    period = Source(ledger, Selection(query=ContactQuery(since=since)))
    contacts = {one.id for one in ledger.contacts(ContactQuery(since=since))}
    expected = [one.id for one in whole.statements()
                if (one.contact in contacts if one.contact else (one.published or "") >= since)]  # fmt: skip
    told = list(period.statements())
    assert [one.id for one in told] == expected and any(one.contact is None for one in told)
    assert len(expected) < len(list(whole.statements()))
    assert {one.id for one in period.articles()} >= {one.article for one in told if one.contact is None}
    assert {one.id for one in period.threads()} < {one.id for one in whole.threads()}
    topic = Source(ledger, Selection(query=ContactQuery(since=since, topic="trade")))
    assert all(one.contact for one in topic.statements())


def test_two_periods_that_meet_are_the_whole(ledger: Ledger) -> None:
    before = Source(ledger, Selection(query=ContactQuery(until="2025-12-31")))
    after = Source(ledger, Selection(query=ContactQuery(since="2026-01-01")))
    free = [{one.id for one in part.statements() if one.contact is None} for part in (before, after)]
    assert not free[0] & free[1] and all(free)
    assert free[0] | free[1] == {one.id for one in Source(ledger).statements() if one.contact is None and one.published}


def test_one_contact_and_a_limit(ledger: Ledger) -> None:
    first, second, *_ = ledger.contacts()
    assert [one.id for one in Source(ledger, Selection(contact=second.id)).contacts()] == [second.id]
    assert [one.id for one in Source(ledger, Selection(query=ContactQuery(limit=1))).contacts()] == [first.id]


@pytest.mark.parametrize("what", ["contacts", "articles", "statements", "threads"])
def test_everything_comes_in_batches_without_a_gap(ledger: Ledger, monkeypatch: pytest.MonkeyPatch, what: str) -> None:
    whole = list(getattr(Source(ledger), what)())
    asked: list[int] = []
    ask = Ledger.ask

    def counted(self: Ledger, question: Any) -> Any:
        found = ask(self, question)
        asked.append(len(found) if isinstance(found, list) else len(found[0]))
        return found

    monkeypatch.setattr("readout.publish.selection.BATCH", 3)
    monkeypatch.setattr(Ledger, "ask", counted)
    assert [one.id for one in getattr(Source(ledger), what)()] == [one.id for one in whole] and len(whole) > 3
    names = asked if what == "contacts" else asked[::2]
    assert max(names) == 3 and len(asked) > 3, "the ids are asked for three at a time"
    assert what == "statements" or max(asked) == 3


def test_what_the_ledger_tells_one_by_one_the_batches_tell_too(ledger: Ledger) -> None:
    assert list(Source(ledger).articles()) == sorted(ledger.articles(), key=lambda one: one.id)
    assert list(Source(ledger).threads()) == sorted(ledger.commitments(), key=lambda one: one.id)
    told = {one.id: one for contact in ledger.contacts() for one in ledger.statements(contact.id)}
    assert told.items() <= {one.id: one for one in Source(ledger).statements()}.items()
