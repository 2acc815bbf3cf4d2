"""Which patterns of a rule file a sentence can match, told by the symbols in it before any pattern is tried.

Of the contact patterns that have their cue in a sentence seven in eight fail; most of those lack another element.
"""

from collections.abc import Sequence

from readout.read.symbols import Symbols


class Prefilter:
    """The obligatory elements of a list of patterns, each of them one bit."""

    def __init__(self, symbols: Symbols, patterns: Sequence[str]) -> None:
        self._bits: dict[str, int] = {}
        """For each symbol the elements that it may stand for."""
        self._needs: list[int] = []
        """For each pattern the elements that every match holds."""
        known: dict[frozenset[str], int] = {}
        for pattern in patterns:
            needs = 0
            for element in symbols.obligatory(pattern):
                needs |= known.setdefault(element, 1 << len(known))
            self._needs.append(needs)
        for element, bit in known.items():
            for symbol in element:
                self._bits[symbol] = self._bits.get(symbol, 0) | bit

    def possible(self, present: set[str]) -> list[int]:
        """The indexes of the patterns that a sentence of these symbols can match, in order."""
        seen = 0
        for symbol in present:
            seen |= self._bits.get(symbol, 0)
        return [index for index, needs in enumerate(self._needs) if needs & seen == needs]
