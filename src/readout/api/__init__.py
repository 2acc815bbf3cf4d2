"""The public surface of readout.

    from readout.api import open_ledger, read, read_files

    reading = read("Ngày 4/2, ông Trump điện đàm với ông Tập.", published="2026-02-05")
    with open_ledger("ledger.sqlite") as ledger: ...

Names are loaded when they are first asked for, so that reading a text never loads the database.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from readout.api.reading import read, read_files, samples
    from readout.collect import Fetching, Problem
    from readout.ledger import Ledger, LedgerError, NotFound, open_ledger
    from readout.model.answers import CommitmentQuery, ContactQuery
    from readout.model.records import Article, Reading
    from readout.model.schema import reading_schema

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
    "open_ledger",
    "read",
    "read_files",
    "reading_schema",
    "samples",
]

_HOMES = {
    "readout.api.reading": ("read", "read_files", "samples"),
    "readout.collect": ("Fetching", "Problem"),
    "readout.ledger": ("Ledger", "LedgerError", "NotFound", "open_ledger"),
    "readout.model.answers": ("CommitmentQuery", "ContactQuery"),
    "readout.model.records": ("Article", "Reading"),
    "readout.model.schema": ("reading_schema",),
}


def __getattr__(name: str) -> Any:
    for home, names in _HOMES.items():
        if name in names:
            return getattr(import_module(home), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
