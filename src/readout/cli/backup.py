"""`readout backup FILE` and `readout restore FILE`: the whole ledger as one file, and back."""

from typing import Annotated

import typer

from readout.cli.failure import Failure
from readout.cli.options import JsonFlag, LedgerPlace, default_place, opened

BackupFile = Annotated[str, typer.Argument(metavar="FILE", help="The backup; gzipped JSON lines.")]


def backup(file: BackupFile, ledger: LedgerPlace = None, json: JsonFlag = False) -> None:
    """Write the whole ledger to one file, while it is in use."""
    from readout.api import backup_ledger

    with opened(ledger) as book:
        number = backup_ledger(book, file)
    _tell(number, f"{number} articles in {file}", json)


def restore(file: BackupFile, ledger: LedgerPlace = None, json: JsonFlag = False) -> None:
    """Make a new ledger from a backup, in SQLite or PostgreSQL. A ledger that holds articles is left alone."""
    from readout.api import LedgerError, restore_ledger

    place = ledger or default_place()
    try:
        number = restore_ledger(place, file)
    except LedgerError as error:
        raise Failure(str(error)) from error
    _tell(number, f"{number} articles restored to {place}", json)


def _tell(number: int, words: str, json: bool) -> None:
    if json:
        from readout.cli.output import print_json

        print_json([{"articles": number}])
    else:
        typer.echo(words)
