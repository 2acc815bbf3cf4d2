"""Facets beside a list: what its contacts have in common, each value a link that narrows or widens the list."""

from collections.abc import Sequence
from typing import NamedTuple

from readout.ledger.catalogue import Facets
from readout.web.filters import Listing
from readout.web.render import Visit, quoted


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
        ("country", t("Countries"), _countries(visit, asked, found.country)),
        ("person", t("People"), _values(asked, "person", [(one, w.person(one), n) for one, n in found.person])),
        ("topic", t("Topics"), _values(asked, "topic", [(one, w.topic(one), n) for one, n in found.topic])),
        ("mode", t("Kind"), _values(asked, "mode", [(one, w.mode(one), n) for one, n in found.mode])),
        ("status", t("Status"), _values(asked, "status", [(one, w.status(one), n) for one, n in found.status])),
        ("paper", t("Papers"), _values(asked, "paper", [(one, one, n) for one, n in found.publisher])),
        ("year", t("Years"), _years(asked, found.year)),
    ]


def _values(asked: Listing, field: str, found: Sequence[tuple[str, str, int]]) -> list[Value]:
    chosen, links = getattr(asked, field), _Links(asked, field)
    return [Value(name, number, links.to("" if value == chosen else value), value == chosen)
            for value, name, number in found]  # fmt: skip


def _countries(visit: Visit, asked: Listing, found: Sequence[tuple[str, int]]) -> list[Value]:
    links, names = _Links(asked, "country"), visit.words
    without = {code: [one for one in asked.countries if one != code] for code in asked.countries}
    kept = {code: without.get(code, [*asked.countries, code]) for code, _ in found}
    return [Value(names.country(code), number, links.to(",".join(kept[code])), code in without)
            for code, number in found]  # fmt: skip


def _years(asked: Listing, found: Sequence[tuple[str, int]]) -> list[Value]:
    links, chosen = _Links(asked, "since", "until"), asked.since if asked.since == asked.until else None
    return [Value(year, number, links.to("" if year == chosen else year), year == chosen) for year, number in found]


class _Links:
    """Addresses of one list that differ in the value of a field, or of fields that are alike."""

    def __init__(self, asked: Listing, *fields: str) -> None:
        self._without = asked.link(**dict.fromkeys(fields, ""))
        self._parts = asked.link(**dict.fromkeys(fields, "\x00")).split("%00")

    def to(self, value: str) -> str:
        """The address with this value, or without the field where it is empty."""
        return quoted(value).join(self._parts) if value else self._without
