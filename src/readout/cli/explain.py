"""`readout explain ID`: why the ledger says this."""

from typing import Annotated

import typer

from readout.cli.options import JsonFlag, LedgerPlace, opened

AnyId = Annotated[
    str, typer.Argument(metavar="ID", help="A contact (c-…), statement (s-…), commitment (k-…) or article (a-…).")
]


def explain(id: AnyId, ledger: LedgerPlace = None, json: JsonFlag = False) -> None:
    """Why the ledger says this.

    The sentences, the rules that read them, and the rules that joined the reports.
    """
    from readout.cli.output import Page, print_json

    with opened(ledger) as book:
        explanation = book.explain(id)
    if json:
        print_json([explanation])
    else:
        from readout.cli.explain_view import show_explanation

        show_explanation(Page(), explanation)
