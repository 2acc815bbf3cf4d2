"""One contact: its head, what the reports say of it in time, its commitments and its neighbours in the series."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from readout.cli.contacts_view import status_cell
from readout.cli.output import Cell, Page, clipped
from readout.cli.words import (
    contact_words,
    counted,
    deadline_words,
    party_words,
    plain,
    quantity_words,
    source_words,
    thing_words,
    topics_words,
    who,
)
from readout.model.answers import CommitmentThread, ContactQuery, HistoryEntry, LedgerContact
from readout.text.dates import date_words, stamp_words

if TYPE_CHECKING:
    from readout.api import Ledger


def show_head(page: Page, contact: LedgerContact) -> None:
    """Print who, what, when and how widely reported, on two lines."""
    between = "  ↔  " if len(contact.participants) == 2 else " · "
    page.line((who(contact.participants, between), "bold"), "    ", contact_words(contact))
    papers = f" in {counted(len(contact.publishers), 'paper')}" if contact.publishers else ""
    first = f" · first on {stamp_words(contact.first_published)}" if contact.first_published else ""
    page.line((f"{counted(contact.reports, 'report')}{papers}{first} · {contact.id}", "dim"))


def show_contact(page: Page, book: "Ledger", contact: LedgerContact) -> None:
    """Print the contact's page."""
    show_head(page, contact)
    if contact.topics:
        page.line(f"topics: {topics_words(contact.topics)}")
    for told, neighbour in _neighbours(book, contact):
        page.line(f"{told}: {who(neighbour.participants)}, {contact_words(neighbour)}", (f"  {neighbour.id}", "dim"))
    page.heading("What the reports say of it")
    page.rows([_report(entry) for entry in contact.history], ("published", "status", "date", "in", "words"), indent=2)
    for one in contact.same_text:
        page.line(f"one text in {counted(len(one.articles), 'article')}: {', '.join(one.publishers)}".rstrip(": "))
    threads = [thread for thread in book.commitments() if any(v.contact == contact.id for v in thread.versions)]
    if threads:
        page.heading("Commitments")
        page.rows([row for thread in threads for row in _promises(thread, contact.id)], indent=2)
    statements = len(list(book.statements(contact.id)))
    page.line()
    page.line(f"{counted(statements, 'statement')}; side by side with: readout compare {contact.id}")


def _neighbours(book: "Ledger", contact: LedgerContact) -> Sequence[tuple[str, LedgerContact]]:
    found: list[tuple[str, LedgerContact]] = []
    if contact.part_of:
        found.append(("part of", book.contact(contact.part_of)))
    if contact.series is None or contact.series_number is None:
        return found
    countries = tuple(sorted({p.country for p in contact.participants if p.country}))
    for other in book.contacts(ContactQuery(countries=countries)):
        if other.series == contact.series and other.series_number is not None:
            step = other.series_number - contact.series_number
            if abs(step) == 1:
                found.append(("follows" if step < 0 else "followed by", other))
    return found


def _report(entry: HistoryEntry) -> Sequence[Cell]:
    words = entry.evidence[0].text if entry.evidence else ""
    return (
        stamp_words(entry.published),
        _status(entry),
        date_words(entry.edtf, entry.part) + (f", not {date_words(entry.moved_from)}" if entry.moved_from else ""),
        entry.publisher or entry.article,
        clipped(words, 120),
    )


def _status(entry: HistoryEntry) -> Cell:
    return [(f"↷ {plain(entry.moved)}", "yellow")] if entry.moved else status_cell(entry.status)


def _promises(thread: CommitmentThread, contact: str) -> Sequence[Sequence[Cell]]:
    return [
        (
            [(party_words(thread.committer), "bold")],
            f"{plain(version.stage)}: {thing_words(version.action, thread.object)} {quantity_words(version.quantity)}",
            deadline_words(version.deadline, version.period),
            f"claimed by {party_words(version.claimed_by, 'the article')}",
            [(f"{source_words(version.publisher or version.article, version.published)}  {thread.id}", "dim")],
        )
        for version in thread.versions
        if version.contact == contact
    ]
