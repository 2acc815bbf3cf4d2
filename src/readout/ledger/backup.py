"""The whole ledger as one file, and back, while it is in use: gzipped JSON lines, the same for both databases.

The first line names the schema, then each table is a line with its name and columns, followed by a line per row. A
backup is one consistent view; nobody waits for it. It can be restored into the other kind of database.
"""

import gzip
import json
import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import IO, Any

from sqlalchemy import Connection, Engine, MetaData, Table, func, insert, select, text

from readout.ledger.dialect import reading, writing
from readout.ledger.errors import LedgerError
from readout.ledger.tables import article, metadata

FORMAT = "readout-backup"
_AT_ONCE = 500
_FIRST = f'{{"format": "{FORMAT}"'
"""What every backup begins with."""


def backup(engine: Engine, path: Path, schema: str) -> int:
    """Write the ledger to `path`, which appears only when it is complete; returns the number of articles.

    Raises LedgerError where it cannot, and where it would overwrite anything but an older backup.
    """
    if path.is_file() and path.stat().st_size and not _is_backup(path):
        raise LedgerError(f"{path} is no backup of a ledger; name another file, it is left alone")
    part = path.with_name(path.name + ".part")
    try:
        with gzip.open(part, "wt", encoding="utf-8", compresslevel=4) as file, reading(engine) as connection:
            if engine.dialect.name == "postgresql":
                connection.execute(text("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY"))
            number = int(connection.execute(select(func.count()).select_from(article)).scalar_one())
            file.writelines(line + "\n" for line in _lines(connection, schema))
        with part.open("rb") as written:
            os.fsync(written.fileno())
        part.replace(path)
    except OSError as error:
        raise LedgerError(f"cannot write the backup {path}: {error.strerror or error}") from None
    finally:
        part.unlink(missing_ok=True)
    return number


def _is_backup(path: Path) -> bool:
    try:
        with gzip.open(path, "rt", encoding="utf-8") as file:
            return file.read(len(_FIRST)) == _FIRST
    except (OSError, EOFError, ValueError):
        return False


def _lines(connection: Connection, schema: str) -> Iterator[str]:
    yield json.dumps({"format": FORMAT, "schema": schema})
    rows = 0
    for table in metadata.sorted_tables:
        yield json.dumps({"table": table.name, "columns": [column.name for column in table.columns]})
        for row in connection.execution_options(yield_per=_AT_ONCE).execute(select(table)):
            rows += 1
            yield json.dumps(list(row), ensure_ascii=False, separators=(",", ":"))
    yield json.dumps({"end": rows})


def restore(engine: Engine, path: Path, migrate: Callable[[Connection, str], None]) -> int:
    """Fill an empty ledger from a backup, in one transaction; returns the number of articles.

    `migrate` brings the empty database to the schema that the backup was made with. Raises LedgerError where the
    ledger holds anything, or the file is no complete backup; nothing is changed then.
    """
    try:
        with gzip.open(path, "rt", encoding="utf-8") as file, writing(engine) as connection:
            head = json.loads(file.readline() or "null")
            if not isinstance(head, dict) or head.get("format") != FORMAT:
                raise LedgerError(f"{path} is not a backup of a ledger")
            migrate(connection, str(head["schema"]))
            _fill(connection, file, path)
            migrate(connection, "head")
            return int(connection.execute(select(func.count()).select_from(article)).scalar_one())
    except (gzip.BadGzipFile, EOFError, json.JSONDecodeError, UnicodeDecodeError):
        raise LedgerError(f"{path} is not a complete backup of a ledger") from None
    except OSError as error:
        raise LedgerError(f"cannot read the backup {path}: {error.strerror or error}") from None


def _fill(connection: Connection, file: IO[str], path: Path) -> None:
    tables = MetaData()
    tables.reflect(connection, only=lambda name, _: name in metadata.tables)
    table: Table | None = None
    columns: list[str] = []
    rows: list[dict[str, Any]] = []
    for line in file:
        found = json.loads(line)
        if isinstance(found, list):
            rows.append(dict(zip(columns, found, strict=True)))
        if len(rows) == _AT_ONCE or (rows and isinstance(found, dict)):
            connection.execute(insert(table), rows) if table is not None else None
            rows = []
        if isinstance(found, dict):
            if "end" in found:
                _number_on(connection)
                return
            table, columns = tables.tables[found["table"]], found["columns"]
    raise LedgerError(f"{path} is not a complete backup of a ledger")


def _number_on(connection: Connection) -> None:
    """PostgreSQL numbers new rows by a sequence of its own, which does not see the rows that came with a number."""
    if connection.dialect.name == "postgresql":
        for table, column in (("passage", "id"), ("correction", "number")):
            connection.execute(
                text(
                    f"SELECT setval(pg_get_serial_sequence('{table}', '{column}'), "
                    f"(SELECT coalesce(max({column}), 0) + 1 FROM {table}), false)"
                )
            )
