"""`readout contacts`: the contacts that the ledger knows, filtered."""

from typing import Annotated, Literal

import typer

from readout.cli.options import JsonFlag, LedgerPlace, PairFilter, Since, TopicFilter, Until, opened
from readout.cli.values import pair_of
from readout.model.vocabulary import Mode, Status

Order = Literal["date", "reports"]

PersonFilter = Annotated[
    str | None, typer.Option("--person", metavar="NAME", help="A part of a name, a whole Vietnamese name, or an id.")
]
ModeFilter = Annotated[Mode | None, typer.Option("--mode", help="How they met or spoke.")]
StatusFilter = Annotated[Status | None, typer.Option("--status", help="What became of it.")]
Sorting = Annotated[Order, typer.Option("--sort", help="In time, or the most reported first.")]
Limit = Annotated[int | None, typer.Option("--limit", min=1, metavar="N", help="At most so many.")]
IdsFlag = Annotated[bool, typer.Option("--ids", help="Only the ids, one per line.")]


def contacts(
    pair: PairFilter = None,
    person: PersonFilter = None,
    mode: ModeFilter = None,
    status: StatusFilter = None,
    since: Since = None,
    until: Until = None,
    topic: TopicFilter = None,
    sort: Sorting = "date",
    limit: Limit = None,
    ids: IdsFlag = False,
    ledger: LedgerPlace = None,
    json: JsonFlag = False,
) -> None:
    """Who spoke with whom, when and how.

    All filters given must hold.
    """
    from readout.api import ContactQuery

    query = ContactQuery(
        countries=pair_of(pair) if pair else (), person=person, mode=mode, status=status,
        since=since, until=until, topic=topic,
    )  # fmt: skip
    with opened(ledger) as book:
        found = list(book.contacts(query))
    if sort == "reports":
        found.sort(key=lambda contact: -contact.reports)
    shown = found[:limit]
    if json:
        from readout.cli.output import print_json

        print_json(shown)
    elif ids:
        typer.echo("".join(f"{contact.id}\n" for contact in shown), nl=False)
    else:
        from readout.cli.contacts_view import show_contacts

        show_contacts(shown, len(found))
