"""Which patterns of a rule file a sentence can match, told by the symbols in it before any pattern is tried.

Of the contact patterns that have their cue in a sentence nine in ten fail; most of those lack another element.
"""

from collections.abc import Sequence

from readout.read.symbols import PRIVATE_USE, Symbols

WORD = 60
"""Bits of a number that the compiled rules need no long arithmetic for."""


class Prefilter:
    """The obligatory elements of a list of patterns, for each way in which one can match."""

    def __init__(self, symbols: Symbols, patterns: Sequence[str]) -> None:
        self._groups: list[_Group] = []
        for index, pattern in enumerate(patterns):
            for way in symbols.ways(pattern):
                elements = {one for one in way if not any(other < one for other in way)}
                if not self._groups or not self._groups[-1].holds(elements):
                    self._groups.append(_Group())
                self._groups[-1].add(index, elements)

    def possible(self, string: str) -> list[int]:
        """The indexes of the patterns that a sentence of these symbols can match, in order."""
        found: list[int] = []
        for group in self._groups:
            group.possible(string, found)
        return found


class _Group:
    """Ways whose elements are one bit each of one word; more ways than that have several groups."""

    __slots__ = ("_bits", "_elements", "_needs", "_patterns")

    def __init__(self) -> None:
        self._bits: list[int] = []
        """For each symbol of the alphabet the elements that it may stand for."""
        self._elements: dict[frozenset[str], int] = {}
        self._needs: list[int] = []
        """For each way the elements that every match holds."""
        self._patterns: list[int] = []
        """For each way the index of its pattern."""

    def holds(self, elements: set[frozenset[str]]) -> bool:
        """There is room for the elements of one more way."""
        return len(elements.union(self._elements)) <= WORD

    def add(self, index: int, elements: set[frozenset[str]]) -> None:
        """Take the next way in, of the pattern at `index`."""
        needs = 0
        for element in elements:
            bit = self._elements.setdefault(element, 1 << len(self._elements))
            needs |= bit
            for symbol in element:
                place = ord(symbol) - PRIVATE_USE
                self._bits += [0] * (place + 1 - len(self._bits))
                self._bits[place] |= bit
        self._needs.append(needs)
        self._patterns.append(index)

    def possible(self, string: str, found: list[int]) -> None:
        """Append the indexes of those that a sentence of these symbols can match, each once."""
        seen = 0
        bits = self._bits
        known = len(bits)
        for at in range(len(string)):
            place = ord(string[at]) - PRIVATE_USE
            if place < known:
                seen |= bits[place]
        last = found[-1] if found else -1
        for row, needs in enumerate(self._needs):
            if needs & seen == needs and self._patterns[row] != last:
                last = self._patterns[row]
                found.append(last)
