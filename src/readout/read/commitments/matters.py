"""Discussed matters: a deed in their list without a subject of its own, of which the words leave open who does it."""

from dataclasses import dataclass, replace
from typing import Final, Literal

from readout.model.records import Amount, Party, Statement
from readout.read.analysis import Analysis, View
from readout.read.commitments.terms import Terms, measures
from readout.read.statements import letters as L
from readout.read.tokens import Token

NOBODY: Final = Party()
"""Who commits himself where the words leave it open."""
MATTER: Final = "việc"
"""Makes a noun of a deed."""
LEADS: Final = (
    "bao gồm", "bao gồm cả", "gồm", "gồm có", "trong đó", "trong đó có", "có", "kể cả", "nhất là", "đặc biệt là",
    "cũng như",
)  # fmt: skip
"""Words that lead on from a list to one of its items."""
COUNTERS: Final = ("lô", "các lô", "chiếc", "đợt", "số", "loại", "đơn hàng")
"""Words between a deed and its goods."""
PREDICATES: Final = (
    "bị", "được", "là", "đang", "đã", "sẽ", "vẫn", "còn", "phải", "cần", "diễn ra", "bắt đầu", "kéo dài", "gặp",
    "khiến", "làm", "chậm", "chưa", "không", "nên", "trở thành", "giúp", "cho thấy", "thể hiện",
)  # fmt: skip
"""First words of what is told of a deed that is itself a subject ("việc giao … bị chậm")."""
_PREDICATES: Final = tuple(f"{word} " for word in PREDICATES)
DENIED: Final = ("refused", "none")
DENIAL_REACH: Final = 3
_ENDS: Final = L.STOP + L.COLON + L.QUOTE + L.SAY + L.CITE + L.THAT + L.SUBORDINATE
_LINKS: Final = L.CONJUNCTION + L.PREPOSITION + L.WITH
_MARKS: Final = L.COMMA + L.SEMICOLON
_SIDES: Final = L.SPEAKERS + L.GROUP


@dataclass(frozen=True, slots=True)
class Matter:
    """What a deed is among the discussed matters: `open` who does it, or `none` where nothing is committed; its terms
    end with the item."""

    kind: Literal["open", "none"]
    terms: Terms


