"""People, topics and search."""

from typing import Annotated

from fastapi import APIRouter, Depends, Query
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from readout.knowledge.codes import code_of
from readout.knowledge.loader import load
from readout.web.rest.answering import (
    STRICT,
    Code,
    ContactFilters,
    ContactPage,
    Cursor,
    Found,
    Limit,
    PersonEntry,
    PersonPage,
    TopicEntry,
    TopicList,
    answer,
    documented,
    meant,
    next_offset,
    offset_of,
)
from readout.web.rest.contacts import desk_of, plain
from readout.web.rest.examples import CONTACT, HIT
from readout.web.searching import places

router = APIRouter(default_response_class=Response, dependencies=STRICT)
_TRUMP = PersonEntry(id="donald-trump", name="Donald Trump", country="US", contacts=12)
_FOUND = Found(contacts=(CONTACT,), passages=(HIT,))


@router.get(
    "/api/v1/people",
    tags=["people"],
    responses=documented(PersonPage, PersonPage(items=(_TRUMP,))),
    summary="People by the number of their contacts",
)
def people(
    request: Request,
    country: Code | None = None,
    limit: Limit = 50,
    cursor: Cursor = None,
) -> Response:
    """Of all countries, or of one."""
    offset, known = offset_of(cursor), load().people.by_id
    found = desk_of(request).people(meant(code_of, country) if country else None, limit + 1, offset)
    items = tuple(
        PersonEntry(
            id=one.key,
            name=known[one.person_id].name if one.person_id in known else one.key,
            country=one.countries[0] if one.countries else None,
            contacts=one.contacts,
        )
        for one in found[:limit]
    )
    return answer(PersonPage(items=items, next=next_offset(found, limit, offset)))


@router.get(
    "/api/v1/people/{id}/contacts",
    tags=["people"],
    summary="The contacts of a person",
    responses=documented(ContactPage, ContactPage(items=(CONTACT,))),
)
def person(request: Request, id: str, limit: Limit = 50, cursor: Cursor = None) -> Response:
    """By person id, or a part of the name; the newest first."""
    name, offset = plain(id).strip(), offset_of(cursor)
    if not name:
        raise HTTPException(404, "nobody without a name")
    found = desk_of(request).contacts(ContactFilters(person=name).browse(limit + 1), "newest", offset)
    if not found and name not in load().people.by_id:
        raise HTTPException(404, "nobody of this name takes part in a contact")
    return answer(ContactPage(items=found[:limit], next=next_offset(found, limit, offset)))


@router.get(
    "/api/v1/topics",
    tags=["topics"],
    summary="Topics by the number of contacts",
    responses=documented(TopicList, TopicList(items=(TopicEntry(id="trade", contacts=9),))),
)
def topics(request: Request) -> Response:
    """All that contacts touch."""
    return answer(TopicList(items=tuple(TopicEntry(id=one, contacts=n) for one, n in desk_of(request).topics())))


@router.get(
    "/api/v1/search", tags=["search"], summary="Search by words and filters", responses=documented(Found, _FOUND)
)
def search(
    request: Request,
    q: Annotated[str, Query(min_length=1, max_length=200)],
    filters: Annotated[ContactFilters, Depends()],
    limit: Limit = 20,
    cursor: Cursor = None,
) -> Response:
    """Contacts of these filters whose people the words name, and places in articles where the words stand."""
    offset, desk = offset_of(cursor), desk_of(request)
    found = desk.contacts(filters.browse(limit + 1), "newest", offset, words=plain(q))
    hits = tuple(one.hit for one in places(desk, plain(q), filters.browse(limit), limit).best) if not offset else ()
    return answer(Found(contacts=found[:limit], passages=hits, next=next_offset(found, limit, offset)))
