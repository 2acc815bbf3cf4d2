"""Whose words a verb of saying reports: its subject, the author of a document, the noun that a clause explains."""

from typing import Final

from readout.read.analysis import View
from readout.read.mentions import Mention
from readout.read.statements import letters as L
from readout.read.statements.guards import adverbial_side, gives_reason, saying_words
from readout.read.statements.subject import Subject, subject_of
from readout.read.statements.told import SentenceAtWork
from readout.read.topics import words_of

OWNS: Final = (" của ", " do ", " từ ")
"""What stands between a document and its author."""
LONGEST: Final = 24
"""No name of a document is longer."""


class Authors:
    """Finds the token that speaks for a verb of saying."""

    def __init__(self, text: str, language: str) -> None:
        self._text = text
        self._saying = saying_words(language)
        self._documents = words_of(language, "document")

    def of(self, at: SentenceAtWork, cue: int, low: int) -> Subject | None:
        """The subject; None where the verb stands in a relative clause ("con số mà Mỹ kỳ vọng", "…, vốn lo ngại …")."""
        name = self._full_name_before(at, cue, low)
        subject = subject_of(at.letters, cue, low) if name is None else Subject(name, name, "subject")
        if _is_relative(at.view, subject.start, low) or _is_relative(at.view, cue, low):
            return None
        explained = self._behind_open_dash(at, cue, low)
        explained = self._explained(at, subject.index, low) if explained is None else explained
        if explained is not None:
            return Subject(explained, explained, "apposition")
        if subject.index is None and gives_reason(at.view, subject.start):
            return None
        if subject.index is not None and self._by_whom(at, subject.index, low):
            author = self._through_or_taken_up(at, cue, low)
            return None if author is None else Subject(author, author, "subject")
        if subject.index is None and (author := self._through_or_taken_up(at, cue, low)) is not None:
            return Subject(author, author, "subject")
        if subject.index is None and cue > low and at.view.tokens[cue - 1].has("institution"):
            return Subject(cue - 1, cue - 1, "subject")
        if subject.index is None and subject.how == "open":
            group = adverbial_side(self._text, at.view, at.letters, cue, low, self._saying)
            if group is not None:
                return Subject(group, group, "subject")
        return subject

    def _explained(self, at: SentenceAtWork, index: int | None, low: int) -> int | None:
        """Who is named before the apposition that ends with the token: with a place and its country ("ông X, chuyên gia
        của Đại học Y, Bắc Kinh, Trung Quốc, nói"), or with a name behind `đến từ` or a school."""
        if index is None:
            return None
        letters, tokens = at.letters, at.view.tokens
        named = low
        while named < index and letters[named] not in L.ACTOR + L.NAME:
            named += 1
        if named >= index or letters[named + 1 : named + 2] != L.COMMA or not self._is_person(at, named):
            return None
        placed = tokens[index - 2].has("place") or letters[index - 2] == L.NAME
        country = placed and letters[index - 1 : index + 1] == L.COMMA + L.ACTOR
        school = letters[index] == L.NAME and any(
            token.has("work-place") for token in tokens[letters.rfind(L.COMMA, low, index) : index]
        )
        return named if (country and not self._is_person(at, index)) or school else None

    def _behind_open_dash(self, at: SentenceAtWork, cue: int, low: int) -> int | None:
        """Who is named before an apposition that one dash opens and none closes ("bà X - hiện giữ chức phó trưởng ban
        của Đảng Y đã chỉ trích")."""
        dash = at.letters.rfind(L.DASH, low, cue)
        if dash <= low or L.DASH in at.letters[low:dash] or L.COMMA in at.letters[dash:cue]:
            return None
        opens = dash == 1 or at.letters[dash - 2] == L.COMMA
        named = at.letters[dash - 1] in L.ACTOR + L.NAME and self._is_person(at, dash - 1)
        return dash - 1 if opens and named else None

    def _is_person(self, at: SentenceAtWork, index: int) -> bool:
        actors = at.view.actors.get(index)
        return bool(actors and actors[0].person) if at.letters[index] == L.ACTOR else True

    def _full_name_before(self, at: SentenceAtWork, cue: int, low: int) -> int | None:
        """A full name right before the verb speaks, though a noun with `của` or a title stands before it ("Giám đốc của
        Viện Kinh tế Ivan Petrov cho biết", "Phó chánh văn phòng phụ trách chính sách Stephen Miller cho biết")."""
        while cue - 2 > low and (at.view.tokens[cue - 1].has("filler") or at.letters[cue - 1] == L.TIME):
            cue -= 1  # "… sau đó cho biết"
        if cue - 2 < low or at.letters[cue - 1] not in L.NAME + L.ACTOR:
            return None
        before, token = at.view.tokens[cue - 2 : cue]
        name = token.record
        if isinstance(name, Mention):
            bare = name.kind == "person" and not name.short and not name.offices and not name.sex
            glued = bare and at.letters[cue - 2] == L.PREPOSITION and " " in self._text[before.start : before.end]
        else:
            placed = before.has("settlement")  # "tại bang Nam Dakota"
            glued = at.letters[cue - 2] == L.WORD and not placed and " " in self._text[token.start : token.end]
        return cue - 1 if glued else None

    def _through_or_taken_up(self, at: SentenceAtWork, cue: int, low: int) -> int | None:
        """Who speaks through a document, is quoted from one by a wire ("AP dẫn thông báo của Nhà Trắng cho biết"), or
        is taken up by `người` ("…, ông X, người nói rằng …")."""
        tokens, letters = at.view.tokens, at.letters
        before = self._text[tokens[cue - 1].start : tokens[cue - 1].end].lower() if cue else ""
        if before == "người" and cue > low + 2 and letters[cue - 3 : cue - 1] == L.ACTOR + L.COMMA:
            return cue - 3
        if letters[max(low, cue - 3) : cue] == L.CITE + L.PREPOSITION + L.ACTOR:
            return cue - 1
        return self.through(at, max(low, letters.rfind(L.COMMA, low, cue) + 1), cue)

    def through(self, at: SentenceAtWork, start: int, cue: int) -> int | None:
        """The author of the document that begins at token `start` ("thông cáo của Bộ Ngoại giao Nga nêu rõ", "tài liệu
        do Nhà Trắng phát hành ghi rằng")."""
        for index in range(start + 1, cue):
            if at.letters[index] == L.ACTOR:
                owns = self._text[at.view.tokens[start].start : at.view.tokens[index].start].lower().endswith(OWNS)
                return index if owns and self.is_document(at, start) else None
        return None

    def is_document(self, at: SentenceAtWork, index: int) -> bool:
        """The token at `index` begins with the name of a document."""
        if index >= len(at.view.tokens):
            return False
        start = at.view.tokens[index].start
        return self._text[start : start + LONGEST].lower().startswith(self._documents)

    def _by_whom(self, at: SentenceAtWork, index: int, low: int) -> bool:
        """`thông tin do ông X tiết lộ`: behind a noun, `do` tells who made it."""
        for back in range(index - 1, max(low, index - 3) - 1, -1):
            token = at.view.tokens[back]
            if self._text[token.start : token.end].lower() == "do":
                return back > 0 and at.letters[back - 1] not in L.COMMA + L.STOP
            if at.letters[back] != L.WORD:
                return False
        return False


def _is_relative(view: View, start: int, low: int) -> bool:
    """The clause that begins at token `start`, behind `low`, is a relative one."""
    return start > low and view.tokens[start - 1].has("relative")