class Matters:
    """Finds the deeds that are items of a list of matters which two sides discussed."""

    def __init__(self, analysis: Analysis) -> None:
        self._text = analysis.text
        self._home = analysis.knowledge.home

    def find(self, view: View, letters: str, terms: Terms, claimed: Statement | None) -> Matter | None:
        """The deed of `terms` as a discussed matter; None where it is none, or where its list tells who does it."""
        verb = terms.first
        item = self._item(view, verb)
        head = None if item is None else self._head(view, letters, item)
        if item is None or head is None:
            return None
        if self._denied(view, head, verb):
            return Matter("none", terms)
        goods = self._goods(view, letters, verb)
        if goods is None and view.tokens[verb].has("discussed"):
            return Matter("none", terms)
        if not _undecided(view, letters, head, item):
            return None
        if goods is None or self._is_subject(view, letters, goods) or not self._abroad(view, claimed):
            return Matter("none", terms)
        return Matter("open", self._own(view, letters, terms, goods))

    def stage(self, view: View, letters: str, verb: int) -> Literal["considered", "none"] | None:
        """How far a deed is that a list of discussed matters tells with its subject ("việc Nhật Bản mua ngô")."""
        item = self._item(view, verb, letters)
        head = None if item is None else self._head(view, letters, item)
        if head is None:
            return None
        return "none" if self._denied(view, head, head) else "considered"

    def _word(self, token: Token) -> str:
        return self._text[token.start : token.end].lower()

    def _item(self, view: View, verb: int, letters: str = "") -> int | None:
        """Where the item begins: "việc" before the deed, with nothing but words of stage between; with the letters of
        the sentence also the subject of the deed."""
        token = view.tokens[verb]
        if token.has("discussed") or self._word(token).startswith(f"{MATTER} "):
            return verb
        for index in range(verb - 1, -1, -1):
            token = view.tokens[index]
            if self._word(token).split()[-1:] == [MATTER]:
                return index
            if not (token.has("stage") or token.has("filler") or (letters and letters[index] in _SIDES)):
                return None
        return None

    def _head(self, view: View, letters: str, item: int) -> int | None:
        """The word of discussion whose list the item belongs to, with nothing but links between items before it."""
        if view.tokens[item].has("discussed"):
            return item
        lead = self._word(view.tokens[item]).rpartition(MATTER)[0].strip()
        if lead and lead not in LEADS and not self._word(view.tokens[item]).startswith(MATTER):
            return None
        at, linked = item - 1, False
        while at >= 0 and not view.tokens[at].has("discussed"):
            if letters[at] in _MARKS:
                linked = True
            elif not linked:
                link = letters[at] in _LINKS or self._word(view.tokens[at]) in LEADS
                linked = linked or letters[at] == L.CONJUNCTION or view.tokens[at].has("accompany")
                if not (link or view.tokens[at].has("filler")):
                    return None
            if letters[at] in _ENDS:
                return None
            at -= 1
        return at if at >= 0 and not self._subordinate(letters, at, item) else None

    def _subordinate(self, letters: str, head: int, item: int) -> bool:
        """The discussion is told in a clause in front ("Sau khi thảo luận, …"), whose list ends at the comma."""
        first = max(letters.rfind(mark, 0, head) for mark in L.COMMA + L.STOP + L.SEMICOLON) + 1
        return L.SUBORDINATE in letters[first:head] and L.COMMA in letters[head:item]

    def _denied(self, view: View, head: int, verb: int) -> bool:
        """It was not discussed, or is not to be done."""
        told = [*range(max(0, head - DENIAL_REACH), head), *range(max(head + 1, verb - DENIAL_REACH), verb)]
        return any(view.tokens[i].value("stage") in DENIED or view.tokens[i].has("negate") for i in told)

    def _goods(self, view: View, letters: str, verb: int) -> int | None:
        """The goods or the amount that the deed governs; None where it governs something else first."""
        for index in range(verb + 1, len(view.tokens)):
            token = view.tokens[index]
            record = token.record
            if token.has("commodity") or token.has("measure") or token.has("tariff-noun"):
                return index
            if isinstance(record, Amount):
                return index if measures(record) or record.unit is None else None
            skipped = token.has("filler") or token.has("additional") or token.has("dative") or letters[index] in _SIDES
            if not skipped and self._word(token) not in COUNTERS:
                return None
        return None

    def _is_subject(self, view: View, letters: str, goods: int) -> bool:
        """Something is told of the deed: it begins a sentence of its own and is no item."""
        for index in range(goods + 1, len(letters)):
            token, letter = view.tokens[index], letters[index]
            if letter in _MARKS + _ENDS + L.CLOSE or token.has("trade"):
                return self._word(token) in PREDICATES
            if letter == L.CONJUNCTION:
                following = view.tokens[index + 1 : index + 2]
                if not following or letters[index + 1] in _SIDES or following[0].has("stage"):
                    return False
            elif token.has("stage") or f"{self._word(token)} ".startswith(_PREDICATES):
                return True
        return False

    def _abroad(self, view: View, claimed: Statement | None) -> bool:
        """Somebody of another country speaks of it or is named with it."""
        told = {actor.country for actors in view.actors.values() for actor in actors}
        told |= {claimed.speaker.country} if claimed else set()
        return bool(told - {None, self._home})

    def _own(self, view: View, letters: str, terms: Terms, goods: int) -> Terms:
        """The terms without the items behind this one."""
        end = next((i for i in range(goods + 1, terms.end) if self._next_item(view, letters, i)), terms.end)
        while letters[end - 1] in _MARKS + L.CONJUNCTION:
            end -= 1
        return replace(
            terms,
            end=end,
            objects=tuple(i for i in terms.objects if i < end),
            amounts=tuple(i for i in terms.amounts if i < end),
        )

    def _next_item(self, view: View, letters: str, at: int) -> bool:
        """Behind the token another matter begins: a deed, or after a comma a list that does not go on with goods."""
        if letters[at] not in _MARKS + L.CONJUNCTION + L.WITH or at + 1 >= len(letters):
            return False
        if MATTER in self._word(view.tokens[at + 1]).split():
            return True
        following = view.tokens[at + 1]
        if view.tokens[at].has("accompany"):  # "cùng nhiều vấn đề khác"
            return not following.has("commodity") and letters[at + 1] not in _SIDES
        return letters[at] in _MARKS and not self._goods_only(view, letters, at)

    def _goods_only(self, view: View, letters: str, at: int) -> bool:
        """What is listed from a mark on up to the next deed is nothing but goods and times."""
        for index in range(at, len(letters) - 1):
            if letters[index] == L.STOP:
                break
            if letters[index] not in _MARKS + L.CONJUNCTION:
                continue
            following = next((t for t in view.tokens[index + 1 :] if not t.has("filler")), None)
            if following is None or MATTER in self._word(following).split():
                break
            goods = following.has("commodity") or isinstance(following.record, Amount)
            if not goods and letters[index + 1] not in L.TIME + L.PREPOSITION:
                return False
        return True


def _undecided(view: View, letters: str, head: int, item: int) -> bool:
    """The list leaves open whose the item is: two sides discuss it, or an item before has a subject of its own."""
    subject = _subject(letters, head)
    between = letters[head + 1 : item]
    first = L.COMMA not in between and L.SEMICOLON not in between and L.CONJUNCTION not in between
    if subject is not None and letters[subject] == L.PAIR:
        return True
    if first:
        return False
    several = subject is None or len(view.actors.get(subject) or ()) > 1
    return several or any(letter in _SIDES for letter in between)


def _subject(letters: str, head: int) -> int | None:
    """Who discusses: the nearest side before the word that belongs to no preposition."""
    for index in range(head - 1, -1, -1):
        if letters[index] in L.STOP + L.SEMICOLON + L.QUOTE + L.SAY:
            return None
        if letters[index] in L.SPEAKERS and (not index or letters[index - 1] not in L.PREPOSITION + L.WITH):
            return index
    return None
