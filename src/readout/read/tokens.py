"""The tokens of a sentence: words of the lexicon, times, amounts, names, punctuation, and runs of other words."""

import re
from typing import Final

from mypy_extensions import i64

from readout.knowledge.lexicon import ACTOR, COUNTRY, NAME_PART, PROPER, SIDE, Meaning, in_word_at, upper_at
from readout.knowledge.lexicon import Token as Token
from readout.read.symbols import PUNCTUATION, Symbols
from readout.text.letters import CAPITAL, MARK, SMALL, SPACE, UPPER, kind_at

_INITIALS: Final = rf"(?:[{UPPER}]\.)+(?= ?[{UPPER}]| $)"
_CAPITALISED: Final = rf"(?:{_INITIALS}|[{UPPER}][\w’']*(?:\.[\w’']+)*(?:-\w+)*)"
_BEFORE_NAME: Final = r"(?:al-|bin |von |van |de |del |el-)"
_INSIDE_WORDS: Final = (
    "al-", "el-", "bin ", "bint ", "ibn ", "von der ", "von ", "van der ", "van ", "de la ", "de ", "del ", "da ",
    "dos ",
)  # fmt: skip
"""The small words that may stand inside a name, the longer of two before the shorter."""
_INSIDE_NAME: Final = f"(?:{'|'.join(_INSIDE_WORDS)})"
_NAME: Final = re.compile(f"{_BEFORE_NAME}?{_CAPITALISED}(?: {_INSIDE_NAME}?{_CAPITALISED})*")
_FIRST_INSIDE: Final = frozenset([word[0] for word in _INSIDE_WORDS])
_SHORTEST_INSIDE: Final = min([len(word) for word in _INSIDE_WORDS])
_LONGEST_INSIDE: Final = max([len(word) for word in _INSIDE_WORDS])
_BEHIND_NAMES: Final = ',;:)"”…'
"""Marks that no name goes on behind."""
_BEFORE_FIRST_NAME: Final = ("ông", "bà", "cô", "anh", "chị", "em", "bé", "cậu")
LONG: Final = 24
"""A run of other words longer than this many characters counts as long."""


