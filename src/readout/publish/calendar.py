"""iCalendar: what is planned and the deadlines of promises, so that a desk can subscribe to them.

A month is not its first day: an event that is only known to the month or the year lies over all its days and says so.
"""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

from readout.model.answers import CommitmentThread, LedgerContact
from readout.publish.dates import day_range, moment_of, precision
from readout.publish.jsonld import event_name
from readout.publish.selection import Source

STATUSES = {"planned": "CONFIRMED", "invited": "TENTATIVE", "proposed": "TENTATIVE", "ongoing": "CONFIRMED",
            "cancelled": "CANCELLED"}  # fmt: skip
"""What goes in unless another status is asked for, and what iCalendar calls it."""
_OPEN_STAGES = frozenset({"considered", "expected", "pledged", "agreed", "ordered", "shipped", "resumed"})
_UNDATED = datetime(1970, 1, 1, tzinfo=UTC)


def calendar_parts(source: Source) -> Iterator[bytes]:
    """The calendar in pieces. The stamps are those of the reports, so that the same ledger gives the same bytes."""
    yield b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//readout//diplomacy//EN\r\nCALSCALE:GREGORIAN\r\n"
    yield b"METHOD:PUBLISH\r\n"
    wanted = source.selection.query.status
    for contact in source.contacts():
        if wanted or source.selection.contact or contact.status in STATUSES:
            yield from _contact(contact)
    for thread in source.threads():
        yield from _deadlines(thread)
    yield b"END:VCALENDAR\r\n"


def _contact(one: LedgerContact) -> Iterator[bytes]:
    days = day_range(one.time.edtf)
    if days is None:
        return
    sources = [entry.url for entry in one.history if entry.url]
    lines = [
        f"Status: {one.status}. Date as told: {one.time.edtf}{f' ({one.time.part})' if one.time.part else ''}.",
        *[f"{party.person or party.office or party.country}" for party in one.participants],
        f"{one.reports} report{'' if one.reports == 1 else 's'}, first published {one.first_published or 'unknown'}.",
    ]
    last = max((entry.published or "" for entry in one.history), default="")
    place = one.place.name or one.place.country if one.place else None
    yield _event(
        uid=one.id, days=days, summary=_summary(event_name(one), one.time.edtf), lines=lines, place=place,
        status=STATUSES.get(one.status, "CONFIRMED"), stamp=last, url=sources[0] if sources else None,
        categories=list(one.topics),
    )  # fmt: skip


def _deadlines(thread: CommitmentThread) -> Iterator[bytes]:
    """One entry per deadline that is claimed; contradicting ones stay side by side."""
    seen: set[str] = set()
    for version in thread.versions:
        edtf = version.deadline.edtf if version.deadline else None
        days = day_range(edtf)
        if days is None or edtf is None or edtf in seen or version.stage not in _OPEN_STAGES:
            continue
        seen.add(edtf)
        thing = thread.object.name if thread.object else ""
        amount = f"{version.quantity.value:,.10g} {version.quantity.unit or ''}".strip() if version.quantity else ""
        name = " ".join(part for part in ("Deadline:", thread.committer.country, thread.action, amount, thing) if part)
        words = version.deadline.text if version.deadline else ""
        who = version.claimed_by
        lines = [f"Stage: {version.stage}. Deadline as told: {edtf} (“{words}”).",
                 f"Claimed by {who.name or who.country}." if who else ""]  # fmt: skip
        yield _event(
            uid=f"{thread.id}-{edtf}", days=(days[1], days[1]), summary=_summary(name, edtf), lines=lines, place=None,
            status="TENTATIVE", stamp=version.published, url=version.url, categories=[],
        )  # fmt: skip


def _summary(name: str, edtf: str | None) -> str:
    known = precision(edtf)
    return name if known in ("day", "interval") else f"{name} (only the {known} is known: {edtf})"


def _event(
    *, uid: str, days: tuple[Any, Any], summary: str, lines: list[str], place: str | None, status: str,
    stamp: str | None, url: str | None, categories: list[str],
) -> bytes:  # fmt: skip
    from icalendar import Event

    event = Event()
    event.add("uid", f"{uid}@readout")
    event.add("dtstamp", moment_of(stamp) or _UNDATED)
    event.add("dtstart", days[0])
    event.add("dtend", days[1] + timedelta(days=1))
    event.add("summary", summary)
    event.add("description", "\n".join(line for line in lines if line))
    event.add("status", status)
    event.add("transp", "TRANSPARENT")
    if place:
        event.add("location", place)
    if categories:
        event.add("categories", categories)
    if url and url.startswith(("http://", "https://")):
        event.add("url", url)
    return bytes(event.to_ical())
