"""iCalendar: what is planned and the deadlines of promises, so that a desk can subscribe to them.

A month is not its first day: an event that is only known to the month or the year lies over all its days and says so.
"""

import heapq
import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, date, datetime, timedelta
from typing import NamedTuple

from readout.model.answers import CommitmentThread, LedgerContact, ThreadVersion
from readout.model.vocabulary import Status
from readout.publish.dates import day_range, moment_of, precision
from readout.publish.jsonld import event_name, party_name
from readout.publish.selection import Source
from readout.text.dates import date_words, stamp_words

SHOWN = frozenset({"planned", "invited", "proposed", "ongoing", "cancelled"})
"""What goes in unless another status is asked for."""
_OPEN_STAGES = frozenset({"considered", "expected", "pledged", "agreed", "ordered", "shipped", "resumed"})
_UNDATED = datetime(1970, 1, 1, tzinfo=UTC)
_CONTROLS = re.compile("[\x00-\x09\x0b-\x1f\x7f]")


class CalendarEntry(NamedTuple):
    """One entry over whole days, `first` to `last`, both included. `told` is when its newest report was published."""

    uid: str
    first: date
    last: date
    title: str
    status: str
    told: str | None
    lines: Sequence[str] = ()
    place: str | None = None
    url: str | None = None
    categories: Sequence[str] = ()


def calendar_parts(source: Source) -> Iterator[bytes]:
    """The calendar of a selection, in pieces; with a limit so many entries, those that come next."""
    limit = source.selection.query.limit
    if limit is None:
        return calendar_of(_entries(source))
    day = source.selection.query.since or source.newest_day()
    return calendar_of(_next(_entries(source.without_limit()), date.fromisoformat(day) if day else date.min, limit))


def calendar_of(entries: Iterable[CalendarEntry]) -> Iterator[bytes]:
    """A calendar (RFC 5545) in pieces. Its stamps are those of the reports, so that the same ledger gives the same
    bytes."""
    yield b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//readout//diplomacy//EN\r\nCALSCALE:GREGORIAN\r\n"
    yield b"METHOD:PUBLISH\r\n"
    for entry in entries:
        yield _written(entry)
    yield b"END:VCALENDAR\r\n"


def state_of(status: Status) -> str:
    """What iCalendar calls a status: a plan that papers tell of is tentative until it has happened."""
    if status in ("held", "ongoing"):
        return "CONFIRMED"
    return "CANCELLED" if status in ("cancelled", "denied") else "TENTATIVE"


def _entries(source: Source) -> Iterator[CalendarEntry]:
    wanted = source.selection.query.status
    for contact in source.contacts():
        if wanted or source.selection.contact or contact.status in SHOWN:
            yield from _contact(contact)
    for thread in source.threads():
        yield from _deadlines(thread)


def _next(entries: Iterable[CalendarEntry], day: date, limit: int) -> list[CalendarEntry]:
    """So many entries in order: those that are not over on this day, the soonest first; where they are fewer, what
    passed last. The day is that of the newest article, not the clock's."""

    def away(one: CalendarEntry) -> tuple[bool, int, date, str]:
        passed = one.last < day
        days = (day - one.last).days if passed else (max(one.first, day) - day).days
        return passed, days, one.last, one.uid

    return sorted(heapq.nsmallest(limit, entries, key=away), key=lambda one: (one.first, one.last, one.uid))


def _contact(one: LedgerContact) -> Iterator[CalendarEntry]:
    days = day_range(one.time.edtf, one.time.part)
    if days is None:
        return
    told = date_words(one.time.edtf, one.time.part)
    lines = [
        f"Status: {one.status}. Date as told: {told}.",
        *dict.fromkeys(map(party_name, one.participants)),
        f"{one.reports} report{'' if one.reports == 1 else 's'}, first published: {stamp_words(one.first_published)}.",
    ]
    yield CalendarEntry(
        uid=one.id, first=days[0], last=days[1], title=_title(event_name(one), one.time.edtf, told),
        status=state_of(one.status), told=max((entry.published or "" for entry in one.history), default=None),
        lines=lines, place=one.place.name or one.place.country if one.place else None,
        url=next((entry.url for entry in one.history if entry.url), None), categories=one.topics,
    )  # fmt: skip


def _deadlines(thread: CommitmentThread) -> Iterator[CalendarEntry]:
    """One entry per deadline that is claimed; contradicting ones stay side by side."""
    seen: set[str] = set()
    for version in thread.versions:
        edtf = version.deadline.edtf if version.deadline else None
        days = day_range(edtf)
        if days is None or edtf is None or edtf in seen or version.stage not in _OPEN_STAGES:
            continue
        seen.add(edtf)
        words, told = version.deadline.text if version.deadline else "", date_words(edtf)
        who = version.claimed_by
        yield CalendarEntry(
            uid=f"{thread.id}-{edtf}", first=days[1], last=days[1], title=_title(_promise(thread, version), edtf, told),
            status="TENTATIVE", told=version.published, url=version.url,
            lines=[f"Stage: {version.stage}. Deadline as told: {told} (“{words}”).",
                   f"Claimed by {who.name or who.country}." if who else ""],
        )  # fmt: skip


def _promise(thread: CommitmentThread, version: ThreadVersion) -> str:
    thing = thread.object.name if thread.object else ""
    quantity = version.quantity
    amount = f"{quantity.value:,.10g} {quantity.unit_beside(thing)}".strip() if quantity else ""
    who = thread.committer.name or thread.committer.country
    return " ".join(part for part in ("Deadline:", who, thread.action, amount, thing) if part)


def _title(name: str, edtf: str | None, told: str) -> str:
    known = precision(edtf)
    return name if known in ("day", "interval") else f"{name} (only the {known} is known: {told})"


def _written(one: CalendarEntry) -> bytes:
    from icalendar import Event

    event = Event()
    event.add("uid", f"{one.uid}@readout")
    event.add("dtstamp", moment_of(one.told) or _UNDATED)
    event.add("dtstart", one.first)
    event.add("dtend", one.last + timedelta(days=1))
    event.add("summary", _clean(one.title))
    if one.lines:
        event.add("description", "\n".join(_clean(line) for line in one.lines if line))
    event.add("status", one.status)
    event.add("transp", "TRANSPARENT")
    if one.place:
        event.add("location", _clean(one.place))
    if one.categories:
        event.add("categories", list(one.categories))
    if one.url and one.url.startswith(("http://", "https://")):
        event.add("url", one.url)
    return bytes(event.to_ical())


def _clean(words: str) -> str:
    """On one line, without the control characters that RFC 5545 forbids in text."""
    return _CONTROLS.sub("\ufffd", " ".join(words.split()))
