"""What people decide about the ledger: corrections as they are answered. No I/O."""

from typing import Any, Literal

from readout.model.records import Record

CorrectionKind = Literal["correct", "merge", "split"]


class LedgerCorrection(Record, frozen=True, kw_only=True):
    """One decision of a person. `old` and `new` are the values before and after, as JSON holds them.

    correct: the value of `field`. merge: the two ids, and the id that both are now. split: the articles whose reports
    were taken out, and the id that they are now.
    """

    number: int
    kind: CorrectionKind
    subject: str
    """Id of the record when it was decided."""
    field: str | None = None
    old: Any = None
    new: Any = None
    who: str
    at: str
    """ISO 8601 in UTC."""
    why: str
    applies: bool = True
    """Whether the words that it is about are still read as such a record."""
    undone_who: str | None = None
    undone_at: str | None = None
    undone_why: str | None = None


class ArticleVersion(Record, frozen=True, kw_only=True):
    """A version of an article that does not count (any more): what was read from it is not in any answer."""

    id: str
    article: str
    published: str | None = None
    title: str | None = None
    text: str
    contacts: int = 0
    statements: int = 0
    commitments: int = 0
