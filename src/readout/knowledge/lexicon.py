"""The words of a language in one automaton: one scan finds them all.

A form that begins with a capital letter matches only where the text has that capital too (`Anh` the country, not
`anh` the brother); other forms match any case. Both placements of a tone mark match (`hòa`, `hoà`).
"""

import re
from collections.abc import Iterable
from typing import Final, NamedTuple

from mypy_extensions import i64, mypyc_attr

from readout.knowledge.automaton import Automaton

_NEW_TO_OLD: Final = {
    new + tail: old + marked
    for new, tail, old, marks in (
        ("òóỏõọ", "a", "o", "àáảãạ"),
        ("òóỏõọ", "e", "o", "èéẻẽẹ"),
        ("ùúủũụ", "y", "u", "ỳýỷỹỵ"),
    )
    for new, marked in zip(new, marks, strict=True)
}
_NEW_PLACEMENT: Final = re.compile("(?:" + "|".join(_NEW_TO_OLD) + r")(?!\w)")

_MARKED: Final = frozenset(new[0] for new in _NEW_TO_OLD)
REMEMBERED: Final = 50_000
"""How many written forms are remembered; a text of random capitals must not fill the memory."""


Kinds = frozenset[tuple[tuple[str, bool], ...]]
_BETWEEN: Final = "\x1f"
_END: Final = "\x1e"
"""Stand between the parts of an entry, and between entries, where they are packed."""


class Entry(NamedTuple):
    """A word: its form, the class that patterns name, and what it means (an id, or a value of the class)."""

    form: str
    cls: str
    value: str

    @property
    def cased(self) -> bool:
        return self.form[:1].isupper()


SIDE: Final = 1
ACTOR: Final = 2
CONTACT: Final = 4
TOLD: Final = 8
SPORT: Final = 16
NAME_PART: Final = 32
COUNTRY: Final = 64
PROPER: Final = 128
"""Bits of `Meaning.needs`: a country or organisation, somebody who acts, a cue of a contact, a cue of something told
(a statement, a silence, a commitment), a word of sport, a part of a name that may go on, a country, a first entry that
has a capital."""
_NEEDS: Final = {
    "country": SIDE | ACTOR | COUNTRY,
    "organisation": SIDE | ACTOR,
    "government": SIDE | ACTOR,
    "capital": SIDE | ACTOR,
    "political-party": SIDE | ACTOR,
    "person": SIDE | ACTOR,
    "person-short": ACTOR | NAME_PART,
    "surname": NAME_PART,
    "office": ACTOR,
    "leader": ACTOR,
    "pair-ref": ACTOR,
    "honorific": ACTOR,
    "counterpart": ACTOR,
    "country-short": SIDE,
    "contact": CONTACT,
    "invite": CONTACT,
    "accept": CONTACT,
    "host-verb": CONTACT,
    "discuss": CONTACT,
    "sport": SPORT,
    **dict.fromkeys(
        (
            "say",
            "report",
            "cite",
            "quoting",
            "according",
            "silence",
            "disclose",
            "trade",
            "figure",
            "expect",
            "target",
            "unnamed",
        ),
        TOLD,
    ),
}


@mypyc_attr(acyclic=True)
class Meaning:
    """What a written form may mean: its entries, and their classes and values ready to ask for.

    `people` are the ids of whom it names, first those whom it names in full.
    `symbol` is for the reader's alphabet, which gives each set of classes a character; `needs` are bits that tell
    cheaply what a sentence may hold.
    """

    __slots__ = ("_values", "classes", "entries", "needs", "people", "symbol")

    def __init__(self, entries: tuple[Entry, ...]) -> None:
        self.entries = entries
        self.classes = frozenset(entry.cls for entry in entries)
        self._values = {entry.cls: entry.value for entry in reversed(entries)}
        self.people: tuple[str, ...] = ()
        if "person" in self.classes or "person-short" in self.classes:
            named = [entry.value for entry in entries if entry.cls == "person"]
            named += [entry.value for entry in entries if entry.cls == "person-short"]
            self.people = tuple(dict.fromkeys(named))
        self.symbol = ""
        self.needs = PROPER if entries and entries[0].cased else 0
        for cls in self.classes:
            self.needs |= _NEEDS.get(cls, 0)

    def value(self, cls: str) -> str | None:
        """The value of the first entry of the class, or None."""
        return self._values.get(cls)


