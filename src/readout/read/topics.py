"""What a stretch of text is about: the topic words in it."""

from collections.abc import Callable, Sequence
from functools import cache
from typing import Final

from readout.knowledge.lexicon import Lexicon, Token
from readout.knowledge.loader import ALONE, HEAD, TOLD
from readout.knowledge.tables import columns

WARS: Final = ("ukraine", "middle-east", "iran", "korea", "taiwan")
"""Topics that a war without a name may mean."""
ENOUGH: Final = 3
"""So many mentions make a war the one that an article tells of."""


def _of_none(_topic: str) -> bool:
    return False


def words_in(stretches: Sequence[tuple[int, int]], text: str, lowered: str, lexicon: Lexicon) -> list[list[Token]]:
    """The words of the lexicon in each of the stretches of `text` (offsets), as if it stood alone; their own offsets
    only tell which stand side by side. `lowered`: the text in small letters.

    One scan for all of them, since each scan waits for the automaton to come back into the cache of the processor. No
    word goes over a line, so none goes over the seam of two stretches.
    """
    if not stretches:
        return []
    joined = "\n".join([text[start:end] for start, end in stretches])
    hits = lexicon.scan(joined, 0, "\n".join([lowered[start:end] for start, end in stretches]))
    found: list[list[Token]] = []
    at = behind = 0
    for start, end in stretches:
        first, behind = at, behind + end - start + 1
        while at < len(hits) and hits[at].start < behind:
            at += 1
        found.append(hits[first:at])
    return found


def topics_of(text: str, lexicon: Lexicon, lowered: str = "") -> set[str]:
    """The topics named in `text`; where only faint words name any, theirs. `lowered`: the text in small letters, for
    who has it.

    The lexicon of this and the next three is `told_topics` of the knowledge: only the words of statements are searched.
    """
    return topics_among(lexicon.scan(text, 0, lowered))


def topics_among(words: Sequence[Token], told_of: Callable[[str], bool] = _of_none) -> set[str]:
    """The same for the words of the lexicon in a text. `told_of`: what the article tells of."""
    found: set[str] = set()
    faint: set[str] = set()
    named = -1
    for hit in words:
        for entry in hit.meaning.entries:
            if entry.cls == HEAD:
                named = hit.end + 1
            elif entry.value and hit.start != named:
                if entry.cls == ALONE:
                    faint.add(entry.value)
                elif entry.cls != TOLD or entry.value in found or told_of(entry.value):
                    found.add(entry.value)
    return found or faint


def first_topic(text: str, lexicon: Lexicon) -> str | None:
    """The topic named first in `text`, or None."""
    for hit in lexicon.scan(text):
        if hit.entries[0].value and hit.entries[0].cls == "topic":
            return hit.entries[0].value
    return None


def war_of(text: str, lexicon: Lexicon, lowered: str = "") -> str | None:
    """The war that an article speaks of most, or None where it hardly names one."""
    counts = dict.fromkeys(WARS, 0)
    for hit in lexicon.scan(text, 0, lowered):
        for entry in hit.entries:
            if entry.value in counts and entry.cls == "topic":
                counts[entry.value] += 1
    best = max(WARS, key=lambda topic: counts[topic])
    return best if counts[best] >= ENOUGH else None


def has_word(lowered: str, language: str, cls: str) -> bool:
    """A text in small letters holds one of the words of a class."""
    return any(word in lowered for word in _shortest_of(language, cls))


@cache
def _shortest_of(language: str, cls: str) -> tuple[str, ...]:
    """The words of a class that hold no other one of it: who holds a longer word holds one of these."""
    words = words_of(language, cls)
    return tuple(word for word in words if not any(other != word and other in word for other in words))


@cache
def words_of(language: str, cls: str) -> tuple[str, ...]:
    """The words of one class that concern what statements are about."""
    return tuple(form for form, kind in _statement_words(language) if kind == cls)


@cache
def _statement_words(language: str) -> list[tuple[str, ...]]:
    """Every form with its class; the file is read once."""
    return columns(f"{language}/statement_words.tsv", "form", "class")
