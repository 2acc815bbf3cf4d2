"""`readout show ID`: everything about one contact, commitment or article."""

from typing import TYPE_CHECKING, Annotated, Any

import typer

from readout.cli.options import JsonFlag, LedgerPlace, opened

if TYPE_CHECKING:
    from readout.api import Ledger
    from readout.cli.output import Page

Identifier = Annotated[
    str, typer.Argument(metavar="ID", help="A contact (c-…), statement (s-…), commitment (k-…) or article.")
]


def show(id: Identifier, ledger: LedgerPlace = None, json: JsonFlag = False) -> None:
    """One contact with all its reports.

    Or one statement (s-…), one commitment thread (k-…), or the reading of one article (a-…, its own id or its URL).
    """
    from readout.cli.output import Page, print_json

    with opened(ledger) as book:
        record = _record(book, id)
        if json:
            print_json([record])
        else:
            _show(Page(), book, record)


def _record(book: "Ledger", id: str) -> Any:
    if id.startswith("k-"):
        return book.thread(id)
    if id.startswith("s-"):
        return book.statement(id)
    if id.startswith("c-"):
        return book.contact(id)
    return book.reading(id)


def _show(page: "Page", book: "Ledger", record: Any) -> None:
    from readout.model.answers import CommitmentThread, LedgerStatement
    from readout.model.records import Reading

    if isinstance(record, CommitmentThread):
        from readout.cli.commitments_view import show_thread

        show_thread(page, record)
    elif isinstance(record, Reading):
        from readout.cli.reading_view import show_reading

        show_reading(page, record)
    elif isinstance(record, LedgerStatement):
        from readout.cli.statement_view import show_statement

        show_statement(page, record)
    else:
        from readout.cli.contact_view import show_contact

        show_contact(page, book, record)