NOTHING: Final = Meaning(())


@mypyc_attr(acyclic=True)
class Token:
    """A word found, or whatever else stands in a sentence: offsets, what the lexicon says of it, its symbol in the
    reader's alphabet, and for times, amounts and actors the record itself.

    One class for all of them, and no other object for a word from the scan to the facts: there are hundreds in an
    article, and making them is what a reading spends most on. It holds nothing that leads back to it (`acyclic`), so
    that a compiled one is no concern of the garbage collector.
    """

    __slots__ = ("end", "meaning", "record", "start", "symbol")

    def __init__(
        self, start: int, end: int, symbol: str = "", meaning: Meaning = NOTHING, record: object = None
    ) -> None:
        self.start = start
        self.end = end
        self.symbol = symbol
        self.meaning = meaning
        self.record = record

    @property
    def entries(self) -> tuple[Entry, ...]:
        return self.meaning.entries

    def value(self, cls: str) -> str | None:
        """What the word means as a word of the class, or None."""
        return self.meaning.value(cls)

    def has(self, cls: str) -> bool:
        return cls in self.meaning.classes


FIRST_SCANS: Final = 8
"""So many scans look for those forms alone that stand in their text: the automaton of all of them takes as long to
build as ten articles to read, and most starts read one."""
SHORT_TEXT: Final = 20_000
"""No longer text is looked through for that."""


class Scanner:
    """An automaton over some forms, and for each of them what it means without a capital, once it was asked for
    (NOTHING for proper names), and what it means with one as well, where capitals make no difference."""

    __slots__ = ("automaton", "forms", "in_any_case", "plain")

    def __init__(self, forms: list[str]) -> None:
        self.forms = forms
        self.plain: list[Meaning | None] = [None] * len(forms)
        self.in_any_case: list[Meaning | None] = [None] * len(forms)
        self.automaton = Automaton(forms)


