"""The words of a text, as they are written and folded: for search, and to tell whether two texts are the same.

A word is a run of letters and digits. Folded words have no diacritics, and đ is d; a run of Chinese characters is cut
into pairs, because nothing in the writing separates its words.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

_WORD = re.compile(r"[^\W_]+")
_HAN = re.compile("([\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003134f]+)")


class Words(NamedTuple):
    """The words of a text in order: in lower case as `written`, `folded` as they are compared, and where they stand
    (start, end) in code points of the text."""

    written: list[str]
    folded: list[str]
    spans: list[tuple[int, int]]


@lru_cache(maxsize=65536)
def fold_word(word: str) -> str:
    """Lower case without diacritics, đ as d."""
    bare = unicodedata.normalize("NFD", word.lower().replace("đ", "d"))
    return "".join(char for char in bare if not unicodedata.combining(char))


@lru_cache(maxsize=8)
def words_of(text: str) -> Words:
    """All words in order; pairs of Chinese characters overlap."""
    found = list(_WORD.finditer(text))
    runs, spans = [match[0] for match in found], [match.span() for match in found]
    if not text.isascii() and _HAN.search(text):
        pieces = [piece for run, (start, _) in zip(runs, spans, strict=True) for piece in _pieces(run, start)]
        runs, spans = [run for run, _ in pieces], [(start, start + len(run)) for run, start in pieces]
    written = [run.lower() for run in runs]
    return Words(written, list(map(fold_word, written)), spans)


def _pieces(run: str, start: int) -> Iterator[tuple[str, int]]:
    """The words of a run with their places: pairs where it is written in Chinese characters."""
    for piece in filter(None, _HAN.split(run)):
        size = 2 if _HAN.match(piece) and len(piece) > 2 else len(piece)
        yield from ((piece[number:number + size], start + number) for number in range(len(piece) - size + 1))
        start += len(piece)


def is_han(word: str) -> bool:
    """Whether it is written in Chinese characters."""
    return bool(_HAN.match(word))


def tells_apart(asked: str, written: str) -> bool:
    """Whether a word asked for with diacritics is another one than the word written: `dương` is not `đường`.

    A word asked for without diacritics means all spellings, and one written without them may mean any.
    """
    return asked != fold_word(asked) and asked != written and written != fold_word(written)
