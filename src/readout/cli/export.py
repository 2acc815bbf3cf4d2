"""`readout export`: the ledger in the formats of the field."""

import sys
from pathlib import Path
from typing import Annotated, Literal

import typer

from readout.cli.contacts import Limit, ModeFilter, PersonFilter, StatusFilter
from readout.cli.failure import Failure
from readout.cli.options import JsonFlag, LedgerPlace, PairFilter, Since, TopicFilter, Until, opened
from readout.cli.values import pair_of

Format = Literal["csv", "parquet", "plover", "jsonld", "ics", "atom", "html"]
TableName = Literal["contacts", "participants", "statements", "commitments", "versions", "articles"]

FormatName = Annotated[
    Format, typer.Argument(metavar="FORMAT", help="csv, parquet, plover, jsonld, ics, atom or html.")
]
Output = Annotated[
    Path | None, typer.Option("--output", "-o", metavar="PLACE", help="A file, or a folder for csv and parquet.")
]
TableFilter = Annotated[TableName | None, typer.Option("--table", help="One table of csv or parquet.")]
ContactFilter = Annotated[str | None, typer.Option("--contact", metavar="ID", help="Only this contact (c-…).")]


def export(
    format: FormatName,
    output: Output = None,
    table: TableFilter = None,
    contact: ContactFilter = None,
    pair: PairFilter = None,
    person: PersonFilter = None,
    mode: ModeFilter = None,
    status: StatusFilter = None,
    since: Since = None,
    until: Until = None,
    topic: TopicFilter = None,
    limit: Limit = None,
    ledger: LedgerPlace = None,
    json: JsonFlag = False,
) -> None:
    """Write the ledger, or what the filters leave of it, in a format of the field.

    csv and parquet are tables in a folder and need --output, or --table to write one of them; plover is event data
    (CSV), jsonld linked data, ics what is planned and what is due, atom what is new, html a report and needs --contact
    or --pair. Without --output a format of one piece goes to standard output. --json tells what was written.
    """
    from readout.api import ContactQuery
    from readout.publish import Selection, Source
    from readout.publish import export as write

    _check(format, table, contact, pair, output, json)
    query = ContactQuery(
        countries=pair_of(pair) if pair else (), person=person, mode=mode, status=status,
        since=since, until=until, topic=topic, limit=limit,
    )  # fmt: skip
    if contact and query != ContactQuery():
        raise typer.BadParameter("is one contact already; leave the other filters out", param_hint="--contact")
    try:
        with opened(ledger) as book:
            write(Source(book, Selection(query=query, contact=contact)), format, output, sys.stdout.buffer, table)
    except ModuleNotFoundError as missing:
        if missing.name != "pyarrow":
            raise
        raise Failure("parquet needs pyarrow: pip install 'readout[parquet]'") from missing
    if output is not None:
        _tell(format, output, json)


def _check(
    format: Format, table: str | None, contact: str | None, pair: str | None, output: Path | None, json: bool
) -> None:
    several = format in ("csv", "parquet")
    if table and not several:
        raise typer.BadParameter(f"{format} has no tables", param_hint="--table")
    if output is None and (json or format == "parquet" or (several and not table)):
        what = "--json tells what was written" if json and not several else f"{format} is written to a folder" if (
            several and not table) else f"{format} is written to a file"  # fmt: skip
        raise typer.BadParameter(f"{what}; name it", param_hint="--output")
    if format == "html" and not contact and not pair:
        raise typer.BadParameter("html is a report of one contact or one pair: give --contact ID or --pair US-CN")


def _tell(format: Format, output: Path, json: bool) -> None:
    """Name the files and their sizes."""
    paths = sorted(path for path in output.iterdir() if path.is_file()) if output.is_dir() else [output]
    if json:
        from readout.cli.output import print_json

        print_json({"format": format, "path": str(path), "bytes": path.stat().st_size} for path in paths)
    else:
        typer.echo(f"{format}: {len(paths)} file{'' if len(paths) == 1 else 's'} in {output}" if output.is_dir()
                   else f"{format}: {output}", err=True)  # fmt: skip
