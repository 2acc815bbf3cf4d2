"""`readout compare ID`: each side's account of one contact, side by side."""

from typing import Annotated

import typer

from readout.cli.options import JsonFlag, LedgerPlace, opened
from readout.cli.silences import told_silences
from readout.cli.values import last_day

ContactId = Annotated[str, typer.Argument(metavar="ID", help="The id of a contact (c-…).")]
AsOf = Annotated[
    str | None,
    typer.Option("--as-of", metavar="DATE", help="With what was published up to this day.", callback=last_day),
]
Columns = Annotated[
    bool | None,
    typer.Option("--columns/--plain", help="Side by side, or cell by cell; else what the output is fit for."),
]
BriefFlag = Annotated[bool, typer.Option("--brief", help="Without all statements in full.")]


def compare(
    id: ContactId,
    as_of: AsOf = None,
    brief: BriefFlag = False,
    columns: Columns = None,
    ledger: LedgerPlace = None,
    json: JsonFlag = False,
) -> None:
    """Each side's account, side by side.

    What each raised, in which words, and where each is silent: as an article states, in so many readouts, or because
    it has published none.
    """
    from readout.cli.output import Page, print_json

    with opened(ledger) as book:
        contact = book.contact(id)
        comparison = book.compare(id, as_of)
        silences = [] if json else told_silences(book, comparison.silences)
    if json:
        print_json([comparison])
    else:
        from readout.cli.compare_view import show_comparison

        show_comparison(Page(columns), contact, comparison, silences, brief)
