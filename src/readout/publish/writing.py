"""One format to one place: standard output, a file or a folder."""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import BinaryIO, Literal, get_args

from readout.publish.places import named, whole
from readout.publish.selection import Source
from readout.publish.tables import TABLES, Table

Format = Literal["csv", "parquet", "plover", "jsonld", "ics", "atom", "html"]
FORMATS: tuple[str, ...] = get_args(Format)
FOLDERS = ("csv", "parquet")
"""Formats of several tables: they fill a folder, or one table goes to one file."""


def export(source: Source, format: Format, output: Path | None, stdout: BinaryIO, table: str | None = None) -> None:
    """Write the selection, as the ledger is now. `output` None is `stdout`; `table` picks one table of a format that
    has several.

    Raises, before anything is written, ValueError where the format and the place do not fit and NotFound for a contact
    that is not there; OSError, which names the place, where it cannot be written.
    """
    if format in FOLDERS and table is None and output is None:
        raise ValueError(f"{format} is several tables: name a folder with --output, or one of them with --table")
    if format == "parquet" and output is None:
        raise ValueError("parquet needs a file: name one with --output")
    with source.ledger.snapshot() as ledger:
        _write(Source(ledger, source.selection), format, output, stdout, table)


def _write(source: Source, format: str, output: Path | None, stdout: BinaryIO, table: str | None) -> None:
    if source.selection.contact is not None:
        source.ledger.contact(source.selection.contact)
    if output is not None and format in FOLDERS:
        if table is None:
            _write_folder(source, format, output)
            return
        if format == "parquet":
            _write_parquet(source, TABLES[table], output)
            return
    parts = _parts(source, format, table)
    if output is None:
        with named("standard output"):
            stdout.writelines(parts)
            stdout.flush()
    else:
        with whole(output) as path, open(path, "wb") as stream:
            stream.writelines(parts)


def _write_folder(source: Source, format: str, folder: Path) -> None:
    if format == "csv":
        from readout.publish.csv_tables import write_csv

        write_csv(source, folder)
    else:
        from readout.publish.parquet_tables import write_parquet

        write_parquet(source, folder)


def _write_parquet(source: Source, table: Table, path: Path) -> None:
    from readout.publish.parquet_tables import write_parquet_table

    write_parquet_table(source, table, path)


def _parts(source: Source, format: str, table: str | None) -> Iterator[bytes]:
    """The pieces of a format that is one stream; what is wrong with the selection is raised here, not while writing."""
    from readout.publish.atom import atom_feed
    from readout.publish.calendar import calendar_parts
    from readout.publish.csv_tables import csv_lines
    from readout.publish.jsonld import jsonld_lines
    from readout.publish.plover import EVENTS
    from readout.publish.report import report_parts

    makers: dict[str, Callable[[], Iterable[str | bytes]]] = {
        "csv": lambda: csv_lines(source, TABLES[table or ""]),
        "plover": lambda: csv_lines(source, EVENTS),
        "jsonld": lambda: jsonld_lines(source),
        "ics": lambda: calendar_parts(source),
        "atom": lambda: [atom_feed(source)],
        "html": lambda: report_parts(source),
    }
    pieces = makers[format]()
    return (piece.encode("utf-8", "replace") if isinstance(piece, str) else piece for piece in pieces)
