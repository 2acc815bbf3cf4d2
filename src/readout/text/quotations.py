"""Where the quotations of a text are: opening and closing marks, also over several paragraphs."""

import re
from dataclasses import dataclass
from typing import Final

_PAIRS: Final = {"“": "”", "«": "»", "„": "“", "「": "」", "『": "』"}
MARKS: Final = "“”«»„\"「」『』'‘’"
# An apostrophe is a quotation mark at the beginning or end of a word.
_APOSTROPHE: Final = re.compile(r"(?<!\w)['‘](?=\w)|(?<=[\w.!?,…])['’](?!\w)")
_APOSTROPHES: Final = "'‘’"
ANNOUNCED: Final = ": "
"""Before a mark: it opens a quotation, though nothing closes it."""
LONGEST: Final = 6000
"""A mark that is not closed within so many code points was no opening."""


@dataclass(slots=True, init=False)
class Quotation:
    """Words between quotation marks: `start` and `end` exclude the marks; `outer_*` include them."""

    outer_start: int
    start: int
    end: int
    outer_end: int

    def __init__(self, outer_start: int, start: int, end: int, outer_end: int) -> None:
        self.outer_start, self.start, self.end, self.outer_end = outer_start, start, end, outer_end


def quotations_of(text: str) -> list[Quotation]:
    """Find the outermost quotations in order.

    Straight marks pair within their paragraph. A curly quotation that its paragraph does not close goes on where the
    next paragraph opens with the same mark (the newspaper habit of reopening every paragraph); otherwise the unclosed
    mark is no quotation, unless a colon stands before it: then its paragraph closes it.
    """
    found: list[Quotation] = []
    opened: tuple[str, int] | None = None
    for at in _marks(text):
        char = text[at]
        if opened and (
            at - opened[1] > LONGEST
            or ("\n" in text[opened[1] : at] and (char != opened[0] or opened[0] not in _PAIRS))
        ):
            found.extend(_left_open(text, *opened))
            opened = None
        if opened is None:
            if char in _PAIRS or char in "\"'‘":
                opened = (char, at)
        elif _closes(opened[0], char):
            found.append(Quotation(opened[1], opened[1] + 1, at, at + 1))
            opened = None
        elif char == opened[0] and "\n" in text[opened[1] : at]:
            found.append(_to_paragraph_end(text, opened[1], at))
            opened = (char, at)
    if opened:
        found.extend(_left_open(text, *opened))
    return [q for q in found if q.end > q.start]


def _marks(text: str) -> list[int]:
    """Where the marks stand; to look for each takes less time than a pattern of all."""
    found: list[int] = []
    for mark in MARKS:
        at = text.find(mark)
        while at >= 0:
            if mark not in _APOSTROPHES or _APOSTROPHE.match(text, at):
                found.append(at)
            at = text.find(mark, at + 1)
    found.sort()
    return found


def _closes(opening: str, char: str) -> bool:
    if opening in _PAIRS:
        return char == _PAIRS[opening] or (char == '"')
    if opening == '"':
        return char in '"”'
    return char in "'’"


def _left_open(text: str, char: str, start: int) -> list[Quotation]:
    """The quotation that a mark opens behind a colon and its paragraph ends without closing it."""
    if char in "'‘" or not text.endswith(ANNOUNCED, 0, start):
        return []
    stop = text.find("\n", start)
    end = len(text) if stop < 0 else stop
    return [Quotation(start, start + 1, end, end)]


def _to_paragraph_end(text: str, start: int, stop: int) -> Quotation:
    end = text.index("\n", start, stop)
    return Quotation(start, start + 1, end, end)
