"""Where the paragraphs and sentences of a text are, and what kind of paragraph each is.

A caption, a photo credit and a related headline stand between the paragraphs of a newspaper page and tell no story of
their own: the kind says so, the readers of facts decide.
"""

import re
from functools import cache
from typing import Final

from mypy_extensions import mypyc_attr

from readout.model.vocabulary import ParagraphKind
from readout.text.letters import CAPITAL, LOWER, SPACE, UPPER, kind_at

_STOPS: Final = ".!?…"
# A sentence ends at . ! ? … (with closing quotes or brackets) before a space and a capital, digit or opening quote.
_SENTENCE_END: Final = re.compile(rf"[.!?…]+[\"”’'»)\]]*(?=\s+[{UPPER}\d\"“‘'«(\[–—-]|\s*$)|[.!?]+[”»](?=[{UPPER}])")
_ABBREVIATION: Final = re.compile(
    r"(?:^|[\s(])(?:TP|Tp|TS|GS|PGS|ThS|BS|LS|NSND|Mr|Mrs|Ms|Dr|St|Jr|Sr|No|(?!D\.C)(?:[A-ZĐ]\.)*[A-ZĐ])$"
)
_LAST_OF_ABBREVIATIONS: Final = "prsto"
_CREDIT: Final = re.compile(
    r"\(?\b(?:ảnh|photo|nguồn ảnh|đồ họa|video|clip)(?: minh họa| tư liệu| chụp màn hình)?\s*:", re.IGNORECASE
)
_CREDIT_WORDS: Final = ("ẢNH", "Ảnh", "ảnh", "Nguồn", "Photo")
_CLOSING: Final = "\"”’'»)]"
_TERMINAL: Final = (".", "!", "?", "…", ":", ";")
HEADLINE_LENGTH: Final = 160
LONGEST_SENTENCE: Final = 1500


# Few texts ask for the patterns below, and their many letters take long to compile: each is compiled when it is wanted.
@cache
def _glued_end() -> re.Pattern[str]:
    """Some papers lose the space behind a full stop."""
    return re.compile(rf"(?<=[{LOWER})\"”])\.(?=[{UPPER}][{LOWER}]+\s)")


@cache
def _credit_end() -> re.Pattern[str]:
    """A photo credit that ran into the text ends before the next capital: `Ảnh: Văn Minh/TTXVN Phát biểu`,
    `(Ảnh: X) Nay`."""
    return re.compile(
        rf"(?:Ảnh|Nguồn)\s*:\s*[^.!?\n/()]{{2,40}}/\s*[{UPPER}]{{2,8}}\)?(?=\s+[{UPPER}])"
        rf"|\((?:Ảnh|Nguồn)\s*:[^()\n]{{2,60}}\)(?=\s+[{UPPER}\"“])"
    )


@cache
def _headline_end() -> re.Pattern[str]:
    """A related headline that ran into the text stands in brackets: `[Nga và Mỹ hẹn gặp lại tại Helsinki] Tổng …`."""
    return re.compile(rf"\[[{UPPER}\[][^\[\]\n]{{20,160}}\](?=\s+[{UPPER}])")


@cache
def _credit_tail() -> re.Pattern[str]:
    """Without a colon only capitals follow: `Ảnh AFP`, but not `Ảnh hưởng …`, `Nguồn tin …`."""
    return re.compile(
        rf"\b(?:(?:ẢNH|Ảnh|ảnh|Nguồn|Photo)\s*:\s*[\w./ -]{{2,60}}"
        rf"|(?:ẢNH|Ảnh|Nguồn|Photo)(?:\s+[{UPPER}][\w./-]*){{1,5}}"
        r"|(?:ẢNH|Ảnh|ảnh) (?:minh họa|tư liệu|trong bài|chụp màn hình|nhân vật cung cấp))"
        r"\)?\.?\s*$"
    )


@mypyc_attr(acyclic=True)
class Sentence:
    """One sentence: code-point offsets, the number of its paragraph and the paragraph's kind."""

    __slots__ = ("end", "kind", "paragraph", "start")

    def __init__(self, start: int, end: int, paragraph: int, kind: ParagraphKind) -> None:
        self.start = start
        self.end = end
        self.paragraph = paragraph
        self.kind = kind


def sentences_of(text: str, has_title: bool) -> list[Sentence]:
    """Split `text` into sentences in order; blank stretches belong to none."""
    found: list[Sentence] = []
    number, first, size = 0, 0, len(text)
    while first < size:
        last = text.find("\n", first)
        last = size if last < 0 else last
        if first < last:
            kind = kind_of(text[first:last], number, has_title)
            for start, end in _sentence_spans(text, first, last):
                related = text[start] == "[" and kind == "body" and _headline_end().match(text, start) is not None
                found.append(Sentence(start, end, number, "headline" if related else kind))
            number += 1
        first = last + 1
    return found


