"""The pair page: two countries through time, by kind and status, with topics rising and falling."""

import re
from collections import Counter
from datetime import date
from typing import NamedTuple

from fastapi import APIRouter
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from readout.ledger.browsing import Browse
from readout.model.answers import LedgerContact, LedgerStatement
from readout.web.charts.timeline import span_of, timeline
from readout.web.charts.trend import trends
from readout.web.filters import Listing, Pages, first_day, last_day, listing
from readout.web.pages.contacts import HEADER, rows_of
from readout.web.render import Visit, as_csv, as_json, page, visit_of, with_query

router = APIRouter(include_in_schema=False)
MOST = 5000
_PAIR = re.compile(r"([A-Za-z][A-Za-z0-9]{1,11})[-–]([A-Za-z][A-Za-z0-9]{1,11})")


class Window(NamedTuple):
    """The days a timeline shows, and the links that move it."""

    first: int
    last: int
    closer: str
    wider: str
    earlier: str
    later: str
    whole: str


@router.get("/pairs/{pair}.json")
def pair_json(request: Request, pair: str) -> Response:
    visit, a, b = _asked(request, pair)
    return as_json(visit.desk.contacts(Browse(countries=(a, b), limit=MOST), "oldest"))


@router.get("/pairs/{pair}.csv")
def pair_csv(request: Request, pair: str) -> Response:
    visit, a, b = _asked(request, pair)
    return as_csv(f"{a}-{b}", HEADER, rows_of(visit, visit.desk.contacts(Browse(countries=(a, b), limit=MOST))))


@router.get("/pairs/{pair}")
def pair(request: Request, pair: str) -> Response:
    """The page; `from` and `to` zoom the timeline, `mode` and `status` narrow it."""
    visit, a, b = _asked(request, pair)
    asked = listing(f"/pairs/{a}-{b}", request.query_params)._replace(countries=())
    query = Browse(
        countries=(a, b),
        mode=asked.mode or None,  # type: ignore[arg-type]
        status=asked.status or None,  # type: ignore[arg-type]
        limit=MOST,
    )
    found = visit.desk.contacts(query, "oldest")
    window = window_of(asked, request, found)
    shown = [one for one in found if _within(one, window)]
    months, topics = trends(found, visit.desk.days())
    pages = Pages(asked.number, len(shown))
    return page(
        visit, "pair.html", a=a, b=b, listing=asked, window=window, chart=timeline(shown, window.first, window.last),
        contacts=list(reversed(shown))[pages.offset:pages.offset + pages.per_page], pages=pages, total=len(found),
        months=months, trends=topics, raised=raised_by(visit.desk.said_between((a, b)), (a, b)),
    )  # fmt: skip


def _asked(request: Request, pair: str) -> tuple[Visit, str, str]:
    visit, found = visit_of(request), _PAIR.fullmatch(pair)
    if found is None or found[1].upper() == found[2].upper():
        raise HTTPException(404, visit.language.gettext("This is no pair of countries; write it as US-CN."))
    return visit, found[1].upper(), found[2].upper()


def raised_by(said: tuple[LedgerStatement, ...], sides: tuple[str, str]) -> list[tuple[str, list[tuple[str, int]]]]:
    """For each side the topics that it raises most, by the number of statements."""
    counts = {side: Counter(topic for one in said if side in one.accounts for topic in one.topics) for side in sides}
    return [(side, sorted(counts[side].items(), key=lambda pair: (-pair[1], pair[0]))[:8]) for side in sides]


def window_of(asked: Listing, request: Request, contacts: tuple[LedgerContact, ...]) -> Window:
    """The days that the address asks for, else the last two years that have contacts."""
    spans = [span for one in contacts if (span := span_of(one))]
    newest = max((last for _, last in spans), default=date.today().toordinal())
    oldest = min((first for first, _ in spans), default=newest - 365)
    given = first_day(request.query_params.get("from")), last_day(request.query_params.get("to"))
    first = date.fromisoformat(given[0]).toordinal() if given[0] else max(oldest, newest - 730) - 10
    last = date.fromisoformat(given[1]).toordinal() if given[1] else newest + 10
    last = max(last, first + 14)
    length = last - first

    def link(begin: int, end: int) -> str:
        days = (date.fromordinal(min(max(day, 366), 3_000_000)).isoformat() for day in (begin, end))
        return with_query(
            asked.path, {"mode": asked.mode, "status": asked.status, **dict(zip(("from", "to"), days, strict=True))}
        )

    return Window(
        first,
        last,
        link(first + length // 4, last - length // 4),
        link(first - length // 2, last + length // 2),
        link(first - length // 2, last - length // 2),
        link(first + length // 2, last + length // 2),
        link(oldest - 10, newest + 10),
    )


def _within(contact: LedgerContact, window: Window) -> bool:
    span = span_of(contact)
    return span is None or (span[1] >= window.first and span[0] <= window.last)
