"""Words in articles and statements: what the ledger's search finds, where the ledger has one."""

from typing import Any, NamedTuple

from readout.web.desk import Desk


class Place(NamedTuple):
    """A place where the words stand; `parts` is the text cut into what was searched for and what stands around it."""

    article: str
    title: str | None
    publisher: str | None
    published: str | None
    text: str
    parts: tuple[tuple[str, bool], ...]
    href: str


def passages(desk: Desk, words: str, limit: int) -> list[Place]:
    """The best places first; none where the ledger cannot search."""
    if not words.strip() or not desk.can("search"):
        return []
    found: Any = desk.verb("search")(words, limit=limit)
    return [_place(one) for one in found]


def _place(one: Any) -> Place:
    return Place(one.article, one.title, one.publisher, one.published, one.text, ((one.text, False),),
                 f"/articles/{one.article}")
