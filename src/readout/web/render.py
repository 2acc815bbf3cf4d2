"""From view to answer: templates in the reader's language, tables as CSV, records as JSON."""

import csv
import hashlib
import io
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache, lru_cache, partial
from pathlib import Path
from types import MethodType
from typing import Any, NamedTuple
from urllib.parse import quote, quote_plus

import msgspec
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from jinja2.compiler import CodeGenerator
from jinja2.runtime import Context, Macro
from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from readout import __version__
from readout.knowledge.loader import load
from readout.web import terms
from readout.web.accounts import Session
from readout.web.desk import Desk
from readout.web.inert import inert, shown, web_address
from readout.web.language import COOKIE, LANGUAGES, Language, choose
from readout.web.meaning import names_known
from readout.web.settings import Settings
from readout.web.words import SIGNS, Words, clipped, words

HERE = Path(__file__).parent
THEME_COOKIE = "readout_theme"
THEMES = ("light", "dark")
_PLAIN = (MethodType, partial)
"""Types of most that templates call; functions of Jinja, which may want the context, are of another."""
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
    chosen = choose(
        request.query_params.get("lang") or request.cookies.get(COOKIE), request.headers.get("accept-language")
    )
    return Visit(request, state.desk, state.settings, chosen, words(chosen.code), state.accounts.session_of(request))


def page(visit: Visit, template: str, code: int = 200, **values: Any) -> HTMLResponse:
    """A whole page."""
    theme = visit.request.cookies.get(THEME_COOKIE)
    made = environment(visit.language.code).get_template(template)
    text = made.render(visit=visit, theme=theme if theme in THEMES else "", **values)
    return HTMLResponse(text, code, {"Content-Language": visit.language.code})


class _Shown(CodeGenerator):
    """Has one function make every value that a template puts out inert, escaped and a text, where Jinja calls three."""

    def _output_child_pre(self, *_: Any) -> None:
        self.write("environment.shown(")

    def _output_child_post(self, *_: Any) -> None:
        self.write(")")


class _Environment(Environment):
    code_generator_class = _Shown
    shown = staticmethod(shown)


@cache
def environment(code: str) -> Environment:
    """The templates of one language; everything is escaped, and a missing value is an error."""
    made = _Environment(
        loader=FileSystemLoader(HERE / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        finalize=inert,
    )
    made.context_class = _Calls
    spoken = words(code).language
    made.globals |= {
        "w": words(code),
        "d": words(code).dates,
        "terms": terms,
        "static": static_address,
        "signs": SIGNS,
        "version": __version__,
        "counted": spoken.counted,
        "_": _translated(spoken),
    }
    made.filters |= {"clipped": clipped, "web_address": web_address, "part": lambda text: quote(str(text), safe="")}
    return made


class _Calls(Context):
    """Calls methods at once: Jinja looks first whether a function wants the context, four hundred times for a page."""

    def call(
        self, wanted: Callable[..., Any], /, *args: Any, _loop_vars: Any = None, _block_vars: Any = None, **named: Any
    ) -> Any:
        if type(wanted) in _PLAIN:
            return wanted(*args, **named)
        if type(wanted) is Macro:
            return wanted(self.eval_ctx, *args, **named)
        return super().call(wanted, *args, _loop_vars=_loop_vars, _block_vars=_block_vars, **named)


def _translated(spoken: Language) -> partial[Markup]:
    """`_('…')` of templates: the message as markup, with values that are escaped."""
    markup = cache(lambda text: Markup(spoken.gettext(text)))
    whole = cache(lambda text: markup(text) % {})
    return partial(lambda text, **values: markup(text) % values if values else whole(text))


def prepare() -> None:
    """Compile all templates and load the knowledge, so that no reader waits for it."""
    load()
    names_known()
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
    return Response(
        out.getvalue(),
        media_type="text/csv; charset=utf-8",
        headers={"Content-Disposition": f'attachment; filename="{name}.csv"'},
    )


def _cell(value: object) -> str:
    text = "" if value is None else str(value).replace("\x00", "")
    risky = len(text) > 1 and text.startswith(_RISKY_START)  # a sign alone, as the comparator "=", is no formula
    return "'" + text if risky and not _is_number(text) else text


def _is_number(text: str) -> bool:
    try:
        float(text)
    except ValueError:
        return False
    return True


def with_query(path: str, values: Mapping[str, object]) -> str:
    """A link with the values that are set."""
    kept = [f"{name}={quoted(str(value))}" for name, value in values.items() if value not in (None, "")]
    return f"{path}?{'&'.join(kept)}" if kept else path


quoted = lru_cache(maxsize=4096)(quote_plus)
"""A page with facets has two hundred links, whose values are the same few."""
