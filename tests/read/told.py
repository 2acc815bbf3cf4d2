"""How the tables of these tests write what must be read, and how it is read.

A contact is one line, `MODE STATUS: PARTY, PARTY @ DATE in PLACE`. A party is a code and the person (the id of the
knowledge, else the name as written; nothing for a bare side); the date is EDTF, its part behind a plus sign
(`2026+late`); without ` @ ` the date must be unknown; the place is compared only where the line names one. Parties
stand in no order.
"""

from typing import Any

import pytest

from readout.model.records import Article, Contact, Reading
from readout.read.reading import read_article
from readout.text import compose

PUBLISHED = "2026-02-05"
"""A Thursday."""


def article_of(text: str, published: str | None = PUBLISHED) -> Article:
    """The stored article; a first line behind `= ` is its title."""
    title, body = None, text
    if text.startswith("= "):
        title, _, body = text[2:].partition("\n")
    return Article(
        id="told",
        title=title,
        published=published,
        published_basis="given" if published else "unknown",
        text=compose(title, body.lstrip("\n")),
    )


def reading_of(text: str, published: str | None = PUBLISHED) -> Reading:
    return read_article(article_of(text, published))


def contacts_told(text: str, published: str | None, wanted: list[str]) -> list[str]:
    """The contacts that are read from the text, as lines in order; with places where the wanted lines name one."""
    places = any(" in " in line for line in wanted)
    return sorted(line_of(contact, places) for contact in reading_of(text, published).contacts)


def ordered(lines: list[str]) -> list[str]:
    """The wanted lines in order, the parties of each in alphabetical order."""
    found = []
    for line in lines:
        head, _, rest = line.partition(": ")
        end = min((at for mark in (" @ ", " in ") if (at := rest.find(mark)) >= 0), default=len(rest))
        parties = sorted(party.strip() for party in rest[:end].split(","))
        found.append(f"{head}: {', '.join(parties)}{rest[end:]}")
    return sorted(found)


def line_of(contact: Contact, place: bool) -> str:
    parties = sorted(f"{p.country or '?'} {p.person_id or p.person or ''}".strip() for p in contact.participants)
    line = f"{contact.mode} {contact.status}: {', '.join(parties)}"
    if contact.time.edtf:
        line += f" @ {contact.time.edtf}" + (f"+{contact.time.part}" if contact.time.part else "")
    if place and contact.place:
        line += f" in {contact.place.name or contact.place.country}"
    return line


def gap(*case: Any, why: str) -> Any:
    """A case that is right and that the reader does not read yet, by phenomenon."""
    return pytest.param(*case, marks=pytest.mark.xfail(strict=True, reason=why))
