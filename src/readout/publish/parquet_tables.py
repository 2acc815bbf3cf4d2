"""Tables as Parquet: the columns of the CSV with their types; each column's meaning stands in the file's schema."""

from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Any

from readout.publish.places import folder, whole
from readout.publish.selection import Source
from readout.publish.tables import TABLES, Row, Table

GROUP = 5_000
"""Rows of one row group: what is in memory at a time."""


def write_parquet(source: Source, place: Path) -> None:
    """Every table as `<name>.parquet` in the folder. Needs pyarrow (`pip install 'readout[parquet]'`)."""
    folder(place)
    for name, table in TABLES.items():
        write_parquet_table(source, table, place / f"{name}.parquet")


def write_parquet_table(source: Source, table: Table, path: Path) -> None:
    """One table, whole or not at all; the same ledger gives the same bytes."""
    import pyarrow as pa
    from pyarrow import parquet

    schema = _schema(table)
    with whole(path) as begun, parquet.ParquetWriter(begun, schema, compression="zstd") as writer:
        rows = table.rows(source)
        while group := list(islice(rows, GROUP)):
            writer.write_table(pa.Table.from_arrays(list(_arrays(group, schema)), schema=schema))


def _schema(table: Table) -> Any:
    import pyarrow as pa

    types = {"string": pa.string(), "integer": pa.int64(), "number": pa.float64()}
    fields = [pa.field(c.name, types[c.type], metadata={"description": c.meaning}) for c in table.columns]
    return pa.schema(fields, metadata={"description": table.meaning})


def _arrays(rows: list[Row], schema: Any) -> Iterator[Any]:
    import pyarrow as pa

    for number, field in enumerate(schema):
        yield pa.array([row[number] for row in rows], type=field.type)
