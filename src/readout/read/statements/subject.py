"""The subject of a verb of saying: which token to its left speaks."""

from typing import Final

from readout.read.statements import letters as L

REACH: Final = 24
"""How many tokens a subject may stand before its verb."""
_NOMINAL: Final = L.PREPOSITION + L.WITH + L.ACCORDING
_ENDS: Final = L.QUOTE + L.COLON + L.STOP + L.SEMICOLON + L.THAT + L.SAY + L.CITE


class Subject:
    """`index` of the token that speaks (None where it is left out) and `start`, where its clause begins.

    `how` names the construction: subject, apposition, elided, initial (nothing before the verb) or open (words that are
    no actor).
    """

    __slots__ = ("how", "index", "start")

    def __init__(self, index: int | None, start: int, how: str) -> None:
        self.index = index
        self.start = start
        self.how = how


def subject_of(letters: str, cue: int, low: int = 0) -> Subject:
    """The subject of the verb at `cue`, looked for no further left than `low`."""
    at = cue - 1
    words = 0
    floor = max(low, cue - REACH)
    while at >= floor:
        letter = letters[at]
        if letter in L.SPEAKERS or letter == L.MEDIUM:
            if not behind_preposition(letters, at, low):
                return Subject(at, at, "subject")
        elif letter == L.CLOSE:
            at = max(letters.rfind(L.OPEN, low, at), low)
        elif letter in (L.COMMA, L.DASH):
            return _behind_comma(letters, at, low, words)
        elif letter == L.SAY and letters[at - 1 : at] == L.PREPOSITION and at > floor:
            words += 1  # a noun: "trong tuyên bố …"
        elif letter == L.SUBORDINATE or letter in _ENDS:
            return Subject(None, at + 1, "elided" if words == 0 else "open")
        elif letter == L.CONJUNCTION and words == 0:
            return Subject(None, at, "elided")
        elif letter == L.WORD:
            words += 1
        at -= 1
    return Subject(None, max(low, at + 1), "initial" if words == 0 and at < low else "open")


def subject_before(letters: str, end: int) -> int | None:
    """Whose verb it is where a conjunction or comma at `end` stands before it: the subject of the clause before the
    conjunction, else that of the main clause."""
    if letters[end : end + 1] == L.CONJUNCTION:
        found = first_subject(letters, end, letters.rfind(L.COMMA, 0, end) + 1)
        if found is not None:
            return found
    return first_subject(letters, end)


def first_subject(letters: str, end: int, start: int = 0) -> int | None:
    """The first actor before `end` that belongs to no preposition and stands in no quotation: the subject of the main
    clause, or of the clause that begins at `start`."""
    for at in range(start, end):
        if (
            letters[at] in L.SPEAKERS
            and not behind_preposition(letters, at, 0)
            and letters.count(L.QUOTE, 0, at) % 2 == 0
        ):
            return at
    return None


def _behind_comma(letters: str, comma: int, low: int, words: int) -> Subject:
    """Behind a comma: the actor before an apposition or an adjunct between two commas, else the name that is itself the
    apposition ("Người đứng đầu văn phòng tại Đức, bà X, cho biết"), else no subject.

    A name that ends a title ("ông X, giám đốc Viện Y, cơ quan nghiên cứu …, nói") gives way to the one before it."""
    mark = letters[comma]
    first = letters.rfind(mark, low, comma)
    named = _name_between(letters, first, comma) if words <= 2 and first > low else None
    nearest: int | None = None
    while first > low:
        if (
            letters[first - 1] in L.SPEAKERS
            and not behind_preposition(letters, first - 1, low)
            and not any(letter in _ENDS for letter in letters[first:comma])
        ):
            if nearest is None:
                nearest = first - 1
            if letters[first - 2 : first] not in (L.WORD + L.NAME, L.GROUP + L.NAME):
                nearest = first - 1
                break
        first = letters.rfind(mark, low, first)
    if (opening := _name_that_opens(letters, low, comma)) is not None:
        nearest = opening
    nearest = named if nearest is None else nearest
    if nearest is not None:
        return Subject(nearest, nearest, "apposition")
    return Subject(None, comma, "elided" if words <= 2 else "open")


def _name_that_opens(letters: str, low: int, comma: int) -> int | None:
    """The name with which the clause begins; all up to the comma is its apposition ("Peter Novak, giám đốc Viện Y của
    Áo, nói")."""
    at = low
    while letters[at + 1 : at + 2] == L.NAME:
        at += 1
    alone = letters[at : at + 2] == L.NAME + letters[comma]
    return at if alone and not any(letter in _ENDS for letter in letters[at:comma]) else None


def _name_between(letters: str, first: int, last: int) -> int | None:
    """The index of a person who alone stands between two commas: a pronoun with a name, or a known actor."""
    inside = letters[first + 1 : last]
    if inside != L.ACTOR and not (inside[:1] == L.PRONOUN and len(inside) > 1 and not inside[1:].strip(L.NAME)):
        return None
    titled = letters[first - 1] in L.WORD + L.GROUP + L.NAME or behind_preposition(letters, first - 1, 0)
    return first + 1 if titled else None


def behind_preposition(letters: str, at: int, low: int) -> bool:
    """The token belongs to the preposition (or `theo`) before it, with at most two plain words between."""
    back = at - 1
    while back >= low and back >= at - 3 and letters[back] == L.WORD:
        back -= 1
    if back < low:
        return False
    if letters[back] == L.CONTACT:
        return back > low and letters[back - 1] in _NOMINAL + L.CONTACT  # "gửi thư tới ông X"
    return letters[back] in _NOMINAL and (back == at - 1 or letters[back] != L.ACCORDING)
