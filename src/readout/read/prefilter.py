"""Which patterns of a rule file a sentence can match, told by the symbols in it before any pattern is tried.

Of the contact patterns that have their cue in a sentence seven in eight fail; most of those lack another element.
"""

from collections.abc import Sequence

from readout.read.symbols import Symbols

WORD = 60
"""Bits of a number that the compiled rules need no long arithmetic for."""


class Prefilter:
    """The obligatory elements of a list of patterns."""

    def __init__(self, symbols: Symbols, patterns: Sequence[str]) -> None:
        self._groups: list[_Group] = []
        for index, pattern in enumerate(patterns):
            elements = set(symbols.obligatory(pattern))
            if not self._groups or not self._groups[-1].holds(elements):
                self._groups.append(_Group())
            self._groups[-1].add(index, elements)

    def possible(self, present: set[str]) -> list[int]:
        """The indexes of the patterns that a sentence of these symbols can match, in order."""
        found: list[int] = []
        for group in self._groups:
            group.possible(present, found)
        return found


class _Group:
    """Patterns whose elements are one bit each of one word; more patterns than that have several groups."""

    __slots__ = ("_bits", "_elements", "_first", "_needs")

    def __init__(self) -> None:
        self._bits: dict[str, int] = {}
        """For each symbol the elements that it may stand for."""
        self._elements: dict[frozenset[str], int] = {}
        self._needs: list[int] = []
        """For each pattern the elements that every match holds."""
        self._first = 0
        """The index of the first pattern."""

    def holds(self, elements: set[frozenset[str]]) -> bool:
        """There is room for the elements of one more pattern."""
        return len(elements.union(self._elements)) <= WORD

    def add(self, index: int, elements: set[frozenset[str]]) -> None:
        """Take the next pattern in."""
        if not self._needs:
            self._first = index
        needs = 0
        for element in elements:
            bit = self._elements.setdefault(element, 1 << len(self._elements))
            needs |= bit
            for symbol in element:
                self._bits[symbol] = self._bits.get(symbol, 0) | bit
        self._needs.append(needs)

    def possible(self, present: set[str], found: list[int]) -> None:
        """Append the indexes of those that a sentence of these symbols can match."""
        seen = 0
        for symbol in present:
            seen |= self._bits.get(symbol, 0)
        index = self._first
        for needs in self._needs:
            if needs & seen == needs:
                found.append(index)
            index += 1
