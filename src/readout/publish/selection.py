"""What is published: the contacts of a query and what belongs to them, read from the ledger in small batches."""

from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

from sqlalchemy import Connection, select

from readout.ledger import Ledger, articles, browsing, commitments, statements
from readout.ledger.rows import decode_reading
from readout.ledger.tables import article, commitment, statement
from readout.model.answers import (
    CommitmentThread,
    ContactQuery,
    LedgerArticle,
    LedgerContact,
    LedgerStatement,
)
from readout.model.records import Reading, Record

BATCH = 200
_T = TypeVar("_T")
_Question = Callable[[Connection], _T]


class Selection(Record, frozen=True, kw_only=True):
    """What to publish: contacts by query, or one contact by its id. Both empty is the whole ledger."""

    query: ContactQuery = ContactQuery()
    contact: str | None = None

    @property
    def everything(self) -> bool:
        """Whether nothing was asked for in particular: then statements and threads without a contact go in too."""
        return self.contact is None and self.query == ContactQuery()


class Source:
    """A ledger and what of it is published. Every method is a stream in a fixed order; memory holds one batch."""

    def __init__(self, ledger: Ledger, selection: Selection | None = None) -> None:
        self.ledger = ledger
        self.selection = selection or Selection()

    def contacts(self) -> Iterator[LedgerContact]:
        """By date, then id."""
        if self.selection.contact is not None:
            yield self.ledger.contact(self.selection.contact)
            return
        query, left, after = self.selection.query, self.selection.query.limit, None
        while left is None or left > 0:
            size = BATCH if left is None else min(BATCH, left)
            page, after = self.ledger.ask(_contacts_after(query, after, size))
            yield from page
            left = None if left is None else left - len(page)
            if len(page) < size:
                return

    def statements(self) -> Iterator[LedgerStatement]:
        """Contact by contact; for the whole ledger article by article, those without a contact too."""
        if self.selection.everything:
            yield from self._in_batches(_article_ids, _statements_of)
            return
        for contact in self.contacts():
            yield from self.ledger.statements(contact.id)

    def threads(self) -> Iterator[CommitmentThread]:
        """By id: the threads with a version told in a selected contact, and with a pair those between both sides."""
        for thread in self._in_batches(_thread_ids, _threads_of):
            if self.selection.everything or self._selected(thread):
                yield thread

    def articles(self) -> Iterator[LedgerArticle]:
        """By id: every article, or those that report a selected contact."""
        ids = None if self.selection.everything else {
            entry.article for contact in self.contacts() for entry in contact.history}  # fmt: skip
        for one in self._in_batches(_article_ids, _articles_of):
            if ids is None or one.id in ids:
                yield one

    def reading(self, article_id: str) -> Reading:
        """The whole reading of one article, by its ledger id."""
        return self.ledger.ask(_reading_of(article_id))

    def _in_batches(self, names: _Question[list[str]], named: Callable[[Sequence[str]], _Question[list[_T]]]) -> (
            Iterator[_T]):  # fmt: skip
        """What `named` tells of each id, in the order of the ids; only the ids are all in memory."""
        ids = self.ledger.ask(names)
        for start in range(0, len(ids), BATCH):
            yield from self.ledger.ask(named(ids[start:start + BATCH]))

    def _selected(self, thread: CommitmentThread) -> bool:
        parties = {party.country for party in (thread.committer, thread.counterparty) if party}
        pair = set(self.selection.query.countries)
        if len(pair) == 2 and pair == parties and self.selection.query == ContactQuery(
            countries=self.selection.query.countries
        ):
            return True
        told = {version.contact for version in thread.versions if version.contact}
        return bool(told & self._contact_ids())

    def _contact_ids(self) -> set[str]:
        if not hasattr(self, "_ids"):
            self._ids = {contact.id for contact in self.contacts()}
        return self._ids


_Mark = tuple[str, str] | None


def _contacts_after(query: ContactQuery, after: _Mark, size: int) -> Callable[
        [Connection], tuple[tuple[LedgerContact, ...], _Mark]]:  # fmt: skip
    named = {name: getattr(query, name) for name in ContactQuery.__struct_fields__ if name != "limit"}

    def ask(connection: Connection) -> tuple[tuple[LedgerContact, ...], _Mark]:
        page = browsing.page(connection, browsing.Browse(**named, limit=size), "oldest", after=after)
        return page, (browsing.sort_day(connection, page[-1].id), page[-1].id) if page else after

    return ask


def _article_ids(connection: Connection) -> list[str]:
    return list(connection.execute(select(article.c.id).order_by(article.c.id)).scalars())


def _thread_ids(connection: Connection) -> list[str]:
    asked = select(commitment.c.thread_id).distinct().order_by(commitment.c.thread_id)
    return list(connection.execute(asked).scalars())


def _articles_of(ids: Sequence[str]) -> _Question[list[LedgerArticle]]:
    def ask(connection: Connection) -> list[LedgerArticle]:
        asked = select(*articles.COLUMNS).where(article.c.id.in_(ids))
        return sorted((LedgerArticle(**row._mapping) for row in connection.execute(asked)), key=lambda one: one.id)

    return ask


def _statements_of(ids: Sequence[str]) -> _Question[list[LedgerStatement]]:
    def ask(connection: Connection) -> list[LedgerStatement]:
        found = statements.records_of(connection, statements.statements_asked().where(statement.c.article_id.in_(ids)))
        return sorted(found, key=lambda one: (one.article, one.content.start, one.id))

    return ask


def _threads_of(ids: Sequence[str]) -> _Question[list[CommitmentThread]]:
    def ask(connection: Connection) -> list[CommitmentThread]:
        asked = commitments.claims_asked().where(commitment.c.thread_id.in_(ids))
        return sorted(commitments.threads_of(connection, asked), key=lambda one: one.id)

    return ask


def _reading_of(article_id: str) -> _Question[Reading]:
    def ask(connection: Connection) -> Reading:
        return decode_reading(
            connection.execute(select(article.c.reading).where(article.c.id == article_id)).scalar_one())

    return ask
