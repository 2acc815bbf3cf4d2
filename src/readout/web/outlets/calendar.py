"""Calendars (RFC 5545) of what is planned, and of the deadlines of promises."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from readout import __version__
from readout.link.days import Interval, interval_of
from readout.model.answers import CommitmentThread, LedgerContact
from readout.web.filters import listing
from readout.web.inert import inert
from readout.web.outlets.feeds import stamp
from readout.web.render import Visit, visit_of

router = APIRouter(include_in_schema=False)
PLANNED = ("planned", "invited", "proposed")
MOST = 500
LONGEST = 92
"""Days that an entry may span: a vaguer plan ("in 2026") would cover the calendar."""


@router.get("/calendar.ics")
def calendar(request: Request) -> Response:
    """Planned contacts of the filters, and the deadlines of all promises where no filter is given."""
    visit = visit_of(request)
    asked = listing("/contacts", request.query_params)
    found: list[LedgerContact] = []
    for status in PLANNED if not asked.status else (asked.status,):
        found += visit.desk.contacts(asked._replace(status=status).browse(MOST), "newest", words=asked.q)
    entries = [entry for one in found for entry in _contact(visit, one)]
    if not asked.filtered:
        threads = visit.desk.newest_threads(MOST)
        entries += [entry for one in threads for entry in _deadlines(visit, one)]
    return _answer("readout", entries)


@router.get("/contacts/{contact_id}.ics")
def one_contact(request: Request, contact_id: str) -> Response:
    """One contact, planned or past."""
    visit = visit_of(request)
    found = visit.desk.ledger.contact(contact_id.replace("\x00", ""))
    return _answer(found.id, list(_contact(visit, found)))


def _contact(visit: Visit, one: LedgerContact) -> Iterator[list[str]]:
    span = interval_of(one.time.edtf, one.time.part)
    if span is None or span.days > LONGEST:
        return
    w = visit.words
    told = max((entry.published or "" for entry in one.history), default=None)
    yield _entry(f"{one.id}@readout", span, f"{w.mode(one.mode)}: {w.who(one.participants)} ({w.status(one.status)})",
                 told, f"{visit.root}/contacts/{one.id}", w.where(one), _state(one.status))


def _state(status: str) -> str:
    return {"held": "CONFIRMED", "ongoing": "CONFIRMED", "cancelled": "CANCELLED", "denied": "CANCELLED"}.get(
        status, "TENTATIVE")


def _deadlines(visit: Visit, thread: CommitmentThread) -> Iterator[list[str]]:
    """One entry for each different deadline of the promise."""
    w, seen = visit.words, set()
    for version in thread.versions:
        span = interval_of(version.deadline.edtf) if version.deadline else None
        if span is None or span.hi in seen:
            continue
        seen.add(span.hi)
        what = f"{w.party(thread.committer)}: {w.thing(thread.action, thread.object)} {w.quantity(version.quantity)}"
        yield _entry(f"{thread.id}-{span.hi}@readout", Interval(span.hi, span.hi), what.strip(), version.published,
                     f"{visit.root}/commitments/{thread.id}", "", "TENTATIVE")


def _entry(uid: str, span: Interval, title: str, told: str | None, link: str, where: str, state: str) -> list[str]:
    first, after = date.fromordinal(span.lo), date.fromordinal(span.hi) + timedelta(days=1)
    lines = ["BEGIN:VEVENT", f"UID:{uid}", f"DTSTAMP:{_utc(told)}", f"DTSTART;VALUE=DATE:{first:%Y%m%d}",
             f"DTEND;VALUE=DATE:{after:%Y%m%d}", f"SUMMARY:{_escaped(title)}", f"URL:{link}", f"STATUS:{state}"]
    return [*lines, *([f"LOCATION:{_escaped(where)}"] if where else []), "TRANSP:TRANSPARENT", "END:VEVENT"]


def _utc(told: str | None) -> str:
    known = datetime.fromisoformat(stamp(told)) if told else datetime.combine(date(1970, 1, 1), time(), UTC)
    return known.strftime("%Y%m%dT%H%M%SZ")


def _escaped(text: str) -> str:
    plain = str(inert(text)).replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    return " ".join(plain.split())


def _folded(line: str) -> Iterator[str]:
    """At most 75 octets in a line; what goes on begins with a space."""
    current = ""
    for char in line:
        if len((current + char).encode()) > 74:
            yield current
            current = " "
        current += char
    yield current


def _answer(name: str, entries: list[list[str]]) -> Response:
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", f"PRODID:-//readout//{__version__}//EN", "CALSCALE:GREGORIAN",
             *(line for entry in entries for line in entry), "END:VCALENDAR"]
    body = "".join(f"{part}\r\n" for line in lines for part in _folded(line))
    return Response(body, media_type="text/calendar; charset=utf-8",
                    headers={"Content-Disposition": f'inline; filename="{name}.ics"'})
