"""`readout add`: read articles into the ledger."""

import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import TYPE_CHECKING, Annotated

import typer

from readout.cli.options import (
    AllowPrivate,
    AskedBy,
    Files,
    JsonFlag,
    LedgerPlace,
    PublishedDate,
    checked_date,
    opened,
)
from readout.cli.problems import Problems

if TYPE_CHECKING:
    from readout.api import Reading
    from readout.model.answers import AddOutcome

PagesFlag = Annotated[bool, typer.Option("--pages", help="Fetch the page of every feed item, not only its lead.")]
SamplesFlag = Annotated[bool, typer.Option("--samples", help="Add the bundled sample articles.")]


def add(
    files: Files = None,
    samples: SamplesFlag = False,
    published: PublishedDate = None,
    pages: PagesFlag = False,
    allow_private: AllowPrivate = False,
    asked_by: AskedBy = None,
    ledger: LedgerPlace = None,
    json: JsonFlag = False,
) -> None:
    """Read articles into the ledger.

    A source is a file, a folder, a web address or -: text, page, JSON lines, feed, OPML, sitemap, WARC; gzip or zstd.
    Adding the same article again changes nothing. What cannot be read is told, one line each; the rest goes on.
    """
    from readout.api import Fetching
    from readout.api import samples as bundled

    sources = [*(files or []), *([bundled()] if samples else [])]
    if not sources:
        raise typer.BadParameter("name at least one file, folder or address, - for standard input, or --samples")
    date, problems = checked_date(published), Problems()
    fetching = Fetching(pages=pages, allow_private=allow_private, contact=asked_by)
    with opened(ledger, new=True) as book, _progress() as advance:
        outcomes = book.add_all(problems.readings(sources, date, fetching), advance)
    _tell(outcomes, problems.number, json)
    problems.exit()


@contextmanager
def _progress() -> "Iterator[Callable[[Reading, str], None]]":
    """Count the articles on standard error while it is a terminal; how many there will be is not known before."""
    if not sys.stderr.isatty():
        yield lambda reading, outcome: None
        return
    from rich.console import Console
    from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    columns = (SpinnerColumn(), TextColumn("{task.completed} articles"), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task("reading", total=None)
        yield lambda reading, outcome: progress.advance(task)


def _tell(outcomes: "Mapping[AddOutcome, int]", lost: int, json: bool) -> None:
    numbers = {str(name): number for name, number in outcomes.items()} | {"problems": lost}
    if json:
        from readout.cli.output import print_json

        print_json([numbers])
    else:
        typer.echo(", ".join(f"{number} {name}" for name, number in numbers.items()))
