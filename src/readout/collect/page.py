"""A saved web page: its article by trafilatura, its date and paper from the page's own metadata."""

import re
from collections.abc import Iterator

from readout.collect.article import Found, Origin, Problem, article_from
from readout.model.records import Article

_UTF16_MARKS = (b"\xff\xfe", b"\xfe\xff")
# Only what the page itself declares as its first publication: a date guessed from the running text is not metadata.
_DATE_PARAMETERS = {"original_date": True, "extensive_search": False, "outputformat": "%Y-%m-%dT%H:%M:%S%z"}
_LEAD_COMPARED = 60


def article_from_page(data: bytes, origin: Origin, published: str | None = None) -> Iterator[Article | Problem]:
    """Extract title, lead and body; a page without an article's text is a problem."""
    if not data.strip():
        yield origin.problem("empty: there is no text to read")
    elif b"\0" in data[:4096] and not data.startswith(_UTF16_MARKS):
        yield origin.problem("binary: not a web page")
    elif (found := extracted(data)) is None:
        yield origin.problem("no article text found in the page")
    else:
        yield from article_from(found, origin, published)


def extracted(data: bytes) -> Found | None:
    """Return what trafilatura finds in the page, or None; a lead that stands only in the description is put first."""
    import trafilatura

    page = trafilatura.bare_extraction(
        data, fast=True, include_comments=False, with_metadata=True, date_extraction_params=dict(_DATE_PARAMETERS)
    )
    if not isinstance(page, trafilatura.settings.Document) or not (page.text or "").strip():
        return None
    return Found(
        body=_with_lead(page.text or "", page.description, page.title),
        url=page.url,
        publisher=page.sitename,
        title=page.title,
        published=_without_midnight(page.date),
        basis="metadata",
        language=page.language,
    )


def _with_lead(text: str, description: str | None, title: str | None) -> str:
    """Some papers keep the lead outside the article's body, where the extraction does not look."""
    if title and text.startswith(title):
        text = text[len(title):].lstrip()
    lead = " ".join((description or "").split())
    if not lead or lead == title or lead[:_LEAD_COMPARED].rstrip(" .…") in " ".join(text.split()):
        return text
    return f"{lead}\n\n{text}"


def _without_midnight(stamp: str | None) -> str | None:
    """`2026-02-05T00:00:00` without an offset is how a bare day comes back; an offset is written with a colon."""
    if not stamp:
        return None
    stamp = re.sub(r"([+-][0-9]{2})([0-9]{2})$", r"\1:\2", stamp)
    return stamp.removesuffix("T00:00:00")
