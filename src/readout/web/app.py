"""The application: pages, API, feeds and static files under one roof, with guards around them."""

import gc
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from http import HTTPStatus
from typing import Any

from anyio import to_thread
from fastapi import FastAPI
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.staticfiles import StaticFiles
from starlette.types import Scope

from readout import __version__
from readout.ledger import LedgerError, NotFound
from readout.web import outlets, pages, rest
from readout.web.accounts import Accounts
from readout.web.answers import Answers
from readout.web.desk import Desk
from readout.web.guards import BodyLimit, Buckets, Headers, HostCheck, RateLimit
from readout.web.problems import problem
from readout.web.render import HERE, page, prepare, visit_of
from readout.web.rest.description import describe
from readout.web.settings import Settings, from_environment

THREADS = 8
"""Requests that one process works on at a time, some of which may wait for a link to be fetched."""
AT_ONCE = 1
"""Pages of a ledger in a file that one process makes at a time, and as many exports beside them: two pages would take
turns with every row, and both be late."""

_GARBAGE = 20_000
"""Objects more than before, at which the garbage collector looks; a page takes up to two thousand."""
SIGN_INS = 10
"""Passwords that may be tried per minute and client address, in each process; `--rate` does not change it."""


class Static(StaticFiles):
    """Files that carry a mark of their content in their address and may be kept for a year."""

    async def get_response(self, path: str, scope: Scope) -> Response:
        answer = await super().get_response(path, scope)
        if answer.status_code == 200:
            answer.headers["Cache-Control"] = "public, max-age=31536000, immutable"
        return answer


def make_app(settings: Settings) -> FastAPI:
    """The application for these settings; opens the ledger, raises LedgerError where it cannot."""
    desk = Desk(settings.ledger)
    app = FastAPI(
        title="Readout", version=__version__, docs_url=None, redoc_url=None, openapi_url=None, lifespan=_closing(desk)
    )
    app.state.desk, app.state.settings = desk, settings
    app.state.accounts = Accounts(settings.editors, settings.keys, settings.secret)
    app.state.sign_ins = Buckets(SIGN_INS)
    for router in (*rest.ROUTERS, *outlets.ROUTERS, *pages.ROUTERS):
        app.include_router(router)
    app.mount("/static", Static(directory=HERE / "static"), name="static")
    describe(app)
    app.add_exception_handler(HTTPException, _failed)
    app.add_exception_handler(NotFound, _failed)
    app.add_exception_handler(LedgerError, _failed)
    app.add_exception_handler(RequestValidationError, _failed)
    app.add_middleware(
        Answers, revision=desk.revision, size=settings.cache, at_once=THREADS if desk.remote else AT_ONCE
    )
    app.add_middleware(RateLimit, rate=settings.rate)
    app.add_middleware(BodyLimit, limit=settings.max_body)
    app.add_middleware(HostCheck)
    app.add_middleware(Headers)
    return app


def from_settings() -> FastAPI:
    """The application of a worker process."""
    return make_app(from_environment())


def _closing(desk: Desk) -> Any:
    @asynccontextmanager
    async def lifespan(_app: FastAPI) -> AsyncIterator[None]:
        await to_thread.run_sync(prepare)
        with suppress(LedgerError):  # a page will tell
            await to_thread.run_sync(desk.prepare)
        _let_be()
        to_thread.current_default_thread_limiter().total_tokens = THREADS
        yield
        desk.ledger.close()

    return lifespan


def _let_be() -> None:
    """Have the garbage collector pass over what stays as long as the process, and look for more less often: pages leave
    nothing behind that refers to itself, and all that one holds at a time would be gone through again and again."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(_GARBAGE)


def _failed(request: Request, error: Exception) -> Response:
    """A problem for programs, a page for people."""
    status, detail = _status_of(error)
    headers = getattr(error, "headers", None)
    machine = request.url.path.startswith(("/api/", "/feeds/")) or request.url.path.endswith((".json", ".csv", ".ics"))
    if machine:
        return problem(status, detail, headers)
    visit = visit_of(request)
    if isinstance(error, NotFound):
        detail = visit.language.gettext("The ledger has nothing under this name.")
    elif status in (404, 405) and detail == HTTPStatus(status).phrase:
        detail = None
    answer = page(visit, "failed.html", status, status=status, detail=detail)
    answer.headers.update(headers or {})
    return answer


def _status_of(error: Exception) -> tuple[int, str | None]:
    if isinstance(error, HTTPException):
        return error.status_code, error.detail
    if isinstance(error, NotFound):
        return 404, str(error)
    if isinstance(error, RequestValidationError):
        told = "; ".join(f"{'.'.join(map(str, one['loc']))}: {one['msg']}" for one in error.errors())
        return 422, told[:500]
    return 503, str(error)
