"""Tables as CSV (RFC 4180, UTF-8), with the data dictionary as a table and as a Frictionless data package."""

import csv
import io
import json
from collections.abc import Iterable, Iterator
from pathlib import Path

from readout.publish.places import folder, whole
from readout.publish.selection import Source
from readout.publish.tables import TABLES, Row, Table, columns


def csv_lines(source: Source, table: Table) -> Iterator[str]:
    """The header and the rows, one string per record; CRLF between them, as the standard says."""
    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer)

    def taken() -> str:
        text = buffer.getvalue()
        buffer.seek(0)
        buffer.truncate()
        return text

    writer.writerow([column.name for column in table.columns])
    yield taken()
    for row in table.rows(source):
        writer.writerow(["" if cell is None else cell for cell in row])
        yield taken()


def write_csv(source: Source, place: Path) -> None:
    """Every table as `<name>.csv` in the folder, with `columns.csv` and `datapackage.json` beside them."""
    folder(place)
    for name, table in TABLES.items():
        _write(place / f"{name}.csv", csv_lines(source, table))
    _write(place / "columns.csv", csv_lines(source, _COLUMNS))
    _write(place / "datapackage.json", [json.dumps(_package(), ensure_ascii=False, indent=2) + "\n"])


def _write(place: Path, lines: Iterable[str]) -> None:
    with whole(place) as path, open(path, "w", encoding="utf-8", newline="") as stream:
        stream.writelines(lines)


def _explained(_: Source) -> Iterator[Row]:
    for table in TABLES.values():
        for column in table.columns:
            yield table.name, *column


_COLUMNS = Table("columns", "The data dictionary: one row per column of the tables.", columns(
    ("table", "The table."), ("column", "Its column."), ("type", "string, integer or number."),
    ("meaning", "What the column holds.")), _explained)  # fmt: skip


def _package() -> dict[str, object]:
    """The description of the tables after https://specs.frictionlessdata.io/tabular-data-package/."""
    return {
        "profile": "tabular-data-package",
        "name": "readout",
        "resources": [
            {
                "profile": "tabular-data-resource",
                "name": table.name,
                "path": f"{table.name}.csv",
                "description": table.meaning,
                "encoding": "utf-8",
                "schema": {
                    "fields": [
                        {"name": column.name, "type": column.type, "description": column.meaning}
                        for column in table.columns
                    ],
                    "missingValues": [""],
                },
            }
            for table in TABLES.values()
        ],
    }
