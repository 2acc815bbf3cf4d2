"""People: who takes part most, and one person with offices, contacts, counterparts and words."""

from collections import Counter
from typing import NamedTuple
from urllib.parse import quote

from fastapi import APIRouter
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from readout.knowledge.loader import load
from readout.knowledge.people import Tenure
from readout.ledger.browsing import Browse, PersonRow
from readout.model.answers import LedgerContact
from readout.web.filters import PER_PAGE, Listing, Pages, listing
from readout.web.pages.contacts import HEADER, rows_of
from readout.web.render import Visit, as_csv, as_json, page, visit_of

router = APIRouter(include_in_schema=False)
MOST = 3000


class Seen(NamedTuple):
    """Somebody met, and how often."""

    key: str
    name: str
    country: str | None
    times: int


@router.get("/people")
def people(request: Request) -> Response:
    """One page of the list of persons."""
    asked = listing("/people", request.query_params)
    pages = Pages(asked.number, 0, 60)
    visit, found = _listed(request, asked, pages.per_page + 1, pages.offset)
    return page(visit, "people.html", people=found[:60], more=len(found) > 60, listing=asked, pages=pages,
                order=_order(request), country=asked.countries[0] if asked.countries else None)  # fmt: skip


@router.get("/people.json")
def people_json(request: Request) -> Response:
    return as_json(_listed(request, listing("/people", request.query_params), MOST)[1])


@router.get("/people.csv")
def people_csv(request: Request) -> Response:
    visit, found = _listed(request, listing("/people", request.query_params), MOST)
    return as_csv("people", ("id", "name", "countries", "contacts", "link"), (
        (one.key, visit.words.person(one.person_id, one.key.title()), "; ".join(one.countries), one.contacts,
         f"{visit.root}/people/{quote(one.key, safe='')}") for one in found))  # fmt: skip


def _listed(request: Request, asked: Listing, limit: int, offset: int = 0) -> tuple[Visit, tuple[PersonRow, ...]]:
    """Persons of all countries or of one, by the number of their contacts or by name."""
    visit = visit_of(request)
    country = asked.countries[0] if asked.countries else None
    return visit, visit.desk.people(country, limit, offset, bool(_order(request)))


def _order(request: Request) -> str:
    return "name" if request.query_params.get("sort") == "name" else ""


@router.get("/people/{key}.json")
def person_json(request: Request, key: str) -> Response:
    return as_json(_contacts(visit_of(request), key))


@router.get("/people/{key}.csv")
def person_csv(request: Request, key: str) -> Response:
    visit = visit_of(request)
    return as_csv("person", HEADER, rows_of(visit, _contacts(visit, key)))


@router.get("/people/{key}")
def person(request: Request, key: str) -> Response:
    """The page of a person id, or of a name as written."""
    visit = visit_of(request)
    known = load().people.by_id.get(key)
    found = _contacts(visit, key)
    if not found and known is None:
        raise HTTPException(404, visit.language.gettext("Nobody of this name takes part in a contact."))
    asked = listing(f"/people/{key}", request.query_params)
    pages = Pages(asked.number, len(found))
    country = next((p.country for one in found for p in one.participants if key in (p.person_id, p.person)), None)
    return page(
        visit, "person.html", key=key, name=known.name if known else key, country=country, offices=_offices(key),
        met=met_by(found, key), topics=Counter(topic for one in found for topic in one.topics).most_common(10),
        said=visit.desk.said_by(key, country) if known else (), listing=asked, pages=pages,
        contacts=found[pages.offset:pages.offset + PER_PAGE],
    )  # fmt: skip


def met_by(contacts: tuple[LedgerContact, ...], key: str) -> list[Seen]:
    """Whom the person met most, over contacts that took place."""
    counts: Counter[tuple[str, str, str | None]] = Counter()
    for one in contacts:
        if one.status in ("held", "ongoing"):
            counts.update(
                {
                    (p.person_id or p.person, p.person, p.country)
                    for p in one.participants
                    if p.person and key not in (p.person_id, p.person)
                }
            )
    return [Seen(*who, times) for who, times in sorted(counts.items(), key=lambda pair: (-pair[1], pair[0][1]))[:12]]


def _contacts(visit: Visit, key: str) -> tuple[LedgerContact, ...]:
    key = key.replace("\x00", "")
    if key in load().people.by_id:
        return visit.desk.contacts(Browse(person_id=key, limit=MOST))
    return visit.desk.contacts(Browse(person=key, limit=MOST)) if key.strip() else ()


def _offices(key: str) -> list[Tenure]:
    return sorted(load().people.offices(key, None), key=lambda one: one.since, reverse=True)
