"""Terms in front of their deed: passives ("Ba tàu được Mỹ bàn giao …"), relative clauses ("2 tỉ USD mà Anh hứa …")."""

from dataclasses import dataclass, replace
from typing import Final, Literal

from readout.read.analysis import View
from readout.read.commitments.parties import SOURCES, countries_at
from readout.read.commitments.terms import Terms, measured
from readout.read.statements import letters as L

PASSIVE: Final = ("được", "bị")
_SUBJECTS: Final = L.ACTOR + L.GROUP
_CLAUSE_ENDS: Final = L.COMMA + L.STOP + L.SEMICOLON + L.COLON + L.QUOTE + L.THAT + L.SAY + L.SUBORDINATE


@dataclass(frozen=True, slots=True)
class Fronted:
    """The terms of a deed that stand in front of it, and how: a passive that tells who does it, one that does not
    (`agentless`), a relative clause."""

    kind: Literal["passive", "agentless", "relative"]
    terms: Terms


def fronted(text: str, view: View, letters: str, verb: int, behind: Terms) -> Fronted | None:
    """The terms in front of the deed at `verb`, of which `behind` stands behind it; None where they do not."""
    if verb and view.tokens[verb].has("passive"):
        return _of_clause("agentless", view, letters, verb, verb, behind)
    if verb > 1 and _is_passive(text, view, verb - 1):
        return _of_clause("agentless", view, letters, verb, verb - 1, behind)
    subject = _subject(view, letters, verb)
    if subject is None or subject < 1:
        return None
    if subject == verb - 1 and _is_passive(text, view, subject - 1):
        return _of_clause("passive", view, letters, verb, subject, behind)
    if behind.objects or behind.amounts:
        return None
    last = subject - 1 - view.tokens[subject - 1].has("relative")
    if last < 0 or not _is_goods(view, last):
        return None
    first = last - 1 if last and _is_goods(view, last - 1) else last
    found = _terms(view, first, last + 1, behind.end)
    return Fronted("relative", found) if found.amounts else None


def with_goods_before(view: View, verb: int, terms: Terms) -> Terms:
    """The terms of trade that stops or goes on again, with the only goods that its sentence told before where it tells
    none itself ("Giá gạo giảm vì Philippines sẽ ngừng nhập khẩu")."""
    told = [i for i in range(verb) if view.tokens[i].has("commodity")]
    if terms.objects or terms.amounts or len(told) != 1 or (told[0] and view.tokens[told[0] - 1].has("firm-noun")):
        return terms
    return replace(terms, objects=(told[0],))


def source_of(view: View, letters: str, terms: Terms, verb: int) -> str | None:
    """Whose the goods of a passive are that does not tell who gives them ("Xe tăng của Đức sẽ được chuyển …")."""
    goods = terms.objects[0] if terms.objects else terms.first
    for index in range(goods + 1, verb):
        countries = countries_at(view, index)
        before = view.tokens[index - 1]
        if countries and (any(before.has(mark) for mark in SOURCES) or letters[index] == L.GROUP):
            return countries[0]
    return None


def _is_passive(text: str, view: View, at: int) -> bool:
    mark = view.tokens[at]
    words = text[mark.start : mark.end].lower().rstrip()
    return words.endswith(PASSIVE) and words.split()[-1] in PASSIVE


def _subject(view: View, letters: str, verb: int) -> int | None:
    """The side before the deed, with nothing but words of stage between."""
    at = verb - 1
    while at > 0 and (view.tokens[at].has("stage") or view.tokens[at].has("filler")):
        at -= 1
    return at if at >= 0 and letters[at] in _SUBJECTS else None


def _is_goods(view: View, at: int) -> bool:
    return view.tokens[at].has("commodity") or measured(view.tokens[at].record)


def _of_clause(
    kind: Literal["passive", "agentless"], view: View, letters: str, verb: int, stop: int, behind: Terms
) -> Fronted | None:
    """The terms of a passive: what its clause tells before `stop`."""
    ends = (i for i in range(stop - 1, -1, -1) if letters[i] in _CLAUSE_ENDS)
    found = _terms(view, next(ends, -1) + 1, stop, max(behind.end, verb + 1))
    return Fronted(kind, found) if found.objects or found.amounts else None


def _terms(view: View, first: int, stop: int, end: int) -> Terms:
    objects = tuple(i for i in range(first, stop) if view.tokens[i].has("commodity"))
    amounts = tuple(i for i in range(first, stop) if measured(view.tokens[i].record))
    return Terms(first, end, objects[:1], amounts[:1])
