"""Which patterns of a rule file a sentence can match, told by the symbols in it before any pattern is tried.

Of the contact patterns that have their cue in a sentence seven in eight fail; most of those lack another element.
"""

from collections.abc import Sequence

from readout.read.symbols import Symbols


class Prefilter:
    """The obligatory elements of a list of patterns, looked up by the rarest of each."""

    def __init__(self, symbols: Symbols, patterns: Sequence[str]) -> None:
        self._rarest: dict[str, list[int]] = {}
        """For each symbol the patterns whose rarest element it may stand for."""
        self._others: list[list[frozenset[str]]] = []
        """For each pattern the other elements that every match holds, as the symbols that each may be."""
        self._always: list[int] = []
        """Patterns that need nothing."""
        for index, pattern in enumerate(patterns):
            elements = sorted(set(symbols.obligatory(pattern)), key=len)
            self._others.append(elements[1:])
            for symbol in elements[0] if elements else ():
                self._rarest.setdefault(symbol, []).append(index)
            if not elements:
                self._always.append(index)

    def possible(self, present: set[str]) -> list[int]:
        """The indexes of the patterns that a sentence of these symbols can match, in order."""
        near = set(self._always)
        for symbol in present:
            found = self._rarest.get(symbol)
            if found is not None:
                near.update(found)
        return [index for index in sorted(near) if self._has_others(index, present)] if near else []

    def _has_others(self, index: int, present: set[str]) -> bool:
        return all(not element.isdisjoint(present) for element in self._others[index])
