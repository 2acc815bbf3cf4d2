"""`readout add`: read articles into the ledger."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Annotated

import typer

from readout.cli.options import (
    AllowPrivate,
    AskedBy,
    Files,
    JsonFlag,
    LedgerPlace,
    PublishedDate,
    Workers,
    opened,
)
from readout.cli.problems import Problems
from readout.cli.progress import Progress, articles_in

if TYPE_CHECKING:
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
    workers: Workers = 1,
    ledger: LedgerPlace = None,
    json: JsonFlag = False,
) -> None:
    """Read articles into the ledger.

    A source is a file, a folder, a web address or -: text, page, JSON lines, feed, OPML, sitemap, WARC; gzip or zstd.
    Adding the same article again changes nothing: an interrupted run is resumed by repeating it. What cannot be read is
    told, one line each; the rest goes on.
    """
    from readout.api import Fetching
    from readout.api import samples as bundled

    sources = [*(files or []), *([bundled()] if samples else [])]
    if not sources:
        raise typer.BadParameter("name at least one file, folder or address, - for standard input, or --samples")
    problems = Problems()
    fetching = Fetching(pages=pages, allow_private=allow_private, contact=asked_by)
    with opened(ledger, new=True) as book, Progress("reading", articles_in(sources)) as progress:
        readings = problems.new_readings(sources, book, published, fetching, workers, progress.passed_over)
        outcomes = book.add_all(readings, lambda reading, outcome: progress.done())
    outcomes["unchanged"] += progress.passed
    _tell(outcomes, problems.number, json)
    progress.tell_rate()
    problems.exit()


def _tell(outcomes: "Mapping[AddOutcome, int]", lost: int, json: bool) -> None:
    if json:
        from readout.cli.output import print_json

        print_json([{**outcomes, "problems": lost}])
    else:
        from readout.cli.words import counted

        typer.echo(", ".join([*(f"{number} {name}" for name, number in outcomes.items()), counted(lost, "problem")]))
