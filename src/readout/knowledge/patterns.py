"""The pattern language of the rule files: parsed here, compiled where the tokens are known.

A pattern is written over tokens, never over characters; its parts are separated by spaces:

    {actor}       a token of the class `actor`; {meeting|talks} of either class
    {actor:a}     the same, kept under the name `a`
    giữa          the literal word; `và/với` either word; `có_thể` a word of two syllables; , - ; : the marks
    ~             a few words that name nobody and report nothing (adverbs, auxiliaries, "tại" and a place or time)
    _             only words that may stand between a verb and its object (adverbs, times, "tại" and a place)
    ...           a longer stretch of the same clause, where actors stand only behind a preposition
    ^             the beginning of a sentence, or of what stands behind a colon or a quotation mark
    !{negation}   the token before this point is not of the class
    ( a | b )     a group with alternatives
    ? * +         behind a token or a group: optional, any number, at least one
"""

import re
from dataclasses import dataclass
from functools import cache

from readout.knowledge.tables import KnowledgeError

MARKS = {",": "comma", "-": "dash", ";": "semicolon", ":": "colon"}
"""Marks that a pattern may hold, as the class of their token."""

_PART = re.compile(
    r"(?P<open>\()|(?P<close>\)(?P<close_times>[?*+]?))|(?P<bar>\|)|(?P<gap>~|_(?=$)|\.\.\.)|(?P<begin>\^(?=$))"
    r"|(?P<slot>(?P<not>!?)\{(?P<classes>[a-z|_=-]+)(?::(?P<name>[a-z_]+))?\}(?P<slot_times>[?*+]?))"
    r"|(?P<words>[^\s(){}|?*+]+)(?P<words_times>[?*+]?)"
)


@dataclass(frozen=True, slots=True)
class Part:
    """One element of a pattern: kind `open`, `close`, `bar`, `gap`, `begin`, `not` or `token`."""

    kind: str
    classes: tuple[str, ...] = ()
    name: str = ""
    times: str = ""


@cache
def parse(pattern: str) -> tuple[Part, ...]:
    """The elements of `pattern` in order; raises KnowledgeError with the offending words."""
    pieces = pattern.replace("(", " ( ").split()
    return tuple(_part(match) for piece in pieces for match in _whole(piece, pattern))


def literals(pattern: str) -> set[str]:
    """The literal words of a pattern, with spaces for underscores."""
    return {c[1:] for part in parse(pattern) for c in part.classes if c.startswith("=")}


def _whole(piece: str, pattern: str) -> list[re.Match[str]]:
    found, at = [], 0
    while at < len(piece):
        match = _PART.match(piece, at)
        if not match or match.end() == at:
            raise KnowledgeError(f"pattern {pattern!r}: cannot read {piece[at:]!r}")
        found.append(match)
        at = match.end()
    return found


def _part(match: re.Match[str]) -> Part:
    if match["open"]:
        return Part("open")
    if match["close"]:
        return Part("close", times=match["close_times"])
    if match["bar"]:
        return Part("bar")
    if match["gap"]:
        return Part("gap", name=match["gap"])
    if match["begin"]:
        return Part("begin")
    if match["slot"]:
        classes = tuple(match["classes"].split("|"))
        return Part("not" if match["not"] else "token", classes, match["name"] or "", match["slot_times"])
    words = tuple(MARKS.get(word) or "=" + word.replace("_", " ") for word in match["words"].split("/"))
    return Part("token", words, "", match["words_times"])
