"""Numbers as written: figures ("1.234,5", "20.000"), words ("hai mươi mốt"), and both together ("1,5 triệu").

The words come from `numerals.tsv` of the language; this file knows only how numerals of the pattern digit · ten ·
hundred · scale combine. Figures follow the Vietnamese convention: a point groups thousands, a comma is the decimal one;
a single point that cannot group thousands is read as a decimal point ("14.7").
"""

import re
from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from readout.knowledge.tables import Row, table
from readout.read.amounts.patterns import BLANKS, Standing, alternation, anywhere


class Numeral(NamedTuple):
    """One numeral word: see `numerals.tsv` for the kinds."""

    kind: str
    value: float
    unit_too: bool = False


class Numerals(NamedTuple):
    """Expressions (re2) that find the numeral words of one language."""

    phrase: str
    """A number in words: "hai mươi mốt", "một trăm linh hai triệu rưỡi"."""
    counting: str
    """A number in words as things are counted with it; shorter, it never ends in a word that is a unit too."""
    tail: str
    """The words that may follow figures: "20 nghìn tỷ", "2 triệu rưỡi"."""
    minus: str
    first: str
    """One word that can begin a number. This and the next four are rough parts for scanning: ten, a word that follows
    the first and makes a number big, one that follows figures, any."""
    ten: str
    big: str
    later: str
    any: str


@cache
def _rows(language: str) -> list[Row]:
    return table(f"{language}/numerals.tsv")


@cache
def _words(language: str) -> dict[str, Numeral]:
    return {r["form"]: Numeral(r["kind"], float(r["value"]), r["unit"] == "yes") for r in _rows(language)}


def numerals(language: str, stands: Standing = anywhere) -> Numerals:
    """The numerals of `language`, from its `numerals.tsv`, that may stand in the text at hand."""
    rows, words = _rows(language), _words(language)
    forms: dict[str, list[str]] = {}
    for row in rows:
        forms.setdefault(row["kind"], []).append(row["form"])
    later = [r["form"] for r in rows if r["later"] == "yes" and r["kind"] == "digit"]
    forms["first"] = [form for form in forms["digit"] if form not in later]
    forms["plain"] = [form for form in forms["first"] if not words[form].unit_too]
    choice = {kind: alternation(found, stands) for kind, found in {**forms, "later": later}.items()}
    big = [f for f in words if words[f].kind in ("tens", "dozens", "hundred", "point", "scale") or f in later]
    after = [f for f in words if words[f].kind in ("dozens", "hundred", "scale", "suffix", "half")]
    every = [f for f in words if words[f].kind not in ("minus", "suffix")]
    rough = (choice["first"], choice["ten"], *(alternation(some, stands) for some in (big, after, every)))
    return Numerals(_phrase(choice), _counting(choice), _tail(choice), choice["minus"], *rough)


def _phrase(choice: Mapping[str, str]) -> str:
    """How digit, ten, hundred and scale words combine; two bare digits ("hai ba", two or three) are no number."""
    gap = BLANKS + "+"
    first, digit, scale = choice["first"], choice["digit"], choice["scale"]
    link = f"(?:{choice['link']}{gap})?"
    twenties = f"{first}{gap}(?:{choice['tens']}|{choice['dozens']})(?:{gap}{digit})?"
    tens = f"{twenties}|{choice['ten']}(?:{gap}{digit})?|{first}{gap}{choice['later']}"
    hundreds = f"{first}{gap}{choice['hundred']}(?:{gap}{link}(?:{tens}|{first}{gap}{digit}|{digit}))?"
    group = f"(?:{hundreds}|{tens}|{first})"
    decimal = f"(?:{gap}{choice['point']}(?:{gap}(?:{digit}|[0-9]+))+)?"
    steps = f"(?:(?:{gap}{scale})+(?:{gap}{link}(?:{group}|{first}{gap}{digit}|{digit}))?)*"
    return f"(?:{group}{steps}{decimal}(?:{gap}{scale})*(?:{gap}{choice['half']})?)"


def _counting(choice: Mapping[str, str]) -> str:
    gap = BLANKS + "+"
    links = "|".join(choice[kind] for kind in ("tens", "dozens", "hundred", "scale", "link", "later"))
    head = f"(?:(?:{choice['ten']}{gap})?{choice['digit']}|{choice['ten']})"
    return f"{head}(?:{gap}(?:{links})(?:{gap}{choice['plain']})?)*"


def _tail(choice: Mapping[str, str]) -> str:
    gap = BLANKS + "*"
    step = f"(?:{choice['scale']}|{choice['suffix']}|{choice['hundred']}|{choice['dozens']})"
    return f"(?:{gap}{step})+(?:{gap}{choice['half']}|{BLANKS}+[0-9]+(?:{gap}{choice['scale']})+)?"


