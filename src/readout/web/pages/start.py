"""The start page: what is new, what is coming up, the calls and meetings of the last days."""

from datetime import date, timedelta

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from readout.ledger.browsing import Browse
from readout.link.days import interval_of
from readout.model.answers import Comparison, LedgerArticle, LedgerContact
from readout.model.vocabulary import Status
from readout.web.render import Visit, page, visit_of

router = APIRouter(include_in_schema=False)
LAST_DAYS = 14
COMING_DAYS = 400
NEWS = 8
LEADS = 4
"""Contacts of which one may lead the page."""
LONGEST = 400
"""Days that what is told as one contact may last ("in 2026")."""
COMING: tuple[Status, ...] = ("planned", "invited", "proposed")


@router.get("/")
def start(request: Request) -> Response:
    """The page; "today" is the day of the newest article, so that an old ledger still has news."""
    visit = visit_of(request)
    days = visit.desk.days()
    day = date.fromisoformat(days[1]) if days else date.today()
    happened = _happened(visit, day)
    lead, told = _lead(visit, happened)
    return page(
        visit, "start.html",
        totals=visit.desk.totals(), lead=lead, happened=happened,
        lead_view=told, coming=_coming(visit, day), new=_news(visit),
        pairs=visit.desk.pairs((day - timedelta(days=180)).isoformat()),
        threads=visit.desk.newest_threads(6),
    )  # fmt: skip


def _lead(visit: Visit, happened: tuple[LedgerContact, ...]) -> tuple[LedgerContact | None, Comparison | None]:
    """The contact that most reports tell, on the most topics, the newest among equals: of the first few one of which
    a side speaks, so that there is something to compare."""
    first = sorted(happened, key=lambda one: (one.reports, len(one.topics)), reverse=True)[:LEADS]
    told = ((one, visit.desk.ledger.compare(one.id)) for one in first)
    most: tuple[LedgerContact | None, Comparison | None] = (None, None)
    for one, compared in told:
        if compared.topics:
            return one, compared
        most = most if most[0] else (one, compared)
    return most


def _news(visit: Visit) -> list[LedgerArticle]:
    """The newest articles that tell of a contact or a promise; of anything where none of the newest does."""
    newest = visit.desk.articles(limit=5 * NEWS, telling=True)
    return ([one for one in newest if one.contacts or one.commitments] or list(newest))[:NEWS]


def _happened(visit: Visit, day: date) -> tuple[LedgerContact, ...]:
    """Calls and meetings of the last days; of all time where there were none."""
    since = (day - timedelta(days=LAST_DAYS)).isoformat()
    recent = Browse(status="held", since=since, until=day.isoformat(), not_before=_earlier(day), limit=40)
    found = visit.desk.contacts(recent) or visit.desk.contacts(Browse(status="held", limit=20, dated=True))
    return tuple(one for one in found if one.time.edtf)[:14] or found[:14]


def _earlier(day: date) -> str:
    """A day before which nothing began that still goes on."""
    return (day - timedelta(days=LONGEST)).isoformat()


def _coming(visit: Visit, day: date) -> tuple[LedgerContact, ...]:
    """What is planned from today on, the nearest first."""
    found: list[LedgerContact] = []
    for status in COMING:
        query = Browse(
            status=status,
            since=day.isoformat(),
            until=(day + timedelta(days=COMING_DAYS)).isoformat(),
            not_before=_earlier(day),
            limit=12,
        )
        found += [one for one in visit.desk.contacts(query, "oldest") if one.time.edtf]
    return tuple(sorted(found, key=lambda one: (*_ends(one), one.id)))[:8]


def _ends(one: LedgerContact) -> tuple[int, int]:
    """The last and the first day on which it may be: what is told for "2026" stands behind what is told for a week."""
    days = interval_of(one.time.edtf, one.time.part)
    return (days.hi, days.lo) if days else (date.max.toordinal(), 0)
