"""Where the paragraphs and sentences of a text are, and what kind of paragraph each is.

A caption, a photo credit and a related headline stand between the paragraphs of a newspaper page and tell no story of
their own: the kind says so, the readers of facts decide.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from readout.model.vocabulary import ParagraphKind
from readout.text.letters import LOWER, UPPER

_PARAGRAPH = re.compile(r"[^\n]+")
# A sentence ends at . ! ? … (with closing quotes or brackets) before a space and a capital, digit or opening quote;
# some papers lose the space after the stop.
_SENTENCE_END = re.compile(rf"[.!?…]+[\"”’'»)\]]*(?=\s+[{UPPER}\d\"“‘'«(\[–-]|\s*$)|[.!?]+[”»](?=[{UPPER}])")
_GLUED_END = re.compile(rf"(?<=[{LOWER})\"”])\.(?=[{UPPER}][{LOWER}]+\s)")
# A photo credit that ran into the text ends before the next capital: `Ảnh: Văn Minh/TTXVN Phát biểu`, `(Ảnh: X) Nay`.
_CREDIT_END = re.compile(
    rf"(?:Ảnh|Nguồn)\s*:\s*[^.!?\n/()]{{2,40}}/\s*[{UPPER}]{{2,8}}\)?(?=\s+[{UPPER}])"
    rf"|\((?:Ảnh|Nguồn)\s*:[^()\n]{{2,60}}\)(?=\s+[{UPPER}])"
)
_ABBREVIATION = re.compile(
    r"(?:^|[\s(])(?:TP|Tp|TS|GS|PGS|ThS|BS|LS|NSND|Mr|Mrs|Ms|Dr|St|Jr|Sr|No|(?!D\.C)(?:[A-ZĐ]\.)*[A-ZĐ])$"
)
_LAST_OF_ABBREVIATIONS = "prsto"
_CREDIT = re.compile(
    r"\(?\b(?:ảnh|photo|nguồn ảnh|đồ họa|video|clip)(?: minh họa| tư liệu| chụp màn hình)?\s*:", re.IGNORECASE
)
# Without a colon only capitals follow: `Ảnh AFP`, but not `Ảnh hưởng …`, `Nguồn tin …`.
_CREDIT_TAIL = re.compile(
    rf"\b(?:(?:ẢNH|Ảnh|ảnh|Nguồn|Photo)\s*:\s*[\w./ -]{{2,60}}|(?:ẢNH|Ảnh|Nguồn|Photo)(?:\s+[{UPPER}][\w./-]*){{1,5}}"
    r"|(?:ẢNH|Ảnh|ảnh) (?:minh họa|tư liệu|trong bài|chụp màn hình|nhân vật cung cấp))"
    r"\)?\.?\s*$"
)
_TERMINAL = re.compile(r"[.!?…:;][\"”’'»)\]]*\s*$")
HEADLINE_LENGTH = 160
LONGEST_SENTENCE = 1500


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence: code-point offsets, the number of its paragraph and the paragraph's kind."""

    start: int
    end: int
    paragraph: int
    kind: ParagraphKind


def sentences_of(text: str, has_title: bool) -> list[Sentence]:
    """Split `text` into sentences in order; blank stretches belong to none."""
    found: list[Sentence] = []
    for number, paragraph in enumerate(_PARAGRAPH.finditer(text)):
        kind = kind_of(paragraph.group(), number, has_title)
        for start, end in _sentence_spans(text, paragraph.start(), paragraph.end()):
            found.append(Sentence(start, end, number, kind))
    return found


def kind_of(paragraph: str, number: int, has_title: bool) -> ParagraphKind:
    """Tell a title, a caption or credit, and a related headline from the body.

    A caption names its photo (`Ảnh: …`) and is short; a related headline is a short line without a final stop that is
    neither the first nor holds a quotation.
    """
    if number == 0 and has_title:
        return "title"
    line = paragraph.strip()
    if len(line) < 400 and (_CREDIT_TAIL.search(line) or (len(line) < 60 and _CREDIT.match(line))):
        return "credit" if len(line) < 40 and _CREDIT.match(line) else "caption"
    if number > 0 and len(line) <= HEADLINE_LENGTH and not _TERMINAL.search(line):
        return "headline"
    return "body"


def _sentence_spans(text: str, start: int, end: int) -> list[tuple[int, int]]:
    spans: list[tuple[int, int]] = []
    here = start
    ends = [m.end() for m in _SENTENCE_END.finditer(text, start, end) if not _is_abbreviation(text, start, m)]
    ends += [m.end() for m in _GLUED_END.finditer(text, start, end)]
    ends += [m.end() for m in _CREDIT_END.finditer(text, start, end)]
    for stop in [*sorted(set(ends)), end]:
        first, last = _stripped(text, here, stop)
        spans.extend(_pieces(text, first, last))
        here = max(here, stop)
    return spans


def _pieces(text: str, first: int, last: int) -> Iterator[tuple[int, int]]:
    """The sentence, in pieces where it is longer than any sentence: readers look around within one sentence."""
    while last - first > LONGEST_SENTENCE:
        cut = text.rfind(", ", first, first + LONGEST_SENTENCE)
        cut = cut + 1 if cut > first else text.rfind(" ", first, first + LONGEST_SENTENCE)
        cut = cut if cut > first else first + LONGEST_SENTENCE
        yield first, cut
        first, _ = _stripped(text, cut, last)
    if first < last:
        yield first, last


def _is_abbreviation(text: str, start: int, end: re.Match[str]) -> bool:
    if end.group() != "." or end.end() == len(text):
        return False
    last = text[end.start() - 1 : end.start()]
    if last.islower() and last not in _LAST_OF_ABBREVIATIONS:
        return False
    return bool(_ABBREVIATION.search(text, max(start, end.start() - 8), end.start()))


def _stripped(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end
