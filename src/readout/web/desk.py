"""The ledger as the pages ask it: what a page needs in one call, and whether the ledger changed since."""

import os
import time
from pathlib import Path

from msgspec.structs import replace

from readout.api import Ledger, open_ledger
from readout.ledger import browsing
from readout.ledger.browsing import Browse, Facets, Listed, Order, Whole
from readout.model.answers import CommitmentThread, LedgerArticle, LedgerContact, LedgerStatement
from readout.web.meaning import meant

_REMOTE_SECONDS = 2.0
"""How long answers of a ledger on a server may be shown after it changed."""


class Desk:
    """One ledger and the questions of the pages. Safe to use from several threads."""

    def __init__(self, place: str) -> None:
        self.ledger: Ledger = open_ledger(place)
        self._files = _files_of(place)
        self._edits = 0
        self._known_names: tuple[str, tuple[tuple[str, str | None], ...]] = ("", ())

    def revision(self) -> str:
        """Another text whenever the ledger may have changed: files of SQLite, else a clock."""
        if not self._files:
            return f"{self._edits}-{int(time.monotonic() / _REMOTE_SECONDS)}"
        return f"{self._edits}-" + "-".join(_stamp(path) for path in self._files)

    def touched(self) -> None:
        """This process changed the ledger."""
        self._edits += 1

    def contacts(self, query: Browse, order: Order = "newest", offset: int = 0,
                 after: tuple[str, str] | None = None, words: str = "") -> tuple[LedgerContact, ...]:
        named = self._naming(query, words)
        return self.ledger.ask(lambda c: browsing.page(c, named, order, offset, after))

    def count(self, query: Browse, words: str = "") -> int:
        named = self._naming(query, words)
        return self.ledger.ask(lambda c: browsing.count(c, named))

    def facets(self, query: Browse, words: str = "") -> Facets:
        named = self._naming(query, words)
        return self.ledger.ask(lambda c: browsing.facets(c, named))

    def listed(self, query: Browse, order: Order, offset: int, words: str = "") -> Listed:
        named = self._naming(query, words)
        return self.ledger.ask(lambda c: browsing.listed(c, named, order, offset))

    def _naming(self, query: Browse, words: str) -> Browse:
        """The query, narrowed to contacts in which all these words name somebody, some country or topic."""
        return replace(query, named=meant(words, self._names())) if words.strip() else query

    def _names(self) -> tuple[tuple[str, str | None], ...]:
        """The names of the ledger, looked up once for each of its revisions."""
        revision = self.revision()
        if self._known_names[0] != revision:
            self._known_names = (revision, self.ledger.ask(browsing.names))
        return self._known_names[1]

    def whole(self, contact_id: str, as_of: str | None = None) -> Whole:
        return self.ledger.ask(lambda c: browsing.whole(c, contact_id.replace("\x00", ""), as_of))

    def newest_threads(self, limit: int) -> tuple[CommitmentThread, ...]:
        return self.ledger.ask(lambda c: browsing.newest_threads(c, limit))

    def said_by(self, person_id: str, country: str | None, limit: int = 40) -> tuple[LedgerStatement, ...]:
        return self.ledger.ask(lambda c: browsing.statements_by(c, person_id, country, limit))

    def said_between(self, countries: tuple[str, ...], limit: int = 2000) -> tuple[LedgerStatement, ...]:
        return self.ledger.ask(lambda c: browsing.statements_between(c, countries, limit))

    def said_on(self, topic: str, limit: int = 60) -> tuple[LedgerStatement, ...]:
        return self.ledger.ask(lambda c: browsing.statements_on(c, topic, limit))

    def topics(self) -> tuple[tuple[str, int], ...]:
        return self.ledger.ask(browsing.topics)

    def people(self, country: str | None, limit: int, offset: int = 0) -> tuple[browsing.PersonRow, ...]:
        return self.ledger.ask(lambda c: browsing.people(c, country, limit, offset))

    def pairs(self, since: str, limit: int = 12) -> tuple[tuple[str, str, int], ...]:
        return self.ledger.ask(lambda c: browsing.pairs(c, since, limit))

    def articles(self, publisher: str | None = None, limit: int = 50, offset: int = 0,
                 contact_id: str | None = None) -> tuple[LedgerArticle, ...]:
        return self.ledger.ask(lambda c: browsing.articles(c, publisher, limit, offset, contact_id))

    def totals(self) -> dict[str, int]:
        return self.ledger.ask(browsing.totals)

    def newest_day(self) -> str | None:
        return self.ledger.ask(browsing.newest_day)


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
