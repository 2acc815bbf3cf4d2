"""`readout commitments`: promises through time."""

from typing import Annotated

import typer

from readout.cli.options import JsonFlag, LedgerPlace, code_of, opened
from readout.model.vocabulary import Stage

Query = Annotated[str | None, typer.Argument(metavar="QUERY", help="A part of the object's name, such as soybeans.")]
Committer = Annotated[str | None, typer.Option("--committer", metavar="CODE", help="Who promises: a country's code.")]
Counterparty = Annotated[str | None, typer.Option("--counterparty", metavar="CODE", help="To whom: a country's code.")]
StageFilter = Annotated[Stage | None, typer.Option("--stage", help="A stage that somebody claimed.")]


def commitments(
    query: Query = None,
    committer: Committer = None,
    counterparty: Counterparty = None,
    stage: StageFilter = None,
    ledger: LedgerPlace = None,
    json: JsonFlag = False,
) -> None:
    """Promises, and what became of them.

    Every version in order of publication: who claims it, who confirms it, how much was done.
    """
    from readout.api import CommitmentQuery

    asked = CommitmentQuery(
        text=query,
        committer=code_of(committer) if committer else None,
        counterparty=code_of(counterparty) if counterparty else None,
        stage=stage,
    )
    with opened(ledger) as book:
        threads = list(book.commitments(asked))
    if json:
        from readout.cli.output import print_json

        print_json(threads)
    else:
        from readout.cli.commitments_view import show_threads

        show_threads(threads)
