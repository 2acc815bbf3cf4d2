"""Calendars of what is planned, and of the deadlines of promises, in the words of the pages."""

from collections.abc import Iterable, Iterator
from datetime import date

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from readout.link.days import interval_of
from readout.model.answers import CommitmentThread, LedgerContact
from readout.publish.calendar import CalendarEntry, calendar_of, state_of
from readout.web.filters import listing
from readout.web.inert import inert
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
    return _answer(found.id, _contact(visit, found))


def _contact(visit: Visit, one: LedgerContact) -> Iterator[CalendarEntry]:
    span = interval_of(one.time.edtf, one.time.part)
    if span is None or span.days > LONGEST:
        return
    w = visit.words
    yield CalendarEntry(
        uid=one.id, first=date.fromordinal(span.lo), last=date.fromordinal(span.hi),
        title=_shown(f"{w.mode(one.mode)}: {w.who(one.participants)} ({w.status(one.status)})"),
        status=state_of(one.status), told=max((entry.published or "" for entry in one.history), default=None),
        place=_shown(w.where(one)), url=f"{visit.root}/contacts/{one.id}",
    )  # fmt: skip


def _deadlines(visit: Visit, thread: CommitmentThread) -> Iterator[CalendarEntry]:
    """One entry for each different deadline of the promise."""
    w, seen = visit.words, set()
    for version in thread.versions:
        span = interval_of(version.deadline.edtf) if version.deadline else None
        if span is None or span.hi in seen:
            continue
        seen.add(span.hi)
        day = date.fromordinal(span.hi)
        who = w.party(thread.committer, visit.language.gettext("nobody named"))
        what = f"{who}: {w.thing(thread.action, thread.object)} {w.quantity(version.quantity)}"
        yield CalendarEntry(
            uid=f"{thread.id}-{span.hi}", first=day, last=day, title=_shown(what), status="TENTATIVE",
            told=version.published, url=f"{visit.root}/commitments/{thread.id}",
        )  # fmt: skip


def _shown(words: str) -> str:
    return str(inert(words))


def _answer(name: str, entries: Iterable[CalendarEntry]) -> Response:
    return Response(
        b"".join(calendar_of(entries)),
        media_type="text/calendar; charset=utf-8",
        headers={"Content-Disposition": f'inline; filename="{name}.ics"'},
    )
