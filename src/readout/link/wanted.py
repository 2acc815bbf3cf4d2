"""Search in words: what a query asks for, whether a text has it, how well, and where. Pure; no database."""

import math
import re
import unicodedata
from bisect import bisect_left
from collections.abc import Sequence

from msgspec import Struct

from readout.link.wording import Words, is_han, spans_of, tells_apart, words_of

_QUOTED = re.compile(r'"([^"]*)"?')
_SNIPPET = 220
"""Characters of a snippet."""
_TITLE_WORDS = 20
"""Words at the beginning of a text that count as its title."""


class Phrase(Struct, frozen=True):
    """Words that stand together, as written and folded; most phrases are one word."""

    written: tuple[str, ...]
    folded: tuple[str, ...]


def phrases_of(query: str) -> tuple[Phrase, ...]:
    """The phrases of a query: what stands in quotes together, and every other word alone."""
    query = unicodedata.normalize("NFC", query)  # as texts are kept; some keyboards type the marks apart
    found = [_phrase(words_of(quoted)) for quoted in _QUOTED.findall(query)]
    for piece in _QUOTED.sub(" ", query).split():
        words = words_of(piece)
        joined = len(words.written) > 1 and any(map(is_han, words.written))
        alone = zip(words.written, words.folded, strict=True)
        found += [_phrase(words)] if joined else [Phrase((written,), (bare,)) for written, bare in alone]
    return tuple(dict.fromkeys(one for one in found if one.folded))


def _phrase(words: Words) -> Phrase:
    return Phrase(tuple(words.written), tuple(words.folded))


def places_of(phrase: Phrase, written: str, folded: str) -> list[int]:
    """Numbers of the words at which the phrase begins, diacritics respected where the query has them.

    The texts are words with one space between them; looking for a piece of text is much quicker than taking it apart.
    """
    spelled, bare = " ".join(phrase.written), " ".join(phrase.folded)
    if len(bare) == 1 and is_han(bare):
        return [place for place, word in enumerate(written.split(" ")) if bare in word]
    if spelled == bare:
        return _standing(bare, folded)
    if len(phrase.folded) == 1:  # as it is asked for, or without diacritics
        return sorted({*_standing(spelled, written), *_standing(bare, written)})
    words, length = written.split(" "), len(phrase.folded)
    return [
        place
        for place in _standing(bare, folded)
        if not any(map(tells_apart, phrase.written, words[place : place + length]))
    ]


def _standing(words: str, text: str) -> list[int]:
    """Numbers of the words of a text at which these words stand together, letter for letter."""
    sought, spaced = f" {words} ", f" {text} "
    found: list[int] = []
    place, before = 0, 0
    at = spaced.find(sought)
    while at >= 0:
        place += spaced.count(" ", before, at)
        found.append(place)
        before, at = at, spaced.find(sought, at + 1)
    return found


def score_of(phrases: Sequence[Phrase], written: str, folded: str) -> float:
    """How well a text answers: often, early, in a short text, spelled as asked, in the order asked; 0 where it lacks
    a phrase."""
    score, last = 0.0, -2
    for phrase in phrases:
        places = places_of(phrase, written, folded)
        if not places:
            return 0.0
        exact = len(_standing(" ".join(phrase.written), written))
        score += len(phrase.folded) * (1 + math.log(len(places)) + exact / len(places))
        score += (places[0] < _TITLE_WORDS) + (last + 1 in places)
        last = places[0] + len(phrase.folded) - 1
    return score / (1 + math.log10(1 + (folded.count(" ") + 1) / 40))


def snippet_of(
    text: str, phrases: Sequence[Phrase], written: str, folded: str
) -> tuple[int, str, tuple[tuple[int, int], ...]]:
    """Offset, words and marks of the piece of the text that holds most of the phrases; `written` and `folded` are the
    words of the text."""
    at = spans_of(text)
    spans = sorted(
        (at[place][0], at[place + len(phrase.folded) - 1][1])
        for phrase in phrases
        for place in places_of(phrase, written, folded)
    )
    begins = [begin for begin, _ in spans]
    near = [bisect_left(begins, begin + _SNIPPET) - bisect_left(begins, begin) for begin in begins]
    start = begins[near.index(max(near))] if near else 0
    first = 0 if start < 60 else text.rfind(" ", 0, start - 40) + 1
    last = len(text) if first + _SNIPPET >= len(text) else max(text.rfind(" ", first, first + _SNIPPET), start + 1)
    marks = tuple(
        (max(begin, first) - first, min(end, last) - first) for begin, end in spans if begin < last and end > first
    )
    return first, text[first:last], tuple(dict.fromkeys(marks))
