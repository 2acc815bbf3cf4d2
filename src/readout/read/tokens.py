"""The tokens of a sentence: words of the lexicon, times, amounts, names, punctuation, and runs of other words."""

import re
from collections.abc import Sequence
from typing import Final

from readout.knowledge.lexicon import ACTOR, NOTHING, SIDE, Entry, Hit, Meaning
from readout.read.symbols import PUNCTUATION, Symbols
from readout.text.letters import CAPITAL, MARK, SMALL, SPACE, UPPER, kind_at

_INITIALS = rf"(?:[{UPPER}]\.)+(?= ?[{UPPER}])"
_CAPITALISED = rf"(?:{_INITIALS}|[{UPPER}][\w’']*(?:\.[\w’']+)*(?:-\w+)*)"
_BEFORE_NAME = r"(?:al-|bin |von |van |de |del |el-)"
_INSIDE_NAME = r"(?:al-|el-|bin |bint |von der |von |van der |van |de la |de |del |da |dos |ibn )"
_NAME: Final = re.compile(f"{_BEFORE_NAME}?{_CAPITALISED}(?: {_INSIDE_NAME}?{_CAPITALISED})*")
_BEFORE_NAMES: Final = "abvde"
"""The first letters of the small words that a name may begin with."""
LONG: Final = 24
"""A run of other words longer than this many characters counts as long."""


class Token:
    """A token: offsets, its symbol, the lexicon's meaning, and for times, amounts and actors the record itself."""

    __slots__ = ("end", "meaning", "record", "start", "symbol")

    def __init__(self, start: int, end: int, symbol: str, meaning: Meaning = NOTHING, record: object = None) -> None:
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


class Tokenizer:
    """Makes the tokens of a stretch of text from what the scans found in it."""

    def __init__(self, symbols: Symbols, surnames: frozenset[str]) -> None:
        self._symbols = symbols
        self._surnames = surnames
        self._name_parts = frozenset(symbols.of("name", "surname", "honorific"))
        self._single = {
            name: symbols.register(frozenset((name,)))
            for name in ("words", "long-words", "name", "time", "amount", "other")
        }
        self._name, self._words, self._long = self._single["name"], self._single["words"], self._single["long-words"]
        self._other = self._single["other"]
        self._marks = {mark: symbols.register(frozenset((cls,))) for mark, cls in PUNCTUATION.items()}

    def tokens(
        self, text: str, start: int, end: int, hits: Sequence[Hit], spans: Sequence[tuple[int, int, str, object]]
    ) -> list[Token]:
        """Tokens of `text[start:end]`; `hits` and `spans` (start, end, class, record) lie inside it, both in order.

        A span (a time, an amount) replaces the words inside it; what neither covers becomes names, runs and marks.
        """
        found: list[Token] = []
        here = start
        at = 0
        for hit in hits:
            first, last, meaning = hit.start, hit.end, hit.meaning
            if first > start and text[first].isupper() and _part_of_name(text, first, last, meaning):
                continue
            while at < len(spans) and spans[at][0] < last:
                here = self._put(found, text, here, self._of_span(spans[at]))
                at += 1
            if first >= here:
                symbol = meaning.symbol or self.symbol(meaning)
                here = self._put(found, text, here, Token(first, last, symbol, meaning))
        while at < len(spans):
            here = self._put(found, text, here, self._of_span(spans[at]))
            at += 1
        if here < end:
            self._fill(found, text, here, end)
        for token in found:
            if token.symbol in self._name_parts:
                return self._whole_names(text, found)
        return found

    def _put(self, found: list[Token], text: str, here: int, token: Token) -> int:
        """Append a token behind what stands between; one that begins before `here` is covered already."""
        if token.start < here:
            return here
        if token.start - here > 1 or (token.start > here and text[here] != " "):
            self._fill(found, text, here, token.start)
        found.append(token)
        return token.end

    def _of_span(self, span: tuple[int, int, str, object]) -> Token:
        return Token(span[0], span[1], self._single[span[2]], NOTHING, span[3])

    def _fill(self, found: list[Token], text: str, start: int, end: int) -> None:
        """Append the tokens of a stretch without known words: names, runs of other words, marks."""
        at = start
        while at < end:
            kind = kind_at(text, at)
            if kind == SPACE:
                at += 1
                continue
            first = at
            if kind == MARK:
                at = at + 3 if text.startswith("...", at, end) else at + 1
                symbol = self._marks.get(text[first] if at - first == 1 else "…", self._other)
            else:
                name = _NAME.match(text, at, end) if kind == CAPITAL or text[at] in _BEFORE_NAMES else None
                at = name.end() if name is not None else _end_of_words(text, at, end)
                symbol = self._name if name is not None else self._long if at - first > LONG else self._words
            found.append(Token(first, at, symbol))

    def _whole_names(self, text: str, tokens: list[Token]) -> list[Token]:
        """Join the parts of a name that the lexicon cut: a known surname and unknown syllables ("Kim" + "Sang-sik")."""
        joined: list[Token] = []
        for token in tokens:
            last = joined[-1] if joined else None
            if last is None or token.start - last.end != 1:
                joined.append(token)
            elif self._one_name(text, last, token):
                joined[-1] = Token(last.start, token.end, self._name)
            elif _first_name(text, last, token):
                joined.append(Token(token.start, token.end, self._name))
            else:
                joined.append(token)
        return joined

    def _one_name(self, text: str, left: Token, right: Token) -> bool:
        name = self._name
        if left.symbol != name and not left.has("surname") and not left.has("person-short"):
            return False
        if text[left.end] != " " or not text[right.start].isupper():
            return False
        if " " in text[left.start : left.end] and left.symbol != name:
            return False
        if right.symbol == name:
            return left.has("surname") or left.has("person-short")
        syllable = " " not in text[right.start : right.end] and any(
            right.has(cls) for cls in ("person-short", "surname", "country-short", "country")
        )
        if left.symbol == name:
            return syllable and (
                text[left.start : left.end].split()[0].lower() in self._surnames or right.has("person-short")
            )
        return syllable and left.has("surname") and not left.has("country")

    def symbol(self, meaning: Meaning) -> str:
        """The symbol of a meaning, remembered in it."""
        meaning.symbol = self._symbols.register(meaning.classes)
        return meaning.symbol


def _end_of_words(text: str, at: int, end: int) -> int:
    """Where a run of words without a capital at their beginning ends; `at` is inside its first."""
    stop = at + 1
    while stop < end:
        if kind_at(text, stop) >= SMALL or text[stop] == "-":
            stop += 1
            continue
        further = stop
        while further < end and text[further] == " ":
            further += 1
        if further in (stop, end) or kind_at(text, further) != SMALL:
            break
        stop = further + 1
    return stop


def _part_of_name(text: str, start: int, end: int, meaning: Meaning) -> bool:
    """A common word of one syllable with a capital inside a sentence is a syllable of a name ("Kim Sang-sik")."""
    if meaning.needs & (SIDE | ACTOR) or meaning.entries[0].cased or " " in text[start:end]:
        return False
    return text[start - 1] == " " and text[start - 2].isalnum() and not text[start:end].isupper()


def _first_name(text: str, left: Token, right: Token) -> bool:
    """A country of one syllable right behind "cô" or "bà" is somebody's name ("cô Nga")."""
    return (
        right.has("country")
        and " " not in text[right.start : right.end]
        and text[left.start : left.end].lower() in ("ông", "bà", "cô", "anh", "chị", "em", "bé", "cậu")
    )
