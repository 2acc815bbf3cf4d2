"""Errors as `application/problem+json` (RFC 9457): one shape for every answer that is not the one asked for."""

from collections.abc import Mapping
from http import HTTPStatus

import msgspec
from starlette.responses import Response

from readout.model.records import Record


class Problem(Record, frozen=True, kw_only=True):
    """What went wrong, for a person (`detail`) and for a program (`status`)."""

    type: str = "about:blank"
    title: str
    status: int
    detail: str | None = None


def problem(status: int, detail: str | None = None, headers: Mapping[str, str] | None = None) -> Response:
    """An answer with this status."""
    body = Problem(title=HTTPStatus(status).phrase, status=status, detail=detail)
    return Response(msgspec.json.encode(body), status, headers, "application/problem+json")
