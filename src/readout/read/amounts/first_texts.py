"""Rules for the first texts: compiled for the words that stand in one, until it is worth compiling them for all."""

from collections.abc import Callable
from typing import Final, Generic, TypeVar

from readout.read.amounts.patterns import Standing, anywhere, standing_in

FIRST_TEXTS: Final = 2
"""So many texts get rules of their own: those of all words take three times as long to compile, which is a fifth of
the time in which a program starts and reads one article."""
SHORT_TEXT: Final = 20_000
"""In a longer one most words stand."""

_Rules = TypeVar("_Rules")


class ByText(Generic[_Rules]):
    """The rules of one language that `make` compiles from the words that may stand in a text."""

    def __init__(self, make: Callable[[Standing], _Rules]) -> None:
        self._make = make
        self._every: list[_Rules] = []
        """Those of all words, once they were made."""
        self._last: tuple[str, _Rules] | None = None
        self._texts = 0

    def every(self) -> _Rules:
        """The rules of all words."""
        if not self._every:
            self._every.append(self._make(anywhere))
        return self._every[0]

    def rules(self, text: str) -> _Rules:
        """Rules that read all that there is to be read in `text`; a text is asked for more than once in a row."""
        if self._every:
            return self._every[0]
        last = self._last
        if last is not None and last[0] == text:
            return last[1]
        self._texts += 1
        if self._texts > FIRST_TEXTS or len(text) > SHORT_TEXT:
            self._last = None
            return self.every()
        made = self._make(standing_in(text))
        self._last = text, made
        return made
