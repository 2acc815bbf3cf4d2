"""Which patterns of a rule file a sentence can match, told by the symbols in it before any pattern is tried.

Of the contact patterns that have their cue in a sentence nine in ten fail; most of those lack another element.
"""

from collections.abc import Sequence
from typing import Final

from mypy_extensions import i64

from readout.read.symbols import PRIVATE_USE, Symbols

WORD: Final = 60
"""Bits of a number of the machine (`i64`)."""


class Prefilter:
    """The obligatory elements of a list of patterns, for each way in which one can match."""

    def __init__(self, symbols: Symbols, patterns: Sequence[str]) -> None:
        self._groups: list[_Group] = []
        self.cues: frozenset[str] = frozenset()
        """Every match of any pattern holds one of these symbols: a sentence without them need not be asked about."""
        for index, pattern in enumerate(patterns):
            for way in symbols.ways(pattern):
                elements = [one for one in dict.fromkeys(way) if not any(other < one for other in way)]
                self.cues |= min(elements, key=len)  # of two as rare the one that the pattern names first
                if not self._groups or not self._groups[-1].holds(elements):
                    self._groups.append(_Group())
                self._groups[-1].add(index, elements)

    def possible(self, string: str) -> list[int]:
        """The indexes of the patterns that a sentence of these symbols can match, in order."""
        found: list[int] = []
        for group in self._groups:
            group.possible(string, found)
        return found


class SymbolBits:
    """Sets of symbols, one bit each, and for each symbol of the alphabet those that hold it. Sets beyond a word share
    its last bit."""

    __slots__ = ("bits", "sets")

    def __init__(self) -> None:
        self.bits: list[i64] = []
        self.sets: dict[frozenset[str], i64] = {}

    def bit(self, symbols: frozenset[str]) -> i64:
        """The bit of a set, a new one where the set is new."""
        known = self.sets.get(symbols)
        if known is None:
            known = self.sets[symbols] = 1 << min(len(self.sets), WORD)
            for symbol in symbols:
                place = ord(symbol) - PRIVATE_USE
                self.bits += [0] * (place + 1 - len(self.bits))
                self.bits[place] |= known
        return known

    def of(self, string: str) -> i64:
        """The sets of which the string has a symbol."""
        seen: i64 = 0
        bits = self.bits
        known: i64 = len(bits)
        size: i64 = len(string)
        at: i64 = 0
        while at < size:
            place: i64 = ord(string[at]) - PRIVATE_USE
            if place < known:
                seen |= bits[place]
            at += 1
        return seen

    def places(self, string: str) -> dict[int, i64]:
        """The indexes of the string at which a symbol of a set stands, with the sets that hold it."""
        found: dict[int, i64] = {}
        bits = self.bits
        known = len(bits)
        for at in range(len(string)):
            place = ord(string[at]) - PRIVATE_USE
            if place < known and bits[place]:
                found[at] = bits[place]
        return found


class _Group:
    """Ways whose elements are one bit each of one word; more ways than that have several groups."""

    __slots__ = ("_elements", "_needs", "_patterns")

    def __init__(self) -> None:
        self._elements = SymbolBits()
        self._needs: list[i64] = []
        """For each way the elements that every match holds."""
        self._patterns: list[int] = []
        """For each way the index of its pattern."""

    def holds(self, elements: list[frozenset[str]]) -> bool:
        """There is room for the elements of one more way."""
        return len({*elements, *self._elements.sets}) <= WORD

    def add(self, index: int, elements: list[frozenset[str]]) -> None:
        """Take the next way in, of the pattern at `index`."""
        needs: i64 = 0
        for element in elements:
            needs |= self._elements.bit(element)
        self._needs.append(needs)
        self._patterns.append(index)

    def possible(self, string: str, found: list[int]) -> None:
        """Append the indexes of those that a sentence of these symbols can match, each once."""
        seen = self._elements.of(string)
        for row, needs in enumerate(self._needs):
            if needs & seen == needs and not (found and found[-1] == self._patterns[row]):
                found.append(self._patterns[row])
