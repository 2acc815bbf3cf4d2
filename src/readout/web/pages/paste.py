"""Paste: a text or a link; the reading appears at once beside the text; add it to the ledger, or not."""

import hashlib
import re
from typing import Annotated

from fastapi import APIRouter, Form
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from readout.api import read
from readout.collect import Fetching, articles_from
from readout.collect.article import iso_date
from readout.model.records import Article, Reading
from readout.text.compose import compose
from readout.web.pages.article import reading_view
from readout.web.pages.session import require_editor
from readout.web.render import Visit, page, visit_of
from readout.web.settings import LONGEST

router = APIRouter(include_in_schema=False)
_LINK = re.compile(r"https?://\S+", re.IGNORECASE)
Text = Annotated[str, Form()]
FIELDS = ("text", "title", "published", "publisher", "url")


@router.get("/paste")
def form(request: Request) -> Response:
    """The empty form."""
    return page(visit_of(request), "paste.html", given=dict.fromkeys(FIELDS, ""), problem=None, reading=None)


@router.post("/paste")
def paste(
    request: Request, text: Text = "", title: Text = "", published: Text = "", publisher: Text = "", url: Text = ""
) -> Response:
    """The reading beside the text; nothing is stored."""
    visit = visit_of(request)
    given = {"text": text, "title": title, "published": published, "publisher": publisher, "url": url}
    reading, trouble = read_given(visit, given)
    if reading is None:
        return page(visit, "paste.html", 422, given=given, problem=trouble, reading=None)
    return page(visit, "paste.html", given=given, problem=None, homes={}, **reading_view(visit, reading, None))


@router.post("/paste/add")
def add(
    request: Request,
    text: Text = "",
    title: Text = "",
    published: Text = "",
    publisher: Text = "",
    url: Text = "",
    csrf: Text = "",
) -> Response:
    """Add the article to the ledger; editors only."""
    visit = visit_of(request)
    require_editor(visit, csrf)
    given = {"text": text, "title": title, "published": published, "publisher": publisher, "url": url}
    reading, trouble = read_given(visit, given)
    if reading is None:
        return page(visit, "paste.html", 422, given=given, problem=trouble, reading=None)
    visit.desk.ledger.add(reading)
    visit.desk.touched()
    return RedirectResponse(f"/articles/{visit.desk.ledger.article(reading.article.id).id}", 303)


def read_given(visit: Visit, given: dict[str, str]) -> tuple[Reading | None, str | None]:
    """The reading of what was given, or why there is none."""
    t, text = visit.language.gettext, given["text"].strip()
    if not text:
        return None, t("There is no text to read.")
    try:
        link = _LINK.fullmatch(text)
        if link and not visit.settings.links:
            return None, t("This server does not fetch links. Open the link and paste the text of the article.")
        article = _fetched(text) if link else article_of(given)
    except ValueError as error:
        return None, str(error)
    if len(article.text) > LONGEST:
        return None, t("This text is too long to be read at once; paste one article.")
    return read(article), None


def _fetched(link: str) -> Article:
    """The article behind a link, within the limits of `readout.collect`; ValueError says why there is none."""
    found = next(iter(articles_from([link], fetching=Fetching(lists=False))), None)
    if isinstance(found, Article):
        return found
    raise ValueError(str(found) if found else f"no article at {link[:200]}")


def article_of(given: dict[str, str]) -> Article:
    """The pasted text as an article; its id follows from its content."""
    title = given["title"].strip() or None
    body = compose(title, given["text"].replace("\r\n", "\n"))
    named = given["url"] if _LINK.fullmatch(given["url"].strip()) else ""
    digest = hashlib.sha256(body.encode("utf-8", "surrogatepass")).hexdigest()[:16]
    published = iso_date(given["published"].strip()) if given["published"].strip() else None
    if given["published"].strip() and published is None:
        raise ValueError(f"{given['published'].strip()[:40]} is not an ISO 8601 date")
    return Article(
        id=f"pasted-{digest}",
        url=named.strip() or None,
        publisher=given["publisher"].strip() or None,
        title=title,
        published=published,
        published_basis="given" if published else "unknown",
        text=body,
    )