class Tokenizer:
    """Makes the tokens of a stretch of text from what the scans found in it."""

    def __init__(self, symbols: Symbols, surnames: frozenset[str]) -> None:
        self._symbols = symbols
        self._surnames = surnames
        self._name_parts = symbols.set_of("name", "surname", "honorific")
        self._name, self._words, self._long, self._other, self.time, self.amount = (
            symbols.register(frozenset((name,))) for name in ("name", "words", "long-words", "other", "time", "amount")
        )
        self._marks = {mark: symbols.register(frozenset((cls,))) for mark, cls in PUNCTUATION.items()}

    def tokens(self, text: str, start: int, end: int, hits: list[Token], spans: list[Token]) -> list[Token]:
        """Tokens of `text[start:end]`; the words found and the spans (times, amounts) lie inside it, both in order.

        A span replaces the words inside it; what neither covers becomes names, runs and marks.
        """
        found: list[Token] = []
        here = start
        at = 0
        for hit in hits:
            first = hit.start
            if first > start and upper_at(text, first) and _part_of_name(text, first, hit.end, hit.meaning):
                continue
            while at < len(spans) and spans[at].start < hit.end:
                here = self._put(found, text, here, spans[at])
                at += 1
            if first >= here:
                if not hit.symbol:
                    hit.symbol = self.symbol(hit.meaning)
                here = self._put(found, text, here, hit)
        while at < len(spans):
            here = self._put(found, text, here, spans[at])
            at += 1
        if here < end:
            self._fill(found, text, here, end)
        for token in found:
            if token.symbol in self._name_parts:
                return self._whole_names(text, found)
        return found

    def _put(self, found: list[Token], text: str, here: int, token: Token) -> int:
        """Append a token behind what stands between; one that begins before `here` is covered already."""
        start = token.start
        if start < here:
            return here
        if start - here > 1 or (start > here and kind_at(text, here) != SPACE):
            self._fill(found, text, here, start)
        found.append(token)
        return token.end

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
                dots = first + 2 < end and text[first] == text[first + 1] == text[first + 2] == "."
                at = first + 3 if dots else first + 1
                symbol = self._mark(text, first, at)
            else:
                at = _end_of_name(text, first, end, kind)
                symbol = self._name
                if at == first:
                    at = _end_of_words(text, first, end)
                    symbol = self._long if at - first > LONG else self._words
            found.append(Token(first, at, symbol))

    def _mark(self, text: str, at: int, end: int) -> str:
        mark = text[at]
        if mark == ":" and text[max(0, at - 1)].isdigit() and text[end : end + 1].isdigit():
            return self._other  # "tỷ lệ 3:1"
        return self._marks.get(mark if end - at == 1 else "…", self._other)

    def _whole_names(self, text: str, tokens: list[Token]) -> list[Token]:
        """Join the parts of a name that the lexicon cut: a known surname and unknown syllables ("Kim" + "Sang-sik")."""
        joined: list[Token] = []
        for token in tokens:
            last = joined[-1] if joined else None
            if last is None or token.start - last.end != 1:
                joined.append(token)
            elif upper_at(text, token.start) and self._one_name(text, last, token):
                joined[-1] = Token(last.start, token.end, self._name)
            elif token.meaning.needs & COUNTRY and _first_name(text, last, token):
                joined.append(Token(token.start, token.end, self._name))
            else:
                joined.append(token)
        return joined

    def _one_name(self, text: str, left: Token, right: Token) -> bool:
        """The left one is a name or the part of one, and the right one, which has a capital, goes on with it."""
        name = self._name
        if not (left.meaning.needs & NAME_PART or left.symbol == name) or text[left.end] != " ":
            return False
        if left.symbol != name and text.find(" ", left.start, left.end) >= 0:
            return False
        if right.symbol == name:
            return left.meaning.needs & NAME_PART != 0 or self._begins_with_surname(text, left)
        syllable = text.find(" ", right.start, right.end) < 0 and (
            right.meaning.needs & (NAME_PART | COUNTRY) != 0 or right.has("country-short")
        )
        if left.symbol == name:
            return syllable and (self._begins_with_surname(text, left) or right.has("person-short"))
        return syllable and left.has("surname") and not left.has("country")

    def _begins_with_surname(self, text: str, name: Token) -> bool:
        return text[name.start : name.end].split()[0].lower() in self._surnames

    def symbol(self, meaning: Meaning) -> str:
        """The symbol of a meaning, remembered in it."""
        meaning.symbol = self._symbols.register(meaning.classes)
        return meaning.symbol


def _end_of_name(text: str, at: int, end: int, kind: int) -> int:
    """Where the name that begins at `at` ends; `at` itself where none does. A name of plain words with capitals, as
    most are, and a small word without a capital close behind it are told without the pattern."""
    if kind == CAPITAL:
        stop = _end_of_word(text, at, end)
        while stop < end and text[stop] == " " and _capital_at(text, stop + 1, end):
            stop = _end_of_word(text, stop + 1, end)
        if stop == end or text[stop] in _BEHIND_NAMES or (text[stop] == " " and not _may_go_on(text, stop + 1, end)):
            return stop
    elif not (_capital_at(text, at + 3, end) or _capital_at(text, at + 4, end)):
        return at
    name = _NAME.match(text, at, end)
    return name.end() if name is not None else at


def _end_of_word(text: str, at: i64, end: i64) -> i64:
    """Where the letters and digits end that go on behind `at`."""
    stop = at + 1
    while stop < end and kind_at(text, stop) >= SMALL:
        stop += 1
    return stop


def _may_go_on(text: str, at: int, end: int) -> bool:
    """Behind the space, where no capital stands, what may be a small word of a name with a capital behind it."""
    if at >= end or text[at] not in _FIRST_INSIDE:
        return False
    return any(_capital_at(text, place, end) for place in range(at + _SHORTEST_INSIDE, at + 1 + _LONGEST_INSIDE))


def _capital_at(text: str, at: i64, end: i64) -> bool:
    return at < end and kind_at(text, at) == CAPITAL


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
    if meaning.needs & (SIDE | ACTOR | PROPER) or text[start - 1] != " " or not in_word_at(text, start - 2):
        return False
    return text.find(" ", start, end) < 0 and not text[start:end].isupper()


def _first_name(text: str, left: Token, right: Token) -> bool:
    """A country of one syllable right behind "cô" or "bà" is somebody's name ("cô Nga")."""
    return text.find(" ", right.start, right.end) < 0 and text[left.start : left.end].lower() in _BEFORE_FIRST_NAME
