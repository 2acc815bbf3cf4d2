"""Topics: all of them with their numbers, and one with who raises it and what was said last."""

from collections import Counter

from fastapi import APIRouter
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from readout.ledger.browsing import Browse
from readout.web import terms
from readout.web.charts.trend import trends
from readout.web.filters import Pages, listing
from readout.web.pages.contacts import EXPORTED, HEADER, rows_of
from readout.web.render import as_csv, as_json, page, visit_of

router = APIRouter(include_in_schema=False)


@router.get("/topics")
def topics(request: Request) -> Response:
    """All topics that contacts touch, the most frequent first."""
    visit = visit_of(request)
    return page(visit, "topics.html", topics=visit.desk.topics())


@router.get("/topics.json")
def topics_json(request: Request) -> Response:
    return as_json([{"id": one, "contacts": number} for one, number in visit_of(request).desk.topics()])


@router.get("/topics.csv")
def topics_csv(request: Request) -> Response:
    visit = visit_of(request)
    return as_csv(
        "topics",
        ("id", "name", "contacts", "link"),
        ((one, visit.words.topic(one), number, f"{visit.root}/topics/{one}") for one, number in visit.desk.topics()),
    )


@router.get("/topics/{topic}.json")
def topic_json(request: Request, topic: str) -> Response:
    return as_json(visit_of(request).desk.contacts(Browse(topic=_known(request, topic), limit=EXPORTED)))


@router.get("/topics/{topic}.csv")
def topic_csv(request: Request, topic: str) -> Response:
    visit = visit_of(request)
    found = visit.desk.contacts(Browse(topic=_known(request, topic), limit=EXPORTED))
    return as_csv(topic, HEADER, rows_of(visit, found))


@router.get("/topics/{topic}")
def topic(request: Request, topic: str) -> Response:
    """The topic's page."""
    visit, query = visit_of(request), Browse(topic=_known(request, topic), limit=25)
    asked = listing(f"/topics/{topic}", request.query_params)._replace(topic="")
    total = visit.desk.count(query)
    pages = Pages(min(asked.number, Pages(1, total).last), total)
    said = visit.desk.said_on(topic)
    months, found = trends(visit.desk.contacts(Browse(topic=topic, limit=2000)), visit.desk.days(), 60)
    return page(
        visit, "topic.html", topic=topic, listing=asked, pages=pages, said=said, facets=visit.desk.facets(query),
        sides=Counter(one.speaker.country for one in said if one.speaker.country).most_common(8), months=months,
        trend=next((one for one in found if one.topic == topic), None),
        contacts=visit.desk.contacts(query, "newest", pages.offset),
    )  # fmt: skip


def _known(request: Request, topic: str) -> str:
    if topic not in terms.TOPICS:
        raise HTTPException(404, visit_of(request).language.gettext("There is no such topic."))
    return topic
