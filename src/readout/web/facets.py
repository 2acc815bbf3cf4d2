"""Facets beside a list: what its contacts have in common, each value a link that narrows or widens the list."""

from collections.abc import Sequence
from typing import NamedTuple

from readout.ledger.catalogue import Facets
from readout.web.filters import Listing
from readout.web.render import Visit


class Value(NamedTuple):
    """One value of a facet: its name, how many contacts have it, and where the click leads."""

    name: str
    number: int
    href: str
    chosen: bool


Group = tuple[str, str, list[Value]]


def facet_groups(visit: Visit, asked: Listing, found: Facets) -> list[Group]:
    """All facets of the list with their names."""
    w, t = visit.words, visit.language.gettext
    return [
        ("country", t("Countries"), [_country(visit, asked, code, number) for code, number in found.country]),
        ("person", t("People"), _values(asked, "person", [(one, w.person(one), n) for one, n in found.person])),
        ("topic", t("Topics"), _values(asked, "topic", [(one, w.topic(one), n) for one, n in found.topic])),
        ("mode", t("Kind"), _values(asked, "mode", [(one, w.mode(one), n) for one, n in found.mode])),
        ("status", t("Status"), _values(asked, "status", [(one, w.status(one), n) for one, n in found.status])),
        ("paper", t("Papers"), _values(asked, "paper", [(one, one, n) for one, n in found.publisher])),
        ("year", t("Years"), [_year(asked, year, number) for year, number in found.year]),
    ]


def _values(asked: Listing, field: str, found: Sequence[tuple[str, str, int]]) -> list[Value]:
    chosen = getattr(asked, field)
    return [
        Value(name, number, asked.link(**{field: "" if value == chosen else value}), value == chosen)
        for value, name, number in found
    ]


def _country(visit: Visit, asked: Listing, code: str, number: int) -> Value:
    chosen = code in asked.countries
    kept = [one for one in asked.countries if one != code] if chosen else [*asked.countries, code]
    return Value(visit.words.country(code), number, asked.link(country=",".join(kept)), chosen)


def _year(asked: Listing, year: str, number: int) -> Value:
    chosen = asked.since == year == asked.until
    value = "" if chosen else year
    return Value(year, number, asked.link(since=value, until=value), chosen)
