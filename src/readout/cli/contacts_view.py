"""Contacts as a table and as a timeline."""

from collections.abc import Sequence
from itertools import groupby

from readout.cli.dates import date_words, year_of
from readout.cli.output import Cell, Page
from readout.cli.words import SIGNS, counted, country_name, plain, topics_words, who
from readout.model.answers import LedgerContact

_STYLES = {"held": "green", "ongoing": "green", "cancelled": "red", "denied": "red"}


def show_contacts(contacts: Sequence[LedgerContact], found: int) -> None:
    """Print one row per contact, and how many there are."""
    page = Page()
    if not contacts:
        page.line("no contacts match")
        return
    page.rows([_row(contact) for contact in contacts], ("id", "date", "what", "", "who", "where", "reports"))
    shown = "" if found == len(contacts) else f" of {found}"
    page.line((f"{len(contacts)}{shown} contact{'' if found == 1 else 's'}", "dim"))


def show_timeline(pair: tuple[str, str], contacts: Sequence[LedgerContact]) -> None:
    """Print the contacts of two countries in time, year by year."""
    page = Page()
    names = " – ".join(map(country_name, pair))
    page.line((f"{names}: {counted(len(contacts), 'contact')}", "bold"))
    for year, group in groupby(contacts, key=lambda contact: year_of(contact.time.edtf)):
        page.heading(year)
        page.rows([_timeline_row(contact) for contact in group], indent=2)


def status_cell(status: str) -> Cell:
    """The status with its sign: ● held, ◐ ongoing, × cancelled or denied, ○ everything that has not happened."""
    return [(f"{SIGNS.get(status, '○')} {status}", _STYLES.get(status, "yellow"))]


def _row(contact: LedgerContact) -> Sequence[Cell]:
    return (
        [(contact.id, "cyan")],
        date_words(contact.time.edtf, contact.time.part) or "not known",
        plain(contact.mode),
        status_cell(contact.status),
        who(contact.participants),
        _where(contact),
        str(contact.reports),
    )


def _timeline_row(contact: LedgerContact) -> Sequence[Cell]:
    return (
        date_words(contact.time.edtf, contact.time.part) or "not known",
        status_cell(contact.status),
        [(plain(contact.mode), "bold")],
        who(contact.participants),
        _where(contact),
        [(topics_words(contact.topics[:4]) + (" …" if len(contact.topics) > 4 else ""), "dim")],
        [(contact.id, "cyan")],
    )


def _where(contact: LedgerContact) -> str:
    place = contact.place
    if place is None:
        return ""
    return ", ".join(filter(None, [place.name, place.country and country_name(place.country)]))