_GROUPED = re.compile(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?\Z")
_GROUPED_ENGLISH = re.compile(r"\d{1,3}(?:,\d{3}){2,}(?:\.\d+)?\Z|\d{1,3}(?:,\d{3})+\.\d+\Z|\d{1,3},000\Z")
_PIECE = re.compile(r"[\d.,]*\d|[^\W\d_]+")


def figure_value(figure: str) -> float | None:
    """The value of `figure` (digits, points, commas); None where the signs fit no convention ("1.10.30")."""
    if figure.isdecimal():
        return float(figure)
    if _GROUPED.match(figure):
        return float(figure.replace(".", "").replace(",", "."))
    if _GROUPED_ENGLISH.match(figure):
        return float(figure.replace(",", ""))
    if figure.count(".") + figure.count(",") == 1:
        return float(figure.replace(",", "."))
    return None


def number_value(text: str, language: str = "vi") -> float | None:
    """The value of a number in figures, words or both; None where it says none."""
    text = text.strip()
    known = _words(language)
    negative = text[:1] in "-−" and text != ""
    items: list[Numeral | str] = []
    for piece in _PIECE.findall(text):
        word = known.get(piece.lower())
        if word is None and not piece[-1].isdecimal():
            return None
        items.append(piece if word is None else word)
    while items and isinstance(items[0], Numeral) and items[0].kind == "minus":
        negative = True
        items.pop(0)
    value = _value(items)
    return None if value is None else _whole(-value if negative else value)


def _whole(value: float) -> float:
    """Free a value from the noise of binary fractions: 1.1 × 1,000,000 is 1,100,000."""
    return float(f"{value:.12g}") if abs(value) < 1e15 else value


def _value(items: list[Numeral | str]) -> float | None:
    for at, item in enumerate(items):
        if isinstance(item, Numeral) and item.kind == "point":
            return _decimal(items[:at], items[at + 1 :])
    if len(items) >= 3 and all(isinstance(i, Numeral) and i.kind in ("digit", "link") for i in items):
        return float("".join(f"{i.value:.0f}" for i in items if isinstance(i, Numeral)))
    total = _Total()
    for item in items:
        if not total.add(item):
            return None
    if items and total.shorthand and isinstance(items[-1], Numeral) and items[-1].unit_too:
        return None
    return total.value() if items else None


def _decimal(before: list[Numeral | str], after: list[Numeral | str]) -> float | None:
    """ "một phẩy năm triệu": the digits after the sign, then the scales that multiply the whole."""
    digits = ""
    while after and (isinstance(after[0], str) or after[0].kind == "digit"):
        item = after.pop(0)
        digits += item if isinstance(item, str) else f"{item.value:.0f}"
    whole = _value(before)
    if whole is None or not digits.isdigit():
        return None
    value = float(f"{whole:.0f}.{digits}")
    for item in after:
        if isinstance(item, str) or item.kind not in ("hundred", "scale"):
            return None
        value *= item.value
    return value


class _Total:
    """A number under way: `total` above the last scale, `group` below it, `open` a digit whose place is still open."""

    def __init__(self) -> None:
        self.total = 0.0
        self.group = 0.0
        self.open: float | None = None
        self.unit = 1.0
        """The place of the last word: 10, 100, 1000 …"""
        self.scale = float("inf")
        self.shorthand = False
        """Does the open digit stand right after a hundred or scale ("năm trăm tư" is 540)?"""

    def add(self, item: Numeral | str) -> bool:
        """Take one more item; False where it cannot follow."""
        if isinstance(item, str):
            value = figure_value(item)
            return value is not None and self._figure(value)
        return bool(getattr(self, "_" + item.kind)(item.value))

    def _figure(self, value: float) -> bool:
        if self.open is not None:
            return False
        self.open, self.shorthand = value, value < 10 and self.unit >= 1000
        return True

    def _digit(self, value: float) -> bool:
        if self.open is not None:
            if self.open > 9 or self.unit == 10:
                return False
            self.group += self.open * 10
            self.unit, self.shorthand = 10.0, False
        else:
            self.shorthand = self.unit >= 100
        self.open = value
        return True

    def _ten(self, value: float) -> bool:
        if self.open is not None:
            return False
        self.group, self.unit = self.group + value, 10.0
        return True

    def _tens(self, value: float) -> bool:
        self.group += (self.open or 1.0) * value
        self.open, self.unit = None, 10.0
        return True

    _dozens = _tens

    def _hundred(self, value: float) -> bool:
        stated = self.open is not None or self.group
        self.group = (self._pending() if stated else 1.0) * value
        self.unit = value
        return True

    def _scale(self, value: float) -> bool:
        pending = self._pending()
        if self.total and value > self.scale:
            self.total = (self.total + pending) * value
        else:
            self.total += (pending or 1.0) * value
        self.group, self.unit, self.scale = 0.0, value, value
        return True

    _suffix = _scale

    def _half(self, value: float) -> bool:
        self.group = self._pending() + value * (self.unit if self.unit >= 100 else 1.0)
        return True

    def _link(self, value: float) -> bool:
        self.unit = 1.0 + value
        return self.open is None

    def _point(self, value: float) -> bool:
        return value < 0

    _minus = _point

    def _pending(self) -> float:
        pending = self.group + (self.open or 0.0)
        self.open, self.shorthand = None, False
        return pending

    def value(self) -> float:
        if self.open is not None and self.shorthand:
            return self.total + self.group + self.open * self.unit / 10
        return self.total + self.group + (self.open or 0.0)
