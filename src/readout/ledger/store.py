"""The ledger: readings go in, records with their evidence come out."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Self, TypeVar

from sqlalchemy import Connection, Engine, select
from sqlalchemy.exc import DBAPIError

from readout.ledger import (
    articles,
    commitments,
    comparing,
    contacts,
    copies,
    correcting,
    explaining,
    rereading,
    searching,
    statements,
    versions,
)
from readout.ledger.adding import add_reading
from readout.ledger.backup import backup
from readout.ledger.deriving import derive_anew
from readout.ledger.dialect import lasting, only_reads, writing
from readout.ledger.dialect import reading as reading_view
from readout.ledger.errors import LedgerError
from readout.ledger.relinking import relink
from readout.ledger.tables import unlinked
from readout.model.answers import (
    AddOutcome,
    CommitmentQuery,
    CommitmentThread,
    Comparison,
    ContactQuery,
    Explanation,
    LedgerArticle,
    LedgerContact,
    LedgerStatement,
)
from readout.model.editing import ArticleVersion, LedgerCorrection
from readout.model.records import Article, Reading
from readout.model.rereading import RereadArticle
from readout.model.searching import SearchQuery, SearchResult

_LINK_EVERY = 1000
"""Articles that `add_all` stores before it links what they changed."""
_BLOCKS_AT_ONCE = 50
"""Blocks that are linked in one transaction, so that another writer need not wait long."""

_BEHIND = select(unlinked.c.day).limit(1)

Progress = Callable[[Reading, AddOutcome], None]
_T = TypeVar("_T")


class Ledger:
    """One ledger; made by `open_ledger`. Safe to use from several threads and beside other processes.

    Every id may be given by a beginning that is unique; NotFound says that there is none, or more than one. A method
    raises LedgerError, in one line, where the database fails (full disk, lost connection).
    """

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def add(self, reading: Reading) -> AddOutcome:
        """Store one reading and link what it touches, in one transaction. Adding it again changes nothing."""
        with self._failing_in_one_line(), writing(self._engine) as connection:
            outcome = add_reading(connection, reading)
            if outcome != "unchanged":
                relink(connection)
        return outcome

    def add_all(self, readings: Iterable[Reading], on_progress: Progress | None = None) -> dict[AddOutcome, int]:
        """Store many readings, each in its own transaction; links follow every few hundred articles and at the end.

        What a killed process leaves unlinked is noted beside the articles; the next question or addition links it.
        Returns how many were added, unchanged and updated.
        """
        outcomes: dict[AddOutcome, int] = {"added": 0, "unchanged": 0, "updated": 0}
        for number, one in enumerate(readings, 1):
            with self._failing_in_one_line(), writing(self._engine) as connection:
                outcome = add_reading(connection, one)
            outcomes[outcome] += 1
            if on_progress:
                on_progress(one, outcome)
            if number % _LINK_EVERY == 0:
                self.link()
        self.link()
        return outcomes

    def link(self, anew: bool = False) -> None:
        """Link everything that was stored and not linked yet; `anew` derives and links all again, by the rules of
        today."""
        if anew:
            with self._failing_in_one_line(), writing(self._engine) as connection:
                derive_anew(connection)
        done = False
        while not done:
            with self._failing_in_one_line(), writing(self._engine) as connection:
                done = relink(connection, limit=_BLOCKS_AT_ONCE)

    def contacts(self, query: ContactQuery | None = None) -> tuple[LedgerContact, ...]:
        """Contacts that the query asks for, in order of their date (of publication where no date is known)."""
        with self._view() as connection:
            return contacts.find(connection, query or ContactQuery())

    def contact(self, contact_id: str) -> LedgerContact:
        """One contact."""
        with self._view() as connection:
            return contacts.get(connection, contact_id)

    def timeline(self, a: str, b: str) -> tuple[LedgerContact, ...]:
        """All contacts in which both countries take part, in order of their date."""
        return self.contacts(ContactQuery(countries=(a, b)))

    def statements(self, contact_id: str) -> tuple[LedgerStatement, ...]:
        """All statements on a contact, in order of publication."""
        with self._view() as connection:
            return statements.of_contact(connection, contacts.find_id(connection, contact_id))

    def statement(self, statement_id: str) -> LedgerStatement:
        """One statement."""
        with self._view() as connection:
            return statements.get(connection, statement_id)

    def compare(self, contact_id: str, as_of: str | None = None) -> Comparison:
        """The sides' readouts of a contact side by side, from articles published up to the ISO day `as_of`."""
        with self._view() as connection:
            return comparing.compare(connection, contact_id, as_of)

    def commitments(self, query: CommitmentQuery | None = None) -> tuple[CommitmentThread, ...]:
        """Threads that the query asks for, the longest first."""
        with self._view() as connection:
            return commitments.find(connection, query or CommitmentQuery())

    def thread(self, thread_id: str) -> CommitmentThread:
        """One commitment thread."""
        with self._view() as connection:
            return commitments.get(connection, thread_id)

    def explain(self, subject_id: str) -> Explanation:
        """Why the ledger says this: `c-` contact, `s-` statement, `k-` thread or `a-` article."""
        with self._view() as connection:
            return explaining.explain(connection, subject_id)

    def articles(self) -> tuple[LedgerArticle, ...]:
        """All articles in order of publication, those without a date last."""
        with self._view() as connection:
            return articles.all_of(connection)

    def article(self, article_id: str) -> LedgerArticle:
        """One article, by the ledger's id, its own id or its URL."""
        with self._view() as connection:
            return articles.get(connection, article_id)

    def reading(self, article_id: str) -> Reading:
        """The whole reading of one article, as it was added."""
        with self._view() as connection:
            return articles.reading_of(connection, article_id)

    def search(self, query: SearchQuery) -> SearchResult:
        """Articles and statements in which the words stand, the best first, and the people whose names hold them."""
        with self._view() as connection:
            return searching.search(connection, query)

    def correct(
        self, subject: str, field: str, value: object, *, who: str, why: str, of: str | None = None
    ) -> LedgerCorrection:
        """Give a field of a contact, statement or commitment another value; `of` narrows it to one article's claims.

        Re-reading and re-linking keep it. Raises LedgerError for a field that cannot be corrected or have this value.
        """
        return self._decided(lambda c: correcting.correct(c, subject, field, value, correcting.Reason(who, why), of))

    def merge(self, subject: str, into: str, *, who: str, why: str) -> LedgerCorrection:
        """Say that two contacts are one event, or two commitments one promise: `subject` becomes part of `into`."""
        return self._decided(lambda c: correcting.merge(c, subject, into, correcting.Reason(who, why)))

    def split(self, subject: str, articles_: Iterable[str], *, who: str, why: str) -> LedgerCorrection:
        """Say that what these articles report of a contact or commitment is another one; its id is in `new`."""
        return self._decided(lambda c: correcting.split(c, subject, articles_, correcting.Reason(who, why)))

    def undo(self, number: int, *, who: str, why: str) -> LedgerCorrection:
        """Let a correction hold no more; it stays in the history."""
        return self._decided(lambda c: correcting.undo(c, number, correcting.Reason(who, why)))

    def history(self, subject: str | None = None) -> tuple[LedgerCorrection, ...]:
        """The corrections of a record, or all, in the order in which they were made."""
        with self._view() as connection:
            return correcting.history(connection, subject)

    def versions(self, article_id: str) -> tuple[ArticleVersion, ...]:
        """The versions of an article that do not count, in order of publication."""
        with self._view() as connection:
            return versions.of_article(connection, articles.find_id(connection, article_id))

    def copies(self, article_id: str) -> tuple[LedgerArticle, ...]:
        """Other articles with the same text (reprints, light edits), published within ten days of it."""
        with self._view() as connection:
            return copies.of_article(connection, article_id)

    def holds(self, articles_: Sequence[Article]) -> list[bool]:
        """For each article whether it is stored exactly as it is, so that it need not be read again."""
        with self._failing_in_one_line(), reading_view(self._engine) as connection:
            return articles.stored_as_they_are(connection, articles_)

    def number_of_articles(self) -> int:
        """How many articles are stored."""
        with self._failing_in_one_line(), reading_view(self._engine) as connection:
            return rereading.number_of_articles(connection)

    def reread(self, reader: rereading.Reader) -> Iterator[tuple[Reading, RereadArticle | None]]:
        """Each stored article's reading by `reader`, and what is different in it; changes nothing."""
        return rereading.reread(self._engine, reader)

    def backed_up(self, path: Path, schema: str) -> int:
        """Write everything to a file; call `readout.ledger.backup_ledger`."""
        with self._failing_in_one_line():
            return backup(self._engine, path, schema)

    def _decided(self, verb: Callable[[Connection], LedgerCorrection]) -> LedgerCorrection:
        self.link()
        with self._failing_in_one_line(), writing(self._engine) as connection:
            relink(connection)
            return verb(connection)

    def ask(self, question: Callable[[Connection], _T]) -> _T:
        """What a question of `readout.ledger.browsing` finds, in one consistent view."""
        with self._view() as connection:
            return question(connection)

    @contextmanager
    def snapshot(self) -> Iterator["Ledger"]:
        """The ledger as it is now, for questions whose answers must fit together; for one thread, to be asked only.

        What is added meanwhile is not in it.
        """
        with self._view():
            pass
        with self._failing_in_one_line(), lasting(self._engine) as connection:
            connection.execute(select(unlinked.c.day).limit(1))  # the view is that of the first question
            yield _Snapshot(self._engine, connection)

    def close(self) -> None:
        """Close all connections."""
        self._engine.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @contextmanager
    def _view(self) -> Iterator[Connection]:
        """One consistent view in which everything is linked (as far as it is, where the ledger can only be read)."""
        with self._failing_in_one_line():
            with reading_view(self._engine) as connection:
                if only_reads(self._engine) or connection.execute(_BEHIND).first() is None:
                    yield connection
                    return
            self.link()
            with reading_view(self._engine) as connection:
                yield connection

    @contextmanager
    def _failing_in_one_line(self) -> Iterator[None]:
        try:
            yield
        except DBAPIError as error:
            lines = str(error.orig).strip().splitlines()
            raise LedgerError(f"the ledger failed: {lines[0] if lines else type(error.orig).__name__}") from error


class _Snapshot(Ledger):
    """All views of it are one."""

    def __init__(self, engine: Engine, connection: Connection) -> None:
        super().__init__(engine)
        self._connection = connection

    @contextmanager
    def _view(self) -> Iterator[Connection]:
        with self._failing_in_one_line():
            yield self._connection
