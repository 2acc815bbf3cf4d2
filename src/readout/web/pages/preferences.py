"""The switches: language and theme, kept in cookies for a year; work without JavaScript."""

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from readout.web.language import COOKIE, LANGUAGES
from readout.web.render import THEME_COOKIE, THEMES

router = APIRouter(include_in_schema=False)
_YEAR = 365 * 24 * 3600


@router.get("/switch")
def switch(request: Request) -> Response:
    """Keep the choice and go back to the page; an unknown theme is the browser's own."""
    asked = request.query_params
    answer = RedirectResponse(local(asked.get("to")), 303)
    if asked.get("lang") in LANGUAGES:
        answer.set_cookie(COOKIE, asked["lang"], max_age=_YEAR, samesite="lax", httponly=True)
    if "theme" in asked:
        theme = asked["theme"] if asked["theme"] in THEMES else ""
        answer.set_cookie(THEME_COOKIE, theme, max_age=_YEAR if theme else 0, samesite="lax", httponly=True)
    return answer


def local(path: str | None) -> str:
    """A path of this server: never an address of another one."""
    plain = path is not None and path.startswith("/") and not path.startswith(("//", "/\\"))
    return path if path and plain and path.isprintable() and "\\" not in path else "/"