class Lexicon:
    """Words by form, and the scan."""

    def __init__(self, entries: Iterable[Entry] = ()) -> None:
        self._by_form: dict[str, tuple[Entry, ...]] = {}
        self._packed: dict[str, str] = {}
        """Words of which the entries are not needed yet."""
        self._kinds: Kinds = frozenset()
        for entry in entries:
            for form in _spellings(lower_same_length(entry.form)):
                known = self._by_form.get(form)
                if known is None:
                    self._by_form[form] = (entry,)
                elif entry not in known:
                    self._by_form[form] = (*known, entry)
        self._as_written: dict[str, Meaning] = {}
        self._last_of: dict[str, tuple[Entry, ...]] = {}
        self._scanner: Scanner | None = None
        """Of all forms; made when the first scans were done."""
        self._scans = 0

    @classmethod
    def unpacked(cls, forms: list[str], entries: list[str], kinds: Kinds) -> "Lexicon":
        """The lexicon that these were `packed` from."""
        made = cls()
        made._packed = dict(zip(forms, entries, strict=True))
        made._kinds = kinds
        return made

    def packed(self) -> tuple[list[str], list[str], Kinds]:
        """The forms, the entries of each in one string, and what `kinds` answers: what loads fast."""
        forms = self.forms()
        return forms, [_END.join(map(_BETWEEN.join, self.entries_of(form))) for form in forms], self.kinds()

    def forms(self) -> list[str]:
        """Every form, in small letters, sorted."""
        return list(self._packed) or sorted(self._by_form)

    def entries_of(self, form: str) -> tuple[Entry, ...]:
        """The entries of a form in small letters; none where it is no word."""
        known = self._by_form.get(form)
        if known is None:
            packed = self._packed.get(form)
            if packed is None:
                return ()
            known = self._by_form[form] = tuple([Entry(*entry.split(_BETWEEN)) for entry in packed.split(_END)])
        return known

    def forms_of(self, cls: str) -> frozenset[str]:
        """The forms that have an entry of the class."""
        word = _BETWEEN + cls + _BETWEEN
        packed = {form for form, entries in self._packed.items() if word in entries}
        return frozenset(packed | {form for form, found in self._by_form.items() if any(e.cls == cls for e in found)})

    def kinds(self) -> Kinds:
        """What the forms may be: for each entry of a form its class, and whether it begins with a capital."""
        if not self._kinds:
            every = self._by_form.values()
            self._kinds = frozenset([tuple([(entry.cls, entry.cased) for entry in entries]) for entries in every])
        return self._kinds

    def _holds(self, form: str) -> bool:
        return form in self._packed or form in self._by_form

    def _plain_meaning(self, scanner: Scanner, index: int) -> Meaning:
        every = self.entries_of(scanner.forms[index])
        entries = tuple([entry for entry in every if not entry.cased])
        meaning = scanner.plain[index] = Meaning(entries) if entries else NOTHING
        if len(entries) == len(every):
            scanner.in_any_case[index] = meaning
        return meaning

    def _scanner_for(self, lowered: str) -> Scanner:
        """The scanner of all forms, or for the first texts one that finds the same in this text."""
        self._scans += 1
        if self._scans > FIRST_SCANS or len(lowered) > SHORT_TEXT:
            self._scanner = Scanner(self.forms())
            return self._scanner
        begins = {lowered[at : at + 3] for at in range(len(lowered))}
        return Scanner([f for f in self.forms() if (f[:3] in begins or len(f) < 3) and f in lowered])

    def scan(self, text: str, offset: int = 0, lowered: str = "") -> list[Token]:
        """Every word of the lexicon in `text`, leftmost longest, at word boundaries, in order; without symbols where
        the reader has not met their meaning yet. `offset` is where the text begins in a longer one, `lowered` what
        `lower_same_length` makes of it, for who has it."""
        lowered = lowered or lower_same_length(text)
        hits: list[Token] = []
        scanner = self._scanner or self._scanner_for(lowered)
        matches = scanner.automaton.matches(lowered)
        forms, plain, in_any_case, size = scanner.forms, scanner.plain, scanner.in_any_case, len(text)
        index: i64
        start: i64
        end: i64
        for index, start, end in matches:
            if start and in_word_at(lowered, start - 1) and in_word_at(lowered, start):
                continue
            if end < size and in_word_at(lowered, end) and in_word_at(lowered, end - 1):
                hits.extend(self._whole_words(text, lowered, start, end, offset))
                continue
            if upper_at(text, start):
                meaning = in_any_case[index] or self._meaning(forms[index], text[start:end])
            else:
                meaning = plain[index] or self._plain_meaning(scanner, index)
            if meaning is not NOTHING:
                hits.append(Token(offset + start, offset + end, meaning.symbol, meaning))
            elif " " in forms[index]:
                hits.extend(self._behind(text, lowered, start, end, offset))
        return hits

    def last_of(self, words: str) -> tuple[Entry, ...]:
        """What the last words of a phrase mean, where they are a word of the lexicon; remembered."""
        known = self._last_of.get(words)
        if known is None:
            hits = self.scan(words)
            known = hits[-1].entries if hits and hits[-1].end == len(words) else ()
            if len(self._last_of) < REMEMBERED:
                self._last_of[words] = known
        return known

    def _behind(self, text: str, lowered: str, start: int, end: int, offset: int) -> list[Token]:
        """The word at the end of a match that its small letters rule out ("Anh" of "vương quốc Anh")."""
        at = lowered.find(" ", start, end) + 1
        while at > start:
            form = lowered[at:end]
            meaning = self._meaning(form, text[at:end]) if self._holds(form) else NOTHING
            if meaning is not NOTHING:
                return [Token(offset + at, offset + end, meaning.symbol, meaning)]
            at = lowered.find(" ", at, end) + 1
        return []

    def _whole_words(self, text: str, lowered: str, start: int, end: int, offset: int) -> list[Token]:
        """Of a match that ends inside a word ("khi đó" in "khi đón") the words at its beginning, and that last word."""
        shorter = self._shorter(lowered[start:end])
        last = lowered.rfind(" ", start, end) + 1
        while last and end < len(text) and in_word_at(lowered, end):
            end += 1
        spans = [(start, start + len(shorter))] if shorter is not None else []
        if last and self._holds(lowered[last:end]):
            spans.append((last, end))
        found: list[Token] = []
        for first, behind in spans:
            meaning = self._meaning(lowered[first:behind], text[first:behind])
            if meaning.entries:
                found.append(Token(offset + first, offset + behind, meaning.symbol, meaning))
        return found

    def _shorter(self, form: str) -> str | None:
        """The longest form that is a whole-word beginning of a match which ends inside a word."""
        cut = form.rfind(" ")
        while cut > 0:
            if self._holds(form[:cut]):
                return form[:cut]
            cut = form.rfind(" ", 0, cut)
        return None

    def _meaning(self, form: str, written: str) -> Meaning:
        """What a form means as it is written, capitals and all."""
        known = self._as_written.get(written)
        if known is None:
            entries = self._in_case(form, written)
            known = Meaning(entries) if entries else NOTHING
            if len(self._as_written) < REMEMBERED:
                self._as_written[written] = known
        return known

    def _in_case(self, form: str, written: str) -> tuple[Entry, ...]:
        entries = self.entries_of(form)
        if not written[0].isupper():
            return tuple(e for e in entries if not e.cased)
        if written.isupper():
            return entries
        return tuple(e for e in entries if not e.cased or _same_capitals(e.form, written))


