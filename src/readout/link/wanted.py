"""Search in words: what a query asks for, whether a text has it, how well, and where. Pure; no database."""

import math
import re
import unicodedata
from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

from readout.link.wording import Words, is_han, offset_of, runs_of, spans_of, tells_apart, words_of

_QUOTED = re.compile(r'"([^"]*)"?')
_SNIPPET = 220
"""Characters of a snippet."""
_LEAD = 80
"""Characters before the first of the words asked for in which others may stand."""
_TITLE = 100
"""Characters at the beginning of a text that count as its title."""
_LONG = 200
"""Characters of a text that is neither short nor long."""


class Phrase(NamedTuple):
    """Words that stand together, as written and folded; most phrases are one word.

    `spelled` and `bare` are the same between spaces, as one looks for them in the words of a text. `character` is one
    Chinese character alone (texts are kept in pairs of them), `each` has words that must be looked at one by one.
    """

    written: tuple[str, ...]
    folded: tuple[str, ...]
    spelled: str
    bare: str
    character: bool
    each: bool


Seen = tuple[int, int, int]
"""Where a text has a phrase: the first place (offset in its words), how many there are, and how many of them are
spelled as asked."""
_UNSEEN: Seen = (-1, 0, 0)


def phrases_of(query: str) -> tuple[Phrase, ...]:
    """The phrases of a query: what stands in quotes together, and every other word alone."""
    query = unicodedata.normalize("NFC", query)  # as texts are kept; some keyboards type the marks apart
    found = [_phrase(words_of(quoted)) for quoted in _QUOTED.findall(query)]
    for piece in _QUOTED.sub(" ", query).split():
        words = words_of(piece)
        joined = len(words.written) > 1 and any(map(is_han, words.written))
        alone = zip(words.written, words.folded, strict=True)
        found += [_phrase(words)] if joined else [_phrase(Words([written], [bare])) for written, bare in alone]
    return tuple(dict.fromkeys(one for one in found if one.folded))


def _phrase(words: Words) -> Phrase:
    written, folded = tuple(words.written), tuple(words.folded)
    spelled, bare = f" {' '.join(written)} ", f" {' '.join(folded)} "
    character = len(bare) == 3 and is_han(bare[1])
    return Phrase(written, folded, spelled, bare, character, character or (len(folded) > 1 and spelled != bare))


def _places(phrase: Phrase, written: str, folded: str) -> tuple[str, list[int]]:
    """Where the phrase begins, diacritics respected where the query has them: the text that was looked through, and the
    offsets in it of the spaces before the phrase.

    The texts are words with one space between them, and around them all. Looking for a piece of text is much quicker
    than taking it apart.
    """
    if phrase.character:
        inside = _standing(phrase.bare[1], written)
        return written, list(dict.fromkeys(written.rfind(" ", 0, at) for at in inside))
    if phrase.spelled == phrase.bare:
        return folded, _standing(phrase.bare, folded)
    if len(phrase.folded) == 1:  # as it is asked for, or without diacritics
        return written, sorted([*_standing(phrase.spelled, written), *_standing(phrase.bare, written)])
    return folded, [at for at in _standing(phrase.bare, folded) if _is_meant(phrase, written, folded.count(" ", 0, at))]


def _is_meant(phrase: Phrase, written: str, number: int) -> bool:
    """No word of the phrase is told apart by its diacritics from the word that stands there, from this number on."""
    words = written.split()[number : number + len(phrase.written)]
    return not any(map(tells_apart, phrase.written, words))


def _standing(sought: str, text: str) -> list[int]:
    """Offsets at which these words stand in a text, letter for letter."""
    found: list[int] = []
    at = text.find(sought)
    while at >= 0:
        found.append(at)
        at = text.find(sought, at + 1)
    return found


def score_of(phrases: Sequence[Phrase], written: str, folded: str) -> float:
    """How well a text answers: often, early, in a short text, spelled as asked, in the order asked; 0 where it lacks
    a phrase."""
    written, folded = f" {written} ", f" {folded} "
    score, end = 0.0, -1
    for phrase in phrases:
        first, number, exact = _seen(phrase, written, folded)
        if not number:
            return 0.0
        score += len(phrase.folded) * (1 + math.log(number) + exact / number)
        score += (first < _TITLE) + (end >= 0 and folded.startswith(phrase.bare, end))
        end = first + len(phrase.bare) - 1
    return score / (1 + math.log10(1 + len(folded) / _LONG))


def _seen(phrase: Phrase, written: str, folded: str) -> Seen:
    """What `_places` finds, only counted: a score needs no more, and hundreds of texts are scored."""
    _, _, spelled, bare, _, each = phrase
    if each:
        _, places = _places(phrase, written, folded)
        return (places[0], len(places), written.count(spelled)) if places else _UNSEEN
    if spelled == bare:
        first = folded.find(bare)
        return (first, folded.count(bare, first), written.count(spelled)) if first >= 0 else _UNSEEN
    first, plain = written.find(spelled), written.find(bare)
    exact = written.count(spelled, first) if first >= 0 else 0
    if plain < 0:
        return first, exact, exact
    return min(first, plain) if first >= 0 else plain, exact + written.count(bare, plain), exact


def snippet_of(
    text: str, phrases: Sequence[Phrase], written: str, folded: str
) -> tuple[int, str, tuple[tuple[int, int], ...]]:
    """Offset, words and marks of the piece of the text that holds most of the phrases; `written` and `folded` are the
    words of the text."""
    start, spans = _near(text, phrases, f" {written} ", f" {folded} ")
    first = 0 if start < 60 else text.rfind(" ", 0, start - 40) + 1
    last = len(text) if first + _SNIPPET >= len(text) else max(text.rfind(" ", first, first + _SNIPPET), start + 1)
    marks = tuple(
        (max(begin, first) - first, min(end, last) - first) for begin, end in spans if begin < last and end > first
    )
    return first, text[first:last], tuple(dict.fromkeys(marks))


def _near(text: str, phrases: Sequence[Phrase], written: str, folded: str) -> tuple[int, list[tuple[int, int]]]:
    """Where the piece that holds most of the phrases begins, and where phrases stand in it and not far from it."""
    places = [(len(phrase.folded), *_places(phrase, written, folded)) for phrase in phrases]
    begins = sorted(at for _, _, found in places for at in found)
    if not begins:
        return 0, []
    wide = 3 if len(written) > len(text) + 2 else 1  # pairs of Chinese characters take three times their place
    held = [bisect_left(begins, begin + _SNIPPET * wide) - number for number, begin in enumerate(begins)]
    best = begins[held.index(max(held))]
    near = sorted(
        (looked.count(" ", 0, at), size, at == best)
        for size, looked, found in places
        for at in found
        if -_LEAD * wide < at - best < _SNIPPET * wide
    )
    first, last = near[0][0], near[-1][0] + max(size for _, size, _ in near)
    words = _spans(text, written, folded, first, last)
    spans = [(words[one - first][0], words[one - first + size - 1][1]) for one, size, _ in near]
    return next(span[0] for span, one in zip(spans, near, strict=True) if one[2]), spans


def _spans(text: str, written: str, folded: str, first: int, last: int) -> list[tuple[int, int]]:
    """Where the words of the text with these numbers stand. The first is looked for by itself, unless the text may be
    Chinese: to take apart all that stands before it takes ten times as long."""
    if folded.isascii():
        words = written.split()
        begin = offset_of(text, words[first], words[:first].count(words[first]))
        if begin is not None:
            return runs_of(text, begin, last - first)
    return spans_of(text)[first:last]
