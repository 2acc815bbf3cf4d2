"""Atom feeds (RFC 4287) of what is new, for any filter of the lists."""

import xml.etree.ElementTree as Xml
from collections.abc import Iterable
from datetime import UTC, datetime
from typing import NamedTuple

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from readout.web.filters import listing
from readout.web.inert import inert
from readout.web.render import Visit, visit_of

router = APIRouter(include_in_schema=False)
ENTRIES = 50
ATOM = "http://www.w3.org/2005/Atom"
_EPOCH = "1970-01-01T00:00:00Z"


class Entry(NamedTuple):
    """One entry: the path of its page, and what a reader shows."""

    path: str
    title: str
    updated: str | None
    summary: str


@router.get("/feeds/contacts.atom")
def contacts(request: Request) -> Response:
    """Contacts of the filters, the newest first."""
    visit = visit_of(request)
    w, asked = visit.words, listing("/contacts", request.query_params)
    found = visit.desk.contacts(asked.browse(ENTRIES), words=asked.q)
    return _feed(visit, visit.language.gettext("Contacts"), asked.link(), (
        Entry(f"/contacts/{one.id}", f"{w.title(one)} ({w.status(one.status)})",
              max((entry.published or "" for entry in one.history), default=None),
              " · ".join(filter(None, (w.where(one), w.how_long(one), w.topics(one.topics), *one.publishers))))
        for one in found))  # fmt: skip


@router.get("/feeds/commitments.atom")
def commitments(request: Request) -> Response:
    """Promises that were spoken of last."""
    visit = visit_of(request)
    w = visit.words
    return _feed(visit, visit.language.gettext("Commitments"), "/commitments", (
        Entry(f"/commitments/{one.id}", f"{w.party(one.committer, w.country(None))}: {w.thing(one.action, one.object)}",
              one.versions[-1].published,
              " ".join((w.stage(one.versions[-1].stage), w.quantity(one.versions[-1].quantity))))
        for one in visit.desk.newest_threads(ENTRIES)))  # fmt: skip


@router.get("/feeds/articles.atom")
def articles(request: Request) -> Response:
    """Articles, of all papers or of one."""
    visit = visit_of(request)
    asked = listing("/articles", request.query_params)
    return _feed(visit, visit.language.gettext("Articles"), asked.link(), (
        Entry(f"/articles/{one.id}", one.title or one.name, one.published, one.publisher or "")
        for one in visit.desk.articles(asked.paper or None, ENTRIES)))


def _feed(visit: Visit, title: str, path: str, entries: Iterable[Entry]) -> Response:
    """The feed; its own time is that of the newest entry, so that the same ledger gives the same feed."""
    found = list(entries)
    Xml.register_namespace("", ATOM)
    feed = Xml.Element(f"{{{ATOM}}}feed", {"xml:lang": visit.language.code})
    here = visit.root + visit.here
    _add(feed, "id", here)
    _add(feed, "title", f"Readout: {title}")
    _add(feed, "updated", max((stamp(one.updated) for one in found), default=_EPOCH))
    _add(feed, "link", rel="self", href=here, type="application/atom+xml")
    _add(feed, "link", rel="alternate", href=visit.root + path, type="text/html")
    _add(_add(feed, "author"), "name", "Readout")
    for one in found:
        entry = _add(feed, "entry")
        _add(entry, "id", visit.root + one.path)
        _add(entry, "title", one.title)
        _add(entry, "updated", stamp(one.updated))
        _add(entry, "link", rel="alternate", href=visit.root + one.path, type="text/html")
        _add(entry, "summary", one.summary)
    return Response(Xml.tostring(feed, encoding="utf-8", xml_declaration=True), media_type="application/atom+xml")


def _add(parent: Xml.Element, name: str, text: str | None = None, **attributes: str) -> Xml.Element:
    child = Xml.SubElement(parent, f"{{{ATOM}}}{name}", attributes)
    child.text = None if text is None else str(inert(text))
    return child


def stamp(published: str | None) -> str:
    """A publication stamp as RFC 3339 in UTC: a bare day is its first second, no day the epoch."""
    try:
        found = datetime.fromisoformat(published or "")
    except ValueError:
        return _EPOCH
    known = found if found.tzinfo else found.replace(tzinfo=UTC)
    return known.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
