"""Contacts as a table and as a timeline."""

from collections.abc import Sequence
from itertools import groupby

from readout.cli.output import Cell, Page
from readout.cli.words import SIGNS, counted, country_name, plain, topics_words, who_shortly
from readout.model.answers import LedgerContact
from readout.text.dates import date_words, year_of

_STYLES = {"held": "green", "ongoing": "green", "cancelled": "red", "denied": "red"}


def show_contacts(contacts: Sequence[LedgerContact], found: int) -> None:
    """Print one row per contact, and how many there are."""
    page = Page()
    if not contacts:
        page.line("no contacts match")
        return
    page.rows([_row(contact, page.wide) for contact in contacts], ("id", "date", "what", "who", "where", "reports"))
    shown = "" if found == len(contacts) else f" of {found}"
    page.line((f"{len(contacts)}{shown} contact{'' if found == 1 else 's'}", "dim"))


def show_timeline(pair: tuple[str, str], contacts: Sequence[LedgerContact]) -> None:
    """Print the contacts of two countries in time, year by year; one without a date in the year it was reported."""
    page = Page()
    names = " – ".join(map(country_name, pair))
    page.line((f"{names}: {counted(len(contacts), 'contact')}", "bold"))
    for year, group in groupby(contacts, key=lambda contact: year_of(contact.time.edtf or contact.first_published)):
        page.heading(year)
        page.rows([_timeline_row(contact, page.wide) for contact in group], indent=2)


def status_cell(status: str, what: str = "") -> Cell:
    """The status with its sign: ● held, ◐ ongoing, × cancelled or denied, ○ everything that has not happened.

    With `what`, that is told instead, and the status behind it only where the contact was not simply held.
    """
    words = status if not what else what if status == "held" else f"{what}, {status}"
    return [(f"{SIGNS.get(status, '○')} {words}", _STYLES.get(status, "yellow"))]


def _row(contact: LedgerContact, wide: bool) -> Sequence[Cell]:
    return (
        [(contact.id, "cyan")],
        _when(contact),
        status_cell(contact.status, plain(contact.mode)),
        who_shortly(contact.participants),
        _where(contact) if wide else "",
        str(contact.reports),
    )


def _timeline_row(contact: LedgerContact, wide: bool) -> Sequence[Cell]:
    more = " …" if len(contact.topics) > 3 else ""
    return (
        _when(contact),
        status_cell(contact.status, plain(contact.mode)),
        who_shortly(contact.participants),
        _where(contact),
        [(topics_words(contact.topics[:3]) + more, "dim")] if wide else "",
        [(contact.id, "cyan")],
    )


def _when(contact: LedgerContact) -> Cell:
    if words := date_words(contact.time.edtf, contact.time.part):
        return words
    reported = date_words(contact.first_published)
    return [(f"told {reported}" if reported else "not known", "dim")]


def _where(contact: LedgerContact) -> str:
    place = contact.place
    return "" if place is None else place.name or country_name(place.country)
