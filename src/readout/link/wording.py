"""The words of a text, as they are written and folded: for search, and to tell whether two texts are the same.

A word is a run of letters and digits. Folded words have no diacritics, and đ is d; a run of Chinese characters is cut
into pairs, because nothing in the writing separates its words.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from msgspec import Struct

_WORD = re.compile(r"[^\W_]+")
_HAN = re.compile("([\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003134f]+)")


class Word(Struct, frozen=True):
    """One word: `written` is lower case, `folded` is what is compared; offsets count code points of the text."""

    written: str
    folded: str
    start: int
    end: int


@lru_cache(maxsize=65536)
def fold_word(word: str) -> str:
    """Lower case without diacritics, đ as d."""
    bare = unicodedata.normalize("NFD", word.lower().replace("đ", "d"))
    return "".join(char for char in bare if not unicodedata.combining(char))


def words_of(text: str) -> Iterator[Word]:
    """All words in order; pairs of Chinese characters overlap."""
    for match in _WORD.finditer(text):
        for piece, start in _pieces(match[0], match.start()):
            yield from _word(piece, start)


def _pieces(run: str, start: int) -> Iterator[tuple[str, int]]:
    if run.isascii() or not _HAN.search(run):
        yield run, start
        return
    for piece in _HAN.split(run):
        if piece:
            yield piece, start
        start += len(piece)


def _word(piece: str, start: int) -> Iterator[Word]:
    if not _HAN.match(piece) or len(piece) < 3:
        yield Word(piece.lower(), fold_word(piece), start, start + len(piece))
        return
    for number in range(len(piece) - 1):
        pair = piece[number:number + 2]
        yield Word(pair, fold_word(pair), start + number, start + number + 2)


def is_han(word: str) -> bool:
    """Whether it is written in Chinese characters."""
    return bool(_HAN.match(word))


def tells_apart(asked: str, written: str) -> bool:
    """Whether a word asked for with diacritics is another one than the word written: `dương` is not `đường`.

    A word asked for without diacritics means all spellings, and one written without them may mean any.
    """
    return asked != fold_word(asked) and asked != written and written != fold_word(written)
