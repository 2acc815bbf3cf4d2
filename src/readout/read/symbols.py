"""One character for every kind of token, so that a sentence becomes a short string and a pattern a regular expression.

A word may belong to several classes at once (`Washington` is a place and a side): its symbol stands for the whole set,
and a class in a pattern stands for all symbols whose set holds it.
"""

import re
from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from mypy_extensions import mypyc_attr

from readout.knowledge.patterns import Part, parse

PRIVATE_USE: Final = 0xE000

PUNCTUATION: Final = {
    ",": "comma",
    ".": "stop",
    "!": "stop",
    "?": "stop",
    "…": "comma",
    ";": "semicolon",
    "|": "semicolon",
    ":": "colon",
    "(": "open",
    ")": "close",
    "-": "dash",
    "–": "dash",
    "—": "dash",
    "/": "slash",
    '"': "quote",
    "“": "quote",
    "”": "quote",
    "'": "quote",
    "‘": "quote",
    "’": "quote",
    "«": "quote",
    "»": "quote",
}
DERIVED: Final = ("words", "long-words", "name", "time", "amount", "actor", "pair", "other")
# Classes that a `~` never crosses: who, what happens, who says so, and the ends of a clause.
STOPS: Final = ("actor", "contact", "stop", "semicolon", "colon", "quote", "subordinator", "send-v")
# A reporting verb stops too, unless it says what is wished, refused or invited ("đề nghị gặp", "từ chối gặp").
REPORT, NO_REPORT = (
    frozenset(("say", "cite", "quoting")),
    ("desired", "negate", "invite", "cancel", "accept", "future", "filler"),
)
# "Ông A nói sẽ gặp ông B": the clause behind the verb has no subject of its own, A's verb goes on.
AUXILIARY: Final = ("future", "past", "desired", "negate")
PREPOSITIONS: Final = ("preposition", "dative")
BEFORE_OBJECT: Final = (
    "filler",
    "time",
    "delegation-modifier",
    "acting",
    "past",
    "ongoing",
    "attend",
    "future",
    "ordinal",
    "settlement",
)


OBLIGATORY: Final = ("", "+")
"""How often an element stands that is not optional."""


