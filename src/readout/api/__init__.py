"""The public surface of readout.

    from readout.api import open_ledger, read, read_files

    reading = read("Ngày 4/2, ông Trump điện đàm với ông Tập.", published="2026-02-05")
    with open_ledger("ledger.sqlite") as ledger: ...

Names are loaded when they are first asked for, so that reading a text never loads the database.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from readout.api.many import read_new, reader
    from readout.api.reading import read, read_files, samples
    from readout.batch import Stored
    from readout.collect import Fetching, Problem
    from readout.ledger import Ledger, LedgerError, NotFound, backup_ledger, open_ledger, restore_ledger
    from readout.model.answers import CommitmentQuery, ContactQuery
    from readout.model.records import Article, Reading
    from readout.model.schema import reading_schema
    from readout.model.searching import SearchQuery

__all__ = [
    "Article",
    "CommitmentQuery",
    "ContactQuery",
    "Fetching",
    "Ledger",
    "LedgerError",
    "NotFound",
    "Problem",
    "Reading",
    "SearchQuery",
    "Stored",
    "backup_ledger",
    "open_ledger",
    "read",
    "read_files",
    "read_new",
    "reader",
    "reading_schema",
    "restore_ledger",
    "samples",
]

_HOMES = {
    "readout.api.many": ("read_new", "reader"),
    "readout.api.reading": ("read", "read_files", "samples"),
    "readout.batch": ("Stored",),
    "readout.collect": ("Fetching", "Problem"),
    "readout.ledger": ("Ledger", "LedgerError", "NotFound", "backup_ledger", "open_ledger", "restore_ledger"),
    "readout.model.answers": ("CommitmentQuery", "ContactQuery"),
    "readout.model.records": ("Article", "Reading"),
    "readout.model.schema": ("reading_schema",),
    "readout.model.searching": ("SearchQuery",),
}


def __getattr__(name: str) -> Any:
    for home, names in _HOMES.items():
        if name in names:
            return getattr(import_module(home), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