def kind_of(paragraph: str, number: int, has_title: bool) -> ParagraphKind:
    """Tell a title, a caption or credit, and a related headline from the body.

    A caption names its photo (`Ảnh: …`) and is short; a related headline is a short line without a final stop that is
    neither the first nor holds a quotation.
    """
    if number == 0 and has_title:
        return "title"
    line = paragraph.strip()
    if len(line) < 400 and (_credited(line) or (len(line) < 60 and _CREDIT.match(line))):
        return "credit" if len(line) < 40 and _CREDIT.match(line) else "caption"
    if number > 0 and len(line) <= HEADLINE_LENGTH and not line.rstrip(_CLOSING).endswith(_TERMINAL):
        return "headline"
    return "body"


def _credited(line: str) -> bool:
    """A credit ends the line. The pattern is asked only where one of its words stands, for it tries every character."""
    return any(word in line for word in _CREDIT_WORDS) and _credit_tail().search(line) is not None


def _sentence_spans(text: str, start: int, end: int) -> list[tuple[int, int]]:
    spans: list[tuple[int, int]] = []
    here = start
    ends = _ends(text, start, end)
    credits = _credit_ends(text, start, end)
    if credits:
        ends = sorted({*ends, *credits})
    if text.find("]", start, end) >= 0:
        ends = sorted({*ends, *(m.end() for m in _headline_end().finditer(text, start, end))})
    for stop in (*ends, end):
        first, last = _stripped(text, here, stop)
        _add_pieces(spans, text, first, last)
        here = max(here, stop)
    return spans


def _credit_ends(text: str, start: int, end: int) -> list[int]:
    """Where photo credits end inside a paragraph. The pattern is asked only where one of its words stands."""
    places = [*_places(text, "Ảnh", start, end), *_places(text, "Nguồn", start, end)]
    found: list[int] = []
    here = start
    for at in sorted(places):
        for first in (at - 1, at):  # the bracket before the word belongs to the credit
            if first >= here:
                credit = _credit_end().match(text, first, end)
                if credit is not None:
                    here = credit.end()
                    found.append(here)
    return found


def _places(text: str, words: str, start: int, end: int) -> list[int]:
    found: list[int] = []
    at = text.find(words, start, end)
    while at >= 0:
        found.append(at)
        at = text.find(words, at + 1, end)
    return found


def _ends(text: str, start: int, end: int) -> list[int]:
    """Where the sentences of a paragraph end. The patterns are asked only at a mark that can end one."""
    found: list[int] = []
    here = start
    for at in _stops(text, start, end):
        if at < here:
            continue
        following = text[at + 1] if at + 1 < end else ""
        if following.isalnum():
            if following.isupper() and _glued_end().match(text, at, end):
                found.append(at + 1)
            continue
        stop = _end_of_stop(text, at, end)
        if stop >= 0:
            here = stop
            if not _is_abbreviation(text, start, at, here):
                found.append(here)
    return found


def _end_of_stop(text: str, at: int, end: int) -> int:
    """Where the sentence ends that the mark at `at` closes, -1 where it closes none. A lone mark before a space and a
    capital, as most are, and the last one of a paragraph are told without the pattern."""
    if at + 1 == end or (text[at + 1] == " " and at + 2 < end and kind_at(text, at + 2) == CAPITAL):
        return at + 1
    stop = _SENTENCE_END.match(text, at, end)
    return stop.end() if stop is not None else -1


def _stops(text: str, start: int, end: int) -> list[int]:
    """Where the marks stand that can end a sentence; to look for each takes less time than a pattern of all."""
    found: list[int] = []
    for mark in _STOPS:
        found += _places(text, mark, start, end)
    found.sort()
    return found


def _add_pieces(spans: list[tuple[int, int]], text: str, first: int, last: int) -> None:
    """Add the sentence, in pieces where it is longer than any sentence: readers look around within one sentence."""
    while last - first > LONGEST_SENTENCE:
        cut = text.rfind(", ", first, first + LONGEST_SENTENCE)
        cut = cut + 1 if cut > first else text.rfind(" ", first, first + LONGEST_SENTENCE)
        cut = cut if cut > first else first + LONGEST_SENTENCE
        spans.append((first, cut))
        first, _ = _stripped(text, cut, last)
    if first < last:
        spans.append((first, last))


def _is_abbreviation(text: str, start: int, at: int, end: int) -> bool:
    """The full stop between `at` and `end` is part of an abbreviation or an initial."""
    if end - at != 1 or text[at] != "." or end == len(text):
        return False
    if not at or not (kind_at(text, at - 1) == CAPITAL or _ends_short_word(text, at)):
        return False
    return bool(_ABBREVIATION.search(text, max(start, at - 8), at))


def _ends_short_word(text: str, at: int) -> bool:
    """What stands before `at` may be "Mrs" or "No": it ends like one, and has its capital where they do."""
    capital = kind_at(text, at - 2) == CAPITAL or (at > 2 and kind_at(text, at - 3) == CAPITAL)
    return capital and text[at - 1] in _LAST_OF_ABBREVIATIONS


def _stripped(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and kind_at(text, start) == SPACE:
        start += 1
    while end > start and kind_at(text, end - 1) == SPACE:
        end -= 1
    return start, end
