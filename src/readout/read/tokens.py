"""The tokens of a sentence: words of the lexicon, times, amounts, names, punctuation, and runs of other words."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from readout.knowledge.lexicon import Entry, Hit
from readout.read.symbols import PUNCTUATION, Symbols
from readout.text.letters import UPPER

_CAPITALISED = rf"[{UPPER}][\w’'.]*(?:-\w+)*"
_PIECE = re.compile(
    rf"(?P<name>(?:al-|bin |von |van |de |del |el-)?{_CAPITALISED}"
    rf"(?: (?:al-|el-|bin |bint |von der |von |van der |van |de la |de |del |da |dos |ibn )?{_CAPITALISED})*)"
    rf"|(?P<words>[^\W{UPPER}][\w-]*(?: +[^\W{UPPER}][\w-]*)*)|(?P<mark>\.{{3}}|[^\w\s])"
)
LONG = 24
"""A run of other words longer than this many characters counts as long."""


@dataclass(slots=True)
class Token:
    """A token: offsets, its symbol, the lexicon's meanings, and for times, amounts and actors the record itself."""

    start: int
    end: int
    symbol: str
    entries: tuple[Entry, ...] = ()
    record: object = None

    def value(self, cls: str) -> str | None:
        """What the word means as a word of the class, or None."""
        for entry in self.entries:
            if entry.cls == cls:
                return entry.value
        return None

    def has(self, cls: str) -> bool:
        return any(entry.cls == cls for entry in self.entries)


class Tokenizer:
    """Makes the tokens of a stretch of text from what the scans found in it."""

    def __init__(self, symbols: Symbols, surnames: frozenset[str]) -> None:
        self._symbols = symbols
        self._surnames = surnames
        self._of_entries: dict[tuple[Entry, ...], str] = {}
        self._single = {name: symbols.register(frozenset((name,))) for name in
                        ("words", "long-words", "name", "time", "amount", "other")}
        self._marks = {mark: symbols.register(frozenset((cls,))) for mark, cls in PUNCTUATION.items()}

    def tokens(self, text: str, start: int, end: int, hits: Sequence[Hit],
               spans: Sequence[tuple[int, int, str, object]]) -> list[Token]:
        """Tokens of `text[start:end]`; `hits` and `spans` (start, end, class, record) lie inside it, both in order.

        A span (a time, an amount) replaces the words inside it; what neither covers becomes names, runs and marks.
        """
        found: list[Token] = []
        here = start
        for token in self._known(hits, spans):
            if token.start < here:
                continue
            if token.start > here:
                found.extend(self._between(text, here, token.start))
            found.append(token)
            here = token.end
        if here < end:
            found.extend(self._between(text, here, end))
        return self._whole_names(text, found)

    def _whole_names(self, text: str, tokens: list[Token]) -> list[Token]:
        """Join the parts of a name that the lexicon cut: a known surname and unknown syllables ("Kim" + "Sang-sik")."""
        joined: list[Token] = []
        for token in tokens:
            last = joined[-1] if joined else None
            if last is not None and self._one_name(text, last, token):
                joined[-1] = Token(last.start, token.end, self._single["name"])
            else:
                joined.append(token)
        return joined

    def _one_name(self, text: str, left: Token, right: Token) -> bool:
        name = self._single["name"]
        if right.start - left.end != 1 or text[left.end] != " " or not text[right.start].isupper():
            return False
        if right.symbol == name:
            return left.has("surname") or (left.has("person-short") and " " not in text[left.start:left.end])
        short = right.has("person-short") or right.has("surname") or right.has("country-short") or right.has("country")
        return left.symbol == name and short and " " not in text[right.start:right.end] and (
            text[left.start:left.end].split()[0].lower() in self._surnames or right.has("person-short"))

    def _known(self, hits: Sequence[Hit], spans: Sequence[tuple[int, int, str, object]]) -> Iterator[Token]:
        queue = iter(spans)
        span = next(queue, None)
        for hit in hits:
            while span is not None and span[0] < hit.end:
                yield Token(span[0], span[1], self._single[span[2]], (), span[3])
                span = next(queue, None)
            yield Token(hit.start, hit.end, self.symbol(hit.entries), hit.entries)
        while span is not None:
            yield Token(span[0], span[1], self._single[span[2]], (), span[3])
            span = next(queue, None)

    def symbol(self, entries: tuple[Entry, ...]) -> str:
        known = self._of_entries.get(entries)
        if known is None:
            known = self._symbols.register(frozenset(entry.cls for entry in entries))
            self._of_entries[entries] = known
        return known

    def _between(self, text: str, start: int, end: int) -> Iterator[Token]:
        for piece in _PIECE.finditer(text, start, end):
            kind = piece.lastgroup
            if kind == "mark":
                yield Token(piece.start(), piece.end(), self._marks.get(piece.group()[0] if piece.end() - piece.start() == 1 else "…", self._single["other"]))
            elif kind == "name":
                yield Token(piece.start(), piece.end(), self._single["name"])
            else:
                size = piece.end() - piece.start()
                yield Token(piece.start(), piece.end(), self._single["long-words" if size > LONG else "words"])
