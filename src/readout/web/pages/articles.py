"""The list of articles, the newest first."""

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from readout.model.answers import LedgerArticle
from readout.web.filters import Pages, listing
from readout.web.render import Visit, as_csv, as_json, page, visit_of

router = APIRouter(include_in_schema=False)
HEADER = ("id", "name", "title", "publisher", "published", "language", "contacts", "statements", "commitments", "url")
EXPORTED = 20_000


@router.get("/articles")
def articles(request: Request) -> Response:
    """One page of the list, of all papers or of one, of all articles or of those that tell a fact."""
    visit = visit_of(request)
    asked = listing("/articles", request.query_params)
    pages = Pages(asked.number, visit.desk.totals()["articles"])
    found = visit.desk.articles(asked.paper or None, pages.per_page + 1, pages.offset, telling=asked.telling)
    return page(visit, "articles.html", articles=found[:pages.per_page], more=len(found) > pages.per_page,
                listing=asked, pages=pages)  # fmt: skip


@router.get("/articles.json")
def articles_json(request: Request) -> Response:
    return as_json(_everything(visit_of(request), request))


@router.get("/articles.csv")
def articles_csv(request: Request) -> Response:
    found = _everything(visit_of(request), request)
    return as_csv("articles", HEADER, ([getattr(one, name) for name in HEADER] for one in found))


def _everything(visit: Visit, request: Request) -> tuple[LedgerArticle, ...]:
    asked = listing("/articles", request.query_params)
    return visit.desk.articles(asked.paper or None, EXPORTED, telling=asked.telling)
