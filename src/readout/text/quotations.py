"""Where the quotations of a text are: opening and closing marks, also over several paragraphs."""

import re
from dataclasses import dataclass

_PAIRS = {"“": "”", "«": "»", "„": "“", "「": "」", "『": "』"}
MARKS = "“”«»„\"「」『』'‘’"
# One class first: the engine skips all other characters quickly, then the look-arounds decide on an apostrophe.
_MARK = re.compile(r"[“”«»„\"「」『』'‘’](?:(?<=[^'‘’])|(?<=(?<!\w)['‘])(?=\w)|(?<=[\w.!?,…]['’])(?!\w))")
ANNOUNCED = ": "
"""Before a mark: it opens a quotation, though nothing closes it."""
LONGEST = 6000
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
    if not any(mark in text for mark in MARKS):
        return found
    for mark in _MARK.finditer(text):
        char, at = mark.group(), mark.start()
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
