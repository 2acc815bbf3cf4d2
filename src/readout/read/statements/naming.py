"""English names for those who speak without a person's name: countries, ministries, governments, media."""

from functools import cache
from typing import Final

from readout.knowledge import Knowledge
from readout.knowledge.tables import Row, table
from readout.knowledge.territories import english_names

ACRONYMS: Final = ("NATO", "ASEAN", "BRICS", "OPEC", "OPEC+", "G7", "G20", "APEC", "IAEA", "AUKUS", "WHO", "WTO", "IMF")
"""Organisations that are known by their letters; the others are named in full."""


def side_name(knowledge: Knowledge, code: str | None) -> str | None:
    """The English name of a country or organisation; None for an unknown code."""
    if not code:
        return None
    if code in ACRONYMS:
        return code
    known = knowledge.organisations.get(code)
    return known["name"] if known else english_names().get(code)


def institution_name(knowledge: Knowledge, form: str, country: str | None) -> str:
    """The English name of an institution written as `form`, with its country ("Chinese Ministry of Commerce")."""
    row = knowledge.institutions.get(form) or _by_small_letters(knowledge.language).get(form.lower())
    name = row["institution"] if row else form
    country = country or (row["country"] if row else None)
    special = _special().get((name, country or ""))
    if special:
        return special
    if (row and row["country"]) or not country:
        return name
    adjective = _adjectives().get(country)
    return f"{adjective} {name}" if adjective else f"{name} of {side_name(knowledge, country)}"


@cache
def _by_small_letters(language: str) -> dict[str, Row]:
    """Institutions however their capitals are set (`Văn phòng thủ tướng`)."""
    return {row["form"].lower(): row for row in table(f"{language}/institutions.tsv")}


@cache
def _adjectives() -> dict[str, str]:
    return {row["country"]: row["adjective"] for row in table("shared/demonyms.tsv")}


@cache
def _special() -> dict[tuple[str, str], str]:
    return {(row["institution"], row["country"]): row["name"] for row in table("shared/institution_names.tsv")}
