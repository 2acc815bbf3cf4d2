"""Tables as CSV (RFC 4180, UTF-8), with the data dictionary as a table and as a Frictionless data package."""

import csv
import io
import json
from collections.abc import Iterator
from pathlib import Path

from readout.publish.selection import Source
from readout.publish.tables import TABLES, Table


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


def write_csv(source: Source, folder: Path) -> None:
    """Every table as `<name>.csv` in the folder, with `columns.csv` and `datapackage.json` beside them."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, table in TABLES.items():
        with open(folder / f"{name}.csv", "w", encoding="utf-8", newline="") as stream:
            stream.writelines(csv_lines(source, table))
    with open(folder / "columns.csv", "w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream)
        writer.writerow(["table", "column", "type", "meaning"])
        writer.writerows((table.name, *column) for table in TABLES.values() for column in table.columns)
    (folder / "datapackage.json").write_text(json.dumps(_package(), ensure_ascii=False, indent=2) + "\n", "utf-8")


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
