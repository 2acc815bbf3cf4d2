"""English names of the ledger as the language of a page calls them: countries, places, institutions, offices.

The Vietnamese names are the first forms that the knowledge reads them by; a name that it does not hold stays.
"""

from functools import cache

from babel import Locale

from readout.knowledge.tables import columns, table

_UNNAMED = {"unnamed sources": "nguồn tin giấu tên", "experts": "các chuyên gia", "media": "báo chí"}
"""Where the first form that the knowledge reads is not the best to show."""
_SINITIC = ("CN", "HK", "KP", "MO", "TW")
"""Countries whose places have Vietnamese names: Bắc Kinh, Bình Nhưỡng."""
_ALSO = {"European Union": "EU", "United Nations": "UN"}
"""Names of what CLDR knows no country by, or by another name."""
WITH_ARTICLE = frozenset({"AE", "EU", "GB", "NL", "PH", "UN", "US"})
"""Codes of what English calls with an article: the United States."""


def country_called(name: str | None) -> str | None:
    """The code of the country that has this English name."""
    return _countries().get(name or "")


def place(code: str, name: str) -> str:
    """`Presidential Palace Hanoi` → `Phủ Chủ tịch`."""
    return _places().get(name, name) if code == "vi" else name


def office(code: str, identifier: str) -> str:
    """The name of an office that no list of the pages holds; its identifier without hyphens where nothing else is."""
    return (_offices().get(identifier) if code == "vi" else None) or identifier.replace("-", " ")


def institution(code: str, name: str) -> str:
    """`White House` → `Nhà Trắng`, `Chinese Ministry of Commerce` → `Bộ Thương mại Trung Quốc`."""
    if code != "vi":
        return name
    return _UNNAMED.get(name) or _unnamed().get(name) or _institutions().get(name, name)


@cache
def _countries() -> dict[str, str]:
    names = {name: code for code, name in Locale("en").territories.items() if len(code) == 2}
    return names | _ALSO


@cache
def _places() -> dict[str, str]:
    forms: dict[str, list[str]] = {}
    for row in table("vi/places.tsv"):
        forms.setdefault(row["place"], []).append(row["form"])
    return {
        row["name"]: _called(row["name"], row["country"], forms[row["id"]])
        for row in table("shared/places.tsv")
        if row["id"] in forms
    }


def _called(english: str, country: str, forms: list[str]) -> str:
    own = (form for form in forms if form != english)
    return next(own, forms[0]) if country in _SINITIC else forms[0]


@cache
def _unnamed() -> dict[str, str]:
    forms: dict[str, str] = {}
    for form, kind, name in columns("vi/statement_words.tsv", "form", "class", "value"):
        if kind == "unnamed":
            forms.setdefault(name, form)
    return forms


@cache
def _offices() -> dict[str, str]:
    forms: dict[str, str] = {}
    for row in table("vi/offices.tsv"):
        forms.setdefault(row["offices"], row["form"])
    return forms


@cache
def _institutions() -> dict[str, str]:
    """Institutions alone, and with the adjective of each country before them."""
    forms: dict[str, str] = {}
    for row in table("vi/institutions.tsv"):
        forms.setdefault(row["institution"], row["form"][:1].upper() + row["form"][1:])
    countries = {**Locale("vi").territories, "US": "Mỹ"}
    whole = {
        f"{row['adjective']} {name}": f"{form} {countries[row['country']]}"
        for row in table("shared/demonyms.tsv")
        if row["country"] in countries
        for name, form in forms.items()
    }
    named = {
        row["name"]: f"{forms[row['institution']]} {countries[row['country']]}"
        for row in table("shared/institution_names.tsv")
        if row["institution"] in forms and row["country"] in countries
    }
    return whole | forms | named
