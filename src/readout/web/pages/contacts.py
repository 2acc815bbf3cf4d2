"""Lists of contacts: all of them, and what a search finds, narrowed by facets."""

from collections.abc import Iterator

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from readout.model.answers import LedgerContact
from readout.web.facets import facet_groups
from readout.web.filters import Listing, Pages, listing
from readout.web.render import Visit, as_csv, as_json, page, visit_of
from readout.web.searching import places

router = APIRouter(include_in_schema=False)
EXPORTED = 10_000
HEADER = ("id", "mode", "status", "date", "part", "participants", "countries", "place", "duration", "topics", "reports",
          "papers", "first_published", "link")  # fmt: skip


@router.get("/contacts")
@router.get("/search")
def contacts(request: Request) -> Response:
    """One page of the list, with facets beside it; with words also the places where they stand."""
    visit = visit_of(request)
    asked = listing(request.url.path, request.query_params)
    found = visit.desk.listed(asked.browse(), asked.sort, Pages(asked.number, 0).offset, asked.q)
    pages = Pages(min(asked.number, Pages(1, found.total).last), found.total)
    return page(
        visit, "contacts.html", listing=asked, pages=pages,
        words=places(visit.desk, asked.q, asked.browse(), 10) if asked.q else None, 
        facet_groups=facet_groups(visit, asked, found.facets), contacts=found.contacts,
    )  # fmt: skip


@router.get("/contacts.json")
@router.get("/search.json")
def contacts_json(request: Request) -> Response:
    visit, asked = _asked(request)
    return as_json(_everything(visit, asked))


@router.get("/contacts.csv")
@router.get("/search.csv")
def contacts_csv(request: Request) -> Response:
    visit, asked = _asked(request)
    return as_csv("contacts", HEADER, rows_of(visit, _everything(visit, asked)))


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
