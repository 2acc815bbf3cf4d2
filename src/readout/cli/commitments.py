"""`readout commitments`: promises through time."""

from typing import Annotated

import typer

from readout.cli.options import Committer, Counterparty, JsonFlag, LedgerPlace, opened
from readout.model.vocabulary import Stage

Query = Annotated[
    str | None, typer.Argument(metavar="QUERY", help="A part of the object's name, such as soybeans or đậu tương.")
]
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
        committer=committer,
        counterparty=counterparty,
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
