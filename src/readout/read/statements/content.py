"""The reported words: where they begin behind the verb, where they end, and how much of them is quoted."""

import re
from collections.abc import Sequence
from typing import Final

from readout.model.vocabulary import StatementKind
from readout.read.analysis import View
from readout.read.statements import letters as L
from readout.text.quotations import Quotation

ADDRESS: Final = 14
"""How many tokens may stand between the verb and `rằng` or a colon ("nói với báo giới tại Nhà Trắng rằng")."""
_SILENT: Final = L.SAY + L.CITE + L.STOP + L.QUOTE
_TRIMMED: Final = ' \t./,;:…!?"“”«»-–—'
CLOSING: Final = ('"', "”", "»")
_WIRE: Final = re.compile(f"{L.COMMA}{L.WORD}?{L.MEDIUM}[^{L.COMMA}]*[{L.SAY}{L.CITE}][{L.STOP}{L.QUOTE}]*$")
"""A wire that tells what stands before it: ", tờ X cho biết.", ", X dẫn thông báo của … cho biết."."""
WITHHELD: Final = 4
"""Within so many tokens of its beginning a clause tells that something is not told."""
QUOTED_WORDS: Final = 4
"""From so many quoted words on, reported speech counts as mixed."""


class Content:
    """Reported words: offsets in the stored text and how they are given."""

    __slots__ = ("end", "kind", "start")

    def __init__(self, start: int, end: int, kind: StatementKind) -> None:
        self.start = start
        self.end = end
        self.kind: StatementKind = kind


def content_index(letters: str, cue: int, end: int, that: bool = False) -> tuple[int, bool]:
    """The token where the words behind the verb at `cue` begin; whether `rằng`, a colon or a quote announces them.

    `that`: the verb itself ends with `rằng`.
    """
    at = cue + 1
    if that:
        return _behind_marks(letters, at, end), True
    if letters[at : at + 1] == L.CONJUNCTION and letters[at + 1 : at + 2] and letters[at + 1] in L.SAY + L.QUOTING:
        at += 2
    if letters[at : at + 1] and letters[at] in L.THAT + L.COLON:
        return _behind_marks(letters, at, end), True
    if letters[at : at + 1] == L.QUOTE:
        return at, True
    opened = letters[at : at + 1]
    if opened and opened in L.WITH + L.PREPOSITION + L.TIME + L.AUDIENCE + L.MEDIUM + L.WORD + L.CONTACT:
        for mark in range(at, min(end, at + ADDRESS)):
            letter = letters[mark]
            if letter in L.THAT + L.COLON:
                return _behind_marks(letters, mark, end), True
            if letter == L.QUOTE and opened not in L.WORD + L.CONTACT:
                return mark, True
            announces = letter == L.SAY and letters[cue] == L.QUOTING and L.COMMA not in letters[at:mark]
            ends = letter in _SILENT and not announces
            if ends or (letter == L.COMMA and opened == L.WORD):
                break
    if letters[at : at + 1] == L.COMMA:
        at += 1
    if letters[at : at + 1] == L.WITH and letters[at + 1 : at + 2] and letters[at + 1] in L.AUDIENCE + L.MEDIUM:
        at += 2
    while letters[at : at + 1] == L.TIME or letters[at : at + 2] == L.PREPOSITION + L.TIME:
        at += 1 if letters[at] == L.TIME else 2
    return at, False


def _behind_marks(letters: str, at: int, end: int) -> int:
    while at < end and letters[at] in L.THAT + L.COLON + L.COMMA:
        at += 1
    return at


def content_end(letters: str, start: int, end: int) -> int:
    """Where the reported words end before `end`: before ", theo …" or ", tờ X cho biết" that closes the sentence."""
    tail = letters.rfind(L.COMMA + L.ACCORDING, start, end)
    if letters.find(L.MEDIUM, start, end) >= 0:
        if letters.find(L.CITE, start, end) >= 0:
            tail = max(tail, letters.rfind(L.COMMA + L.MEDIUM, start, end))
        if tail <= start and _WIRE.search(letters, start, end):
            tail = letters.rfind(L.COMMA, start, end)
    return tail if tail > start and end - tail <= 12 else end


