"""The OpenAPI 3.1 description: the records' own schemas, problems for everything that can go wrong, examples."""

from functools import partial
from typing import Any

import msgspec
from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi

from readout.web.problems import Problem
from readout.web.rest.answering import SHAPES

ABOUT = (
    "Who spoke with whom, what each side says was said, what was promised and what became of it: every fact with the "
    "words it was read from. Lists have cursors; answers have an ETag; errors are application/problem+json."
)
_PROBLEMS = {
    "401": "A key is needed.", "404": "There is no such thing, or more than one.", "413": "The body is too large.",
    "422": "A parameter, the cursor or the body cannot be understood.", "429": "Too many requests; see Retry-After.",
    "503": "The ledger cannot answer now.",
}  # fmt: skip
_REF = "#/components/schemas/{name}"


def describe(app: FastAPI) -> None:
    """Give the application its description, made once."""
    app.openapi = partial(_description, app)  # type: ignore[method-assign]


def _description(app: FastAPI) -> dict[str, Any]:
    if app.openapi_schema is None:
        made = get_openapi(title="Readout", version=app.version, description=ABOUT, routes=app.routes,
                           license_info={"name": "Apache-2.0", "identifier": "Apache-2.0"})  # fmt: skip
        schemas = made.setdefault("components", {}).setdefault("schemas", {})
        schemas |= msgspec.json.schema_components([*SHAPES.values(), Problem], ref_template=_REF)[1]
        for unused in ("HTTPValidationError", "ValidationError"):
            schemas.pop(unused, None)
        for path, operations in made["paths"].items():
            for method, operation in operations.items():
                _add_problems(path, method, operation)
        app.openapi_schema = made
    return app.openapi_schema


def _add_problems(path: str, method: str, operation: dict[str, Any]) -> None:
    named = {"422", "429", "503"} | ({"404"} if "{" in path else set())
    if method == "post":
        named |= {"413"} | ({"401"} if "security" in operation else set())
    else:
        operation["responses"]["304"] = {"description": "The answer that the ETag names still holds."}
    body = {"application/problem+json": {
        "schema": {"$ref": _REF.format(name="Problem")},
        "example": {"type": "about:blank", "title": "Not Found", "status": 404, "detail": "no contact with the id 'x'"},
    }}  # fmt: skip
    for status in sorted(named):
        operation["responses"][status] = {"description": _PROBLEMS[status], "content": body}
