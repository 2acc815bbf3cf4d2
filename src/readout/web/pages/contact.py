"""The contact page: the readouts side by side by topic, silences as cells that say why."""

from collections.abc import Iterator, Sequence

from fastapi import APIRouter
from msgspec import Struct
from starlette.requests import Request
from starlette.responses import Response

from readout.ledger.beside import Whole
from readout.link.comparison import first_of_texts
from readout.model.answers import (
    Cell,
    CommitmentThread,
    Comparison,
    HistoryEntry,
    LedgerContact,
    LedgerStatement,
    NumberClaim,
    ThreadVersion,
)
from readout.text.names import folded
from readout.web.filters import last_day
from readout.web.render import Visit, as_csv, as_json, page, visit_of

router = APIRouter(include_in_schema=False)
FOLDED = 16
"""More texts than these are not shown all at once."""
NEWEST = 5
HEADER = ("topic", "side", "state", "speaker", "force", "medium", "words", "published", "paper", "article", "link")


_RANK = {"hypothetical": 1, "proposed": 2, "invited": 2, "planned": 3, "ongoing": 4, "held": 5}
"""What follows what in the history of one contact; what was called off or denied may begin anew."""


class Report(Struct, frozen=True):
    """Articles that tell a contact in the same words: one text, so many papers."""

    first: HistoryEntry
    copies: tuple[HistoryEntry, ...]


class Promise(Struct, frozen=True):
    """What was promised in a contact, and where in which thread."""

    thread: CommitmentThread
    version: ThreadVersion


class ToldNumber(Struct, frozen=True):
    """One number as somebody tells it, and the articles that carry it."""

    claim: NumberClaim
    articles: tuple[str, ...]


@router.get("/contacts/{contact_id}.json")
def contact_json(request: Request, contact_id: str) -> Response:
    _, whole = _look_up(request, contact_id)
    return as_json({"contact": whole.contact, "comparison": whole.comparison, "commitments": whole.threads})


@router.get("/contacts/{contact_id}.csv")
def contact_csv(request: Request, contact_id: str) -> Response:
    visit, whole = _look_up(request, contact_id)
    return as_csv(whole.contact.id, HEADER, _rows(visit, whole.comparison))


@router.get("/contacts/{contact_id}")
def contact(request: Request, contact_id: str) -> Response:
    """The page; a beginning of an id is enough."""
    visit, whole = _look_up(request, contact_id, numbered=False)
    comparison, steps = whole.comparison, status_history(whole.contact.history)
    reports = folded_reports(whole.contact.history)
    return page(
        visit, "contact.html", contact=whole.contact, steps=steps,
        comparison=comparison, neighbours=whole.neighbours,
        promises=promises_of(whole), reports=shown_first(reports, steps), texts=len(reports),
        sources={side: sources_of(comparison, side, whole.contact) for side in comparison.sides},
        titles=whole.titles, told=[(one, told_numbers(one.claims)) for one in comparison.differences],
    )  # fmt: skip


def status_history(history: Sequence[HistoryEntry]) -> list[HistoryEntry]:
    """The first report of each status that follows another one or of another day, in order of publication; none where
    nothing ever changed.

    An older status in a later report (a plan that is recalled) is no step back.
    """
    steps: list[HistoryEntry] = []
    for entry in history:
        last = steps[-1].status if steps else None
        if entry.moved or (entry.status != last and _RANK.get(entry.status, 9) > _RANK.get(last or "", 0)):
            steps.append(entry)
    return steps if len(steps) > 1 else []


def _look_up(request: Request, contact_id: str, numbered: bool = True) -> tuple[Visit, Whole]:
    visit = visit_of(request)
    return visit, visit.desk.whole(contact_id, last_day(request.query_params.get("as_of")), numbered)


def promises_of(whole: Whole) -> list[Promise]:
    """Versions of threads that were made in this contact."""
    return [
        Promise(thread, version)
        for thread in whole.threads
        for version in thread.versions
        if version.contact == whole.contact.id
    ]


def sources_of(comparison: Comparison, side: str, contact: LedgerContact) -> list[LedgerStatement]:
    """One statement for each text that carries words of this side: the readouts that a silence is counted over."""
    found: dict[str, LedgerStatement] = {}
    first = first_of_texts(contact)
    for one in comparison.statements:
        if side in one.accounts:
            found.setdefault(first.get(one.article, one.article), one)
    return list(found.values())


def told_numbers(claims: Sequence[NumberClaim]) -> list[ToldNumber]:
    """Each different claim once, with the articles that carry it."""
    carried: dict[tuple[object, ...], list[NumberClaim]] = {}
    for one in claims:
        key = (one.side, one.claimed_by, one.stage, one.quantity, one.deadline and one.deadline.edtf, one.measured_by)
        carried.setdefault(key, []).append(one)
    return [ToldNumber(group[0], tuple(dict.fromkeys(one.article for one in group))) for group in carried.values()]


def folded_reports(history: Sequence[HistoryEntry]) -> list[Report]:
    """Reports in order of publication; those with the same words stand behind the first that printed them."""
    groups: dict[tuple[object, ...], list[HistoryEntry]] = {}
    for entry in history:
        words = " ".join(folded(one.text) for one in entry.evidence)
        key = (entry.status, entry.edtf, words) if len(words) > 40 else (entry.article,)
        groups.setdefault(key, []).append(entry)
    return [Report(found[0], tuple(found[1:])) for found in groups.values()]


def shown_first(reports: Sequence[Report], steps: Sequence[HistoryEntry]) -> tuple[list[Report], list[Report]]:
    """Of many reports those that a reader needs first: the first of each paper and of each status, and the newest;
    then the rest. Both in order of publication."""
    if len(reports) <= FOLDED:
        return list(reports), []
    named = {(one.article, one.status) for one in steps}
    papers: set[str | None] = set()
    first: list[Report] = []
    rest: list[Report] = []
    for number, one in enumerate(reports, 1):
        new = one.first.publisher not in papers or (one.first.article, one.first.status) in named
        papers.add(one.first.publisher)
        (first if new or number > len(reports) - NEWEST else rest).append(one)
    return first, rest


def _rows(visit: Visit, comparison: Comparison) -> Iterator[tuple[object, ...]]:
    """A row for each statement of each cell, and one for each cell without any."""
    for row in comparison.topics:
        for side in comparison.sides:
            cell = row.cells.get(side) or Cell(state="no-readout")
            if not cell.statements:
                yield (row.topic, side, cell.state, *[None] * 8)
            for one in cell.statements:
                yield (row.topic, side, cell.state, visit.words.speaker(one.speaker), one.force, one.medium,
                       one.content.text, one.published, one.publisher, one.article,
                       f"{visit.root}/articles/{one.article}#{one.id}")  # fmt: skip