def before_comment(view: View, letters: str, start: int, end: int) -> int:
    """Where the reported words between two tokens end before what the newspaper adds to them: `… - điều mà Mỹ không
    nhắc tới`, `…, nhưng không nêu chi tiết`, `"…", ám chỉ Nga`."""
    for at in range(start + 1, end - 2):
        mark = letters[at]
        if mark not in L.DASH + L.COMMA:
            continue
        if mark == L.DASH and view.tokens[at + 1].has("comment-noun") and view.tokens[at + 2].has("relative"):
            return at
        if mark == L.COMMA and (letters[at - 1] == L.QUOTE and view.tokens[at + 1].has("off")):
            return at
        if mark == L.COMMA and letters[at + 1] == L.SUBORDINATE and _withholds(view, at + 2, end):
            return at
    return end


def _withholds(view: View, start: int, end: int) -> bool:
    """The clause that begins at a token tells that something is not told."""
    near = view.tokens[start : min(start + WITHHELD, end)]
    return bool(near) and near[0].has("withhold") and any(token.has("disclose") for token in near)


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """The span without punctuation at its ends; a bracket stays with its pair."""
    while start < end and text[start] in _TRIMMED:
        start += 1
    while end > start and text[end - 1] in _TRIMMED:
        end -= 1
    return start, end


def contents(text: str, start: int, end: int, quotations: Sequence[Quotation]) -> list[Content]:
    """The contents between two offsets: each whole quotation of its own, or one clause with what it quotes."""
    first, last = trimmed(text, start, end)
    if last - first < 3:
        return []
    inside = quoted_in(quotations, start, end)
    if inside and inside[0].outer_start <= first and (inside[0].outer_end >= end or covers(text, inside, last)):
        return [Content(*trimmed(text, q.start, q.end), "direct") for q in inside]
    words = 0
    for quotation in inside:
        words = max(words, text.count(" ", quotation.start, quotation.end) + 1)
    if inside:  # what opens inside closes inside
        first = min(first, inside[0].outer_start) if first == inside[0].start else first
        last = max(last, inside[-1].outer_end) if last >= inside[-1].start else last
    if text[last : last + 1] in CLOSING and _opened(text[first:last]):
        last += 1  # a word in quotation marks ends the sentence
    return [Content(first, last, "mixed" if words >= QUOTED_WORDS else "indirect")]


def _opened(words: str) -> bool:
    """A quotation mark opens in the words and is not closed in them."""
    return words.count('"') % 2 == 1 or words.count("“") > words.count("”") or words.count("«") > words.count("»")


def covers(text: str, inside: Sequence[Quotation], end: int) -> bool:
    """The quotations follow each other with nothing but a conjunction or comma between them, up to `end`."""
    here = inside[0].outer_start
    for quotation in inside:
        if quotation.outer_start - here > 6:
            return False
        here = quotation.outer_end
    return end - here <= 3


def quoted_in(quotations: Sequence[Quotation], start: int, end: int) -> list[Quotation]:
    """The quotations that begin between two offsets."""
    at, end_of_search = 0, len(quotations)
    while at < end_of_search:  # a search by halves, written out: a key function takes longer than the rest
        middle = (at + end_of_search) // 2
        if quotations[middle].outer_start < start:
            at = middle + 1
        else:
            end_of_search = middle
    found = []
    while at < len(quotations) and quotations[at].outer_start < end:
        found.append(quotations[at])
        at += 1
    return found


def offset_of(view: View, index: int) -> int:
    """Where token `index` begins, or the end of the sentence."""
    return view.tokens[index].start if index < len(view.tokens) else view.sentence.end
