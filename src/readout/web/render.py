"""From view to answer: templates in the reader's language, tables as CSV, records as JSON."""

import csv
import hashlib
import io
from collections.abc import Iterable, Mapping, Sequence
from functools import cache, lru_cache
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import quote, quote_plus

import msgspec
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from readout import __version__
from readout.knowledge.loader import load
from readout.web import terms
from readout.web.accounts import Session
from readout.web.desk import Desk
from readout.web.inert import inert, web_address
from readout.web.language import COOKIE, LANGUAGES, Language, choose
from readout.web.settings import Settings
from readout.web.words import SIGNS, Words, clipped, words

HERE = Path(__file__).parent
THEME_COOKIE = "readout_theme"
THEMES = ("light", "dark")
_RISKY_START = ("=", "+", "-", "@", "\t", "\r")


class Visit(NamedTuple):
    """One request as the pages see it: who asks, in which language, from which ledger."""

    request: Request
    desk: Desk
    settings: Settings
    language: Language
    words: Words
    session: Session | None

    @property
    def here(self) -> str:
        """Path and query of this page."""
        query = self.request.url.query
        return self.request.url.path + (f"?{query}" if query else "")

    @property
    def root(self) -> str:
        """The address of the server, without a slash at the end."""
        return (self.settings.address or str(self.request.base_url)).rstrip("/")


def visit_of(request: Request) -> Visit:
    """Who asks, and in which language."""
    state = request.app.state
    chosen = choose(request.query_params.get("lang") or request.cookies.get(COOKIE),
                    request.headers.get("accept-language"))
    return Visit(request, state.desk, state.settings, chosen, words(chosen.code), state.accounts.session_of(request))


def page(visit: Visit, template: str, code: int = 200, **values: Any) -> HTMLResponse:
    """A whole page."""
    theme = visit.request.cookies.get(THEME_COOKIE)
    text = environment(visit.language.code).get_template(template).render(
        visit=visit, w=visit.words, d=visit.words.dates, terms=terms, theme=theme if theme in THEMES else "", **values)
    return HTMLResponse(text, code, {"Content-Language": visit.language.code})


@cache
def environment(code: str) -> Environment:
    """The templates of one language; everything is escaped, and a missing value is an error."""
    made = Environment(loader=FileSystemLoader(HERE / "templates"), autoescape=True, undefined=StrictUndefined,
                       trim_blocks=True, lstrip_blocks=True, extensions=["jinja2.ext.i18n"], auto_reload=False,
                       finalize=inert)
    spoken = words(code).language
    made.install_gettext_callables(spoken.gettext, spoken.ngettext, newstyle=True)  # type: ignore[attr-defined]
    made.globals |= {"static": static_address, "signs": SIGNS, "version": __version__, "counted": spoken.counted}
    made.filters |= {"clipped": clipped, "web_address": web_address, "part": lambda text: quote(str(text), safe="")}
    return made


def prepare() -> None:
    """Compile all templates and load the knowledge, so that no reader waits for it."""
    load()
    for code in LANGUAGES:
        made = environment(code)
        for name in made.list_templates(["html"]):
            made.get_template(name)


@cache
def static_address(name: str) -> str:
    """The address of a static file, with a mark that changes with its content."""
    mark = hashlib.sha256((HERE / "static" / name).read_bytes()).hexdigest()[:10]
    return f"/static/{name}?v={mark}"


def as_json(value: object) -> Response:
    """A record, or a list of records, as JSON."""
    return Response(msgspec.json.encode(value), media_type="application/json")


def as_csv(name: str, header: Sequence[str], rows: Iterable[Sequence[object]]) -> Response:
    """A table as CSV (UTF-8 with a mark, so that spreadsheets read Vietnamese); no cell can become a formula."""
    out = io.StringIO()
    out.write("\ufeff")
    writer = csv.writer(out)
    writer.writerow(header)
    writer.writerows([[_cell(value) for value in row] for row in rows])
    return Response(out.getvalue(), media_type="text/csv; charset=utf-8",
                    headers={"Content-Disposition": f'attachment; filename="{name}.csv"'})


def _cell(value: object) -> str:
    text = "" if value is None else str(value).replace("\x00", "")
    return "'" + text if text.startswith(_RISKY_START) and not _is_number(text) else text


def _is_number(text: str) -> bool:
    try:
        float(text)
    except ValueError:
        return False
    return True


def with_query(path: str, values: Mapping[str, object]) -> str:
    """A link with the values that are set."""
    kept = [f"{name}={_quoted(str(value))}" for name, value in values.items() if value not in (None, "")]
    return f"{path}?{'&'.join(kept)}" if kept else path


_quoted = lru_cache(maxsize=4096)(quote_plus)
"""A page with facets has two hundred links, whose values are the same few."""
