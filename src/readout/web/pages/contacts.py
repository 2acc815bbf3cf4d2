"""Lists of contacts: all of them, and what a search finds, narrowed by facets."""

from collections.abc import Iterator
from functools import partial
from itertools import chain

import msgspec
from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from readout.ledger.catalogue import Listed
from readout.model.answers import LedgerContact
from readout.web.desk import Desk
from readout.web.facets import facet_groups
from readout.web.filters import Listing, Pages, listing
from readout.web.render import Visit, as_csv, as_json, page, visit_of
from readout.web.searching import Place, Places, kind_of, places

router = APIRouter(include_in_schema=False)
EXPORTED = 10_000
HEADER = ("id", "mode", "status", "date", "part", "participants", "countries", "place", "duration", "topics", "reports",
          "papers", "first_published", "link")  # fmt: skip
PLACE = ("title", "words", "paper", "published", "article", "contact")
"""What the table of a search says of an article or a statement, behind the columns of contacts."""


@router.get("/contacts")
@router.get("/search")
def contacts(request: Request) -> Response:
    """One page of the list, with facets beside it; with words also the places where they stand."""
    visit = visit_of(request)
    asked = listing(request.url.path, request.query_params)
    found, words = visit.desk.at_once(lambda: _found(visit.desk, asked))
    pages = Pages(min(asked.number, Pages(1, found.total).last), found.total)
    return page(
        visit, "contacts.html", listing=asked, pages=pages,
        words=words.best if words else None, told=_told(visit, words, found.total) if words else "",
        facet_groups=facet_groups(visit, asked, found.facets), contacts=found.contacts,
    )  # fmt: skip


def _found(desk: Desk, asked: Listing) -> tuple[Listed, Places | None]:
    """The contacts of the page, and where the words stand, if there are any."""
    found = desk.listed(asked.browse(), asked.sort, Pages(asked.number, 0).offset, asked.q)
    return found, places(desk, asked.q, asked.browse(), 10) if asked.q else None


def _told(visit: Visit, words: Places, contacts: int) -> str:
    """How much was found, in words."""
    language, number = visit.language, words.total
    if not number and not contacts:
        return language.gettext("nothing")
    exactly = language.counted("%(num)s place in articles", "%(num)s places in articles", number)
    at_least = language.counted("at least %(num)s place in articles", "at least %(num)s places in articles", number)
    those = language.counted("%(num)s contact", "%(num)s contacts", contacts)
    none = language.gettext("no contacts")
    return f"{at_least if words.more else exactly}, {those if contacts else none}"


@router.get("/contacts.json")
def contacts_json(request: Request) -> Response:
    visit, asked = _asked(request)
    return as_json(_everything(visit, asked))


@router.get("/contacts.csv")
def contacts_csv(request: Request) -> Response:
    visit, asked = _asked(request)
    return as_csv("contacts", HEADER, rows_of(visit, _everything(visit, asked)))


@router.get("/search.json")
def search_json(request: Request) -> Response:
    """Articles and statements in which the words stand, then contacts: all that the page shows, each with its kind."""
    visit, asked = _asked(request)
    found = [(kind_of(one.hit), one.hit) for one in _places(visit, asked)]
    contacts = [("contact", one) for one in _everything(visit, asked)]
    return as_json([{"kind": kind, **msgspec.structs.asdict(one)} for kind, one in (*found, *contacts)])


@router.get("/search.csv")
def search_csv(request: Request) -> Response:
    """The same as a table: columns of contacts, and those of places."""
    visit, asked = _asked(request)
    found = map(partial(_row_of_place, visit), _places(visit, asked))
    contacts = (("contact", *row, *[None] * len(PLACE)) for row in rows_of(visit, _everything(visit, asked)))
    return as_csv("search", ("kind", *HEADER, *PLACE), chain(found, contacts))


def _places(visit: Visit, asked: Listing) -> list[Place]:
    return places(visit.desk, asked.q, asked.browse(), EXPORTED).best if asked.q else []


def _row_of_place(visit: Visit, one: Place) -> tuple[object, ...]:
    hit = one.hit
    empty = [None] * (len(HEADER) - 2)
    return (kind_of(hit), hit.id, *empty, f"{visit.root}{one.href}", hit.title, hit.snippet, hit.publisher,
            hit.published, hit.article, hit.contact)  # fmt: skip


def rows_of(visit: Visit, contacts: tuple[LedgerContact, ...]) -> Iterator[tuple[object, ...]]:
    """A row for each contact."""
    for one in contacts:
        people = "; ".join(filter(None, (party.person or party.office for party in one.participants)))
        countries = "; ".join(dict.fromkeys(party.country for party in one.participants if party.country))
        yield (one.id, one.mode, one.status, one.time.edtf, one.time.part, people, countries, visit.words.where(one),
               one.duration.iso8601 if one.duration else None, "; ".join(one.topics), one.reports,
               "; ".join(one.publishers), one.first_published, f"{visit.root}/contacts/{one.id}")  # fmt: skip


def _asked(request: Request) -> tuple[Visit, Listing]:
    path = request.url.path.rsplit(".", 1)[0]
    return visit_of(request), listing(path, request.query_params)


def _everything(visit: Visit, asked: Listing) -> tuple[LedgerContact, ...]:
    return visit.desk.contacts(asked.browse(EXPORTED), asked.sort, words=asked.q)
