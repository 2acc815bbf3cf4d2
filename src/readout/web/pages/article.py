"""The article page: the text with every fact highlighted where it was read, the facts beside it."""

from typing import Any

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from readout.model.records import Reading
from readout.web.filters import page_number
from readout.web.marking import Fact, doubts_of, facts_of, paragraphs, parts_of
from readout.web.reasons import Reasons
from readout.web.render import Visit, as_csv, as_json, page, visit_of

router = APIRouter(include_in_schema=False)
HEADER = ("fact", "kind", "what", "detail", "start", "end", "words", "rules")
_MAIN = ("contact", "statement", "commitment", "silence", "figure")
_SHOWN_DOUBTS = 40


@router.get("/articles/{article_id}.json")
def article_json(request: Request, article_id: str) -> Response:
    return as_json(visit_of(request).desk.ledger.reading(_id(article_id)))


@router.get("/articles/{article_id}.csv")
def article_csv(request: Request, article_id: str) -> Response:
    """A row for each place from which a fact was read."""
    visit = visit_of(request)
    found = visit.desk.ledger.article(_id(article_id))
    reading = visit.desk.ledger.reading(found.id)
    text = reading.article.text
    rows = [
        (one.id, one.kind, one.title, one.detail, start, end, text[start:end], "; ".join(one.rules))
        for one in facts_of(reading, visit.words, found.id)
        for start, end in one.spans
    ]
    return as_csv(found.id, HEADER, rows)


@router.get("/articles/{article_id}")
def article(request: Request, article_id: str) -> Response:
    """The page; `part` turns the pages of a long text."""
    visit = visit_of(request)
    found = visit.desk.ledger.article(_id(article_id))
    reading = visit.desk.ledger.reading(found.id)
    return page(visit, "article.html", found=found, homes=visit.desk.homes(found.id),
                **reading_view(visit, reading, found.id))  # fmt: skip


@router.get("/explain/{subject}.json")
def explain_json(request: Request, subject: str) -> Response:
    return as_json(visit_of(request).desk.ledger.explain(_id(subject)))


@router.get("/explain/{subject}")
def explain(request: Request, subject: str) -> Response:
    """Why the ledger says this: sentence, rule, article."""
    visit = visit_of(request)
    found = visit.desk.ledger.explain(_id(subject))
    return page(visit, "explain.html", explanation=found, reasons=Reasons(visit.desk, visit.words, found))


def reading_view(visit: Visit, reading: Reading, article_id: str | None) -> dict[str, Any]:
    """What the templates of a reading need."""
    text = reading.article.text
    parts = parts_of(text)
    number = min(page_number(visit.request.query_params.get("part")), len(parts))
    start, end = parts[number - 1]
    facts = facts_of(reading, visit.words, article_id)
    return {
        "reading": reading, "part": number, "parts": len(parts),
        "doubts": doubts_of(reading, visit.words)[:_SHOWN_DOUBTS],
        "paragraphs": list(paragraphs(text, facts, bool(reading.article.title), start, end)),
        "groups": [(kind, [one for one in facts if one.kind == kind and _shows(one, start, end)]) for kind in _MAIN],
        "small": len(reading.times) + len(reading.amounts),
    }  # fmt: skip


def _shows(fact: Fact, start: int, end: int) -> bool:
    return not fact.spans or any(begin < end and stop > start for begin, stop in fact.spans)


def _id(value: str) -> str:
    return value.replace("\x00", "")
