"""Signing in and out, and the proof that a change was meant by an editor of ours."""

import hmac
from typing import Annotated
from urllib.parse import urlsplit

from fastapi import APIRouter, Form
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from readout.web.accounts import COOKIE, HOURS, Session
from readout.web.guards import address_of
from readout.web.pages.preferences import local
from readout.web.render import Visit, page, visit_of

router = APIRouter(include_in_schema=False)
Text = Annotated[str, Form()]


@router.get("/sign-in")
def form(request: Request) -> Response:
    """The form, where the server has editors."""
    return page(_editable(request), "sign_in.html", to=local(request.query_params.get("to")), problem=None)


@router.post("/sign-in")
def sign_in(request: Request, name: Text = "", password: Text = "", to: Text = "/") -> Response:
    """Check the password; on to the page that asked. After too many attempts 429, whoever asks."""
    visit = _editable(request)
    same_origin(request)
    if wait := request.app.state.sign_ins.take(address_of(request.scope)):
        told = visit.language.gettext("Too many attempts to sign in. Wait a minute and try again.")
        refused = page(visit, "sign_in.html", 429, to=local(to), problem=told)
        refused.headers["Retry-After"] = str(wait)
        return refused
    cookie = request.app.state.accounts.sign_in(name, password[:1000])
    if cookie is None:
        return page(
            visit, "sign_in.html", 403, to=local(to), problem=visit.language.gettext("Name or password is wrong.")
        )
    answer = RedirectResponse(local(to), 303)
    answer.set_cookie(
        COOKIE, cookie, max_age=HOURS * 3600, httponly=True, samesite="strict", secure=visit.root.startswith("https://")
    )
    return answer


@router.post("/sign-out")
def sign_out(request: Request, csrf: Text = "") -> Response:
    """Forget the session."""
    require_editor(visit_of(request), csrf)
    answer = RedirectResponse("/", 303)
    answer.delete_cookie(COOKIE)
    return answer


def require_editor(visit: Visit, csrf: str) -> Session:
    """The editor who asks for a change; 403 without a session, from another site, or without the session's mark."""
    if visit.session is None:
        raise HTTPException(403, visit.language.gettext("Sign in as an editor to change the ledger."))
    same_origin(visit.request)
    if not hmac.compare_digest(csrf.encode(), visit.session.csrf.encode()):
        raise HTTPException(403, visit.language.gettext("The form is out of date; load the page again."))
    return visit.session


def same_origin(request: Request) -> None:
    """403 for a form that another site sent."""
    origin = request.headers.get("origin")
    foreign = origin is not None and urlsplit(origin).netloc != request.headers.get("host")
    if foreign or request.headers.get("sec-fetch-site") in ("cross-site", "same-site"):
        raise HTTPException(403, visit_of(request).language.gettext("The form came from another site."))


def _editable(request: Request) -> Visit:
    visit = visit_of(request)
    if not request.app.state.accounts.editable:
        raise HTTPException(404, visit.language.gettext("This server is read-only."))
    return visit