class Symbols:
    """The alphabet of one knowledge: sets of classes as characters."""

    def __init__(self, class_sets: Iterable[frozenset[str]]) -> None:
        self._char: dict[frozenset[str], str] = {}
        self._of_class: dict[str, list[str]] = {}
        self._asked: dict[tuple[str, ...], str] = {}
        self._sets: dict[tuple[str, ...], frozenset[str]] = {}
        for name in (*DERIVED, *dict.fromkeys(PUNCTUATION.values())):
            self.register(frozenset((name,)))
        for classes in sorted(class_sets, key=sorted):
            self.register(classes)

    def register(self, classes: frozenset[str]) -> str:
        """The character of a set of classes; a new one where the set is new."""
        known = self._char.get(classes)
        if known is None:
            known = self._char[classes] = chr(PRIVATE_USE + len(self._char))
            self._asked.clear()
            self._sets.clear()
            for name in classes:
                self._of_class.setdefault(name, []).append(known)
        return known

    def of(self, *classes: str) -> str:
        """Every character whose set holds one of the classes."""
        known = self._asked.get(classes)
        if known is None:
            chars = dict.fromkeys(char for name in classes for char in self._of_class.get(name, ()))
            known = self._asked[classes] = "".join(chars)
        return known

    def set_of(self, *classes: str) -> frozenset[str]:
        """The same as a set, made once."""
        known = self._sets.get(classes)
        if known is None:
            known = self._sets[classes] = frozenset(self.of(*classes))
        return known

    def reports(self) -> str:
        """The symbols of verbs that report what somebody says."""
        known = self._asked.get(("reports",))
        if known is None:
            known = self._asked[("reports",)] = "".join(
                char
                for classes, char in self._char.items()
                if not classes.isdisjoint(REPORT) and classes.isdisjoint(NO_REPORT)
            )
        return known

    def reporting(self) -> frozenset[str]:
        """The same as a set, made once."""
        known = self._sets.get(("reports",))
        if known is None:
            known = self._sets[("reports",)] = frozenset(self.reports())
        return known

    def pattern(self, pattern: str) -> "TokenPattern":
        """The pattern, ready to be compiled."""
        return TokenPattern(self, pattern)

    def compile(self, pattern: str) -> re.Pattern[str]:
        """The regular expression of a pattern; a slot named again (in another alternative) becomes `name__2` …"""
        seen: dict[str, int] = {}
        pieces: list[str] = []
        for part in parse(pattern):
            if part.kind == "token" and part.name:
                seen[part.name] = seen.get(part.name, 0) + 1
                if seen[part.name] > 1:
                    part = replace(part, name=f"{part.name}__{seen[part.name]}")
            pieces.append(self._regex(part))
        return re.compile("".join(pieces))

    def ways(self, pattern: str) -> list[list[frozenset[str]]]:
        """For each choice of its alternatives the elements that a match holds, as the characters that each may be."""
        groups: list[list[list[list[frozenset[str]]]]] = [[[[]]]]
        for part in parse(pattern):
            if part.kind == "open":
                groups.append([[[]]])
            elif part.kind == "bar":
                groups[-1].append([[]])
            elif part.kind == "close":
                inside = [way for alternative in groups.pop() for way in alternative]
                if part.times in OBLIGATORY:
                    groups[-1][-1] = [way + more for way in groups[-1][-1] for more in inside]
            elif part.kind == "token" and part.times in OBLIGATORY:
                for way in groups[-1][-1]:
                    way.append(self.set_of(*part.classes))
        return [way for alternative in groups[0] for way in alternative]

    def slot(self, pattern: str, name: str) -> frozenset[str]:
        """The characters that may stand where a pattern has the slot, in any of its alternatives."""
        return frozenset().union(
            *[self.set_of(*part.classes) for part in parse(pattern) if part.kind == "token" and part.name == name]
        )

    def _regex(self, part: Part) -> str:
        if part.kind == "open":
            return "(?:"
        if part.kind == "close":
            return ")" + part.times
        if part.kind == "bar":
            return "|"
        if part.kind == "gap":
            return self._gap(part.name)
        if part.kind == "begin":
            return f"(?:^|(?<=[{self.of('colon', 'quote')}]))"
        chars = self.of(*part.classes)
        one = f"[{chars}]" if chars else "(?!)"
        if part.kind == "not":
            return f"(?<!{one})" if chars else ""
        return f"(?P<{part.name}>{one}){part.times}" if part.name else one + part.times

    def _gap(self, name: str) -> str:
        setting = f"[{self.of(*PREPOSITIONS)}][{self.of('place', 'time', 'side')}]"
        quote = self.of("quote")
        quoted = f"[{quote}][^{quote}]{{1,8}}[{quote}]"
        if name == "_":
            return f"(?:{setting}|{quoted}|[{self.of(*BEFORE_OBJECT)}]){{0,6}}?"
        if name == "~":
            return (
                f"(?:{setting}|{quoted}|[^{self.of(*STOPS, *PREPOSITIONS, 'comma', 'open')}{self.reports()}]){{0,6}}?"
            )
        # "cập nhật cho ông A về cuộc gặp với ông B": A is told of it, and takes no part.
        adjunct = f"[{self.of(*PREPOSITIONS)}][{self.of('actor')}]"
        if self.of("with") and self.of("about"):
            adjunct += f"|[{self.of('with')}][{self.of('actor')}](?=[{self.of('about')}])"
        reports, auxiliary = self.reports(), self.of(*AUXILIARY)
        if reports and auxiliary:
            quoted += f"|[{reports}](?=[{auxiliary}])"
        return f"(?:{adjunct}|{quoted}|[^{self.of(*STOPS)}{reports}]){{0,14}}?"


@mypyc_attr(acyclic=True)
class TokenPattern:
    """A pattern of a rule, compiled when a sentence first may match it: a short text asks for few of some hundred."""

    __slots__ = ("_pattern", "_regex", "_symbols")

    def __init__(self, symbols: Symbols, pattern: str) -> None:
        self._symbols = symbols
        self._pattern = pattern
        self._regex: re.Pattern[str] | None = None

    @property
    def regex(self) -> re.Pattern[str]:
        """Its regular expression over symbols."""
        if self._regex is None:
            self._regex = self._symbols.compile(self._pattern)
        return self._regex
