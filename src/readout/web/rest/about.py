"""The addresses of the API's description, for programs and for people."""

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from readout.web.render import page, visit_of

router = APIRouter(include_in_schema=False)


@router.get("/api/v1/openapi.json")
def openapi(request: Request) -> Response:
    """The description that programs read."""
    return JSONResponse(request.app.openapi())


@router.get("/api")
def description(request: Request) -> Response:
    """The description that people read."""
    return page(visit_of(request), "api.html", spec=request.app.openapi())
