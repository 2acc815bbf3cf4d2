"""`readout timeline`: two countries through time."""

from readout.cli.options import JsonFlag, LedgerPlace, Pair, opened
from readout.cli.values import pair_of


def timeline(pair: Pair, ledger: LedgerPlace = None, json: JsonFlag = False) -> None:
    """The contacts of two countries through time."""
    codes = pair_of(pair)
    with opened(ledger) as book:
        found = list(book.timeline(*codes))
    if json:
        from readout.cli.output import print_json

        print_json(found)
    else:
        from readout.cli.contacts_view import show_timeline

        show_timeline(codes, found)
