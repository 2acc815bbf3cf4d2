"""Corrections, merges and splits from the page: for editors; every change is a row with name, time and reason."""

import json
import math
from collections.abc import Callable
from typing import Annotated, Any

from fastapi import APIRouter, Form
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from readout.ledger import LedgerError, NotFound, Refused
from readout.link.editing import FIELDS, value_of
from readout.model.answers import CommitmentThread, LedgerArticle, LedgerContact
from readout.model.editing import LedgerCorrection
from readout.model.records import Commitment
from readout.web import terms
from readout.web.accounts import Session
from readout.web.pages.session import require_editor
from readout.web.render import Visit, as_json, page, visit_of

router = APIRouter(include_in_schema=False)
Text = Annotated[str, Form()]
Texts = Annotated[list[str], Form()]
_LISTS = ("topics",)
_NUMBERS = ("round", "quantity.value", "quantity.high")


@router.get("/edit/{subject}")
def form(request: Request, subject: str) -> Response:
    """The forms for one contact or commitment; editors only."""
    visit = visit_of(request)
    if visit.session is None:
        raise HTTPException(403, visit.language.gettext("Sign in as an editor to change the ledger."))
    return _form(visit, subject)


@router.post("/edit/{subject}/correct")
def correct(
    request: Request,
    subject: str,
    field: Text = "",
    value: Text = "",
    why: Text = "",
    csrf: Text = "",
    claim: Text = "",
) -> Response:
    """Give a field another value: of the record, or of one claim of a commitment."""

    def change(visit: Visit, editor: Session) -> LedgerCorrection:
        wanted = _claim_of(visit, subject, claim) if claim else subject
        return visit.desk.ledger.correct(wanted, field, value_from(field, value), who=editor.name, why=why)

    return _changed(request, subject, csrf, change)


@router.post("/edit/{subject}/merge")
def merge(request: Request, subject: str, into: Text = "", why: Text = "", csrf: Text = "") -> Response:
    """Say that the record is the same as another one."""

    def change(visit: Visit, editor: Session) -> LedgerCorrection:
        return visit.desk.ledger.merge(subject, _id_in(into), who=editor.name, why=why)

    return _changed(request, subject, csrf, change, _id_in(into))


@router.post("/edit/{subject}/split")
def split(request: Request, subject: str, articles: Texts = [], why: Text = "", csrf: Text = "") -> Response:  # noqa: B006
    """Say that what some articles report is another record."""

    def change(visit: Visit, editor: Session) -> LedgerCorrection:
        return visit.desk.ledger.split(subject, articles, who=editor.name, why=why)

    return _changed(request, subject, csrf, change)


@router.post("/edit/{subject}/undo")
def undo(
    request: Request, subject: str, number: Annotated[int, Form()] = 0, why: Text = "", csrf: Text = ""
) -> Response:
    """Let a correction hold no more."""

    def change(visit: Visit, editor: Session) -> LedgerCorrection:
        return visit.desk.ledger.undo(number, who=editor.name, why=why)

    return _changed(request, subject, csrf, change)


@router.get("/history/{subject}.json")
def history_json(request: Request, subject: str) -> Response:
    return as_json(visit_of(request).desk.ledger.history(subject.replace("\x00", "")))


@router.get("/history/{subject}")
def history(request: Request, subject: str) -> Response:
    """Everything that people decided about a record; for all readers."""
    visit = visit_of(request)
    found = visit.desk.ledger.history(subject.replace("\x00", ""))
    return page(visit, "history.html", subject=subject, corrections=found[::-1])


def value_from(field: str, text: str) -> Any:
    """A field's value as a form sends it: nothing is None, topics are separated by commas, numbers are numbers."""
    plain = text.strip()
    if not plain:
        return [] if field in _LISTS else None
    if field in _LISTS:
        return [one.strip() for one in plain.split(",") if one.strip()]
    try:
        if field in _NUMBERS:
            return int(plain) if field == "round" else _finite(plain)
        return json.loads(plain) if field == "participants" else plain
    except (ValueError, RecursionError):
        raise Refused(f"{field} cannot be {plain[:60]!r}", "value", field=field, value=plain) from None


def _finite(text: str) -> float:
    number = float(text)
    if not math.isfinite(number):
        raise ValueError(text)
    return number


def _form(visit: Visit, subject: str, problem: str | None = None) -> Response:
    record = _record(visit, subject)
    kind: Any = LedgerContact if isinstance(record, LedgerContact) else Commitment
    now = (
        {name: _shown(value_of(record, name)) for name in FIELDS[kind]}
        if kind is LedgerContact
        else dict.fromkeys(FIELDS[kind], "")
    )
    return page(visit, "edit.html", 422 if problem else 200, record=record, fields=now, problem=problem,
                articles=_articles(visit, record), corrections=visit.desk.ledger.history(record.id)[::-1],
                back=_path(record.id))  # fmt: skip


def _changed(
    request: Request,
    subject: str,
    csrf: str,
    change: Callable[[Visit, Session], LedgerCorrection],
    after: str | None = None,
) -> Response:
    visit = visit_of(request)
    editor = require_editor(visit, csrf)
    try:
        change(visit, editor)
    except NotFound:
        raise
    except LedgerError as error:
        return _form(visit, subject, _told(visit, error))
    visit.desk.touched()
    return RedirectResponse(_path(after or subject), 303)


def _told(visit: Visit, error: LedgerError) -> str:
    """What is wrong, in the reader's language; other failures of the ledger as they are told everywhere."""
    if not isinstance(error, Refused):
        return str(error)
    about = {name: value[:60] for name, value in error.about.items()}
    if "field" in about:
        about["field"] = visit.words.term(terms.FIELDS, about["field"])
    return visit.language.gettext(terms.REFUSALS[error.reason]) % about


def _record(visit: Visit, subject: str) -> LedgerContact | CommitmentThread:
    plain = subject.replace("\x00", "")
    return visit.desk.ledger.thread(plain) if plain.startswith("k-") else visit.desk.ledger.contact(plain)


def _claim_of(visit: Visit, subject: str, claim: str) -> str:
    """The claim, where it is one of this commitment; raises Refused for the id of anything else."""
    record = _record(visit, subject)
    if isinstance(record, LedgerContact) or claim not in {one.id for one in record.versions}:
        raise Refused(f"{claim} is not a claim of {subject}", "claim", claim=claim)
    return claim


def _articles(visit: Visit, record: LedgerContact | CommitmentThread) -> list[LedgerArticle]:
    told = record.history if isinstance(record, LedgerContact) else record.versions
    return [visit.desk.ledger.article(one) for one in dict.fromkeys(entry.article for entry in told)]


def _shown(value: Any) -> str:
    if isinstance(value, list):
        plain = all(isinstance(one, str) for one in value)
        return ", ".join(value) if plain else json.dumps(value, ensure_ascii=False)
    return "" if value is None else str(value)


def _path(subject: str) -> str:
    return f"/{'commitments' if subject.startswith('k-') else 'contacts'}/{subject}"


def _id_in(text: str) -> str:
    """An id, or the last part of the address of a page."""
    return text.strip().rstrip("/").rsplit("/", 1)[-1].split("?")[0].split("#")[0]
