"""What is searched for, and what is found. No I/O."""

from readout.model.records import Record
from readout.model.vocabulary import Mode, Status


class SearchQuery(Record, frozen=True, kw_only=True):
    """Words, and what else must hold. Quoted words must stand together; words are found in any case.

    Words without diacritics find every spelling; words with them find only that one, and texts written without.
    """

    words: str
    countries: tuple[str, ...] = ()
    """All of these speak, or take part in a contact that the article or statement is about."""
    person: str | None = None
    """A person id or a part of a name: takes part in such a contact."""
    topic: str | None = None
    mode: Mode | None = None
    status: Status | None = None
    publisher: str | None = None
    since: str | None = None
    """ISO day; published then or later."""
    until: str | None = None
    limit: int = 20
    offset: int = 0
    people: bool = True
    """Whether people of these names are looked for too."""


class SearchHit(Record, frozen=True, kw_only=True):
    """An article (`a-…`) or a statement (`s-…`) in which the words stand.

    `contact` is the one that the statement is about, or that the article reports, where it reports no other.

    `snippet` is a piece of its text, beginning at the offset `start` of the article's text; `marks` are the places of
    the words in the snippet (start, end).
    """

    id: str
    article: str
    contact: str | None = None
    title: str | None = None
    publisher: str | None = None
    url: str | None = None
    published: str | None = None
    snippet: str
    start: int
    marks: tuple[tuple[int, int], ...] = ()
    score: float


class FoundPerson(Record, frozen=True, kw_only=True):
    """A participant whose name holds all the words; `contacts` is the number of contacts."""

    name: str
    person_id: str | None = None
    country: str | None = None
    contacts: int


class SearchResult(Record, frozen=True, kw_only=True):
    """The best hits first.

    `total` counts the hits among the newest 200 passages that hold the words; `more` is true where there are others.
    """

    hits: tuple[SearchHit, ...] = ()
    total: int = 0
    more: bool = False
    people: tuple[FoundPerson, ...] = ()
