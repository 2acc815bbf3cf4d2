"""The words of a language in one automaton: one scan finds them all.

A form that begins with a capital letter matches only where the text has that capital too (`Anh` the country, not
`anh` the brother); other forms match any case. Both placements of a tone mark match (`hòa`, `hoà`).
"""

import re
from dataclasses import dataclass
from functools import cached_property

import ahocorasick_rs

_NEW_TO_OLD = {
    new + tail: old + marked
    for new, tail, old, marks in (
        ("òóỏõọ", "a", "o", "àáảãạ"), ("òóỏõọ", "e", "o", "èéẻẽẹ"), ("ùúủũụ", "y", "u", "ỳýỷỹỵ"))
    for new, marked in zip(new, marks, strict=True)
}
_NEW_PLACEMENT = re.compile("(?:" + "|".join(_NEW_TO_OLD) + r")(?!\w)")


@dataclass(frozen=True, slots=True)
class Entry:
    """A word: its form, the class that patterns name, and what it means (an id, or a value of the class)."""

    form: str
    cls: str
    value: str

    @property
    def cased(self) -> bool:
        return self.form[:1].isupper()


@dataclass(frozen=True, slots=True)
class Hit:
    """A word found: code-point offsets and its meanings (at least one)."""

    start: int
    end: int
    entries: tuple[Entry, ...]


class Lexicon:
    """Words by form, and the scan."""

    def __init__(self, entries: list[Entry]) -> None:
        self.by_form: dict[str, tuple[Entry, ...]] = {}
        for entry in entries:
            for form in _spellings(lower_same_length(entry.form)):
                known = self.by_form.get(form, ())
                if entry not in known:
                    self.by_form[form] = (*known, entry)

    @cached_property
    def _forms(self) -> list[str]:
        return sorted(self.by_form)

    @cached_property
    def _automaton(self) -> ahocorasick_rs.AhoCorasick:
        return ahocorasick_rs.AhoCorasick(self._forms, matchkind=ahocorasick_rs.MatchKind.LeftmostLongest)

    def scan(self, text: str) -> list[Hit]:
        """Every word of the lexicon in `text`, leftmost longest, at word boundaries, in order."""
        lowered = lower_same_length(text)
        hits: list[Hit] = []
        size = len(text)
        for index, start, end in self._automaton.find_matches_as_indexes(lowered):
            if start and lowered[start - 1].isalnum() and lowered[start].isalnum():
                continue
            form = self._forms[index]
            if end < size and lowered[end].isalnum() and lowered[end - 1].isalnum():
                shorter = self._shorter(lowered, start, form)
                if shorter is None:
                    continue
                form, end = shorter, start + len(shorter)
            entries = self._in_case(form, text[start:end])
            if entries:
                hits.append(Hit(start, end, entries))
        return hits

    def _shorter(self, lowered: str, start: int, form: str) -> str | None:
        """The longest form that is a whole-word beginning of a match which ends inside a word."""
        cut = form.rfind(" ")
        while cut > 0:
            if form[:cut] in self.by_form:
                return form[:cut]
            cut = form.rfind(" ", 0, cut)
        return None

    def _in_case(self, form: str, written: str) -> tuple[Entry, ...]:
        entries = self.by_form[form]
        if written[0].isupper():
            if written == entries[0].form or written.isupper():
                return entries
            return tuple(e for e in entries if not e.cased or _same_capitals(e.form, written))
        return tuple(e for e in entries if not e.cased)


def _same_capitals(form: str, written: str) -> bool:
    """Each capital of the form is a capital in the text (`Bắc Kinh`, not `Bắc kinh`)."""
    return len(form) != len(written) or all(
        w.isupper() for f, w in zip(form, written, strict=True) if f.isupper())


def _spellings(form: str) -> tuple[str, ...]:
    """The form and its spelling with the older placement of tone marks, where they differ."""
    older = _NEW_PLACEMENT.sub(lambda m: _NEW_TO_OLD[m.group()], form)
    return (form,) if older == form else (form, older)


def lower_same_length(text: str) -> str:
    """Lower case, code point by code point, so that offsets stay true (`İ`.lower() alone would be two)."""
    lowered = text.lower()
    if len(lowered) == len(text):
        return lowered
    return "".join(low if len(low := char.lower()) == 1 else char for char in text)
