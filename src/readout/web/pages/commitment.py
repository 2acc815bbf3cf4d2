"""Promises: the list of threads, and one thread as a chart and as a table with contradictions marked."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from readout.link.progress import shown
from readout.model.answers import CommitmentThread, Progress
from readout.web.charts.thread import chart
from readout.web.filters import Pages, Promises, page_number, promises
from readout.web.render import Visit, as_csv, as_json, page, visit_of

router = APIRouter(include_in_schema=False)
HEADER = ("thread", "committer", "counterparty", "action", "object", "published", "stage", "value", "high", "unit",
          "comparator", "basis", "deadline", "period", "claimed_by", "measured_by", "confirmed_by", "paper", "article",
          "words")  # fmt: skip


@router.get("/commitments")
def commitments(request: Request) -> Response:
    """One page of the list."""
    visit, asked, threads = _found(request)
    pages = Pages(min(page_number(request.query_params.get("page")), Pages(1, len(threads)).last), len(threads))
    return page(visit, "commitments.html", pages=pages, listing=asked, query=asked.query,
                threads=threads[pages.offset:pages.offset + pages.per_page])  # fmt: skip


@router.get("/commitments.json")
def commitments_json(request: Request) -> Response:
    return as_json(_found(request)[2])


@router.get("/commitments.csv")
def commitments_csv(request: Request) -> Response:
    return as_csv("commitments", HEADER, (row for one in _found(request)[2] for row in rows_of(one)))


@router.get("/commitments/{thread_id}.json")
def commitment_json(request: Request, thread_id: str) -> Response:
    return as_json(_thread(visit_of(request), thread_id))


@router.get("/commitments/{thread_id}.csv")
def commitment_csv(request: Request, thread_id: str) -> Response:
    thread = _thread(visit_of(request), thread_id)
    return as_csv(thread.id, HEADER, rows_of(thread))


@router.get("/commitments/{thread_id}")
def commitment(request: Request, thread_id: str) -> Response:
    """The thread's page."""
    visit = visit_of(request)
    thread = _thread(visit, thread_id)
    marked = {number: one for one in thread.contradictions for number in one.versions}
    return page(visit, "commitment.html", thread=thread, chart=chart(thread), marked=marked,
                progress=by_target(thread.progress))  # fmt: skip


class Reached(NamedTuple):
    """How far one target is: what was counted last in time, and what reached it only later; then every other number,
    the newest first."""

    shown: tuple[Progress, ...]
    others: list[Progress]


def by_target(progress: Sequence[Progress]) -> list[Reached]:
    """Each different target once; a number that many reports repeat stands once, where it was first reported."""
    targets: dict[object, list[Progress]] = {}
    for step in progress:
        targets.setdefault((step.target, step.deadline, step.period), []).append(step)
    return [_reached(found) for found in targets.values()]


def _reached(steps: Sequence[Progress]) -> Reached:
    first: dict[object, Progress] = {}
    for step in steps:
        first.setdefault((step.done, step.stage, step.measured_by), step)
    told = shown(steps)
    for step in told:
        first.pop((step.done, step.stage, step.measured_by), None)
    return Reached(told, sorted(first.values(), key=lambda step: step.published or "9999", reverse=True))


def rows_of(thread: CommitmentThread) -> Iterator[tuple[object, ...]]:
    """A row for each version."""
    for one in thread.versions:
        amount, claimed = one.quantity, one.claimed_by
        yield (
            thread.id, thread.committer.country, thread.counterparty.country if thread.counterparty else None,
            one.action, thread.object.name if thread.object else None, one.published, one.stage,
            amount.value if amount else None, amount.high if amount else None, amount.unit if amount else None,
            amount.comparator if amount else None, amount.basis if amount else None,
            one.deadline and (one.deadline.edtf or one.deadline.text),
            one.period and (one.period.edtf or one.period.text),
            claimed and (claimed.name or claimed.organisation or claimed.country), one.measured_by,
            "; ".join(one.confirmed_by), one.publisher, one.article, " … ".join(e.text for e in one.evidence),
        )  # fmt: skip


def _thread(visit: Visit, thread_id: str) -> CommitmentThread:
    return visit.desk.ledger.thread(thread_id.replace("\x00", ""))


def _found(request: Request) -> tuple[Visit, Promises, tuple[CommitmentThread, ...]]:
    visit, asked = visit_of(request), promises(request.query_params)
    return visit, asked, visit.desk.promises(asked.query, asked.newest)
