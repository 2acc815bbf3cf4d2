"""Atom feeds of what is new, for any filter of the lists, in the words of the pages."""

from collections.abc import Iterable
from typing import NamedTuple

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from readout.publish.atom import UNDATED, FeedEntry, feed_of
from readout.publish.dates import moment_of
from readout.web.filters import listing, promises
from readout.web.inert import inert
from readout.web.render import Visit, visit_of

router = APIRouter(include_in_schema=False)
ENTRIES = 50


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
    """Promises of the filters that were spoken of last."""
    visit, asked = visit_of(request), promises(request.query_params)
    w = visit.words
    return _feed(visit, visit.language.gettext("Commitments"), asked.link(), (
        Entry(f"/commitments/{one.id}", f"{w.party(one.committer, w.country(None))}: {w.thing(one.action, one.object)}",
              one.versions[-1].published,
              " ".join((w.stage(one.versions[-1].stage), w.quantity(one.versions[-1].quantity))))
        for one in visit.desk.promises(asked.query, newest=True)[:ENTRIES]))  # fmt: skip


@router.get("/feeds/articles.atom")
def articles(request: Request) -> Response:
    """Articles of the filters of their list."""
    visit = visit_of(request)
    asked = listing("/articles", request.query_params)
    return _feed(
        visit,
        visit.language.gettext("Articles"),
        asked.link(),
        (
            Entry(f"/articles/{one.id}", one.title or one.name, one.published, one.publisher or "")
            for one in visit.desk.articles(asked.paper or None, ENTRIES, telling=asked.telling)
        ),
    )


def _feed(visit: Visit, title: str, path: str, entries: Iterable[Entry]) -> Response:
    here = visit.root + visit.here
    body = feed_of(
        here,
        str(inert(f"Readout: {title}")),
        (_written(visit, one) for one in entries),
        links=(("self", here), ("alternate", visit.root + path)),
        language=visit.language.code,
    )
    return Response(body, media_type="application/atom+xml")


def _written(visit: Visit, one: Entry) -> FeedEntry:
    page = visit.root + one.path
    return FeedEntry(
        id=page,
        title=str(inert(one.title)),
        updated=moment_of(one.updated) or UNDATED,
        summary=str(inert(one.summary)),
        links=(("alternate", page),),
    )
