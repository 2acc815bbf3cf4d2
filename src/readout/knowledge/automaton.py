"""The search for many forms at once, in a text of one byte for a character where that is possible.

Such a text is searched in three quarters of the time that UTF-8 takes, and its offsets are those of the text.
"""

import codecs
from typing import Any, Final

import ahocorasick_rs

NO_CHARACTER: Final = "\ufffe"
"""Fills a table of characters."""
OTHER: Final = "?"
"""Stands for every character that no form has."""
MOST: Final = 254
"""So many characters have a byte each, besides "\0" and the one for all others."""


class Automaton:
    """Finds forms in a text: leftmost, of those that begin there the longest."""

    __slots__ = ("_bytes", "_characters", "_table")

    def __init__(self, forms: list[str]) -> None:
        kind = ahocorasick_rs.MatchKind.LeftmostLongest
        self._table = _table(forms)
        self._bytes: ahocorasick_rs.BytesAhoCorasick | None = None
        self._characters: ahocorasick_rs.AhoCorasick | None = None
        if self._table is None:
            self._characters = ahocorasick_rs.AhoCorasick(forms, matchkind=kind)
        else:
            packed = [codecs.charmap_encode(form, "replace", self._table)[0] for form in forms]
            self._bytes = ahocorasick_rs.BytesAhoCorasick(packed, matchkind=kind)

    def matches(self, text: str) -> list[tuple[int, int, int]]:
        """The index of each form that stands in the text, and its offsets, in order."""
        if self._bytes is not None:
            packed = codecs.charmap_encode(text, "replace", self._table)[0]
            return self._bytes.find_matches_as_indexes(packed)
        assert self._characters is not None
        return self._characters.find_matches_as_indexes(text)


def _table(forms: list[str]) -> Any:
    """A byte for each character of the forms; None where they have too many, or the one that stands for others."""
    characters = sorted(set[str]().union(*forms))
    if len(characters) > MOST or "\0" in characters or OTHER in characters or max(characters, default="") > "\ufffd":
        return None
    # A table of 256 characters that begins with "\0" is made into one that is fast to look up.
    return codecs.charmap_build("".join(["\0", OTHER, *characters]).ljust(256, NO_CHARACTER))
