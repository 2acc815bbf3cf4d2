"""The turns of a dialogue that is set with dashes: a paragraph for each, without quotation marks."""

import re
from dataclasses import dataclass
from typing import Final

_TURN: Final = re.compile(r"^[ \t]*[-–—]\s+(?=\S)(.+)$", re.MULTILINE)
_DASHED: Final = re.compile(r"\n[-–—]")
_ASKS: Final = re.compile(r"\?[\"”’'»)]*\s*$")


@dataclass(frozen=True, slots=True)
class Turn:
    """One paragraph: `mark` is its dash, `start` and `end` its words; `asks` where it ends with a question, `answers`
    where the paragraph before it is a turn that asks."""

    mark: int
    start: int
    end: int
    asks: bool
    answers: bool


def turns_of(text: str) -> list[Turn]:
    """The paragraphs that begin with a dash, in order. A list of points is set the same way: who reads them decides."""
    found: list[Turn] = []
    if _DASHED.search(text) is None and text[:1] not in "-–—":
        return found
    for match in _TURN.finditer(text):
        start, end = match.span(1)
        before = found[-1] if found else None
        answers = before is not None and before.asks and not text[before.end : match.start()].strip()
        mark = match.start() + len(match.group()) - len(match.group().lstrip())
        found.append(Turn(mark, start, end, _ASKS.search(text, start, end) is not None, answers))
    return found
