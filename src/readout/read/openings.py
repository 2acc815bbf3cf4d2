"""How the matches of a pattern can begin, worked out from the pattern alone.

Its elements are the states of an automaton (Glushkov's): each knows its symbols, which elements can follow it, and
whether a match can end with it. Two symbols then rule out most patterns without a regular expression.
"""

from collections.abc import Iterable

from readout.knowledge.patterns import parse
from readout.read.symbols import Symbols


class Element:
    """One token of a pattern: the symbols it may be, the name of its slot, what can stand behind it, and whether a
    match can end with it."""

    __slots__ = ("chars", "ends", "follows", "name")

    def __init__(self, chars: frozenset[str], name: str) -> None:
        self.chars = chars
        self.name = name
        self.ends = False
        self.follows: list[Element] = []

    def goes_on(self, char: str) -> bool:
        """The symbol can stand behind this one."""
        return any(char in element.chars for element in self.follows)


class _Part:
    """A stretch of a pattern: the elements it can begin and end with, and whether it may be empty."""

    def __init__(self, first: list[Element], last: list[Element], empty: bool) -> None:
        self.first, self.last, self.empty = first, last, empty

    def then(self, other: "_Part") -> "_Part":
        """This one with the other behind it."""
        for element in self.last:
            _add(element.follows, other.first)
        first = self.first + (other.first if self.empty else [])
        return _Part(first, other.last + (self.last if other.empty else []), self.empty and other.empty)

    def or_else(self, other: "_Part") -> "_Part":
        return _Part(self.first + other.first, self.last + other.last, self.empty or other.empty)

    def repeated(self, times: str) -> "_Part":
        """This one as often as `?`, `*` or `+` say."""
        if times in ("*", "+"):
            for element in self.last:
                _add(element.follows, self.first)
        return _Part(self.first, self.last, self.empty or times in ("?", "*"))


class Openings:
    """The elements with which a match can begin. `looks_behind` where the pattern also asks what stands before it;
    `gap` where it has a stretch of any words, of which nothing is worked out."""

    def __init__(self, symbols: Symbols, pattern: str) -> None:
        parts = parse(pattern)
        self.gap = any(part.kind == "gap" for part in parts)
        self.looks_behind = any(part.kind in ("not", "begin") for part in parts)
        self.names = {part.name for part in parts if part.kind == "token" and part.name}
        groups: list[list[_Part]] = [[_Part([], [], True)]]
        """For each open group its alternatives so far."""
        for part in parts:
            if part.kind == "open":
                groups.append([_Part([], [], True)])
            elif part.kind == "bar":
                groups[-1].append(_Part([], [], True))
            elif part.kind == "close":
                inside = _any_of(groups.pop()).repeated(part.times)
                groups[-1][-1] = groups[-1][-1].then(inside)
            elif part.kind == "token":
                element = Element(symbols.set_of(*part.classes), part.name)
                groups[-1][-1] = groups[-1][-1].then(_Part([element], [element], False).repeated(part.times))
        whole = _any_of(groups[0])
        self.begins = whole.first
        for element in whole.last:
            element.ends = True

    def of(self, first: str, second: str) -> list[Element]:
        """The elements with which a match can begin where these symbols stand; `second` is empty at the end."""
        return [
            element
            for element in self.begins
            if first in element.chars and (self.gap or element.ends or element.goes_on(second))
        ]

    def only(self, first: str, second: str) -> Element | None:
        """The one element that a match consists of there, where these symbols decide that there is one."""
        possible = self.of(first, second)
        if self.gap or self.looks_behind or len(possible) != 1:
            return None
        alone = possible[0].ends and not possible[0].goes_on(second)
        return possible[0] if alone else None


def _any_of(alternatives: list[_Part]) -> _Part:
    whole = alternatives[0]
    for other in alternatives[1:]:
        whole = whole.or_else(other)
    return whole


def _add(known: list[Element], more: Iterable[Element]) -> None:
    known.extend([element for element in more if element not in known])
