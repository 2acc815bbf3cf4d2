"""The language of a page: chosen by a switch, else by the browser, else Vietnamese."""

import gettext
from collections.abc import Callable
from functools import cache, lru_cache
from pathlib import Path

from babel import Locale, negotiate_locale

LANGUAGES = ("vi", "en")
COOKIE = "readout_lang"
DOMAIN = "web"
FOLDER = Path(__file__).parent / "locales"


class Language:
    """Messages and names of one language; English is the language of the source and needs no catalog."""

    def __init__(self, code: str) -> None:
        self.code = code
        self.locale = Locale(code)
        self._catalog = gettext.translation(DOMAIN, FOLDER, [code], fallback=True)
        self.gettext: Callable[[str], str] = cache(self._catalog.gettext)
        self.ngettext: Callable[[str, str, int], str] = self._catalog.ngettext

    def counted(self, one: str, many: str, number: int) -> str:
        """`%(num)s report` → `41 reports`, with the language's grouping of digits."""
        return self.ngettext(one, many, number) % {"num": self.digits(number)}

    def digits(self, value: float) -> str:
        """A number in the digits of the language, with at most three decimals."""
        if isinstance(value, int) and 0 <= value < 1000:
            return str(value)
        return _digits(self.code, value)


@lru_cache(maxsize=4096)
def _digits(code: str, value: float) -> str:
    from babel.numbers import format_decimal

    return str(format_decimal(value, format="#,##0.###", locale=code))


@cache
def language(code: str) -> Language:
    """The language of this code, loaded once."""
    return Language(code)


@lru_cache(maxsize=1024)
def choose(switched: str | None, accepted: str | None) -> Language:
    """By the switch where it names a language of ours, else by `Accept-Language`."""
    if switched in LANGUAGES:
        return language(switched)
    wanted = [tag for tag, _ in sorted(_ranked(accepted or ""), key=lambda pair: -pair[1])]
    return language(negotiate_locale(wanted, LANGUAGES, sep="-") or LANGUAGES[0])


def _ranked(header: str) -> list[tuple[str, float]]:
    """`en-GB,en;q=0.8` as tags with their weight; what cannot be read weighs nothing."""
    found = []
    for part in header[:500].split(","):
        tag, _, weight = part.strip().partition(";")
        try:
            found.append((tag.strip(), float(weight.strip().removeprefix("q=") or 1)))
        except ValueError:
            continue
    return [(tag, weight) for tag, weight in found if tag and weight > 0]


def message(text: str) -> str:
    """Mark a text for translation where it is defined; it is translated where it is shown."""
    return text
