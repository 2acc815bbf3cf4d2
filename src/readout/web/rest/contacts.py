"""Contacts, their readouts and comparisons."""

from typing import Annotated

from fastapi import APIRouter, Depends
from starlette.requests import Request
from starlette.responses import Response

from readout.ledger import browsing
from readout.ledger.browsing import Order
from readout.model.answers import Comparison, LedgerContact
from readout.web.desk import Desk
from readout.web.filters import last_day
from readout.web.rest.answering import (
    STRICT,
    ContactFilters,
    ContactPage,
    Cursor,
    Day,
    Limit,
    Readout,
    ReadoutList,
    answer,
    cursor_of,
    documented,
    mark_of,
    next_offset,
    offset_of,
)
from readout.web.rest.examples import COMPARISON, CONTACT, STATEMENT

router = APIRouter(prefix="/api/v1/contacts", tags=["contacts"], default_response_class=Response, dependencies=STRICT)
Filters = Annotated[ContactFilters, Depends()]


@router.get("", responses=documented(ContactPage, ContactPage(items=(CONTACT,))), summary="Contacts by filters")
def contacts(
    request: Request, filters: Filters, sort: Order = "newest", limit: Limit = 50, cursor: Cursor = None
) -> Response:
    """Who spoke with whom: every given filter must hold."""
    desk = desk_of(request)
    if sort == "reports":
        offset = offset_of(cursor)
        found = desk.contacts(filters.browse(limit + 1), sort, offset)
        return answer(ContactPage(items=found[:limit], next=next_offset(found, limit, offset)))
    found = desk.contacts(filters.browse(limit + 1), sort, after=mark_of(cursor, tuple[str, str]))
    return answer(ContactPage(items=found[:limit], next=_mark(desk, found[limit - 1]) if len(found) > limit else None))


@router.get("/{id}", responses=documented(LedgerContact, CONTACT), summary="One contact")
def contact(request: Request, id: str) -> Response:
    """By its id, or a beginning of it that is unique."""
    return answer(desk_of(request).ledger.contact(plain(id)))


@router.get("/{id}/comparison", responses=documented(Comparison, COMPARISON), summary="The readouts side by side")
def comparison(request: Request, id: str, as_of: Day = None) -> Response:
    """Topic by topic, with the reason in every cell that is empty."""
    return answer(desk_of(request).ledger.compare(plain(id), last_day(as_of)))


_EXAMPLE = ReadoutList(contact=CONTACT.id, items=(Readout(side="CN", articles=1, statements=(STATEMENT,)),))


@router.get("/{id}/readouts", responses=documented(ReadoutList, _EXAMPLE), summary="What each side says was said")
def readouts(request: Request, id: str) -> Response:
    """All statements of each side."""
    found = desk_of(request).ledger.compare(plain(id))
    sides = [(side, tuple(one for one in found.statements if side in one.accounts)) for side in found.sides]
    items = tuple(
        Readout(side=side, articles=len({one.article for one in said}), statements=said) for side, said in sides
    )
    return answer(ReadoutList(contact=found.contact, items=items))


def _mark(desk: Desk, last: LedgerContact) -> str:
    return cursor_of(desk.ledger.ask(lambda connection: browsing.sort_day(connection, last.id)), last.id)


def desk_of(request: Request) -> Desk:
    """The ledger that the server shows."""
    found: Desk = request.app.state.desk
    return found


def plain(value: str) -> str:
    """A value without the character that databases do not take."""
    return value.replace("\x00", "")
