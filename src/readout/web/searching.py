"""Words in articles and statements: what the ledger's search finds, cut into what was searched for and the rest."""

from collections.abc import Sequence
from typing import NamedTuple

from readout.ledger import LedgerError
from readout.ledger.browsing import Browse
from readout.model.searching import SearchHit, SearchQuery
from readout.web.desk import Desk


class Place(NamedTuple):
    """A place where the words stand: the title and the words, both as pieces of text, true where a piece is one of the
    words. Words that begin with the title go on behind it."""

    hit: SearchHit
    href: str
    title: list[tuple[str, bool]]
    parts: list[tuple[str, bool]]


class Places(NamedTuple):
    """The best places, and how many there are; `more` where there may be others, which are not counted."""

    best: list[Place]
    total: int
    more: bool


def places(desk: Desk, words: str, filters: Browse, limit: int) -> Places:
    """The best places first, of the articles and statements that fulfil the filters; none for what holds no word."""
    query = SearchQuery(words=words, countries=filters.countries, person=filters.person_id or filters.person,
                        topic=filters.topic, mode=filters.mode, status=filters.status, publisher=filters.publisher,
                        since=filters.since, until=filters.until, limit=limit, people=False)  # fmt: skip
    try:
        found = desk.places(query)
    except LedgerError:
        return Places([], 0, False)
    best = [Place(one, _href(one), *_told(one)) for one in found.hits]
    return Places(best, found.total, found.more)


def kind_of(one: SearchHit) -> str:
    """`article` or `statement`."""
    return "statement" if one.id.startswith("s-") else "article"


def _href(one: SearchHit) -> str:
    return f"/articles/{one.article}" + (f"#{one.id}" if kind_of(one) == "statement" else "")


def _told(one: SearchHit) -> tuple[list[tuple[str, bool]], list[tuple[str, bool]]]:
    """The title and the words behind it, or as they are where the title is not among them."""
    title = one.title or ""
    size = len(title) if title and one.start == 0 and one.snippet.startswith(f"{title}\n") else 0
    inside = [mark for mark in one.marks if mark[1] <= size]
    behind = [(start - size, end - size) for start, end in one.marks if start >= size]
    return _parts(title or one.article, inside), _parts(one.snippet[size:], behind)


def _parts(snippet: str, marks: Sequence[tuple[int, int]]) -> list[tuple[str, bool]]:
    parts, at = [], 0
    for start, end in sorted(marks):
        if start >= at:
            parts += [(snippet[at:start], False), (snippet[start:end], True)]
            at = end
    return [(text, hit) for text, hit in [*parts, (snippet[at:], False)] if text]
