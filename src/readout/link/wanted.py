"""Search in words: what a query asks for, whether a text has it, how well, and where. Pure; no database."""

import math
import re
from bisect import bisect_left
from collections.abc import Sequence

from msgspec import Struct

from readout.link.wording import Words, is_han, tells_apart, words_of

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
    found = [_phrase(words_of(quoted)) for quoted in _QUOTED.findall(query)]
    for piece in _QUOTED.sub(" ", query).split():
        words = words_of(piece)
        joined = len(words.written) > 1 and any(map(is_han, words.written))
        alone = zip(words.written, words.folded, strict=True)
        found += [_phrase(words)] if joined else [Phrase((written,), (bare,)) for written, bare in alone]
    return tuple(dict.fromkeys(one for one in found if one.folded))


def _phrase(words: Words) -> Phrase:
    return Phrase(tuple(words.written), tuple(words.folded))


def places_of(phrase: Phrase, written: Sequence[str], folded: Sequence[str]) -> list[int]:
    """Numbers of the words at which the phrase begins, diacritics respected where the query has them."""
    first, length = phrase.folded[0], len(phrase.folded)
    if length == 1 and len(first) == 1 and is_han(first):
        return [place for place, word in enumerate(written) if first in word]
    found: list[int] = []
    place = -1
    while True:
        try:
            place = folded.index(first, place + 1)
        except ValueError:
            return found
        if _stands_at(phrase, place, written, folded):
            found.append(place)


def _stands_at(phrase: Phrase, place: int, written: Sequence[str], folded: Sequence[str]) -> bool:
    """Whether the phrase, whose first word is known to stand at `place`, stands there as a whole."""
    if len(phrase.folded) == 1:  # most phrases, and this is asked for every word of hundreds of texts
        return not tells_apart(phrase.written[0], written[place])
    end = place + len(phrase.folded)
    return tuple(folded[place:end]) == phrase.folded and not any(map(tells_apart, phrase.written, written[place:end]))


def score_of(phrases: Sequence[Phrase], written: str, folded: str) -> float:
    """How well a text answers: often, early, in a short text, spelled as asked, in the order asked; 0 where it lacks
    a phrase."""
    words, bare = written.split(" "), folded.split(" ")
    score, last = 0.0, -2
    for phrase in phrases:
        places = places_of(phrase, words, bare)
        if not places:
            return 0.0
        score += len(phrase.folded) * (1 + math.log(len(places)) + _exact(phrase, places, words) / len(places))
        score += (places[0] < _TITLE_WORDS) + (last + 1 in places)
        last = places[0] + len(phrase.folded) - 1
    return score / (1 + math.log10(1 + len(words) / 40))


def _exact(phrase: Phrase, places: Sequence[int], written: Sequence[str]) -> int:
    """At how many of the places the phrase is spelled as it was asked for."""
    if len(phrase.written) == 1:
        return [written[place] for place in places].count(phrase.written[0])
    return sum(tuple(written[place:place + len(phrase.written)]) == phrase.written for place in places)


def snippet_of(text: str, phrases: Sequence[Phrase]) -> tuple[int, str, tuple[tuple[int, int], ...]]:
    """Offset, words and marks of the piece of the text that holds most of the phrases."""
    written, folded, at = words_of(text)
    spans = sorted((at[place][0], at[place + len(phrase.folded) - 1][1])
                   for phrase in phrases for place in places_of(phrase, written, folded))
    begins = [begin for begin, _ in spans]
    near = [bisect_left(begins, begin + _SNIPPET) - bisect_left(begins, begin) for begin in begins]
    start = begins[near.index(max(near))] if near else 0
    first = 0 if start < 60 else text.rfind(" ", 0, start - 40) + 1
    last = len(text) if first + _SNIPPET >= len(text) else max(text.rfind(" ", first, first + _SNIPPET), start + 1)
    marks = tuple((max(begin, first) - first, min(end, last) - first) for begin, end in spans
                  if begin < last and end > first)
    return first, text[first:last], tuple(dict.fromkeys(marks))
