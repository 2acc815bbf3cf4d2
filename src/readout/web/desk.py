"""The ledger as the pages ask it: what a page needs in one call, and whether the ledger changed since."""

import os
import threading
import time
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path
from typing import TypeVar

from sqlalchemy import Connection

from readout.api import Ledger, open_ledger
from readout.ledger import browsing, searching
from readout.ledger.beside import Whole, whole
from readout.ledger.browsing import Browse, Order
from readout.ledger.catalogue import Catalogue, Facets, Listed, Meant
from readout.model.answers import CommitmentQuery, CommitmentThread, LedgerArticle, LedgerContact, LedgerStatement
from readout.model.searching import SearchQuery, SearchResult
from readout.web.meaning import meant

_T = TypeVar("_T")
_REMOTE_SECONDS = 2.0
"""How long answers of a ledger on a server may be shown after it changed."""
_REMOTE_LIST_SECONDS = 20.0
"""The same for lists, which are made from all contacts."""
_RANKED = 80
"""Passages that hold the words of a search and are ranked for a page, which shows ten."""
_SEARCHES = 64
"""Searches that are remembered, so that another page or order of their contacts need not search again."""


class Desk:
    """One ledger and the questions of the pages. Safe to use from several threads."""

    def __init__(self, place: str) -> None:
        self.ledger: Ledger = open_ledger(place)
        self._files = _files_of(place)
        self._edits = 0
        self._made: tuple[str, Catalogue] | None = None
        self._making = threading.Lock()
        self._views = threading.local()
        self._searched = lru_cache(maxsize=_SEARCHES)(self._search)

    @property
    def remote(self) -> bool:
        """Whether the ledger lies on a server, whose answers are waited for."""
        return not self._files

    def prepare(self) -> None:
        """Make what lists and searches need, so that no reader waits for it."""
        self._catalogue()

    def revision(self) -> str:
        """Another text whenever the ledger may have changed: files of SQLite, else a clock."""
        return self._revision(_REMOTE_SECONDS)

    def _revision(self, seconds: float) -> str:
        """Inside a view the one of before it was opened: what it shows may be older than what is there by now."""
        taken: dict[float, str] = getattr(self._views, "revisions", {})
        if seconds in taken:
            return taken[seconds]
        if not self._files:
            return f"{self._edits}-{int(time.monotonic() / seconds)}"
        return f"{self._edits}-" + "-".join(_stamp(path) for path in self._files)

    def touched(self) -> None:
        """This process changed the ledger."""
        self._edits += 1

    def at_once(self, questions: Callable[[], _T]) -> _T:
        """What the questions of this thread find, all in one consistent view: to open one takes as long as to answer
        an easy question."""
        before = {seconds: self._revision(seconds) for seconds in (_REMOTE_SECONDS, _REMOTE_LIST_SECONDS)}

        def ask(connection: Connection) -> _T:
            self._views.open, self._views.revisions = connection, before
            try:
                return questions()
            finally:
                self._views.open, self._views.revisions = None, {}

        return self.ledger.ask(ask)

    def _ask(self, question: Callable[[Connection], _T]) -> _T:
        view: Connection | None = getattr(self._views, "open", None)
        return self.ledger.ask(question) if view is None else question(view)

    def contacts(
        self,
        query: Browse,
        order: Order = "newest",
        offset: int = 0,
        after: tuple[str, str] | None = None,
        words: str = "",
    ) -> tuple[LedgerContact, ...]:
        if not words.strip():
            return self._ask(lambda c: browsing.page(c, query, order, offset, after))
        catalogue = self._catalogue()
        named = _meant(words, catalogue)
        end = offset + query.limit if query.limit is not None else None
        return self._ask(
            lambda c: browsing.records(c, catalogue.ids(catalogue.found(c, query, order, named)[offset:end]))
        )

    def count(self, query: Browse) -> int:
        catalogue = self._catalogue()
        return self._ask(lambda c: len(catalogue.found(c, query, "newest", ())))

    def facets(self, query: Browse) -> Facets:
        catalogue = self._catalogue()
        return self._ask(lambda c: catalogue.facets(c, catalogue.found(c, query, "newest", ())))

    def listed(self, query: Browse, order: Order, offset: int, words: str = "") -> Listed:
        catalogue = self._catalogue()
        named = _meant(words, catalogue)
        return self._ask(lambda c: catalogue.listed(c, query, order, offset, named))

    def _catalogue(self) -> Catalogue:
        """The catalogue of this revision; made once, while other threads that need it wait."""
        with self._making:
            revision = self._revision(_REMOTE_LIST_SECONDS)
            if self._made is None or self._made[0] != revision:
                self._made = (revision, self._ask(Catalogue))
            return self._made[1]

    def places(self, query: SearchQuery) -> SearchResult:
        """What holds the words; remembered until the ledger changes."""
        return self._searched(self.revision(), query)

    def _search(self, _revision: str, query: SearchQuery) -> SearchResult:
        return self._ask(lambda c: searching.search(c, query, _RANKED))

    def whole(self, contact_id: str, as_of: str | None = None, numbered: bool = True) -> Whole:
        return self._ask(lambda c: whole(c, contact_id.replace("\x00", ""), as_of, numbered))

    def promises(self, query: CommitmentQuery, newest: bool) -> tuple[CommitmentThread, ...]:
        """All that fulfil the query: the longest threads first, or those that were spoken of last."""
        found = self.ledger.commitments(query)
        return tuple(sorted(found, key=lambda one: one.versions[-1].published or "", reverse=True)) if newest else found

    def newest_threads(self, limit: int) -> tuple[CommitmentThread, ...]:
        return self._ask(lambda c: browsing.newest_threads(c, limit))

    def said_by(self, person_id: str, country: str | None, limit: int = 40) -> tuple[LedgerStatement, ...]:
        return self._ask(lambda c: browsing.statements_by(c, person_id, country, limit))

    def said_between(self, countries: tuple[str, ...], limit: int = 2000) -> tuple[LedgerStatement, ...]:
        return self._ask(lambda c: browsing.statements_between(c, countries, limit))

    def said_on(self, topic: str, limit: int = 60) -> tuple[LedgerStatement, ...]:
        return self._ask(lambda c: browsing.statements_on(c, topic, limit))

    def topics(self) -> tuple[tuple[str, int], ...]:
        return self._ask(browsing.topics)

    def people(
        self, country: str | None, limit: int, offset: int = 0, by_name: bool = False
    ) -> tuple[browsing.PersonRow, ...]:
        return self._ask(lambda c: browsing.people(c, country, limit, offset, by_name))

    def pairs(self, since: str, limit: int = 12) -> tuple[tuple[str, str, int], ...]:
        return self._ask(lambda c: browsing.pairs(c, since, limit))

    def articles(
        self,
        publisher: str | None = None,
        limit: int = 50,
        offset: int = 0,
        contact_id: str | None = None,
        telling: bool = False,
    ) -> tuple[LedgerArticle, ...]:
        return self._ask(lambda c: browsing.articles(c, publisher, limit, offset, contact_id, telling))

    def homes(self, article_id: str) -> dict[str, str]:
        return self._ask(lambda c: browsing.homes(c, article_id))

    def totals(self) -> dict[str, int]:
        return self._ask(browsing.totals)

    def days(self) -> tuple[str, str] | None:
        return self._ask(browsing.days)


def _meant(words: str, catalogue: Catalogue) -> tuple[Meant, ...]:
    """What each of the words names; a list shows contacts in which all are named."""
    return meant(words, catalogue.names) if words.strip() else ()


def _files_of(place: str) -> tuple[Path, ...]:
    if "://" in place and not place.startswith("sqlite"):
        return ()
    path = place.split("://", 1)[-1].lstrip("/") if place.startswith("sqlite:///") else place
    path = "/" + path if place.startswith("sqlite:////") else path
    whole = Path(path).expanduser()
    return whole, whole.with_name(whole.name + "-wal")


def _stamp(path: Path) -> str:
    try:
        found = os.stat(path)
    except OSError:
        return "0"
    return f"{found.st_mtime_ns:x}.{found.st_size:x}"
