"""Commitment threads."""

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from readout.knowledge.codes import code_of
from readout.model.answers import CommitmentQuery, CommitmentThread
from readout.model.vocabulary import Stage
from readout.web.rest.answering import (
    STRICT,
    Code,
    CommitmentPage,
    Cursor,
    Limit,
    Words,
    answer,
    documented,
    meant,
    next_offset,
    offset_of,
)
from readout.web.rest.contacts import desk_of, plain
from readout.web.rest.examples import THREAD

router = APIRouter(
    prefix="/api/v1/commitments", tags=["commitments"], default_response_class=Response, dependencies=STRICT
)


@router.get("", responses=documented(CommitmentPage, CommitmentPage(items=(THREAD,))), summary="Promises by filters")
def commitments(
    request: Request,
    q: Words = None,
    committer: Code | None = None,
    counterparty: Code | None = None,
    stage: Stage | None = None,
    limit: Limit = 50,
    cursor: Cursor = None,
) -> Response:
    """The longest threads first; `q` is a part of the object's name, or begins its HS code."""
    offset = offset_of(cursor)
    query = CommitmentQuery(
        text=plain(q or "") or None,
        committer=meant(code_of, committer) if committer else None,
        counterparty=meant(code_of, counterparty) if counterparty else None,
        stage=stage,
    )
    found = desk_of(request).ledger.commitments(query)[offset : offset + limit + 1]
    return answer(CommitmentPage(items=found[:limit], next=next_offset(found, limit, offset)))


@router.get("/{id}", responses=documented(CommitmentThread, THREAD), summary="One promise through time")
def commitment(request: Request, id: str) -> Response:
    """All versions, progress and contradictions."""
    return answer(desk_of(request).ledger.thread(plain(id)))
