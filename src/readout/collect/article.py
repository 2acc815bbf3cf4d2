"""From what a source gives (title, body, date …) to an `Article`; and what is said when that is not possible."""

import hashlib
import re
from collections.abc import Iterator
from datetime import datetime

from readout.collect.language import language_of, readable
from readout.model.records import Article, Record
from readout.model.vocabulary import PublishedBasis
from readout.text import compose

ARTICLE_LIMIT = 10_000_000
"""Bytes of one article's input. The longest newspaper page is a hundredth of it; more is a mistake or an attack."""

_ISO_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}(?:[T ].+)?", re.ASCII)


class Problem(Record, frozen=True, kw_only=True):
    """One thing that went wrong with one item of the input; the other items are not touched by it."""

    source: str
    """The path as given, or `-`."""
    line: int | None = None
    """Line of a JSONL source, from 1."""
    what: str
    lost: bool = True
    """False where the article was read all the same, without the part that the problem names."""

    def __str__(self) -> str:
        place = self.source if self.line is None else f"{self.source}:{self.line}"
        return f"{'standard input' + place[1:] if self.source == '-' else place}: {self.what}"


class Origin(Record, frozen=True, kw_only=True):
    """Where an item was found, for its problems."""

    source: str
    line: int | None = None

    def problem(self, what: str, lost: bool = True) -> Problem:
        return Problem(source=self.source, line=self.line, what=what, lost=lost)


class Found(Record, frozen=True, kw_only=True):
    """What a source says of one article, before any of it was checked. `basis` says where `published` comes from."""

    body: str
    id: str | None = None
    url: str | None = None
    publisher: str | None = None
    title: str | None = None
    published: str | None = None
    basis: PublishedBasis = "given"
    language: str | None = None
    author: str | None = None


def article_from(found: Found, origin: Origin, published: str | None = None) -> Iterator[Article | Problem]:
    """Yield the article, after a problem where its date cannot be used; only a problem where it has no text.

    `published` is the date for an article that carries none. An article without an id gets one from its text, so that
    the same text is the same article wherever it lies.
    """
    title = _line(found.title)
    text = compose(title, found.body.strip())
    if not text.strip():
        yield origin.problem("empty: there is no text to read")
        return
    date, basis = (found.published, found.basis) if _line(found.published) else (published, "given")
    day = (iso_date(date) or _stamp(date)) if date else None
    if date and day is None:
        yield origin.problem(f"publication date {_shortened(date)!r} is not ISO 8601; read without it", lost=False)
    language = language_of(text, found.language)
    if not readable(language):
        yield origin.problem(f"language {language!r} cannot be read yet; stored without facts", lost=False)
    yield Article(
        id=_line(found.id) or content_id(text),
        url=_line(found.url),
        publisher=_line(found.publisher),
        title=compose(None, title) if title else None,
        published=day,
        published_basis=basis if day else "unknown",
        language=language,
        author=_line(found.author),
        text=text,
    )


def _stamp(value: str) -> str | None:
    from readout.collect.stamps import stamp_of  # only feeds and pages write their dates in other ways

    return stamp_of(value)


def iso_date(value: str) -> str | None:
    """Return an ISO 8601 date or date-time as given (with `T` for a space); None where it is not one."""
    value = value.strip()
    if not _ISO_DATE.fullmatch(value):
        return None
    try:
        datetime.fromisoformat(value)
    except ValueError:
        return None
    return value.replace(" ", "T", 1)


def content_id(text: str) -> str:
    """Return the id of an article that came without one: the beginning of the SHA-256 of its stored text."""
    return hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()[:16]


def _line(value: str | None) -> str | None:
    """One line without outer or doubled spaces; None where nothing is left."""
    return " ".join(value.split()) or None if value else None


def _shortened(value: str) -> str:
    return value if len(value) <= 40 else value[:39] + "…"
