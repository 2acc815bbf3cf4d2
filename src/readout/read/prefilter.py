"""Which patterns of a rule file a sentence can match, told by the symbols in it before any pattern is tried.

Of the contact patterns that have their cue in a sentence nine in ten fail; most of those lack another element.
"""

from collections.abc import Sequence
from typing import Final

from mypy_extensions import i64, mypyc_attr

from readout.knowledge.tables import KnowledgeError
from readout.read.symbols import PRIVATE_USE, Symbols

WORD: Final = 60
"""Bits of a number of the machine (`i64`)."""
WORDS: Final = 3
"""So many hold the elements of all contact patterns."""


class Prefilter:
    """The obligatory elements of a list of patterns, for each way in which one can match."""

    def __init__(self, symbols: Symbols, patterns: Sequence[str]) -> None:
        self._numbers: dict[frozenset[str], int] = {}
        """Each element by the symbols that it may be."""
        self._elements: list[_Elements] = []
        """For each symbol of the alphabet those that it may be."""
        self._needs: list[_Elements] = []
        """For each way those that every match holds."""
        self._patterns: list[int] = []
        """For each way the index of its pattern."""
        self.cues: frozenset[str] = frozenset()
        """Every match of any pattern holds one of these symbols: a sentence without them need not be asked about."""
        for index, pattern in enumerate(patterns):
            for way in symbols.ways(pattern):
                elements = [one for one in dict.fromkeys(way) if not any(other < one for other in way)]
                if not elements:
                    raise KnowledgeError(f"pattern {pattern!r}: each of its elements may be missing")
                self.cues |= min(elements, key=len)  # of two as rare the one that the pattern names first
                needs = _Elements()
                for element in elements:
                    needs.add(self._number(element))
                self._needs.append(needs)
                self._patterns.append(index)

    def _number(self, element: frozenset[str]) -> int:
        """The number of an element, a new one where it is new; what the words do not hold shares the last."""
        known = self._numbers.get(element)
        if known is None:
            known = self._numbers[element] = min(len(self._numbers), WORDS * WORD - 1)
            for symbol in element:
                place = ord(symbol) - PRIVATE_USE
                while len(self._elements) <= place:
                    self._elements.append(_Elements())
                self._elements[place].add(known)
        return known

    def possible(self, string: str) -> list[int]:
        """The indexes of the patterns that a sentence of these symbols can match, in order, each once."""
        first: i64 = 0
        second: i64 = 0
        third: i64 = 0
        elements = self._elements
        known: i64 = len(elements)
        size: i64 = len(string)
        at: i64 = 0
        while at < size:
            place: i64 = ord(string[at]) - PRIVATE_USE
            if place < known:
                one = elements[place]
                first |= one.first
                second |= one.second
                third |= one.third
            at += 1
        found: list[int] = []
        for row, needs in enumerate(self._needs):
            if needs.within(first, second, third) and not (found and found[-1] == self._patterns[row]):
                found.append(self._patterns[row])
        return found


@mypyc_attr(acyclic=True)
class _Elements:
    """Elements, one bit each of `WORDS` words: a sentence is gone through once for all of them, and adding up what its
    symbols may be makes no object."""

    __slots__ = ("first", "second", "third")

    def __init__(self) -> None:
        self.first: i64 = 0
        self.second: i64 = 0
        self.third: i64 = 0

    def add(self, number: int) -> None:
        """Take the element in."""
        bit: i64 = 1 << (number % WORD)
        if number < WORD:
            self.first |= bit
        elif number < 2 * WORD:
            self.second |= bit
        else:
            self.third |= bit

    def within(self, first: i64, second: i64, third: i64) -> bool:
        """All of them are among those of three words."""
        if self.first & first != self.first or self.second & second != self.second:
            return False
        return self.third & third == self.third


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
