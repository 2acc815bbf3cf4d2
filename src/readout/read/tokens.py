"""The tokens of a sentence: words of the lexicon, times, amounts, names, punctuation, and runs of other words."""

import re
from collections.abc import Iterator, Sequence

from readout.knowledge.lexicon import ACTOR, NOTHING, SIDE, Entry, Hit, Meaning
from readout.read.symbols import PUNCTUATION, Symbols
from readout.text.letters import UPPER

_INITIALS = rf"(?:[{UPPER}]\.)+(?= ?[{UPPER}])"
_CAPITALISED = rf"(?:{_INITIALS}|[{UPPER}][\w’']*(?:\.[\w’']+)*(?:-\w+)*)"
_PIECE = re.compile(
    rf"(?P<name>(?:al-|bin |von |van |de |del |el-)?{_CAPITALISED}"
    rf"(?: (?:al-|el-|bin |bint |von der |von |van der |van |de la |de |del |da |dos |ibn )?{_CAPITALISED})*)"
    rf"|(?P<words>[^\W{UPPER}][\w-]*(?: +[^\W{UPPER}][\w-]*)*)|(?P<mark>\.{{3}}|[^\w\s])"
)
LONG = 24
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
        self._marks = {mark: symbols.register(frozenset((cls,))) for mark, cls in PUNCTUATION.items()}

    def tokens(
        self, text: str, start: int, end: int, hits: Sequence[Hit], spans: Sequence[tuple[int, int, str, object]]
    ) -> list[Token]:
        """Tokens of `text[start:end]`; `hits` and `spans` (start, end, class, record) lie inside it, both in order.

        A span (a time, an amount) replaces the words inside it; what neither covers becomes names, runs and marks.
        """
        found: list[Token] = []
        here = start
        for token in self._known(text, start, hits, spans):
            if token.start < here:
                continue
            if token.start > here:
                self._fill(found, text, here, token.start)
            found.append(token)
            here = token.end
        if here < end:
            self._fill(found, text, here, end)
        present = {token.symbol for token in found}
        return found if self._name_parts.isdisjoint(present) else self._whole_names(text, found)

    def _fill(self, found: list[Token], text: str, start: int, end: int) -> None:
        """Append the tokens of a stretch without known words; one mark and plain small words need no pattern."""
        gap = text[start:end]
        words = gap.strip(" ")
        if not words:
            return
        start += gap.find(words[0])
        if words in self._marks:
            found.append(Token(start, start + 1, self._marks[words]))
        elif words.islower() and words.replace(" ", "").isalpha() and "  " not in words:
            size = len(words)
            found.append(Token(start, start + size, self._single["long-words" if size > LONG else "words"]))
        else:
            found.extend(self._between(text, start, end))

    def _whole_names(self, text: str, tokens: list[Token]) -> list[Token]:
        """Join the parts of a name that the lexicon cut: a known surname and unknown syllables ("Kim" + "Sang-sik")."""
        joined: list[Token] = []
        for token in tokens:
            last = joined[-1] if joined else None
            if last is not None and self._one_name(text, last, token):
                joined[-1] = Token(last.start, token.end, self._single["name"])
            elif last is not None and _first_name(text, last, token):
                joined.append(Token(token.start, token.end, self._single["name"]))
            else:
                joined.append(token)
        return joined

    def _one_name(self, text: str, left: Token, right: Token) -> bool:
        name = self._single["name"]
        if right.start - left.end != 1 or text[left.end] != " " or not text[right.start].isupper():
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

    def _known(
        self, text: str, first: int, hits: Sequence[Hit], spans: Sequence[tuple[int, int, str, object]]
    ) -> Iterator[Token]:
        queue = iter(spans)
        span = next(queue, None)
        for start, end, meaning in hits:
            if start > first and text[start].isupper() and _part_of_name(text, start, end, meaning):
                continue
            while span is not None and span[0] < end:
                yield Token(span[0], span[1], self._single[span[2]], NOTHING, span[3])
                span = next(queue, None)
            yield Token(start, end, meaning.symbol or self.symbol(meaning), meaning)
        while span is not None:
            yield Token(span[0], span[1], self._single[span[2]], NOTHING, span[3])
            span = next(queue, None)

    def symbol(self, meaning: Meaning) -> str:
        """The symbol of a meaning, remembered in it."""
        meaning.symbol = self._symbols.register(meaning.classes)
        return meaning.symbol

    def _between(self, text: str, start: int, end: int) -> Iterator[Token]:
        for piece in _PIECE.finditer(text, start, end):
            kind = piece.lastgroup
            if kind == "mark":
                yield Token(
                    piece.start(),
                    piece.end(),
                    self._marks.get(
                        piece.group()[0] if piece.end() - piece.start() == 1 else "…", self._single["other"]
                    ),
                )
            elif kind == "name":
                yield Token(piece.start(), piece.end(), self._single["name"])
            else:
                size = piece.end() - piece.start()
                yield Token(piece.start(), piece.end(), self._single["long-words" if size > LONG else "words"])


def _part_of_name(text: str, start: int, end: int, meaning: Meaning) -> bool:
    """A common word of one syllable with a capital inside a sentence is a syllable of a name ("Kim Sang-sik")."""
    if meaning.needs & (SIDE | ACTOR) or meaning.entries[0].cased or " " in text[start:end]:
        return False
    return text[start - 1] == " " and text[start - 2].isalnum() and not text[start:end].isupper()


def _first_name(text: str, left: Token, right: Token) -> bool:
    """A country of one syllable behind "cô" or "bà" is somebody's name ("cô Nga")."""
    return (
        right.has("country")
        and " " not in text[right.start : right.end]
        and right.start - left.end == 1
        and text[left.start : left.end].lower() in ("ông", "bà", "cô", "anh", "chị", "em", "bé", "cậu")
    )
