"""What is published: the contacts of a query and what belongs to them, read from the ledger in small batches."""

from collections.abc import Callable, Iterator, Sequence
from functools import cached_property
from typing import TypeVar

from msgspec.structs import replace
from sqlalchemy import ColumnElement, Connection, select

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
        """Whether nothing was asked for in particular."""
        return self.contact is None and self.query == ContactQuery()

    @property
    def period(self) -> bool:
        """Whether no more than a period was asked for: then what belongs to no contact goes in too, by the day on which
        it was published."""
        asked = self.query
        return self.contact is None and asked == ContactQuery(since=asked.since, until=asked.until)

    def published_within(self, stamp: str | None) -> bool:
        """Whether this publication lies in the period; one without a date lies in none but the whole of time."""
        since, until, day = self.query.since, self.query.until, (stamp or "")[:10]
        return (not since or day >= since) and (not until or "" < day <= until)


class Source:
    """A ledger and what of it is published. Every method is a stream in a fixed order. Memory holds one batch, and
    with filters the ids of the selected contacts."""

    def __init__(self, ledger: Ledger, selection: Selection | None = None) -> None:
        self.ledger = ledger
        self.selection = selection or Selection()

    def without_limit(self) -> "Source":
        """The same selection whole: for a format whose limit counts something else than contacts."""
        return Source(self.ledger, replace(self.selection, query=replace(self.selection.query, limit=None)))

    def contacts(self) -> Iterator[LedgerContact]:
        """By date, then id; with a limit the first ones, as `readout contacts` lists them."""
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
        """Contact by contact; for the whole ledger or a period article by article, those without a contact too."""
        if not self.selection.period:
            for contact in self.contacts():
                yield from self.ledger.statements(contact.id)
            return
        for one in self._in_batches(article.c.id, _statements_of):
            if self.selection.everything or one.contact in self._contact_ids or (
                    one.contact is None and self.selection.published_within(one.published)):  # fmt: skip
                yield one

    def threads(self) -> Iterator[CommitmentThread]:
        """By id: the threads with a version told in a selected contact, with a pair those between both sides, and in a
        period those with a version of its own."""
        for thread in self._in_batches(commitment.c.thread_id, _threads_of):
            if self.selection.everything or self._selected(thread):
                yield thread

    def articles(self) -> Iterator[LedgerArticle]:
        """By id: those that report a selected contact, and of the whole ledger or a period all of it."""
        reported = set[str]() if self.selection.everything else {
            entry.article for contact in self.contacts() for entry in contact.history}  # fmt: skip
        for one in self._in_batches(article.c.id, _articles_of):
            if one.id in reported or (self.selection.period and self.selection.published_within(one.published)):
                yield one

    def reading(self, article_id: str) -> Reading:
        """The whole reading of one article, by its ledger id."""
        return self.ledger.ask(_reading_of(article_id))

    def newest_day(self) -> str | None:
        """The day of the newest article of the ledger."""
        days = self.ledger.ask(browsing.days)
        return days[1] if days else None

    def _in_batches(self, column: ColumnElement[str], named: Callable[[Sequence[str]], _Question[list[_T]]]) -> (
            Iterator[_T]):  # fmt: skip
        """What `named` tells of each id in this column, in the order of the ids."""
        after = ""
        while ids := self.ledger.ask(_ids_after(column, after)):
            yield from self.ledger.ask(named(ids))
            after = ids[-1]

    def _selected(self, thread: CommitmentThread) -> bool:
        parties = {party.country for party in (thread.committer, thread.counterparty) if party}
        pair = set(self.selection.query.countries)
        if (
            len(pair) == 2
            and pair == parties
            and self.selection.query == ContactQuery(countries=self.selection.query.countries)
        ):
            return True
        told = {version.contact for version in thread.versions if version.contact}
        return bool(told & self._contact_ids) or (self.selection.period and any(
            version.contact is None and self.selection.published_within(version.published)
            for version in thread.versions))  # fmt: skip

    @cached_property
    def _contact_ids(self) -> set[str]:
        return {contact.id for contact in self.contacts()}


_Mark = tuple[str, str] | None


def _contacts_after(query: ContactQuery, after: _Mark, size: int) -> Callable[
        [Connection], tuple[tuple[LedgerContact, ...], _Mark]]:  # fmt: skip
    named = {name: getattr(query, name) for name in ContactQuery.__struct_fields__ if name != "limit"}

    def ask(connection: Connection) -> tuple[tuple[LedgerContact, ...], _Mark]:
        page = browsing.page(connection, browsing.Browse(**named, limit=size), "oldest", after=after)
        return page, (browsing.sort_day(connection, page[-1].id), page[-1].id) if page else after

    return ask


def _ids_after(column: ColumnElement[str], after: str) -> _Question[list[str]]:
    def ask(connection: Connection) -> list[str]:
        asked = select(column).where(column > after).distinct().order_by(column).limit(BATCH)
        return list(connection.execute(asked).scalars())

    return ask


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
            connection.execute(select(article.c.reading).where(article.c.id == article_id)).scalar_one()
        )

    return ask
