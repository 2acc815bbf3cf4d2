"""Answers of the API: records as JSON, pages with cursors, and how both are described."""

import base64
import binascii
from collections.abc import Callable, Sequence
from typing import Annotated, Any, Literal, TypeVar

import msgspec
from fastapi import Depends, Query
from fastapi.dependencies.models import Dependant
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from readout.knowledge.codes import code_of, codes, pair_of, topic_of, topics
from readout.ledger.browsing import Browse
from readout.model.answers import CommitmentThread, LedgerArticle, LedgerContact, LedgerStatement
from readout.model.records import Record
from readout.model.searching import SearchHit
from readout.model.vocabulary import Mode, Status
from readout.web.filters import first_day, last_day

DAY = r"^[12][0-9]{3}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?$"


class ContactPage(Record, frozen=True, kw_only=True):
    """Contacts, and the cursor of the next page."""

    items: tuple[LedgerContact, ...]
    next: str | None = None


class ArticlePage(Record, frozen=True, kw_only=True):
    """Articles, and the cursor of the next page."""

    items: tuple[LedgerArticle, ...]
    next: str | None = None


class CommitmentPage(Record, frozen=True, kw_only=True):
    """Threads, and the cursor of the next page."""

    items: tuple[CommitmentThread, ...]
    next: str | None = None


class Readout(Record, frozen=True, kw_only=True):
    """One side's account of a contact: all its statements, in order of publication."""

    side: str
    articles: int
    statements: tuple[LedgerStatement, ...]


class ReadoutList(Record, frozen=True, kw_only=True):
    """The readouts of a contact, one for each side."""

    contact: str
    items: tuple[Readout, ...]


class PersonEntry(Record, frozen=True, kw_only=True):
    """A person, and in how many contacts."""

    id: str
    name: str
    country: str | None = None
    contacts: int = 0


class PersonPage(Record, frozen=True, kw_only=True):
    """People by the number of their contacts, and the cursor of the next page."""

    items: tuple[PersonEntry, ...]
    next: str | None = None


class TopicEntry(Record, frozen=True, kw_only=True):
    """A topic, and in how many contacts."""

    id: str
    contacts: int


class TopicList(Record, frozen=True, kw_only=True):
    """All topics."""

    items: tuple[TopicEntry, ...]


class Added(Record, frozen=True, kw_only=True):
    """What became of an article that was sent."""

    outcome: Literal["added", "unchanged", "updated"]
    article: LedgerArticle


class Found(Record, frozen=True, kw_only=True):
    """What a search found: contacts that fulfil the filters, and places in articles."""

    contacts: tuple[LedgerContact, ...]
    passages: tuple[SearchHit, ...] = ()
    """The best places in articles and statements; on the first page only."""
    next: str | None = None


SHAPES: dict[str, type[Record]] = {}
"""Every shape that an answer of the API may have, by name; filled by `documented`."""

Limit = Annotated[int, Query(ge=1, le=200, description="Entries on one page.")]
Cursor = Annotated[str | None, Query(max_length=300, description="`next` of the page before.")]
Day = Annotated[str | None, Query(pattern=DAY, description="A day, month or year.")]
Words = Annotated[str | None, Query(max_length=200)]
Code = Annotated[
    str,
    Query(description="ISO 3166-1 alpha-2, or an organisation's code.", json_schema_extra={"enum": sorted(codes())}),
]
Topic = Annotated[str, Query(json_schema_extra={"enum": list(topics())})]


def documented(shape: type[Record], example: object, status: int = 200, what: str = "The answer.") -> dict[Any, Any]:
    """How FastAPI is to describe an answer of this shape."""
    SHAPES[shape.__name__] = shape
    body = {"schema": {"$ref": f"#/components/schemas/{shape.__name__}"}, "example": msgspec.to_builtins(example)}
    return {status: {"description": what, "content": {"application/json": body}}}


def answer(record: object, status: int = 200) -> Response:
    """A record as JSON."""
    return Response(msgspec.json.encode(record), status, media_type="application/json")


T = TypeVar("T")


def meant(read: Callable[[str], T], value: str) -> T:
    """What `read` makes of a value; 422 with its words where it raises ValueError."""
    try:
        return read(value)
    except ValueError as error:
        raise HTTPException(422, str(error)) from None


def only_known(request: Request) -> None:
    """422 for a parameter that the address does not take: a misspelt filter would otherwise filter nothing."""
    taken = _parameters(request.scope["route"].dependant)
    for name in request.query_params:
        if name not in taken:
            raise HTTPException(422, f"there is no parameter {name!r} here; it takes {', '.join(taken) or 'none'}")


STRICT = [Depends(only_known)]
"""What every address of the API checks."""


def _parameters(dependant: Dependant) -> list[str]:
    """The names of all parameters of the query, those of what it depends on included."""
    own = [field.alias for field in dependant.query_params]
    return own + [name for one in dependant.dependencies for name in _parameters(one)]


def cursor_of(*mark: object) -> str:
    """An opaque text that says where a page ended."""
    return base64.urlsafe_b64encode(msgspec.json.encode(mark)).decode().rstrip("=")


def mark_of(cursor: str | None, shape: Any) -> Any:
    """What `cursor_of` was given; 422 for anything else. None without a cursor."""
    if not cursor:
        return None
    try:
        return msgspec.json.decode(base64.urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4)), type=shape)
    except (binascii.Error, ValueError, msgspec.MsgspecError):
        raise HTTPException(422, "this is not a cursor of ours") from None


def offset_of(cursor: str | None) -> int:
    """The offset in a cursor of a list without a natural mark."""
    mark = mark_of(cursor, tuple[int])
    return min(max(int(mark[0]), 0), 1_000_000) if mark else 0


def next_offset(found: Sequence[object], limit: int, offset: int) -> str | None:
    """The cursor of the next page, where one more entry than `limit` was found."""
    return cursor_of(offset + limit) if len(found) > limit else None


class ContactFilters:
    """The filters of contacts, as on the command line."""

    def __init__(
        self,
        country: Annotated[list[Code] | None, Query(max_length=4, description="All of these take part.")] = None,
        pair: Annotated[str | None, Query(max_length=50, description="Both take part: `US-CN`.")] = None,
        person: Annotated[str | None, Query(max_length=100, description="A person id, or a part of the name.")] = None,
        mode: Mode | None = None,
        status: Status | None = None,
        topic: Topic | None = None,
        paper: Annotated[str | None, Query(max_length=200, description="Reported by this paper.")] = None,
        since: Day = None,
        until: Day = None,
    ) -> None:
        sides = (*(meant(code_of, one) for one in country or ()), *(meant(pair_of, pair) if pair else ()))
        self._values = {
            "countries": tuple(dict.fromkeys(sides)), "person": _plain(person), "mode": mode,
            "status": status, "topic": meant(topic_of, topic) if topic else None, "publisher": _plain(paper),
            "since": first_day(since), "until": last_day(until),
        }  # fmt: skip

    def browse(self, limit: int) -> Browse:
        """The question to the ledger."""
        return Browse(**self._values, limit=limit)  # type: ignore[arg-type]


def _plain(value: str | None) -> str | None:
    return (value or "").replace("\x00", "").strip() or None