def _same_capitals(form: str, written: str) -> bool:
    """Each capital of the form is a capital in the text (`Bắc Kinh`, not `Bắc kinh`)."""
    return len(form) != len(written) or all(w.isupper() for f, w in zip(form, written, strict=True) if f.isupper())


def _spellings(form: str) -> tuple[str, ...]:
    """The form and its spelling with the older placement of tone marks, where they differ."""
    if _MARKED.isdisjoint(form):
        return (form,)
    older = _NEW_PLACEMENT.sub(lambda m: _NEW_TO_OLD[m.group()], form)
    return (form,) if older == form else (form, older)


_TABLE_SIZE: Final = 0x2100
_IN_WORD: Final = 1
_UPPER: Final = 2
_TRAITS: Final = bytes(chr(code).isalnum() * _IN_WORD + chr(code).isupper() * _UPPER for code in range(_TABLE_SIZE))


def in_word_at(text: str, at: i64) -> bool:
    """`text[at].isalnum()`, without making a string of the character: it is asked at both ends of every word found."""
    code = ord(text[at])
    return _TRAITS[code] & _IN_WORD != 0 if code < _TABLE_SIZE else text[at].isalnum()


def upper_at(text: str, at: i64) -> bool:
    """`text[at].isupper()`, without making a string of the character."""
    code = ord(text[at])
    return _TRAITS[code] & _UPPER != 0 if code < _TABLE_SIZE else text[at].isupper()


def lower_same_length(text: str) -> str:
    """Lower case, code point by code point, so that offsets stay true (`İ`.lower() alone would be two)."""
    lowered = text.lower()
    if len(lowered) == len(text):
        return lowered
    return "".join(low if len(low := char.lower()) == 1 else char for char in text)
